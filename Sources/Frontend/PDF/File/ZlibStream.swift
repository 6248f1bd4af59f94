internal import CUnpack

/// Data packed as most streams of a PDF are.
enum ZlibStream {
  /// All of what is packed; nil where it is damaged, does not end or has more than `limit` bytes.
  static func unpacked(_ data: UnsafeBufferPointer<UInt8>, limit: Int) -> [UInt8]? {
    guard let unpacker = unpacker_open(UNPACK_ZLIB) else { return nil }
    defer { unpacker_close(unpacker) }
    var result: [UInt8] = []
    var room = min(limit, max(4 * data.count, 1 << 12))
    var at = 0
    while true {
      var (taken, made) = (0, 0)
      var state = UNPACK_DAMAGED
      let block = [UInt8](unsafeUninitializedCapacity: room) { block, count in
        let rest = UnsafeBufferPointer(rebasing: data[at...])
        state = unpacker_step(
          unpacker, rest.baseAddress, rest.count, &taken, block.baseAddress, room, &made)
        count = made
      }
      if state == UNPACK_END { return result.isEmpty ? block : result + block }
      at += taken
      result += block
      room = min(limit - result.count, 2 * room)
      // Neither data nor room is left for what is missing.
      guard state == UNPACK_MORE, made > 0, room > 0 else { return nil }
    }
  }
}
