internal import CPageTap
internal import CPoppler
internal import IR

/// poppler and what it stands on, loaded when they are first asked for.
enum PDFLibraries {
  /// Why they are not at hand; nil if they are.
  static let problem = arac_load_poppler().map { String(cString: $0) }
}

/// A PDF opened with poppler. One document, one thread: poppler's documents share unlocked state.
///
/// All coordinates that leave this file are points from the top left of the page as displayed.
final class PDFDocument {
  private let document: OpaquePointer
  private let fonts = FontTable()

  enum OpenError: Error {
    case encrypted
    case damaged(String)
  }

  /// Opens the document of `bytes`, which stand in the file at `path`.
  ///
  /// poppler 22 frees the bytes of a document in memory and reads them again where a password does
  /// not open it, so passwords are tried on the file.
  init(bytes: PDFBytes, path: String, password: String?) throws(OpenError) {
    do throws(OpenError) {
      document = try Self.open(bytes)
    } catch {
      guard case .encrypted = error, let password else { throw error }
      document = try Self.open(path, password)
    }
  }

  private static func open(_ bytes: PDFBytes) throws(OpenError) -> OpaquePointer {
    var error: UnsafeMutablePointer<GError>?
    let document = poppler_document_new_from_bytes(bytes.shared, nil, &error)
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
    return body(PDFPage(page: page, document: document, fonts: fonts))
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

/// The bytes of a PDF, read once and shared with poppler, which keeps them as long as it needs them.
final class PDFBytes {
  /// What poppler takes: the file, and its fonts unpacked behind it.
  fileprivate let shared: OpaquePointer
  private let fileSize: Int

  /// nil if the file cannot be read to its end, or memory does not hold it.
  init?(_ file: InputFile) {
    guard PDFLibraries.problem == nil, let memory = g_try_malloc(gsize(max(file.size, 1))) else {
      return nil
    }
    let buffer = UnsafeMutableRawBufferPointer(start: memory, count: file.size)
    fileSize = file.read(at: 0, into: buffer)
    let bytes = file.didFail ? nil : Self.bytes(memory, count: fileSize)
    guard let bytes else {
      g_free(memory)
      return nil
    }
    shared = bytes
  }

  /// Takes over `memory`, which has the bytes of a file.
  private static func bytes(_ memory: gpointer, count: Int) -> OpaquePointer? {
    let file = UnsafeBufferPointer(start: memory.assumingMemoryBound(to: UInt8.self), count: count)
    let fonts = UnpackedFonts.update(of: file) ?? []
    // Where memory does not hold them, the file does without.
    guard !fonts.isEmpty, let grown = g_try_realloc(memory, gsize(count + fonts.count)) else {
      return g_bytes_new_take(memory, gsize(count))
    }
    (grown + count).copyMemory(from: fonts, byteCount: fonts.count)
    return g_bytes_new_take(grown, gsize(count + fonts.count))
  }

  deinit { g_bytes_unref(shared) }

  /// Of the file alone.
  func sha256() -> String {
    let start = g_bytes_get_data(shared, nil)
    var digest = Digest.Stream(.sha256)
    digest.update(UnsafeRawBufferPointer(start: start, count: fileSize))
    return digest.finish()
  }
}

/// A page of an open document; valid only inside `PDFDocument.withPage`.
struct PDFPage {
  fileprivate let page: OpaquePointer
  fileprivate let document: OpaquePointer
  let fonts: FontTable

  /// The page for the other files that call poppler; what it points to is theirs to know.
  var handle: UnsafeRawPointer { UnsafeRawPointer(page) }
  var documentHandle: UnsafeRawPointer { UnsafeRawPointer(document) }

  var size: (width: Double, height: Double) {
    var width = 0.0
    var height = 0.0
    poppler_page_get_size(page, &width, &height)
    return (width, height)
  }

  /// Of a page of the same document, from 1; nil if there is no such page.
  func topEdge(ofPage number: Int) -> Double? {
    guard number >= 1, number <= Int(poppler_document_get_n_pages(document)),
      let other = poppler_document_get_page(document, Int32(number - 1))
    else { return nil }
    defer { g_object_unref(UnsafeMutableRawPointer(other)) }
    return PDFPage(page: other, document: document, fonts: fonts).topEdge
  }

  /// Text, marks and links. Annotations are removed first: readers' notes are no content.
  /// At most `corners` corners of paths are kept.
  func content(corners limit: Int) -> PageContent {
    let (width, height) = size
    var content = PageContent(width: width, height: height)
    content.links = links(pageHeight: height)
    arac_remove_annotations(page)
    GlyphOrigins.clear()
    defer { GlyphOrigins.clear() }
    readMarks(into: &content, corners: limit)
    readText(into: &content)
    content.setHiddenTextApart()
    content.readUnderscores()
    return content
  }
}

private func take(_ string: UnsafeMutablePointer<CChar>?) -> String? {
  guard let string else { return nil }
  defer { g_free(string) }
  return String(cString: string)
}
