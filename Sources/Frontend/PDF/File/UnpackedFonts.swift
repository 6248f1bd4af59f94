internal import IR

/// The fonts of a PDF, unpacked.
///
/// poppler reads the programs of a page's fonts anew for each page, and unpacks them each time: an
/// eighth of the reading of a paper, and a quarter where there are many formulas. It is given the file
/// with an update behind it (ISO 32000-1, 7.5.6) in which each font stands as it comes out.
struct UnpackedFonts {
  /// Of one font, and of all of a file.
  private static let mostBytes = (font: 8 << 20, file: 32 << 20)

  private let bytes: UnsafeBufferPointer<UInt8>
  private let table: PDFObjectTable
  private var section: [UInt8] = [0x0A]
  /// Lines of the table of the section.
  private var entries = ""
  private var left = mostBytes.file

  /// What to set behind a file; nil where no font is found, or the file does not say plainly what
  /// stands where.
  static func update(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    // What an encrypted file has would be decrypted.
    guard let table = PDFObjectTable(bytes), table.trailer["/Encrypt"] == nil else { return nil }
    var fonts = UnpackedFonts(bytes, table)
    for (number, offset) in table.offsets.sorted(by: { $0.key < $1.key }) where offset > 0 {
      if let stream = table.stream(number, at: offset) { fonts.add(stream, number) }
    }
    return fonts.entries.isEmpty ? nil : fonts.ended()
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ table: PDFObjectTable) {
    self.bytes = bytes
    self.table = table
  }

  private mutating func add(_ stream: PDFObjectTable.Stream, _ number: Int) {
    let dictionary = stream.dictionary
    guard dictionary.isFont, dictionary.isDeflated, dictionary["/DecodeParms"] == nil else {
      return
    }
    let most = min(left, Self.mostBytes.font)
    let font = ZlibStream.unpacked(
      UnsafeBufferPointer(rebasing: bytes[stream.data]), limit: most)
    // What is damaged may have cost as much as the largest, and what is packed more than comes out.
    left -= min(left, max(font?.count ?? most, stream.data.count))
    guard let font else { return }
    entries +=
      "\(number) 1\n\(Self.digits(bytes.count + section.count, 10)) "
      + "\(Self.digits(stream.generation, 5)) n \n"
    write("\(number) \(stream.generation) obj\n<<")
    for member in dictionary.members where !dictionary.tellsPacking(member) {
      section += bytes[member.key.lowerBound..<member.value.upperBound]
    }
    write("/Length \(font.count)>>\nstream\n")
    section += font
    write("\nendstream\nendobj\n")
  }

  /// The section with its table and its trailer.
  private func ended() -> [UInt8] {
    var whole = self
    let start = bytes.count + section.count
    whole.write("xref\n\(entries)trailer\n<<")
    let kept: [StaticString] = ["/Size", "/Root", "/Info", "/ID"]
    for member in table.trailer.members
    where kept.contains(where: { table.trailer.has($0, member) }) {
      whole.section += bytes[member.key.lowerBound..<member.value.upperBound]
    }
    whole.write("/Prev \(table.start)>>\nstartxref\n\(start)\n%%EOF\n")
    return whole.section
  }

  private mutating func write(_ text: String) { section += text.utf8 }

  private static func digits(_ value: Int, _ count: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}

extension PDFDictionary {
  /// Only programs of fonts have a first length, or one of the types.
  fileprivate var isFont: Bool {
    self["/Length1"] != nil || value("/Subtype", is: "/Type1C")
      || value("/Subtype", is: "/CIDFontType0C") || value("/Subtype", is: "/OpenType")
  }

  fileprivate func tellsPacking(_ member: Member) -> Bool {
    has("/Filter", member) || has("/Length", member)
  }
}
