/// What one result of a scorer says, in its own words (`spec/logs-and-rubrics.md`, section 5).
struct Verdict: Hashable {
  /// A value with the text that it ends, both as printed: `"time": 4.9` and `4.9`.
  struct Quote: Hashable {
    let text: String
    let value: String
  }

  /// A detail of the result, as printed on one line.
  struct Detail: Hashable {
    let text: String
    /// Name and value of a detail that is a number or a truth value; the value ends the text.
    var metric: Metric? = nil
  }

  struct Metric: Hashable {
    let name: String
    let value: String
  }

  /// The status word, or what a sentence of the scorer amounts to.
  var status: String?
  /// A finite number.
  var score: Quote?
  /// A score that is printed and no number: `NaN`.
  var brokenScore: String?
  var details: [Detail] = []
  /// The line of the captured standard error that names the exception; without one, its end.
  var exception: String?
  /// Whether the result could be read to its end.
  var isComplete = true

  private static let scored: Set<String> = ["scoringSucceeded", "ok"]
  private static let failed: Set<String> = [
    "invalidSubmission", "noScore", "parseFailed", "missingSeparator", "processFailed",
    "processTimedOut",
  ]

  static let detailLimit = 500

  var hasUnknownStatus: Bool {
    status.map { !Self.scored.contains($0) && !Self.failed.contains($0) } ?? false
  }

  /// `hidesScores` says that the task never shows a score.
  func isHidden(hidesScores: Bool) -> Bool {
    guard score == nil, brokenScore == nil else { return false }
    if let status, !hasUnknownStatus { return Self.scored.contains(status) }
    return hidesScores && exception == nil
  }

  /// A printed NaN is a failed computation, so it makes an attempt invalid and not hidden.
  var isValid: Bool {
    guard score != nil else { return false }
    return status.map { !Self.failed.contains($0) } ?? true
  }
}

extension Verdict {
  /// Reads the result of a call of the scorer; nil if it is neither a literal nor prose.
  init?(scorerOutput text: String) {
    let bytes = Array(text.utf8)
    let ink = bytes.firstIndex { $0 > 0x20 } ?? 0
    if let verdict = Verdict(literalIn: bytes, from: ink) ?? Verdict(prose: text) {
      self = verdict
      return
    }
    for start in bytes.indices.lazy.filter({ bytes[$0] == UInt8(ascii: "{") }).prefix(16) {
      if let verdict = Verdict(literalIn: bytes, from: start) {
        self = verdict
        return
      }
    }
    return nil
  }

  /// Reads the literal that begins at `start`; nil if it is none or says nothing of a score.
  init?(literalIn bytes: [UInt8], from start: Int) {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "{") else { return nil }
    var parser = LiteralParser(bytes, from: start)
    guard let literal = parser.parse() else { return nil }
    let known: Set<String> = ["status", "score", "message", "error", "exception"]
    guard literal.entries.contains(where: { known.contains($0.key) }) else { return nil }
    status = literal["status"]?.string
    isComplete = parser.isComplete
    readScore(literal, bytes)
    if let message = literal.entry("message") {
      let inner = message.value.entries
      details = (inner.isEmpty ? [message] : inner).prefix(Self.detailLimit)
        .compactMap { Detail($0, in: bytes) }
      if inner.count > Self.detailLimit { isComplete = false }
    }
    for key in ["error", "exception"] {
      if let entry = literal.entry(key), let detail = Detail(entry, in: bytes) {
        details.append(detail)
      }
    }
    exception = literal["execResult"]?["stderr"]?.string.flatMap(Self.exception)
  }

  private mutating func readScore(_ literal: Literal, _ bytes: [UInt8]) {
    guard let entry = literal.entry("score") else { return }
    let value: String
    switch entry.value.value {
    case .number(let text), .string(let text): value = text
    default: return
    }
    let text = String(decoding: bytes[entry.bytes], as: UTF8.self)
    if PrintedNumber.isFinite(value) {
      score = Quote(text: Self.head(of: text, endingIn: value), value: value)
    } else if PrintedNumber.isNumber(value) {
      brokenScore = text
    }
  }

  /// The beginning of a text up to and with the last place of a value in it: printed numbers may
  /// stand in quotation marks or in a call.
  static func head(of text: String, endingIn value: String) -> String {
    // No number is as long; the search is as long as both together.
    guard value.utf8.count <= 64 else { return text }
    var head = Substring(text)
    while !head.isEmpty, !head.hasSuffix(value) { head.removeLast() }
    return String(head)
  }

  /// The last line that names an exception; without one, the last 2,000 characters. Of output
  /// longer than 64 KiB only the end is looked at.
  static func exception(in output: String) -> String? {
    let end = output.end(1 << 16)
    let named = Lines(end).reduce(nil as String?) { found, line in
      let words = QuotedText.oneLine(line)
      return namesException(words) ? words : found
    }
    if let named { return named }
    let words = QuotedText.oneLine(end)
    return words.isEmpty ? nil : String(words.suffix(2000))
  }

  /// `ValueError: …`, `torch.cuda.OutOfMemoryError: …`, `KeyboardInterrupt`.
  static func namesException(_ line: String) -> Bool {
    let name = line.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }
    guard line.endIndex == name.endIndex || line[name.endIndex] == ":" else { return false }
    return name.hasSuffix("Error") || name.hasSuffix("Exception") || name.hasSuffix("Interrupt")
  }
}

extension Verdict.Detail {
  /// Nil for a detail that says nothing: null, an empty text or object.
  init?(_ entry: Literal.Entry, in bytes: [UInt8]) {
    let printed = String(decoding: bytes[entry.bytes], as: UTF8.self)
    let text = QuotedText.oneLine(printed)
    switch entry.value.value {
    case .number(let value):
      self.init(
        text: Verdict.head(of: text, endingIn: value),
        metric: Verdict.Metric(name: entry.key, value: value))
    case .truth:
      let value = text.split { $0 == ":" || $0 == " " }.last ?? ""
      self.init(text: text, metric: Verdict.Metric(name: entry.key, value: String(value)))
    case .string(let value) where !value.isEmpty: self.init(text: text)
    case .object(let entries) where !entries.isEmpty: self.init(text: text)
    case .list(let elements) where !elements.isEmpty: self.init(text: text)
    default: return nil
    }
  }
}
