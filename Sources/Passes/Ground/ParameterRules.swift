package import IR

/// Parameters of paper tables, prose and repository, joined.
package struct ParameterRules: Pass {
  package static let id = PassID("parameters", version: 4)
  package static let reads = ["paper", "repository", "atoms"]

  package init() {}

  package func input(from document: Document) -> PaperAndRepository {
    PaperAndRepository(document)
  }

  private static let limit = 400

  package func run(
    _ input: PaperAndRepository, addressing findings: [Diagnostic], in context: PassContext
  )
    async throws(PassError) -> Reported<Parameters>
  {
    var parameters: [Parameter] = []
    var known: Set<[String]> = []
    if let view = input.view {
      for parameter in SettingsTables(view: view).parameters()
        + ProseSettings(view: view, atoms: input.atoms).parameters()
      where known.insert(Self.key(parameter)).inserted {
        parameters.append(parameter)
      }
    }
    if let repository = input.repository {
      let paper = input.view.map { StatedPaper($0, input.atoms) }
      parameters = Reconciliation(parameters, repository, input.text, paper).joined()
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
  private static func maySpeakOfTraining(_ input: PaperAndRepository) -> Bool {
    guard let view = input.view else { return true }
    let names = input.repository?.files.map(\.path) ?? []
    let texts = view.paper.blocks.filter { $0.kind != .reference }.map { view.text(of: $0.span) }
    return (names + texts).contains { text in
      text.lowercased().split { !$0.isLetter }.contains { word in
        trainingWords.contains { word.hasPrefix($0) }
      }
    }
  }

  /// The same name and value for the same thing once; the first place stands.
  private static func key(_ parameter: Parameter) -> [String] {
    [parameter.name.value.lowercase.filter { $0.isAlphanumeric }, parameter.value.value]
      + parameter.scope.map(\.value)
  }
}
