import Testing

@testable import Frontend

/// What is set behind a file so that its fonts need not be unpacked for each page.
struct UnpackedFontsTests {
  private static let font = "%!PS-AdobeFont-1.0: Pebble"
  private static let fontObject =
    Sketch.stream("/Length1 26/Length2 0/Filter/FlateDecode", Sketch.packed(Array(font.utf8)))

  private func update(_ file: [UInt8]) -> [UInt8]? {
    file.withUnsafeBufferPointer(UnpackedFonts.update)
  }

  /// The font as the file with its update has it.
  private func unpacked(_ file: [UInt8]) throws -> (bytes: String, number: Int)? {
    guard let update = update(file) else { return nil }
    return try (file + update).withUnsafeBufferPointer { bytes in
      let table = try #require(PDFObjectTable(bytes))
      for (number, offset) in table.offsets where offset >= file.count {
        let stream = try #require(table.stream(number, at: offset))
        #expect(stream.dictionary["/Filter"] == nil)
        #expect(stream.dictionary.integer("/Length1") == 26)
        #expect(table.trailer.value("/Root", is: "1 0 R"))
        return (String(decoding: bytes[stream.data], as: UTF8.self), number)
      }
      return nil
    }
  }

  @Test func aFontStandsInAnUpdateAsItComesOut() throws {
    let found = try unpacked(Sketch.file([Sketch.catalog, Self.fontObject]))
    #expect(found?.bytes == Self.font)
    #expect(found?.number == 2)
  }

  @Test func theTablesMayBePacked() throws {
    for isPredicted in [false, true] {
      let file = Sketch.file([Sketch.catalog, Self.fontObject], packsTable: isPredicted)
      #expect(try unpacked(file)?.bytes == Self.font)
    }
  }

  @Test func theLengthMayStandInAnObjectOfItsOwn() throws {
    let data = Sketch.packed(Array(Self.font.utf8))
    let object = Sketch.stream("/Length1 26 /Filter [/FlateDecode]", data, length: "3 0 R")
    let file = Sketch.file([Sketch.catalog, object, Array("\(data.count)".utf8)])
    #expect(try unpacked(file)?.bytes == Self.font)
  }

  @Test func onlyWhatTheTablePointsToIsAFont() {
    let file = Sketch.file([Sketch.catalog, Self.fontObject], shifting: 1)
    #expect(update(file) == nil)
  }

  @Test func otherStreamsStayAsTheyAre() {
    let page = Sketch.stream("/Filter/FlateDecode", Sketch.packed(Array("BT ET".utf8)))
    #expect(update(Sketch.file([Sketch.catalog, page])) == nil)
  }

  @Test func damagedFontsStayAsTheyAre() {
    var data = Sketch.packed(Array(Self.font.utf8))
    data[data.count - 1] ^= 1
    let object = Sketch.stream("/Length1 26/Filter/FlateDecode", data)
    #expect(update(Sketch.file([Sketch.catalog, object])) == nil)
  }

  @Test(arguments: ["/Encrypt 3 0 R", "/Prev 99999", "/Prev 3 0 R", "/XRefStm 9"])
  func filesThatAreNotPlainStayAsTheyAre(_ entry: String) {
    #expect(update(Sketch.file([Sketch.catalog, Self.fontObject], trailer: entry)) == nil)
  }

  /// Every end and every changed byte of a file.
  @Test func nothingIsReadOutsideAFile() {
    let file = Sketch.file([Sketch.catalog, Self.fontObject], packsTable: true)
    for end in file.indices {
      _ = update(Array(file[..<end]))
      for byte: UInt8 in [0, 0x20, 0x39, 0x3C, 0x3E, 0x5B, 0xFF] {
        var changed = file
        changed[end] = byte
        _ = update(changed)
      }
    }
  }
}

/// A PDF put together by hand.
private enum Sketch {
  static let catalog = Array("<</Type/Catalog>>".utf8)

  static func stream(_ entries: String, _ data: [UInt8], length: String? = nil) -> [UInt8] {
    Array("<<\(entries)/Length \(length ?? "\(data.count)")>>\nstream\n".utf8) + data
      + Array("\nendstream".utf8)
  }

  /// Data in one block that is stored, in the form of zlib (RFC 1950).
  static func packed(_ data: [UInt8]) -> [UInt8] {
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in data {
      a = (a + UInt32(byte)) % 65521
      b = (b + a) % 65521
    }
    let count = UInt16(data.count)
    let header: [UInt8] = [0x78, 0x01, 0x01]
    let sum = b << 16 | a
    return header + bytes(of: count.littleEndian) + bytes(of: (~count).littleEndian) + data
      + bytes(of: sum.bigEndian)
  }

  private static func bytes(of number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number) { Array($0) }
  }

  /// `packsTable` is nil for a table in plain text, and says else whether its rows are told by their
  /// differences. `shifting` is how far the table is wrong.
  static func file(
    _ objects: [[UInt8]], packsTable: Bool? = nil, shifting: Int = 0, trailer: String = ""
  ) -> [UInt8] {
    var file = Array("%PDF-1.5\n".utf8)
    var offsets = [0]
    for (index, object) in objects.enumerated() {
      offsets.append(file.count + shifting)
      file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = file.count
    let entries = "/Size \(offsets.count)/Root 1 0 R\(trailer)"
    if let isPredicted = packsTable {
      let rows = rows(offsets + [start], isPredicted: isPredicted)
      let parameters = isPredicted ? "/DecodeParms<</Columns 4/Predictor 12>>" : ""
      let table = stream(
        "/Type/XRef/W[1 2 1]/Index[0 \(offsets.count + 1)]/Filter/FlateDecode\(parameters)\(entries)",
        packed(rows))
      file += Array("\(offsets.count) 0 obj\n".utf8) + table + Array("\nendobj\n".utf8)
    } else {
      file += Array("xref\n0 \(offsets.count)\n0000000000 65535 f \n".utf8)
      for offset in offsets.dropFirst() {
        let digits = String(offset)
        file +=
          Array(repeating: 0x30, count: 10 - digits.count) + Array("\(digits) 00000 n \n".utf8)
      }
      file += Array("trailer\n<<\(entries)>>\n".utf8)
    }
    return file + Array("startxref\n\(start)\n%%EOF\n".utf8)
  }

  private static func rows(_ offsets: [Int], isPredicted: Bool) -> [UInt8] {
    var above: [UInt8] = [0, 0, 0, 0]
    return offsets.flatMap { offset -> [UInt8] in
      let row = [offset == 0 ? 0 : 1, UInt8(offset >> 8), UInt8(offset & 0xFF), 0]
      defer { above = row }
      return isPredicted ? [2] + zip(row, above).map { $0 &- $1 } : row
    }
  }
}
