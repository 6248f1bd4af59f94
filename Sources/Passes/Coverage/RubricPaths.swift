internal import IR

/// The requirements above the nodes of a rubric, each read once.
struct RubricPaths {
  private let rubric: Rubric
  private let terms: [Terms?]
  /// Equal for nodes that have the same texts above them.
  private let paths: [Int]

  private struct Step: Hashable {
    let above: Int
    let text: String
  }

  init(_ rubric: Rubric, _ text: SourceText?) {
    self.rubric = rubric
    var terms: [Terms?] = []
    var paths: [Int] = []
    var known: [Step: Int] = [:]
    for node in rubric.nodes {
      let words = node.isLeaf ? "" : text?.text(of: node.requirement.bytes) ?? ""
      terms.append(node.isLeaf ? nil : Terms(words, omittingLabels: true))
      // A parent comes before its children.
      let step = Step(above: node.parent.map { paths[$0] } ?? -1, text: words)
      let path = known[step] ?? known.count
      known[step] = path
      paths.append(path)
    }
    self.terms = terms
    self.paths = paths
  }

  func path(above node: Int) -> Int { rubric.nodes[node].parent.map { paths[$0] } ?? -1 }

  /// From the root down to the parent.
  func terms(above node: Int) -> [Terms] {
    var above: [Terms] = []
    var next = rubric.nodes[node].parent
    while let parent = next {
      if let terms = terms[parent] { above.append(terms) }
      next = rubric.nodes[parent].parent
    }
    return above.reversed()
  }
}
