/// One sample of an Inspect log, indexed.
struct InspectSample {
  struct Score {
    /// The name of the scorer where it is known.
    var scorer: String?
    /// The bytes of the value.
    var value: Range<Int> = 0..<0
  }

  private(set) var id: String?
  private(set) var epoch: String?
  private(set) var index = MessageIndex()
  /// Places in the index, in order.
  private(set) var messages: [Int32] = []
  /// The bytes of texts that other texts name, between the quotation marks.
  private(set) var attachments: [String: Range<Int>] = [:]

  /// What the sample itself failed at, and the limit that ended it.
  private(set) var faults: [ToolFault] = []

  private var intermediateScores: [Score] = []
  private var finalEventScores: [Score] = []
  private var scores: [Score] = []

  /// Intermediate scores first, then the final ones.
  var attempts: [Score] { intermediateScores + (scores.isEmpty ? finalEventScores : scores) }

  private enum Key: String, CaseIterable {
    case id, epoch, messages, scores, score, events, attachments, error, limit
  }

  private enum ScoreKey: String, CaseIterable { case value }
  private enum EventKey: String, CaseIterable { case event, score, intermediate }

  private static let keys = JSONKeys<Key>()
  private static let scoreKeys = JSONKeys<ScoreKey>()
  private static let eventKeys = JSONKeys<EventKey>()
  private static let attachmentLimit = 100_000

  /// Reads the object that the cursor has entered.
  mutating func read(_ cursor: inout JSONCursor) throws(JSONFault) {
    while let key = try cursor.nextKey(Self.keys) {
      switch key {
      case .id: id = try cursor.label()
      case .epoch: epoch = try cursor.label()
      case .messages:
        messages = []
        guard try cursor.enters(.array) else { continue }
        while try cursor.nextElement() { messages += try index.read(&cursor, merging: false) }
      case .scores: try readScores(&cursor)
      case .score:
        if let score = try readScore(&cursor), scores.isEmpty { scores = [score] }
      case .events:
        guard try cursor.enters(.array) else { continue }
        while try cursor.nextElement() { try readEvent(&cursor) }
      case .attachments: try readAttachments(&cursor)
      case .error: if let fault = try ToolFault.read(&cursor) { faults.append(fault) }
      case .limit: if let fault = try ToolFault.limit(&cursor) { faults.append(fault) }
      }
    }
  }

  private mutating func readScores(_ cursor: inout JSONCursor) throws(JSONFault) {
    guard try cursor.enters(.object) else { return }
    scores = []
    while let name = try cursor.nextKey() {
      guard var score = try readScore(&cursor) else { continue }
      score.scorer = name
      scores.append(score)
      try cursor.limit(scores.count, to: RunWriter.attemptsPerRun)
    }
  }

  private func readScore(_ cursor: inout JSONCursor) throws(JSONFault) -> Score? {
    guard try cursor.enters(.object) else { return nil }
    var score: Score?
    while try cursor.nextKey(Self.scoreKeys) != nil { score = Score(value: try cursor.skip()) }
    return score
  }

  private mutating func readEvent(_ cursor: inout JSONCursor) throws(JSONFault) {
    guard try cursor.enters(.object) else { return }
    var event: String?
    var score: Score?
    var isIntermediate = false
    while let key = try cursor.nextKey(Self.eventKeys) {
      switch key {
      case .event: event = try cursor.label()
      case .score: score = try readScore(&cursor)
      case .intermediate: isIntermediate = try cursor.truth() ?? false
      }
    }
    guard event == "score", let score else { return }
    try cursor.limit(
      intermediateScores.count + finalEventScores.count + 1, to: RunWriter.attemptsPerRun)
    if isIntermediate { intermediateScores.append(score) } else { finalEventScores.append(score) }
  }

  private mutating func readAttachments(_ cursor: inout JSONCursor) throws(JSONFault) {
    guard try cursor.enters(.object) else { return }
    while let key = try cursor.nextKey() {
      guard try cursor.kind() == .string, attachments.count < Self.attachmentLimit else {
        try cursor.skip()
        continue
      }
      var hash = ContentHash()
      attachments[key] = try cursor.passString(&hash)
    }
  }
}
