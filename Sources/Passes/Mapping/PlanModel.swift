internal import IR

// Which model an experiment is on.

extension PlanWriter {
  private static let mostSystems = 6
  /// The weight of a sentence that says which model was used.
  static let telling = 2

  /// What the labels of a table or its caption name, and what the sentences say of the model: those
  /// of the first part of `parts` that tells which it was.
  func model(of grids: [Grid], _ caption: Grounded<String>?, _ parts: [[PlanSentence]])
    -> Grounded<String>?
  {
    let told = parts.compactMap { strongest(in: $0) }
    let sentence = told.first { $0.weight >= Self.telling }
    guard let names = ownSystems(of: grids) ?? labelled(grids) ?? caption.flatMap(named) else {
      // What is near may describe a model without a name; what is far describes another one.
      return sentence?.text ?? parts.first.flatMap(described) ?? told.first?.text
    }
    // A label that names a model needs no more than what it was made from.
    let isNamed = !ModelNames.found(in: names.value).isEmpty
    return names.joined(
      with: sentence.flatMap { !isNamed || $0.weight > Self.telling ? $0.text : nil })
  }

  private func strongest(in sentences: [PlanSentence])
    -> (weight: Int, text: Grounded<String>)?
  {
    var best: PlanSentence?
    for sentence in sentences where sentence.modelWeight > best?.modelWeight ?? 0 {
      best = sentence
    }
    return best.map { ($0.modelWeight, withItems($0)) }
  }

  /// A sentence with the items of the list that it leads in.
  private func withItems(_ sentence: PlanSentence) -> Grounded<String> {
    let text = view.grounded(sentence.atom.span)
    let blocks = view.paper.blocks
    guard PlanSentence.announces(text.value) else { return text }
    let items = blocks[(sentence.atom.block + 1)...].prefix { $0.kind == .listItem }
      .prefix(Self.mostSystems).map { view.grounded($0.span) }
    guard !items.isEmpty,
      items.allSatisfy({ holdsNoResult($0.value) && Wording.isFieldSafe($0.value) })
    else { return text }
    let list = items.map { String($0.value.trimmed(of: " •◦–-.;")) }.joined(separator: "; ")
    return Grounded(
      text.value + " " + list, text.spans + items.flatMap(\.spans),
      .computed("a sentence and the list that it leads in"))
  }

  /// How surely a sentence says which model was used: it names one, or stands below a head that says
  /// so, and says that the authors used it.
  static func modelWeight(
    of sentence: Sentence, _ atom: Atom, isHeaded: Bool, in view: PaperView
  ) -> Int {
    guard view.paper.blocks[atom.block].kind != .listItem else { return 0 }
    let (text, words) = sentence.parts
    guard tools.matches(in: words).isEmpty else { return 0 }
    if uses(ModelNames.found(in: sentence.names, text), in: text, isHeaded: isHeaded) {
      return telling + (isHeaded || !bases.matches(in: words).isEmpty ? 1 : 0)
    }
    guard isHeaded else { return 0 }
    if uses([0..<text.utf8.count], in: text, isHeaded: false) { return telling }
    let isSetup = SectionRole(of: atom.section, in: view) == .experiments
    return isSetup && atom.citations.isEmpty ? 1 : 0
  }

  static let bases = CueTable([
    Cue(
      "base|backbone|foundation model|models|llm|llms", .configuration, weight: 1,
      matches: "It is our base model.", ignores: "It is our model."),
    Cue(
      "as ... backbone|backbones", .configuration, weight: 1,
      matches: "We use it as our backbone.", ignores: "We see a backbone."),
  ])

  /// Models that are no subject of the study.
  static let tools = CueTable([
    Cue(
      "to classify|annotate|label|judge|score|rate|grade|extract|translate|rewrite|check|verify|paraphrase|summarize",
      .configuration, weight: 1,
      matches: "We use it to grade marbles.", ignores: "We grade marbles."),
    Cue(
      "judge|judges|annotator|grader|translator", .configuration, weight: 1,
      matches: "We use it as the judge.", ignores: "We use it as the base."),
  ])

  /// Whether the authors say that they used one of some models: `We fine-tune the Marble-2B`, and
  /// below a head `The base is Marble-2B`.
  private static func uses(_ models: [Range<Int>], in text: String, isHeaded: Bool) -> Bool {
    var offset = 0
    var isOwn = isHeaded
    var left = 0
    for word in text.parts(between: " ", omittingEmptyParts: false) {
      let range = offset..<(offset + word.utf8.count)
      if left > 0, models.contains(where: { $0.overlaps(range) }) { return true }
      left -= 1
      let bare = word.trimmed(of: ".,;:()").lowercased()
      if bare == "not" { return false }
      isOwn = isOwn || ["we", "our", "all", "both"].contains(bare)
      if isOwn, usingVerbs.contains(bare) || isHeaded && copulas.contains(bare) { left = reach }
      offset = range.upperBound + 1
    }
    return false
  }

  private static let copulas: Set<String> = ["is", "are", "include", "includes", "comprise"]
  private static let reach = 7
  private static let usingVerbs: Set<String> = [
    "use", "used", "using", "adopt", "adopted", "employ", "employed", "fine-tune", "fine-tuned",
    "fine-tuning", "finetune", "finetuned", "initialize", "initialized", "instantiate",
    "instantiated", "train", "trained", "evaluate", "evaluated", "test", "tested", "select",
    "selected", "choose", "chosen", "build", "built",
  ]

  /// What was built, as the sections of the experiment say it.
  private func described(in sentences: [PlanSentence]) -> Grounded<String>? {
    let sentence = sentences.first { sentence in
      SectionRole(of: sentence.atom.section, in: view) != .introduction
        && sentence.topics.contains(.model) && !sentence.topics.contains(.dataset)
        && sentence.atom.weight(of: .method) > 0
        && !sentence.isDangling
    }
    return sentence.map { view.grounded($0.atom.span) }
  }

  /// The models that a caption names, if it sets none against another.
  private func named(in caption: Grounded<String>) -> Grounded<String>? {
    let words = CueWords(caption.value).words
    guard
      !words.contains(where: { $0.hasPrefix("compar") || ["versus", "vs", "than"].contains($0) })
    else { return nil }
    return list(ModelNames.mentions(in: caption).filter { !data.hold($0.value) }, "names of models")
  }

  /// The paper's own systems among the labels of a table.
  private func ownSystems(of grids: [Grid]) -> Grounded<String>? {
    let labels = grids.flatMap { grid in
      grid.rows.dropFirst(grid.headerRows).compactMap(\.first)
        + (grid.rows.prefix(grid.headerRows).last?.dropFirst() ?? [])
    }.compactMap(\.span).map(view.grounded)
    let named = labels.filter {
      own.hold($0.value) && Wording.content($0.value) != ["ours"]
        && !ComparedSystems.isMeasure($0.value)
    }
    let uncited = grids.flatMap { ComparedSystems.sides(of: $0, view, own: own).own }
    return list(named.isEmpty ? uncited : named, "labels that name the paper's own systems")
  }

  /// The labels of the column that its head calls one of models.
  private func labelled(_ grids: [Grid]) -> Grounded<String>? {
    let labels = grids.flatMap { grid -> [SourceSpan] in
      let heads = grid.rows.prefix(grid.headerRows)
      let column = (grid.rows.first ?? []).indices.prefix(2).first { column in
        heads.contains { row in
          let head = row.indices.contains(column) ? row[column].span : nil
          return head.map { Self.isModelHead(view.text(of: $0)) } ?? false
        }
      }
      return column.map { column in
        grid.rows.dropFirst(grid.headerRows).compactMap {
          $0.indices.contains(column) ? $0[column].span : nil
        }
      } ?? []
    }
    return list(
      ComparedSystems.names(labels, view).filter { $0.value.contains(where: \.isLetter) },
      "labels that name models")
  }

  private static func isModelHead(_ text: String) -> Bool {
    let words = CueWords(text).words
    return words.count <= 2
      && words.contains {
        ["model", "models", "llm", "llms", "backbone", "backbones"].contains($0)
      }
  }

  private func list(_ names: [Grounded<String>], _ rule: String) -> Grounded<String>? {
    let names = names.filter { $0.value.count < 60 && holdsNoResult($0.value) }.unique
      .prefix(Self.mostSystems)
    guard !names.isEmpty else { return nil }
    return Grounded(names.map(\.value).commaSeparated, names.flatMap(\.spans), .computed(rule))
  }
}
