internal import IR

/// Sentences that name things of one kind: the weightiest, and those in which the authors say what
/// else they used.
struct NamingSentences {
  let lexicon: Lexicon
  let view: PaperView

  private let namesMachines: Bool
  private var sentences: [(weight: Int, span: SourceSpan, isOwn: Bool)] = []

  private static let most = 5

  init(lexicon: Lexicon, view: PaperView, namesMachines: Bool = false) {
    self.lexicon = lexicon
    self.view = view
    self.namesMachines = namesMachines
  }

  mutating func add(_ span: SourceSpan, _ told: Equipment.Telling) {
    sentences.append((told.weight, span, told.isOwn))
  }

  /// In the order of the paper.
  var joined: Grounded<String>? {
    var chosen: [SourceSpan] = []
    var known: Set<String> = []
    for (_, span, isOwn) in sentences.sorted(by: { ($1.weight, $0.span) < ($0.weight, $1.span) }) {
      let names = names(in: view.text(of: span))
      guard
        chosen.isEmpty || isOwn && chosen.count < Self.most && !names.isSubset(of: known)
      else { continue }
      chosen.append(span)
      known.formUnion(names)
    }
    chosen.sort()
    guard chosen.count > 1 else { return chosen.first.map { view.grounded($0) } }
    return Grounded(
      chosen.map { view.text(of: $0) }.joined(separator: " "), chosen,
      .computed("sentences that name one thing each"))
  }

  private func names(in text: String) -> Set<String> {
    let bytes = Array(text.utf8)
    let tools = namesMachines ? [] : ToolNames.found(in: text)
    let names = (lexicon.found(in: text) + tools).map { name(at: $0, in: bytes) }
    // Some GPUs beside those that have a name or a number are none of their own.
    return Set(names.filter { !Self.kinds.contains($0) })
  }

  /// What machines are called that have no name.
  static let kinds: Set<String> = ["gpu", "gpus", "tpu", "tpus", "cpu", "cpus"]

  /// A name; of a machine with what is joined to it and the word before it where that has a digit,
  /// which tells one machine from another: `8×A100-80GB GPUs`.
  private func name(at range: Range<Int>, in bytes: [UInt8]) -> String {
    var (start, end) = (range.lowerBound, range.upperBound)
    if namesMachines {
      start = word(before: start, bytes)
      let before = word(before: start - 1, bytes)
      if Self.counts(bytes[max(0, before)..<start]) { start = max(0, before) }
      end = bytes[end...].firstIndex(of: 0x20) ?? bytes.count
    }
    return String(decoding: bytes[start..<end], as: UTF8.self).lowercase.trimmed(of: ".,;:()[]")
  }

  private static func counts(_ word: ArraySlice<UInt8>) -> Bool {
    word.contains { $0.isASCIIDigit }
      || numbers.contains(String(decoding: word, as: UTF8.self).lowercase.trimmed(of: " "))
  }

  private static let numbers: Set<String> = [
    "two", "three", "four", "five", "six", "seven", "eight", "ten", "twelve", "sixteen", "single",
  ]

  /// Where the word begins that ends at an offset.
  private func word(before end: Int, _ bytes: [UInt8]) -> Int {
    guard end > 0 else { return 0 }
    return bytes[..<end].lastIndex(of: 0x20).map { $0 + 1 } ?? 0
  }
}
