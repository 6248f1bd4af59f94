/// The nodes of a rubric file as they stand in it, in depth-first order
/// (`spec/logs-and-rubrics.md`, section 15).
struct RubricTree {
  struct Node {
    var id: String?
    var requirement: String?
    /// The number as it stands in the file.
    var weight: String?
    var category: String?
    var fineCategory: String?
    /// Index in `nodes`.
    let parent: Int?
    /// Edges from the root.
    let depth: Int
    /// The line on which it begins.
    let line: Int
    var isLeaf = true
    var isGraded = false
  }

  private(set) var nodes: [Node] = []
  /// Whether the outermost object has the keys of a rubric.
  var isRubric: Bool { hasRequirements && hasSubTasks }
  /// Entries of lists of sub-tasks that are no objects.
  private(set) var strays = 0

  private var hasRequirements = false
  private var hasSubTasks = false
  private var open: [Open] = []

  static let depthLimit = 512
  static let nodeLimit = 1_000_000

  /// An object that is being read, and whether the cursor is inside its list of sub-tasks.
  private struct Open {
    let node: Int
    var isInSubTasks = false
  }

  private enum Key: String, CaseIterable {
    case id, requirements, weight, score
    case subTasks = "sub_tasks"
    case category = "task_category"
    case fineCategory = "finegrained_task_category"
    case validScore = "valid_score"
  }

  private static let keys = JSONKeys<Key>()

  /// A cursor that lets a tree of the greatest depth through.
  static func cursor(_ file: InputFile) -> JSONCursor {
    JSONCursor(file, depthLimit: 2 * depthLimit + 8, digests: true)
  }

  /// Reads the object that comes next. What is nested is kept on a list and not on the stack.
  init(_ cursor: inout JSONCursor) throws(JSONFault) {
    try enter(&cursor)
    while let last = open.indices.last {
      if open[last].isInSubTasks {
        open[last].isInSubTasks = try enterNext(&cursor)
      } else if let key = try cursor.nextKey(Self.keys) {
        try read(key, &cursor, last)
      } else {
        open.removeLast()
      }
    }
  }

  /// False past the end of a list of sub-tasks.
  private mutating func enterNext(_ cursor: inout JSONCursor) throws(JSONFault) -> Bool {
    guard try cursor.nextElement() else { return false }
    if try cursor.kind() == .object {
      try enter(&cursor)
    } else {
      try cursor.skip()
      strays += 1
    }
    return true
  }

  private mutating func enter(_ cursor: inout JSONCursor) throws(JSONFault) {
    let parent = open.last?.node
    let depth = parent.map { nodes[$0].depth + 1 } ?? 0
    if depth > Self.depthLimit {
      throw JSONFault(reason: .depth(Self.depthLimit), offset: cursor.offset)
    }
    if nodes.count == Self.nodeLimit {
      throw JSONFault(reason: .count(Self.nodeLimit), offset: cursor.offset)
    }
    try cursor.enterObject()
    if let parent { nodes[parent].isLeaf = false }
    open.append(Open(node: nodes.count))
    nodes.append(Node(parent: parent, depth: depth, line: cursor.line))
  }

  private mutating func read(_ key: Key, _ cursor: inout JSONCursor, _ last: Int) throws(JSONFault)
  {
    let node = open[last].node
    switch key {
    case .id: nodes[node].id = try cursor.label()
    case .requirements:
      nodes[node].requirement = try cursor.string(limit: 1 << 24)?.text
      if node == 0 { hasRequirements = true }
    case .weight: nodes[node].weight = try cursor.label()
    case .category: nodes[node].category = try cursor.label()
    case .fineCategory: nodes[node].fineCategory = try cursor.label()
    case .score, .validScore:
      nodes[node].isGraded = true
      try cursor.skip()
    case .subTasks:
      if node == 0 { hasSubTasks = true }
      open[last].isInSubTasks = try cursor.enters(.array)
    }
  }
}
