/// What the artifact answers and what it leaves open.
package struct Coverage: Slot {
  package var requirements: [Requirement] = []
  /// Shortfalls against the minimum counts, listed under `## Known gaps`.
  package var knownGaps: [KnownGap] = []
  /// Evidence that no claim rests on, whether an experiment reports it or not.
  package var withoutClaim: [UnboundEvidence] = []
  /// The setups that the rubric wants run, combination by combination.
  package var matrices: [SetupMatrix] = []

  package init(
    requirements: [Requirement] = [], knownGaps: [KnownGap] = [],
    withoutClaim: [UnboundEvidence] = [], matrices: [SetupMatrix] = []
  ) {
    self.requirements = requirements
    self.knownGaps = knownGaps
    self.withoutClaim = withoutClaim
    self.matrices = matrices
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
    /// Only a paper has them, and not every paper prints a year, or has tables and figures.
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

/// Requirements of one wording that differ in what they put in it: a model, a data set, a seed.
package struct SetupMatrix: Hashable, Codable, Sendable {
  /// A wording: the words that all of its requirements share, and between them the factors.
  package struct Demand: Hashable, Codable, Sendable {
    package enum Piece: Hashable, Codable, Sendable {
      case words(Grounded<String>)
      /// Index in `Setup.levels`.
      case factor(Int)
    }

    package let pieces: [Piece]

    package init(pieces: [Piece]) { self.pieces = pieces }
  }

  /// One combination.
  package struct Setup: Hashable, Codable, Sendable {
    /// One of each factor.
    package let levels: [Grounded<String>]
    /// What each of the demands asks of it; several where the rubric repeats itself.
    package var requirements: [[EntityID<Requirement>]]

    package init(levels: [Grounded<String>], requirements: [[EntityID<Requirement>]]) {
      self.levels = levels
      self.requirements = requirements
    }
  }

  package var demands: [Demand]
  /// In the order of the rubric.
  package var setups: [Setup]

  package init(demands: [Demand], setups: [Setup]) {
    self.demands = demands
    self.setups = setups
  }

  /// How many levels each factor has.
  package var sizes: [Int] {
    let factors = setups.first?.levels.indices ?? 0..<0
    return factors.map { factor in Set(setups.map { $0.levels[factor].value }).count }
  }
}
