/// The numbers and names by which attempts that were taken out of a run could be told.
struct ReferenceWords {
  private let transcript: Transcript
  /// The keys of the metric that the score is made of; empty if unknown.
  private let metrics: [String]
  private var printed: Set<String> = []
  private var values: [Double] = []
  /// New names, each with the message that it first stands in.
  private var names: [String: Int] = [:]

  /// How much of a message is looked at, in bytes.
  private static let textLimit = 1 << 16

  init(_ transcript: Transcript, metrics: [String]) {
    self.transcript = transcript
    self.metrics = metrics
  }

  mutating func learn(numbersOf draft: AttemptDraft) {
    let details = draft.details.compactMap(\.metric)
      .filter { metrics.isEmpty || metrics.contains($0.name) }.map(\.value)
    for number in [draft.score?.value].compactMap(\.self) + details {
      guard let value = Double(number), value.isFinite else { continue }
      printed.insert(number)
      values.append(value)
    }
  }

  /// Learns the names that closed messages bring up: words of five letters and more that stand in
  /// them more than once and in no message before. Each message is read once.
  mutating func learn(from closed: [ClosedRange<Int>]) {
    var known: Set<String> = []
    var next = 1
    for range in closed {
      for ordinal in next..<max(next, range.lowerBound) {
        for word in Self.words(transcript.text(ordinal).end(Self.textLimit)) { known.insert(word) }
      }
      var uses: [String: Int] = [:]
      for ordinal in max(next, range.lowerBound)..<(range.upperBound + 1) {
        for text in [transcript.text(ordinal)] + transcript.argumentTexts(of: ordinal) {
          for word in Self.words(text.end(Self.textLimit)) where !known.contains(word) {
            uses[word, default: 0] += 1
          }
        }
      }
      for (name, count) in uses where count > 1 && names[name] == nil {
        names[name] = range.lowerBound
      }
      next = max(next, range.upperBound + 1)
    }
  }

  /// Whether a text of a message tells a number, or a name that came up before.
  func occur(in text: String, of ordinal: Int) -> Bool {
    let holdsName = Self.words(text[...]).contains { word in
      names[word].map { $0 <= ordinal } ?? false
    }
    return holdsName || Self.numbers(text).contains(where: tells)
  }

  /// Whether a printed number is one of the numbers, or one rounded to two, three or four places.
  private func tells(_ number: Substring) -> Bool {
    if printed.contains(String(number)) { return true }
    guard let dot = number.firstIndex(of: "."), let value = Double(number) else { return false }
    let places = number.distance(from: dot, to: number.endIndex) - 1
    guard (2...4).contains(places) else { return false }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let shown = (value * scale).rounded()
    return values.contains { known in
      let exact = known * scale
      return exact.rounded() == shown || exact.rounded(.towardZero) == shown
    }
  }

  private static func words(_ text: Substring) -> [String] {
    text.lowercased().utf8.split { !(0x61...0x7A).contains($0) }.filter { $0.count >= 5 }
      .map { String(Substring($0)) }
  }

  private static func numbers(_ text: String) -> [Substring] {
    text.split { !($0.isASCII && $0.isNumber || $0 == "." || $0 == "-") }
      .map { $0.last == "." ? $0.dropLast() : $0 }.filter { $0.contains(".") }
  }
}

extension Transcript {
  /// The arguments of the calls of a message, as they are printed.
  func argumentTexts(of ordinal: Int) -> [String] {
    calls(of: ordinal).compactMap { argumentBytes($0.call, of: ordinal) }
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
