/// The facts of a PaperBench rubric (`spec/logs-and-rubrics.md`, section 15).
package struct Rubric: Hashable, Codable, Sendable {
  package let source: SourceID
  /// Base name of the rubric file without its suffix.
  package let paper: String
  /// In depth-first order; the root is `nodes[0]`.
  package let nodes: [Node]
  /// Whether nodes carried grades, which are not read.
  package var isGraded: Bool = false

  package init(source: SourceID, paper: String, nodes: [Node], isGraded: Bool = false) {
    self.source = source
    self.paper = paper
    self.nodes = nodes
    self.isGraded = isGraded
  }

  package struct Node: Hashable, Codable, Sendable {
    /// As found; neither unique nor always a UUID.
    package let id: String
    package let requirement: SourceSpan
    /// As written.
    package let weight: String
    package var category: String? = nil
    package var fineCategory: String? = nil
    /// Index in `nodes`.
    package var parent: Int? = nil
    package let isLeaf: Bool

    package init(
      id: String, requirement: SourceSpan, weight: String, category: String? = nil,
      fineCategory: String? = nil, parent: Int? = nil, isLeaf: Bool
    ) {
      self.id = id
      self.requirement = requirement
      self.weight = weight
      self.category = category
      self.fineCategory = fineCategory
      self.parent = parent
      self.isLeaf = isLeaf
    }
  }

  package var leaves: [Node] { nodes.filter(\.isLeaf) }
}
