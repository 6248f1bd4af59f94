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

  /// What a caption names of data, with the first of some sentences that says how the same data was
  /// used: nothing else tells as surely what an exhibit is on.
  func dataset(ofCaption caption: Grounded<String>, and sentences: [PlanSentence])
    -> Grounded<String>?
  {
    guard caption.spans.count == 1, caption.derivation == nil else { return nil }
    let parts = SentenceSplitter.spans(of: caption.spans[0], text: caption.value)
      .map(view.grounded).filter(isPlain)
    guard let told = parts.first(where: tellsData) else { return nil }
    let names = self.names(in: told.value)
    return stated(told, names)?.joined(with: use(of: names, in: sentences))
  }

  /// A whole sentence as it stands; of a phrase, such as `Errors of all sorters on the Yard dataset`,
  /// what it says of the data.
  private func stated(_ told: Grounded<String>, _ names: [String]) -> Grounded<String>? {
    let words = told.value.split(separator: " ")
    guard !words.contains(where: { Self.verbs.contains($0.lowercased()) }) else { return told }
    var kept: [Range<Int>] = []
    for index in words.indices where kept.last?.contains(index) != true {
      let rest = words[index...].joined(separator: " ")
      let name = names.first { rest.trimmed(of: "(“\"").hasPrefix($0) }
      let isSet = name == nil && Self.sets.contains { rest.hasPrefix($0) }
      guard name != nil || isSet else { continue }
      let count = name.map { $0.split(separator: " ").count } ?? 2
      let start = max(Self.start(before: index, in: words), kept.last?.upperBound ?? 0)
      let behind = words[(index + count)...].prefix {
        Self.setNouns.contains(String($0.trimmed(of: ".,;:)")))
      }
      let part = start..<(index + count + behind.count)
      // Every study has a test set; whose it is tells it apart.
      if name != nil || Self.isNamed(words[part]) { kept.append(part) }
    }
    let spans = kept.map { part -> SourceSpan in
      let first = told.value.utf8.distance(
        from: told.value.startIndex, to: words[part.lowerBound].startIndex)
      let end = words[part.upperBound - 1].endIndex
      let last = told.value.utf8.distance(from: told.value.startIndex, to: end)
      return told.spans[0].narrowed(to: first..<last)
    }
    let parts = spans.map { view.text(of: $0).trimmed(of: " .,;:()") }
    guard !parts.isEmpty else { return nil }
    return Grounded(
      parts.joined(separator: ", "), spans, .computed("what the caption says of the data"))
  }

  /// Where the phrase begins that a name ends: behind the preposition before it, if that is near.
  private static func start(before index: Int, in words: [Substring]) -> Int {
    let lowest = max(0, index - 5)
    guard !words[index].hasPrefix("(") else { return index }
    let at = (lowest..<index).reversed().first { position in
      prepositions.contains(words[position].lowercased()) || words[position].hasPrefix("(")
        || words[position].last.map { ",;:)".contains($0) } == true
    }
    guard let at, prepositions.contains(words[at].lowercased()) else { return index }
    return at + 1
  }

  private static let verbs: Set<String> = [
    "is", "are", "was", "were", "we", "shows", "show", "has", "have", "trained", "evaluated",
    "use", "uses",
  ]
  private static let prepositions: Set<String> = [
    "on", "over", "across", "in", "for", "using", "of", "with", "to", "and",
  ]
  private static let setNouns: Set<String> = [
    "test", "training", "validation", "dev", "development", "train", "set", "sets", "split",
    "splits", "dataset", "datasets", "benchmark", "benchmarks", "corpus", "data", "subset",
  ]

  private static let mostLabels = 8

  /// The labels of a table's rows or columns that name data or whose head says that they do, with such
  /// a sentence.
  func dataset(
    ofLabels grids: [Grid], and sentences: [PlanSentence],
    told: () -> Grounded<String>? = { nil }
  ) -> Grounded<String>? {
    let cells = grids.flatMap { grid in
      grid.rows.prefix(grid.headerRows).joined() + grid.rows.compactMap(\.first)
    }.compactMap(\.span).map(view.grounded)
    let named = cells.filter { data.isName($0.value) && !own.hold($0.value) }
    let axis = grids.flatMap(dataAxis)
    let labels = (axis + named).unique.prefix(Self.mostLabels)
    guard !labels.isEmpty else { return nil }
    let list = Grounded(
      labels.map(\.value).joined(separator: ", "), labels.flatMap(\.spans),
      .computed("labels that name data"))
    guard isSafe(list.value) else { return nil }
    let use = use(of: labels.map(\.value), in: sentences)
    return list.joined(with: use ?? (axis.isEmpty ? nil : told()))
  }

  /// The labels of the column whose head calls them data, or of a spanning row of the header.
  private func dataAxis(of grid: Grid) -> [Grounded<String>] {
    let header = grid.rows.prefix(grid.headerRows)
    func head(_ row: [Cell]) -> String? { row.first?.span.map { view.text(of: $0).lowercase } }
    // The corner says what the rows are; what stands above it, what the columns are.
    guard let corner = header.lastIndex(where: { head($0) != nil }), let name = head(header[corner])
    else { return [] }
    let column =
      Self.axisHeads.contains(name)
      ? grid.rows.dropFirst(grid.headerRows).filter(ComparedSystems.isFilled) : []
    let row = header[..<corner].filter { head($0).map(Self.axisHeads.contains) ?? false }
      .flatMap { head($0) == name ? [] : $0.dropFirst() }
    let labels = (column.compactMap(\.first) + row).compactMap(\.span).map(view.grounded)
    guard !labels.contains(where: { own.hold($0.value) }) else { return [] }
    return labels.unique.filter { label in
      label.value.contains(where: \.isLetter) && label.value.count < Self.longestLabel
        && !Self.sums.contains(label.value.lowercase) && isSafe(label.value)
    }
  }

  private static let longestLabel = 40
  private static let axisHeads: Set<String> = [
    "data", "dataset", "datasets", "data set", "data sets", "benchmark", "benchmarks", "corpus",
  ]
  private static let sums: Set<String> = [
    "average", "avg", "avg.", "mean", "overall", "total", "all", "metric", "metrics", "method",
  ]

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

  private func tellsData(_ sentence: Grounded<String>) -> Bool {
    !self.names(in: sentence.value).isEmpty
      || Self.sets.contains { sentence.value.has($0) }
        && Self.isNamed(sentence.value.split(separator: " ").dropFirst())
  }

  /// Whether words have a name or a number among them.
  private static func isNamed(_ words: ArraySlice<Substring>) -> Bool {
    words.contains { word in
      word.contains(where: \.isNumber) || word.drop { !$0.isLetter }.first?.isUppercase == true
    }
  }

  /// Whether a sentence says neither how anything came out nor what is best.
  private func isPlain(_ sentence: Grounded<String>) -> Bool {
    let text = sentence.value
    let words = CueWords(text)
    return text.count < Self.longest && Wording.isFieldSafe(text) && isSafe(text)
      && FindingCues.weight(of: words) == 0 && PlanSentence.gains.matches(in: words).isEmpty
      && Self.comparisons.matches(in: words).isEmpty
  }

  private static let comparisons = CueTable(ResultCues.rows.filter { $0.role != .result })

  private func names(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    let known = Lexicon.datasets.found(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
    let words = text.parts(between: " ").map { String($0.trimmed(of: ".,;:()")) }
    // In a title every word may pass for a name.
    let isTitle = words.count { $0.first?.isUppercase == true } * 2 > words.count
    let named = DatasetNames.names(in: Sentence(text)).filter { name in
      !isTitle
        || text.contains(where: \.isLowercase)
          && name.parts(between: " ").contains {
            ProperNames.isName(String($0))
          }
    }
    // `SFT` of an SFT dataset may be what is done in `SFT runs`.
    let placed = zip(words, [""] + words).filter { Self.prepositions.contains($1.lowercased()) }
      .map(\.0)
    return known + named.filter { !own.hold($0) }
      + placed.filter { data.hold($0) && !own.hold($0) }
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
