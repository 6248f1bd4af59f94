internal import IR

/// Names of models: of families that the field knows, and of any that say how many parameters they
/// have, as in `Marble-2B`.
enum ModelNames {
  /// The parts of a text that name models, as written.
  static func mentions(in text: Grounded<String>) -> [Grounded<String>] {
    guard text.derivation == nil, text.spans.count == 1 else { return [] }
    let bytes = Array(text.value.utf8)
    return found(in: text.value).map { range in
      Grounded(
        String(decoding: bytes[range], as: UTF8.self), [text.spans[0].narrowed(to: range)])
    }
  }

  /// UTF-8 ranges of the mentions.
  static func found(in text: String) -> [Range<Int>] { found(in: LexiconWords(text), text) }

  /// The same, of a text that is looked at for other names too.
  static func found(in words: LexiconWords, _ text: String) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    func follows(_ at: Int) -> Bool {
      at > 0 && at < words.count
        && bytes[words.ranges[at - 1].upperBound..<words.ranges[at].lowerBound] == [0x20]
    }
    func isName(_ at: Int) -> Bool {
      let byte = bytes[words.ranges[at].lowerBound]
      return byte >= 0x41 && byte <= 0x5A
    }
    var ranges: [Range<Int>] = []
    var at = 0
    while at < words.count {
      let word = words.lower(at)
      var start = at
      let isBare = isSize(word)
      if isBare {
        // `Marble 2B`, `Marble 3.1 2B`.
        if follows(start), words.lower(start - 1).first?.isASCIIDigit == true { start -= 1 }
        if follows(start), isName(start - 1) { start -= 1 } else { start = at }
      }
      guard start < at || !isBare && isModel(word) else {
        at += 1
        continue
      }
      var end = at
      while follows(end + 1), isVersion(words.lower(end + 1)) { end += 1 }
      let range = words.ranges[start].lowerBound..<words.ranges[end].upperBound
      if let last = ranges.last, last.upperBound > range.lowerBound { ranges.removeLast() }
      ranges.append(range)
      at = end + 1
    }
    return ranges
  }

  private static func isModel(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, first.isASCIILetter else { return false }
    let letters = word.prefix { $0.isASCIILetter }
    if families[Int(first)].contains(where: { $0.elementsEqual(letters) }) { return true }
    return letters.count < word.count
      && word.split { $0 == 0x2D || $0 == 0x5F }.dropFirst().contains(where: isSize)
  }

  private static func isVersion(_ word: ArraySlice<UInt8>) -> Bool {
    word.first?.isASCIIDigit == true || versions.contains { $0.elementsEqual(word) }
  }

  /// `2b`, `1.7b`, `140m`.
  private static func isSize(_ word: ArraySlice<UInt8>) -> Bool {
    guard let unit = word.last, unit == 0x62 || unit == 0x6D, word.first?.isASCIIDigit == true
    else {
      return false
    }
    return word.dropLast().allSatisfy { $0.isASCIIDigit || $0 == 0x2E }
  }

  private static let versions = ["instruct", "chat", "base", "large", "small"].map {
    Array($0.utf8)
  }

  /// By their first letter.
  private static let families: [[[UInt8]]] = [
    "bert", "roberta", "bart", "gpt", "llama", "qwen", "mistral", "gemma", "gemini", "claude",
    "deepseek", "phi", "resnet", "vit", "clip",
  ].reduce(into: Array(repeating: [], count: 128)) {
    $0[Int($1.utf8.first ?? 0)].append(Array($1.utf8))
  }
}
