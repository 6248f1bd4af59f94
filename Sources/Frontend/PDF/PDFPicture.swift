internal import CPoppler
internal import FoundationEssentials
internal import IR

/// What a picture shows: a part of a page, in points of the page as displayed, or as it is after a
/// turn.
struct PictureFrame {
  let box: Box
  var fit: PictureFit?

  /// What has to be drawn for it.
  var drawn: Box { fit.map { box.insetBy(-$0.reach) } ?? box }
}

/// How a picture is fitted to what is drawn in its box and over its edges, with so many points of
/// blank ground beside that.
enum PictureFit {
  /// What is seen of formulas: font sizes tell little of signs that grow.
  case trimmed(margin: Double)
  /// An exhibit: of what is drawn over its edges rules and the edges of letters belong to it.
  case framed(margin: Double)

  /// How far beyond its box, in points, a picture may go.
  fileprivate var reach: Double {
    switch self {
    case .trimmed: 12
    // Ten pixels: what needs no fit is drawn as it would be without.
    case .framed: 4.8
    }
  }

  /// How far rules and letters reach over the edges of their boxes.
  private static let edge = 1.5

  fileprivate func crop(_ ink: InkBounds, scale: Double) -> PixelBox {
    let box = ink.whole.inset(by: Int((reach * scale).rounded()))
    switch self {
    case .trimmed(let margin): return ink.fitted(box, margin: Int(margin * scale))
    case .framed(let margin):
      return ink.framed(box, margin: Int(margin * scale), edge: Int(Self.edge * scale))
    }
  }
}

/// A part of a page as pixels, drawn once for all pictures in it, on white; large parts with fewer
/// dots.
struct PageSheet {
  /// False where poppler gave up in the middle: what came after is missing.
  private(set) var isWhole = false
  private let box: Box
  private let scale: Double
  private let stride: Int
  private let whole: PixelBox
  private var pixels: [UInt8]

  /// A letter page at 300 dots per inch, in 34 megabytes.
  private static let pixelLimit = 8_500_000.0
  /// The least side of a picture: a line of a formula is lower, and gets a white edge.
  private static let leastPixels = 32

  /// Whether a part of a page fits into one sheet without loss.
  static func fits(_ box: Box, dotsPerInch: Double) -> Bool {
    let scale = dotsPerInch / 72
    return box.width * box.height * scale * scale <= pixelLimit
  }

  /// Nil if the part is empty or cannot be drawn.
  init?(_ page: PDFPage, _ box: Box, after turn: TurnedPlace?, dotsPerInch: Double) {
    guard box.isPlausible, box.width > 0, box.height > 0 else { return nil }
    scale = min(
      dotsPerInch / 72, (Self.pixelLimit / (box.width * box.height)).squareRoot())
    let columns = (box.width * scale).rounded(.up)
    let rows = (box.height * scale).rounded(.up)
    guard columns < 32_000, rows < 32_000 else { return nil }
    let (width, height) = (Int32(columns), Int32(rows))
    let stride = cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, width)
    self.box = box
    self.stride = Int(stride)
    whole = PixelBox(columns: 0..<Int(width), rows: 0..<Int(height))
    // White. Kept here, as a surface gives nothing of itself once something failed in it.
    pixels = [UInt8](repeating: 0xFF, count: Int(stride) * Int(height))
    let scale = scale
    isWhole = pixels.withUnsafeMutableBufferPointer { buffer in
      let surface = cairo_image_surface_create_for_data(
        buffer.baseAddress, CAIRO_FORMAT_RGB24, width, height, stride)
      return page.draw(on: surface, box, turn, scale)
    }
  }

  /// A crop of what was drawn; nil if it cannot be written.
  mutating func picture(of frame: PictureFrame) -> Picture? {
    let drawn = frame.drawn
    let part = PixelBox(
      columns: Self.pixels(drawn.x0 - box.x0, drawn.x1 - box.x0, scale, in: whole.columns),
      rows: Self.pixels(drawn.y0 - box.y0, drawn.y1 - box.y0, scale, in: whole.rows))
    guard !part.columns.isEmpty, !part.rows.isEmpty else { return nil }
    let (stride, scale) = (stride, scale)
    return pixels.withUnsafeMutableBufferPointer { buffer in
      let ink = InkBounds(pixels: UnsafeRawBufferPointer(buffer), stride: stride, whole: part)
      let crop = frame.fit?.crop(ink, scale: scale) ?? part
      let start = crop.rows.lowerBound * stride + 4 * crop.columns.lowerBound
      let drawn = cairo_image_surface_create_for_data(
        buffer.baseAddress?.advanced(by: start), CAIRO_FORMAT_RGB24, Int32(crop.columns.count),
        Int32(crop.rows.count), Int32(stride))
      defer { cairo_surface_destroy(drawn) }
      return drawn.flatMap { Self.picture(of: $0, crop) }
    }
  }

  private static func pixels(
    _ start: Double, _ end: Double, _ scale: Double, in limits: Range<Int>
  ) -> Range<Int> {
    // A sheet that has the size of its picture begins and ends with it.
    let first = Int((start * scale + 0.001).rounded(.down))
    let last = Int((end * scale - 0.001).rounded(.up))
    return (first..<max(first, last)).clamped(to: limits)
  }

  private static func picture(of drawn: OpaquePointer, _ crop: PixelBox) -> Picture? {
    let columns = max(crop.columns.count, Self.leastPixels)
    let rows = max(crop.rows.count, Self.leastPixels)
    func encoded(_ surface: OpaquePointer) -> Picture? {
      PNG.bytes(of: UnsafeRawPointer(surface)).map {
        Picture(width: columns, height: rows, base64: Data($0).base64EncodedString())
      }
    }
    if columns == crop.columns.count, rows == crop.rows.count { return encoded(drawn) }
    guard
      let ground = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(columns), Int32(rows))
    else { return nil }
    defer { cairo_surface_destroy(ground) }
    let context = cairo_create(ground)
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    let left = Double((columns - crop.columns.count) / 2)
    let top = Double((rows - crop.rows.count) / 2)
    cairo_set_source_surface(context, drawn, left, top)
    cairo_paint(context)
    let isDrawn = cairo_status(context) == CAIRO_STATUS_SUCCESS
    cairo_destroy(context)
    return isDrawn ? encoded(ground) : nil
  }
}

extension PDFPage {
  /// Returns whether all of it was drawn. Takes the surface.
  fileprivate func draw(
    on surface: OpaquePointer?, _ box: Box, _ turn: TurnedPlace?, _ scale: Double
  ) -> Bool {
    let context = cairo_create(surface)
    defer {
      cairo_destroy(context)
      cairo_surface_destroy(surface)
    }
    cairo_scale(context, scale, scale)
    cairo_translate(context, -box.x0, -box.y0)
    if var matrix = turn?.matrix { cairo_transform(context, &matrix) }
    poppler_page_render(OpaquePointer(handle), context)
    cairo_surface_flush(surface)
    return cairo_status(context) == CAIRO_STATUS_SUCCESS
      && cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
  }
}

extension TurnedPlace {
  /// From points of the page before to those of the page after.
  fileprivate var matrix: cairo_matrix_t {
    switch turn {
    case .none: cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: 1, x0: 0, y0: 0)
    case .left: cairo_matrix_t(xx: 0, yx: -1, xy: 1, yy: 0, x0: 0, y0: width)
    case .half: cairo_matrix_t(xx: -1, yx: 0, xy: 0, yy: -1, x0: width, y0: height)
    case .right: cairo_matrix_t(xx: 0, yx: 1, xy: -1, yy: 0, x0: height, y0: 0)
    }
  }
}

/// Surfaces as PNG.
enum PNG {
  /// Nil if the surface cannot be written.
  static func bytes(of surface: UnsafeRawPointer) -> [UInt8]? {
    let sink = ByteSink()
    let status = cairo_surface_write_to_png_stream(
      OpaquePointer(surface), appendToSink, Unmanaged.passUnretained(sink).toOpaque())
    return status == CAIRO_STATUS_SUCCESS ? sink.bytes : nil
  }
}

private final class ByteSink { var bytes: [UInt8] = [] }

private func appendToSink(
  _ sink: UnsafeMutableRawPointer?, _ data: UnsafePointer<UInt8>?, _ count: UInt32
) -> cairo_status_t {
  guard let sink else { return CAIRO_STATUS_WRITE_ERROR }
  Unmanaged<ByteSink>.fromOpaque(sink).takeUnretainedValue().bytes
    .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
  return CAIRO_STATUS_SUCCESS
}
