internal import IR

/// A number of a sentence, or several in brackets, as a value that something may be set to.
struct SettingValue: Sendable {
  /// Indexes of its words.
  let words: Range<Int>
  /// In the sentence, with the brackets of a list.
  let bytes: Range<Int>
  /// Without its unit; nil for lists and sizes.
  let magnitude: Double?
  /// Whether it is an integer that could count something.
  let isCount: Bool
  /// Whether it is written in letters: `two layers`.
  var isSpelled = false
  /// Whether it is several numbers in brackets.
  var isList = false

  /// The values of a sentence.
  static func all(in words: SettingWords) -> [SettingValue] {
    var values: [SettingValue] = []
    var at = 0
    while at < words.words.count {
      guard !isLabelled(at, words), !isModelSize(at, words),
        let value = list(at, words) ?? number(at, words) ?? spelled(at, words)
      else {
        at += 1
        continue
      }
      let isSpread = words.lower(value.words.upperBound).hasPrefix("±")
      if !isSpread { values.append(value) }
      at = value.words.upperBound
    }
    return values
  }

  private static let labels: WordSet = [
    "table", "tables", "figure", "figures", "fig", "section", "sections", "sec", "eq", "eqs",
    "equation", "equations", "appendix", "algorithm", "theorem", "lemma", "chapter", "page",
    "line", "lines", "row", "rows", "version", "proposition", "corollary", "assumption", "§",
    "python", "cuda", "pytorch",
  ]

  private static func isLabelled(_ at: Int, _ words: SettingWords) -> Bool {
    at > 0 && (labels.contains(words[at - 1].lower) || isNamedYear(at, words))
  }

  private static let counted: WordSet = [
    "tokens", "examples", "images", "frames", "steps", "words", "samples", "pairs",
  ]

  /// `1.3B` names a model, unless it counts something.
  private static func isModelSize(_ at: Int, _ words: SettingWords) -> Bool {
    words[at].lower.hasSuffix("b") && isNumber(words[at].lower)
      && !counted.contains(words.lower(at + 1))
  }

  /// `ImageNet 2012`.
  private static func isNamedYear(_ at: Int, _ words: SettingWords) -> Bool {
    guard let year = Int(words[at].lower), (1980...2040).contains(year) else { return false }
    let name = words[at - 1]
    let first = words.utf8[name.bytes.lowerBound]
    return (0x41...0x5A).contains(first) && !name.isLast
  }

  private static let spelledNumbers: [String: Double] = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12, "sixteen": 16, "twenty": 20,
  ]

  /// A whole number in digits or in letters.
  static func count(_ text: Substring) -> Int? {
    Int(text) ?? spelledNumbers[String(text)].map { Int($0) }
  }

  /// Units of measure, which belong to the value.
  static let units: WordSet = [
    "ms", "hz", "khz", "mhz", "ghz", "mm", "cm", "nm", "px", "db",
  ]

  private static let scaleWords: [String: Double] = [
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9,
  ]

  private static let spelledWords = WordSet(Set(spelledNumbers.keys))

  private static func spelled(_ at: Int, _ words: SettingWords) -> SettingValue? {
    if let scale = scaleWords[words.lower(at + 1)], !words[at].isLast,
      let factor = words[at].lower == "one" ? 1 : spelledNumbers[words[at].lower]
    {
      return SettingValue(
        words: at..<(at + 2), bytes: words.bytes(at..<(at + 2)), magnitude: factor * scale,
        isCount: true)
    }
    guard spelledWords.contains(words[at].lower),
      let magnitude = spelledNumbers[words[at].lower]
    else { return nil }
    return SettingValue(
      words: at..<(at + 1), bytes: words[at].bytes, magnitude: magnitude, isCount: true,
      isSpelled: true)
  }

  // MARK: Lists

  private static let longestList = 14

  /// `{0.1, 0.01}`, `[256, 480]`.
  private static func list(_ at: Int, _ words: SettingWords) -> SettingValue? {
    guard let open = words[at].before.last, open == "{" || open == "[" || open == "(" else {
      return nil
    }
    let close: Character = open == "{" ? "}" : open == "[" ? "]" : ")"
    var index = at
    while index < min(words.words.count, at + longestList) {
      let word = words[index]
      guard isNumber(word.lower) || ["...", "…", "and", "or"].contains(word.lower) else {
        return nil
      }
      if let end = word.after.firstIndex(of: close) {
        // One number in brackets is a number.
        guard index > at || word.lower.contains(",") else { return nil }
        let tail = word.after[...end].utf8.count
        let lead = words[at].before.last.map { String($0).utf8.count } ?? 0
        return SettingValue(
          words: at..<(index + 1),
          bytes: (words[at].bytes.lowerBound - lead)..<(word.bytes.upperBound + tail),
          magnitude: nil, isCount: false, isList: true)
      }
      index += 1
    }
    return nil
  }

  // MARK: Numbers

  private static func number(_ at: Int, _ words: SettingWords) -> SettingValue? {
    guard isNumber(words[at].lower) else { return nil }
    let end = grown(at, words)
    let bytes = words.bytes(at..<end)
    let text = words.text(bytes)
    let last = words[end - 1].lower
    let scale = end > at + 1 ? scaleWords[last] : nil
    let isPlain = scale == nil && !units.contains(last)
    let digits = isPlain ? text : words.text(words.bytes(at..<(end - 1)))
    // Thousands may be printed in groups.
    let magnitude = Magnitude.parse(digits.swapping(" ", for: "")).map { $0 * (scale ?? 1) }
    let isWhole = magnitude.map { $0 >= 1 && $0 < 1e15 && $0 == $0.rounded() } ?? false
    let first = words[at].lower
    return SettingValue(
      words: at..<end, bytes: bytes, magnitude: magnitude,
      isCount: isWhole && !text.has("%") && !units.contains(last)
        && (!first.has(".") || first.last?.isLetter == true))
  }

  private static let signs: WordSet = ["×", "x", "·", "⋅", "∗", "*"]
  private static let scales: WordSet = ["million", "billion", "thousand", "%", "percent"]

  /// Past the words that go on with a number: a power of ten, thousands, a scale, the end of a range.
  private static func grown(_ at: Int, _ words: SettingWords) -> Int {
    var end = at + 1
    func follows(_ index: Int) -> Bool {
      index < words.words.count && !words[index - 1].isLast && !words[index].isFirst
    }
    while follows(end), signs.contains(words[end].lower), follows(end + 1),
      isNumber(words[end + 1].lower)
    {
      end += 2
    }
    if end < words.words.count, words[end - 1].after.isEmpty || words[end - 1].after == ",",
      isThousands(words[end].lower), Int(words[end - 1].lower).map({ $0 < 1000 }) ?? false
    {
      end += 1
    }
    if follows(end), scales.contains(words[end].lower) { end += 1 }
    if follows(end), units.contains(words[end].lower) { return end + 1 }
    if follows(end), words[end].lower == "to" || words[end].lower == "–", follows(end + 1),
      isNumber(words[end + 1].lower)
    {
      end += 2
    }
    return end
  }

  /// The last three digits of a round number that is printed in groups: `40, 000`.
  private static func isThousands(_ word: String) -> Bool {
    word.utf8.count == 3 && word.hasSuffix("00") && Int(word) != nil
  }

  /// A number, a list of them, or a size such as `224×224`; not `2D` or `4-block`.
  static func isNumber(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, isDigit(first) || leads.contains(first) else { return false }
    // `3×` tells how many times as much.
    guard let last = scalars.last, last != "×", last != "x" else { return false }
    if Magnitude.parse(text) != nil { return true }
    // A range or a fraction; what begins with a sign is no list.
    let parts = scalars.split(whereSeparator: separators.contains)
    return isDigit(first) && !parts.isEmpty
      && parts.allSatisfy { Magnitude.parse(String($0)) != nil }
  }

  private static let leads: ScalarSet = ".−-±"
  private static let separators: ScalarSet = ",×x/{}[]()–"

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
