package import IR

/// Parameters of paper tables, prose and repository, joined.
package struct ParameterRules: Pass {
  package static let id = PassID("parameters", version: 1)
  package static let reads = ["paper", "repository", "atoms"]

  package struct Input: Codable, Sendable {
    let view: PaperView?
    let atoms: Atoms
    let repository: Repository?
  }

  package init() {}

  package func input(from document: Document) -> Input {
    Input(view: PaperView(document), atoms: document.atoms, repository: document.inputs.repository)
  }

  private static let limit = 120

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Parameters>
  {
    var parameters: [Parameter] = []
    if let view = input.view {
      for parameter in SettingsTables(view: view).parameters() + fromProse(view, input.atoms) {
        add(parameter, to: &parameters)
      }
    }
    if let repository = input.repository {
      parameters = RepositorySettings(repository).joined(to: parameters)
    }
    let trains = parameters.contains { $0.group == .training } || Self.maySpeakOfTraining(input)
    return Reported(Parameters(parameters: Array(parameters.prefix(Self.limit)), trains: trains))
  }

  // MARK: Training

  /// How words begin that speak of training, or of what only training needs.
  private static let trainingWords = [
    "train", "pretrain", "retrain", "tun", "finetun", "learn", "epoch", "gradient", "optimiz",
    "optimis",
  ]

  /// Whether something may have been trained. That no setting of it was found does not say that
  /// nothing was: the paper must not have a word about it either.
  private static func maySpeakOfTraining(_ input: Input) -> Bool {
    guard let view = input.view else { return true }
    let names = input.repository?.files.map(\.path) ?? []
    let texts = view.paper.blocks.filter { $0.kind != .reference }.map { view.text(of: $0.span) }
    return (names + texts).contains { text in
      text.lowercased().split { !$0.isLetter }.contains { word in
        trainingWords.contains { word.hasPrefix($0) }
      }
    }
  }

  /// The same name and value once; the first place stands.
  private func add(_ parameter: Parameter, to parameters: inout [Parameter]) {
    let isKnown = parameters.contains {
      Self.key($0.name.value) == Self.key(parameter.name.value)
        && $0.value.value == parameter.value.value
    }
    if !isKnown { parameters.append(parameter) }
  }

  private static func key(_ name: String) -> String {
    name.lowercase.filter { $0.isAlphanumeric }
  }

  // MARK: Prose

  private func fromProse(_ view: PaperView, _ atoms: Atoms) -> [Parameter] {
    let finder = ParameterFinder(view: view)
    return atoms.atoms.flatMap { atom -> [Parameter] in
      let role = SectionRole(of: atom.section, in: view)
      guard role != .related,
        atom.weight(of: .configuration) > 0 || role == .experiments || role == .method
      else { return [] }
      let sentence = view.grounded(atom.span)
      let reportsResult =
        atom.weight(of: .result) + atom.weight(of: .comparison) >= 2
        && Self.acts.matches(in: CueWords(sentence.value)).isEmpty
      let found = finder.findings(in: atom.span, reportsResult: reportsResult)
      return (found + finder.symbols(in: atom.span)).map { finding in
        Parameter(
          group: Parameter.Group(rawValue: finding.row.group) ?? .training,
          name: finding.row.name == finding.name.value
            ? finding.name
            : Grounded(
              finding.row.name, finding.name.spans,
              .computed("usual name of “\(finding.name.value)”")),
          value: finding.value, rationale: Stated(reason(sentence, atom)),
          searchRange: Stated(isSearched(sentence.value) ? sentence : nil),
          source: [view.label(ofSection: atom.section)])
      }
    }
  }

  /// What is done with a count rather than found.
  static let acts = CueTable([
    Cue(
      "train*|pre-train*|fine-tun*|optimi*|run|ran|use|uses|used|using|set|consist*",
      .configuration, weight: 1,
      matches: "We train all sorters for 200 steps.", ignores: "It was best after 200 steps.")
  ])

  private func reason(_ sentence: Grounded<String>, _ atom: Atom) -> Grounded<String>? {
    let lower = sentence.value.lowercase
    let words = [
      "because", "since ", "in order to", "to avoid", "to prevent", "to ensure", "so that",
      "due to", "following ",
    ]
    return words.contains { lower.has($0) } && Wording.isFieldSafe(sentence.value)
      ? sentence : nil
  }

  private func isSearched(_ text: String) -> Bool {
    let lower = text.lowercase
    return Wording.isFieldSafe(text)
      && [
        "grid search", "swept", "sweep over", "tuned over", "searched over", "selected from",
        "chosen from", "∈ {",
      ].contains { lower.has($0) }
  }
}
