internal import IR

/// What the heads of sections and paragraphs say that stands below them: `4.1 Models`,
/// `Base model and adapter.`
struct SetupHeads {
  /// By block.
  private let topics: [PlanSentence.Topics]

  init(_ view: PaperView) {
    let sections = view.paper.sections.indices.map { section in
      Self.unrelated.contains(SectionRole(of: section, in: view))
        ? nil : Self.topics(of: view.paper.sections[section].title.value)
    }
    var topics: [PlanSentence.Topics] = []
    var section: Int?
    var topic: PlanSentence.Topics?
    for block in view.paper.blocks {
      if block.section != section { (section, topic) = (block.section, sections[block.section]) }
      // An item is headed by what it is, not by what is told of it.
      if let lead = block.lead, block.kind != .listItem {
        topic =
          Self.unrelated.contains(SectionRole(of: block.section, in: view))
          ? nil
          // Under a section on data or models, any other head is a name.
          : Self.topics(of: view.text(of: lead))
            ?? sections[block.section]?.subtracting(.procedure)
      }
      topics.append(topic ?? [])
    }
    self.topics = topics
  }

  func topics(ofBlock block: Int) -> PlanSentence.Topics { topics[block] }

  private static let unrelated: Set<SectionRole> = [
    .introduction, .related, .conclusion, .limitations,
  ]

  /// Nil for a head that names more than parts of a set-up: `Data scaling`.
  static func topics(of head: String) -> PlanSentence.Topics? {
    let words = head.lowercase.split { !$0.isLetter }.map(String.init)
    if words.count <= 3, comparing.contains(words.first ?? "") || words.last == "baselines",
      things.contains(words.last ?? ""), joints.isDisjoint(with: words)
    {
      return .baselines
    }
    var topics: PlanSentence.Topics = []
    var isSetup = false
    for word in words {
      if let row = rows.first(where: { $0.words.contains(word) }) {
        topics.insert(row.topic)
        isSetup = true
      } else if !besides.contains(word) {
        return nil
      }
    }
    return isSetup ? topics : nil
  }

  private static let rows: [(topic: PlanSentence.Topics, words: Set<String>)] = [
    (.model, ["model", "models", "backbone", "backbones", "llm", "llms"]),
    (
      .dataset,
      ["data", "dataset", "datasets", "corpus", "corpora", "benchmark", "benchmarks"]
    ),
    (.baselines, ["baseline", "baselines", "competitors"]),
    (
      .procedure,
      ["training", "implementation", "protocol", "protocols", "procedure", "setup", "settings"]
    ),
    ([], ["metric", "metrics", "measures", "hyperparameters", "parameters", "hardware"]),
  ]

  /// `Compared methods`, `Rainy baselines`.
  private static let comparing: Set<String> = [
    "compared", "competing", "comparison", "comparative", "comparing",
  ]
  private static let joints: Set<String> = ["with", "to", "against", "over", "beyond", "of"]
  private static let things: Set<String> = [
    "method", "methods", "algorithm", "algorithms", "approaches", "systems", "baselines",
  ]

  private static let besides: Set<String> = [
    "and", "of", "the", "for", "our", "used", "details", "detail", "base", "adapter", "adapters",
    "configuration", "configurations", "evaluation", "evaluated", "experimental", "experiment",
    "experiments", "tasks", "task", "splits", "test", "language", "pretrained", "methods",
    "architecture", "architectures", "selection", "description",
  ]
}
