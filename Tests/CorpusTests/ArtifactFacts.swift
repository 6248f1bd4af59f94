import Backend
import IR

/// The shortfalls that `## Known gaps` of `PAPER.md` lists.
struct KnownGaps {
  private let lines: [Substring]

  init(_ artifact: ArtifactTree) {
    let manifest = String(decoding: artifact["PAPER.md"] ?? [], as: UTF8.self)
    let rest = manifest.split(separator: "\n").drop { $0 != "## Known gaps" }.dropFirst()
    lines = Array(rest.prefix { !$0.hasPrefix("## ") })
  }

  /// Codes of minimum counts, and how the line of their shortfall begins.
  private static let counts: [DiagnosticCode: String] = [
    "ARA107": "- code files: ", "ARA329": "- concepts: ", "ARA333": "- experiments: ",
    "ARA343": "- heuristics: ", "ARA513": "- tree nodes: ", "ARA514": "- dead ends: ",
    "ARA515": "- decisions: ",
  ]

  func admit(_ code: DiagnosticCode) -> Bool {
    Self.counts[code].map { start in lines.contains { $0.hasPrefix(start) } } ?? false
  }
}

/// A Markdown link to another file of the artifact.
struct RelativeLink: CustomStringConvertible {
  let file: String
  let target: String

  var description: String { "\(file): \(target)" }

  static func all(in artifact: ArtifactTree) -> [RelativeLink] {
    artifact.filePaths.filter { $0.hasSuffix(".md") }.flatMap { file in
      targets(String(decoding: artifact[file] ?? [], as: UTF8.self))
        .filter { !$0.contains("://") && !$0.hasPrefix("#") && !$0.hasPrefix("mailto:") }
        .map { RelativeLink(file: file, target: $0) }
    }
  }

  /// What stands between `](` and `)`, outside code.
  private static func targets(_ text: String) -> [String] {
    var isFenced = false
    var found: [String] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("```") { isFenced.toggle() }
      guard !isFenced else { continue }
      let prose = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .map { $0.offset.isMultiple(of: 2) ? String($0.element) : "code" }.joined()
      for piece in prose.split(separator: "](", omittingEmptySubsequences: false).dropFirst() {
        guard let end = piece.firstIndex(of: ")") else { continue }
        found.append(String(piece[..<end]))
      }
    }
    return found
  }

  func resolves(in artifact: ArtifactTree) -> Bool {
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in target.prefix(while: { $0 != "#" }).split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.popLast() == nil {
        return false
      }
    }
    let path = parts.joined(separator: "/")
    return artifact[path] != nil || artifact.hasDirectory(path)
  }
}

enum PNG {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Whether the chunks follow one another from a header with a sane size to the end of the file.
  static func opens(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: signature) else { return false }
    func number(_ at: Int) -> Int { bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) } }
    var names: [String] = []
    var at = signature.count
    while at + 12 <= bytes.count {
      names.append(String(decoding: bytes[(at + 4)..<(at + 8)], as: UTF8.self))
      at += 12 + number(at)
    }
    guard at == bytes.count, names.first == "IHDR", names.contains("IDAT"), names.last == "IEND"
    else { return false }
    return (8...8_000).contains(number(16)) && (8...8_000).contains(number(20))
  }
}
