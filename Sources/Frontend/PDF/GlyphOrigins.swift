internal import CPageTap
internal import IR

/// Where the characters of a page stand, as it draws them.
///
/// poppler gives characters in reading order and with boxes of words; the page draws them in an
/// order of its own. A box and the point where its character was drawn have the left edge in common.
struct GlyphOrigins {
  private let count: Int
  private let origins: UnsafePointer<glyph_origin>?
  /// Behind the last origin that was found: the next is nearly always the next.
  private var next = 0
  /// What was found already is no other character's.
  private var used: [Bool]
  /// Origins by whole points of their left edges; made when it is first needed.
  private var columns: [Int32: [Int32]]?

  private static let tolerance: Float = 0.35
  /// Places looked at for one character; pages that print one over the other get no more.
  private static let patience = 400

  static func clear() { glyph_origins_clear() }

  /// Of the page that was last rendered on this thread.
  init() {
    var noted: UnsafePointer<glyph_origin>?
    count = glyph_origins_noted(&noted)
    origins = noted
    used = Array(repeating: false, count: count)
  }

  /// The baseline of the character in a box, in points from the top of the page.
  mutating func baseline(of box: Box) -> Float? {
    guard let origins, count > 0 else { return nil }
    let (x, top, bottom) = (Float(box.x0), Float(box.y0) - 1, Float(box.y1) + 1)
    func fits(_ index: Int) -> Bool {
      let origin = origins[index]
      return !used[index] && abs(origin.x - x) < Self.tolerance && origin.y > top
        && origin.y < bottom
    }
    if next < count, fits(next) { return take(next) }
    let columns = columns ?? made(origins)
    self.columns = columns
    var best: Int?
    for column in Int32(x - Self.tolerance)...Int32(x + Self.tolerance) {
      for index in (columns[column] ?? []).prefix(Self.patience) where fits(Int(index)) {
        let nearer = best.map { abs(origins[Int(index)].x - x) < abs(origins[$0].x - x) } ?? true
        if nearer { best = Int(index) }
      }
    }
    return best.flatMap { take($0) }
  }

  private mutating func take(_ index: Int) -> Float? {
    used[index] = true
    next = index + 1
    return origins?[index].y
  }

  private func made(_ origins: UnsafePointer<glyph_origin>) -> [Int32: [Int32]] {
    var columns: [Int32: [Int32]] = [:]
    for index in 0..<count { columns[Int32(origins[index].x), default: []].append(Int32(index)) }
    return columns
  }
}
