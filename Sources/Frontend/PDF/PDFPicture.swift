internal import CPoppler
internal import FoundationEssentials
internal import IR

extension PDFPage {
  /// A crop of the page as displayed, on white.
  ///
  /// `box` is in points; nil if the crop is empty or cannot be drawn.
  func picture(of box: Box, dotsPerInch: Double = 150) -> Picture? {
    let scale = dotsPerInch / 72
    let columns = (box.width * scale).rounded(.up)
    let rows = (box.height * scale).rounded(.up)
    guard columns > 0, rows > 0, columns < 10_000, rows < 10_000 else { return nil }
    let (width, height) = (Int32(columns), Int32(rows))
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height),
      let context = cairo_create(surface)
    else { return nil }
    defer {
      cairo_destroy(context)
      cairo_surface_destroy(surface)
    }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, scale, scale)
    cairo_translate(context, -box.x0, -box.y0)
    poppler_page_render(OpaquePointer(handle), context)
    cairo_surface_flush(surface)
    let sink = ByteSink()
    let status = cairo_surface_write_to_png_stream(
      surface, appendToSink, Unmanaged.passUnretained(sink).toOpaque())
    guard status == CAIRO_STATUS_SUCCESS else { return nil }
    return Picture(
      width: Int(width), height: Int(height), base64: Data(sink.bytes).base64EncodedString())
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
