internal import IR

/// A setting of a repository with what tells whether a paper can be speaking of it.
struct SettingSite {
  let setting: Setting
  /// The row of the synonyms table that has its name.
  let row: ParameterName?
  /// Of its own name, without what it belongs to.
  let name: NameWords
  /// What it belongs to, in words that tell it from others: `embeddings` of
  /// `embeddings.models.0.batch_size`, nothing of `args.lr`.
  let owner: Set<String>
  /// Names of the paper in the path.
  let scope: Set<String>
  /// What it is, as a number or else in lower case.
  let number: Double?
  let place: Grounded<String>

  /// `isPicture` says that it measures a picture, not a network.
  init?(_ setting: Setting, _ names: PaperNames?, isPicture: Bool = false) {
    let value = setting.value.value
    guard Self.isPlain(value), !Self.isSecret(setting.name) else { return nil }
    self.setting = setting
    let parts = setting.name.split(separator: ".").map { String($0) }
    let own = parts.last ?? setting.name
    name = NameWords(own)
    row = isPicture ? nil : ParameterRows.row(named: name)
    owner = Set(parts.dropLast().flatMap(NameWords.pieces).flatMap(NameWords.normal))
      .filter { !$0.allSatisfy(\.isASCIIDigit) }.subtracting(Self.common)
    scope = names?.found(in: Self.withoutEnding(setting.path)) ?? []
    number = Magnitude.ofCode(value)
    place = Grounded("\(setting.path):\(setting.line)", setting.value.spans)
  }

  /// Owners that every program has.
  private static let common: Set<String> = [
    "config", "cfg", "conf", "arg", "args", "argument", "hparam", "hp", "param", "parameter",
    "setting", "option", "opt", "default", "base", "train", "training", "trainer", "model",
    "optimizer", "scheduler", "adam", "adamw", "sgd", "rmsprop", "adagrad", "lamb", "lion",
    "data", "loader", "dataset", "experiment", "exp", "run", "main", "global", "common", "self",
    "hyperparameter", "hyper", "kwarg", "flag",
  ]

  private static func isPlain(_ value: String) -> Bool {
    !value.isEmpty && value.count < 60 && !value.has("\n") && !value.has("`") && value != "None"
      && value != "null" && !value.has("{")
  }

  private static func isSecret(_ name: String) -> Bool {
    let lower = name.lowercase
    return ["password", "secret", "token", "api_key", "apikey", "credential"].contains { word in
      lower.has(word) && !(word == "token" && lower.hasSuffix("tokens"))
    }
  }

  private static func withoutEnding(_ path: String) -> String {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return path }
    return String(path[..<dot])
  }

  // MARK: Role

  /// Whether callers, launches or configuration files may replace it.
  var isDefault: Bool {
    switch setting.origin {
    case .argument, .dataclass: true
    case .callKeyword:
      setting.name.split(separator: ".").dropLast().last.map { callee in
        NameWords.pieces(of: String(callee)).last.map {
          Self.records.contains($0.lowercase)
        } ?? false
      } ?? false
    case .constant, .configurationFile, .launch: false
    }
  }

  /// The stages of training that its file is named after.
  var stages: Set<String> {
    let letters = setting.path.lowercase.filter(\.isLetter)
    return Set(Self.stageNames.filter { letters.has($0) && !letters.has($0 + "ed") })
  }

  private static let stageNames = ["pretrain", "finetun"]

  /// Whether its name says that it counts: `n_seeds`, not `seed`.
  var isCount: Bool {
    let own = setting.name.split(separator: ".").last ?? ""
    return NameWords.pieces(of: String(own)).flatMap(NameWords.normal).contains("number")
  }

  private static let records: Set<String> = [
    "config", "configuration", "arguments", "args", "options", "settings", "params",
  ]

  /// Whether it only tries the code out, by its file or by what it belongs to.
  var isTrial: Bool {
    let folders = setting.path.lowercase.split(separator: "/")
    let isTest = folders.contains { folder in
      folder == "tests" || folder == "test" || folder.hasPrefix("test_")
        || folder.hasPrefix("conftest") || folder.has("_test.")
    }
    return isTest || Self.speaksOfTrial(Self.withoutEnding(setting.path))
      || Self.speaksOfTrial(setting.name)
  }

  /// Whether a name or a value says that something is there to be tried out only.
  static func speaksOfTrial(_ text: String) -> Bool {
    NameWords.pieces(of: text).contains { trials.contains($0.lowercase) }
  }

  private static let trials: Set<String> = [
    "smoke", "fixture", "fixtures", "debug", "toy", "dummy", "mock", "tutorial", "sanity",
    "preflight", "dryrun", "selftest", "demo",
  ]

  /// Whether it belongs to what draws pictures of results: a plot of seven layers trains none.
  var isPresentation: Bool {
    NameWords.pieces(of: setting.path + "." + setting.name).contains { piece in
      Self.presentations.contains { piece.lowercase.hasPrefix($0) }
    }
  }

  private static let presentations = [
    "plot", "figure", "heatmap", "visuali", "render", "draw", "chart", "animat",
  ]

  /// Whether it belongs to what is done with a model that has been trained.
  var isEvaluation: Bool {
    let pieces = NameWords.pieces(of: setting.path + "." + setting.name).map(\.lowercase)
    return !pieces.contains { $0.hasPrefix("train") }
      && pieces.contains { piece in Self.evaluations.contains { piece.hasPrefix($0) } }
  }

  private static let evaluations = [
    "eval", "test", "infer", "pred", "generat", "plot", "visual", "valid",
  ]
}

/// The synonyms table by the words of its spellings.
enum ParameterRows {
  private static let rows: [NameWords: ParameterName] = {
    var found: [NameWords: ParameterName] = [:]
    for row in ParameterTable.rows {
      for spelling in [row.name] + row.code + row.spellings {
        let words = NameWords(spelling)
        if found[words] == nil { found[words] = row }
      }
    }
    return found
  }()

  static func row(named name: NameWords) -> ParameterName? { rows[name] }
}
