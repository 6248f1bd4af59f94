import TestSupport
import Testing

@testable import Backend

struct TextDefectTests {
  /// Lines longer and shorter than what is compared at once, with each kind of defect.
  @Test(arguments: 0..<200)
  func findsWhatAPlainWalkFinds(_ seed: Int) {
    var random = SeededGenerator(seed: seed)
    let rare = ["\r\n", "\t", "é", "\u{85}", "\u{7F}", "\u{1}", " \n", "\n\t", "\n  \t", "–"]
    let pieces = (0..<random.below(120)).map { _ in
      switch random.below(12) {
      case 0: rare[random.below(rare.count)]
      case 1: "\n"
      case 2...4: " "
      default: "word~"
      }
    }
    let bytes = Array(pieces.joined().utf8)
    for path in ["a.yaml", "a.md"] {
      let defects = Set(TextFile(path: path, bytes: bytes).defects)
      let plain = Self.defects(of: pieces.joined(), isYAML: path == "a.yaml")
      #expect(defects == plain, "\(pieces)")
    }
  }

  private static func defects(of text: String, isYAML: Bool) -> Set<TextDefect> {
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    let isOpen = !lines[lines.count - 1].isEmpty
    if !isOpen { lines.removeLast() }
    var first: [TextDefect.Kind: Int] = [:]
    func note(_ kind: TextDefect.Kind, _ line: Int) { first[kind] = min(first[kind] ?? line, line) }
    for (index, line) in lines.enumerated() {
      let bare = line.filter { $0 != "\r" }
      if bare.count < line.count { note(.carriageReturn, index + 1) }
      if bare.last == " " || bare.last == "\t" { note(.trailingBlank, index + 1) }
      let controls = bare.filter { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }
      if controls.contains(where: { $0 != "\t" }) { note(.controlCharacter, index + 1) }
      // A carriage return ends the indentation too.
      if isYAML, line.prefix(while: { $0 == " " || $0 == "\t" }).contains("\t") {
        note(.tabIndentation, index + 1)
      }
    }
    if isOpen { note(.finalNewline, lines.count) }
    return Set(first.map { TextDefect(kind: $0.key, line: $0.value) })
  }
}
