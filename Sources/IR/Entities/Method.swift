/// The solution (`spec/ara-format.md`, 5.7) without its heuristics.
package struct Solution: Slot {
  package var overview: [Grounded<String>] = []
  package var components: [Component] = []
  package var formulation: [Formula] = []
  package var algorithms: [Algorithm] = []
  /// The stated steps in words.
  package var steps: [Grounded<String>] = []
  package var complexity: Stated<String> = .notSpecified
  package var boundaries: [Grounded<String>] = []
  package var limitations: [Limitation] = []
  /// What the paper leaves for later.
  package var openEnds: [Grounded<String>] = []

  package init(
    overview: [Grounded<String>] = [], components: [Component] = [], formulation: [Formula] = [],
    algorithms: [Algorithm] = [], steps: [Grounded<String>] = [],
    complexity: Stated<String> = .notSpecified, boundaries: [Grounded<String>] = [],
    limitations: [Limitation] = [], openEnds: [Grounded<String>] = []
  ) {
    self.overview = overview
    self.components = components
    self.formulation = formulation
    self.algorithms = algorithms
    self.steps = steps
    self.complexity = complexity
    self.boundaries = boundaries
    self.limitations = limitations
    self.openEnds = openEnds
  }
}

/// What a work does not do, does badly or does for a price.
package struct Limitation: Hashable, Codable, Sendable {
  /// How it is known, the surest first.
  package enum Kind: String, Codable, CaseIterable, Sendable {
    /// The paper calls it a limitation, or tells it where it tells of its limitations.
    case stated
    /// A sentence about something else tells it.
    case passing
    /// No sentence tells it: the cells of a table do.
    case table
  }

  package var statement: Grounded<String>
  package var kind: Kind

  package init(_ statement: Grounded<String>, _ kind: Kind) {
    self.statement = statement
    self.kind = kind
  }
}

package struct Component: Hashable, Codable, Sendable {
  package var name: Grounded<String>
  package var purpose: Stated<String> = .notSpecified
  package var inputs: Stated<String> = .notSpecified
  package var outputs: Stated<String> = .notSpecified
  package var interactions: Stated<String> = .notSpecified
  package var choices: Stated<String> = .notSpecified

  package init(
    name: Grounded<String>, purpose: Stated<String> = .notSpecified,
    inputs: Stated<String> = .notSpecified, outputs: Stated<String> = .notSpecified,
    interactions: Stated<String> = .notSpecified, choices: Stated<String> = .notSpecified
  ) {
    self.name = name
    self.purpose = purpose
    self.inputs = inputs
    self.outputs = outputs
    self.interactions = interactions
    self.choices = choices
  }
}

/// A display equation with the sentence that introduces it.
package struct Formula: Hashable, Codable, Sendable {
  package var text: Grounded<String>
  package var meaning: Stated<String> = .notSpecified
  /// What its symbols mean, as the words behind it say.
  package var symbols: Stated<String> = .notSpecified

  package init(
    text: Grounded<String>, meaning: Stated<String> = .notSpecified,
    symbols: Stated<String> = .notSpecified
  ) {
    self.text = text
    self.meaning = meaning
    self.symbols = symbols
  }
}

/// An algorithm box, one line per step.
package struct Algorithm: Hashable, Codable, Sendable {
  package var title: Grounded<String>
  package var lines: [Grounded<String>]

  package init(title: Grounded<String>, lines: [Grounded<String>]) {
    self.title = title
    self.lines = lines
  }
}

package struct Heuristics: Slot {
  package var heuristics: [Heuristic] = []

  package init(heuristics: [Heuristic] = []) {
    self.heuristics = heuristics
  }
}

package struct Heuristic: Entity, Hashable, Codable {
  package static let idPrefix = "H"
  package let id: EntityID<Heuristic>
  package var title: Grounded<String>
  package var rationale: Grounded<String>
  package var sensitivity: Stated<Sensitivity> = .notSpecified
  package var bounds: Stated<String> = .notSpecified
  package var code: CodeReference? = nil
  /// Printed labels of where it stands: `§3.2`, `Table 2`, a repository path.
  package var source: [Grounded<String>] = []
  package var provenance: Provenance? = nil

  package init(
    id: EntityID<Heuristic>, title: Grounded<String>, rationale: Grounded<String>,
    sensitivity: Stated<Sensitivity> = .notSpecified, bounds: Stated<String> = .notSpecified,
    code: CodeReference? = nil, source: [Grounded<String>] = [], provenance: Provenance? = nil
  ) {
    self.id = id
    self.title = title
    self.rationale = rationale
    self.sensitivity = sensitivity
    self.bounds = bounds
    self.code = code
    self.source = source
    self.provenance = provenance
  }
}

package enum Sensitivity: String, Codable, Sendable { case low, medium, high }

/// Where code stands in the repository.
package struct CodeReference: Hashable, Codable, Sendable {
  package let path: String
  package var lines: ClosedRange<Int>? = nil

  package init(path: String, lines: ClosedRange<Int>? = nil) {
    self.path = path
    self.lines = lines
  }
}
