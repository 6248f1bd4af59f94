/// Puts the messages of a run's samples in the order of execution, each once
/// (`spec/logs-and-rubrics.md`, sections 3.2 and 3.6).
struct SampleOrder {
  /// Places in the index, in order of execution.
  private(set) var places: [Int32] = []
  /// Nodes that were met again with another content, which is left out.
  private(set) var conflicts: [Int] = []

  private let index: MessageIndex
  /// For each record the last sample in whose input it stands; -1 for none.
  private var lastInput: [Int]
  /// The same for what a message with a node says, whatever its node.
  private var lastInputOfNodes: [UInt64: Int] = [:]
  private var hashOfNode: [Int: UInt64] = [:]
  private var looseHashes: Set<UInt64> = []

  init(_ samples: [MALTRow.Sample], in index: MessageIndex) {
    self.index = index
    lastInput = Array(repeating: -1, count: index.records.count)
    for (number, sample) in samples.enumerated() {
      for place in sample.input {
        lastInput[Int(place)] = number
        if index[place].node != nil { lastInputOfNodes[index[place].hash] = number }
      }
    }
    for (number, sample) in samples.enumerated() {
      appendInput(sample.input)
      appendCompletion(executed(of: sample, number), of: number)
    }
  }

  /// The first completion, unless only a later one comes back in the input of a later sample.
  private func executed(of sample: MALTRow.Sample, _ number: Int) -> [Int32] {
    let completions = sample.completions.filter { !$0.isEmpty }
    func comesBack(_ completion: [Int32]) -> Bool {
      completion.first.map { comesBackLater($0, number) } ?? false
    }
    return completions.first { comesBack($0) } ?? completions.first ?? []
  }

  private func comesBackLater(_ place: Int32, _ number: Int) -> Bool {
    lastInput[Int(place)] > number || comesBackWithNode(place, number)
  }

  private func comesBackWithNode(_ place: Int32, _ number: Int) -> Bool {
    index[place].node == nil && lastInputOfNodes[index[place].hash, default: -1] > number
  }

  private mutating func appendInput(_ list: [Int32]) {
    if list.contains(where: { index[$0].node != nil }) {
      for place in list { appendUnlessKnown(place) }
    } else {
      places += list[newStart(of: list)...]
    }
  }

  /// A completion without nodes is left to the later input that has it with nodes.
  private mutating func appendCompletion(_ list: [Int32], of number: Int) {
    for place in list {
      if index[place].node != nil {
        appendUnlessKnown(place)
      } else if !comesBackWithNode(place, number) {
        looseHashes.insert(index[place].hash)
        places.append(place)
      }
    }
  }

  private mutating func appendUnlessKnown(_ place: Int32) {
    let record = index[place]
    guard let node = record.node else {
      if looseHashes.insert(record.hash).inserted { places.append(place) }
      return
    }
    if let known = hashOfNode[node] {
      if known != record.hash, !conflicts.contains(node), conflicts.count < 100 {
        conflicts.append(node)
      }
      return
    }
    hashOfNode[node] = record.hash
    places.append(place)
  }

  /// Where a list without nodes begins to be new: after its last message that says what the last
  /// message so far says, or after what it has in common with the beginning of the run.
  private func newStart(of list: [Int32]) -> Int {
    guard let last = places.last else { return 0 }
    var best: (length: Int, end: Int)?
    for (position, place) in list.enumerated() where index[place].hash == index[last].hash {
      let length = commonSuffix(list[...position])
      if length >= best?.length ?? 0 { best = (length, position + 1) }
    }
    if let best { return best.end }
    return zip(list, places).prefix { index[$0].hash == index[$1].hash }.count
  }

  /// How many messages before and with its last one a list has in common with the run so far, up
  /// to a limit: agents repeat single messages, and the longer match is the true one.
  private func commonSuffix(_ list: ArraySlice<Int32>) -> Int {
    zip(list.reversed().prefix(32), places.reversed())
      .prefix { index[$0].hash == index[$1].hash }.count
  }
}
