internal import CPageTap
internal import CPoppler
internal import IR

/// A PDF opened with poppler. One document, one thread: poppler's documents share unlocked state.
///
/// All coordinates that leave this file are points from the top left of the page as displayed.
final class PDFDocument {
  private let document: OpaquePointer

  enum OpenError: Error {
    case encrypted
    case damaged(String)
  }

  /// Opens the document of `bytes`, which stand in the file at `path`.
  ///
  /// poppler 22 frees the bytes of a document in memory and reads them again where a password does
  /// not open it, so passwords are tried on the file.
  init(bytes: [UInt8], path: String, password: String?) throws(OpenError) {
    do throws(OpenError) {
      document = try Self.open(bytes)
    } catch {
      guard case .encrypted = error, let password else { throw error }
      document = try Self.open(path, password)
    }
  }

  private static func open(_ bytes: [UInt8]) throws(OpenError) -> OpaquePointer {
    let data = g_bytes_new(bytes, gsize(bytes.count))
    defer { g_bytes_unref(data) }
    var error: UnsafeMutablePointer<GError>?
    let document = poppler_document_new_from_bytes(data, nil, &error)
    return try opened(document, error)
  }

  private static func open(_ path: String, _ password: String) throws(OpenError) -> OpaquePointer {
    guard let uri = g_filename_to_uri(path, nil, nil) else { throw .damaged("no absolute path") }
    defer { g_free(uri) }
    var error: UnsafeMutablePointer<GError>?
    let document = poppler_document_new_from_file(uri, password, &error)
    return try opened(document, error)
  }

  private static func opened(_ document: OpaquePointer?, _ error: UnsafeMutablePointer<GError>?)
    throws(OpenError) -> OpaquePointer
  {
    if let document { return document }
    guard let error else { throw .damaged("no reason given") }
    defer { g_error_free(error) }
    let isEncrypted =
      error.pointee.domain == poppler_error_quark()
      && error.pointee.code == gint(POPPLER_ERROR_ENCRYPTED.rawValue)
    throw isEncrypted ? .encrypted : .damaged(String(cString: error.pointee.message))
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(document)) }

  var pageCount: Int { Int(poppler_document_get_n_pages(document)) }

  var title: String? { take(poppler_document_get_title(document)) }
  var author: String? { take(poppler_document_get_author(document)) }
  var keywords: String? { take(poppler_document_get_keywords(document)) }

  /// Seconds since 1970; nil where the document has no usable date.
  var creationDate: Int? {
    let date = Int(poppler_document_get_creation_date(document))
    return date > 0 ? date : nil
  }

  /// Runs `body` on a page, from 0; nil for a page that poppler cannot read.
  func withPage<Result>(_ index: Int, _ body: (PDFPage) -> Result) -> Result? {
    guard let page = poppler_document_get_page(document, Int32(index)) else { return nil }
    defer { g_object_unref(UnsafeMutableRawPointer(page)) }
    return body(PDFPage(page: page, document: document))
  }

  /// The bookmarks, in order, as titles with a depth from 0.
  func outline(limit: Int = 2000) -> [(title: String, depth: Int)] {
    var entries: [(title: String, depth: Int)] = []
    func walk(_ iterator: OpaquePointer?, _ depth: Int) {
      guard let iterator, depth < 16 else { return }
      defer { poppler_index_iter_free(iterator) }
      repeat {
        guard entries.count < limit, let action = poppler_index_iter_get_action(iterator) else {
          return
        }
        if let title = arac_action_title(action) {
          entries.append((String(cString: title), depth))
        }
        poppler_action_free(action)
        walk(poppler_index_iter_get_child(iterator), depth + 1)
      } while poppler_index_iter_next(iterator) != 0
    }
    walk(poppler_index_iter_new(document), 0)
    return entries
  }
}

/// A page of an open document; valid only inside `PDFDocument.withPage`.
struct PDFPage {
  fileprivate let page: OpaquePointer
  fileprivate let document: OpaquePointer

  /// The page for the other files that call poppler; what it points to is theirs to know.
  var handle: UnsafeRawPointer { UnsafeRawPointer(page) }

  var size: (width: Double, height: Double) {
    var width = 0.0
    var height = 0.0
    poppler_page_get_size(page, &width, &height)
    return (width, height)
  }

  /// Text, marks and links. Annotations are removed first: readers' notes are no content.
  /// At most `corners` corners of paths are kept.
  func content(corners limit: Int) -> PageContent {
    let (width, height) = size
    var content = PageContent(width: width, height: height)
    content.links = links(pageHeight: height)
    arac_remove_annotations(page)
    GlyphOrigins.clear()
    readMarks(into: &content, corners: limit)
    readText(into: &content)
    content.setHiddenTextApart()
    return content
  }

  private func readText(into content: inout PageContent) {
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
    let scalars = String(cString: text).unicodeScalars
    let isMarked = scalars.count > Int(boxCount)
    let seen = scalars.lazy.filter { !isMarked || !(0x202A...0x202C).contains($0.value) }
    for (index, scalar) in seen.enumerated() {
      guard index < Int(boxCount) else { break }
      read += 1
      while run < styles.count, index > styles[run].last { run += 1 }
      guard run < styles.count, index >= styles[run].first else { continue }
      let area = boxes[index]
      let box = Box(area.x1, area.y1, area.x2, area.y2)
      let font = styles[run].font
      guard box.isPlausible, content.fonts[font].hasPlausibleSize else { continue }
      content.glyphs.append(
        Glyph(
          scalar: SymbolText.seen(scalar, in: content.fonts[font].style), box: box, font: font,
          baseline: origins.baseline(of: box)))
    }
    content.unreadGlyphs = Int(boxCount) - read
  }

  /// A font before its name was looked at.
  private struct FontKey: Hashable {
    let name: String
    let size: Double
    let color: UInt32
  }

  private typealias FontRun = (first: Int, last: Int, font: Int)

  private func fontRuns(in area: inout PopplerRectangle, fonts: inout [Font]) -> [FontRun] {
    let attributes = poppler_page_get_text_attributes_for_area(page, &area)
    defer { poppler_page_free_text_attributes(attributes) }
    var index: [FontKey: Int] = [:]
    var runs: [FontRun] = []
    for item in GListSequence(attributes) {
      guard let attribute = arac_text_attributes(item)?.pointee else { continue }
      let color = attribute.color
      let key = FontKey(
        name: attribute.font_name.map { String(cString: $0) } ?? "",
        size: (attribute.font_size * 100).rounded() / 100,
        color: UInt32(color.red >> 8) << 16 | UInt32(color.green >> 8) << 8
          | UInt32(color.blue >> 8))
      let known = index[key] ?? fonts.count
      if known == fonts.count {
        fonts.append(Font(name: key.name, size: key.size, color: key.color))
        index[key] = known
      }
      runs.append((Int(attribute.start_index), Int(attribute.end_index), known))
    }
    return runs
  }

  private func links(pageHeight: Double) -> [LinkArea] {
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
    var top = topEdge
    if number >= 1, number <= Int(poppler_document_get_n_pages(document)),
      let other = poppler_document_get_page(document, Int32(number - 1))
    {
      top = PDFPage(page: other, document: document).topEdge
      g_object_unref(UnsafeMutableRawPointer(other))
    }
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

private func take(_ string: UnsafeMutablePointer<CChar>?) -> String? {
  guard let string else { return nil }
  defer { g_free(string) }
  return String(cString: string)
}
