internal import IR

/// Parameters that sentences, captions and algorithm boxes give values to.
struct ProseSettings {
  let view: PaperView
  let atoms: Atoms
  private let finder: ParameterFinder
  private let fields: StudiedFields

  init(view: PaperView, atoms: Atoms) {
    self.view = view
    self.atoms = atoms
    finder = ParameterFinder(view: view)
    fields = StudiedFields(view, atoms)
  }

  func parameters() -> [Parameter] {
    fromSentences() + fromAlgorithms() + fromCaptions() + fromPanels()
  }

  // MARK: Sentences

  private func fromSentences() -> [Parameter] {
    let sensitivity = SettingSensitivity.stated(in: atoms, view)
    let statements = statements()
    let passages = PassageScopes(atoms.atoms, statements, view)
    return statements.map { statement in
      let atom = atoms.atoms[statement.atom]
      var finding = statement.finding
      if finding.scope.isEmpty,
        let scope = passages.scope(of: statement) ?? SettingScope.section(atom.section, in: view)
      {
        finding.scope = [scope]
      }
      let sentence = view.grounded(atom.span)
      var parameter = parameter(finding, view.label(ofSection: atom.section))
      parameter.rationale = Stated(reason(sentence))
      parameter.sensitivity = Stated(sensitivity[parameter.name.value])
      parameter.searchRange = Stated(range(of: finding, in: sentence))
      return parameter
    }
  }

  /// What a sentence gives a value to.
  struct Statement {
    /// The index of its atom.
    let atom: Int
    let finding: ParameterFinder.Finding
  }

  private func statements() -> [Statement] {
    var statements: [Statement] = []
    var last: (block: Int, row: ParameterName)?
    var listConfigures = false
    for (index, atom) in atoms.atoms.enumerated() {
      let isItem = view.paper.blocks[atom.block].kind == .listItem
      if !isItem { listConfigures = atom.weight(of: .configuration) > 0 }
      let (sentence, words) = view.sentence(atom.span).parts
      guard Self.mayState(sentence), speaksOfSettings(atom, sentence, words) else { continue }
      let isResult = atom.weight(of: .result) + atom.weight(of: .comparison) >= 2
      let isConfiguration = atom.weight(of: .configuration) > 0
      let acts =
        (isResult || !isConfiguration) && !SettingActs.acts.matches(in: words).isEmpty
        || !isResult && !isConfiguration && !SettingActs.deeds.matches(in: words).isEmpty
      let role = SectionRole(of: atom.section, in: view)
      // An appendix or a section with a title of its own sets what the authors say there that they
      // do; proofs and background set nothing.
      let isSetting =
        role == .experiments || role == .method || isConfiguration
        || (role == .appendix || role == .other && atom.section > 0) && acts && !isResult
      let context = ParameterFinder.Context(
        reportsResult: isResult && !acts,
        configures: isSetting
          && (isConfiguration || acts || isItem && listConfigures),
        last: last?.block == atom.block ? last?.row : nil, knownOnly: !isSetting)
      let isUsual =
        role == .other && !isConfiguration
        && !(acts && Speaker(words, cites: false) == .authors)
      let found = finder.findings(in: atom.span, context).filter {
        Self.isSetting($0, sentence) && (!isUsual || $0.row.isKnown)
      }
      if let row = found.last?.row { last = (atom.block, row) }
      statements += found.map { Statement(atom: index, finding: $0) }
    }
    return statements
  }

  /// What holds no digit and names no optimizer or number states no value.
  private static func mayState(_ text: String) -> Bool {
    text.utf8.contains { $0.isASCIIDigit }
      || words.contains { text.has($0) }
  }

  private static let words = [
    "Adam", "SGD", "RMSProp", "RMSprop", "ptimizer", "ctivation", "ayers", "heads", "seeds",
    "osine", "pixels", "million", "thrice", " times", "fold", "descent", "loss",
  ]

  private func speaksOfSettings(_ atom: Atom, _ text: String, _ words: CueWords) -> Bool {
    switch SectionRole(of: atom.section, in: view) {
    case .related, .introduction: return false
    case .experiments, .method, .appendix, .other: break
    case .conclusion, .limitations:
      guard atom.weight(of: .configuration) > 0 else { return false }
    }
    return !tellsOfOthers(atom, text, words)
  }

  private static let leastWords = 40
  /// Without these a sentence that cites nothing is no other's.
  private static let conditionals = ["would", "could", "require"]

  /// Whether a sentence begins with a work of others and has no word of the authors: what it
  /// states is a setting of theirs.
  private func tellsOfOthers(_ atom: Atom, _ text: String, _ words: CueWords) -> Bool {
    guard !atom.citations.isEmpty || Self.conditionals.contains(where: { text.has($0) }),
      Speaker(words, cites: !atom.citations.isEmpty) == .others
    else { return false }
    if atom.citations.isEmpty { return true }
    let start = atom.span.bytes.lowerBound
    let index = view.paper.citations.partitioningIndex { $0.span.bytes.lowerBound >= start }
    guard index < view.paper.citations.count else { return false }
    return Int(view.paper.citations[index].span.bytes.lowerBound - start) < Self.leastWords
  }

  /// Few steps are those of a program or a plan unless the sentence is about training, and no name
  /// begins with a number or is a piece of a clause: `whose radius`, `m versus`.
  private static func isSetting(_ finding: ParameterFinder.Finding, _ text: String) -> Bool {
    let name = finding.name.value.lowercase
    let isPiece =
      name.first?.isASCIIDigit == true
      || name.split(separator: " ").contains { clausal.contains($0) }
    if isPiece, !finding.row.isKnown { return false }
    guard finding.row.name == "Training steps", let count = Magnitude.parse(finding.value.value),
      count < fewSteps
    else { return true }
    let lower = text.lowercase
    return training.contains(where: lower.has)
  }

  private static let fewSteps = 100.0
  private static let training = ["train", "optimi", "update", "gradient", "fine-tun", "finetun"]
  private static let clausal: Set<Substring> = [
    "versus", "vs", "whose", "which", "once", "while", "than", "when", "where",
  ]

  private func parameter(_ finding: ParameterFinder.Finding, _ source: Grounded<String>)
    -> Parameter
  {
    let isOwnName = finding.row.name == finding.name.value || !fields.hold(finding)
    return Parameter(
      group: Parameter.Group(rawValue: finding.row.group) ?? .training,
      name: isOwnName
        ? finding.name
        : Grounded(
          finding.row.name, finding.name.spans,
          .computed("usual name of “\(finding.name.value)”")),
      scope: [finding.qualifier].compactMap { $0 }
        .filter { !isOwnName || $0.value != finding.name.value } + finding.scope,
      value: finding.value,
      source: [source])
  }

  private func reason(_ sentence: Grounded<String>) -> Grounded<String>? {
    let lower = sentence.value.lowercase
    let words = [
      "because", "since ", "in order to", "to avoid", "to prevent", "to ensure", "so that",
      "due to", "following ",
    ]
    return words.contains { lower.has($0) } && Wording.isFieldSafe(sentence.value)
      ? sentence : nil
  }

  /// What a value was looked for in: the value itself where it lists what was tried, else the
  /// sentence, unless what that lists is the range of another setting.
  private func range(of finding: ParameterFinder.Finding, in sentence: Grounded<String>)
    -> Grounded<String>?
  {
    if Self.lists(finding.value.value) { return finding.value }
    let isOfAnother = sentence.value.has("∈ {") || sentence.value.has("∈ [")
    return isSearched(sentence.value) && !isOfAnother ? sentence : nil
  }

  private static let leastTried = 3

  /// `{0.1, 0.01, 0.001}`; a pair in brackets is an interval or one value.
  private static func lists(_ value: String) -> Bool {
    guard let open = value.first, open == "{" || open == "[" else { return false }
    return value.split(separator: ",").count >= leastTried
  }

  private func isSearched(_ text: String) -> Bool {
    let lower = text.lowercase
    return Wording.isFieldSafe(text)
      && [
        "grid search", "swept", "sweep over", "tuned over", "searched over", "selected from",
        "chosen from", "search over", "we tried", "we varied", "tuned in", "tuned from",
      ].contains { lower.has($0) }
  }

  // MARK: Boxes and captions

  private static let headWords = [
    "require", "input", "parameter", "hyperparameter", "hyper-parameter", "initiali", "default",
    "given",
  ]

  /// What the head of an algorithm box sets; its steps compute.
  private func fromAlgorithms() -> [Parameter] {
    view.paper.blocks.filter { $0.kind == .algorithm }.flatMap { block in
      lines(of: block.span).filter { line in
        let lower = view.text(of: line).lowercase
        return Self.headWords.contains { lower.hasPrefix($0) }
      }.flatMap { line in
        finder.findings(in: line).map {
          parameter(
            $0,
            block.label.map { Grounded($0, [block.span]) } ?? view.label(ofSection: block.section))
        }
      }
    }
  }

  private func lines(of block: SourceSpan) -> [SourceSpan] {
    var start = 0
    return view.text(of: block).split(separator: "\n", omittingEmptySubsequences: false).map {
      let range = start..<(start + $0.utf8.count)
      start = range.upperBound + 1
      return block.narrowed(to: range)
    }
  }

  /// Captions tell of results: only what has a usual name and stands right behind it is a setting.
  private func fromCaptions() -> [Parameter] {
    view.exhibits.flatMap { exhibit -> [Parameter] in
      let text = view.text(of: exhibit.caption)
      guard Self.mayState(text) else { return [] }
      let context = ParameterFinder.Context(reportsResult: true, configures: false, isCaption: true)
      return SentenceSplitter.spans(of: exhibit.caption, text: text).flatMap { sentence in
        finder.findings(in: sentence, context).map {
          parameter($0, Grounded(exhibit.label.description, [exhibit.caption]))
        }
      }
    }
  }

  private static let panelLength = 90

  /// The caption of a panel that is a phrase says what sets it apart from its neighbours, which is
  /// what was varied.
  private func fromPanels() -> [Parameter] {
    view.paper.figures.flatMap { figure -> [Parameter] in
      guard figure.panels.count > 1 else { return [] }
      return figure.panels.flatMap { panel -> [Parameter] in
        let text = view.text(of: panel.caption)
        guard text.utf8.count < Self.panelLength, Self.mayState(text), !text.has(".\n") else {
          return []
        }
        let label = Grounded(figure.label.description, [figure.caption])
        return finder.findings(in: panel.caption, .init(isPanel: true)).map { finding in
          var finding = finding
          finding.scope.append(label)
          return parameter(finding, label)
        }
      }
    }
  }
}
