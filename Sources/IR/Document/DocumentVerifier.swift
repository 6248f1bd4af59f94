/// Checks that a document is sound: spans lie in their sources, references name what exists.
///
/// Runs between passes under `--verify-each`, on documents read with `--from-ir`, and in tests.
/// Passes and emitters rely on it: what it lets through cannot make them trap.
package struct DocumentVerifier {
  let document: Document
  private var problems: [String] = []

  /// One line per problem; empty for a sound document.
  package static func problems(in document: Document) -> [String] {
    var verifier = DocumentVerifier(document: document)
    verifier.checkSources()
    verifier.checkPaper()
    verifier.checkRepository()
    verifier.checkRubric()
    verifier.checkLogs()
    verifier.checkIdentifiers()
    verifier.checkIndexes()
    verifier.checkMentions()
    return verifier.problems
  }

  private init(document: Document) { self.document = document }

  mutating func require(_ isSound: Bool, _ problem: @autoclosure () -> String) {
    if !isSound { problems.append(problem()) }
  }

  // MARK: Sources

  private mutating func checkSources() {
    var seen: Set<SourceID> = []
    for source in document.sources.sources {
      require(seen.insert(source.id).inserted, "the source '\(source.id)' stands twice")
      let size = source.text.utf8.count
      var end: UInt32 = 0
      for region in source.regions {
        require(
          region.bytes.lowerBound >= end && region.bytes.upperBound <= size,
          "a region of '\(source.id)' overlaps another or lies outside its text")
        require(isPlace(region.place), "a region of '\(source.id)' lies at no possible place")
        end = region.bytes.upperBound
      }
    }
  }

  /// Numbers that count from 1 stay below this, so that sums of them do not overflow.
  static let countLimit = 1 << 40

  func isCount(_ number: Int) -> Bool { (1..<Self.countLimit).contains(number) }

  private func isPlace(_ place: Place) -> Bool {
    switch place {
    case .page(let page, let box): isCount(page) && isBox(box)
    case .lines(_, let line): isCount(line)
    case .message(_, let ordinal): isCount(ordinal)
    case .node: true
    }
  }

  /// No sheet of paper is as large: a point is a third of a millimetre.
  private static let farthest = 1e9

  func isBox(_ box: Box) -> Bool {
    [box.x0, box.y0, box.x1, box.y1].allSatisfy { abs($0) < Self.farthest }
  }

  mutating func requireSource(_ id: SourceID, _ kind: InputKind) {
    require(
      document.sources[id]?.kind == kind, "facts name the \(kind) '\(id)', which is no source")
  }

  // MARK: Identifiers

  /// Identifiers count up from 1 in file order.
  private mutating func checkIdentifiers() {
    check("observations", document.problem.observations.map(\.id.ordinal))
    check("gaps", document.problem.gaps.map(\.id.ordinal))
    check("assumptions", document.problem.assumptions.map(\.id.ordinal))
    check("claims", document.claims.claims.map(\.id.ordinal))
    check("experiments", document.experiments.experiments.map(\.id.ordinal))
    check("heuristics", document.heuristics.heuristics.map(\.id.ordinal))
    check("related works", document.relatedWorks.works.map(\.id.ordinal))
    check("tree nodes", document.trace.nodes.map(\.id.ordinal))
    check("requirements", document.coverage.requirements.map(\.id.ordinal))
  }

  private mutating func check(_ name: String, _ ordinals: [Int]) {
    require(
      ordinals == Array(1..<(ordinals.count + 1)), "identifiers of \(name) do not count up from 1")
  }

  // MARK: Spans and references

  /// Every span lies inside its source and every identifier names an entity, wherever it stands.
  private mutating func checkMentions() {
    guard let mentions = Mentions(of: document) else {
      return require(false, "a number is not finite")
    }
    let sizes = Dictionary(
      document.sources.sources.map { ($0.id, $0.text.utf8.count) }, uniquingKeysWith: max)
    for span in mentions.spans {
      require(
        sizes[span.source].map { span.bytes.upperBound <= $0 } ?? false,
        "the span \(span) lies outside its source")
    }
    let known = Set(identifiers)
    for id in mentions.identifiers {
      require(known.contains(id), "a reference names \(id), which does not exist")
    }
  }

  private var identifiers: [String] {
    let problem = document.problem
    let logic =
      problem.observations.map(\.id.description) + problem.gaps.map(\.id.description)
      + problem.assumptions.map(\.id.description) + document.claims.claims.map(\.id.description)
      + document.experiments.experiments.map(\.id.description)
    return logic + document.heuristics.heuristics.map(\.id.description)
      + document.relatedWorks.works.map(\.id.description)
      + document.trace.nodes.map(\.id.description)
      + document.coverage.requirements.map(\.id.description)
  }
}
