import IR

/// What passes derive, from one sentence and one line of code.
struct EveryCaseKnowledge {
  private let sentence: Grounded<String>
  private let line: Grounded<String>
  private let score: Grounded<String>
  private let table = ExhibitLabel(kind: .table, number: "1")
  private let figure = ExhibitLabel(kind: .figure, number: "A.2")

  init(paper: EveryCasePaper, repository: EveryCaseRepository, log: EveryCaseLog) {
    sentence = paper.sentence
    line = repository.line
    score = log.score
  }

  private var said: Stated<String> { .stated(sentence) }

  private func derived(_ derivation: Derivation) -> Grounded<String> {
    Grounded(sentence.value, sentence.spans + line.spans, derivation)
  }

  func fillLogic(of document: inout Document) {
    document.atoms = Atoms(
      atoms: Atom.Role.allCases.map { role in
        Atom(
          span: sentence.spans[0], section: 1, block: 1,
          roles: [Atom.ScoredRole(role: role, weight: 3)], exhibits: [table], citations: [0])
      })
    document.problem = Problem(
      observations: [
        Observation(
          id: EntityID(1), title: sentence, statement: sentence, evidence: [sentence],
          implication: said)
      ],
      gaps: [
        Gap(
          id: EntityID(1), title: sentence, statement: sentence, causedBy: [EntityID(1)],
          existingAttempts: said, whyTheyFail: .notAvailable)
      ],
      insight: Insight(statement: said, derivedFrom: [EntityRef("O1")], enables: said),
      assumptions: [Assumption(id: EntityID(1), statement: sentence)])
    document.concepts = Concepts(concepts: [
      Concept(
        term: sentence, notation: said, definition: sentence, boundary: .notSpecified,
        related: ["margin"], usedIn: sentence)
    ])
    document.relatedWorks = relatedWorks
    document.claims = claims
    document.experiments = experiments
  }

  private var relatedWorks: RelatedWorks {
    let roles: [RelatedWork.Role] = [.imports, .bounds, .baseline, .extends, .refutes]
    return RelatedWorks(
      works: roles.enumerated().map { index, role in
        RelatedWork(
          id: EntityID(index + 1), title: sentence, entry: sentence, doi: said, role: role,
          whatChanged: said, why: said, adopted: said, reference: 0)
      }, additional: [AdditionalCitation(label: sentence, entry: sentence, linked: sentence)])
  }

  private var claims: Claims {
    let statuses: [Claim.Status] = [.hypothesis, .supported, .refuted]
    let derivations: [Derivation] = [.computed("without numbers"), .inferred, .model("replay")]
    let provenances: [Provenance] = [
      .user, .aiSuggested, .aiExecuted, .userRevised, .collectiveInference,
    ]
    return Claims(
      claims: provenances.enumerated().map { index, provenance in
        Claim(
          id: EntityID(index + 1), title: sentence, statement: derived(derivations[index % 3]),
          conditions: [sentence], scope: Claim.Scope(data: [sentence], measures: [sentence]),
          status: statuses[index % 3], falsification: sentence,
          basis: [sentence], exhibits: [table, figure], interpretation: said,
          dependencies: [EntityID(1)], tags: [sentence], provenance: provenance)
      })
  }

  private var experiments: Experiments {
    var experiment = Experiment(
      id: EntityID(1), title: sentence, exhibits: [table], sections: [1], procedure: [sentence],
      metrics: [sentence], expectedOutcome: [sentence], baselines: [sentence],
      dependencies: [EntityID(1)])
    experiment.setup = Experiment.Setup(
      model: said, hardware: said, dataset: said, system: said)
    return Experiments(experiments: [experiment])
  }

  func fillGround(of document: inout Document) {
    document.solution = Solution(
      overview: [sentence],
      components: [
        Component(
          name: sentence, purpose: said, inputs: said, outputs: said, interactions: said,
          choices: said)
      ],
      formulation: [Formula(text: sentence, meaning: said, symbols: said)],
      algorithms: [Algorithm(title: sentence, lines: [sentence, line])], steps: [sentence],
      complexity: said, boundaries: [sentence],
      limitations: Limitation.Kind.allCases.map { Limitation(sentence, $0) }, openEnds: [sentence])
    document.parameters = parameters
    document.environment = Environment(
      runtime: said, python: said, framework: said, hardware: said, dataSources: [sentence],
      dependencies: [line], protocols: said, seeds: said)
    document.environment.cuda = [line]
    document.environment.images = [line]
    document.environment.requests = [line]
    document.environment.setUp = [line]
    document.environment.dataLocations = [line]
    document.environment.seedSettings = [line]
    document.code = code
    document.discrepancies = Discrepancies(
      discrepancies: Discrepancy.Kind.allCases.map { kind in
        Discrepancy(kind: kind, subject: line, found: sentence, source: sentence)
      })
    document.data = DataCards(
      dataset: DatasetCard(
        provenance: said, source: [sentence], size: said, licensing: said, ethics: said,
        variables: said),
      preprocessing: PreprocessingCard(
        cleaning: said, normalization: said, qualityControl: said, splits: said))
    document.heuristics = Heuristics(heuristics: [
      Heuristic(
        id: EntityID(1), title: sentence, rationale: sentence,
        sensitivity: .stated(Grounded(.high, sentence.spans)), bounds: said,
        code: CodeReference(path: "fold/rail.py", lines: 3...9), source: [line],
        provenance: .collectiveInference)
    ])
  }

  private var parameters: Parameters {
    let levels: [Sensitivity] = [.low, .medium, .high]
    return Parameters(
      parameters: Parameter.Group.allCases.enumerated().map { index, group in
        Parameter(
          group: group, name: sentence, scope: [sentence], value: line,
          standing: [.agreed, .paperOnly, .codeOnly, .conflicting][index % 4],
          conflicts: [RepositoryValue(value: line, places: [line])], rationale: said,
          searchRange: said,
          sensitivity: .stated(Grounded(levels[index % 3], sentence.spans, .inferred)),
          source: [sentence])
      }, trains: false)
  }

  private var code: CodeIndex {
    CodeIndex(
      mode: .repo, reason: sentence,
      artifacts: [
        CodeArtifact(path: line, nature: "script", contents: said, run: said, component: said)
      ],
      bindings: [CodeBinding.Subject.component, .equation, .algorithm, .term].map {
        CodeBinding(
          subject: $0, term: sentence, place: sentence, symbol: line,
          code: CodeReference(path: "fold/rail.py", lines: 3...9),
          evidence: CodeBinding.Evidence.allCases)
      },
      modules: [
        ExecutionModule(
          file: "rail.py", grounding: .transcribed(CodeReference(path: "fold/rail.py")),
          lines: [line]),
        ExecutionModule(file: "reported_values.py", grounding: .reportedValues, lines: [sentence]),
      ], prompts: [Prompt(name: "card", title: sentence, text: [sentence])])
  }

  func fillTrace(of document: inout Document) {
    let kinds: [TraceNode.Kind] = [
      .experiment(result: score),
      .deadEnd(hypothesis: .stated(sentence), failure: sentence, lesson: .notSpecified),
      .decision(choice: sentence, alternatives: [sentence], rationale: sentence),
      .pivot(from: sentence, to: sentence, trigger: sentence),
    ]
    let children = kinds.enumerated().map { index, kind in
      TraceNode(
        id: EntityID(index + 2), title: sentence, kind: kind,
        support: index == 0 ? .inferred : .explicit, sourceRefs: [sentence], provenance: .user,
        description: sentence, exhibits: [figure], dependsOn: [EntityID(1)])
    }
    document.trace = Trace(roots: [
      TraceNode(
        id: EntityID(1), title: sentence, kind: .question, support: .explicit, children: children)
    ])
  }

  func fillEvidence(of document: inout Document) {
    let types: [FigureType] = [.quantitativePlot, .diagram, .qualitativeSample, .mixed]
    document.evidence = Evidence(
      exhibits: types.enumerated().map { index, type in
        FiledExhibit(
          label: index == 0 ? table : figure, stem: "figure\(index)_clip", title: sentence,
          type: type, description: said)
      },
      texts: [FiledText(stem: "section1_introduction", section: 1)],
      results: [
        FiledResults(stem: "attempts", contents: .attempts, log: SourceID("log")),
        FiledResults(stem: "values", contents: .values, log: SourceID("log")),
        FiledResults(stem: "runs", contents: .runs, log: SourceID("log")),
        FiledResults(stem: "failures", contents: .failures, log: SourceID("log")),
      ])
    document.manifest = Manifest(
      title: said, authors: [sentence], year: .stated(Grounded(2033, sentence.spans)),
      venue: said, doi: said, domain: said, keywords: [sentence], abstract: said,
      overview: [sentence])
    var unfiled = Requirement(id: EntityID(2), node: 1, keyDetail: said)
    unfiled.code = CodeReference(path: "fold/rail.py", lines: 3...3)
    unfiled.gap = .notFiled
    var absent = Requirement(id: EntityID(3), node: 1)
    absent.gap = .absent
    var covered = Requirement(id: EntityID(1), node: 1, file: "logic/claims.md", keyDetail: said)
    covered.heading = "C01"
    document.coverage = Coverage(
      requirements: [covered, unfiled, absent],
      knownGaps: KnownGap.Subject.allCases.map { KnownGap(subject: $0, found: 0, wanted: 5) },
      withoutClaim: [
        UnboundEvidence(path: "evidence/tables/table1_clip.md", reason: "no claim rests on it")
      ],
      matrices: [
        SetupMatrix(
          demands: [SetupMatrix.Demand(pieces: [.words(sentence), .factor(0)])],
          setups: [
            SetupMatrix.Setup(levels: [sentence], requirements: [[EntityID(1)]]),
            SetupMatrix.Setup(levels: [line], requirements: [[EntityID(2)]]),
          ])
      ])
    document.candidates = Candidates(
      candidates: [.heuristic, .setting].map { kind in
        Candidate(
          kind: kind, name: "margin",
          occurrences: [Candidate.Occurrence(artifact: "nails", text: "Hammer twice.")])
      })
  }

  func fillLinks(of document: inout Document) {
    let claims = [EntityID<Claim>(1), EntityID<Claim>(2)]
    document.links = Links(
      proofs: [Links.Proof(claim: claims[0], experiment: EntityID(1))],
      exhibitClaims: [Links.ExhibitClaims(exhibit: table, claims: claims)],
      relatedClaims: [Links.RelatedClaims(work: EntityID(1), claims: claims)],
      nodeClaims: [Links.NodeClaims(node: EntityID(2), claims: claims)],
      codeClaims: [Links.CodeClaims(path: "fold/rail.py", claims: claims)],
      runs: [Links.ExperimentRun(experiment: EntityID(1), path: "fold/rail.py")],
      decisions: Links.Decision.Verdict.allCases.map {
        Links.Decision(claim: claims[0], basis: 1, table: table, verdict: $0, cells: sentence)
      })
  }
}
