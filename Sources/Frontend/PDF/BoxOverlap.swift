internal import IR

extension Box {
  /// Whether most of the other box lies inside; a line counts by its length.
  func holdsMost(of other: Box) -> Bool {
    let shared = other.clipped(to: self)
    let width = (shared.width + 1) / (other.width + 1)
    let height = (shared.height + 1) / (other.height + 1)
    return shared.width > -2 && shared.height > -2 && width * height > 0.6
  }

  func clipped(to other: Box) -> Box {
    Box(max(x0, other.x0), max(y0, other.y0), min(x1, other.x1), min(y1, other.y1))
  }
}
