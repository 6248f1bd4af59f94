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
      let word = words.text(at)
      var start = at
      let isBare = isSize(word[...])
      if isBare {
        // `Marble 2B`, `Marble 3.1 2B`.
        if follows(start), words.text(start - 1).first?.isNumber == true { start -= 1 }
        if follows(start), isName(start - 1) { start -= 1 } else { start = at }
      }
      guard start < at || !isBare && isModel(word) else {
        at += 1
        continue
      }
      var end = at
      while follows(end + 1), isVersion(words.text(end + 1)) { end += 1 }
      let range = words.ranges[start].lowerBound..<words.ranges[end].upperBound
      if let last = ranges.last, last.upperBound > range.lowerBound { ranges.removeLast() }
      ranges.append(range)
      at = end + 1
    }
    return ranges
  }

  private static func isModel(_ word: String) -> Bool {
    families.contains(word.prefix { $0.isLetter }.description)
      || word.first?.isLetter == true
        && word.split { "-_".contains($0) }.dropFirst().contains(where: isSize)
  }

  private static func isVersion(_ word: String) -> Bool {
    word.first?.isNumber == true || ["instruct", "chat", "base", "large", "small"].contains(word)
  }

  /// `2b`, `1.7b`, `140m`.
  private static func isSize(_ word: Substring) -> Bool {
    guard let unit = word.last, "bm".contains(unit), word.first?.isNumber == true else {
      return false
    }
    return word.dropLast().allSatisfy { $0.isNumber || $0 == "." }
  }

  private static let families: Set<String> = [
    "bert", "roberta", "bart", "gpt", "llama", "qwen", "mistral", "gemma", "gemini", "claude",
    "deepseek", "phi", "resnet", "vit", "clip",
  ]
}
