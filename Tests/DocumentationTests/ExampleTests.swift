import Foundation
import TestSupport
import Testing

/// The examples in the documents are what the compiler makes of the shipped example.
struct ExampleTests {
  @Test(arguments: ["README.md", "docs/architecture.md"])
  func theExamplesAreCurrent(_ path: String) throws {
    let example = try ShippedExample.compiled.get()
    let document = RecordedText(path: path)
    let filled = try Self.fill(try document.text, from: example)
    #expect(filled.count > 0)
    try document.compare(with: filled.text)
  }

  /// The document with every block after `<!-- example: NAME -->` as the example has it.
  private static func fill(_ text: String, from example: ShippedExample) throws
    -> (text: String, count: Int)
  {
    var result: [String] = []
    var count = 0
    var lines = text.components(separatedBy: "\n")[...]
    while let line = lines.popFirst() {
      result.append(line)
      let indent = line.prefix { $0 == " " }
      let words = line.dropFirst(indent.count).split(separator: " ")
      guard words.count == 4, words.starts(with: ["<!--", "example:"]) else { continue }
      let block = try #require(ShippedExample.blocks[String(words[2])], "no example \(words[2])")
      let fence = lines.popFirst() ?? ""
      try #require(fence.hasPrefix(indent + "```"), "no block after \(line)")
      lines = lines.drop { $0 != indent + "```" }
      let content = try block(example).components(separatedBy: "\n").dropLast()
      result += [fence] + content.map { $0.isEmpty ? $0 : indent + $0 }
      count += 1
    }
    return (result.joined(separator: "\n"), count)
  }
}

struct LinkTests {
  private static let documents = ["README.md", "docs/architecture.md"]
  private static let folders = [
    "Sources", "Tests", "scripts", "docs", "golden", "Benchmarks", ".ci",
  ]

  /// Paths in code font and targets of links, without what follows a `#`.
  private static func paths(in text: String) -> [String] {
    let code = text.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }
      .map(\.element).filter { path in
        !path.contains(where: { " <*…{".contains($0) })
          && folders.contains { path.hasPrefix($0 + "/") }
      }
    let links = text.components(separatedBy: "](").dropFirst().compactMap {
      $0.components(separatedBy: ")").first?.components(separatedBy: "#").first
    }
    return code + links.filter { !$0.isEmpty && !$0.contains("://") }
  }

  @Test(arguments: documents)
  func everyPathExists(_ document: String) throws {
    let folder = document.hasPrefix("docs/") ? "/docs/" : "/"
    let paths = Self.paths(in: try RecordedText(path: document).text)
    #expect(!paths.isEmpty)
    for path in paths {
      let found = [PackageFolder.root + folder + path, PackageFolder.root + "/" + path].contains {
        FileManager.default.fileExists(atPath: $0)
      }
      #expect(found, "\(document) names \(path)")
    }
  }
}
