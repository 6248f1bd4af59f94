internal import CPoppler
internal import FoundationEssentials
internal import IR

/// A picture of a part of a page.
struct Drawing {
  let picture: Picture
  /// False where poppler gave up in the middle: what came after is missing.
  let isWhole: Bool
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

extension PDFPage {
  /// Pixels of a picture: a letter page at 300 dots per inch, in 34 megabytes.
  private static let pixelLimit = 8_500_000.0
  /// The least side of a picture: a line of a formula is lower, and gets a white edge.
  private static let leastPixels = 32

  /// A crop of the page, on white; of large crops, with fewer dots.
  ///
  /// `box` is in points of the page as displayed, or as it is after a turn; nil if the crop is empty
  /// or cannot be drawn.
  func drawing(
    of core: Box, after turn: TurnedPlace? = nil, dotsPerInch: Double = 150,
    fit: PictureFit? = nil
  ) -> Drawing? {
    guard core.isPlausible, core.width > 0, core.height > 0 else { return nil }
    let box = fit.map { core.insetBy(-$0.reach) } ?? core
    let wanted = dotsPerInch / 72
    let scale = min(wanted, (Self.pixelLimit / (box.width * box.height)).squareRoot())
    let columns = (box.width * scale).rounded(.up)
    let rows = (box.height * scale).rounded(.up)
    guard columns < 32_000, rows < 32_000 else { return nil }
    let (width, height) = (Int32(columns), Int32(rows))
    let stride = cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, width)
    // White. Kept here, as a surface gives nothing of itself once something failed in it.
    var pixels = [UInt8](repeating: 0xFF, count: Int(stride) * Int(height))
    return pixels.withUnsafeMutableBufferPointer { buffer in
      func surface() -> OpaquePointer? {
        cairo_image_surface_create_for_data(
          buffer.baseAddress, CAIRO_FORMAT_RGB24, width, height, stride)
      }
      let isWhole = draw(on: surface(), box, turn, scale)
      let whole = PixelBox(columns: 0..<Int(width), rows: 0..<Int(height))
      let crop =
        fit.map {
          let ink = InkBounds(
            pixels: UnsafeRawBufferPointer(buffer), stride: Int(stride), whole: whole)
          return $0.crop(ink, scale: scale)
        } ?? whole
      let start = crop.rows.lowerBound * Int(stride) + 4 * crop.columns.lowerBound
      let drawn = cairo_image_surface_create_for_data(
        buffer.baseAddress?.advanced(by: start), CAIRO_FORMAT_RGB24, Int32(crop.columns.count),
        Int32(crop.rows.count), stride)
      defer { cairo_surface_destroy(drawn) }
      guard let drawn, let picture = picture(of: drawn, crop) else { return nil }
      return Drawing(picture: picture, isWhole: isWhole)
    }
  }

  private func picture(of drawn: OpaquePointer, _ crop: PixelBox) -> Picture? {
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

  /// Returns whether all of it was drawn. Takes the surface.
  private func draw(
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
