internal import IR

/// What happened in a session: its messages in order, without those of sub-agents, whose findings
/// count where they are returned, and without branches that were rewound before anything came of
/// them (`spec/logs-and-rubrics.md`, section 14).
struct SessionThread {
  let transcript: Transcript
  /// The ordinal of the message that each record of the transcript belongs to.
  private let ordinals: [Int]

  init(_ session: SessionBook.Session, index: MessageIndex, file: InputFile) {
    let rewound = Self.rewound(session.entries, index)
    var places: [Int32] = []
    var ordinals: [Int] = []
    for (number, entry) in session.entries.enumerated() {
      guard let place = entry.place, !entry.isAside, !rewound[number] else { continue }
      places.append(place)
      ordinals.append(entry.ordinal)
    }
    transcript = Transcript(index, places: places, file: file)
    transcript.run = session.id
    self.ordinals = ordinals
  }

  var run: String { transcript.run }

  /// Where a record of the transcript stands in the session.
  func place(of record: Int) -> Place {
    .message(run: run, ordinal: ordinal(of: record))
  }

  func ordinal(of record: Int) -> Int { ordinals[record - 1] }

  func quote(_ words: String, _ record: Int) -> AttemptDraft.Quote {
    AttemptDraft.Quote(text: words, place: place(of: record))
  }

  /// Which entries stand on a branch that the session did not go on from and that has no result of
  /// a tool. Calls side by side make branches too, and those have results.
  private static func rewound(_ entries: [SessionBook.Entry], _ index: MessageIndex) -> [Bool] {
    var numberOfNode: [UInt64: Int] = [:]
    for (number, entry) in entries.enumerated() where entry.node != 0 {
      numberOfNode[entry.node] = numberOfNode[entry.node] ?? number
    }
    func parent(_ number: Int) -> Int? {
      // A parent stands before its children: nothing else is followed, so that no circle is.
      numberOfNode[entries[number].parent].flatMap { $0 < number ? $0 : nil }
    }
    var isOnPath = [Bool](repeating: false, count: entries.count)
    var at = entries.lastIndex { !$0.isAside && $0.node != 0 }
    while let number = at {
      isOnPath[number] = true
      at = parent(number)
    }
    var branch = Array(entries.indices)
    var holdsResult = [Bool](repeating: false, count: entries.count)
    for number in entries.indices {
      if let parent = parent(number), !isOnPath[number], !isOnPath[parent] {
        branch[number] = branch[parent]
      }
      let record = entries[number].place.map { index[$0] }
      if record?.role == .function { holdsResult[branch[number]] = true }
    }
    return entries.indices.map { number in
      // A branch begins at a fork; what has no parent began a part of the session.
      let isFork = parent(branch[number]) != nil
      return !isOnPath[number] && isFork && !holdsResult[branch[number]]
        && entries[number].node != 0
    }
  }
}
