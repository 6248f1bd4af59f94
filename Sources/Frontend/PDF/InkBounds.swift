/// A part of a picture, in pixels from its upper left corner.
struct PixelBox: Hashable {
  var columns: Range<Int>
  var rows: Range<Int>

  /// Without `edge` pixels at each side; itself where that leaves nothing.
  func inset(by edge: Int) -> PixelBox {
    guard columns.count > 2 * edge, rows.count > 2 * edge else { return self }
    return PixelBox(
      columns: (columns.lowerBound + edge)..<(columns.upperBound - edge),
      rows: (rows.lowerBound + edge)..<(rows.upperBound - edge))
  }
}

/// Where what is drawn ends in a picture: at rows and columns of one colour.
struct InkBounds {
  /// Four bytes a pixel.
  let pixels: UnsafeRawBufferPointer
  /// Bytes of one row.
  let stride: Int
  let whole: PixelBox

  /// The box with what is drawn over its edges and without blank edges, and up to `margin` blank
  /// pixels around it.
  ///
  /// An edge stays where it is if what is drawn over it does not end in the picture.
  func fitted(_ box: PixelBox, margin: Int) -> PixelBox {
    var box = box
    let columns = Self.widened(box.columns, by: margin, in: whole.columns)
    box.rows = fitted(box.rows, in: whole.rows, margin: margin) { isBlank(row: $0, columns) }
    let rows = box.rows
    box.columns = fitted(box.columns, in: whole.columns, margin: margin) {
      isBlank(column: $0, rows)
    }
    return box
  }

  private func fitted(
    _ range: Range<Int>, in limits: Range<Int>, margin: Int, isBlank: (Int) -> Bool
  ) -> Range<Int> {
    guard !range.isEmpty, let first = range.first(where: { !isBlank($0) }),
      let last = range.last(where: { !isBlank($0) })
    else { return range }
    var (lower, upper) = (first, last + 1)
    if first == range.lowerBound {
      let blank = (limits.lowerBound..<first).last(where: isBlank)
      lower = blank.map { $0 + 1 } ?? first
    }
    if last == range.upperBound - 1 {
      let blank = ((last + 1)..<limits.upperBound).first(where: isBlank)
      upper = blank ?? upper
    }
    let above = (max(limits.lowerBound, lower - margin)..<lower).reversed().prefix(while: isBlank)
    let below = (upper..<min(limits.upperBound, upper + margin)).prefix(while: isBlank)
    return (lower - above.count)..<(upper + below.count)
  }

  /// The box with what is drawn over its edges, where that ends within `edge` pixels, and up to
  /// `margin` blank pixels beside that.
  ///
  /// What reaches in from farther off, but no more than `edge` pixels, is a neighbour's and stays out.
  /// Blank edges stay where they are.
  func framed(_ box: PixelBox, margin: Int, edge: Int) -> PixelBox {
    var box = box
    let columns = Self.widened(box.columns, by: edge, in: whole.columns)
    box.rows = framed(box.rows, in: whole.rows, margin, edge) { isBlank(row: $0, columns) }
    let rows = Self.widened(box.rows, by: edge, in: whole.rows)
    box.columns = framed(box.columns, in: whole.columns, margin, edge) {
      isBlank(column: $0, rows)
    }
    return box
  }

  private func framed(
    _ range: Range<Int>, in limits: Range<Int>, _ margin: Int, _ edge: Int,
    isBlank: (Int) -> Bool
  ) -> Range<Int> {
    guard range.count > 2 * edge else { return range }
    var (lower, upper) = (range.lowerBound, range.upperBound)
    if !isBlank(lower) {
      let outside = max(limits.lowerBound, lower - edge)..<lower
      let inside = lower..<(lower + edge)
      if let blank = outside.last(where: isBlank) ?? inside.last(where: isBlank) {
        let beside = max(limits.lowerBound, blank + 1 - margin)..<(blank + 1)
        lower = blank + 1 - beside.reversed().prefix(while: isBlank).count
      }
    }
    if !isBlank(upper - 1) {
      let outside = upper..<min(limits.upperBound, upper + edge)
      let inside = (upper - edge)..<upper
      if let blank = outside.first(where: isBlank) ?? inside.first(where: isBlank) {
        let beside = blank..<min(limits.upperBound, blank + margin)
        upper = blank + beside.prefix(while: isBlank).count
      }
    }
    return lower..<upper
  }

  private func isBlank(row: Int, _ columns: Range<Int>) -> Bool {
    let start = row * stride
    let first = pixel(at: start + 4 * columns.lowerBound)
    return columns.allSatisfy { pixel(at: start + 4 * $0) == first }
  }

  private func isBlank(column: Int, _ rows: Range<Int>) -> Bool {
    let first = pixel(at: rows.lowerBound * stride + 4 * column)
    return rows.allSatisfy { pixel(at: $0 * stride + 4 * column) == first }
  }

  private func pixel(at byte: Int) -> UInt32 {
    pixels.loadUnaligned(fromByteOffset: byte, as: UInt32.self)
  }

  private static func widened(_ range: Range<Int>, by margin: Int, in limits: Range<Int>)
    -> Range<Int>
  {
    max(
      limits.lowerBound, range.lowerBound - margin)..<min(
        limits.upperBound, range.upperBound + margin)
  }
}
