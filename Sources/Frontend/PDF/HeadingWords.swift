internal import IR

/// What the words of headings look like.
enum HeadingWords {
  /// A heading's words: some letters, a capital or digit first, no sentence.
  static func isTitle(_ name: String, isNumbered: Bool) -> Bool {
    guard let first = name.first,
      name.letterCount >= 3 || (isNumbered && name.count > 1)
    else { return false }
    guard first.isUppercase || first.isNumber || !first.isLetter || isNumbered else { return false }
    guard name.count < 160, !name.hasSuffix(","), !name.hasSuffix(";") else { return false }
    return !name.hasSuffix(".") || name.wordCount <= 8
  }

  /// Capitals only, four at least; small capitals are capitals of two sizes.
  static func isUppercase(_ text: String) -> Bool {
    var letters = 0
    for scalar in text.unicodeScalars where scalar.isLetter {
      if scalar.isASCII ? scalar >= "a" : scalar.properties.isLowercase { return false }
      letters += 1
    }
    return letters >= 4
  }

  /// As `key` gives them.
  static let usualNames = [
    "abstract", "references", "bibliography", "acknowledgments", "acknowledgements",
    "acknowledgment", "acknowledgement", "appendix", "appendices", "supplementary material",
    "introduction", "related work", "background", "conclusion", "conclusions", "discussion",
    "limitations", "broader impact", "broader impacts", "ethics statement", "impact statement",
    "reproducibility statement", "author contributions", "funding", "checklist", "method",
    "methods", "results", "experiments", "evaluation", "future work", "data availability",
    "code availability", "ethical considerations",
  ]

  /// What ends a paper and is no part of the section before it, however small it is set.
  static let backMatter: Set<String> = [
    "references", "bibliography", "acknowledgments", "acknowledgements", "acknowledgment",
    "acknowledgement",
  ]

  /// What stands below an abstract and belongs to it.
  static let frontLabels: Set<String> = [
    "keywords", "key words", "index terms", "ccs concepts", "acm reference format",
  ]

  static func isBibliography(_ title: String) -> Bool {
    ["references", "bibliography", "literature cited", "works cited"].contains(key(title))
  }

  /// Letters and digits in lower case, the number left out.
  static func key(_ title: String) -> String {
    let words = title.words()
    let skipped = HeadingNumber(words).map { number in
      number.words < words.count ? number.words : 0
    }
    let rest = words.dropFirst(skipped ?? 0)
    guard title.utf8.allSatisfy({ $0 < 0x80 }) else {
      return Words.all(rest.joined(separator: " ")).joined(separator: " ")
    }
    var key: [UInt8] = []
    var isApart = false
    for word in rest {
      for byte in word.utf8 {
        let scalar = Unicode.Scalar(byte)
        guard scalar.isLetter || scalar.isASCIIDigit else {
          isApart = !key.isEmpty
          continue
        }
        if isApart { key.append(0x20) }
        isApart = false
        key.append(scalar.isLetter ? byte | 0x20 : byte)
      }
      isApart = !key.isEmpty
    }
    return String(decoding: key, as: UTF8.self)
  }
}

/// The last three letters or digits of some titles: every line of a paper is looked for among its
/// bookmarks, and nearly none is worth making a key of.
struct TitleEndings {
  private var endings: Set<UInt32> = []
  /// Whether a title is too short for an ending, or not in ASCII.
  private var hasOthers = false

  init(_ keys: some Sequence<String>) {
    for key in keys {
      if let ending = Self.ending(of: key) { endings.insert(ending) } else { hasOthers = true }
    }
  }

  /// False only if no title ends as the text does.
  func mayHold(_ text: String) -> Bool {
    hasOthers || Self.ending(of: text).map(endings.contains) ?? true
  }

  private static func ending(of text: String) -> UInt32? {
    var ending: UInt32 = 0
    var count = 0
    for byte in text.utf8.reversed() {
      guard byte < 0x80 else { return nil }
      let scalar = Unicode.Scalar(byte)
      guard scalar.isLetter || scalar.isASCIIDigit else { continue }
      ending = ending << 8 | UInt32(scalar.isASCIIDigit ? byte : byte | 0x20)
      count += 1
      if count == 3 { return ending }
    }
    return nil
  }
}
