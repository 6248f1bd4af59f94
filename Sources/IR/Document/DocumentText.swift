internal import FoundationEssentials

/// The textual form of a document: JSON with sorted keys, so that equal documents have equal bytes.
package enum DocumentText {
  /// Raised when the form changes in a way that older files do not parse.
  package static let version = 1

  private struct File: Codable {
    var arac: Int
    var document: Document
  }

  package static func encode(_ document: Document) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let data = try encoder.encode(File(arac: version, document: document))
    return Array(data) + [UInt8(ascii: "\n")]
  }

  /// Throws `DocumentTextError` with plain words for a file that is no document.
  package static func decode(_ bytes: [UInt8]) throws -> Document {
    let file: File
    do {
      file = try JSONDecoder().decode(File.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw DocumentTextError(message: error.plainWords)
    }
    guard file.arac == version else {
      throw DocumentTextError(message: "written by another version of the IR (\(file.arac))")
    }
    return file.document
  }
}

package struct DocumentTextError: Error, CustomStringConvertible {
  package let message: String
  package var description: String { message }
}

extension DecodingError {
  /// One line: what is wrong and under which key.
  package var plainWords: String {
    func path(_ context: Context) -> String {
      let keys = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
      return keys.isEmpty ? "" : " at \(keys.joined(separator: "."))"
    }
    return switch self {
    case .keyNotFound(let key, let context): "'\(key.stringValue)' is missing\(path(context))"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\(context.debugDescription)\(path(context))"
    case .dataCorrupted(let context): "\(context.debugDescription)\(path(context))"
    @unknown default: "not readable"
    }
  }
}
