internal import IR

/// A line before the first section, with its place in the paper's text.
struct FrontLine {
  let flow: FlowLine
  /// Of the line's page.
  let fonts: [Font]
  let span: SourceSpan
  let text: String

  /// The font of most of its characters.
  var font: Font {
    let index = flow.line.font
    return index < fonts.count ? fonts[index] : Font(name: "", size: flow.line.size, color: 0)
  }
}

/// Reads title and authors off the lines before the abstract.
struct FrontMatter {
  let lines: [FrontLine]
  let bodySize: Double
  /// The PDF's own title field, where it has one.
  let documentTitle: String?

  /// Indexes of the title's lines.
  func titleLines() -> Range<Int> {
    if let printed = documentTitleLines() { return printed }
    let upper = lines.prefix { $0.flow.page == 1 }
    guard let largest = upper.map(\.flow.line.size).max() else { return 0..<0 }
    guard
      let start = upper.firstIndex(where: { $0.flow.line.size > largest - 0.4 && $0.text.count > 3 }
      )
    else {
      return 0..<0
    }
    var end = start + 1
    while end < upper.count, abs(lines[end].flow.line.size - largest) < 0.4,
      largest > bodySize + 0.5 || lines[end].font.name == lines[start].font.name, end - start < 6
    {
      end += 1
    }
    // A subtitle goes on below in the same font.
    while end < upper.count, lines[end - 1].text.hasSuffix(":"),
      lines[end].font.family == lines[start].font.family,
      lines[end].flow.line.size > bodySize + 0.5
    {
      end += 1
    }
    return start..<end
  }

  /// The lines that together are the title that the PDF names.
  private func documentTitleLines() -> Range<Int>? {
    guard let title = documentTitle.map(Self.letters), title.count > 8 else { return nil }
    for start in lines.indices {
      var collected = ""
      for end in start..<min(start + 6, lines.count) {
        collected += Self.letters(lines[end].text)
        if collected == title { return start..<(end + 1) }
        guard title.hasPrefix(collected) else { break }
      }
    }
    return nil
  }

  private static func letters(_ text: String) -> String {
    text.lowercased().filter { $0.isAlphanumeric }
  }

  // MARK: Authors

  /// A name with the line that prints it.
  struct Author {
    let name: String
    let line: Int
  }

  /// One run of a line: grids of authors have several.
  private struct Piece {
    let text: String
    let font: String
    let size: Double
    let names: [String]
  }

  /// The names in the printed order, from the lines after the title.
  ///
  /// Names come first, or after a space or an address; a further line of names is set like the
  /// first, or goes on with a list.
  func authors(after title: Range<Int>) -> [Author] {
    var authors: [Author] = []
    var style: Piece?
    var expectsNames = true
    var seen: Set<String> = []
    let addressFont = addressFont(after: title)
    for index in title.upperBound..<max(lines.count, title.upperBound) {
      let line = lines[index]
      if Self.endsAuthors(line.text) || line.flow.page > 2 { break }
      if let gap = line.flow.gapAbove, gap > 0.9 * line.flow.line.size { expectsNames = true }
      let pieces = pieces(of: line)
      // A grid repeats an address under each name.
      let isRepeated = pieces.count > 1 && Set(pieces.map(\.text)).count == 1
      let named = pieces.filter { piece in
        guard !piece.names.isEmpty, !isRepeated else { return false }
        return style.map { abs($0.size - piece.size) < 1.2 } ?? true
      }
      let found = named.flatMap(\.names)
      let continues = authors.last.map { Self.isOpen(lines[$0.line].text) } ?? false
      let isStyled = named.contains {
        $0.font == style?.font && $0.font != addressFont
      }
      let hasAddress = pieces.contains { Self.isContact($0.text) }
      if !found.isEmpty, expectsNames || found.count > 1 || continues || isStyled || hasAddress {
        style = style ?? named.first
        authors += found.filter { seen.insert($0).inserted }.map { Author(name: $0, line: index) }
        expectsNames = line.text.hasSuffix(",") || line.text.hasSuffix(" and")
      } else {
        expectsNames = Self.isContact(line.text)
      }
    }
    return authors
  }

  /// Whether a list of names goes on below: a comma stands at its end, perhaps under a mark.
  private static func isOpen(_ text: String) -> Bool {
    guard let mark = text.lastIndex(of: "^"), mark > text.startIndex,
      !text[mark...].contains(where: { $0 == " " })
    else { return text.hasSuffix(",") }
    return text[..<mark].hasSuffix(",") || text.hasSuffix(",")
  }

  /// The font of most lines that are no names for sure: affiliations, addresses, the abstract.
  private func addressFont(after title: Range<Int>) -> String {
    var counts: [String: Int] = [:]
    for line in lines[title.upperBound...]
    where Self.isAffiliation(line.text) || Self.isContact(line.text) {
      counts[line.font.name, default: 0] += line.text.count
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
  }

  private func pieces(of line: FrontLine) -> [Piece] {
    line.flow.line.segments(gap: 1.3 * line.flow.line.size, fonts: line.fonts).map { segment in
      let text = segment.text.normalised
      var names: [String] = []
      if !Self.isContact(text), !Self.isAffiliation(text) {
        let parts = Self.split(text)
        let isByline = text.lowercased().hasPrefix("by ")
        names = parts.filter { Self.isName($0) || isByline }
        if names.count * 2 < parts.count { names = [] }
      }
      return Piece(
        text: text, font: line.fonts[segment.font].name, size: segment.size, names: names)
    }
  }

  /// Splits a list of names at commas, `and`, and the marks that point to affiliations.
  static func split(_ text: String) -> [String] {
    var parts = [""]
    for word in withoutMarks(text).split(separator: " ") {
      if ["and", "&", "·", "•", "|"].contains(word) {
        parts.append("")
        continue
      }
      let pieces = word.split(separator: ",", omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { parts.append("") }
        guard !piece.isEmpty else { continue }
        parts[parts.count - 1] += (parts[parts.count - 1].isEmpty ? "" : " ") + piece
      }
    }
    return parts.map { part in
      let name = part.trimmed(of: " ,;:")
      return name.hasPrefix("By ") || name.hasPrefix("by ") ? String(name.dropFirst(3)) : name
    }.filter { !$0.isEmpty }
  }

  /// With each raised mark (`^†`, `^{1,2}`, `∗`) replaced by a comma.
  private static func withoutMarks(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.first {
      rest.removeFirst()
      if character == "^" {
        if rest.first == "{" {
          rest = rest.drop { $0 != "}" }.dropFirst()
        } else {
          rest = rest.first?.isNumber == true ? rest.drop { $0.isNumber } : rest.dropFirst()
        }
        result += ","
      } else if "∗*†‡§¶♢♠♡♣⋆♯⇤".contains(character) || character.isNumber {
        result += ","
      } else {
        result.append(character == ";" ? "," : character)
      }
    }
    return result
  }

  /// Two to five capitalised words, particles and initials among them.
  static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (2...5).contains(words.count), text.count < 45 else { return false }
    if text.lowercased().hasPrefix("anonymous author") { return true }
    let isSound = words.allSatisfy { word in
      guard let first = word.first else { return false }
      if particles.contains(word.lowercased()) { return true }
      return first.isUppercase && word.allSatisfy { $0.isLetter || "-.'’‐".contains($0) }
    }
    return isSound && !words.contains { notNames.contains($0.lowercased().trimmed(of: ".")) }
  }

  private static let particles: Set<String> = [
    "van", "von", "de", "der", "den", "di", "da", "dos", "del", "della", "la", "le", "el", "al",
    "bin", "ibn", "ter", "ten", "zu", "y", "e",
  ]

  private static let notNames: Set<String> = [
    "university", "institute", "department", "school", "college", "laboratory", "laboratories",
    "lab", "labs", "research", "center", "centre", "academy", "corporation", "inc", "ltd", "llc",
    "company", "technologies", "technology", "science", "sciences", "engineering", "faculty",
    "group", "foundation", "hospital", "brain", "deepmind", "google", "microsoft", "facebook",
    "meta", "openai", "nvidia", "amazon", "ibm", "intelligence", "learning", "systems", "street",
    "avenue", "abstract", "preprint", "draft", "review", "anonymous", "conference", "workshop",
    "proceedings", "equal", "contribution", "author", "authors", "corresponding", "under", "paper",
    "introduction", "independent", "researcher", "student", "professor", "member", "the", "of",
    "for", "with", "in", "on", "a", "an", "usa", "uk",
  ]

  static func isAffiliation(_ text: String) -> Bool {
    let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
    return !words.isDisjoint(with: affiliationWords)
  }

  private static let affiliationWords: Set<String> = [
    "university", "institute", "department", "school", "college", "laboratory", "laboratories",
    "lab", "labs", "center", "centre", "academy", "corporation", "inc", "universität", "université",
    "universidad", "università", "eth", "epfl", "mit", "inria", "cnrs", "dept", "faculty",
    "hospital", "deepmind", "openai", "research", "usa", "china", "germany", "france", "canada",
  ]

  static func isContact(_ text: String) -> Bool {
    text.has("@") || text.has("http") || text.has("www.") || text.has(".edu")
      || text.has(".com")
  }

  private static func endsAuthors(_ text: String) -> Bool {
    let key = text.lowercased().filter(\.isLetter)
    return key.hasPrefix("abstract") || key == "introduction"
  }
}
