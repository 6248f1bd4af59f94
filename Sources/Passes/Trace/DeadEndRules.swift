internal import IR

/// Something that a sentence of the paper tells of a trial, before it has its place in the tree.
struct PaperTrial {
  var node: TraceNode
  /// The sentence that tells it.
  let span: SourceSpan
  /// The tables and figures that it is about.
  let topics: [ExhibitLabel]
}

/// Dead ends that sentences of the paper report, in its order.
struct DeadEndRules {
  let view: PaperView
  let atoms: Atoms
  let own: OwnNames
  /// Sentences that a finding refused.
  let refused: Set<SourceSpan>
  /// Titles and statements of claims, by their content words.
  let claimed: [Set<String>]
  private let subjects: FailureSubjects
  private let values: TableValues

  init(
    view: PaperView, atoms: Atoms, own: OwnNames, refused: Set<SourceSpan>, claimed: [Set<String>]
  ) {
    self.view = view
    self.atoms = atoms
    self.own = own
    self.refused = refused
    self.claimed = claimed
    subjects = FailureSubjects(of: atoms, view)
    values = TableValues(view)
  }

  private static let limit = 40
  private static let sameness = 0.5

  func deadEnds() -> [PaperTrial] {
    let best = (reports() + captioned()).sorted {
      ($1.weight, $0.span) < ($0.weight, $1.span)
    }
    var kept: [(report: Report, words: Set<String>)] = []
    for report in best where kept.count < Self.limit {
      let words = Set(Wording.content(view.text(of: report.span)))
      if !kept.contains(where: { Wording.similarity($0.words, words) > Self.sameness }) {
        kept.append((report, words))
      }
    }
    return kept.map(\.report).sorted { $0.span < $1.span }.map(deadEnd)
  }

  /// A sentence that reports a setback.
  private struct Report {
    let span: SourceSpan
    let weight: Int
    /// Its index among the atoms; nil for a sentence of a caption.
    let index: Int?
    let section: Int
    let exhibits: [ExhibitLabel]
  }

  private func reports() -> [Report] {
    atoms.atoms.indices.compactMap { index in
      let atom = atoms.atoms[index]
      guard atom.weight(of: .future) == 0, !refused.contains(atom.span),
        !view.isFormal(atom.section)
      else { return nil }
      let sentence = view.sentence(atom.span)
      let opens = opensFailure(index)
      let leans = leansToSetback(index, sentence)
      guard opens || leans || Setback.mayTell(sentence) else { return nil }
      let text = sentence.text
      let role = SectionRole(of: atom.section, in: view)
      let context = Setback.Context(
        role: role, cites: !atom.citations.isEmpty,
        ownNames: own.names, citedNames: own.cited, subjects: subjects,
        followsTrial: { followsTrial(index, sentence) },
        isAmongAblations: { isAmongAblations(index) },
        isSummary: (role == .introduction || role == .conclusion)
          && ["(ii)", "(2)", " 2)"].contains { text.has($0) },
        isMeasured: role != .introduction && isMeasured(index, text))
      let told = opens ? Self.sure : Setback.weight(of: sentence, in: context)
      guard
        let weight = told
          ?? (leans
            && Setback.isPlain(sentence, losing: Self.lost(in: sentence), in: context)
            ? Self.leaning : nil),
        !isAmongLimits(index),
        !Self.pointsBack(text) || before(index) != nil
      else { return nil }
      return Report(
        span: atom.span, weight: weight, index: index, section: atom.section,
        exhibits: atom.exhibits)
    }
  }

  private static let sure = 3
  private static let leaning = 1

  /// Whether a sentence names a table or a figure, or prints a value as results have.
  private func isMeasured(_ index: Int, _ text: String) -> Bool {
    !atoms.atoms[index].exhibits.isEmpty
      || NumberToken.scan(text).contains { number in
        DecimalText(number.text).decimals > 0
          || text.utf8.dropFirst(number.bytes.upperBound).first == UInt8(ascii: "%")
      }
  }

  /// Captions say what a figure shows, too.
  private func captioned() -> [Report] {
    view.exhibits.flatMap { exhibit -> [Report] in
      let caption = view.text(of: exhibit.caption)
      return SentenceSplitter.spans(of: exhibit.caption, text: caption).compactMap {
        span -> Report? in
        let sentence = view.sentence(span)
        let text = sentence.text
        let context = Setback.Context(
          role: .experiments, cites: text.has("[") || text.has("et al"), ownNames: own.names,
          subjects: subjects, isAmongAblations: { caption.lowercase.has("ablat") })
        // What a mark in the table means is no finding.
        guard let weight = Setback.weight(of: sentence, in: context), !refused.contains(span),
          !DanglingSubject.begins(sentence), !text.contains(where: { "*∗†‡".contains($0) })
        else { return nil }
        return Report(
          span: span, weight: weight, index: nil, section: exhibit.section,
          exhibits: [exhibit.label])
      }
    }
  }

  // MARK: Nodes

  private func deadEnd(_ report: Report) -> PaperTrial {
    let sentence = view.grounded(report.span)
    let pointsBack = Self.pointsBack(sentence.value)
    let tried = report.index.flatMap(before(_:)).flatMap { trial in
      pointsBack || isTrial(trial) ? view.grounded(trial.span) : nil
    }
    let hypothesis =
      tried ?? TriedVariant.find(in: sentence) ?? report.index.flatMap { headOfFailure($0) }
    // A sentence about `this` makes no title.
    let title = pointsBack ? tried ?? sentence : Self.reporting(sentence)
    let details = report.index.flatMap(numbers(after:))
    let last = details == nil ? report.index : report.index.map { $0 + 1 }
    let lesson = Lesson.drawn(in: sentence) ?? last.flatMap(lesson(after:))
    let topics = report.index.map { atoms.topics(ofAtom: $0) } ?? report.exhibits
    let node = TraceNode(
      id: EntityID(1), title: self.title(of: title, trying: hypothesis),
      kind: .deadEnd(
        hypothesis: Stated(hypothesis), failure: details ?? sentence, lesson: Stated(lesson)),
      support: .explicit, sourceRefs: references(to: report, topics),
      description: description(of: report))
    return PaperTrial(node: node, span: report.span, topics: topics)
  }

  /// The clause that tells the setback, of a sentence that first tells what went well.
  private static func reporting(_ sentence: Grounded<String>) -> Grounded<String> {
    guard sentence.derivation == nil, let span = sentence.spans.first,
      let clause = Setback.contrasted(in: sentence.value)
    else { return sentence }
    let words = String(decoding: Array(sentence.value.utf8)[clause], as: UTF8.self)
    return Grounded(words, [span.narrowed(to: clause)])
  }

  private static let claimedShare = 0.75
  private static let shortTitle = 60

  /// The opening of the sentence. Where a claim states the same, the title names what was tried, or
  /// says that it fell short.
  private func title(of sentence: Grounded<String>, trying hypothesis: Grounded<String>?)
    -> Grounded<String>
  {
    guard let title = Title.make(of: sentence) else { return sentence }
    let words = Set(Wording.content(title.value))
    let isClaimed = claimed.contains { claim in
      Double(words.intersection(claim).count) >= Self.claimedShare * Double(words.count)
    }
    guard isClaimed else { return title }
    func short(_ text: String) -> String { Wording.opening(text, limit: Self.shortTitle).text }
    if let hypothesis {
      return Grounded(
        "Tried in vain: \(short(hypothesis.value))", hypothesis.spans,
        .computed("what was tried"))
    }
    let told = Setback.telling(in: ReportingFrame(title.value).rest.trimmed(of: " …"))
    return Grounded(
      "Fell short: \(short(told))", sentence.spans, .computed("opening of what fell short"))
  }

  private func references(to report: Report, _ topics: [ExhibitLabel]) -> [Grounded<String>] {
    let printed = values.table(printing: view.text(of: report.span))
    let near = { report.index.map(self.exhibits(before:)) ?? [] }
    let named = topics.isEmpty ? printed.map { [$0] } ?? near() : topics
    return named.map { Grounded($0.description, [report.span]) } + [
      view.label(ofSection: report.section)
    ]
  }

  private func description(of report: Report) -> Grounded<String>? {
    let surroundings = Surroundings(view: view, atoms: atoms)
    guard let index = report.index else { return surroundings.title(ofSection: report.section) }
    return surroundings.description(ofAtom: index)
  }

  /// Whether a sentence is about what the one before it tells: `This hurts the accuracy.`
  private static func pointsBack(_ sentence: String) -> Bool {
    if DanglingSubject.begins(ReportingFrame(sentence).rest) { return true }
    let words = CueWords(String(sentence.prefix(60))).words
    guard words.count > 1, ["this", "that"].contains(words[0]) else { return false }
    return words[1].hasSuffix("s") || words[1].hasSuffix("ed") || words[1].hasSuffix("ly")
  }

  /// Content words that two sentences on one thing have in common.
  private static let sharedWords = 2

  /// A sentence with the next one, if only that gives the numbers.
  private func numbers(after index: Int) -> Grounded<String>? {
    guard index + 1 < atoms.atoms.count, atoms.atoms[index + 1].block == atoms.atoms[index].block
    else { return nil }
    let (own, next) = (atoms.atoms[index].span, atoms.atoms[index + 1].span)
    guard NumberToken.scan(view.text(of: own)).isEmpty,
      !NumberToken.scan(view.text(of: next)).isEmpty, view.sentence(next).isWhole,
      !Lesson.begins(view.text(of: next)), view.text(of: next).utf8.count < 300,
      Set(Wording.content(view.text(of: own))).intersection(Wording.content(view.text(of: next)))
        .count >= Self.sharedWords
    else { return nil }
    return Surroundings(view: view, atoms: atoms).text(from: index, to: index + 1)
  }

  /// The sentence before one in its paragraph.
  private func before(_ index: Int) -> Atom? {
    guard index > 0, atoms.atoms[index - 1].block == atoms.atoms[index].block else { return nil }
    let atom = atoms.atoms[index - 1]
    return view.sentence(atom.span).isWhole ? atom : nil
  }

  /// Whether a sentence says what was tried, and nothing of what came of it.
  private func isTrial(_ atom: Atom) -> Bool {
    atom.weight(of: .negative) == 0 && TriedVariant.isTold(in: view.text(of: atom.span))
  }

  /// Whether a sentence tells what came of what the one before it tells that was tried.
  private func followsTrial(_ index: Int, _ sentence: Sentence) -> Bool {
    guard let trial = before(index).map({ view.sentence($0.span) }) else { return false }
    return !TriedVariant.trials.matches(in: trial.words).isEmpty
      && (Self.pointsBack(sentence.text)
        || !TrialCues.findings.matches(in: sentence.words).isEmpty)
  }

  private func lesson(after index: Int) -> Grounded<String>? {
    guard index + 1 < atoms.atoms.count, atoms.atoms[index + 1].block == atoms.atoms[index].block
    else { return nil }
    let next = atoms.atoms[index + 1]
    let text = view.text(of: next.span)
    return Lesson.begins(text) && Wording.isSentence(text) ? view.grounded(next.span) : nil
  }
}
