internal import IR

/// The pointer index of a repository (`spec/ara-format.md`, 5.10): what each file of the code base
/// is, says of itself, and is started with.
struct CodeCatalogue {
  private let repository: Repository
  private let text: SourceText
  private let launches: [String: Grounded<String>]

  private static let nameLimit = 8
  private static let descriptionLimit = 200

  init(_ repository: Repository, _ text: SourceText) {
    self.repository = repository
    self.text = text
    launches = LaunchSearch(repository, text).launches
  }

  /// One entry a file; what only serves the hosting (`.gitignore`, `.github/`) is no code.
  func artifacts() -> [CodeArtifact] {
    let symbols = Dictionary(grouping: repository.symbols, by: \.path)
    return repository.files.filter(isCode).map { file in
      let place = file.text.map { $0.narrowed(to: 0..<min(1, $0.bytes.count)) } ?? file.summary
      return CodeArtifact(
        path: Grounded(file.path, place.map { [$0] } ?? []), nature: nature(of: file),
        contents: Stated(
          summary(of: file) ?? definitions(symbols[file.path] ?? []) ?? settings(of: file)
            ?? dependencies(of: file)),
        run: Stated(launches[file.path] ?? command(for: file)))
    }
  }

  private func isCode(_ file: RepositoryFile) -> Bool {
    switch file.kind {
    case .source, .notebook, .generated: true
    case .configuration: !file.path.split(separator: "/").contains { $0.hasPrefix(".") }
    default: false
    }
  }

  private func nature(of file: RepositoryFile) -> String {
    let kind =
      switch file.kind {
      case .source: "source"
      case .generated: "generated source"
      default: file.kind.rawValue
      }
    return file.language.map { "\(kind) (\($0))" } ?? kind
  }

  // MARK: What it contains

  /// What the file says of itself.
  private func summary(of file: RepositoryFile) -> Grounded<String>? {
    guard let span = file.summary else { return nil }
    let lines = text.text(of: span.bytes).split(separator: "\n").map(Self.withoutCommentMark)
    let words = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    let opening = Wording.opening(words, limit: Self.descriptionLimit).text
    guard opening.count > 8, Wording.isFieldSafe(opening + " is a summary"),
      !CredentialFinder.occurs(in: opening)
    else { return nil }
    return Grounded(opening, [span], .computed("first words of the file's own description"))
  }

  private static func withoutCommentMark(_ line: Substring) -> Substring {
    line.drop { " \t#/%*;!-".contains($0) }
  }

  private func definitions(_ symbols: [CodeSymbol]) -> Grounded<String>? {
    let defined = symbols.filter { $0.kind != .constant }
    let offered = defined.filter { symbol in
      !symbol.name.split(separator: ".").contains { $0.hasPrefix("_") }
    }
    let named = (offered.isEmpty ? defined : offered).prefix(Self.nameLimit)
    return list("Defines", named.map(\.name), named.compactMap(\.span), "symbols of the file")
  }

  private func settings(of file: RepositoryFile) -> Grounded<String>? {
    guard file.kind == .configuration else { return nil }
    let own = repository.settings.filter { $0.path == file.path }.prefix(Self.nameLimit)
    return list("Sets", own.map(\.name), own.flatMap(\.value.spans), "settings of the file")
  }

  private func dependencies(of file: RepositoryFile) -> Grounded<String>? {
    let own = repository.dependencies.filter { $0.path == file.path }.prefix(Self.nameLimit)
    return list(
      "Requires", own.map(\.name), own.flatMap(\.declared.spans), "dependencies of the file")
  }

  private func list(
    _ verb: String, _ names: [String], _ spans: [SourceSpan], _ origin: String
  ) -> Grounded<String>? {
    var seen: Set<String> = []
    let safe = names.filter { !$0.contains("`") && seen.insert($0).inserted }
    guard !safe.isEmpty, !spans.isEmpty else { return nil }
    return Grounded(
      verb + " " + safe.map { "`\($0)`" }.joined(separator: ", "), spans, .computed(origin))
  }

  // MARK: How it is run

  /// The bare command for a file that is made to be run.
  private func command(for file: RepositoryFile) -> Grounded<String>? {
    guard let span = file.text, !file.path.contains("`") else { return nil }
    let place = span.narrowed(to: 0..<min(1, span.bytes.count))
    switch file.language {
    case "Python":
      let content = text.text(of: span.bytes)
      guard content.has("__name__"), content.has("__main__") else { return nil }
      return Grounded("`python \(file.path)`", [place], .computed("the file has a main block"))
    case "Shell":
      return Grounded("`bash \(file.path)`", [place], .computed("the file is a shell script"))
    default: return nil
    }
  }
}

/// The commands with which documents, makefiles and scripts of a repository start its files.
private struct LaunchSearch {
  /// By the path of the file that is started; the first command stands.
  private(set) var launches: [String: Grounded<String>] = [:]
  private let paths: Set<String>

  private static let launchers: Set<Substring> = [
    "python", "python3", "bash", "sh", "torchrun", "accelerate", "deepspeed", "streamlit", "pytest",
  ]
  /// In bytes: longer lines are data.
  private static let lineLimit = 300

  init(_ repository: Repository, _ text: SourceText) {
    paths = Set(repository.files.map(\.path))
    // What documents say comes before what scripts do.
    let tellers =
      repository.files.filter { $0.kind == .documentation }
      + repository.files.filter { $0.language == "Makefile" || $0.language == "Shell" }
    for file in tellers {
      guard let span = file.text else { continue }
      read(text.text(of: span.bytes), span)
    }
  }

  private mutating func read(_ content: String, _ span: SourceSpan) {
    var offset = 0
    for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
      let length = line.utf8.count
      defer { offset += length + 1 }
      guard length < Self.lineLimit else { continue }
      let blanks = line.utf8.prefix { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "$") }.count
      let command = line.dropFirst(blanks)
      let words = command.split { $0 == " " || $0 == "\t" || $0 == "\r" }
      // A place on somebody's machine is no part of how a file is started.
      guard !words.contains(where: { $0.hasPrefix("/") || $0.hasPrefix("~") }) else { continue }
      guard let first = words.first, Self.launchers.contains(first), !command.contains("`"),
        let path = target(of: words.dropFirst()), launches[path] == nil,
        !CredentialFinder.occurs(in: String(command))
      else { continue }
      let tail = command.utf8.reversed().prefix { $0 == 0x20 || $0 == 0x0D || $0 == 0x5C }.count
      let written = String(decoding: command.utf8.dropLast(tail), as: UTF8.self)
      let place = span.narrowed(to: (offset + blanks)..<(offset + length - tail))
      launches[path] = Grounded("`\(written)`", [place])
    }
  }

  /// The file of the repository that a command starts: a path, or a module after `-m`.
  private func target(of words: ArraySlice<Substring>) -> String? {
    for (index, word) in zip(words.indices, words) {
      let path = word.hasPrefix("./") ? word.dropFirst(2) : word
      if paths.contains(String(path)) { return String(path) }
      if word == "-m", index + 1 < words.endIndex {
        let module = words[index + 1].split(separator: ".").joined(separator: "/")
        return ["\(module).py", "\(module)/__main__.py", "src/\(module).py"].first(
          where: paths.contains)
      }
    }
    return nil
  }
}
