/// Verification plans (`spec/ara-format.md`, 5.5): no result number reaches them.
package struct Experiments: Slot {
  package var experiments: [Experiment] = []

  package init(experiments: [Experiment] = []) {
    self.experiments = experiments
  }
}

package struct Experiment: Entity, Hashable, Codable {
  package static let idPrefix = "E"
  package let id: EntityID<Experiment>
  package var title: Grounded<String>
  /// The tables and figures that report it.
  package var exhibits: [ExhibitLabel] = []
  /// Sections of the paper that report it without an exhibit: indexes in `Paper.sections`.
  package var sections: [Int] = []
  package var setup = Setup()
  /// Ordered steps.
  package var procedure: [Grounded<String>] = []
  package var metrics: [Grounded<String>] = []
  /// Directional sentences.
  package var expectedOutcome: [Grounded<String>] = []
  package var baselines: [Grounded<String>] = []
  package var dependencies: [EntityID<Experiment>] = []

  package init(
    id: EntityID<Experiment>, title: Grounded<String>, exhibits: [ExhibitLabel] = [],
    sections: [Int] = [], procedure: [Grounded<String>] = [], metrics: [Grounded<String>] = [],
    expectedOutcome: [Grounded<String>] = [], baselines: [Grounded<String>] = [],
    dependencies: [EntityID<Experiment>] = []
  ) {
    self.id = id
    self.title = title
    self.exhibits = exhibits
    self.sections = sections
    self.procedure = procedure
    self.metrics = metrics
    self.expectedOutcome = expectedOutcome
    self.baselines = baselines
    self.dependencies = dependencies
  }

  package struct Setup: Hashable, Codable, Sendable {
    package var model: Stated<String> = .notSpecified
    package var hardware: Stated<String> = .notSpecified
    package var dataset: Stated<String> = .notSpecified
    package var system: Stated<String> = .notSpecified

    package init(
      model: Stated<String> = .notSpecified, hardware: Stated<String> = .notSpecified,
      dataset: Stated<String> = .notSpecified, system: Stated<String> = .notSpecified
    ) {
      self.model = model
      self.hardware = hardware
      self.dataset = dataset
      self.system = system
    }
  }
}
