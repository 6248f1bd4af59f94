internal import CPoppler
internal import IR

extension PDFPage {
  private var page: OpaquePointer { OpaquePointer(handle) }
  private var document: OpaquePointer { OpaquePointer(documentHandle) }

  /// Reads the characters and their fonts, after the page was drawn: where they stand is noted then.
  func readText(into content: inout PageContent) {
    // A wide area: poppler picks the first and last block by their distance to its corners.
    let reach = 10_000 + max(content.width, content.height)
    var area = PopplerRectangle(x1: -reach, y1: -reach, x2: reach, y2: reach)
    guard let text = poppler_page_get_text_for_area(page, &area) else { return }
    defer { g_free(text) }
    var boxes: UnsafeMutablePointer<PopplerRectangle>?
    var boxCount: guint = 0
    _ = poppler_page_get_text_layout_for_area(page, &area, &boxes, &boxCount)
    defer { g_free(boxes) }
    guard let boxes else { return }
    let styles = fontRuns(in: &area, fonts: &content.fonts)
    content.glyphs.reserveCapacity(Int(boxCount))
    var run = 0
    var read = 0
    var origins = GlyphOrigins()
    // Scalars and boxes match one to one, but for the marks that poppler sets around text from right
    // to left.
    var length = 0
    while text[length] != 0 { length += 1 }
    let bytes = UnsafeBufferPointer(
      start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: length)
    let isMarked = bytes.count { $0 & 0xC0 != 0x80 } > Int(boxCount)
    func add(_ scalar: Unicode.Scalar, _ area: PopplerRectangle, at index: Int) {
      while run < styles.count, index > styles[run].last { run += 1 }
      guard run < styles.count, index >= styles[run].first else { return }
      let box = Box(area.x1, area.y1, area.x2, area.y2)
      let font = styles[run].font
      guard box.isPlausible, content.fonts[font].hasPlausibleSize else { return }
      let baseline = origins.baseline(of: box, size: content.fonts[font].size)
      let glyph = Glyph(
        scalar: SymbolText.seen(scalar, in: content.fonts[font].style), box: box, font: font,
        baseline: baseline)
      if baseline != nil, !scalar.isBlank, origins.wasClipped() {
        content.clipped.append(glyph)
      } else {
        content.glyphs.append(glyph)
      }
    }
    var decoder = UTF8()
    var code = bytes.makeIterator()
    reading: while read < Int(boxCount) {
      let scalar: Unicode.Scalar
      switch decoder.decode(&code) {
      case .scalarValue(let value): scalar = value
      case .error: scalar = "\u{FFFD}"
      case .emptyInput: break reading
      }
      if isMarked, (0x202A...0x202C).contains(scalar.value) { continue }
      add(scalar, boxes[read], at: read)
      read += 1
    }
    if read < Int(boxCount) {
      var rest = TextBehindNUL(
        page: page, boxes: UnsafeBufferPointer(start: boxes, count: Int(boxCount)))
      rest.read(from: read)
      for (index, scalar) in rest.characters { add(scalar, boxes[index], at: index) }
      content.unreadGlyphs = rest.unread
    }
    content.insert(origins.lostSigns(), from: self.fonts)
    content.readCorkEncoding()
    content.measureNamelessFonts(self.fonts)
  }

  private typealias FontRun = (first: Int, last: Int, font: Int)

  private func fontRuns(in area: inout PopplerRectangle, fonts: inout [Font]) -> [FontRun] {
    let attributes = poppler_page_get_text_attributes_for_area(page, &area)
    defer { poppler_page_free_text_attributes(attributes) }
    var index: [FontTable.Key: Int] = [:]
    var runs: [FontRun] = []
    var last: PopplerTextAttributes?
    for item in GListSequence(attributes) {
      guard let attribute = arac_text_attributes(item)?.pointee else { continue }
      // Every word begins a run, and most are set as the one before.
      if let last, let run = runs.last, Self.isSameFont(last, attribute) {
        runs.append((Int(attribute.start_index), Int(attribute.end_index), run.font))
        continue
      }
      last = attribute
      let color = attribute.color
      let key = FontTable.Key(
        name: attribute.font_name.map { String(cString: $0) } ?? "",
        size: (attribute.font_size * 100).rounded() / 100,
        color: UInt32(color.red >> 8) << 16 | UInt32(color.green >> 8) << 8
          | UInt32(color.blue >> 8))
      let known = index[key] ?? fonts.count
      if known == fonts.count {
        fonts.append(self.fonts[key])
        index[key] = known
      }
      runs.append((Int(attribute.start_index), Int(attribute.end_index), known))
    }
    return runs
  }

  private static func isSameFont(_ a: PopplerTextAttributes, _ b: PopplerTextAttributes) -> Bool {
    guard let name = a.font_name, let other = b.font_name else { return false }
    return a.font_size == b.font_size && a.color.red == b.color.red
      && a.color.green == b.color.green && a.color.blue == b.color.blue
      && g_str_equal(name, other) != 0
  }

  // MARK: Links

  func links(pageHeight: Double) -> [LinkArea] {
    let mapping = poppler_page_get_link_mapping(page)
    defer { poppler_page_free_link_mapping(mapping) }
    return GListSequence(mapping).compactMap { item in
      guard let link = arac_link_mapping(item)?.pointee, let action = link.action,
        let target = target(of: action)
      else { return nil }
      let area = link.area  // origin at the bottom left
      return LinkArea(
        box: Box(area.x1, pageHeight - area.y2, area.x2, pageHeight - area.y1), target: target)
    }
  }

  private func target(of action: UnsafeMutablePointer<PopplerAction>) -> LinkArea.Target? {
    if let uri = arac_action_uri(action) { return .uri(String(cString: uri)) }
    guard let destination = arac_action_dest(action) else { return nil }
    guard arac_dest_is_named(destination) != 0 else { return place(destination, name: nil) }
    guard let name = destination.pointee.named_dest else { return nil }
    guard let resolved = poppler_document_find_dest(document, name) else { return nil }
    defer { poppler_dest_free(resolved) }
    return place(resolved, name: String(cString: name))
  }

  private func place(_ destination: UnsafeMutablePointer<PopplerDest>, name: String?)
    -> LinkArea.Target
  {
    let number = Int(arac_dest_page(destination))
    let top = topEdge(ofPage: number) ?? topEdge
    return .place(
      name: name, page: number, x: arac_dest_left(destination),
      y: top - arac_dest_top(destination))
  }
}

/// The links of a GList; the list stays its owner's.
private struct GListSequence: Sequence, IteratorProtocol {
  private var link: UnsafeMutablePointer<GList>?

  init(_ list: UnsafeMutablePointer<GList>?) { link = list }

  mutating func next() -> UnsafeMutablePointer<GList>? {
    defer { link = link?.pointee.next }
    return link
  }
}

/// Reads on behind a NUL, at which poppler's text of a page ends though its boxes go on.
///
/// A font without a map to Unicode gives two bytes for each glyph, its number: what it shows is not
/// known. The text of every other line is asked for by the place of the line, and counts where it is
/// as long as the line has boxes; else that of each character is asked for.
private struct TextBehindNUL {
  private let page: OpaquePointer
  /// Of all characters of the page, those between words and at ends of lines included.
  private let boxes: UnsafeBufferPointer<PopplerRectangle>

  /// Each request looks at every block of the page.
  private static let mostRequests = 4000
  private var requests = 0

  fileprivate init(page: OpaquePointer, boxes: UnsafeBufferPointer<PopplerRectangle>) {
    self.page = page
    self.boxes = boxes
  }

  /// Scalars with their indexes in `boxes`.
  private(set) var characters: [(index: Int, scalar: Unicode.Scalar)] = []
  /// Characters that could not be read.
  private(set) var unread = 0

  /// Reads the characters from an index on.
  mutating func read(from start: Int) {
    var index = start
    while index < boxes.count {
      guard requests < Self.mostRequests else {
        unread += boxes.count - index
        return
      }
      // The box of a line's end has no width.
      let end = boxes[index...].firstIndex { $0.x1 == $0.x2 } ?? boxes.count
      if index < end { readLine(index..<end) }
      if end < boxes.count { characters.append((end, "\n")) }
      index = end + 1
    }
  }

  private mutating func readLine(_ line: Range<Int>) {
    let all = boxes[line]
    let (top, bottom): (Double, Double) = (all.map(\.y1).min() ?? 0, all.map(\.y2).max() ?? 0)
    let middle = (top + bottom) / 2
    let text = text(
      from: all.map(\.x1).min() ?? 0, to: all.map(\.x2).max() ?? 0, at: middle)
    if text.count == line.count, !text.contains("\n") {
      for (index, scalar) in zip(line, text) { characters.append((index, scalar)) }
      return
    }
    var isFirstHalf = false
    for index in line {
      let box = boxes[index]
      let center = (box.x1 + box.x2) / 2
      let found = self.text(from: center, to: center, at: (box.y1 + box.y2) / 2)
      if let scalar = found.first, found.count == 1 {
        if isFirstHalf, isSecondHalf(index) {
          unread += 1
        } else {
          characters.append((index, scalar))
        }
        isFirstHalf = false
      } else {
        // What has no text is the first half of a number, or a space.
        characters.append((index, " "))
        isFirstHalf = true
      }
    }
  }

  /// Whether two boxes are the halves of a glyph, whose number has two bytes.
  private func isSecondHalf(_ index: Int) -> Bool {
    let (first, second) = (boxes[index - 1], boxes[index])
    return first.y1 == second.y1 && first.x2 == second.x1
      && abs((first.x2 - first.x1) - (second.x2 - second.x1)) < 0.01
  }

  /// What stands at a height of the page, in points from the top left.
  private mutating func text(from left: Double, to right: Double, at y: Double) -> [Unicode.Scalar]
  {
    requests += 1
    var area = PopplerRectangle(x1: left, y1: y, x2: right, y2: y)
    guard let text = poppler_page_get_text_for_area(page, &area) else { return [] }
    defer { g_free(text) }
    return String(cString: text).unicodeScalars.filter { !(0x202A...0x202C).contains($0.value) }
  }
}
