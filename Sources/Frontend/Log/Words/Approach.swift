/// The short label of an attempt, in the agent's words (`spec/logs-and-rubrics.md`, section 8.3).
///
/// Of a text longer than 64 KiB only the end is looked at.
enum Approach {
  static let limit = 80

  /// The last sentence with a verb of intent, before the text goes over to a call in tags; cut to
  /// 80 characters at a word. Nil if no sentence has one.
  static func label(in text: String) -> String? {
    Sentences.split(beforeCall(text)).last(where: statesIntent).map(cut)
  }

  /// The last sentence, for messages that state no intent; nil if it says too little.
  static func lastSentence(in text: String) -> String? {
    Sentences.split(beforeCall(text)).last { $0.count > 30 }.map(cut)
  }

  private static func cut(_ sentence: String) -> String {
    QuotedText.cut(sentence, to: limit) ?? sentence
  }

  /// Whether a verb of intent stands where a clause says what is done: at its beginning, or after
  /// a word such as `I`, `to`, `will`, `and`.
  static func statesIntent(_ sentence: String) -> Bool {
    var isAtStart = true
    for word in sentence.lowercased().utf8.split(separator: UInt8(ascii: " ")) {
      let bare = word.drop { !isLetter($0) }.prefix { isLetter($0) || $0 == UInt8(ascii: "'") }
      let name = String(Substring(bare))
      if isAtStart, verbs.contains(name) { return true }
      isAtStart = openers.contains(name) || endsClause(word.last)
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  private static func endsClause(_ byte: UInt8?) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",")
  }

  /// What stands before the first call in tags.
  static func beforeCall(_ text: some StringProtocol) -> Substring {
    wordsBeforeCall(Substring(text)).end(1 << 16)
  }

  private static func wordsBeforeCall(_ text: Substring) -> Substring {
    var at = text.startIndex
    while let tag = text.utf8[at...].firstIndex(of: UInt8(ascii: "<")) {
      let rest = text.utf8[text.utf8.index(after: tag)...]
      if LegacyTag.calls.contains(where: { rest.starts(with: "\($0)>".utf8) }) {
        return text[..<tag]
      }
      at = rest.startIndex
    }
    return text[...]
  }

  private static let openers: Set<String> = [
    "also", "and", "by", "i", "i'll", "first", "instead", "let's", "me", "next", "now", "should",
    "then", "to", "we", "we'll", "will",
  ]

  private static let verbs: Set<String> = [
    "add", "apply", "average", "avoid", "build", "combine", "combining", "compute", "force", "fuse",
    "implement", "implementing", "introduce", "keep", "move", "propose", "put", "replace",
    "replacing", "restore", "reuse", "rewrite", "set", "split", "start", "switch", "switching",
    "train", "try", "trying", "use", "using", "wrap",
  ]
}

/// Calls and results that stand as tags in the text, in older logs.
enum LegacyTag {
  static let calls = ["bash", "python", "score", "score_log", "submit", "timeout"]

  /// The tool and the text of a message that is exactly `<name-output>…</name-output>`.
  static func result(in text: String) -> (tool: String, text: String)? {
    guard text.first == "<", let close = text.firstIndex(of: ">") else { return nil }
    let tag = text[..<close].dropFirst()
    let ending = "</\(tag)>"
    guard tag.hasSuffix("-output"), tag.allSatisfy({ $0.isLowercase || $0 == "_" || $0 == "-" }),
      text.hasSuffix(ending), text.count > tag.count + 2
    else { return nil }
    let inner = text[text.index(after: close)...].dropLast(ending.count)
    return (String(tag.dropLast("-output".count)), String(inner))
  }
}
