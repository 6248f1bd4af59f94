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
    let commands = self.commands(Self.unique(found.compactMap(\.command)))
    if !commands.isEmpty { file.field("Launched by", "\(commands, separator: "; ")") }
    let uses = Self.unique(found.flatMap(\.uses)).prefix(Self.mostPlaces).compactMap(place)
    if !uses.isEmpty { file.field("Read at", "\(uses, separator: ", ")") }
  }

  /// Each command once, on one line, with the places that have it. Paths of somebody's machine are
  /// of no use on another one.
  private func commands(_ spans: [SourceSpan]) -> [Grounded<String>] {
    var lines: [String] = []
    var places: [String: [SourceSpan]] = [:]
    for span in spans {
      let words = sources.text(of: span).split(whereSeparator: \.isWhitespace)
      let line = words.filter { $0 != "\\" }
        .map { word in
          MachineTrace.find(in: word).map { word.swapping(String($0), for: "…") } ?? "\(word)"
        }
        .joined(separator: " ")
      if places[line] == nil { lines.append(line) }
      places[line, default: []].append(span)
    }
    return lines.prefix(Self.mostPlaces).map { line in
      let spans = Array((places[line] ?? []).prefix(Self.mostPlaces))
      let locations = spans.compactMap { place($0)?.value }.joined(separator: ", ")
      return Grounded(
        "`\(line)`" + (locations.isEmpty ? "" : " (\(locations))"), spans,
        .computed("the command on one line, with its places"))
    }
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
