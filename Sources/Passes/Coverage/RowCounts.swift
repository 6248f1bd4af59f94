internal import IR

/// How many entries the lists have that are written one entry a line, and how many in a row begin
/// with the same name: `(Velocity, 'left', 1),` four times on end are four of them.
struct RowCounts {
  /// By the position of the line that opens a list, or on which a run of rows begins.
  private(set) var counts: [Int: Int] = [:]
  /// The name that all rows of a run begin with, by the position of the first.
  private(set) var names: [Int: Substring] = [:]

  private static let least = 3
  private static let most = 1_000

  /// The lines in order, each with the white space before it.
  init(_ lines: [(text: String, indent: Int)]) {
    for start in lines.indices where Self.opensList(lines[start].text) {
      let rows = Self.rows(of: lines, after: start)
      guard rows.count >= Self.least, rows.count <= Self.most,
        rows.dropLast().allSatisfy({
          CodeLine.withoutRemark(lines[$0].text[...]).trimmed(of: " ").hasSuffix(",")
        })
      else { continue }
      counts[start] = rows.count
      var at = 0
      while at < rows.count {
        let name = Self.name(lines[rows[at]].text)
        let run = rows[at...].prefix { Self.name(lines[$0].text) == name }
        if let name, run.count >= Self.least {
          counts[rows[at]] = run.count
          names[rows[at]] = name
        }
        at += max(1, run.count)
      }
    }
  }

  /// `rewards = [`: a name that is given a list, and no call.
  private static func opensList(_ line: String) -> Bool {
    let code = CodeLine.withoutRemark(line[...]).trimmed(of: " ")
    guard let last = code.last, last == "[" || last == "(" else { return false }
    return code.dropLast().trimmed(of: " ").last.map { "=:".contains($0) } ?? false
  }

  /// The lines of the first depth below a line, up to where its indentation ends.
  private static func rows(of lines: [(text: String, indent: Int)], after start: Int) -> [Int] {
    guard lines.indices.contains(start + 1) else { return [] }
    let indent = lines[start + 1].indent
    guard indent > lines[start].indent else { return [] }
    return lines.indices.dropFirst(start + 1).prefix { lines[$0].indent >= indent }
      .prefix(most + 1).filter { lines[$0].indent == indent && !lines[$0].text.hasPrefix("#") }
  }

  /// `Velocity` of `(Velocity, 'left', 1),`.
  private static func name(_ row: String) -> Substring? {
    let bare = row.drop { "([{".contains($0) }
    let name = bare.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    let isNamed = name.first?.isLetter ?? false
    return isNamed && name.count > 2 && bare.count < row.count ? name : nil
  }
}
