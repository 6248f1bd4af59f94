/// Strongly connected groups of a directed graph, found without recursion.
struct DependencyGroups: Sendable {
  /// The group of each node; nodes on a common cycle share one.
  let group: [Int]

  /// `successors[n]` are the nodes to which `n` points.
  init(_ successors: [[Int]]) {
    var search = Search(successors)
    for node in successors.indices { search.visit(node) }
    group = search.group
  }

  /// Whether an edge lies on a cycle.
  func isCyclic(from node: Int, to other: Int) -> Bool { group[node] == group[other] }

  /// Tarjan's algorithm with an explicit stack.
  private struct Search {
    let successors: [[Int]]
    var group: [Int]
    private var index: [Int?]
    private var low: [Int]
    private var isOpen: [Bool]
    private var open: [Int] = []
    private var counter = 0
    private var groups = 0

    init(_ successors: [[Int]]) {
      self.successors = successors
      group = Array(repeating: -1, count: successors.count)
      index = Array(repeating: nil, count: successors.count)
      low = Array(repeating: 0, count: successors.count)
      isOpen = Array(repeating: false, count: successors.count)
    }

    mutating func visit(_ root: Int) {
      guard index[root] == nil else { return }
      var path: [(node: Int, next: Int)] = [(root, 0)]
      enter(root)
      while let (node, next) = path.last {
        if next < successors[node].count {
          path[path.count - 1].next += 1
          let successor = successors[node][next]
          if index[successor] == nil {
            enter(successor)
            path.append((successor, 0))
          } else if isOpen[successor] {
            low[node] = min(low[node], index[successor] ?? low[node])
          }
        } else {
          path.removeLast()
          if let parent = path.last?.node { low[parent] = min(low[parent], low[node]) }
          if low[node] == index[node] { close(node) }
        }
      }
    }

    private mutating func enter(_ node: Int) {
      index[node] = counter
      low[node] = counter
      counter += 1
      open.append(node)
      isOpen[node] = true
    }

    private mutating func close(_ root: Int) {
      while let node = open.popLast() {
        isOpen[node] = false
        group[node] = groups
        if node == root { break }
      }
      groups += 1
    }
  }
}
