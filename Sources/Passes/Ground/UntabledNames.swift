internal import IR

/// Parameters that no table of synonyms names, but that the repository names as the paper does.
struct UntabledNames {
  private let sites: [SettingSite]
  private let paper: StatedPaper
  private let prose: NamedStatements

  /// A single word must say by itself what is set.
  private static let tellingLength = 7
  /// A row of the table has told what a shorter word means.
  private static let tabledLength = 5
  private static let most = 60
  private static let mostValues = 3
  private static let mostIndex = 20.0

  init(_ sites: [SettingSite], _ paper: StatedPaper, _ prose: NamedStatements) {
    self.sites = sites
    self.paper = paper
    self.prose = prose
  }

  /// What prose states for names of settings that none of the stated parameters has: candidates,
  /// since a number beside a name may be about something else.
  func parameters(besides stated: [Parameter]) -> [Parameter] {
    let statements = stated.enumerated().map { paper.statement(of: $1, $0) }
    let groups = Dictionary(grouping: sites, by: \.name)
    var seen: Set<NameWords> = []
    var found: [Parameter] = []
    for site in sites where found.count < Self.most {
      guard site.number != nil, Self.isTelling(site.name), seen.insert(site.name).inserted,
        !statements.contains(where: { $0.isNamed(like: site) && !$0.numbers.isEmpty })
      else { continue }
      let isSingle = site.name.words.count == 1
      let findings = prose.findings(of: site.name).filter {
        !(isSingle && $0.isValue && Self.isVerb($0.name.value))
          && !(site.isCount && Self.isIndex($0))
      }
      let group = groups[site.name] ?? []
      let agreed = findings.filter { finding in
        group.contains { $0.number.map { Magnitude.areSame($0, finding.number) } ?? false }
      }
      for finding in Self.distinct(agreed.isEmpty ? Self.likely(findings, site) : agreed) {
        found.append(parameter(finding, site))
      }
    }
    return found
  }

  /// Values that are said of the name and nothing else: of many only the one that is said most
  /// often, and of a single word only what is said twice or in the way of a value.
  private static func likely(_ findings: [NamedStatements.Finding], _ site: SettingSite)
    -> [NamedStatements.Finding]
  {
    func count(_ value: NamedStatements.Finding) -> Int {
      findings.count { $0.hasValue(of: value) }
    }
    let values = distinct(findings).filter { value in
      value.isValue || site.name.words.count > 1 || count(value) > 1
    }
    guard values.count > mostValues else { return values }
    let counts = values.map(count)
    guard let most = counts.max(), most > 1, counts.count(where: { $0 == most }) == 1,
      let index = counts.firstIndex(of: most)
    else { return [] }
    return [values[index]]
  }

  /// Whether a single word before its value is none of a name: a name stands in the singular there
  /// (`patience of 20`), a verb has its ending (`requires 30 days`).
  private static func isVerb(_ word: String) -> Bool {
    let lower = word.lowercase
    return !lower.contains(" ") && Plurals.singular(lower) != lower
  }

  /// Whether a small number right behind its noun tells which one is meant rather than how many there
  /// are: `class 1`.
  private static func isIndex(_ finding: NamedStatements.Finding) -> Bool {
    guard finding.isValue, finding.number <= mostIndex, let name = finding.name.spans.last,
      let value = finding.value.spans.first
    else { return false }
    return name.bytes.upperBound + 1 == value.bytes.lowerBound
      && Plurals.singular(finding.name.value.lowercase) == finding.name.value.lowercase
  }

  /// The first finding of each value.
  private static func distinct(_ findings: [NamedStatements.Finding]) -> [NamedStatements.Finding] {
    var kept: [NamedStatements.Finding] = []
    for finding in findings where !kept.contains(where: { $0.hasValue(of: finding) }) {
      kept.append(finding)
    }
    return kept
  }

  private static func isTelling(_ name: NameWords) -> Bool {
    guard name.words.count == 1, let word = name.words.first else {
      return name.words.contains { $0.count > 3 && !PaperStatement.generic.contains($0) }
    }
    return ParameterRows.row(named: name) != nil
      ? word.count >= tabledLength && !vague.contains(word)
      : word.count >= tellingLength && !PaperStatement.generic.contains(word)
  }

  /// Words of rows that also stand before numbers of other things: `layer 3`, `step 2`.
  private static let vague: Set<String> = [
    "layer", "width", "depth", "dimension", "scale", "block", "noise", "resolution", "schedule",
    "gamma", "sigma", "epsilon", "lambda", "alpha",
  ]

  private func parameter(_ finding: NamedStatements.Finding, _ site: SettingSite) -> Parameter {
    let group = site.row.flatMap { Parameter.Group(rawValue: $0.group) } ?? .training
    let name = site.row.map {
      Grounded(
        $0.name, finding.name.spans, .computed("usual name of “\(finding.name.value)”"))
    }
    return Parameter(
      group: group, name: name ?? finding.name, value: finding.value,
      source: [paper.view.label(ofSection: paper.atoms.atoms[finding.atom].section)])
  }
}
