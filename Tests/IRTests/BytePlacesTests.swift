import IR
import TestSupport
import Testing

struct BytePlacesTests {
  private static let pivots: StaticString = "=:_-A"

  /// Texts of all lengths around a block, from each start, with few and with many hits.
  @Test(arguments: 0..<80)
  func findsWhatAPlainWalkFinds(_ length: Int) {
    var random = SeededGenerator(seed: length)
    let alphabets = [Array(0...255), Array("=:_-AB \u{0}".utf8), Array(0x3A...0x5F)]
    for alphabet in alphabets {
      let text = (0..<length).map { _ in alphabet[random.below(alphabet.count)] }
      text.withUnsafeBufferPointer { bytes in
        for start in 0...(length + 1) {
          let places = BytePlaces(bytes, of: BytePivots(Self.pivots), from: start)
          #expect(Array(places) == Self.places(in: text, from: start))
        }
      }
    }
  }

  private static func places(in text: [UInt8], from start: Int) -> [Int] {
    let sought = pivots.withUTF8Buffer(Array.init)
    return text.indices.filter { $0 >= start && sought.contains(text[$0]) }
  }

  @Test func findsOneByte() {
    Array("/home/me or a path of sixteen bytes/".utf8).withUnsafeBufferPointer { bytes in
      #expect(Array(BytePlaces(bytes, of: BytePivots("/"))) == [0, 5, 35])
    }
  }
}
