internal import IR

/// Draws what the reader saw over pictures of the pages: `arac text --layout-debug`.
struct LayoutDrawings {
  /// Later pages of a document are not drawn.
  static let pageLimit = 200
  private static let dotsPerInch = 100.0
  /// The longer side of the largest picture, in pixels.
  private static let sizeLimit = 2400.0

  let document: PDFDocument

  func drawings(_ overlays: [PageOverlay]) -> [PageDrawing] {
    overlays.prefix(Self.pageLimit).enumerated().compactMap { index, overlay in
      let picture = document.withPage(index) { self.picture(of: $0, overlay) } ?? nil
      return picture.map { PageDrawing(page: index + 1, picture: $0) }
    }
  }

  private func picture(of page: PDFPage, _ overlay: PageOverlay) -> Picture? {
    let (width, height) = page.size
    let legend = OverlayLegend(width: width)
    let box = Box(0, 0, width, height + legend.height)
    let longest = max(box.width, box.height)
    guard longest.isFinite, longest > 0 else { return nil }
    let scale = min(Self.dotsPerInch / 72, Self.sizeLimit / longest)
    guard let canvas = Canvas(box, scale: scale) else { return nil }
    canvas.draw(page)
    OverlayPainter(canvas: canvas).draw(overlay, pageHeight: height)
    legend.draw(on: canvas, top: height)
    return canvas.picture()
  }
}

/// Draws the shapes of a page.
struct OverlayPainter {
  let canvas: Canvas

  private static let ink = Canvas.Color(red: 0.1, green: 0.1, blue: 0.1)
  private static let arrow = Canvas.Color(red: 0.85, green: 0.1, blue: 0.1)

  func draw(_ overlay: PageOverlay, pageHeight: Double) {
    if let gutter = overlay.gutter {
      canvas.draw([(gutter, 0), (gutter, pageHeight)], Self.ink, line: 0.8, isDashed: true)
    }
    for shape in overlay.shapes { draw(shape) }
    for shape in overlay.flow { draw(shape) }
    for (from, to) in zip(overlay.flow, overlay.flow.dropFirst()) { connect(from.box, to.box) }
    for (index, shape) in overlay.flow.enumerated() {
      canvas.draw(
        String(index + 1), x: max(1, shape.box.x0 - 11), y: shape.box.y0 + 7, size: 7, Self.arrow)
    }
  }

  private func draw(_ shape: PageOverlay.Shape) {
    let isWide = shape.kind == .table || shape.kind == .figure
    let isCell = shape.kind == .cell
    canvas.draw(
      shape.box, shape.kind.color, line: isWide ? 1.6 : isCell ? 0.4 : 0.7,
      opacity: isWide ? 0.04 : isCell ? 0.1 : 0.16)
  }

  /// An arrow from the end of one piece to the beginning of the next.
  private func connect(_ from: Box, _ to: Box) {
    let start = (x: from.x0 + 4, y: from.y1)
    let end = (x: to.x0 + 4, y: to.y0)
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 1 else { return }
    canvas.draw([start, end], Self.arrow, line: 0.5)
    let (ux, uy) = (dx / length, dy / length)
    canvas.draw(
      [
        (end.x - 3 * ux - 1.5 * uy, end.y - 3 * uy + 1.5 * ux), end,
        (end.x - 3 * ux + 1.5 * uy, end.y - 3 * uy - 1.5 * ux),
      ], Self.arrow, line: 0.5)
  }
}

/// The strip below a page that says what the colours stand for.
struct OverlayLegend {
  let width: Double

  private static let row = 11.0
  private static let column = 92.0

  private var columns: Int { max(1, Int(min(width, 10_000) / Self.column)) }
  var height: Double {
    let rows = (PageOverlay.Kind.allCases.count + columns - 1) / columns
    return Double(rows) * Self.row + 6
  }

  func draw(on canvas: Canvas, top: Double) {
    let ink = Canvas.Color(red: 0.1, green: 0.1, blue: 0.1)
    canvas.draw([(0, top), (width, top)], ink, line: 0.5)
    for (index, kind) in PageOverlay.Kind.allCases.enumerated() {
      let x = 6 + Double(index % columns) * Self.column
      let y = top + 4 + Double(index / columns) * Self.row
      canvas.draw(Box(x, y, x + 10, y + 7), kind.color, line: 0.7, opacity: 0.3)
      canvas.draw(kind.rawValue, x: x + 13, y: y + 7, size: 7, ink)
    }
  }
}

extension PageOverlay.Kind {
  fileprivate var color: Canvas.Color {
    switch self {
    case .frontMatter: Canvas.Color(red: 0.5, green: 0.4, blue: 0.1)
    case .heading: Canvas.Color(red: 0.85, green: 0.1, blue: 0.1)
    case .paragraph: Canvas.Color(red: 0.15, green: 0.4, blue: 0.85)
    case .listItem: Canvas.Color(red: 0, green: 0.6, blue: 0.65)
    case .equation: Canvas.Color(red: 0.8, green: 0.1, blue: 0.7)
    case .listing: Canvas.Color(red: 0.5, green: 0.25, blue: 0)
    case .footnote: Canvas.Color(red: 0.45, green: 0.5, blue: 0)
    case .reference: Canvas.Color(red: 0.3, green: 0.35, blue: 0.45)
    case .caption: Canvas.Color(red: 0.95, green: 0.5, blue: 0)
    case .table: Canvas.Color(red: 0, green: 0.5, blue: 0.15)
    case .headerCell: Canvas.Color(red: 0, green: 0.4, blue: 0.3)
    case .cell: Canvas.Color(red: 0.2, green: 0.7, blue: 0.3)
    case .figure: Canvas.Color(red: 0.45, green: 0.15, blue: 0.75)
    case .setApart: Canvas.Color(red: 0.5, green: 0.5, blue: 0.5)
    }
  }
}
