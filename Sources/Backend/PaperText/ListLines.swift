internal import IR

/// The items of one list as lines of Markdown, nested as they are indented on the page.
struct ListLines {
  private(set) var lines: [String] = []
  private var levels: [Level] = []

  private struct Level {
    /// Where the items begin, in points from the page's left edge.
    let x: Double
    /// The top of the last item.
    let y: Double
    let page: Int
    /// Columns of Markdown before an item's mark, and of the last mark.
    let indent: Int
    let width: Int
  }

  private static let bullets = "•◦–▪∙‣●○■□▸►➢⋄\u{FFFD}"
  /// Items of one level begin together, but for the width of their numbers.
  private static let step = 7.0

  /// Adds an item that has no mark of its own.
  mutating func add(_ text: String) { lines.append("- " + text) }

  /// Adds an item as it is printed; `text` gives it without so many characters at its start.
  mutating func add(_ item: String, at location: Location?, text: (_ skipping: Int) -> String) {
    let mark: (text: String, length: Int) = Self.mark(of: item)
    let indent = indent(at: location, width: mark.text.utf8.count)
    lines.append(String(repeating: " ", count: indent) + mark.text + text(mark.length))
  }

  private mutating func indent(at location: Location?, width: Int) -> Int {
    guard case .page(let page, let boxes) = location, let box = boxes.first else { return 0 }
    var indent = 0
    // A new column or page says nothing of the depth.
    if let last = levels.last, last.page == page, last.y < box.y0 {
      if box.x0 > last.x + Self.step {
        indent = last.indent + last.width
      } else {
        while let top = levels.last, levels.count > 1, box.x0 < top.x - Self.step {
          levels.removeLast()
        }
        indent = levels.removeLast().indent
      }
    } else {
      levels = []
    }
    levels.append(Level(x: box.x0, y: box.y0, page: page, indent: indent, width: width))
    return indent
  }

  /// The Markdown mark of an item, and the characters of its own mark that it takes the place of.
  ///
  /// Numbers stay as they are; what Markdown has no mark for stays in the text: `- (a) first`.
  private static func mark(of item: String) -> (text: String, length: Int) {
    guard let first = item.first else { return ("- ", 0) }
    if bullets.contains(first) {
      return ("- ", 1 + item.dropFirst().prefix { $0 == " " }.count)
    }
    let digits = item.prefix { $0.isASCIIDigit }
    guard (1...9).contains(digits.count), item.dropFirst(digits.count).hasPrefix(". ") else {
      return ("- ", 0)
    }
    return (digits + ". ", digits.count + 2)
  }
}
