internal import IR

/// What a repository says of a parameter beside its value: which command passes it, and where code
/// reads it.
struct SettingPlaces {
  private let settings: [SourceSpan: Setting]
  private let sources: SourceMap

  private static let mostPlaces = 4

  init(_ document: Document) {
    let known = document.inputs.repository?.settings ?? []
    settings = Dictionary(
      known.compactMap { setting in setting.value.spans.first.map { ($0, setting) } }
    ) { first, _ in first }
    sources = document.sources
  }

  func write(_ parameter: Parameter, into file: inout FileWriter) {
    let spans = Self.unique(parameter.value.spans + parameter.source.flatMap(\.spans))
    let found = spans.compactMap { settings[$0] }
    let commands = Self.unique(found.compactMap(\.command)).prefix(Self.mostPlaces).map(command)
    if !commands.isEmpty { file.field("Launched by", "\(commands, separator: "; ")") }
    let uses = Self.unique(found.flatMap(\.uses)).prefix(Self.mostPlaces).compactMap(place)
    if !uses.isEmpty { file.field("Read at", "\(uses, separator: ", ")") }
  }

  /// A command on one line, with its place.
  private func command(_ span: SourceSpan) -> Grounded<String> {
    let words = sources.text(of: span).split(whereSeparator: \.isWhitespace)
    let line = words.filter { $0 != "\\" }.joined(separator: " ")
    let location = place(span)?.value
    return Grounded(
      "`\(line)`" + (location.map { " (\($0))" } ?? ""), [span],
      .computed("the command on one line, with its place"))
  }

  private func place(_ span: SourceSpan) -> Grounded<String>? {
    guard case .lines(let path, let lines)? = sources.location(of: span) else { return nil }
    return Grounded(
      "\(path):\(lines.lowerBound)", [span], .computed("the place of the span"))
  }

  private static func unique(_ spans: [SourceSpan]) -> [SourceSpan] {
    var seen: Set<SourceSpan> = []
    return spans.filter { seen.insert($0).inserted }
  }
}
