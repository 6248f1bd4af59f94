/// The messages of one run in order, with their texts read from the file when they are asked for.
///
/// Ordinals count from 1.
final class Transcript {
  /// The label of the run in places.
  var run = ""
  /// Texts that stand elsewhere, by the key that a text `attachment://key` names.
  var attachments: [String: Range<Int>] = [:]

  private let index: MessageIndex
  private let places: [Int32]
  private let file: InputFile
  /// The ordinal of the message before, where the graph of the run says so.
  private var parents: [Int: Int] = [:]
  private var callNames: [UInt64: String] = [:]
  /// The tool of each result that names none, by the calls before it.
  private var toolsByOrder: [Int: String] = [:]

  /// Texts in which something was no Unicode.
  private(set) var repairs = 0
  /// Messages that are too long to be read.
  private(set) var oversized: [Int] = []

  /// The longest text that is read.
  static let textLimit = 64 << 20

  /// `parents` gives the parent of a node; without it what the nodes say of themselves counts.
  init(_ index: MessageIndex, places: [Int32], parents: [Int: Int]? = nil, file: InputFile) {
    self.index = index
    self.places = places
    self.file = file
    var ordinalOfNode: [Int: Int] = [:]
    for ordinal in ordinals {
      if let node = record(ordinal).node { ordinalOfNode[node] = ordinal }
    }
    for ordinal in ordinals {
      let record = record(ordinal)
      guard let node = record.node else { continue }
      let parent = parents.map { $0[node] } ?? record.parent
      if let parent, let before = ordinalOfNode[parent], before != ordinal {
        self.parents[ordinal] = before
      }
    }
    nameCalls()
  }

  var ordinals: Range<Int> { 1..<(places.count + 1) }

  func record(_ ordinal: Int) -> MessageRecord { index[places[ordinal - 1]] }

  /// The message before this one in its branch; nil for the first.
  func ordinal(before ordinal: Int) -> Int? {
    parents[ordinal] ?? (ordinal > 1 ? ordinal - 1 : nil)
  }

  /// Results without a name answer the calls before them, one each in order.
  private func nameCalls() {
    var open: ArraySlice<CallRecord> = []
    for ordinal in ordinals {
      let record = record(ordinal)
      if record.calls.isEmpty {
        guard record.role == .function, index.names[record.name] == nil else { continue }
        if let parent = parents[ordinal], parent != ordinal - 1 {
          open = index.calls(of: self.record(parent))
        }
        toolsByOrder[ordinal] = open.popFirst().flatMap { index.names[$0.name] }
      } else {
        open = index.calls(of: record)
        for call in open where call.id != 0 { callNames[call.id] = index.names[call.name] }
      }
    }
  }

  /// What the run was asked: its first message of a user, or else of the system.
  var question: (text: String, ordinal: Int)? {
    for role in [MessageRecord.Role.user, .system] {
      for ordinal in ordinals where record(ordinal).role == role {
        let text = text(ordinal)
        if text.contains(where: { $0.isLetter || $0.isNumber }) { return (text, ordinal) }
      }
    }
    return nil
  }

  /// The tool that a result comes from; nil if nothing tells.
  func tool(of ordinal: Int) -> String? {
    let record = record(ordinal)
    return index.names[record.name] ?? callNames[record.answers] ?? toolsByOrder[ordinal]
  }

  func calls(of ordinal: Int) -> [(name: String, call: CallRecord)] {
    index.calls(of: record(ordinal)).map { (index.names[$0.name] ?? "", $0) }
  }

  // MARK: Texts

  /// The text of a message: blocks joined by line breaks, an object as it stands in the file.
  func text(_ ordinal: Int) -> String {
    let record = record(ordinal)
    guard record.form != .none, let bytes = bytes(in: record.content, of: ordinal) else {
      return ""
    }
    let text = ContentText(bytes, record.form)
    if text.isRepaired { repairs += 1 }
    let scheme = "attachment://"
    guard text.text.hasPrefix(scheme) else { return text.text }
    let key = String(text.text.dropFirst(scheme.count))
    guard let range = attachments[key], let bytes = self.bytes(in: range, of: ordinal) else {
      return ""
    }
    return JSONText(bytes).text
  }

  /// Whether the raw content may hold a printed score: a quick look before a text is decoded.
  func mayHoldScore(_ ordinal: Int) -> Bool {
    let content = record(ordinal).content
    guard content.count > 6, let bytes = bytes(in: content, of: ordinal) else { return false }
    return bytes.holds("core") || bytes.holds("coring result")
  }

  /// Whether the raw content may name an error.
  func mayHoldError(_ ordinal: Int) -> Bool {
    let content = record(ordinal).content
    guard content.count > 8, let bytes = bytes(in: content, of: ordinal) else { return false }
    return bytes.holds("Error") || bytes.holds("Exception")
  }

  /// The arguments of a call as a literal; nil for what is none.
  func arguments(_ call: CallRecord, of ordinal: Int) -> (literal: Literal, isComplete: Bool)? {
    guard let literal = argumentBytes(call, of: ordinal) else { return nil }
    var parser = LiteralParser(literal)
    return parser.parse().map { ($0, parser.isComplete) }
  }

  /// The argument object as it is printed, escapes of an argument text resolved.
  func argumentBytes(_ call: CallRecord, of ordinal: Int) -> [UInt8]? {
    guard let bytes = bytes(in: call.arguments, of: ordinal) else { return nil }
    return call.isText ? Array(JSONText(bytes).text.utf8) : bytes
  }

  private func bytes(in range: Range<Int>, of ordinal: Int) -> [UInt8]? {
    guard range.count <= Self.textLimit else {
      if oversized.last != ordinal { oversized.append(ordinal) }
      return nil
    }
    return file.bytes(in: range)
  }
}
