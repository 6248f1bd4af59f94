internal import CPoppler
internal import IR

/// Reads on behind a NUL, at which poppler's text of a page ends though its boxes go on.
///
/// A font without a map to Unicode gives two bytes for each glyph, its number: what it shows is not
/// known. The text of every other line is asked for by the place of the line, and counts where it is
/// as long as the line has boxes; else that of each character is asked for.
struct TextBehindNUL {
  let page: OpaquePointer
  /// Of all characters of the page, those between words and at ends of lines included.
  let boxes: UnsafeBufferPointer<PopplerRectangle>

  /// Each request looks at every block of the page.
  private static let mostRequests = 4000
  private var requests = 0

  init(page: OpaquePointer, boxes: UnsafeBufferPointer<PopplerRectangle>) {
    self.page = page
    self.boxes = boxes
  }

  /// Scalars with their indexes in `boxes`.
  private(set) var characters: [(index: Int, scalar: Unicode.Scalar)] = []
  /// Characters that could not be read.
  private(set) var unread = 0

  /// Reads the characters from an index on.
  mutating func read(from start: Int) {
    var index = start
    while index < boxes.count {
      guard requests < Self.mostRequests else {
        unread += boxes.count - index
        return
      }
      // The box of a line's end has no width.
      let end = boxes[index...].firstIndex { $0.x1 == $0.x2 } ?? boxes.count
      if index < end { readLine(index..<end) }
      if end < boxes.count { characters.append((end, "\n")) }
      index = end + 1
    }
  }

  private mutating func readLine(_ line: Range<Int>) {
    let all = boxes[line]
    let middle = ((all.map(\.y1).min() ?? 0) + (all.map(\.y2).max() ?? 0)) / 2
    let text = text(
      from: all.map(\.x1).min() ?? 0, to: all.map(\.x2).max() ?? 0, at: middle)
    if text.count == line.count, !text.contains("\n") {
      for (index, scalar) in zip(line, text) { characters.append((index, scalar)) }
      return
    }
    var isFirstHalf = false
    for index in line {
      let box = boxes[index]
      let center = (box.x1 + box.x2) / 2
      let found = self.text(from: center, to: center, at: (box.y1 + box.y2) / 2)
      if let scalar = found.first, found.count == 1 {
        if isFirstHalf, isSecondHalf(index) {
          unread += 1
        } else {
          characters.append((index, scalar))
        }
        isFirstHalf = false
      } else {
        // What has no text is the first half of a number, or a space.
        characters.append((index, " "))
        isFirstHalf = true
      }
    }
  }

  /// Whether two boxes are the halves of a glyph, whose number has two bytes.
  private func isSecondHalf(_ index: Int) -> Bool {
    let (first, second) = (boxes[index - 1], boxes[index])
    return first.y1 == second.y1 && first.x2 == second.x1
      && abs((first.x2 - first.x1) - (second.x2 - second.x1)) < 0.01
  }

  /// What stands at a height of the page, in points from the top left.
  private mutating func text(from left: Double, to right: Double, at y: Double) -> [Unicode.Scalar]
  {
    requests += 1
    var area = PopplerRectangle(x1: left, y1: y, x2: right, y2: y)
    guard let text = poppler_page_get_text_for_area(page, &area) else { return [] }
    defer { g_free(text) }
    return String(cString: text).unicodeScalars.filter { !(0x202A...0x202C).contains($0.value) }
  }
}
