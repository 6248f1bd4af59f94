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

  /// The box with what is drawn over its edges, where that ends within `edge` pixels, and with up to
  /// `margin` blank pixels around what is drawn: half of the space where something else follows.
  ///
  /// What reaches in from farther off, but no more than `edge` pixels, is a neighbour's and stays out.
  /// Blank edges wider than the margin stay where they are.
  func framed(_ box: PixelBox, margin: Int, edge: Int) -> PixelBox {
    var box = box
    let columns = Self.widened(box.columns, by: edge, in: whole.columns)
    box.rows = framed(box.rows, in: whole.rows, margin, edge) { isBlank(row: $0, columns) }
    let rows = box.rows
    box.columns = framed(box.columns, in: whole.columns, margin, edge) {
      isBlank(column: $0, rows)
    }
    return box
  }

  private func framed(
    _ range: Range<Int>, in limits: Range<Int>, _ margin: Int, _ edge: Int,
    isBlank: (Int) -> Bool
  ) -> Range<Int> {
    guard range.count > edge + margin else { return range }
    let (lower, upper) = (range.lowerBound, range.upperBound)
    let above = Self.shift(margin, edge, beyond: lower - limits.lowerBound) {
      isBlank(lower - 1 - $0)
    }
    let below = Self.shift(margin, edge, beyond: limits.upperBound - upper) { isBlank(upper + $0) }
    return (lower - above)..<(upper + below)
  }

  /// How far an edge moves outwards. `isBlank` is asked for what lies outside, from 0 to `beyond`,
  /// and for what lies inside, from -1 down.
  private static func shift(
    _ margin: Int, _ edge: Int, beyond: Int, isBlank: (Int) -> Bool
  ) -> Int {
    let free =
      isBlank(-1)
      ? -1
      : (0..<min(edge, beyond)).first(where: isBlank)
        ?? (1..<edge).map { -1 - $0 }.first(where: isBlank)
    guard let free else { return 0 }
    guard let depth = (1...max(margin, 1)).first(where: { !isBlank(free - $0) }) else {
      return free + 1
    }
    let outside = free - depth + 1
    // What follows farther off than two margins is none of the margin's business.
    let most = min(outside + 2 * margin, beyond)
    let blank = (outside..<most).prefix(while: isBlank).count
    let isFollowed = outside + blank < most
    return outside + min(margin, isFollowed ? (blank + 1) / 2 : blank)
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
