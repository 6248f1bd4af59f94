/// Flows a paper down one column of sheets: lines are broken, pages are turned.
package struct PDFTypesetter {
  private var finished: [PDFSheet] = []
  private var sheet = PDFSheet()
  private var y = PDFTypesetter.top

  private static let left = 72.0
  private static let width = 468.0
  private static let top = 720.0
  private static let bottom = 72.0

  package init() {}

  package var fixture: PDFFixture { PDFFixture(finished + [sheet]) }

  package mutating func title(_ text: String) {
    line(text, size: 17, face: .bold, after: 14)
  }

  package mutating func byline(_ text: String) { line(text, size: 11, after: 10) }

  package mutating func heading(_ text: String) {
    turn(ifBelow: 60)
    y -= 8
    line(text, size: 13, face: .bold, after: 5)
  }

  package mutating func paragraph(_ text: String) {
    for part in Self.broken(text) { line(part, size: 10, after: 2) }
    y -= 6
  }

  /// A caption above a grid between rules, with a rule under the first row.
  package mutating func table(_ caption: String, rows: [[String]]) {
    turn(ifBelow: 80 + 14 * Double(rows.count))
    for part in Self.broken(caption) { line(part, size: 10, after: 2) }
    y -= 2
    let column = Self.width / Double(rows.first?.count ?? 1)
    sheet.rule(x: Self.left, y: y, width: Self.width, thickness: 1)
    for (index, row) in rows.enumerated() {
      y -= 13
      for (place, cell) in row.enumerated() {
        sheet.text(cell, x: Self.left + column * Double(place), y: y)
      }
      if index == 0 || index == rows.count - 1 {
        sheet.rule(x: Self.left, y: y - 4, width: Self.width)
        y -= 4
      }
    }
    y -= 24
  }

  /// A picture above its caption.
  package mutating func figure(_ caption: String) {
    turn(ifBelow: 170)
    y -= 120
    sheet.picture(x: Self.left + 80, y: y, width: 300, height: 115)
    y -= 16
    for part in Self.broken(caption) { line(part, size: 10, after: 2) }
    y -= 14
  }

  private mutating func line(
    _ text: String, size: Double, face: PDFSheet.Face = .roman, after space: Double
  ) {
    turn(ifBelow: size)
    y -= size
    sheet.text(text, x: Self.left, y: y, size: size, face: face)
    y -= space
  }

  private mutating func turn(ifBelow height: Double) {
    guard y - height < Self.bottom else { return }
    finished.append(sheet)
    sheet = PDFSheet()
    y = Self.top
  }

  private static let charactersPerLine = 98

  private static func broken(_ text: String) -> [String] {
    text.split(separator: " ").reduce(into: [String]()) { lines, word in
      guard let last = lines.last, last.count + word.count < charactersPerLine else {
        return lines.append(String(word))
      }
      lines[lines.count - 1] = last + " " + word
    }
  }
}
