/// Names of Python, as rows of patterns in which `*` stands for anything and `[A-Z]` for a letter of
/// a range. `PythonScript` asks them of a syntax tree, `PythonThinning` of the words of a text.
struct PythonNames {
  let rows: String
  /// Patterns that may also follow an underscore.
  var endings = ""

  /// The expression of the script that makes a test of the rows.
  var script: String { "named(\"\(rows)\", \"\(endings)\")" }

  var patterns: [[UInt8]] {
    let endings = endings.split(separator: " ")
    let all = rows.split(separator: " ") + endings + endings.map { "*_\($0)" }
    return all.map { Array($0.utf8) }
  }

  private static let configurationEndings =
    "config configs cfg cfgs conf params parameters hparams hyper_params hyperparams"
    + " hyperparameters settings defaults"

  /// Variables that hold a configuration, in lower case.
  static let configuration = PythonNames(
    rows: "_c *_kwargs *_args *_opts *_options", endings: configurationEndings)

  /// Variables that values of one are read from, in lower case.
  static let holder = PythonNames(
    rows: "_c *_kwargs *_args *_opts *_options args opt opts options flags hp environ",
    endings: configurationEndings)

  /// Calls whose keywords are settings: optimisers, schedules, loaders, trainers, estimators.
  static let configured = PythonNames(
    rows: "Adam* RAdam NAdam SGD RMSprop RMSProp Adagrad Adadelta Adafactor LBFGS BFGS Lion LAMB"
      + " Lamb LARS Prodigy Sophia* adam adamw sgd rmsprop adagrad adafactor lion lamb lars lbfgs"
      + " *LR ReduceLROnPlateau *Scheduler get_*schedule* *_schedule *_decay"
      + " *DataLoader *Trainer *TrainingArguments [A-Z]*Config EarlyStopping ModelCheckpoint"
      + " SamplingParams train_test_split *KFold *Classifier *Regressor *LogisticRegression"
      + " *SearchCV SVC SVR KMeans PCA TSNE UMAP")

  /// Calls whose one argument is a seed.
  static let seeding = PythonNames(
    rows: "seed manual_seed manual_seed_all set_seed set_seeds set_random_seed set_global_seed"
      + " seed_everything seed_all PRNGKey default_rng RandomState")

  /// Calls that say of their arguments what they set.
  static let declaring = PythonNames(
    rows: "add_argument option set_defaults DEFINE_* setup Fire partial command Option Argument")

  /// Names under which a number is a hyperparameter wherever it stands.
  static let hyperparameter = PythonNames(
    rows: "wd beta beta1 beta2 betas gamma tau d_model n_layer n_layers n_head n_heads n_embd"
      + " n_samples n_splits n_estimators num_layers num_heads num_samples num_classes"
      + " num_neurons num_units num_envs num_rollouts num_workers max_tokens max_new_tokens"
      + " max_length max_seq_length max_depth random_state top_k top_p block_size vocab_size"
      + " context_length n_ctx *_interval *_frequency *_coef *_coefficient",
    endings: "lr learning_rate weight_decay momentum batch_size epoch epochs steps iters"
      + " iterations dropout dropout_rate seed temperature warmup patience lambda grad_clip"
      + " grad_norm hidden_dim hidden_dims hidden_size embed_dim embedding_dim latent_dim seq_len"
      + " test_size val_size noise_std")
}

/// Tells which kinds of names a word belongs to. Sources say the same words over and over: each is
/// looked at once.
struct PythonWordClasses {
  struct Kinds: OptionSet {
    let rawValue: UInt8

    static let configuration = Kinds(rawValue: 1)
    static let hyperparameter = Kinds(rawValue: 2)
    static let call = Kinds(rawValue: 4)
    static let constant = Kinds(rawValue: 8)
  }

  private struct Row {
    let pattern: [UInt8]
    let kind: Kinds
  }

  /// Rows that begin, or if not that end, with a plain byte, by that byte; and all others.
  private static let tables: (first: [[Row]], last: [[Row]], others: [Row]) = {
    var first = [[Row]](repeating: [], count: 256)
    var (last, others) = (first, [Row]())
    let kinds: [(PythonNames, Kinds)] = [
      (.configuration, .configuration), (.holder, .configuration),
      (.hyperparameter, .hyperparameter), (.configured, .call), (.seeding, .call),
      (.declaring, .call),
    ]
    for (names, kind) in kinds {
      for pattern in names.patterns {
        guard let head = pattern.first, let tail = pattern.last else { continue }
        let row = Row(pattern: pattern, kind: kind)
        if isPlain(head) {
          first[Int(head)].append(row)
        } else if isPlain(tail) {
          last[Int(tail)].append(row)
        } else {
          others.append(row)
        }
      }
    }
    return (first, last, others)
  }()

  private static func isPlain(_ byte: UInt8) -> Bool { !"*[]".utf8.contains(byte) }

  private var known: [UInt64: Kinds] = [:]

  /// `hash` is what the word is known by.
  mutating func kinds(of word: ArraySlice<UInt8>, hash: UInt64) -> Kinds {
    if let kinds = known[hash] { return kinds }
    let kinds = Self.kinds(of: Array(word))
    known[hash] = kinds
    return kinds
  }

  private static func kinds(of word: [UInt8]) -> Kinds {
    guard let head = word.first, let tail = word.last else { return [] }
    let isUpper = word.contains { (0x41...0x5A).contains($0) }
    let isLower = word.contains { (0x61...0x7A).contains($0) }
    var kinds: Kinds = isUpper && !isLower ? .constant : []
    let lower = word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    func add(_ rows: [Row]) {
      for row in rows where !kinds.contains(row.kind) {
        let subject = row.kind == .configuration ? lower : word
        if Glob.matches(row.pattern[...], subject[...]) { kinds.insert(row.kind) }
      }
    }
    let (firstByte, lastByte) = (head | (isUpper ? 0x20 : 0), tail | (isUpper ? 0x20 : 0))
    add(tables.first[Int(head)])
    add(tables.last[Int(tail)])
    if firstByte != head { add(tables.first[Int(firstByte)]) }
    if lastByte != tail { add(tables.last[Int(lastByte)]) }
    add(tables.others)
    return kinds
  }
}

/// Patterns of whole words: `*` for any bytes and `[A-Z]`, `[Cc]` for one of some.
enum Glob {
  static func matches(_ pattern: ArraySlice<UInt8>, _ word: ArraySlice<UInt8>) -> Bool {
    guard let head = pattern.first else { return word.isEmpty }
    if head == UInt8(ascii: "*") {
      let rest = pattern.dropFirst()
      return rest.isEmpty
        || (word.startIndex...word.endIndex).contains { matches(rest, word[$0...]) }
    }
    guard let byte = word.first else { return false }
    guard head == UInt8(ascii: "["), let close = pattern.firstIndex(of: UInt8(ascii: "]")) else {
      return head == byte && matches(pattern.dropFirst(), word.dropFirst())
    }
    let set = Array(pattern[(pattern.startIndex + 1)..<close])
    let isRange = set.count == 3 && set[1] == UInt8(ascii: "-")
    let isOf = isRange ? (set[0]...max(set[0], set[2])).contains(byte) : set.contains(byte)
    return isOf && matches(pattern[(close + 1)...], word.dropFirst())
  }
}
