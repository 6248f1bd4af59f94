internal import CYAML

extension YAMLNode {
  /// Parses exactly one document; an empty stream is an empty plain scalar.
  ///
  /// Refuses a second document, duplicate keys, keys that are no scalars, invalid UTF-8 and
  /// whatever `limits` does not let through.
  package static func parse(_ bytes: [UInt8], limits: YAMLLimits = YAMLLimits())
    throws(YAMLError) -> YAMLNode
  {
    let parser = EventParser(bytes)
    var builder = TreeBuilder(limits: limits)
    while let event = try parser.next() {
      try builder.accept(event)
    }
    return builder.root
      ?? YAMLNode(content: .scalar("", isPlain: true), mark: Mark(line: 1, column: 1))
  }
}

private struct Event {
  enum Kind {
    case documentStart
    case scalar(String, isPlain: Bool)
    case alias(String)
    case sequenceStart, mappingStart, end
  }

  let kind: Kind
  let mark: YAMLNode.Mark
  /// The `name` of `&name`.
  let anchor: String?
  /// An anchor or an explicit tag stands on it.
  let isDecorated: Bool
}

/// libyaml's event stream; no C type leaves this class.
private final class EventParser {
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let input: UnsafeMutableBufferPointer<UInt8>

  init(_ bytes: [UInt8]) {
    input = .allocate(capacity: max(bytes.count, 1))
    _ = input.initialize(from: bytes)
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// Nil at the end of the stream.
  func next() throws(YAMLError) -> Event? {
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else { throw error() }
      defer { yaml_event_delete(&event) }
      if event.type == YAML_STREAM_END_EVENT { return nil }
      if let read = Self.read(event) { return read }
    }
  }

  private static func read(_ event: yaml_event_t) -> Event? {
    let mark = YAMLNode.Mark(
      line: Int(event.start_mark.line) + 1, column: Int(event.start_mark.column) + 1)
    func made(
      _ kind: Event.Kind, _ anchor: UnsafePointer<yaml_char_t>?, _ tag: UnsafePointer<yaml_char_t>?
    )
      -> Event
    {
      Event(
        kind: kind, mark: mark, anchor: anchor.map { String(cString: $0) },
        isDecorated: anchor != nil || tag != nil)
    }
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      return made(.documentStart, nil, nil)
    case YAML_ALIAS_EVENT:
      return made(.alias(String(cString: event.data.alias.anchor)), nil, nil)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return made(
        .scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE), scalar.anchor, scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      return made(.sequenceStart, event.data.sequence_start.anchor, event.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT:
      return made(.mappingStart, event.data.mapping_start.anchor, event.data.mapping_start.tag)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      return made(.end, nil, nil)
    default:
      return nil
    }
  }

  private func error() -> YAMLError {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "not valid YAML"
    let mark = parser.pointee.problem_mark
    return YAMLError(
      message: problem, mark: .init(line: Int(mark.line) + 1, column: Int(mark.column) + 1))
  }
}

/// Assembles events into a tree under limits.
private struct TreeBuilder {
  /// An open sequence or mapping; only the fields of its kind are used.
  private struct Frame {
    let isMapping: Bool
    let mark: YAMLNode.Mark
    let anchor: String?
    /// How many values it stands for once its aliases are resolved.
    var weight = 1
    var items: [YAMLNode] = []
    var entries: [YAMLNode.Entry] = []
    var keys: Set<String> = []
    /// A key whose value has not come yet.
    var key: (text: String, mark: YAMLNode.Mark)?

    var node: YAMLNode {
      YAMLNode(content: isMapping ? .mapping(entries) : .sequence(items), mark: mark)
    }
  }

  let limits: YAMLLimits
  private(set) var root: YAMLNode?
  private var frames: [Frame] = []
  private var nodes = 0
  private var documents = 0
  /// The weights of what anchors name.
  private var weights: [String: Int] = [:]

  init(limits: YAMLLimits) { self.limits = limits }

  mutating func accept(_ event: Event) throws(YAMLError) {
    if event.isDecorated, !limits.keepsReferences {
      throw YAMLError(message: "anchors and tags are not allowed", mark: event.mark)
    }
    switch event.kind {
    case .documentStart:
      documents += 1
      if documents > 1 {
        throw YAMLError(message: "a second document begins here", mark: event.mark)
      }
    case .scalar(let text, let isPlain):
      let node = YAMLNode(content: .scalar(text, isPlain: isPlain), mark: event.mark)
      try add(node, weight: 1, anchor: event.anchor)
    case .alias(let name):
      guard limits.keepsReferences else {
        throw YAMLError(message: "aliases are not allowed", mark: event.mark)
      }
      let node = YAMLNode(content: .alias(name), mark: event.mark)
      try add(node, weight: weights[name, default: 1], anchor: nil)
    case .sequenceStart:
      try push(Frame(isMapping: false, mark: event.mark, anchor: event.anchor))
    case .mappingStart:
      try push(Frame(isMapping: true, mark: event.mark, anchor: event.anchor))
    case .end:
      let frame = frames.removeLast()
      try add(frame.node, weight: frame.weight, anchor: frame.anchor)
    }
  }

  private mutating func push(_ frame: Frame) throws(YAMLError) {
    if frames.count >= limits.depth {
      throw YAMLError(message: "nested more than \(limits.depth) levels deep", mark: frame.mark)
    }
    if let parent = frames.last, parent.isMapping, parent.key == nil {
      throw YAMLError(message: "a key must be a scalar", mark: frame.mark)
    }
    frames.append(frame)
  }

  private mutating func add(
    _ node: YAMLNode, weight: Int, anchor: String?
  ) throws(YAMLError) {
    nodes += 1
    if nodes > limits.nodes {
      throw YAMLError(message: "more than \(limits.nodes) values", mark: node.mark)
    }
    if let anchor { weights[anchor] = weight }
    guard let last = frames.indices.last else {
      root = node
      return
    }
    // Both are below the limit, so that the sum is a number.
    frames[last].weight += weight
    if frames[last].weight > limits.nodes {
      throw YAMLError(
        message: "its aliases stand for more than \(limits.nodes) values", mark: node.mark)
    }
    guard frames[last].isMapping else {
      frames[last].items.append(node)
      return
    }
    if let key = frames[last].key {
      frames[last].entries.append(.init(key: key.text, keyMark: key.mark, value: node))
      frames[last].key = nil
      return
    }
    guard let key = node.scalar else {
      throw YAMLError(message: "a key must be a scalar", mark: node.mark)
    }
    guard frames[last].keys.insert(key).inserted || key == "<<" else {
      throw YAMLError(message: "the key '\(key)' stands here twice", mark: node.mark)
    }
    frames[last].key = (key, node.mark)
  }
}
