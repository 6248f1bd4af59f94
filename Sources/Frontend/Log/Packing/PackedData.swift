internal import CUnpack

/// Packed bytes of a file, unpacked a block at a time.
struct PackedData {
  enum Form: Hashable {
    case stored, gzip, deflate, zstandard

    /// By the first bytes; nil for data that is not packed.
    init?(head: [UInt8]) {
      if head.starts(with: [0x1F, 0x8B]) {
        self = .gzip
      } else if head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
        self = .zstandard
      } else {
        return nil
      }
    }

    var name: String {
      switch self {
      case .stored: "nothing"
      case .gzip: "gzip"
      case .deflate: "deflate"
      case .zstandard: "zstandard"
      }
    }

    /// Nil for bytes that stand as they are.
    fileprivate var packing: unpack_packing? {
      switch self {
      case .stored: nil
      case .gzip: UNPACK_GZIP
      case .deflate: UNPACK_DEFLATE
      case .zstandard: UNPACK_ZSTANDARD
      }
    }
  }

  enum End: Hashable {
    case whole
    /// The data ends early, or what follows is not packed.
    case damaged
    /// More came out than was asked for.
    case full
    /// The machine has no library for the form.
    case noLibrary
  }

  let file: InputFile
  let range: Range<Int>
  let form: Form

  private static let blockSize = 1 << 16

  /// Hands every unpacked block to `take` until it says false; no more than `limit` bytes in all.
  func unpack(limit: Int, _ take: (UnsafeRawBufferPointer) -> Bool) -> End {
    guard let packing = form.packing else { return copy(limit: limit, take) }
    guard let unpacker = unpacker_open(packing) else { return .noLibrary }
    defer { unpacker_close(unpacker) }
    let out = UnsafeMutableRawBufferPointer.allocate(byteCount: 4 * Self.blockSize, alignment: 16)
    defer { out.deallocate() }
    var at = range.lowerBound
    var total = 0
    var isInside = false
    while at < range.upperBound {
      let block = file.bytes(in: at..<min(at + Self.blockSize, range.upperBound))
      if block.isEmpty { break }
      var start = 0
      var isFlushed = false
      while start < block.count || !isFlushed {
        let (state, taken, made) = step(unpacker, block[start...], out)
        start += taken
        total += made
        isFlushed = made < out.count
        if made > 0, !take(UnsafeRawBufferPointer(rebasing: out[..<made])) { return .full }
        if total > limit { return .full }
        isInside = state == UNPACK_MORE
        if state == UNPACK_DAMAGED { return .damaged }
        if state == UNPACK_END {
          isFlushed = true
          // Several streams may stand one after the other.
          guard unpacker_restart(unpacker) != 0 else { return .damaged }
        } else if taken == 0, made == 0 {
          break
        }
      }
      at += block.count
    }
    return isInside ? .damaged : .whole
  }

  private func copy(limit: Int, _ take: (UnsafeRawBufferPointer) -> Bool) -> End {
    guard range.count <= limit else { return .full }
    for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.blockSize) {
      let block = file.bytes(in: start..<min(start + Self.blockSize, range.upperBound))
      guard block.withUnsafeBytes(take) else { return .full }
    }
    return .whole
  }

  private func step(
    _ unpacker: OpaquePointer, _ block: ArraySlice<UInt8>, _ out: UnsafeMutableRawBufferPointer
  ) -> (state: unpack_state, taken: Int, made: Int) {
    var taken = 0
    var made = 0
    let state = block.withUnsafeBufferPointer { input in
      unpacker_step(
        unpacker, input.baseAddress, input.count, &taken,
        out.baseAddress?.assumingMemoryBound(to: UInt8.self), out.count, &made)
    }
    return (state, taken, made)
  }
}
