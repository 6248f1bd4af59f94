/// Checks that a document is sound: spans lie in their sources, references name what exists.
///
/// Runs between passes under `--verify-each`, on documents read with `--from-ir`, and in tests.
package struct DocumentVerifier {
  private let document: Document
  private var problems: [String] = []

  /// One line per problem; empty for a sound document.
  package static func problems(in document: Document) -> [String] {
    var verifier = DocumentVerifier(document: document)
    verifier.checkSources()
    verifier.checkPaper()
    verifier.checkIdentifiers()
    verifier.checkLinks()
    return verifier.problems
  }

  private init(document: Document) { self.document = document }

  private mutating func require(_ isSound: Bool, _ problem: @autoclosure () -> String) {
    if !isSound { problems.append(problem()) }
  }

  private mutating func checkSources() {
    var seen: Set<SourceID> = []
    for source in document.sources.sources {
      require(seen.insert(source.id).inserted, "the source '\(source.id)' stands twice")
      var end: UInt32 = 0
      for region in source.regions {
        require(
          region.bytes.lowerBound >= end && region.bytes.upperBound <= source.text.utf8.count,
          "a region of '\(source.id)' overlaps another or lies outside its text")
        end = region.bytes.upperBound
      }
    }
  }

  private func isInside(_ span: SourceSpan) -> Bool {
    document.sources[span.source].map { span.bytes.upperBound <= $0.text.utf8.count } ?? false
  }

  private mutating func checkPaper() {
    guard let paper = document.inputs.paper else { return }
    let spans =
      paper.blocks.map(\.span) + paper.references.map(\.entry)
      + (paper.tables + paper.figures).map(\.caption)
      + (paper.tables + paper.figures).flatMap {
        $0.grids.flatMap { $0.rows.flatMap { $0.compactMap(\.span) } }
      }
    for span in spans { require(isInside(span), "the span \(span) lies outside its source") }
    let sections = paper.sections.indices
    for block in paper.blocks {
      require(
        sections.contains(block.section),
        "a block names section \(block.section), which does not exist")
    }
    for (index, section) in paper.sections.enumerated() {
      require(
        section.parent.map { $0 < index } ?? true, "section \(index) stands before its parent")
    }
    for citation in paper.citations {
      require(
        citation.references.allSatisfy(paper.references.indices.contains),
        "a citation names a reference that does not exist")
    }
  }

  /// Identifiers count up from 1 in file order.
  private mutating func checkIdentifiers() {
    check("claims", document.claims.claims.map(\.id.ordinal))
    check("experiments", document.experiments.experiments.map(\.id.ordinal))
    check("heuristics", document.heuristics.heuristics.map(\.id.ordinal))
    check("related works", document.relatedWorks.works.map(\.id.ordinal))
    check("tree nodes", document.trace.nodes.map(\.id.ordinal))
    check("requirements", document.coverage.requirements.map(\.id.ordinal))
    for span in document.claims.claims.flatMap({ $0.statement.spans + $0.basis.flatMap(\.spans) }) {
      require(isInside(span), "the span \(span) of a claim lies outside its source")
    }
  }

  private mutating func check(_ name: String, _ ordinals: [Int]) {
    require(
      ordinals == Array(1..<(ordinals.count + 1)), "identifiers of \(name) do not count up from 1")
  }

  private mutating func checkLinks() {
    let claims = Set(document.claims.claims.map(\.id))
    let experiments = Set(document.experiments.experiments.map(\.id))
    for proof in document.links.proofs {
      require(claims.contains(proof.claim), "a link names \(proof.claim), which does not exist")
      require(
        experiments.contains(proof.experiment),
        "a link names \(proof.experiment), which does not exist")
    }
    var named = document.links.exhibitClaims.flatMap(\.claims)
    named += document.links.nodeClaims.flatMap(\.claims)
    named += document.links.relatedClaims.flatMap(\.claims)
    named += document.links.codeClaims.flatMap(\.claims)
    named += document.claims.claims.flatMap(\.dependencies)
    for claim in named {
      require(claims.contains(claim), "a link names \(claim), which does not exist")
    }
  }
}
