internal import CPageTap
internal import CPoppler
internal import IR

extension PDFPage {
  private static let markLimit = 200_000
  /// Drawing units per point: coordinates keep an eighth of a point before rounding.
  private static let tapScale = 8.0

  /// Runs the page's content under the tap. At most `limit` corners of paths are kept.
  func readMarks(into content: inout PageContent, corners limit: Int) {
    let scale = Self.tapScale
    var extent = cairo_rectangle_t(
      x: 0, y: 0, width: content.width * scale, height: content.height * scale)
    let surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extent)
    let context = cairo_create(surface)
    defer {
      cairo_destroy(context)
      cairo_surface_destroy(surface)
    }
    cairo_scale(context, scale, scale)
    page_tap_open(UnsafeRawPointer(surface), scale, Self.markLimit, limit)
    poppler_page_render(OpaquePointer(handle), context)
    var marks: UnsafePointer<page_mark>?
    var dropped = 0
    let count = page_tap_close(&marks, &dropped)
    content.droppedMarks = dropped
    content.marks = UnsafeBufferPointer(start: marks, count: count).map(Mark.init)
      .filter(\.box.isPlausible)
    var corners: UnsafePointer<page_point>?
    let cornerCount = page_tap_points(&corners)
    content.corners = UnsafeBufferPointer(start: corners, count: cornerCount).map {
      SIMD2($0.x, $0.y)
    }
  }
}

extension Mark {
  fileprivate init(_ mark: page_mark) {
    kind =
      switch mark.kind {
      case UInt8(PAGE_MARK_STROKE.rawValue): .stroke
      case UInt8(PAGE_MARK_FILL.rawValue): .fill
      case UInt8(PAGE_MARK_IMAGE.rawValue): .image
      default: .clip
      }
    shape =
      switch mark.shape {
      case UInt8(PAGE_MARK_HORIZONTAL.rawValue): .horizontal
      case UInt8(PAGE_MARK_VERTICAL.rawValue): .vertical
      case UInt8(PAGE_MARK_RECTANGLE.rawValue): .rectangle
      default: .other
      }
    box = Box(Double(mark.x0), Double(mark.y0), Double(mark.x1), Double(mark.y1))
    clip = Box(
      Double(mark.clip_x0), Double(mark.clip_y0), Double(mark.clip_x1), Double(mark.clip_y1))
    points = Int(mark.points)
    color = mark.rgb
    lineWidth = mark.line_width
    dash = mark.dash
    alpha = mark.alpha
    corners = Int32(mark.first)..<Int32(mark.first + mark.corners)
  }
}
