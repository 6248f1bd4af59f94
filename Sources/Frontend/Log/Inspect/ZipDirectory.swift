/// The members of a zip file, from its central directory.
struct ZipDirectory {
  struct Member {
    let name: String
    /// 0 for stored, 8 for deflate, 93 for Zstandard.
    let method: Int
    /// Packed, in bytes.
    let size: Int
    /// Where its own header begins.
    let offset: Int
  }

  let members: [Member]

  /// Nil for a file without a readable central directory.
  init?(_ file: InputFile) {
    guard let place = Self.place(in: file), place.count <= Self.sizeLimit else { return nil }
    let bytes = file.bytes(in: place)
    var members: [Member] = []
    var at = 0
    while bytes.count - at >= 46, bytes.little(4, at: at) == 0x0201_4B50 {
      let name = bytes.little(2, at: at + 28)
      let rest = bytes.little(2, at: at + 30) + bytes.little(2, at: at + 32)
      guard at + 46 + name <= bytes.count else { break }
      members.append(
        Member(
          name: String(decoding: bytes[(at + 46)..<(at + 46 + name)], as: UTF8.self),
          method: bytes.little(2, at: at + 10), size: bytes.little(4, at: at + 20),
          offset: bytes.little(4, at: at + 42)))
      at += 46 + name + rest
    }
    self.members = members
  }

  /// Whether an Inspect log is in it.
  var holdsInspectLog: Bool {
    member("header.json") != nil || member("_journal/start.json") != nil
  }

  func member(_ name: String) -> Member? { members.first { $0.name == name } }

  /// The packed bytes of a member; nil if its header is damaged, it is encrypted, or it is packed
  /// in a form that is unknown. Sizes beyond 4 GiB are none of a log.
  static func data(of member: Member, in file: InputFile) -> PackedData? {
    guard member.offset < file.size - 30 else { return nil }
    let header = file.bytes(in: member.offset..<(member.offset + 30))
    guard header.little(4, at: 0) == 0x0403_4B50, header.little(2, at: 6) & 1 == 0 else {
      return nil
    }
    let start = member.offset + 30 + header.little(2, at: 26) + header.little(2, at: 28)
    guard start <= file.size, member.size <= file.size - start else { return nil }
    let form: PackedData.Form
    switch member.method {
    case 0: form = .stored
    case 8: form = .deflate
    case 93: form = .zstandard
    default: return nil
    }
    return PackedData(file: file, range: start..<(start + member.size), form: form)
  }

  private static let sizeLimit = 64 << 20

  /// Where the central directory lies, from the record at the end of the file.
  private static func place(in file: InputFile) -> Range<Int>? {
    let tailStart = max(0, file.size - 0x1_0016)
    let tail = file.bytes(in: tailStart..<file.size)
    guard tail.count >= 22,
      let end = (0...(tail.count - 22)).last(where: { tail.little(4, at: $0) == 0x0605_4B50 })
    else { return nil }
    var size = tail.little(4, at: end + 12)
    var start = tail.little(4, at: end + 16)
    if start == 0xFFFF_FFFF || size == 0xFFFF_FFFF {
      guard end >= 20, tail.little(4, at: end - 20) == 0x0706_4B50 else { return nil }
      let record = tail.little(8, at: end - 12)
      guard record < file.size - 56 else { return nil }
      let wide = file.bytes(in: record..<(record + 56))
      size = wide.little(8, at: 40)
      start = wide.little(8, at: 48)
    }
    guard start <= file.size, size <= file.size - start else { return nil }
    return start..<(start + size)
  }
}

extension [UInt8] {
  /// An unsigned little-endian number of `width` bytes; what does not fit is `Int.max`.
  fileprivate func little(_ width: Int, at offset: Int) -> Int {
    guard offset >= 0, offset + width <= count else { return Int.max }
    let number = self[offset..<(offset + width)].reversed().reduce(UInt64(0)) {
      $0 << 8 | UInt64($1)
    }
    return Int(exactly: number) ?? Int.max
  }
}
