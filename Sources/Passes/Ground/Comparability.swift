internal import IR

/// Whether a setting of the repository and a statement of the paper are about one thing, so that
/// different values contradict each other.
struct Comparability {
  /// What the repository defines: a call of anything else sets what a library calls by that name.
  private let defined: Set<String>
  private let foreign: ForeignProjects

  init(_ repository: Repository) {
    foreign = ForeignProjects(repository)
    defined = Set(
      repository.symbols.compactMap { $0.name.split(separator: ".").last.map { String($0) } })
  }

  /// Rows whose words name different things in one work; the file must speak of what the
  /// sentence speaks of.
  private static let broad: Set<String> = [
    "Epsilon", "Sample size", "Noise level", "Diffusion timesteps", "Kernel size", "Training split",
    "Stride", "Patch size",
  ]

  /// Rows of which prose counts those of other things too: `a network of 8 layers`.
  private static let counted: Set<String> = ["Layers", "Attention heads"]

  func areComparable(_ site: SettingSite, _ statement: PaperStatement, _ group: Parameter.Group)
    -> Bool
  {
    guard statement.isNamed(like: site), haveOneForm(site, statement),
      site.row?.name != "Random seeds" || statement.isCount == site.isCount,
      !Self.isPlaceholder(site), !Self.isBareSymbol(site, statement), !Self.isBareHead(site),
      !Self.isOfAnotherOptimizer(site, statement), !foreign.hasDefault(site)
    else { return false }
    if site.row != nil, group == .training, site.isEvaluation,
      statement.context.isDisjoint(with: ["evaluation", "test", "inference", "evaluate"])
    {
      return false
    }
    if site.isPresentation, group == .training || group == .model { return false }
    let isShared = !site.owner.isDisjoint(with: statement.context)
    if site.setting.origin == .callKeyword {
      guard site.owner.isEmpty || isShared || isOwn(site) else { return false }
    } else if !site.owner.isEmpty, !isShared {
      return false
    }
    return isSpecific(site, statement, isShared: isShared)
  }

  /// Whether a call makes an optimiser while the sentence names another: what `RMSprop` is given
  /// says nothing of a network that the paper trains with `Adam`.
  private static func isOfAnotherOptimizer(_ site: SettingSite, _ statement: PaperStatement) -> Bool
  {
    guard site.setting.origin == .callKeyword,
      let callee = site.setting.name.split(separator: ".").dropLast().last?.lowercased(),
      optimizers.contains(callee), !statement.isTabled
    else { return false }
    let named = statement.context.intersection(optimizers)
    return !named.isEmpty && !named.contains(callee)
  }

  private static let optimizers = ParameterTable.choices["Optimizer"] ?? []

  /// Settings for which nothing is a choice.
  private static let mayBeNothing: Set<String> = [
    "Dropout", "Temperature", "Weight decay", "Momentum", "Label smoothing", "Random seeds",
    "Warmup steps", "Gradient clipping", "KL coefficient", "Noise level", "Epsilon",
  ]

  /// A default of nothing, or less, says that the value is computed later.
  static func isPlaceholder(_ site: SettingSite) -> Bool {
    guard let number = site.number, number <= 0, let row = site.row else { return false }
    return !mayBeNothing.contains(row.name)
  }

  private static let symbols: Set<String> = [
    "alpha", "beta", "gamma", "delta", "epsilon", "lambda", "mu", "rho", "sigma", "tau", "phi",
    "theta",
  ]

  /// Letters mean another thing in every formula: one must stand in the same sentence, and a
  /// statement of nothing but a letter is compared with nothing.
  private static func isBareSymbol(_ site: SettingSite, _ statement: PaperStatement) -> Bool {
    guard site.name.words.count == 1, let word = site.name.words.first else { return false }
    guard symbols.contains(word) || word.count < 2 else { return false }
    return site.row == nil || !statement.context.contains(word) || statement.isVaried
  }

  /// A threshold, a size or a limit of nothing in particular: each program has several.
  private static func isBareHead(_ site: SettingSite) -> Bool {
    guard site.row == nil, site.name.words.count == 1, let word = site.name.words.first else {
      return false
    }
    return SettingVocabulary.heads[word] != nil
  }

  private func haveOneForm(_ site: SettingSite, _ statement: PaperStatement) -> Bool {
    if site.number != nil { return !statement.numbers.isEmpty }
    return site.row.map { $0.value == .word } ?? false && statement.numbers.isEmpty
      && site.setting.value.value.allSatisfy { $0.isLetter || $0 == "_" }
  }

  /// Whether the call is one of a function or class of the repository.
  private func isOwn(_ site: SettingSite) -> Bool {
    site.setting.name.split(separator: ".").dropLast().last.map {
      // Every class defines what Python calls by itself: `super().__init__(size=8)`.
      !$0.hasPrefix("__") && defined.contains(String($0))
    } ?? false
  }

  private func isSpecific(_ site: SettingSite, _ statement: PaperStatement, isShared: Bool)
    -> Bool
  {
    // What a sentence counts in words is what it speaks of: `images of two clusters`.
    guard let row = site.row else { return !statement.isCount || !statement.isSpelled }
    let isLooseCount = Self.counted.contains(row.name) && statement.isCount && !statement.isTabled
    if Self.broad.contains(row.name) || isLooseCount {
      let path = NameWords.pieces(of: site.setting.path).map { $0.lowercase }
      return path.contains { $0.utf8.count > 4 && statement.context.contains($0) }
    }
    guard ParameterTable.ambiguous.contains(row.name), !statement.isTabled else { return true }
    if row.isRepetition { return true }
    return !statement.isCount && (site.setting.origin != .callKeyword || isShared)
  }

  // MARK: Runs

  /// Whether two sites belong to runs that the statement speaks of alike: another run may have
  /// another value.
  func areRelated(_ agreeing: SettingSite, _ site: SettingSite, _ statement: PaperStatement)
    -> Bool
  {
    if agreeing.setting.path == site.setting.path { return true }
    // What the paper states holds for the whole, another value for a part of its own.
    if !site.owner.isEmpty, site.owner.isDisjoint(with: statement.context),
      agreeing.owner.isDisjoint(with: site.owner)
    {
      return false
    }
    if areOfOtherStages(agreeing, site, statement) { return false }
    // The run that is named after what the paper names is the paper's, one without a name another.
    if !agreeing.scope.isEmpty, site.scope.isEmpty { return false }
    let isElsewhere =
      agreeing.scope.isDisjoint(with: site.scope)
      && (!site.scope.isEmpty || !statement.names.isDisjoint(with: agreeing.scope))
      && statement.names.isDisjoint(with: site.scope)
    return !isElsewhere && !areNamedApart(agreeing, site, statement)
  }

  /// Whether one belongs to a stage of training that the other does not: what a model is pretrained
  /// with says nothing of how it is tuned.
  private func areOfOtherStages(
    _ agreeing: SettingSite, _ site: SettingSite, _ statement: PaperStatement
  ) -> Bool {
    guard agreeing.stages != site.stages else { return false }
    return !site.stages.contains { stage in
      statement.context.contains { $0.hasPrefix(stage) }
    }
  }

  /// Whether each lies in a folder with a name that the other lacks, as siblings do, and the statement
  /// speaks of none that is the site's. Files of one folder are copies of one another.
  private func areNamedApart(
    _ agreeing: SettingSite, _ site: SettingSite, _ statement: PaperStatement
  ) -> Bool {
    func folder(_ path: String) -> Substring {
      path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    }
    let own = site.scope.subtracting(agreeing.scope)
    return folder(site.setting.path) != folder(agreeing.setting.path) && !own.isEmpty
      && !agreeing.scope.isSubset(of: site.scope)
      && statement.names.isDisjoint(with: own)
  }
}
