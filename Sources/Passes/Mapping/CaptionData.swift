internal import IR

/// The data that a table or figure is on, as its caption or its labels say it.
struct CaptionData {
  private let view: PaperView
  private let data: DatasetNames
  private let own: OwnNames
  private let isSafe: (String) -> Bool

  private static let longest = 300

  init(
    _ view: PaperView, _ data: DatasetNames, _ own: OwnNames, isSafe: @escaping (String) -> Bool
  ) {
    self.view = view
    self.data = data
    self.own = own
    self.isSafe = isSafe
  }

  /// The sentence of a caption that names data, with the first of some sentences that says how the
  /// same data was used: nothing else tells as surely what an exhibit is on.
  func dataset(ofCaption caption: Grounded<String>, and sentences: [PlanSentence])
    -> Grounded<String>?
  {
    guard caption.spans.count == 1, caption.derivation == nil else { return nil }
    let parts = SentenceSplitter.spans(of: caption.spans[0], text: caption.value)
    guard let told = parts.lazy.map(view.grounded).first(where: tellsData) else { return nil }
    return told.joined(with: use(of: names(in: told.value), in: sentences))
  }

  private static let mostLabels = 8

  /// The labels of a table's rows or columns that name data, with such a sentence.
  func dataset(ofLabels grids: [Grid], and sentences: [PlanSentence]) -> Grounded<String>? {
    let cells = grids.flatMap { grid in
      grid.rows.prefix(grid.headerRows).joined() + grid.rows.compactMap(\.first)
    }.compactMap(\.span).map(view.grounded)
    let labels = cells.unique.filter { data.isName($0.value) && !own.hold($0.value) }
      .prefix(Self.mostLabels)
    guard !labels.isEmpty else { return nil }
    let list = Grounded(
      labels.map(\.value).joined(separator: ", "), labels.flatMap(\.spans),
      .computed("labels that name data"))
    guard isSafe(list.value) else { return nil }
    return list.joined(with: use(of: labels.map(\.value), in: sentences))
  }

  /// The first sentence that says how data of some names was used.
  private func use(of names: [String], in sentences: [PlanSentence]) -> Grounded<String>? {
    let use = sentences.first { sentence in
      let text = view.text(of: sentence.atom.span)
      return sentence.topics.contains(.dataset) && names.contains { text.has($0) }
        && !PlanWriter.uses.matches(in: CueWords(text)).isEmpty
    }
    return use.map { view.grounded($0.atom.span) }
  }

  private static let sets = ["development set", "dev set", "test set", "validation set"]

  /// Whether a sentence names data, and says neither how anything came out nor what is best.
  private func tellsData(_ sentence: Grounded<String>) -> Bool {
    let text = sentence.value
    let words = CueWords(text)
    return (!names(in: text).isEmpty || Self.sets.contains { text.has($0) })
      && text.count < Self.longest && Wording.isFieldSafe(text) && isSafe(text)
      && FindingCues.weight(of: words) == 0 && PlanSentence.gains.matches(in: words).isEmpty
      && Self.comparisons.matches(in: words).isEmpty
  }

  private static let comparisons = CueTable(ResultCues.rows.filter { $0.role != .result })

  private func names(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    let known = Lexicon.datasets.found(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
    let words = text.parts(between: " ").map { String($0.trimmed(of: ".,;:()")) }
    return known + DatasetNames.names(in: text).filter { !own.hold($0) }
      + words.filter { data.hold($0) && !own.hold($0) }
  }
}

extension Grounded<String> {
  /// With a sentence behind it.
  func joined(with next: Grounded<String>?) -> Grounded<String> {
    guard let next else { return self }
    let end = value.last.map { ".!?".contains($0) } == true ? " " : ". "
    return Grounded(value + end + next.value, spans + next.spans, .computed("two sentences"))
  }
}
