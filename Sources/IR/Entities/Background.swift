// What `logic/problem.md`, `logic/concepts.md` and `logic/related_work.md` say.

/// The problem chain (`spec/ara-format.md`, 5.2): observations cause gaps, the insight follows.
package struct Problem: Slot {
  package var observations: [Observation] = []
  package var gaps: [Gap] = []
  package var insight: Insight = Insight()
  package var assumptions: [Assumption] = []

  package init(
    observations: [Observation] = [], gaps: [Gap] = [], insight: Insight = Insight(),
    assumptions: [Assumption] = []
  ) {
    self.observations = observations
    self.gaps = gaps
    self.insight = insight
    self.assumptions = assumptions
  }
}

package struct Observation: Entity, Hashable, Codable {
  package static let idPrefix = "O"
  package static let idDigits = 1
  package let id: EntityID<Observation>
  package var title: Grounded<String>
  package var statement: Grounded<String>
  /// Printed labels of what shows it: `Table 1`, `§2`.
  package var evidence: [Grounded<String>] = []
  package var implication: Stated<String> = .notSpecified

  package init(
    id: EntityID<Observation>, title: Grounded<String>, statement: Grounded<String>,
    evidence: [Grounded<String>] = [], implication: Stated<String> = .notSpecified
  ) {
    self.id = id
    self.title = title
    self.statement = statement
    self.evidence = evidence
    self.implication = implication
  }
}

package struct Gap: Entity, Hashable, Codable {
  package static let idPrefix = "G"
  package static let idDigits = 1
  package let id: EntityID<Gap>
  package var title: Grounded<String>
  package var statement: Grounded<String>
  package var causedBy: [EntityID<Observation>] = []
  package var existingAttempts: Stated<String> = .notSpecified
  package var whyTheyFail: Stated<String> = .notSpecified

  package init(
    id: EntityID<Gap>, title: Grounded<String>, statement: Grounded<String>,
    causedBy: [EntityID<Observation>] = [], existingAttempts: Stated<String> = .notSpecified,
    whyTheyFail: Stated<String> = .notSpecified
  ) {
    self.id = id
    self.title = title
    self.statement = statement
    self.causedBy = causedBy
    self.existingAttempts = existingAttempts
    self.whyTheyFail = whyTheyFail
  }
}

package struct Insight: Hashable, Codable, Sendable {
  package var statement: Stated<String> = .notSpecified
  package var derivedFrom: [EntityRef] = []
  package var enables: Stated<String> = .notSpecified

  package init(
    statement: Stated<String> = .notSpecified, derivedFrom: [EntityRef] = [],
    enables: Stated<String> = .notSpecified
  ) {
    self.statement = statement
    self.derivedFrom = derivedFrom
    self.enables = enables
  }
}

package struct Assumption: Entity, Hashable, Codable {
  package static let idPrefix = "A"
  package static let idDigits = 1
  package let id: EntityID<Assumption>
  package var statement: Grounded<String>

  package init(id: EntityID<Assumption>, statement: Grounded<String>) {
    self.id = id
    self.statement = statement
  }
}

/// Terms of the paper (5.4), in order of their definition.
package struct Concepts: Slot {
  package var concepts: [Concept] = []

  package init(concepts: [Concept] = []) {
    self.concepts = concepts
  }
}

package struct Concept: Hashable, Codable, Sendable {
  package var term: Grounded<String>
  package var notation: Stated<String> = .notSpecified
  /// The sentence that defines the term, or the one that tells most of it.
  package var definition: Grounded<String>
  /// Where that sentence stands, if it has the term and does not say what it is.
  package var usedIn: Grounded<String>?
  package var boundary: Stated<String> = .notSpecified
  /// Terms of other concepts.
  package var related: [String] = []

  package init(
    term: Grounded<String>, notation: Stated<String> = .notSpecified,
    definition: Grounded<String>, boundary: Stated<String> = .notSpecified,
    related: [String] = [], usedIn: Grounded<String>? = nil
  ) {
    self.term = term
    self.notation = notation
    self.definition = definition
    self.usedIn = usedIn
    self.boundary = boundary
    self.related = related
  }
}

/// The bibliography as typed dependencies (5.6).
package struct RelatedWorks: Slot {
  package var works: [RelatedWork] = []
  /// Entries without a technical delta, in the bibliography's order.
  package var additional: [AdditionalCitation] = []

  package init(works: [RelatedWork] = [], additional: [AdditionalCitation] = []) {
    self.works = works
    self.additional = additional
  }
}

package struct RelatedWork: Entity, Hashable, Codable {
  package enum Role: String, Codable, Sendable { case imports, bounds, baseline, extends, refutes }

  package static let idPrefix = "RW"
  package let id: EntityID<RelatedWork>
  /// `Author et al., Year`.
  package var title: Grounded<String>
  package var entry: Grounded<String>
  package var doi: Stated<String> = .notSpecified
  package var role: Role
  package var whatChanged: Stated<String> = .notSpecified
  package var why: Stated<String> = .notSpecified
  package var adopted: Stated<String> = .notSpecified
  /// Index in `Paper.references`.
  package var reference: Int

  package init(
    id: EntityID<RelatedWork>, title: Grounded<String>, entry: Grounded<String>,
    doi: Stated<String> = .notSpecified, role: Role, whatChanged: Stated<String> = .notSpecified,
    why: Stated<String> = .notSpecified, adopted: Stated<String> = .notSpecified, reference: Int
  ) {
    self.id = id
    self.title = title
    self.entry = entry
    self.doi = doi
    self.role = role
    self.whatChanged = whatChanged
    self.why = why
    self.adopted = adopted
    self.reference = reference
  }
}

package struct AdditionalCitation: Hashable, Codable, Sendable {
  package var label: Grounded<String>? = nil
  package var entry: Grounded<String>
  /// What a link in the entry leads to that prints no identifier.
  package var linked: Grounded<String>? = nil

  package init(
    label: Grounded<String>? = nil, entry: Grounded<String>, linked: Grounded<String>? = nil
  ) {
    self.label = label
    self.entry = entry
    self.linked = linked
  }
}
