/// What the artifact answers and what it leaves open.
package struct Coverage: Slot {
  package var requirements: [Requirement] = []
  /// Shortfalls against the minimum counts, listed under `## Known gaps`.
  package var knownGaps: [KnownGap] = []
  /// Evidence that no claim rests on and no experiment reports.
  package var withoutClaim: [UnboundEvidence] = []

  package init(
    requirements: [Requirement] = [], knownGaps: [KnownGap] = [],
    withoutClaim: [UnboundEvidence] = []
  ) {
    self.requirements = requirements
    self.knownGaps = knownGaps
    self.withoutClaim = withoutClaim
  }
}

/// A file of evidence without a claim, and why it has none.
package struct UnboundEvidence: Hashable, Codable, Sendable {
  package let path: String
  package let reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}

/// A leaf of the rubric bound to the place that answers it (`spec/ara-format.md`, section 8).
package struct Requirement: Entity, Hashable, Codable {
  package static let idPrefix = "R"
  package let id: EntityID<Requirement>
  /// Why nothing of the artifact covers a requirement.
  package enum Gap: String, Codable, Sendable {
    case absent = "absent from all inputs"
    /// A shortfall of the compiler.
    case notFiled = "in an input and not filed"
  }

  /// Index in `Rubric.nodes`.
  package let node: Int
  /// A file of the artifact; nil for `Not covered`.
  package var file: String? = nil
  /// The block of the file that covers it: `E02`, the name of a parameter.
  package var heading: String? = nil
  /// What answers the requirement, as it stands in an input.
  package var keyDetail: Stated<String> = .notSpecified
  /// The line of the repository that `keyDetail` is.
  package var code: CodeReference? = nil
  /// Nil for what is covered.
  package var gap: Gap? = nil

  package init(
    id: EntityID<Requirement>, node: Int, file: String? = nil,
    keyDetail: Stated<String> = .notSpecified
  ) {
    self.id = id
    self.node = node
    self.file = file
    self.keyDetail = keyDetail
  }
}

/// A minimum count that the inputs do not support.
package struct KnownGap: Hashable, Codable, Sendable {
  package enum Subject: String, Codable, Sendable, CaseIterable {
    case concepts, experiments, heuristics, codeFile, treeNodes, deadEnd, decision
    /// Only a paper has them.
    case claims, relatedWorks, year, exhibits
  }

  package let subject: Subject
  package let found: Int
  package let wanted: Int

  package init(subject: Subject, found: Int, wanted: Int) {
    self.subject = subject
    self.found = found
    self.wanted = wanted
  }
}
