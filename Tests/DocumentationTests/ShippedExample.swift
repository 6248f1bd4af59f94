import Backend
import Foundation
import IR
import TestSupport

/// The shipped example, compiled by the binary of this build as `scripts/bootstrap` compiles it.
struct ShippedExample: Sendable {
  struct Failure: Error {
    let description: String
  }

  static let folder = PackageFolder.root + "/golden/compile/paper-with-repository/input"
  static let compiled = Result { try ShippedExample() }

  /// What the command prints: diagnostics, then the summary.
  let output: String
  let artifact: ArtifactTree
  let document: Document
  /// What `arac text` prints of the paper.
  let text: String

  private init() throws {
    let files = FileManager.default
    let work = files.temporaryDirectory.appending(path: "arac-example-\(UUID().uuidString)")
    try files.createDirectory(at: work, withIntermediateDirectories: false)
    defer { try? files.removeItem(at: work) }
    try files.copyItem(
      atPath: Self.folder + "/puddles.pdf", toPath: work.path + "/puddles.pdf")
    try files.copyItem(
      atPath: Self.folder + "/repository/first", toPath: work.path + "/puddles")
    output = try Self.run(Self.command + ["--emit-ir", "puddles.json"], in: work)
    text = try Self.run(Self.textCommand, in: work)
    artifact = try ArtifactFolder.load(work.path + "/puddles.ara")
    document = try DocumentText.decode(
      Array(Data(contentsOf: work.appending(path: "puddles.json"))))
  }

  static let command = ["puddles.pdf", "puddles/", "-o", "puddles.ara"]
  static let textCommand = ["text", "puddles.pdf"]

  private static func run(_ words: [String], in folder: URL) throws -> String {
    let process = Process()
    // The binary beside that of the tests.
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "arac")
    process.arguments = words
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: bytes, as: UTF8.self)
    guard process.terminationStatus == 0 else { throw Failure(description: text) }
    return text
  }
}

extension ShippedExample {
  /// What stands in a document after a comment `<!-- example: NAME -->`.
  static let blocks: [String: @Sendable (ShippedExample) throws -> String] = [
    "run": { "$ arac \(command.joined(separator: " "))\n" + $0.output },
    "table": { try $0.table().text },
    "cell": { try $0.cell() },
    "entry": { try $0.entry() },
    "text": { try $0.section() },
  ]

  /// The command, and the first section of its text that holds a table.
  private func section() throws -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let row = lines.firstIndex(where: { $0.hasPrefix("| ") }),
      let start = lines[..<row].lastIndex(where: { $0.hasPrefix("#") }),
      let end = lines[row...].firstIndex(where: { !$0.isEmpty && !"|*![".contains($0.prefix(1)) })
    else { throw Failure(description: "the text has no table") }
    let shown = lines[start..<end].joined(separator: "\n").trimmingCharacters(in: .newlines)
    return "$ arac \(Self.textCommand.joined(separator: " "))\n…\n\(shown)\n…\n"
  }

  /// The number that the documents follow: the last row's error in the first table.
  private static let number = "1.9"

  private func table() throws -> (path: String, text: String) {
    let name = "evidence/tables/table1_"
    guard let path = artifact.filePaths.first(where: { $0.hasPrefix(name) && $0.hasSuffix(".md") }),
      let bytes = artifact[path]
    else { throw Failure(description: "Table 1 is not filed") }
    return (path, String(decoding: bytes, as: UTF8.self))
  }

  /// The cell as the IR has it, and the region that its span lies in.
  private func cell() throws -> String {
    let cells = document.inputs.paper?.tables.first?.grids.first?.rows.last ?? []
    guard let span = cells.compactMap(\.span).first(where: { text(of: $0) == Self.number }),
      let region = document.sources[span.source]?.regions(overlapping: span.bytes).first,
      case .page(let page, let box) = region.place
    else { throw Failure(description: "the cell is not in the IR") }
    let edges = [box.x0, box.y0, box.x1, box.y1].map { "\($0)" }.joined(separator: ", ")
    return """
      tables[0].grids[0].rows[\(document.inputs.paper?.tables[0].grids[0].rows.indices.last ?? 0)]
        span     \(span)      the bytes of "\(Self.number)" in the text of the paper
      sources[0].regions
        bytes    \(region.bytes.lowerBound)-\(region.bytes.upperBound)
        place    page \(page), box [\(edges)]

      """
  }

  private func text(of span: SourceSpan) -> String { document.sources.text(of: span) }

  /// The entry of the source map for the number in the filed table.
  private func entry() throws -> String {
    let map = String(decoding: artifact["evidence/source_map.json"] ?? [], as: UTF8.self)
    let path = try table().path
    let line = map.split(separator: "\n").first {
      $0.contains("\"file\": \"\(path)\"") && $0.contains("\"value\": \"\(Self.number)\"")
    }
    guard let line else { throw Failure(description: "the number has no entry") }
    let entry = line.trimmingCharacters(in: CharacterSet(charactersIn: " ,"))
    // Broken before its parts, to fit a page.
    return ["\"entity\"", "\"origin\"", "\"spans\""].reduce(entry) {
      $0.replacingOccurrences(of: ", \($1)", with: ",\n \($1)")
    } + "\n"
  }
}
