internal import IR

/// How far the picture of an exhibit may reach over its box: its frame and the edges of its letters
/// stand there, but nothing of its neighbours.
struct PictureMargins {
  /// Of the text of each page.
  private let lines: [Int: [Box]]

  init(_ regions: [Region]) {
    lines = regions.reduce(into: [:]) { lines, region in
      guard case .page(let page, let box) = region.place else { return }
      lines[page, default: []].append(box)
    }
  }

  /// The box with up to `most` points at each side, or half of the space to the text beside it.
  func around(_ box: Box, on page: Int, most: Double) -> Box {
    var (left, top, right, bottom) = (most, most, most, most)
    for line in lines[page] ?? [] {
      if line.overlapsHorizontally(box, by: 1) {
        if line.midY < box.y0 { top = min(top, (box.y0 - line.y1) / 2) }
        if line.midY > box.y1 { bottom = min(bottom, (line.y0 - box.y1) / 2) }
      }
      if line.overlapsVertically(box, by: 1) {
        if line.midX < box.x0 { left = min(left, (box.x0 - line.x1) / 2) }
        if line.midX > box.x1 { right = min(right, (line.x0 - box.x1) / 2) }
      }
    }
    return Box(
      box.x0 - max(left, 0), box.y0 - max(top, 0), box.x1 + max(right, 0), box.y1 + max(bottom, 0))
  }
}
