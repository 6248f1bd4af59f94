internal import IR

/// The names of parameters as sentences spell them, looked up by their last word.
struct ParameterNames: Sendable {
  static let shared = ParameterNames(ParameterTable.rows)

  /// A row that was found, and the indexes of the words that spell it.
  struct Mention: Sendable {
    let row: ParameterName
    let words: Range<Int>
  }

  private typealias Spelling = (row: Int, words: [String])

  private let rows: [ParameterName]
  private let named: [String: [Spelling]]
  private let counted: [String: [Spelling]]

  private init(_ rows: [ParameterName]) {
    func index(_ spellings: (ParameterName) -> [String]) -> [String: [Spelling]] {
      var index: [String: [Spelling]] = [:]
      for (row, name) in rows.enumerated() {
        for spelling in spellings(name) {
          let words = spelling.words().map(String.init)
          if let last = words.last { index[last, default: []].append((row, words)) }
        }
      }
      // The longest spelling of a place wins.
      return index.mapValues { $0.sorted { ($1.words.count, $0.row) < ($0.words.count, $1.row) } }
    }
    self.rows = rows
    // A name in code is a spelling if it can be nothing else.
    named = index { $0.spellings + $0.code.filter { $0.contains("_") } }
    counted = index(\.counted)
  }

  /// The name that ends with a word.
  func name(endingAt end: Int, in words: SettingWords) -> Mention? {
    mention(named, end, words, notBefore: 0)
  }

  /// The counted noun that ends with a word and begins at `start` at the earliest.
  func noun(endingAt end: Int, notBefore start: Int, in words: SettingWords) -> Mention? {
    mention(counted, end, words, notBefore: start)
  }

  private func mention(
    _ index: [String: [Spelling]], _ end: Int, _ words: SettingWords, notBefore start: Int
  ) -> Mention? {
    let last = words[end].lower
    guard
      let spellings = index[last] ?? (last.hasSuffix("s") ? index[String(last.dropLast())] : nil)
    else { return nil }
    for spelling in spellings {
      let first = end - spelling.words.count + 1
      guard first >= start, holds(spelling.words.dropLast(), from: first, words) else { continue }
      return Mention(row: rows[spelling.row], words: first..<(end + 1))
    }
    return nil
  }

  private func holds(_ spelled: ArraySlice<String>, from first: Int, _ words: SettingWords) -> Bool
  {
    spelled.enumerated().allSatisfy { offset, word in
      words[first + offset].lower == word && !words[first + offset].isLast
    }
  }
}

extension ParameterName {
  private static let whole: Set<String> = [
    "Batch size", "Epochs", "Training steps", "Random seeds", "Runs", "Layers", "Attention heads",
    "Hidden size", "Context length", "Vocabulary size", "Beam size", "Early stopping patience",
    "Diffusion timesteps", "Averaged checkpoints", "Output classes", "Top-k",
    "Maximum output length", "Gradient accumulation",
  ]

  /// What is a probability or a share, and has no broken number above one.
  private static let shares: Set<String> = [
    "Dropout", "Momentum", "Label smoothing", "EMA decay", "Top-p", "Discount factor",
    "Adam beta1", "Adam beta2",
  ]

  /// Whether its noun is no count of things but has so many of something: `32×32 patches`.
  var isExtent: Bool {
    ["Image size", "Kernel size", "Patch size", "Training split"].contains(name)
  }

  /// Whether a number right behind it tells which one: `head 5`, `epoch 10`.
  var isNumbered: Bool {
    ["Layers", "Attention heads", "Epochs", "Training steps"].contains(name)
  }

  /// Whether a value is of its kind: what is counted has no parts, what is a word no number.
  func accepts(_ number: SettingValue) -> Bool {
    value == .number && (!Self.whole.contains(name) || number.isCount || number.magnitude == nil)
      && !(Self.shares.contains(name) && !number.isCount
        && number.magnitude.map { $0 > 1 } ?? false)
  }
}
