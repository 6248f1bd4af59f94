internal import IR

/// How much each source file of a repository speaks of the work, by the words that both use.
///
/// A word counts more the more the work says it and the fewer files have it; in a name it counts
/// more than in a comment, and there more than in a body.
struct FileRelevance {
  struct Row {
    let file: RepositoryFile
    let score: Double
    /// How often each word of the work stands in the file, weighted by where.
    let counts: [UInt64: Double]
    /// Whether the file only puts modules together, and carries nothing out.
    let isCollection: Bool
  }

  /// The best first.
  let rows: [Row]
  /// By key; words that nearly every file has come close to 0.
  let rarity: [UInt64: Double]

  /// In bytes: what stands further down in a file does not tell what the file is.
  private static let longest = 64 << 10
  private static let mostRarity = 3.0
  /// How soon a word that is repeated stops to count.
  private static let saturation = 4.0

  init(_ repository: Repository, _ text: SourceText, vocabulary: WorkVocabulary, graph: ImportGraph)
  {
    let symbols = Dictionary(grouping: repository.symbols, by: \.path)
    let readme = ReadmeNotes(repository, text)
    let counted = repository.files.filter(Self.isCode).map { file in
      (file, Self.counts(file, symbols[file.path] ?? [], readme.notes[file.path], text, vocabulary))
    }
    var files: [UInt64: Int] = [:]
    for (_, counts) in counted {
      for key in counts.keys { files[key, default: 0] += 1 }
    }
    let total = Double(counted.count + 1)
    let rarity = files.mapValues { min((total / Double($0)).squareRoot() - 1, Self.mostRarity) }
    self.rarity = rarity
    let lengths = counted.map { Double(min($0.0.text?.bytes.count ?? 0, Self.longest)) }
    let mean = max(lengths.reduce(0, +) / total, 1)
    rows = zip(counted, lengths).map { counted, length in
      let (file, counts) = counted
      let saturation = Self.saturation * (1 + length / mean) / 2
      // Sums of floating point depend on their order, which a dictionary does not fix.
      let parts = counts.map { key, count in
        (vocabulary.weights[key] ?? 0) * (rarity[key] ?? 0) * count / (count + saturation)
      }
      let score = parts.sorted().reduce(0, +)
      let isCollection = Self.onlyCollects(file, text)
      return Row(
        file: file,
        score: score * Self.part(of: file.path) * Self.part(of: file)
          * graph.weight(of: file.path) * (isCollection ? Self.collecting : 1),
        counts: counts, isCollection: isCollection)
    }.sorted { ($1.score, $0.file.path) < ($0.score, $1.file.path) }
  }

  static func isCode(_ file: RepositoryFile) -> Bool {
    (file.kind == .source || file.kind == .notebook) && file.text != nil
  }

  private static func counts(
    _ file: RepositoryFile, _ symbols: [CodeSymbol], _ notes: [String]?, _ text: SourceText,
    _ vocabulary: WorkVocabulary
  ) -> [UInt64: Double] {
    var counts: [UInt64: Double] = [:]
    func add(_ words: some StringProtocol, _ weight: Double) {
      for word in IdentifierWords.scan(words) where vocabulary.weights[word.key] != nil {
        counts[word.key, default: 0] += weight
      }
    }
    add(file.path, 4)
    for symbol in symbols where symbol.kind != .constant {
      add(symbol.name, 3)
      if let doc = symbol.doc { add(text.text(of: doc.bytes), 1) }
    }
    if let summary = file.summary { add(text.text(of: summary.bytes), 2) }
    for note in notes ?? [] { add(note, 2) }
    if let span = file.text {
      let length = min(span.bytes.count, longest)
      add(text.text(of: span.narrowed(to: 0..<length).bytes), 0.5)
    }
    return counts
  }

  /// Parts of paths that tell of a file which does not carry the method out.
  private static let aside: [(words: Set<String>, weight: Double)] = [
    (
      [
        "test", "tests", "testing", "conftest", "setup", "docs", "example", "examples", "template",
        "templates", "bench", "benches",
      ], 0.3
    ),
    (
      [
        "plot", "plots", "plotting", "figure", "figures", "figs", "vis", "viz", "visualize",
        "visualization", "visualizations", "fixtures", "demo", "ci", "legacy", "deprecated",
        "third", "vendor", "external",
      ], 0.5
    ),
  ]

  private static let collecting = 0.3
  private static let longestCollection = 4 << 10
  /// What lines begin with that put modules together: of Julia, Python, Rust and JavaScript.
  private static let collections = [
    "using ", "import ", "include(", "export ", "from ", "module ", "mod ", "pub mod ", "use ",
    "pub use ", "end", "#", "//", "__all__",
  ]

  /// Whether a file only names the modules that a package is made of, and so has all of its words.
  private static func onlyCollects(_ file: RepositoryFile, _ text: SourceText) -> Bool {
    guard file.kind == .source, let span = file.text, span.bytes.count < longestCollection else {
      return false
    }
    let lines = text.text(of: span.bytes).split(separator: "\n").map { $0.trimmed(of: " \t\r") }
      .filter { !$0.isEmpty }
    return !lines.isEmpty
      && lines.allSatisfy { line in collections.contains { line.hasPrefix($0) } }
  }

  /// Folders of what is written about the work: it has all the words and carries nothing out.
  private static let writings: Set<Substring> = [
    "paper", "manuscript", "slides", "poster", "thesis", "latex", "report",
  ]
  private static let writing = 0.3

  static func isWriting(_ path: String) -> Bool {
    path.lowercased().split(separator: "/").dropLast().contains(where: writings.contains)
  }

  static func part(of path: String) -> Double {
    if isWriting(path) { return writing }
    let words = path.lowercased().split { !$0.isLetter }.map(String.init)
    let found = aside.filter { row in words.contains { row.words.contains($0) } }
    return found.map(\.weight).min() ?? 1
  }
}

extension FileRelevance {
  private static let launchers: Set<String> = [
    "Shell", "PowerShell", "Batch", "HTML", "CSS", "R Markdown",
  ]

  /// Scripts of a shell start what others carry out, and repeat its names; pages tell of it.
  private static func part(of file: RepositoryFile) -> Double {
    file.language.map(launchers.contains) == true ? 0.4 : 1
  }

  /// The same ranking, with the files ahead whose definitions are bound; `strengths` are shares.
  func favouring(_ strengths: [String: Double]) -> FileRelevance {
    let weighed = rows.map { row in
      Row(
        file: row.file, score: row.score * (1 + (strengths[row.file.path] ?? 0)),
        counts: row.counts, isCollection: row.isCollection)
    }
    return FileRelevance(
      rows: weighed.sorted { ($1.score, $0.file.path) < ($0.score, $1.file.path) }, rarity: rarity)
  }

  private init(rows: [Row], rarity: [UInt64: Double]) {
    self.rows = rows
    self.rarity = rarity
  }
}

/// The lines of documents that name a file of the repository by its path.
private struct ReadmeNotes {
  private(set) var notes: [String: [String]] = [:]

  private static let longestLine = 400
  private static let most = 20

  init(_ repository: Repository, _ text: SourceText) {
    let paths = Set(repository.files.filter(FileRelevance.isCode).map(\.path))
    for file in repository.files where file.kind == .documentation {
      guard let span = file.text else { continue }
      let lines = text.text(of: span.bytes).split(
        separator: "\n", omittingEmptySubsequences: true)
      for (line, next) in zip(lines, Array(lines.dropFirst()) + [""])
      where line.utf8.count < Self.longestLine {
        let words = line.split { " \t`'\"(),:;|[]*<>".contains($0) }
        for word in words {
          let path = String(word.hasPrefix("./") ? word.dropFirst(2) : word)
          guard paths.contains(path), notes[path, default: []].count < Self.most else { continue }
          // A list of files may have what each is for on the line below.
          notes[path, default: []].append(String(words.count == 1 ? next : line))
        }
      }
    }
  }
}
