internal import IR

/// A sentence with what it may fill in a plan.
struct PlanSentence {
  struct Topics: OptionSet {
    let rawValue: UInt8
    static let hardware = Topics(rawValue: 1)
    static let dataset = Topics(rawValue: 2)
    static let model = Topics(rawValue: 4)
    static let system = Topics(rawValue: 8)
    static let procedure = Topics(rawValue: 16)
    static let baselines = Topics(rawValue: 32)
  }

  let atom: Atom
  /// The tables and figures that it speaks of.
  let exhibits: [ExhibitLabel]
  /// Empty for what no plan may hold: results, and what is no whole sentence.
  let topics: Topics
  /// What it is headed by, with the same exceptions.
  let headed: Topics
  /// How surely it says which model was used, and which data; 0 if it speaks of neither.
  let modelWeight: Int
  let dataWeight: Int
  /// How much it tells of the machines; 0 if nothing.
  let machineWeight: Int
  /// Whether it speaks of what was named before: it holds only where it stands.
  let isDangling: Bool

  /// In characters: longer ones are lists or paragraphs that were not split.
  private static let lengthLimit = 400

  init(
    _ atom: Atom, about exhibits: [ExhibitLabel], below head: Topics, in view: PaperView,
    _ data: DatasetNames, isSafe: (String) -> Bool
  ) {
    self.atom = atom
    self.exhibits = exhibits
    let sentence = view.sentence(atom.span)
    let text = sentence.text
    let reports =
      atom.weight(of: .result) + atom.weight(of: .comparison) + atom.weight(of: .negative)
      + atom.weight(of: .claim)
    // A plan that says how it came out gives its answer away, with or without numbers.
    // What is left for later was not done.
    guard reports < 2, atom.weight(of: .future) == 0, !Self.saysGain(sentence),
      !NoClaim.points(sentence.words), !view.isHead(atom)
    else {
      (topics, headed) = ([], [])
      (modelWeight, dataWeight, machineWeight, isDangling) = (0, 0, 0, false)
      return
    }
    var topics = Self.topics(of: sentence)
    // Most sentences name neither.
    let equipment = Equipment(view: view)
    let machine =
      Lexicon.hardware.found(in: sentence.names).isEmpty ? nil : equipment.machine(in: atom)
    if machine != nil { topics.insert(.hardware) }
    if !Lexicon.frameworks.found(in: sentence.names).isEmpty, equipment.software(in: atom) != nil {
      topics.insert(.system)
    }
    let beginsWithData = data.begin(text)
    if beginsWithData { topics.insert(.dataset) }
    if atom.weight(of: .method) >= 2 { topics.insert(.procedure) }
    let fits =
      !topics.union(head).isEmpty && text.isShorter(than: Self.lengthLimit) && isSafe(text)
      && (sentence.isWhole || !head.isEmpty && Self.announces(text))
    self.topics = fits ? topics : []
    headed = fits ? head : []
    machineWeight = fits ? machine.map { $0.weight + 1 } ?? 0 : 0
    isDangling = fits && DanglingSubject.begins(sentence)
    let spoken = self.topics.union(headed)
    dataWeight =
      spoken.contains(.dataset)
      ? PlanWriter.dataWeight(of: sentence, isHeaded: head.contains(.dataset), beginsWithData) : 0
    modelWeight =
      spoken.contains(.model) && !isDangling
      ? PlanWriter.modelWeight(of: sentence, atom, isHeaded: head.contains(.model), in: view) : 0
  }

  /// Whether a sentence leads in a list.
  static func announces(_ text: String) -> Bool {
    text.hasSuffix(":") && text.first?.isUppercase == true && Wording.isFieldSafe(text)
  }

  /// Whether a sentence with numbers tells of a change: they are what came out.
  private static func saysGain(_ sentence: Sentence) -> Bool {
    !gains.matches(in: sentence.words).isEmpty && !NumberToken.scan(sentence.text).isEmpty
  }

  static let gains = CueTable([
    Cue(
      "improvement*|reduction*|speedup*|gain|gains|doubled|halved", .result, weight: 1,
      matches: "It is a reduction of 8%.", ignores: "It is reduced fat."),
    Cue(
      "achieves|reaches|attains|drops|rises|produces|reduces|increases|improves|lifts ... #",
      .result, weight: 1,
      matches: "It reaches an error of 2.", ignores: "It reaches the end."),
  ])

  private static func topics(of sentence: Sentence) -> Topics {
    var topics: Topics = []
    func names(_ words: PhraseSet) -> Bool { words.stands(in: sentence.lower) }
    let words = sentence.names
    if names(dataWords) || !Lexicon.datasets.found(in: words).isEmpty { topics.insert(.dataset) }
    if names(modelWords) && !names(optimizerWords)
      || !ModelNames.found(in: words, sentence.text).isEmpty
    {
      topics.insert(.model)
    }
    return topics
  }

  private static let dataWords: PhraseSet = [
    "dataset", "data set", "corpus", "corpora", "benchmark", "test set", "training set",
  ]
  private static let modelWords: PhraseSet = [
    "we train a", "we train the", "our model", "architecture", "network", "the model",
    "classifier", "method", "layers",
  ]
  private static let optimizerWords: PhraseSet = [
    "adam", "sgd", "learning rate", "batch size", "epochs",
  ]
}
