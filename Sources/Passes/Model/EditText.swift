internal import IR

/// A value or its quotes, as the gate compares them.
struct EditText {
  /// Words between spaces, without the punctuation around them.
  let words: [String]
  /// Words in lower case, compounds whole.
  private let cues: [String]
  /// Words in lower case, parts of compounds apart.
  private let parts: [String]

  init(_ text: String) {
    words = text.split(separator: " ").map { String($0.trimmed(of: ".,;:!?()[]“”‘’\"'")) }
    cues = CueWords(text).words
    parts = cues.flatMap { $0.split(separator: "-").map(String.init) }
  }

  /// Content words that a value or a quote must have to say anything.
  static let fewestWords = 3
  /// Share of a value's words that its quotes must hold.
  static let support = 0.6

  /// What counts something: words with a digit of any script, and numbers in letters.
  var numbers: [String] {
    words.filter { $0.unicodeScalars.contains(where: \.isNumeric) }
      + parts.filter(Self.numberWords.contains)
  }

  /// The words that carry meaning, shorter ones than `Wording.content` keeps among them.
  var meaning: [String] {
    cues.filter { word in
      word.utf8.count >= 3 && !Self.shortFunctionWords.contains(word)
        && !Wording.functionWords.contains(word)
    }
  }

  /// The starts of the words that decide which way a sentence points.
  var turns: [String] {
    parts.compactMap { part in Self.turningStarts.first(where: part.hasPrefix) }
  }

  var isNegated: Bool {
    parts.contains { Self.negations.contains($0) || $0.hasSuffix("n't") }
  }

  /// `C01`, `RW3`: text that an artifact would take for a reference.
  static func isIdentifier(_ word: String) -> Bool {
    let letters = word.prefix { $0.isASCII && $0.isLetter }
    let digits = word.dropFirst(letters.count)
    return ["C", "E", "H", "N", "R", "RW"].contains(String(letters))
      && (1...3).contains(digits.count)
      && digits.allSatisfy(\.isASCIIDigit)
  }

  /// Whether some word can only be a path or an address.
  static func holdsPath(_ text: String) -> Bool {
    text.has("../") || text.has("://") || text.has("\\")
      || EditText(text).words.contains { word in
        ["/", "~", "www."].contains(where: word.hasPrefix) && word.count > 1
      }
  }

  /// Words that may name a file, as `a/b` and `notes.md` do, and no abbreviation such as `i.e`.
  var fileNames: [String] {
    words.filter { word in
      let last = word.split(separator: ".").dropFirst().last ?? ""
      return word.has("/") || last.count >= 2 && last.allSatisfy { $0.isASCII && $0.isLetter }
    }
  }

  private static let shortFunctionWords: Set<String> = [
    "the", "and", "for", "are", "was", "has", "had", "its", "but", "can", "may", "our", "than",
    "all", "any", "one", "who", "how", "why", "too", "out", "via", "per", "yet", "due", "did",
  ]

  private static let numberWords: Set<String> = [
    "zero", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
    "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions", "dozen",
    "dozens", "half", "halve", "halves", "halved", "halving", "thirds", "quarter", "quarters",
    "twice", "thrice", "double", "doubles", "doubled", "doubling", "triple", "triples", "tripled",
    "tripling", "quadruple", "quadruples", "quadrupled", "twofold", "threefold", "fourfold",
    "fivefold", "tenfold", "hundredfold", "percent",
  ]

  private static let negations: Set<String> = [
    "not", "no", "never", "none", "nor", "neither", "nothing", "nobody", "without", "cannot",
    "hardly", "barely",
  ]

  private static let turningStarts: [String] = [
    "improv", "outperform", "exceed", "surpass", "increas", "rais", "boost", "gain", "decreas",
    "reduc", "drop", "degrad", "harm", "hurt", "damag", "destroy", "fail", "prevent", "caus",
    "better", "best", "worse", "worst", "higher", "highest", "lower", "lowest", "larger",
    "largest", "smaller", "smallest", "faster", "fastest", "slower", "slowest", "more", "fewer",
    "less", "least", "superior", "inferior", "optimal", "always", "every", "only", "guarantee",
    "prove", "proof", "significan", "irrelevan", "unnecessar", "useless", "impossib",
  ]
}

extension Unicode.Scalar {
  /// Digits, fractions, raised and Roman numerals of every script.
  fileprivate var isNumeric: Bool {
    isASCII ? isASCIIDigit : properties.numericType != nil
  }

  /// No control, format, private or unassigned character, no break, no mark of undecodable bytes.
  var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: self != "\u{FFFD}"
    }
  }

  /// What sentences are written with, wherever their words come from.
  var isPlainProse: Bool {
    if isLetter && isASCII || isASCIIDigit { return true }
    return " .,;:!?'\"()-/&%–—‘’“”…".unicodeScalars.contains(self)
  }
}
