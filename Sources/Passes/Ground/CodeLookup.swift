internal import IR

/// Looks names and paths of a paper up in a repository.
struct CodeLookup {
  private let repository: Repository
  private let text: SourceText
  private let definitions: [String: [CodeSymbol]]
  private let files: [String: RepositoryFile]
  /// Paths by their last part.
  private let byName: [Substring: [String]]
  private let folders: Set<Substring>
  /// Bytes of the text that are code or configuration, in order: not documents, not messages of
  /// commits.
  private let code: [Range<UInt32>]

  /// A name that stands in so many places is no matter of one definition.
  private static let mostPlaces = 200

  init(_ repository: Repository, _ text: SourceText) {
    self.repository = repository
    self.text = text
    definitions = Dictionary(grouping: repository.symbols) { symbol in
      symbol.name.split(separator: ".").last.map { String($0) } ?? symbol.name
    }
    files = Dictionary(
      repository.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    byName = Dictionary(grouping: repository.files.map(\.path)) {
      $0.split(separator: "/").last ?? ""
    }
    let kinds: Set<RepositoryFile.Kind> = [.source, .notebook, .configuration, .data]
    code = repository.files.filter { kinds.contains($0.kind) }.compactMap { $0.text?.bytes }
      .sorted { $0.lowerBound < $1.lowerBound }
    folders = Set(repository.files.flatMap { $0.path.split(separator: "/").dropLast() })
  }

  // MARK: Files

  /// The files that a path may mean: one of its whole path, or those that end with it.
  func files(at path: String) -> [RepositoryFile] {
    if let file = files[path] { return [file] }
    guard let name = path.split(separator: "/").last else { return [] }
    return (byName[name] ?? []).filter { $0.hasSuffix("/" + path) || path.hasSuffix("/" + $0) }
      .compactMap { files[$0] }
  }

  /// Whether the folder that a path begins in is one of the repository.
  func hasFolder(of path: String) -> Bool {
    let parts = path.split(separator: "/")
    return parts.count > 1 && folders.contains(parts[0])
  }

  /// A place to cite for what a whole file shows.
  func place(of file: RepositoryFile) -> [SourceSpan] {
    (file.text ?? file.summary).map { [$0.narrowed(to: 0..<min(1, $0.bytes.count))] } ?? []
  }

  // MARK: Definitions

  func definitions(of name: String) -> [CodeSymbol] { definitions[name] ?? [] }

  /// Whether the repository has a name in any way but as that of something of its own that is
  /// called or imported: as a key, a variable, an attribute, or from a library.
  func uses(_ name: String) -> Bool {
    var start = 0
    for _ in 0..<Self.mostPlaces {
      guard let range = text.text.utf8Range(of: name, from: start) else { return false }
      start = range.upperBound
      if isCode(range), isWord(range), !isOwnCall(range) { return true }
    }
    return true
  }

  private func byte(_ offset: Int) -> UInt8? {
    let bytes = text.text.utf8
    guard offset >= 0, offset < bytes.count else { return nil }
    return bytes[bytes.index(bytes.startIndex, offsetBy: offset)]
  }

  private func isCode(_ range: Range<Int>) -> Bool {
    let next = code.partitioningIndex { Int($0.upperBound) > range.lowerBound }
    return next < code.count && Int(code[next].lowerBound) <= range.lowerBound
  }

  private func isWord(_ range: Range<Int>) -> Bool {
    ![byte(range.lowerBound - 1), byte(range.upperBound)].contains { byte in
      byte.map {
        $0 == 0x5F || $0.isASCIIDigit || (0x41...0x5A).contains($0)
          || (0x61...0x7A).contains($0)
      } ?? false
    }
  }

  private func isOwnCall(_ range: Range<Int>) -> Bool {
    if byte(range.upperBound) == 0x28 { return true }
    var first = range.lowerBound
    while first > 0, range.lowerBound - first < 200, byte(first - 1) != 0x0A { first -= 1 }
    let words = text.text(of: UInt32(first)..<UInt32(range.lowerBound)).split(separator: " ")
    guard words.count > 1, words[0] == "from" else { return false }
    let module = words[1].split(separator: ".", omittingEmptySubsequences: false)[0]
    return module.isEmpty || folders.contains(module) || byName[module + ".py"] != nil
  }
}
