internal import IR

/// Weighs the terms that were gathered, and the sentences that tell of each.
struct TermRanking {
  struct Candidate {
    /// The words, in the singular.
    let key: [String]
    /// The sentences that tell of it, the one that tells most first.
    let sites: [WeighedSite]
    /// Where the term stands as it is to be named.
    let name: SourceSpan
    let notation: SourceSpan?
    /// The form of the sentence that says most.
    let strength: TermHit.Strength
    let uses: Int
    let score: Int

    /// A word alone is more often one of the language.
    var rank: Int { key.count > 1 ? score : score - 2 }
  }

  struct WeighedSite {
    /// Index of the atom.
    let atom: Int
    let weight: Int
    /// Whether it says what the term is, does or stands for.
    let tells: Bool
    /// Whether it says so of the term itself and in more than a full name: then it is quoted as the
    /// definition.
    let defines: Bool
  }

  private let collector: TermCollector
  private let places: TermPlaces
  private let title: TermIndex

  init(_ collector: TermCollector) {
    self.collector = collector
    places = TermPlaces(collector.sentences, collector.index)
    let title = collector.view.paper.metadata.title?.value ?? ""
    self.title = TermIndex([TermSentence(title)])
  }

  private static let enough = 5
  private static let enoughOfOneWord = 6
  private static let enoughWithoutForm = 4
  /// A term that is hardly told of has no definition, and one that no form of a sentence tells of
  /// needs a sentence that does.
  private static func leastTelling(_ best: TermHit.Strength) -> Int { best == .mentioned ? 1 : 0 }
  private static let tellingWell = 3
  /// What a paper has so often is a topic of it.
  private static let often = 12

  /// The terms that weigh enough, the heaviest first.
  func candidates() -> [Candidate] {
    collector.order.enumerated().compactMap { offset, key in
      candidate(key).map { (offset, $0) }
    }.sorted { ($1.1.rank, $0.0) < ($0.1.rank, $1.0) }.map(\.1)
  }

  private func candidate(_ key: [String]) -> Candidate? {
    // `NLP tasks`
    let isOfField = key.contains(where: TermCollector.everyday.contains)
    guard let sites = collector.sites[key],
      !isOfField
        || TermWords.core(of: key).contains(where: { !TermCollector.everyday.contains($0) })
    else { return nil }
    let short = collector.shortNames[key]
    let mentions = places.mentions(of: key) + (short.map { places.mentions(of: [$0]) } ?? [])
    let uses = max(
      collector.index.uses(of: key), short.map { collector.index.uses(of: [$0]) } ?? 0)
    let best = sites.map(\.strength).max() ?? .mentioned
    let weighed = weigh(sites, mentions)
    guard let first = weighed.first, first.weight >= Self.leastTelling(best) else { return nil }
    var score = 2 * best.rawValue + weight(of: uses) + salience(of: key, mentions)
    if first.weight >= Self.tellingWell { score += 1 }
    score += weighed.map { worth($0.atom) }.max().map { max(0, $0 / 2) } ?? 0
    guard score >= least(key, best), best == .defined || !isOfData(mentions),
      best == .defined || !isLocal(key, mentions),
      best > .described || isNamed(key, mentions),
      !mentions.contains(where: { isPossessive($0.mention) }),
      let name = name(of: key, mentions) ?? sites.first?.term,
      weighed.contains(where: \.tells) || uses >= Self.often || !isEveryday(key, name, mentions)
    else { return nil }
    return Candidate(
      key: key, sites: weighed, name: name,
      notation: sites.lazy.compactMap(\.notation).first ?? symbol(mentions), strength: best,
      uses: uses, score: score)
  }

  /// Whether a term is a word of the language that the paper neither explains nor makes a topic: it
  /// stands in no heading and not in the abstract.
  private func isEveryday(_ key: [String], _ name: SourceSpan, _ mentions: [Mention]) -> Bool {
    key.count == 1 && title.uses(of: key) + collector.heads.uses(of: key) == 0
      && !mentions.contains { collector.atoms[$0.sentence].section == 0 }
      && !collector.view.text(of: name).contains(where: \.isUppercase)
  }

  /// Whether capitals without a full name stay in one section: a point of a figure, a row of a table.
  private func isLocal(_ key: [String], _ mentions: [Mention]) -> Bool {
    guard key.count == 1, collector.shortNames[key] == nil, collector.names[key] == nil,
      collector.heads.uses(of: key) == 0, let first = mentions.first,
      mentions.allSatisfy({ isInCapitals($0.mention) })
    else { return false }
    let section = collector.atoms[first.sentence].section
    return mentions.allSatisfy { collector.atoms[$0.sentence].section == section }
  }

  private func isInCapitals(_ mention: TermMention) -> Bool {
    mention.sentence.text(mention.sentence.bytes(mention.term)).allSatisfy(\.isUppercase)
  }

  /// `the sorter’s inner state`: what is said of a thing and no name, as `Bell’s law` is.
  private func isPossessive(_ mention: TermMention) -> Bool {
    mention.term.contains { word in
      ["’s", "'s", "s’"].contains { mention.sentence.words[word].hasSuffix($0) }
        && mention.sentence.text(mention.sentence.ranges[word]).first?.isLowercase == true
    }
  }

  private func least(_ key: [String], _ best: TermHit.Strength) -> Int {
    if best == .mentioned {
      let isUnit = collector.index.isCollocation(key) || collector.shortNames[key] != nil
      return Self.enoughWithoutForm - (isUnit ? 1 : 0)
    }
    return key.count > 1 ? Self.enough : Self.enoughOfOneWord
  }

  /// 0 for one use, 1 for two, 3 for eight or more.
  private func weight(of uses: Int) -> Int { uses < 2 ? 0 : uses < 4 ? 1 : uses < 8 ? 2 : 3 }

  private typealias Mention = (sentence: Int, mention: TermMention)

  /// One each for the title, the headings or else captions, the abstract, emphasis, use all over the paper, and words
  /// that hardly stand alone.
  private func salience(of key: [String], _ mentions: [Mention]) -> Int {
    let sections = Set(
      mentions.map { collector.view.topLevel(of: collector.atoms[$0.sentence].section) })
    let isHead = collector.heads.uses(of: key) > 0
    let signs = [
      title.uses(of: key) > 0, isHead, sections.contains(0),
      !isHead && collector.captions.uses(of: key) > 0,
      collector.emphasised.contains(key), sections.count > 3,
      collector.index.isCollocation(key),
    ]
    return signs.count { $0 }
  }

  private static let holders: Set<String> = [
    "dataset", "data", "corpus", "benchmark", "challenge", "competition", "leaderboard", "suite",
  ]

  /// Whether a term is the name of a collection of data: `the Bell Street benchmark`.
  private func isOfData(_ mentions: [Mention]) -> Bool {
    let held = mentions.count { _, mention in
      let words = mention.sentence.words
      let next = mention.term.upperBound
      guard next < words.count, mention.sentence.isJoined(after: next - 1) else { return false }
      if Self.holders.contains(Plurals.singular(words[next])) { return true }
      // `Bell Street is an old dataset`
      return words[next] == "is"
        && words[next...].prefix(6).contains { Self.holders.contains(Plurals.singular($0)) }
    }
    return 3 * held > mentions.count || mentions.count < 9 && held > 1
  }

  /// Whether words that no sentence defines name something all the same, and nothing of others:
  /// `VGG nets [41]`.
  private func isNamed(_ key: [String], _ mentions: [Mention]) -> Bool {
    guard key.count > 1 else { return true }
    let isAct = key[0].hasSuffix("ing") && collector.index.use(of: key).articled == 0
    let isParticiple = TermWords.isParticiple(key) && !collector.index.isCollocation(key)
    return !isAct && !isParticiple && TermWords.isSelfStanding(key)
      && !(TermWords.isOfKind(key) && mentions.contains { $0.mention.isCitedName })
  }

  // MARK: Sites

  /// The sentences that have the term, each once, the one that tells most first.
  private func weigh(_ sites: [TermCollector.Site], _ mentions: [Mention]) -> [WeighedSite] {
    var weights: [Int: Int] = [:]
    for (at, mention) in mentions where collector.isProse(at) {
      weights[at] = max(weights[at] ?? .min, mention.tells)
    }
    var telling: [Int: Int] = [:]
    let forms = sites.filter { $0.isForm && $0.strength > .described }
    var talking = Set(forms.map(\.atom))
    // A full name alone tells nothing, but a sentence that defines gives it as well.
    var defining = Set(
      forms.filter { $0.telling > 1 || collector.isTelling($0.atom) }.map(\.atom))
    for (at, mention) in mentions where mention.explains {
      talking.insert(at)
      if mention.defines { defining.insert(at) }
    }
    for site in sites {
      telling[site.atom] = max(telling[site.atom] ?? site.telling, site.telling)
      weights[site.atom] = weights[site.atom] ?? 0
    }
    return weights.map { at, tells in
      WeighedSite(
        atom: at, weight: (telling[at] ?? 0) + tells + weight(ofSectionOf: at) + worth(at),
        tells: talking.contains(at), defines: defining.contains(at))
    }.sorted { ($1.weight, $0.atom) < ($0.weight, $1.atom) }
  }

  /// How much the words of a sentence let one expect a definition.
  private func worth(_ at: Int) -> Int {
    max(0, min(5, (collector.atoms[at].odds(of: .definition) + 40) / 8))
  }

  /// What is explained stands in the parts that explain, and says no result.
  private func weight(ofSectionOf at: Int) -> Int {
    let atom = collector.atoms[at]
    let results: [Atom.Role] = [.result, .comparison, .negative]
    let isResult = results.contains { atom.weight(of: $0) > 0 }
    return (collector.explains(atom.section) ? 1 : 0) - (isResult ? 2 : 0)
  }

  // MARK: Names

  /// Of an abbreviation the full name, with the letters inside it if they are.
  private func name(of key: [String], _ mentions: [Mention]) -> SourceSpan? {
    guard let full = collector.names[key] else { return name(mentions) }
    guard !collector.view.text(of: full).contains("(") else { return full }
    return name(places.mentions(of: key)) ?? full
  }

  /// The first place of the spelling that the paper uses most inside its sentences, in the singular
  /// as far as there is one.
  private func name(_ mentions: [Mention]) -> SourceSpan? {
    guard let least = mentions.map({ form($0.mention) }).min() else { return nil }
    let best = mentions.filter { form($0.mention) == least }
    func spelling(_ mention: TermMention) -> Substring {
      mention.sentence.text(mention.sentence.bytes(mention.term))
    }
    let counts = Dictionary(grouping: best) { spelling($0.mention) }.mapValues(\.count)
    let most = counts.values.max()
    return best.first { counts[spelling($0.mention)] == most }.map { at, mention in
      collector.atoms[at].span.narrowed(to: mention.sentence.bytes(mention.term))
    }
  }

  private func form(_ mention: TermMention) -> Int {
    let last = mention.sentence.words[mention.term.upperBound - 1]
    return (mention.term.lowerBound == 0 ? 2 : 0) + (Plurals.isPlural(last) ? 1 : 0)
  }

  /// The letter that stands behind the term wherever one does.
  private func symbol(_ mentions: [Mention]) -> SourceSpan? {
    let found = mentions.compactMap { at, mention in
      mention.symbol.map { (mention.sentence.text($0), collector.atoms[at].span.narrowed(to: $0)) }
    }
    guard found.count > 1, let first = found.first, found.allSatisfy({ $0.0 == first.0 }) else {
      return nil
    }
    return first.1
  }
}
