/// One compilation: the root of the IR.
///
/// `inputs` and `sources` are facts, made by frontends and never edited afterwards; every other
/// field is a slot that one pass writes.
package struct Document: Hashable, Codable, Sendable {
  package var sources: SourceMap
  package var inputs: Inputs
  package var atoms: Atoms = Atoms()
  package var evidence: Evidence = Evidence()
  package var problem: Problem = Problem()
  package var concepts: Concepts = Concepts()
  package var relatedWorks: RelatedWorks = RelatedWorks()
  package var claims: Claims = Claims()
  package var experiments: Experiments = Experiments()
  package var solution: Solution = Solution()
  package var parameters: Parameters = Parameters()
  package var discrepancies: Discrepancies = Discrepancies()
  package var environment: Environment = Environment()
  package var code: CodeIndex = CodeIndex()
  package var data: DataCards = DataCards()
  package var heuristics: Heuristics = Heuristics()
  package var trace: Trace = Trace()
  package var manifest: Manifest = Manifest()
  package var candidates: Candidates = Candidates()
  package var links: Links = Links()
  package var coverage: Coverage = Coverage()

  package init(
    sources: SourceMap, inputs: Inputs, atoms: Atoms = Atoms(), evidence: Evidence = Evidence(),
    problem: Problem = Problem(), concepts: Concepts = Concepts(),
    relatedWorks: RelatedWorks = RelatedWorks(), claims: Claims = Claims(),
    experiments: Experiments = Experiments(), solution: Solution = Solution(),
    parameters: Parameters = Parameters(), discrepancies: Discrepancies = Discrepancies(),
    environment: Environment = Environment(),
    code: CodeIndex = CodeIndex(), data: DataCards = DataCards(),
    heuristics: Heuristics = Heuristics(), trace: Trace = Trace(),
    manifest: Manifest = Manifest(), candidates: Candidates = Candidates(), links: Links = Links(),
    coverage: Coverage = Coverage()
  ) {
    self.sources = sources
    self.inputs = inputs
    self.atoms = atoms
    self.evidence = evidence
    self.problem = problem
    self.concepts = concepts
    self.relatedWorks = relatedWorks
    self.claims = claims
    self.experiments = experiments
    self.solution = solution
    self.parameters = parameters
    self.discrepancies = discrepancies
    self.environment = environment
    self.code = code
    self.data = data
    self.heuristics = heuristics
    self.trace = trace
    self.manifest = manifest
    self.candidates = candidates
    self.links = links
    self.coverage = coverage
  }
}

/// The facts of every input; nil for a kind that was not given.
package struct Inputs: Hashable, Codable, Sendable {
  package var paper: Paper? = nil
  package var repository: Repository? = nil
  package var rubric: Rubric? = nil
  package var logs: [RunLog] = []
  /// Earlier artifacts: what they say is no fact of this work.
  package var library: Library? = nil

  package init(
    paper: Paper? = nil, repository: Repository? = nil, rubric: Rubric? = nil,
    logs: [RunLog] = [], library: Library? = nil
  ) {
    self.paper = paper
    self.repository = repository
    self.rubric = rubric
    self.logs = logs
    self.library = library
  }
}

/// What `PAPER.md` says of the work as a whole (`spec/ara-format.md`, 5.1).
package struct Manifest: Slot {
  package var title: Stated<String> = .notSpecified
  package var authors: [Grounded<String>] = []
  package var year: Stated<Int> = .notSpecified
  package var venue: Stated<String> = .notSpecified
  package var doi: Stated<String> = .notSpecified
  package var domain: Stated<String> = .notSpecified
  package var keywords: [Grounded<String>] = []
  package var abstract: Stated<String> = .notSpecified
  package var overview: [Grounded<String>] = []

  package init(
    title: Stated<String> = .notSpecified, authors: [Grounded<String>] = [],
    year: Stated<Int> = .notSpecified, venue: Stated<String> = .notSpecified,
    doi: Stated<String> = .notSpecified, domain: Stated<String> = .notSpecified,
    keywords: [Grounded<String>] = [], abstract: Stated<String> = .notSpecified,
    overview: [Grounded<String>] = []
  ) {
    self.title = title
    self.authors = authors
    self.year = year
    self.venue = venue
    self.doi = doi
    self.domain = domain
    self.keywords = keywords
    self.abstract = abstract
    self.overview = overview
  }
}
