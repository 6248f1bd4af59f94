/// One message of a run: what is needed to order it and to find its text in the file again.
struct MessageRecord {
  enum Role: UInt8 {
    case system, user, assistant, function, other

    init(_ name: String?) {
      self =
        switch name {
        case "system", "developer": .system
        case "user", "human": .user
        case "assistant": .assistant
        case "function", "tool": .function
        default: .other
        }
    }
  }

  /// How the content is written.
  enum Form: UInt8 { case none, text, blocks, object }

  var role: Role = .other
  var form: Form = .none
  /// Whether a text begins with `<`, as results in tags do.
  var beginsWithTag = false
  /// Whether a tool says that its result is an error.
  var isError = false
  /// Of a text the bytes between the quotation marks, else those of the whole value.
  var content: Range<Int> = 0..<0
  /// The tool that a result comes from, in the index's names.
  var name: Int32 = -1
  /// The message's calls, in the index's calls.
  var calls: Range<Int32> = 0..<0
  /// Hash of the id of the call that a result answers; 0 without one.
  var answers: UInt64 = 0
  var node: Int?
  var parent: Int?
  /// When the node was first called; the unit does not matter.
  var time: Double?
  /// Of role, content and calls.
  var hash: UInt64 = 0
}

/// A call of a tool.
struct CallRecord {
  var name: Int32 = -1
  /// Hash of its id; 0 without one.
  var id: UInt64 = 0
  /// The arguments: the bytes of a string without its quotation marks, or of another value.
  var arguments: Range<Int> = 0..<0
  /// Whether the arguments are a string.
  var isText = false
}

/// Names of tools, each kept once.
struct NameTable {
  private var names: [String] = []
  private var places: [String: Int32] = [:]

  mutating func place(of name: String) -> Int32 {
    if let place = places[name] { return place }
    let place = Int32(names.count)
    names.append(name)
    places[name] = place
    return place
  }

  subscript(place: Int32) -> String? { place < 0 ? nil : names[Int(place)] }
}
