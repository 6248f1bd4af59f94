/// A 64-bit hash of bytes that come in pieces: the same on every machine and in every run.
///
/// It tells messages apart and is no defence against made collisions.
struct ContentHash {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  mutating func mix(_ word: UInt64) {
    value = (value ^ word) &* 0xFF51_AFD7_ED55_8CCD
    value ^= value >> 32
  }
}
