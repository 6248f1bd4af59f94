internal import IR

/// Finds the names of the authors on the lines below the title.
///
/// Title pages are set in stacks, side by side or one below the other, with names on top and
/// affiliations and addresses below them. A name begins a stack, goes on with a list of names,
/// follows an address, or is set in a face of its own.
struct AuthorFinder {
  let lines: [FrontLine]
  /// Indexes of the title's lines.
  let title: Range<Int>

  /// A name with the line that prints it.
  struct Author {
    let name: String
    let line: Int
  }

  private enum Kind {
    case names, contact, other
  }

  /// One run of a line.
  private struct Piece {
    let page: Int
    let box: Box
    let baseline: Double
    let font: String
    let size: Double
    let text: String
    let names: [String]
    var kind: Kind
  }

  /// In the printed order.
  func find() -> [Author] {
    if let labelled = LabelledByline(lines: lines, title: title).authors() { return labelled }
    var authors: [Author] = []
    var seen: Set<String> = []
    var above: [Piece] = []
    /// How the first names are set.
    var style: Piece?
    let isAddress = addressTest()
    let leastStep = leastStep()
    for index in title.upperBound..<max(lines.count, title.upperBound) {
      let line = lines[index]
      if Self.endsAuthors(line.text) || line.flow.page > 2 { break }
      if Self.isLabel(line.text) { continue }
      var row = pieces(of: line)
      // A grid repeats an address under each name.
      let isRepeated = row.count > 1 && Set(row.map(\.text)).count == 1
      let hasContact = row.contains { $0.kind == .contact }
      for place in row.indices where row[place].kind == .names {
        let piece = row[place]
        let upper = above.last {
          $0.page == piece.page && $0.box.overlapsHorizontally(piece.box)
            && ($0.kind == .names || piece.baseline - $0.baseline < 1.4 * leastStep)
        }
        let isSized = style.map { abs($0.size - piece.size) < 1.2 } ?? true
        let isStyled = style.map { $0.font == piece.font } ?? true
        guard !isRepeated, isSized,
          begins(piece, below: upper, isStyled: isStyled, isDistinct: !isAddress(piece.font))
            || upper?.kind == .names
              && (hasContact || isMarked(row) && upper.map { Self.hasMark($0.text) } == true
                || isStyled && row.count == 1 && stacks(at: index))
        else {
          row[place].kind = .other
          continue
        }
        style = style ?? piece
        authors += piece.names.filter { seen.insert($0).inserted }
          .map { Author(name: $0, line: index) }
      }
      above += row
    }
    return authors
  }

  /// Whether names may stand where these stand. `isStyled` tells whether they are set like the first
  /// ones, `isDistinct` whether affiliations are set otherwise.
  private func begins(_ piece: Piece, below upper: Piece?, isStyled: Bool, isDistinct: Bool) -> Bool
  {
    guard let upper, piece.box.y0 - upper.box.y1 < 0.9 * piece.size else { return true }
    return switch upper.kind {
    case .contact: true
    case .names:
      Self.isOpen(upper.text) || isStyled && (isDistinct || piece.names.count > 1)
    case .other: isStyled && piece.font != upper.font
    }
  }

  /// Whether a row of a list of names has the marks that names have, in whatever face it is set: in
  /// some templates the first row alone is bold.
  private func isMarked(_ row: [Piece]) -> Bool {
    row.count > 1 && row.allSatisfy { $0.kind == .names && Self.hasMark($0.text) }
  }

  private static func hasMark(_ text: String) -> Bool {
    text.last.map { "∗*†‡§¶".contains($0) } ?? false
      || text.lastIndex(of: "^").map { !text[$0...].contains(" ") } ?? false
  }

  /// Whether names stand one below the other, over what says where all of them are.
  private func stacks(at index: Int) -> Bool {
    index + 1 < lines.count && NameText.isAffiliation(lines[index + 1].text)
  }

  private func pieces(of line: FrontLine) -> [Piece] {
    line.pieces.map { segment in
      let text = segment.text.normalised
      let names = NameText.names(in: text)
      return Piece(
        page: line.flow.page, box: segment.box, baseline: segment.baseline,
        font: line.fonts[segment.font].name,
        size: segment.size, text: text, names: names,
        kind: NameText.isContact(text) ? .contact : names.isEmpty ? .other : .names)
    }
  }

  /// The least distance of two lines: what stands much further below an address or a place begins a
  /// stack of its own.
  private func leastStep() -> Double {
    let below = lines[title.upperBound...]
    let steps = zip(below, below.dropFirst()).map { $1.flow.line.baseline - $0.flow.line.baseline }
    return zip(steps, below).filter { $0 > 0.8 * $1.flow.line.size }.map(\.0).min() ?? .infinity
  }

  /// Tells the fonts of affiliations: most of these lines are set in the font. Addresses for mail
  /// have a font of their own that tells nothing of other lines; where there are but these, any font
  /// may be.
  private func addressTest() -> (String) -> Bool {
    var counts: [String: Int] = [:]
    var hasContacts = false
    for line in lines[title.upperBound...] {
      if NameText.isAffiliation(line.text) {
        counts[line.font.name, default: 0] += line.text.count
      } else if NameText.isContact(line.text) {
        hasContacts = true
      }
    }
    guard let usual = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else {
      return { [hasContacts] _ in hasContacts }
    }
    return { $0 == usual }
  }

  /// Whether a list of names goes on below: a comma stands at its end, perhaps under a mark, or
  /// `and`.
  private static func isOpen(_ text: String) -> Bool {
    if text.hasSuffix(",") || text.hasSuffix(" and") || text.hasSuffix(" &") { return true }
    guard let mark = text.lastIndex(of: "^"), mark > text.startIndex,
      !text[mark...].contains(where: { $0 == " " })
    else { return false }
    return text[..<mark].hasSuffix(",")
  }

  private static func isLabel(_ text: String) -> Bool {
    ["by", "author", "authors"].contains(text.lowercased().trimmed(of: " :"))
  }

  private static func endsAuthors(_ text: String) -> Bool {
    let key = text.lowercased().filter(\.isLetter)
    return key == "introduction"
      || ["abstract", "articleinfo", "acmreferenceformat"].contains(where: key.hasPrefix)
  }
}
