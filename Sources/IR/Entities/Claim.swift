/// Falsifiable claims (`spec/ara-format.md`, 5.3).
///
/// Which experiments prove a claim is not stored here: `Links` holds that relation once, so that
/// `Proof` and `Verifies` cannot disagree. `Sources` follow from the spans of the numbers.
package struct Claims: Slot {
  package var claims: [Claim] = []

  package init(claims: [Claim] = []) {
    self.claims = claims
  }
}

package struct Claim: Entity, Hashable, Codable {
  /// What the evaluation behind a claim ran on and what it measured.
  package struct Scope: Hashable, Codable, Sendable {
    package let data: [Grounded<String>]
    package let measures: [Grounded<String>]

    package init(data: [Grounded<String>] = [], measures: [Grounded<String>] = []) {
      self.data = data
      self.measures = measures
    }
  }

  package enum Status: String, Codable, Sendable { case hypothesis, supported, refuted }

  package static let idPrefix = "C"
  package let id: EntityID<Claim>
  package var title: Grounded<String>
  /// The reusable conclusion, without numbers.
  package var statement: Grounded<String>
  /// The regime in which it holds, one sentence or label each.
  package var conditions: [Grounded<String>]
  package var scope: Scope
  package var status: Status
  package var falsification: Grounded<String>
  /// Verbatim sentences that it rests on, with their numbers.
  package var basis: [Grounded<String>]
  /// The tables and figures that those sentences name.
  package var exhibits: [ExhibitLabel] = []
  package var interpretation: Stated<String> = .notSpecified
  package var dependencies: [EntityID<Claim>] = []
  package var tags: [Grounded<String>] = []
  package var provenance: Provenance? = nil

  package init(
    id: EntityID<Claim>, title: Grounded<String>, statement: Grounded<String>,
    conditions: [Grounded<String>], scope: Scope = Scope(), status: Status,
    falsification: Grounded<String>,
    basis: [Grounded<String>], exhibits: [ExhibitLabel] = [],
    interpretation: Stated<String> = .notSpecified, dependencies: [EntityID<Claim>] = [],
    tags: [Grounded<String>] = [], provenance: Provenance? = nil
  ) {
    self.id = id
    self.title = title
    self.statement = statement
    self.conditions = conditions
    self.scope = scope
    self.status = status
    self.falsification = falsification
    self.basis = basis
    self.exhibits = exhibits
    self.interpretation = interpretation
    self.dependencies = dependencies
    self.tags = tags
    self.provenance = provenance
  }
}

/// Who found something out (`spec/ara-format.md`, section 4, plus collective inference).
package enum Provenance: String, Codable, Sendable {
  case user
  case aiSuggested = "ai-suggested"
  case aiExecuted = "ai-executed"
  case userRevised = "user-revised"
  case collectiveInference = "collective_inference"
}
