/// Puts the nodes of a run's graph in the order of time and finds what is wrong with their edges
/// (`spec/logs-and-rubrics.md`, section 3.3).
struct GraphOrder {
  /// Places in the index, in order of execution.
  private(set) var places: [Int32] = []
  /// The parent of a node where it has one in the row.
  private(set) var parents: [Int: Int] = [:]
  /// Nodes whose parent is not in the row.
  private(set) var orphans: [Int] = []
  /// Nodes at which a cycle was cut: the smallest of each.
  private(set) var cuts: [Int] = []
  /// Nodes that were met again with another content, which is left out.
  private(set) var conflicts: [Int] = []

  init(_ row: MALTRow) {
    let index = row.index
    var placeOfNode: [Int: Int32] = [:]
    for place in row.messages {
      guard let node = index[place].node, let known = placeOfNode[node] else {
        if let node = index[place].node { placeOfNode[node] = place }
        places.append(place)
        continue
      }
      if index[known].hash != index[place].hash { conflicts.append(node) }
    }
    sort(index)
    var edges: [Int: Int] = [:]
    for edge in row.edges {
      if let source = edge.source, let target = edge.target { edges[target] = source }
    }
    let nodes = Set(placeOfNode.keys).union(row.emptyNodes.compactMap { $0 })
    for place in places {
      guard let node = index[place].node, let parent = index[place].parent ?? edges[node],
        parent >= 0
      else { continue }
      if nodes.contains(parent) { parents[node] = parent } else { orphans.append(node) }
    }
    cutCycles(in: places.compactMap { index[$0].node })
  }

  /// By time, then by node; what lacks one comes last, in the order of the row.
  private mutating func sort(_ index: MessageIndex) {
    func isBefore(_ a: (offset: Int, place: Int32), _ b: (offset: Int, place: Int32)) -> Bool {
      let (x, y) = (index[a.place], index[b.place])
      let (xTime, yTime) = (x.time ?? .infinity, y.time ?? .infinity)
      if xTime != yTime { return xTime < yTime }
      return (x.node ?? .max, a.offset) < (y.node ?? .max, b.offset)
    }
    places = places.enumerated().map { (offset: $0.offset, place: $0.element) }
      .sorted(by: isBefore).map(\.place)
  }

  private mutating func cutCycles(in nodes: [Int]) {
    var walkOfNode: [Int: Int] = [:]
    for (walk, start) in nodes.enumerated() {
      var node = start
      while walkOfNode[node] == nil {
        walkOfNode[node] = walk
        guard let parent = parents[node] else { break }
        node = parent
      }
      guard walkOfNode[node] == walk, parents[node] != nil else { continue }
      cut(cycleThrough: node)
    }
  }

  private mutating func cut(cycleThrough start: Int) {
    var smallest = start
    var node = start
    repeat {
      smallest = min(smallest, node)
      guard let parent = parents[node] else { return }
      node = parent
    } while node != start
    parents[smallest] = nil
    cuts.append(smallest)
  }
}
