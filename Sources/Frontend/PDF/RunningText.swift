internal import IR

/// The lines of a page that are text of the paper rather than of its tables and figures.
struct RunningText {
  /// Lines of paragraphs as wide as their column, and headings.
  private(set) var lines: [TextLine] = []
  /// What else belongs to paragraphs: their short last lines, and those in smaller type.
  private(set) var others: [TextLine] = []

  private let page: PageLayout
  private let style: DocumentStyle
  private let captionLines: Set<Position>
  /// Lines that share their row and column with another one.
  private let crowded: Set<Position>
  /// Where drawings are framed: text in a frame belongs to it.
  private let frames: [Box]
  /// Those that stand on the caption of a figure: text of any size in them is the figure's.
  private let captioned: [Box]

  init(page: PageLayout, captionLines: Set<Position>, style: DocumentStyle) {
    self.page = page
    self.captionLines = captionLines
    self.style = style
    let rows = Self.rows(of: page)
    crowded = Self.crowded(rows, page)
    frames = Self.frames(of: page, bodySize: style.bodySize)
    captioned = Self.stacked(
      frames,
      on: page.segments.filter {
        captionLines.contains(Position($0.box)) && CaptionStart($0.text)?.label.kind == .figure
      })
    lines = page.segments.filter { isRunning($0) || isHeading($0) }
    let known = Set(lines.map { Position($0.box) })
    others = page.segments.filter { !known.contains(Position($0.box)) && isSmallRunning($0) }
    others += narrow(in: rows)
    others += continuations(in: rows)
  }

  /// The narrow lines of paragraphs that stand beside a caption: text runs around its figure.
  func beside(_ caption: Caption) -> [TextLine] {
    let near = Box(0, caption.box.y0 - 4 * style.bodySize, page.width, caption.box.y1)
    let rows = page.segments.filter { line in
      near.overlapsVertically(line.box, by: 0.5 * line.size)
        && !line.box.overlapsHorizontally(caption.box, by: -2) && isSetAsText(line)
        && page.side(of: line.box) == page.side(of: caption.box)
    }
    return [rows.filter { $0.box.x1 < caption.box.x0 }, rows.filter { $0.box.x0 > caption.box.x1 }]
      .filter(isStack).flatMap { $0 }
  }

  /// The smallest frame around a caption that has room for its figure.
  func frame(around caption: Caption) -> Box? {
    frames.filter {
      $0.contains(caption.box, slack: 1) && $0.height > caption.box.height + 4 * style.bodySize
    }.min { $0.width * $0.height < $1.width * $1.height }
  }

  // MARK: Wide lines

  /// A line of a paragraph: of body size, nearly as wide as its column, alone in its row.
  private func isRunning(_ line: TextLine) -> Bool {
    let width = width(around: line)
    guard abs(line.size - style.bodySize) < 0.7, line.words.count >= 5,
      line.box.width > 0.62 * width, !captionLines.contains(Position(line.box)),
      line.box.width > 0.85 * width || !crowded.contains(Position(line.box))
    else { return false }
    return isMostlyLetters(line) && !captioned.contains { $0.contains(line.box) }
  }

  /// A line as wide as its column in smaller type: appendices and examples are set in it.
  private func isSmallRunning(_ line: TextLine) -> Bool {
    guard line.size < style.bodySize - 0.6, line.size > style.bodySize - 2.2,
      line.words.count >= 8, line.box.width > 0.8 * width(around: line),
      !crowded.contains(Position(line.box)), !captionLines.contains(Position(line.box))
    else { return false }
    return isInBodyFace(line) && isMostlyLetters(line) && !isFramed(line)
  }

  /// A line like a heading: bold or large, alone at the left edge of its column.
  private func isHeading(_ line: TextLine) -> Bool {
    let left = page.extent(of: page.side(of: line.box)).lowerBound
    let isStrong = page.fonts[line.font].style.isBold || line.size > style.bodySize + 0.7
    // Larger than any heading is a word of a poster, or one that is not seen.
    let least = isNumbered(line) ? 2 : 0.3
    guard isStrong, line.size > style.bodySize - least, line.size < 1.8 * style.bodySize,
      abs(line.box.x0 - left) < 4,
      line.words.count < 14, !captionLines.contains(Position(line.box)),
      page.text(of: line).letterCount > 3
    else { return false }
    guard crowded.contains(Position(line.box)) else { return true }
    return !page.segments.contains { other in
      abs(other.box.midY - line.box.midY) < 0.3 * line.size
        && other.box.x0 - line.box.x1 > 1.5 * line.size
        && page.side(of: other.box) == page.side(of: line.box)
    }
  }

  /// Whether a line begins with the number of a subsection. The names of a drawing may have numbers of
  /// one part.
  private func isNumbered(_ line: TextLine) -> Bool {
    guard let number = HeadingNumber(line.text.words()), number.ordinals.count > 1 else {
      return false
    }
    return line.words.count > number.words && !isFramed(line)
  }

  private func width(around line: TextLine) -> Double {
    let extent = page.extent(of: page.side(of: line.box))
    return extent.upperBound - extent.lowerBound
  }

  // MARK: Short lines

  /// Paragraphs of three lines or more that begin at the left edge and reach over a part of their
  /// column: the page has more columns than it shows, or a figure beside them.
  private func narrow(in rows: [[TextLine]]) -> [TextLine] {
    let known = Set((lines + others).map { Position($0.box) })
    var runs: [[TextLine]] = []
    for line in rows.flatMap({ $0 }) {
      let left = page.extent(of: page.side(of: line.box)).lowerBound
      guard isSetAsText(line), line.words.count >= 5, abs(line.box.x0 - left) < 3,
        !crowded.contains(Position(line.box)), !known.contains(Position(line.box)), !isFramed(line)
      else { continue }
      if let last = runs.last?.last, continues(last, with: line) {
        runs[runs.count - 1].append(line)
      } else {
        runs.append([line])
      }
    }
    return runs.filter { $0.count >= 3 }.flatMap { $0 }
  }

  /// The lines right below those of paragraphs that are set like them and begin where they do.
  private func continuations(in rows: [[TextLine]]) -> [TextLine] {
    let known = Set((lines + others).map { Position($0.box) })
    var found: [TextLine] = []
    /// The last line of a paragraph that was seen in each column.
    var above: [Side: TextLine] = [:]
    for row in rows {
      for side in [Side.left, .right, .full] {
        let own = row.filter { page.side(of: $0.box) == side }
        guard let first = own.first else { continue }
        if let line = own.first(where: { known.contains(Position($0.box)) }) {
          above[side] = line
        } else if let last = above[side], continues(last, with: first) {
          found += own.prefix {
            // Small print farther off is a label beside the text.
            $0.box.x0 - first.box.x1 < ($0.size < first.size - 1.5 ? 12 : 60)
              && $0.size < first.size + 0.6 && !isCaption($0)
          }
          above[side] = first
        } else {
          above[side] = nil
        }
      }
    }
    return found
  }

  private func continues(_ last: TextLine, with line: TextLine) -> Bool {
    let gap = line.box.y0 - last.box.y1
    let left = page.extent(of: page.side(of: line.box)).lowerBound
    return abs(line.size - last.size) < 0.4 && gap < style.lineGap + 0.25 * line.size
      && gap > -0.6 * line.size && line.box.midY > last.box.midY
      && (isInBodyFace(line) || page.fonts[line.font].style.isMath)
      && (abs(line.box.x0 - last.box.x0) < 3 || abs(line.box.x0 - left) < 3)
      && !isCaption(line) && !isCutOff(last, line)
  }

  /// Whether a rule stands between two lines: below it a table begins.
  private func isCutOff(_ last: TextLine, _ line: TextLine) -> Bool {
    page.marks.contains { mark in
      mark.shape == .horizontal && mark.kind != .clip && mark.box.width > 20
        && mark.box.midY > last.box.midY && mark.box.midY < line.box.midY
        && mark.box.overlapsHorizontally(line.box)
    }
  }

  // MARK: Text beside figures

  /// Three lines or more that begin or end together.
  private func isStack(_ lines: [TextLine]) -> Bool {
    guard lines.count >= 3 else { return false }
    return [\Box.x0, \Box.x1].contains { edge in
      let values = lines.map { $0.box[keyPath: edge] }.sorted()
      let middle = values[values.count / 2]
      return values.count { abs($0 - middle) < 2 } * 3 >= values.count * 2
    }
  }

  private func isSetAsText(_ line: TextLine) -> Bool {
    line.words.count >= 3 && abs(line.size - style.bodySize) < 0.7 && isInBodyFace(line)
      && !captionLines.contains(Position(line.box)) && isMostlyLetters(line)
  }

  // MARK: One line

  private func isCaption(_ line: TextLine) -> Bool { captionLines.contains(Position(line.box)) }

  private func isInBodyFace(_ line: TextLine) -> Bool {
    page.fonts[line.font].family == style.bodyFamily
  }

  private func isMostlyLetters(_ line: TextLine) -> Bool {
    let text = page.text(of: line)
    return text.letterCount * 10 > text.count * 6
  }

  private func isFramed(_ line: TextLine) -> Bool {
    frames.contains { $0.contains(line.box) }
  }

  // MARK: Pages

  /// Lines on one baseline, top to bottom, each row left to right.
  private static func rows(of page: PageLayout) -> [[TextLine]] {
    var rows: [[TextLine]] = []
    for line in page.segments.sorted(by: { ($0.box.midY, $0.box.x0) < ($1.box.midY, $1.box.x0) }) {
      if let first = rows.last?.first, line.box.midY - first.box.midY < 0.3 * first.size {
        rows[rows.count - 1].append(line)
      } else {
        rows.append([line])
      }
    }
    return rows.map { $0.sorted { $0.box.x0 < $1.box.x0 } }
  }

  private static func crowded(_ rows: [[TextLine]], _ page: PageLayout) -> Set<Position> {
    var crowded: Set<Position> = []
    for row in rows where row.count > 1 {
      for side in [Side.left, .right, .full] {
        let own = row.filter { page.side(of: $0.box) == side }
        if own.count > 1 { crowded.formUnion(own.map { Position($0.box) }) }
      }
    }
    return crowded
  }

  /// At most so many are looked at: a page of frames is a drawing as a whole.
  private static let frameLimit = 64

  private static func frames(of page: PageLayout, bodySize: Double) -> [Box] {
    let most = 0.6 * page.width * page.height
    var frames: [Box] = []
    for mark in page.marks where mark.kind == .stroke || mark.kind == .fill {
      let box = mark.seen
      let isLarge = box.height > 2.5 * bodySize && box.width > 0.3 * page.width
      guard isLarge, box.width * box.height < most else { continue }
      frames.append(box)
      if frames.count == frameLimit { break }
    }
    return frames + ruledFrames(of: page, bodySize: bodySize)
  }

  /// Frames of four rules each, as TeX sets them.
  private static func ruledFrames(of page: PageLayout, bodySize: Double) -> [Box] {
    let rules = page.marks.filter { $0.kind != .clip && $0.kind != .image }
    let sides = rules.filter { $0.shape == .vertical && $0.box.height > 2.5 * bodySize }
      .prefix(frameLimit).map(\.box)
    let ends = rules.filter { $0.shape == .horizontal && $0.box.width > 0.3 * page.width }
      .prefix(4 * frameLimit).map(\.box)
    func closes(_ box: Box, at y: Double) -> Bool {
      ends.contains {
        abs($0.midY - y) < 2 && abs($0.x0 - box.x0) < 2 && abs($0.x1 - box.x1) < 2
      }
    }
    return sides.flatMap { left in
      sides.filter { $0.x0 > left.x1 && abs($0.y0 - left.y0) < 2 && abs($0.y1 - left.y1) < 2 }
        .map { left.union($0) }.filter { closes($0, at: $0.y0) && closes($0, at: $0.y1) }
    }
  }

  /// The frames that stand right above captions, and those right above them.
  private static func stacked(_ frames: [Box], on captions: [TextLine]) -> [Box] {
    var found: [Box] = []
    var below = captions.map(\.box)
    while let box = below.popLast() {
      for frame in frames where !found.contains(frame) && frame.overlapsHorizontally(box, by: 10) {
        guard (-2...30).contains(box.y0 - frame.y1) else { continue }
        found.append(frame)
        below.append(frame)
      }
    }
    return found
  }
}
