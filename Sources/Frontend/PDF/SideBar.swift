internal import IR

/// The bar beside the text of a title page in which journals set addresses, dates and identifiers.
///
/// It stands left of the text, in smaller type, below what reaches over both.
struct SideBar {
  private let page: PageLayout

  init(_ page: PageLayout) { self.page = page }

  private static let leastLines = 5
  /// Of the page's width.
  private static let mostWidth = 0.33

  /// Its lines, top to bottom; none on most pages.
  func lines() -> [TextLine] {
    let wide = page.segments.filter { $0.words.count >= 5 && $0.box.width > 0.4 * page.width }
    guard wide.count >= Self.leastLines, let left = PageLayout.mode(wide.map(\.box.x0)),
      left.count >= Self.leastLines, left.value > 0.2 * page.width
    else { return [] }
    let sizes = wide.filter { abs($0.box.x0 - left.value) < 2 }.map(\.size).sorted()
    let size = sizes[sizes.count / 2]
    // Title and authors begin left of the text and reach over it.
    let above = page.segments.filter {
      $0.box.x0 < left.value - 4 && $0.box.x1 > left.value + 4 && $0.box.midY < page.height / 2
    }
    let top = above.map(\.box.y1).max() ?? 0
    let beside = page.segments.filter { $0.box.x1 < left.value - 2 && $0.box.midY > top }
    let text = beside.filter { $0.words.count > 1 && $0.text.letterCount > 3 }
    guard text.count >= Self.leastLines, beside.allSatisfy({ $0.size < size - 0.6 }),
      let edge = PageLayout.mode(text.map(\.box.x0)), edge.count * 2 > text.count,
      left.value - edge.value < Self.mostWidth * page.width
    else { return [] }
    return beside.sorted { ($0.box.midY, $0.box.x0) < ($1.box.midY, $1.box.x0) }
  }
}
