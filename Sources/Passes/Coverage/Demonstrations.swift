internal import IR

/// What a library runs when it is called as a program: an example of its use, whose values are those
/// of no study.
struct Demonstrations {
  /// The names that the import statements of the repository hold.
  private let imported: Set<Substring>

  /// What a block has that starts a program of its own.
  private static let programs = ["arg", "flags", "main(", "cli", "run(", "hydra", "fire"]

  init(_ repository: Repository, _ source: SourceText) {
    var imported: Set<Substring> = []
    for file in repository.files where file.path.hasSuffix(".py") {
      guard let span = file.text else { continue }
      for line in source.text(of: span.bytes).split(separator: "\n") {
        let bare = line.drop { $0 == " " || $0 == "\t" }
        guard bare.hasPrefix("import ") || bare.hasPrefix("from ") else { continue }
        imported.formUnion(bare.split { !$0.isLetter && !$0.isNumber && $0 != "_" })
      }
    }
    self.imported = imported
  }

  /// The positions of the lines of a file under `if __name__ == "__main__":`, if other files import it
  /// and nothing there reads arguments or starts a program.
  func lines(of file: RepositoryFile, _ lines: [(text: String, indent: Int)]) -> Range<Int> {
    guard file.path.hasSuffix(".py"), let name = file.path.split(separator: "/").last,
      imported.contains(name.dropLast(3)),
      let start = lines.firstIndex(where: {
        $0.indent == 0 && $0.text.hasPrefix("if __name__ ==") && $0.text.has("__main__")
      })
    else { return 0..<0 }
    let end = lines[(start + 1)...].firstIndex { $0.indent == 0 } ?? lines.endIndex
    let runs = lines[(start + 1)..<end].contains { line in
      let text = line.text.lowercased()
      return Self.programs.contains { text.has($0) }
    }
    return runs ? 0..<0 : (start + 1)..<end
  }
}
