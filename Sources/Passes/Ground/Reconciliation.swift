internal import IR

/// The settings of a repository against the parameters that its paper states: what agrees, what
/// only one of them has, and what contradicts.
struct Reconciliation {
  private var parameters: [Parameter]
  private var statements: [PaperStatement]
  private let settings: EffectiveSettings
  private let comparability: Comparability
  private let prose: NamedStatements?
  /// Sites that agree, by the index of the parameter.
  private var agreeing: [Int: [SettingSite]] = [:]
  private var rest: [SettingSite] = []

  /// Names of the paper that stand in paths of settings.
  private let scopes: Set<String>

  /// How many parameters the paper states; what follows are candidates.
  private let stated: Int

  private static let placeLimit = 4
  private static let conflictLimit = 24
  private static let conflictPlaceLimit = 12

  /// `text` is the repository's.
  init(_ stated: [Parameter], _ repository: Repository, _ text: SourceText?, _ paper: StatedPaper?)
  {
    settings = EffectiveSettings(repository, text, paper?.names)
    scopes = settings.sites.reduce(into: []) { $0.formUnion($1.scope) }
    comparability = Comparability(repository)
    prose = paper.map { NamedStatements($0.view, $0.atoms) }
    self.stated = stated.count
    parameters = stated
    statements = []
    if let paper, let prose {
      parameters += UntabledNames(settings.sites, paper, prose).parameters(besides: stated)
      statements = parameters.enumerated().map { paper.statement(of: $1, $0) }
    }
  }

  /// The parameters of the paper with the places that agree and the values that contradict, then
  /// those that only the repository has.
  func joined() -> [Parameter] {
    var joined = self
    for site in settings.sites { joined.agree(site) }
    let pending = joined.rest
    joined.rest = []
    let copies = SettingCopies(agreeing: joined.agreeing, differing: pending)
    for site in pending { joined.disagree(site, copies) }
    for index in joined.parameters.indices {
      let parameter = joined.parameters[index]
      joined.parameters[index].standing =
        !parameter.conflicts.isEmpty
        ? .conflicting : joined.agreeing[index] != nil ? .agreed : .paperOnly
    }
    let confirmed = joined.parameters.dropFirst(stated).filter { $0.standing != .paperOnly }
    return joined.parameters.prefix(stated) + confirmed
      + CodeOnlyParameters(joined.rest, settings).parameters
  }

  // MARK: Agreement

  /// Every statement of the value cites the place: a paper says it in a table and in its prose.
  private mutating func agree(_ site: SettingSite) {
    let holding = statements.filter { $0.isNamed(like: site) && $0.holds(site) }
    if holding.isEmpty { rest.append(site) }
    for statement in holding {
      agreeing[statement.index, default: []].append(site)
      append(settings.place(of: site), to: statement.index)
    }
  }

  private mutating func append(_ place: Grounded<String>, to index: Int) {
    let known = agreeing[index]?.count ?? 0
    if known <= Self.placeLimit { parameters[index].source.append(place) }
  }

  // MARK: Disagreement

  private mutating func disagree(_ site: SettingSite, _ copies: SettingCopies) {
    let candidates = statements.filter {
      isInScope(site, $0)
        && (comparability.areComparable(site, $0, parameters[$0.index].group)
          || copies.isOutlier(site, of: $0))
    }
    guard let statement = chosen(of: candidates, for: site) else { return rest.append(site) }
    if let other = settings.replacement(of: site) {
      note(site, replacedBy: other, in: candidates)
      return
    }
    let known = candidates.flatMap { agreeing[$0.index] ?? [] }
    let isAnotherRun =
      !known.isEmpty && !known.contains { comparability.areRelated($0, site, statement) }
    guard !isAnotherRun, !isStatedElsewhere(site, statement), !isStatedBeside(statement, site)
    else {
      return rest.append(site)
    }
    contradict(site, statement.index)
  }

  /// Whether a site may be of what a column of a table is headed with: where files are named after
  /// it, only those are.
  private func isInScope(_ site: SettingSite, _ statement: PaperStatement) -> Bool {
    if statement.narrowing.isEmpty { return true }
    let named = statement.narrowing.intersection(scopes)
    if !named.isEmpty { return !named.isDisjoint(with: site.scope) }
    // Of a column beside one that has files, nothing is known to be its own.
    return !statements.contains { !$0.narrowing.isDisjoint(with: scopes) }
  }

  /// Whether the paper gives the number to the same name in a sentence that says nothing else, or,
  /// where the name means several things, to any parameter. Of what only prose names a word of the
  /// name is enough: `30 NM` is of another radius than `a 50 NM radius`.
  private func isStatedElsewhere(_ site: SettingSite, _ statement: PaperStatement) -> Bool {
    guard let number = site.number, let prose else { return false }
    if prose.isPrinted(number, as: site.name) { return true }
    if statement.index >= stated,
      site.name.words.contains(where: { word in
        prose.findings(of: NameWords(word)).contains { Magnitude.areSame($0.number, number) }
      })
    {
      return true
    }
    return site.row.map { ParameterTable.ambiguous.contains($0.name) } ?? false
      && statements.contains { $0.index < stated && $0.holds(site) }
  }

  /// Whether the sentence prints the number too, and nothing else that it sets has it: `64 tokens for
  /// four models and 160 for the fifth`.
  private func isStatedBeside(_ statement: PaperStatement, _ site: SettingSite) -> Bool {
    guard let number = site.number,
      statement.neighbours.contains(where: { Magnitude.areSame($0, number) })
    else { return false }
    return !statements.contains { other in
      other.context == statement.context && !other.isNamed(like: site) && other.holds(site)
    }
  }

  /// The statement that shares a name with the site's file, else the least special one.
  private func chosen(of statements: [PaperStatement], for site: SettingSite) -> PaperStatement? {
    statements.first { !$0.names.isDisjoint(with: site.scope) && agreeing[$0.index] != nil }
      ?? statements.first { agreeing[$0.index] != nil } ?? statements.first
  }

  /// A default that something replaces is no conflict; where the paper's value takes its place,
  /// the parameter says so.
  private mutating func note(
    _ site: SettingSite, replacedBy other: SettingSite, in candidates: [PaperStatement]
  ) {
    guard let statement = candidates.first(where: { $0.holds(other) }),
      agreeing[statement.index, default: []].count <= Self.placeLimit
    else { return }
    let value = site.setting.value
    parameters[statement.index].source.append(
      Grounded(
        "\(site.place.value) (default \(value.value), replaced at \(other.place.value))",
        value.spans + other.place.spans, .computed("default before configuration before launch")))
  }

  private mutating func contradict(_ site: SettingSite, _ index: Int) {
    let place = settings.place(of: site)
    if let known = parameters[index].conflicts.firstIndex(where: {
      Magnitude.areSame($0.value.value, site.setting.value.value)
    }) {
      // A launch that starts several programs sets it for each at one place.
      let places = parameters[index].conflicts[known].places
      if places.count < Self.conflictPlaceLimit,
        !places.contains(where: { $0.value == place.value })
      {
        parameters[index].conflicts[known].places.append(place)
      }
    } else if parameters[index].conflicts.count < Self.conflictLimit {
      parameters[index].conflicts.append(
        RepositoryValue(value: site.setting.value, places: [place]))
    }
  }
}
