/// The exploration tree (`spec/ara-format.md`, section 6).
package struct Trace: Slot {
  package var roots: [TraceNode] = []

  package init(roots: [TraceNode] = []) {
    self.roots = roots
  }
}

/// Exploration node `N01`; identifiers are assigned in pre-order.
package struct TraceNode: Entity, Hashable, Codable {
  package static let idPrefix = "N"
  package var id: EntityID<TraceNode>
  package var title: Grounded<String>
  package var kind: Kind
  package var support: SupportLevel
  /// Labels of the source: `Table 2`, `§4.1`, `MALT run 7 attempt 2`.
  package var sourceRefs: [Grounded<String>] = []
  package var provenance: Provenance? = nil
  package var description: Grounded<String>? = nil
  /// What it tested: the exhibit of an experiment node.
  package var exhibits: [ExhibitLabel] = []
  /// Earlier nodes that are no ancestors.
  package var dependsOn: [EntityID<TraceNode>] = []
  package var children: [TraceNode] = []

  package init(
    id: EntityID<TraceNode>, title: Grounded<String>, kind: Kind, support: SupportLevel,
    sourceRefs: [Grounded<String>] = [], provenance: Provenance? = nil,
    description: Grounded<String>? = nil, exhibits: [ExhibitLabel] = [],
    dependsOn: [EntityID<TraceNode>] = [], children: [TraceNode] = []
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.support = support
    self.sourceRefs = sourceRefs
    self.provenance = provenance
    self.description = description
    self.exhibits = exhibits
    self.dependsOn = dependsOn
    self.children = children
  }

  package enum Kind: Hashable, Codable, Sendable {
    case question
    case experiment(result: Grounded<String>)
    case deadEnd(hypothesis: Stated<String>, failure: Grounded<String>, lesson: Stated<String>)
    case decision(
      choice: Grounded<String>, alternatives: [Grounded<String>], rationale: Grounded<String>?)
    case pivot(from: Grounded<String>, to: Grounded<String>, trigger: Grounded<String>)
  }

  /// This node and all below it, in pre-order.
  package var preorder: [TraceNode] { [self] + children.flatMap(\.preorder) }
}

/// Whether the source reports something or it was reconstructed.
package enum SupportLevel: String, Codable, Sendable { case explicit, inferred }

extension Trace {
  package var nodes: [TraceNode] { roots.flatMap(\.preorder) }
}
