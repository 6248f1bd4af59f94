import Foundation

/// The shared logs and rubrics: `ARAC_CORPUS`, or `shared/corpus` beside the package.
enum LogCorpus {
  static let root: URL = {
    if let path = ProcessInfo.processInfo.environment["ARAC_CORPUS"] {
      return URL(fileURLWithPath: path)
    }
    return URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("shared/corpus")
  }()

  static var isPresent: Bool { FileManager.default.fileExists(atPath: logs.path) }
  static var logs: URL { root.appendingPathComponent("logs") }

  static func expected<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: Data(contentsOf: logs.appendingPathComponent(name)))
  }
}
