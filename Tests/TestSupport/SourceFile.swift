internal import FoundationEssentials

/// A file below `Sources`.
package struct SourceFile: Sendable {
  package struct Import: Hashable, Sendable {
    package let module: String
    /// `internal` where nothing is written, as the settings of the package have it.
    package let access: String
    package let line: Int
  }

  /// Relative to the package: `Sources/IR/Entities/Claim.swift`.
  package let path: String
  package let tokens: [SwiftToken]
  package let lineCount: Int

  package init(path: String, text: String) {
    self.path = path
    tokens = SwiftScanner.tokens(of: text)
    lineCount = text.utf8.count { $0 == UInt8(ascii: "\n") }
  }

  /// The module that the file belongs to.
  package var module: String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? String(parts[1]) : ""
  }

  /// Every Swift file below `Sources`, in order of the paths.
  package static let all: [SourceFile] = {
    let root = PackageFolder.root + "/Sources"
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      guard let text = try? String(contentsOfFile: root + "/" + path, encoding: .utf8) else {
        return nil
      }
      return SourceFile(path: "Sources/" + path, text: text)
    }
  }()

  private static let accessLevels: Set<String> = [
    "public", "package", "internal", "fileprivate", "private",
  ]
  private static let importKinds: Set<String> = [
    "typealias", "struct", "class", "enum", "protocol", "let", "var", "func",
  ]

  package var imports: [Import] {
    tokens.indices.compactMap { index in
      guard tokens[index].kind == .word, tokens[index].text == "import" else { return nil }
      var name = index + 1
      if name < tokens.count, Self.importKinds.contains(tokens[name].text) { name += 1 }
      guard name < tokens.count else { return nil }
      let before = index > 0 ? tokens[index - 1].text : ""
      return Import(
        module: tokens[name].text, access: Self.accessLevels.contains(before) ? before : "internal",
        line: tokens[index].line)
    }
  }
}
