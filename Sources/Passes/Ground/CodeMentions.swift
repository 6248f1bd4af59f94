internal import IR

/// What a sentence names of code: paths of files, names with underscores, calls.
struct CodeMentions {
  struct Mention {
    let text: String
    /// UTF-8 offsets in the sentence.
    let range: Range<Int>
  }

  private(set) var paths: [Mention] = []
  private(set) var names: [Mention] = []
  /// Paths behind the name of a program that runs them.
  private(set) var started: [Mention] = []

  private static let launchers: Set<String> = [
    "python", "python3", "bash", "sh", "torchrun", "Rscript", "julia",
  ]

  init(_ sentence: String) {
    // Only code has these, and most sentences have none.
    guard sentence.utf8.contains(where: { $0 == 0x5F || $0 == 0x2F || $0 == 0x2E }) else { return }
    let bytes = Array(sentence.utf8)
    var at = 0
    var last = ""
    while at < bytes.count {
      var end = at
      while end < bytes.count {
        if Self.isCode(bytes[end]) {
          end += 1
        } else if Self.isSpacedBinder(bytes, end) {
          end += 3
        } else {
          break
        }
      }
      var stop = end
      while stop > at, bytes[stop - 1] == 0x2E || bytes[stop - 1] == 0x2F || bytes[stop - 1] == 0x2D
      {
        stop -= 1
      }
      if stop > at, !Self.isForeign(bytes, at, end) {
        let mention = Mention(
          text: String(decoding: bytes[at..<stop], as: UTF8.self).swapping(" _ ", for: "_"),
          range: at..<stop)
        if Self.isPath(mention.text) {
          paths.append(mention)
          if Self.launchers.contains(last) { started.append(mention) }
        } else if Self.isName(mention.text) {
          names.append(mention)
        }
        last = mention.text
      }
      at = max(end, at) + 1
    }
  }

  /// Whether an underscore that was set apart joins two parts of a name: `fold _ sheet`.
  private static func isSpacedBinder(_ bytes: [UInt8], _ at: Int) -> Bool {
    at > 0 && at + 3 < bytes.count && bytes[at...].starts(with: [0x20, 0x5F, 0x20])
      && isCode(bytes[at + 3])
  }

  private static func isCode(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == 0x5F || byte == 0x2F || byte == 0x2E || byte == 0x2D
  }

  /// Whether a word is part of an address, of a placeholder or of letters that are no code.
  private static func isForeign(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let marks: Set<UInt8> = [0x3A, 0x3C, 0x3E, 0x40, 0x2A, 0x7B, 0x7D, 0x24]
    if start > 0, marks.contains(bytes[start - 1]) || bytes[start - 1] >= 0x80 { return true }
    guard end < bytes.count else { return false }
    // A colon ends a clause if a space follows.
    if bytes[end] == 0x3A { return end + 1 < bytes.count && bytes[end + 1] != 0x20 }
    return marks.contains(bytes[end]) || bytes[end] >= 0x80
  }

  private static let endings: Set<Substring> = [
    "py", "ipynb", "sh", "yaml", "yml", "toml", "cfg", "ini", "c", "cc", "cpp", "cu", "h", "hpp",
    "jl", "R", "r", "js", "ts", "rs", "go", "java", "m", "swift", "lean", "scala", "kt",
  ]

  private static func isPath(_ text: String) -> Bool {
    guard let dot = text.lastIndex(of: "."), endings.contains(text[text.index(after: dot)...]),
      let first = text.first, first != "/", first != "."
    else { return false }
    // Not every short word behind a dot is an ending: `e.g.c`.
    let name = text[..<dot].split(separator: "/").last ?? ""
    return name.count > 1 && name.contains(where: \.isLetter) && !name.contains(".")
      && !text.has("//") && !text.has("..")
  }

  /// A name in lower case whose parts underscores bind.
  private static func isName(_ text: String) -> Bool {
    let bare = text.trimmed(of: "_")
    return text.count > 5 && bare.contains("_")
      && text.first.map { $0.isLetter || $0 == "_" } == true
      && text.allSatisfy { $0 == "_" || $0.isNumber || ($0.isLetter && $0.isLowercase) }
  }
}
