internal import CPoppler
internal import FoundationEssentials
internal import IR

/// A white picture that is drawn on. Coordinates are points from the top left of the page.
final class Canvas {
  struct Color: Hashable {
    let red: Double
    let green: Double
    let blue: Double
  }

  private let surface: OpaquePointer
  private let context: OpaquePointer
  private let width: Int32
  private let height: Int32

  /// `scale` is pixels per point; nil if the picture would be empty or larger than any page asks for.
  init?(_ box: Box, scale: Double) {
    let columns = (box.width * scale).rounded(.up)
    let rows = (box.height * scale).rounded(.up)
    guard columns > 0, rows > 0, columns < 10_000, rows < 10_000 else { return nil }
    width = Int32(columns)
    height = Int32(rows)
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height) else {
      return nil
    }
    guard let context = cairo_create(surface) else {
      cairo_surface_destroy(surface)
      return nil
    }
    self.surface = surface
    self.context = context
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, scale, scale)
    cairo_translate(context, -box.x0, -box.y0)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  func draw(_ page: PDFPage) {
    cairo_save(context)
    poppler_page_render(OpaquePointer(page.handle), context)
    cairo_restore(context)
  }

  /// Outlines a box and fills it; `opacity` is that of the filling, from 0 to 1.
  func draw(_ box: Box, _ color: Color, line: Double, opacity: Double) {
    if opacity > 0 {
      cairo_rectangle(context, box.x0, box.y0, box.width, box.height)
      set(color, opacity)
      cairo_fill(context)
    }
    guard line > 0 else { return }
    cairo_rectangle(context, box.x0, box.y0, box.width, box.height)
    set(color, 0.9)
    cairo_set_line_width(context, line)
    cairo_stroke(context)
  }

  /// A line through points.
  func draw(
    _ points: [(x: Double, y: Double)], _ color: Color, line: Double, isDashed: Bool = false
  ) {
    guard let first = points.first else { return }
    cairo_move_to(context, first.x, first.y)
    for point in points.dropFirst() { cairo_line_to(context, point.x, point.y) }
    set(color, 0.8)
    cairo_set_line_width(context, line)
    cairo_set_dash(context, [4, 3], isDashed ? 2 : 0, 0)
    cairo_stroke(context)
    cairo_set_dash(context, nil, 0, 0)
  }

  /// Words on a baseline that begins at a point; `size` is in points.
  func draw(_ words: String, x: Double, y: Double, size: Double, _ color: Color) {
    cairo_select_font_face(context, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD)
    cairo_set_font_size(context, size)
    set(color, 1)
    cairo_move_to(context, x, y)
    cairo_show_text(context, words)
    cairo_new_path(context)
  }

  private func set(_ color: Color, _ opacity: Double) {
    cairo_set_source_rgba(context, color.red, color.green, color.blue, opacity)
  }

  /// What was drawn; nil if it cannot be written.
  func picture() -> Picture? {
    cairo_surface_flush(surface)
    return PNG.bytes(of: UnsafeRawPointer(surface)).map { bytes in
      Picture(width: Int(width), height: Int(height), base64: Data(bytes).base64EncodedString())
    }
  }
}
