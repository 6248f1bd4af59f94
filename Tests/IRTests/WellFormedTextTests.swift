import IR
import TestSupport
import Testing

struct WellFormedTextTests {
  /// Characters of one to four bytes stand across the ends of pieces, and one byte may be wrong.
  @Test(arguments: 0..<60)
  func readsWhatTheStandardLibraryReads(_ seed: Int) {
    var random = SeededGenerator(seed: seed)
    let characters: [String] = ["a", "\n", "é", "–", "𝐀", "e\u{301}", "\u{0}"]
    // Mostly ASCII, and hardly any.
    for ascii in [40, 1] {
      let count = random.below(900)
      let text = (0..<count).map { _ in
        random.below(ascii) > 0 ? "x" : characters[random.below(characters.count)]
      }
      var bytes = Array(text.joined().utf8)
      expectSame(bytes)
      for _ in 0..<20 where !bytes.isEmpty {
        let place = random.below(bytes.count)
        let right = bytes[place]
        bytes[place] = UInt8(random.below(256))
        expectSame(bytes)
        bytes[place] = right
      }
      for cut in 1..<6 where cut < bytes.count { expectSame(bytes.dropLast(cut)) }
    }
  }

  @Test func refusesHalfCharacters() {
    let letters = [UInt8](repeating: 0x61, count: 255)
    for end: [UInt8] in [[0xC3], [0xE2, 0x80], [0xF0, 0x9D, 0x90], [0x80], [0xC0, 0x80]] {
      expectSame(letters + end)
      expectSame(letters + end + letters)
      expectSame(end + letters)
    }
    expectSame([UInt8](repeating: 0x80, count: 2000))
    #expect(String(wellFormed: []) == "")
  }

  private func expectSame(
    _ bytes: some Collection<UInt8>, _ place: SourceLocation = #_sourceLocation
  ) {
    let text = String(wellFormed: Array(bytes)[...])
    #expect(
      text.map { Array($0.utf8) }
        == String(validating: bytes, as: UTF8.self).map { Array($0.utf8) }, sourceLocation: place)
  }
}
