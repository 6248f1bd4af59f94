internal import IR

/// Words of a sentence, a label or a header in the one form in which they are compared: lower case,
/// singular, parted at hyphens; `18 layers` and `18-layer` are the same.
struct ComparisonWords {
  /// In order.
  let all: [String]

  init(_ text: some StringProtocol) {
    let bare = Self.withoutCitations(String(text))
    let plain = bare.lowercase.swapping("w/o", for: "without").swapping("’", for: "'")
    // Most texts are ASCII, whose characters need no look into tables.
    let parts =
      plain.utf8.allSatisfy { $0 < 0x80 }
      ? plain.parts(between: Self.marks)
      : plain.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "'" && $0 != "%" }
    all = parts.compactMap { Self.normal($0.trimmed(of: ".'%")) }
  }

  /// All of ASCII that is no part of words.
  private static let marks: ASCIISet = "\t\n\r !\"#$&()*+,-/:;<=>?@[\\]^_`{|}~"

  /// Without those that tell nothing apart.
  var telling: Set<String> { Set(all).subtracting(Self.fillers) }

  /// `VGG-16 [41]`, `Sorter†`: the name alone.
  static func withoutCitations(_ text: String) -> String {
    guard text.has("[") else { return text }
    var kept: [UInt8] = []
    var depth = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "[") { depth += 1 }
      if depth == 0 { kept.append(byte) }
      if byte == UInt8(ascii: "]") { depth = max(0, depth - 1) }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private static func normal(_ word: String) -> String? {
    let bare = word.hasSuffix("'s") ? String(word.dropLast(2)) : word
    guard !bare.isEmpty else { return nil }
    return shortForms[bare] ?? Plurals.singular(bare)
  }

  private static let shortForms = [
    "acc": "accuracy", "div": "divergence", "err": "error", "ppl": "perplexity", "ours": "our",
    "val": "validation", "valid": "validation", "mem": "memory", "avg": "average",
    "prec": "precision",
  ]

  /// Articles, links and nouns that any side of a comparison may have: they name no row.
  static let fillers: Set<String> = [
    "the", "a", "an", "of", "our", "its", "their", "that", "those", "this", "these", "in", "on",
    "at", "by", "for", "to", "with", "and", "or", "as", "both", "also", "we", "it", "term", "from",
    "model", "method", "approach", "system", "network", "net", "architecture", "version", "variant",
    "algorithm", "counterpart", "setting", "configuration", "one", "row", "all", "other", "score",
    "result", "performance", "set", "data", "dataset", "task", "benchmark", "point", "percentage",
    "absolute", "relative", "respectively", "total", "across", "over", "using", "use", "proposed",
    "test", "is", "are", "was", "were", "itself", "same", "overall", "single",
  ]
}
