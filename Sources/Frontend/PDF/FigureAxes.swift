internal import IR

/// Tells whether a figure has axes: numbers that rise along a row or a column, or a grid.
struct FigureAxes {
  private let labels: [Label]
  private let words: Int
  private let marks: [Mark]
  private let region: Box

  /// A number that is printed alone, at its place.
  private struct Label {
    let value: Double
    let box: Box
  }

  init(page: PageLayout, region: ExhibitRegion, marks: [Mark]) {
    self.marks = marks
    self.region = region.box
    words = region.lines.reduce(0) { $0 + $1.words.count }
    // `IN 0` names a node; the numbers of an axis have no words beside them.
    labels = region.lines.filter { line in line.words.allSatisfy { Self.value($0.text) != nil } }
      .flatMap(\.words).compactMap { word in
        Self.value(word.text).map { Label(value: $0, box: word.box) }
      }
  }

  /// Whether numbers rise in two directions, or beside bars.
  var areSure: Bool {
    if row >= 2 && column >= 2 { return true }
    return row >= 3 && PlotKindReader(marks: marks, region: region).kind() == .bar
  }

  /// Whether numbers rise in one direction beside what may be a curve, or a grid is drawn.
  var areLikely: Bool {
    if areSure || column >= 3 || row >= 3 && hasCurve { return true }
    // Letters that were turned to outlines cannot be read.
    return words < 8 && hasGrid
  }

  // MARK: Numbers

  private var row: Int { longest(by: \.midY, along: \.midX) }

  /// The axis of the ordinate has its numbers set flush right, or centred.
  private var column: Int {
    max(longest(by: \.x1, along: \.midY), longest(by: \.midX, along: \.midY))
  }

  /// How many labels at most share an edge and rise or fall along the other direction.
  private func longest(by edge: KeyPath<Box, Double>, along place: KeyPath<Box, Double>) -> Int {
    let sorted = labels.sorted { $0.box[keyPath: edge] < $1.box[keyPath: edge] }
    var best = 0
    var first = 0
    for index in sorted.indices
    where index + 1 == sorted.count
      || sorted[index + 1].box[keyPath: edge] - sorted[index].box[keyPath: edge] > 1.5
    {
      let run = sorted[first...index].sorted { $0.box[keyPath: place] < $1.box[keyPath: place] }
      best = max(best, monotone(run.map(\.value)))
      first = index + 1
    }
    return best
  }

  /// The length of the longest stretch that only rises or only falls.
  private func monotone(_ values: [Double]) -> Int {
    var (best, up, down) = (min(values.count, 1), 1, 1)
    for (a, b) in zip(values, values.dropFirst()) {
      up = b > a ? up + 1 : 1
      down = b < a ? down + 1 : 1
      best = max(best, up, down)
    }
    return best
  }

  /// A number as axes print it: `0.5`, `10K`, `−2`, `40%`.
  private static func value(_ word: String) -> Double? {
    var text = word[...]
    var factor = 1.0
    if let last = text.last, let scale = scales[last] {
      text.removeLast()
      factor = scale
    }
    var plain = ""
    for character in text {
      if character == "−" || character == "–" {
        plain += "-"
      } else if character != "," {
        plain.append(character)
      }
    }
    guard plain.contains(where: \.isASCIIDigit),
      plain.allSatisfy({ $0.isASCIIDigit || "+-.eE".contains($0) })
    else { return nil }
    return Double(plain).map { $0 * factor }
  }

  private static let scales: [Character: Double] = [
    "%": 1, "k": 1e3, "K": 1e3, "M": 1e6, "B": 1e9,
  ]

  // MARK: Shapes

  /// A stroke of more points than outlines of boxes have.
  private var hasCurve: Bool {
    marks.contains { mark in
      mark.kind == .stroke && mark.shape == .other && mark.points >= 20
        && mark.box.width > 0.15 * region.width
    }
  }

  /// Three lines of one length across each other's direction.
  private var hasGrid: Bool {
    let horizontal = marks.filter {
      $0.shape == .horizontal && $0.kind == .stroke && $0.box.width > 0.25 * region.width
    }
    let vertical = marks.filter {
      $0.shape == .vertical && $0.kind == .stroke && $0.box.height > 0.15 * region.height
    }
    return hasThree(horizontal.map { ($0.box.x0, $0.box.x1) })
      && hasThree(vertical.map { ($0.box.y0, $0.box.y1) })
  }

  private func hasThree(_ extents: [(Double, Double)]) -> Bool {
    let sorted = extents.sorted { $0 < $1 }
    return zip(sorted, sorted.dropFirst(2)).contains { first, third in
      abs(first.0 - third.0) < 1 && abs(first.1 - third.1) < 1
    }
  }
}
