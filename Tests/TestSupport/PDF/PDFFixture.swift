/// A PDF written by hand: pages of text in the standard fonts, rules and pictures.
///
/// It holds as much of the format as tests of readers need, uncompressed, and the same bytes for
/// the same pages.
package struct PDFFixture: Sendable {
  package var sheets: [PDFSheet]
  /// Content operators that pages may draw by name: `/X0 Do`, `/X1 Do`.
  package var forms: [String] = []
  /// Content operators whose luminosity masks what is drawn behind `/M0 gs`.
  package var mask: String? = nil
  package var encryption: PDFEncryption? = nil

  package init(
    _ sheets: [PDFSheet], forms: [String] = [], mask: String? = nil,
    encryption: PDFEncryption? = nil
  ) {
    self.sheets = sheets
    self.forms = forms
    self.mask = mask
    self.encryption = encryption
  }

  /// So many pages of two lines of text each, without a figure.
  package init(pages: Int) {
    self.init(
      (1...pages).map { number in
        var sheet = PDFSheet()
        sheet.text("Sheet \(Self.spelled(number)) of a report on gliders.", x: 72, y: 700)
        sheet.text("It says that the clip belongs near the nose.", x: 72, y: 688)
        return sheet
      })
  }

  private static func spelled(_ number: Int) -> String {
    let digits = ["nil", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return String(number).compactMap(\.wholeNumberValue).map { digits[$0] }.joined(separator: " ")
  }

  /// So many pages that show a picture and have no text.
  package init(scannedPages: Int) {
    var sheet = PDFSheet()
    sheet.picture(x: 50, y: 50, width: 500, height: 700)
    self.init([PDFSheet](repeating: sheet, count: scannedPages))
  }

  /// A small file that takes longer to draw than anybody waits: each form draws the next one ten
  /// times.
  package static let endless: PDFFixture = {
    let depth = 12
    var forms = (1..<depth).map { String(repeating: "/X\($0) Do ", count: 10) }
    forms.append("0 0 m 9 9 l S")
    return PDFFixture([PDFSheet(operators: "/X0 Do")], forms: forms)
  }()

  package func bytes() -> [UInt8] {
    var file = PDFObjects()
    for (number, body) in resources() { file.add(number, body) }
    let first = 3 + resources().count
    for (index, sheet) in sheets.enumerated() {
      let page = first + 2 * index
      file.add(
        page,
        "<</Type/Page/Parent 2 0 R\(sheet.attributes)"
          + "/Resources 3 0 R/Contents \(page + 1) 0 R>>")
      file.add(page + 1, stream(sheet.operators, "", object: page + 1))
    }
    let kids = sheets.indices.map { "\(first + 2 * $0) 0 R" }.joined(separator: " ")
    file.add(2, "<</Type/Pages/Count \(sheets.count)/Kids[\(kids)]>>")
    file.add(1, "<</Type/Catalog/Pages 2 0 R>>")
    return file.finished(encryption)
  }

  /// The objects that pages share, from number 3 on: the resources, then fonts and forms.
  private func resources() -> [(number: Int, body: [UInt8])] {
    let faces = PDFSheet.Face.allCases
    let fonts = faces.indices.map { "/F\($0) \(4 + $0) 0 R" }.joined()
    let first = 4 + faces.count
    let named = forms.indices.map { "/X\($0) \(first + $0) 0 R" }.joined()
    let last = first + forms.count
    let isAnyScript = sheets.contains { $0.operators.contains("/\(PDFSheet.anyScript) ") }
    let more = isAnyScript ? "/\(PDFSheet.anyScript) \(last) 0 R" : ""
    var objects: [(number: Int, body: [UInt8])] = []
    for (index, face) in faces.enumerated() {
      let encoding = "<</BaseEncoding/WinAnsiEncoding/Differences[1/fi/fl]>>"
      let font = "<</Type/Font/Subtype/Type1/BaseFont/\(face.rawValue)/Encoding\(encoding)>>"
      objects.append((4 + index, Array(font.utf8)))
    }
    let keys =
      "/Type/XObject/Subtype/Form/BBox[0 0 \(PDFSheet.width) \(PDFSheet.height)]/Resources 3 0 R"
    for (index, form) in forms.enumerated() {
      objects.append((first + index, stream(form, keys, object: first + index)))
    }
    if isAnyScript { objects += anyScript(from: last) }
    var states = "/G0<</ca 0>>"
    if let mask {
      let number = 4 + objects.count
      let group = keys + "/Group<</S/Transparency/CS/DeviceRGB>>"
      objects.append((number, stream(mask, group, object: number)))
      states += "/M0<</SMask<</S/Luminosity/G \(number) 0 R>>>>"
    }
    let shared = "<</Font<<\(fonts)\(more)>>/XObject<<\(named)>>/ExtGState<<\(states)>>>>"
    return [(3, Array(shared.utf8))] + objects
  }

  /// A font, from an object on, that is in no file and whose codes are those of UTF-16.
  private func anyScript(from first: Int) -> [(number: Int, body: [UInt8])] {
    let map = """
      /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Any def
      1 begincodespacerange <0000> <FFFF> endcodespacerange
      1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end
      """
    let descriptor =
      "/Type/FontDescriptor/FontName/Any/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800"
      + "/Descent -200/CapHeight 700/StemV 80"
    let system = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    let bodies = [
      "<</Type/Font/Subtype/Type0/BaseFont/Any/Encoding/Identity-H"
        + "/DescendantFonts[\(first + 1) 0 R]/ToUnicode \(first + 3) 0 R>>",
      "<</Type/Font/Subtype/CIDFontType2/BaseFont/Any\(system)/DW 500"
        + "/FontDescriptor \(first + 2) 0 R/CIDToGIDMap/Identity>>",
      "<<\(descriptor)>>",
    ]
    return bodies.enumerated().map { (first + $0, Array($1.utf8)) }
      + [(first + 3, stream(map, "", object: first + 3))]
  }

  private func stream(_ operators: String, _ keys: String, object: Int) -> [UInt8] {
    let plain = Array(operators.utf8)
    let content = encryption?.encrypt(plain, object: object) ?? plain
    return Array("<<\(keys)/Length \(content.count)>>\nstream\n".utf8) + content
      + Array("\nendstream".utf8)
  }
}

/// Numbered objects with their offsets, and the table and the trailer that end a file.
private struct PDFObjects {
  private var bytes = Array("%PDF-1.4\n".utf8)
  private var offsets: [Int: Int] = [:]

  mutating func add(_ number: Int, _ body: String) { add(number, Array(body.utf8)) }

  mutating func add(_ number: Int, _ body: [UInt8]) {
    offsets[number] = bytes.count
    bytes += Array("\(number) 0 obj\n".utf8) + body + Array("\nendobj\n".utf8)
  }

  func finished(_ encryption: PDFEncryption?) -> [UInt8] {
    let size = (offsets.keys.max() ?? 0) + 1
    var end = "xref\n0 \(size)\n0000000000 65535 f \n"
    for number in 1..<size {
      let digits = String(offsets[number] ?? 0)
      end += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    let security = encryption?.trailerEntries ?? ""
    end += "trailer\n<</Size \(size)/Root 1 0 R\(security)>>\n"
    return bytes + Array((end + "startxref\n\(bytes.count)\n%%EOF\n").utf8)
  }
}
