/// Up to five bytes, none of them zero, that a text is searched for.
package struct BytePivots: Sendable {
  // Each in all lanes.
  private let a: SIMD16<UInt8>
  private let b: SIMD16<UInt8>
  private let c: SIMD16<UInt8>
  private let d: SIMD16<UInt8>
  private let e: SIMD16<UInt8>

  package init(_ characters: StaticString) {
    let bytes = characters.withUTF8Buffer(Array.init)
    precondition((1...5).contains(bytes.count) && !bytes.contains(0))
    func lanes(_ index: Int) -> SIMD16<UInt8> {
      SIMD16(repeating: bytes[min(index, bytes.count - 1)])
    }
    (a, b, c, d, e) = (lanes(0), lanes(1), lanes(2), lanes(3), lanes(4))
  }

  /// All bits of the bytes of a block that are one of the five.
  fileprivate func hits(in block: SIMD16<UInt8>) -> SIMD2<UInt64> {
    var found = block .== a
    found .|= block .== b
    found .|= block .== c
    found .|= block .== d
    found .|= block .== e
    return withUnsafeBytes(of: SIMD16<UInt8>().replacing(with: 0xFF, where: found)) {
      $0.load(as: SIMD2<UInt64>.self)
    }
  }
}

/// The offsets in a text at which one of a few bytes stands, in order; sixteen bytes are compared at
/// once, since most are none of them.
package struct BytePlaces: Sequence, IteratorProtocol {
  private let bytes: UnsafeRawBufferPointer
  private let pivots: BytePivots
  /// Where the bytes begin that were not compared yet.
  private var rest: Int
  /// Where the eight bytes begin that `hits` tells of.
  private var start = 0
  /// All bits of the bytes that were found and not given yet, and those of the eight bytes behind.
  private var hits: UInt64 = 0
  private var later: UInt64 = 0

  package init(_ bytes: UnsafeBufferPointer<UInt8>, of pivots: BytePivots, from start: Int = 0) {
    self.bytes = UnsafeRawBufferPointer(bytes)
    self.pivots = pivots
    rest = start
  }

  package mutating func next() -> Int? {
    while hits == 0 {
      if later != 0 {
        (hits, later) = (later, 0)
        start += 8
      } else if !compare() {
        return nil
      }
    }
    let bit = hits.trailingZeroBitCount
    hits &= ~(0xFF << UInt64(bit))
    return start + bit / 8
  }

  /// Compares bytes until one is found.
  private mutating func compare() -> Bool {
    while rest < bytes.count {
      let found = pivots.hits(in: block())
      start = rest
      rest += 16
      if found.x | found.y != 0 {
        (hits, later) = (UInt64(littleEndian: found.x), UInt64(littleEndian: found.y))
        return true
      }
    }
    return false
  }

  /// The next sixteen bytes, with zeros behind the last one of the text.
  private func block() -> SIMD16<UInt8> {
    if rest + 16 <= bytes.count {
      return bytes.loadUnaligned(fromByteOffset: rest, as: SIMD16<UInt8>.self)
    }
    var block = SIMD16<UInt8>()
    withUnsafeMutableBytes(of: &block) {
      $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[rest...]))
    }
    return block
  }
}
