import IR

/// A repository made of files and settings, for rules that look at code.
struct StudyCode {
  static let source = SourceID("code")

  private var text = SourceTextBuilder(source)
  private var repository = Repository(source: source, files: [])

  mutating func file(
    _ path: String, _ kind: RepositoryFile.Kind, _ language: String? = nil, _ content: String = "",
    summary: String? = nil, lines: Int? = nil
  ) {
    let whole = append(content, path, 1)
    var file = RepositoryFile(
      path: path, kind: kind, language: language, size: content.utf8.count, lines: lines,
      blob: "0")
    file.text = whole
    file.summary = summary.map { append($0, path, 1) }
    repository.files.append(file)
  }

  mutating func symbol(
    _ path: String, _ name: String, _ line: Int, _ signature: String? = nil
  ) {
    repository.symbols.append(
      CodeSymbol(
        path: path, name: name, kind: .function, signature: signature ?? "def \(name)()",
        lines: line...line,
        span: append("def \(name)():", path, line)))
  }

  mutating func type(_ path: String, _ name: String, _ lines: ClosedRange<Int>) {
    repository.symbols.append(
      CodeSymbol(path: path, name: name, kind: .type, signature: "class \(name)", lines: lines))
  }

  mutating func setting(
    _ path: String, _ line: Int, _ name: String, _ value: String,
    origin: Setting.Origin = .argument
  ) {
    repository.settings.append(
      Setting(
        name: name, value: Grounded(value, [append(value, path, line)]), origin: origin,
        path: path, line: line))
  }

  /// A script of one command, with one of its options.
  mutating func launch(_ path: String, _ command: String, _ name: String, _ value: String) {
    file(path, .source, "Shell", command)
    guard let whole = repository.files.last?.text,
      let at = command.find("--\(name) \(value)")
    else { return }
    let start =
      command.utf8.distance(from: command.startIndex, to: at.upperBound) - value.utf8.count
    let span = whole.narrowed(to: start..<(start + value.utf8.count))
    var setting = Setting(
      name: name, value: Grounded(value, [span]), origin: .launch, path: path, line: 1)
    setting.command = whole
    repository.settings.append(setting)
  }

  private mutating func append(_ words: String, _ path: String, _ line: Int) -> SourceSpan {
    let span = text.append(words, at: .lines(path: path, firstLine: line))
    text.separate("\n")
    return span
  }

  /// The study's paper with this code beside it.
  func document(of paper: StudyPaper) -> Document {
    var document = paper.document
    let source = SourceText(
      id: Self.source, kind: .git, file: "code", sha256: "", text: text.text,
      regions: text.regions)
    document.sources = SourceMap(document.sources.sources + [source])
    document.inputs.repository = repository
    return document
  }
}
