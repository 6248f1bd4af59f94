/// The relations between layers, each held once (`spec/ara-format.md`, section 4).
package struct Links: Slot {
  /// Claim to experiment: `Proof` read one way, `Verifies` the other. Sorted, no pair twice.
  package var proofs: [Proof] = []
  package var exhibitClaims: [ExhibitClaims] = []
  package var relatedClaims: [RelatedClaims] = []
  package var nodeClaims: [NodeClaims] = []
  /// Claims that a code artifact serves, by its path.
  package var codeClaims: [CodeClaims] = []
  /// The code that runs an experiment.
  package var runs: [ExperimentRun] = []
  /// The cells that decide the comparisons of claims, and those that their sentences speak of.
  package var decisions: [Decision] = []

  package init(
    proofs: [Proof] = [], exhibitClaims: [ExhibitClaims] = [],
    relatedClaims: [RelatedClaims] = [], nodeClaims: [NodeClaims] = [],
    codeClaims: [CodeClaims] = [], runs: [ExperimentRun] = [], decisions: [Decision] = []
  ) {
    self.proofs = proofs
    self.exhibitClaims = exhibitClaims
    self.relatedClaims = relatedClaims
    self.nodeClaims = nodeClaims
    self.codeClaims = codeClaims
    self.runs = runs
    self.decisions = decisions
  }

  package struct Proof: Hashable, Codable, Sendable {
    package let claim: EntityID<Claim>
    package let experiment: EntityID<Experiment>

    package init(claim: EntityID<Claim>, experiment: EntityID<Experiment>) {
      self.claim = claim
      self.experiment = experiment
    }
  }

  package struct ExhibitClaims: Hashable, Codable, Sendable {
    package let exhibit: ExhibitLabel
    package let claims: [EntityID<Claim>]

    package init(exhibit: ExhibitLabel, claims: [EntityID<Claim>]) {
      self.exhibit = exhibit
      self.claims = claims
    }
  }

  package struct RelatedClaims: Hashable, Codable, Sendable {
    package let work: EntityID<RelatedWork>
    package let claims: [EntityID<Claim>]

    package init(work: EntityID<RelatedWork>, claims: [EntityID<Claim>]) {
      self.work = work
      self.claims = claims
    }
  }

  package struct NodeClaims: Hashable, Codable, Sendable {
    package let node: EntityID<TraceNode>
    package let claims: [EntityID<Claim>]

    package init(node: EntityID<TraceNode>, claims: [EntityID<Claim>]) {
      self.node = node
      self.claims = claims
    }
  }

  package struct CodeClaims: Hashable, Codable, Sendable {
    package let path: String
    package let claims: [EntityID<Claim>]

    package init(path: String, claims: [EntityID<Claim>]) {
      self.path = path
      self.claims = claims
    }
  }

  package struct ExperimentRun: Hashable, Codable, Sendable {
    package let experiment: EntityID<Experiment>
    package let path: String

    package init(experiment: EntityID<Experiment>, path: String) {
      self.experiment = experiment
      self.path = path
    }
  }

  /// What the cells of a table say of a sentence that a claim rests on.
  package struct Decision: Hashable, Codable, Sendable {
    package enum Verdict: String, Codable, Sendable, CaseIterable {
      /// The cells say what the sentence compares.
      case borneOut
      /// They say the opposite.
      case contradicted
      /// They are the ones that the sentence speaks of; whether they bear it out is the reader's to see.
      case addressed
    }

    package let claim: EntityID<Claim>
    /// Where the sentence stands in the claim's basis.
    package let basis: Int
    package let table: ExhibitLabel
    package let verdict: Verdict
    /// The cells with their labels.
    package let cells: Grounded<String>

    package init(
      claim: EntityID<Claim>, basis: Int, table: ExhibitLabel, verdict: Verdict,
      cells: Grounded<String>
    ) {
      self.claim = claim
      self.basis = basis
      self.table = table
      self.verdict = verdict
      self.cells = cells
    }
  }
}
