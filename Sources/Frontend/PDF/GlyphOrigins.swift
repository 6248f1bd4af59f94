internal import CPageTap
internal import IR

/// Where the characters of a page stand, as it draws them.
///
/// poppler gives characters in reading order and with boxes of words; the page draws them in an
/// order of its own. A box and the point where its character was drawn have the left edge in common.
struct GlyphOrigins {
  private let count: Int
  private let origins: UnsafePointer<glyph_origin>?
  /// Whether a clip takes any of them away.
  private let hasClipped: Bool
  /// Behind the last origin that was found: the next is nearly always the next.
  private var next = 0
  /// What was found already is no other character's.
  private var used: [Bool]
  /// Made when it is first needed.
  private var columns: OriginColumns?

  private static let tolerance: Float = 0.35
  /// Places looked at for one character; pages that print one over the other get no more.
  private static let patience = 400

  /// What is noted refers to fonts of the document, and must be cleared before that is closed.
  static func clear() { glyph_origins_clear() }

  /// Of the page that was last rendered on this thread.
  init() {
    var noted: UnsafePointer<glyph_origin>?
    count = glyph_origins_noted(&noted)
    origins = noted
    hasClipped = UnsafeBufferPointer(start: noted, count: count).contains(where: \.is_clipped)
    used = Array(repeating: false, count: count)
  }

  /// The baseline of the character in a box, in points from the top of the page; `size` is that of its
  /// font.
  mutating func baseline(of box: Box, size: Double) -> Float? {
    guard let origins, count > 0 else { return nil }
    let (x, top, bottom) = (Float(box.x0), Float(box.y0) - 1, Float(box.y1) + 1)
    func fits(_ index: Int) -> Bool {
      let origin = origins[index]
      return !used[index] && abs(origin.x - x) < Self.tolerance && origin.y > top
        && origin.y < bottom
    }
    // What a clip takes away may lie over text: then the size tells them apart, and the line as far as
    // boxes do.
    let line = Float(box.y1 - 0.2 * size)
    func misfit(_ index: Int) -> Float {
      let origin = origins[index]
      guard hasClipped else { return abs(origin.x - x) }
      return abs(origin.x - x) + 0.02 * abs(origin.y - line) + 0.2 * abs(origin.size - Float(size))
    }
    if next < count, fits(next), !hasClipped || misfit(next) < Self.tolerance {
      return take(next)
    }
    let columns = columns ?? OriginColumns(UnsafeBufferPointer(start: origins, count: count))
    self.columns = columns
    var best: Int?
    let last = OriginColumns.column(x + Self.tolerance)
    for column in OriginColumns.column(x - Self.tolerance)...last {
      for index in columns[column].prefix(Self.patience) where fits(Int(index)) {
        if best.map({ misfit(Int(index)) < misfit($0) }) ?? true { best = Int(index) }
      }
    }
    return best.flatMap { take($0) }
  }

  /// Whether the character that was looked for last is drawn where a clip takes all of it away, and not
  /// drawn again at its place.
  mutating func wasClipped() -> Bool {
    guard hasClipped, let origins, next > 0, origins[next - 1].is_clipped else { return false }
    let own = origins[next - 1]
    let columns = columns ?? OriginColumns(UnsafeBufferPointer(start: origins, count: count))
    self.columns = columns
    let places = OriginColumns.column(own.x - 0.1)...OriginColumns.column(own.x + 0.1)
    return !places.contains { column in
      columns[column].prefix(Self.patience).contains { index in
        let other = origins[Int(index)]
        return !other.is_clipped && abs(other.x - own.x) < 0.1 && abs(other.y - own.y) < 0.1
      }
    }
  }

  /// Signs of formulas that poppler took for white space: drawn, and no character of the text.
  func lostSigns() -> [LostSign] {
    guard let origins, used.contains(false) else { return [] }
    let signs = [lost_sign](unsafeUninitializedCapacity: Self.mostSigns) { buffer, count in
      count = lost_signs_find(used, buffer.baseAddress, buffer.count)
    }
    return signs.compactMap { sign in
      Unicode.Scalar(sign.scalar).map { scalar in
        let origin = origins[sign.origin]
        return LostSign(
          scalar: scalar, isTall: sign.is_tall, x: Double(origin.x), width: Double(sign.advance),
          top: Double(origin.y + sign.top), bottom: Double(origin.y + sign.bottom),
          baseline: Double(origin.y), size: Double(sign.size))
      }
    }
  }

  /// More than any page of a paper has.
  private static let mostSigns = 1000

  private mutating func take(_ index: Int) -> Float? {
    used[index] = true
    next = index + 1
    return origins?[index].y
  }
}

/// Indexes of origins by whole points of their left edges.
private struct OriginColumns {
  /// Wider than pages are; what is farther off stands in the first and the last column.
  private static let width = 2048

  /// Where each column begins in `indexes`, and where the last ends.
  private var starts = [Int32](repeating: 0, count: width + 1)
  /// By columns, in each of them in the order of drawing.
  private var indexes: [Int32]

  init(_ origins: UnsafeBufferPointer<glyph_origin>) {
    indexes = Array(repeating: 0, count: origins.count)
    for origin in origins { starts[Self.column(origin.x) + 1] += 1 }
    for column in 0..<Self.width { starts[column + 1] += starts[column] }
    var next = starts
    for (index, origin) in origins.enumerated() {
      let column = Self.column(origin.x)
      indexes[Int(next[column])] = Int32(index)
      next[column] += 1
    }
  }

  static func column(_ x: Float) -> Int {
    x > 0 ? Int(min(x, Float(width - 1))) : 0
  }

  subscript(column: Int) -> ArraySlice<Int32> {
    indexes[Int(starts[column])..<Int(starts[column + 1])]
  }
}
