/// One row of a MALT file in any of its forms, indexed and not yet put in order
/// (`spec/logs-and-rubrics.md`, sections 3.2 to 3.4).
struct MALTRow {
  /// One sample of the sampled form, as places in the index.
  struct Sample {
    var input: [Int32] = []
    var completions: [[Int32]] = []
  }

  struct Edge {
    var source: Int?
    var target: Int?
  }

  private(set) var index = MessageIndex()
  /// Which form the row has by its keys; nil if by none.
  private(set) var shape: LogShape?
  private(set) var samples: [Sample] = []
  /// The messages of the other two forms, as they stand in the row.
  private(set) var messages: [Int32] = []
  private(set) var edges: [Edge] = []
  /// The nodes whose message is null, by their ids.
  private(set) var emptyNodes: [Int?] = []

  /// Samples, nodes, edges and completions so far.
  private var entries = 0
  private var outer = Identity()
  private var inner = Identity()

  var run: String? { inner.run ?? outer.run }
  var task: String? { inner.task ?? outer.task }
  var model: String? { inner.model ?? outer.model }

  private struct Identity {
    var run: String?
    var task: String?
    var model: String?
  }

  private enum Key: String, CaseIterable {
    case samples, nodes, edges, messages, metadata, model
    case run = "run_id"
    case task = "task_id"
  }

  private enum IdentityKey: String, CaseIterable {
    case model
    case run = "run_id"
    case task = "task_id"
  }

  private enum SampleKey: String, CaseIterable { case input, output }

  private static let keys = JSONKeys<Key>()
  private static let identityKeys = JSONKeys<IdentityKey>()
  private static let sampleKeys = JSONKeys<SampleKey>()

  /// Reads the row that comes next. After a fault the row holds what was read before it.
  mutating func read(_ cursor: inout JSONCursor) throws(JSONFault) {
    try cursor.enterObject()
    while let key = try cursor.nextKey(Self.keys) {
      switch key {
      case .run: outer.run = try cursor.label()
      case .task: outer.task = try cursor.label()
      case .model: outer.model = try cursor.label()
      case .metadata: try readIdentity(&cursor)
      case .samples: try readSamples(&cursor)
      case .messages: try readMessages(&cursor)
      case .nodes: try readNodes(&cursor)
      case .edges: try readEdges(&cursor)
      }
    }
  }

  private mutating func countEntry(_ cursor: borrowing JSONCursor) throws(JSONFault) {
    entries += 1
    try cursor.limit(entries, to: MessageIndex.objectLimit)
  }

  private mutating func readIdentity(_ cursor: inout JSONCursor) throws(JSONFault) {
    guard try cursor.enters(.object) else { return }
    while let key = try cursor.nextKey(Self.identityKeys) {
      switch key {
      case .run: inner.run = try cursor.label()
      case .task: inner.task = try cursor.label()
      case .model: inner.model = try cursor.label()
      }
    }
  }

  private mutating func readSamples(_ cursor: inout JSONCursor) throws(JSONFault) {
    shape = .maltSamples
    samples = []
    guard try cursor.enters(.array) else { return }
    while try cursor.nextElement() {
      try countEntry(cursor)
      guard try cursor.enters(.object) else { continue }
      var sample = Sample()
      while let key = try cursor.nextKey(Self.sampleKeys) {
        switch key {
        case .input: sample.input = try readList(&cursor)
        case .output: sample.completions = try readCompletions(&cursor)
        }
      }
      samples.append(sample)
    }
  }

  private mutating func readList(_ cursor: inout JSONCursor) throws(JSONFault) -> [Int32] {
    var list: [Int32] = []
    guard try cursor.enters(.array) else { return list }
    while try cursor.nextElement() { list += try index.read(&cursor, merging: true) }
    return list
  }

  /// A list of completions, or the messages of a single one.
  private mutating func readCompletions(_ cursor: inout JSONCursor) throws(JSONFault) -> [[Int32]] {
    guard try cursor.enters(.array) else { return [] }
    var completions: [[Int32]] = []
    var flat: [Int32] = []
    while try cursor.nextElement() {
      try countEntry(cursor)
      if try cursor.kind() == .object {
        flat += try index.read(&cursor, merging: true)
      } else {
        completions.append(try readList(&cursor))
      }
    }
    return flat.isEmpty ? completions : [flat] + completions
  }

  private mutating func readMessages(_ cursor: inout JSONCursor) throws(JSONFault) {
    if shape == nil || shape == .maltMessages { messages = [] }
    shape = shape ?? .maltMessages
    guard try cursor.enters(.array) else { return }
    while try cursor.nextElement() { messages += try index.read(&cursor, merging: false) }
  }

  // MARK: Graph

  private enum NodeKey: String, CaseIterable {
    case node = "node_id"
    case parent = "parent_node_id"
    case data = "node_data"
  }

  private enum DataKey: String, CaseIterable {
    case message
    case time = "first_called_at"
  }

  private enum EdgeKey: String, CaseIterable { case source, target, from, to }

  private static let nodeKeys = JSONKeys<NodeKey>()
  private static let dataKeys = JSONKeys<DataKey>()
  private static let edgeKeys = JSONKeys<EdgeKey>()

  private mutating func readNodes(_ cursor: inout JSONCursor) throws(JSONFault) {
    shape = .maltGraph
    messages = []
    guard try cursor.enters(.array) else { return }
    while try cursor.nextElement() {
      try countEntry(cursor)
      guard try cursor.enters(.object) else { continue }
      var node: Int?
      var parent: Int?
      var time: Double?
      var places: [Int32] = []
      while let key = try cursor.nextKey(Self.nodeKeys) {
        switch key {
        case .node: node = try cursor.integer()
        case .parent: parent = try cursor.integer()
        case .data: (places, time) = try readNodeData(&cursor)
        }
      }
      if places.isEmpty { emptyNodes.append(node) }
      for place in places {
        index[place].node = node
        index[place].parent = parent
        index[place].time = time
      }
      messages += places
    }
  }

  private mutating func readNodeData(_ cursor: inout JSONCursor) throws(JSONFault)
    -> (places: [Int32], time: Double?)
  {
    var places: [Int32] = []
    var time: Double?
    guard try cursor.enters(.object) else { return (places, time) }
    while let key = try cursor.nextKey(Self.dataKeys) {
      switch key {
      case .message: places = try index.read(&cursor, merging: false)
      case .time: time = try cursor.label().flatMap { Double($0) }
      }
    }
    return (places, time)
  }

  /// `{source, target}`, `{from, to}` or `[source, target]`.
  private mutating func readEdges(_ cursor: inout JSONCursor) throws(JSONFault) {
    edges = []
    guard try cursor.enters(.array) else { return }
    while try cursor.nextElement() {
      try countEntry(cursor)
      var edge = Edge()
      switch try cursor.kind() {
      case .object:
        try cursor.enterObject()
        while let key = try cursor.nextKey(Self.edgeKeys) {
          switch key {
          case .source, .from: edge.source = try cursor.integer()
          case .target, .to: edge.target = try cursor.integer()
          }
        }
      case .array:
        try cursor.enterArray()
        var ends: [Int?] = []
        while try cursor.nextElement() {
          let end = try cursor.integer()
          if ends.count < 3 { ends.append(end) }
        }
        if ends.count == 2 { edge = Edge(source: ends[0], target: ends[1]) }
      default: try cursor.skip()
      }
      edges.append(edge)
    }
  }
}
