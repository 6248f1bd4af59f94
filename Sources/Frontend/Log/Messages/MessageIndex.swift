/// The messages of one row, each different one once, without their texts.
struct MessageIndex {
  private(set) var records: [MessageRecord] = []
  private(set) var calls: [CallRecord] = []
  private(set) var names = NameTable()
  /// Values that stand where a message should and are none.
  private(set) var strays = 0

  /// What tools say they failed at, with the places of these results.
  private(set) var faults: [(place: Int32, fault: ToolFault)] = []

  private var places: [UInt64: Int32] = [:]
  private var objects = 0

  /// How many message objects one row may have, and how many calls.
  static let objectLimit = 2_000_000

  subscript(place: Int32) -> MessageRecord {
    get { records[Int(place)] }
    set { records[Int(place)] = newValue }
  }

  func calls(of record: MessageRecord) -> ArraySlice<CallRecord> {
    calls[Int(record.calls.lowerBound)..<Int(record.calls.upperBound)]
  }

  /// Reads the message that comes next and returns the places of its records: one, or one for
  /// each tool result in it. With `merging` a message that was read before has its old place.
  mutating func read(_ cursor: inout JSONCursor, merging: Bool) throws(JSONFault) -> [Int32] {
    guard try cursor.enters(.object) else {
      strays += 1
      return []
    }
    objects += 1
    try cursor.limit(max(objects, calls.count), to: Self.objectLimit)
    var draft = MessageDraft()
    try draft.read(&cursor)
    let added = draft.pieces.map { add($0, merging: merging) }
    if let fault = draft.fault, let place = added.last, self[place].role == .function {
      faults.append((place, fault))
    }
    return added
  }

  /// Adds a message that was read elsewhere.
  mutating func append(_ piece: MessageDraft.Piece) -> Int32 { add(piece, merging: false) }

  private mutating func add(_ piece: MessageDraft.Piece, merging: Bool) -> Int32 {
    var record = piece.record
    record.hash = piece.hash
    let key = record.key
    if merging, let place = places[key] { return place }
    if let name = piece.name { record.name = names.place(of: name) }
    let firstCall = Int32(calls.count)
    for call in piece.calls {
      var kept = call.record
      if let name = call.name { kept.name = names.place(of: name) }
      calls.append(kept)
    }
    record.calls = firstCall..<Int32(calls.count)
    let place = Int32(records.count)
    records.append(record)
    if merging { places[key] = place }
    return place
  }
}

extension MessageRecord {
  /// Tells messages of one row apart: by node and by what they say.
  fileprivate var key: UInt64 {
    var key = ContentHash()
    key.mix(hash)
    if let node { key.mix(UInt64(bitPattern: Int64(node))) }
    return key.value
  }
}
