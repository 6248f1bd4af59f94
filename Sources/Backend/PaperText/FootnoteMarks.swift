internal import IR

/// Footnotes bound to the marks that refer to them.
///
/// A note is bound to the one raised mark like its own on its page, which follows a word rather
/// than a variable. What is not bound stays as printed.
struct FootnoteMarks {
  private struct Mark: Hashable {
    let page: Int
    let name: String
  }

  private struct Place {
    let block: Int
    /// UTF-8 offsets in the block's text.
    let range: Range<Int>
  }

  private let paper: Paper
  private let sources: SourceMap
  /// Names of the notes that are bound, by their blocks.
  private var names: [Int: String] = [:]
  /// Bound marks of a block, in order, each with its note's name.
  private var bound: [Int: [(range: Range<Int>, name: String)]] = [:]

  private static let symbols = "∗*†‡§¶"

  init(_ paper: Paper, _ sources: SourceMap) {
    self.paper = paper
    self.sources = sources
    var notes: [(block: Int, mark: Mark)] = []
    for (index, block) in paper.blocks.enumerated() where block.kind == .footnote {
      guard let name = Self.mark(beginning: sources.text(of: block.span))?.name,
        let page = pages(of: index)?.lowerBound
      else { continue }
      notes.append((index, Mark(page: page, name: name)))
    }
    guard !notes.isEmpty else { return }
    bind(notes, to: places(on: Set(notes.map(\.mark.page))))
  }

  // MARK: Text

  /// The text of a block without so many characters at its start, with the marks of its notes and
  /// its lead in bold.
  func text(_ index: Int, skipping count: Int = 0, beginsLine: Bool = true) -> String {
    let block = paper.blocks[index]
    let text = sources.text(of: block.span)
    var result = ""
    var at = text.prefix(count).utf8.count
    func piece(to end: Int) -> String {
      let part = Self.slice(text, at..<end)
      return beginsLine && result.isEmpty ? MarkdownText.line(part) : MarkdownText.inline(part)
    }
    if let lead = block.lead, block.span.contains(lead) {
      let start = Int(lead.bytes.lowerBound - block.span.bytes.lowerBound)
      let isMarked = bound[index]?.contains { $0.range.lowerBound < start + lead.bytes.count }
      if start >= at, isMarked != true {
        result = start > at ? piece(to: start) : ""
        at = start + lead.bytes.count
        result += "**" + MarkdownText.inline(Self.slice(text, start..<at)) + "**"
      }
    }
    for mark in bound[index] ?? [] where mark.range.lowerBound >= at {
      result += piece(to: mark.range.lowerBound) + "[^\(mark.name)]"
      at = mark.range.upperBound
    }
    return result + piece(to: text.utf8.count)
  }

  /// `[^2]: text` of a note that is bound.
  func definition(of index: Int) -> String? {
    guard let name = names[index] else { return nil }
    let text = sources.text(of: paper.blocks[index].span)
    let length = Self.mark(beginning: text)?.length ?? 0
    return "[^\(name)]: " + MarkdownText.line(String(text.dropFirst(length)).trimmed(of: " "))
  }

  private static func slice(_ text: String, _ range: Range<Int>) -> String {
    String(Substring(text)[utf8Range: range])
  }

  // MARK: Binding

  private mutating func bind(_ notes: [(block: Int, mark: Mark)], to places: [Mark: [Place]]) {
    var used: [String: Int] = [:]
    for note in notes {
      guard let found = places[note.mark], found.count == 1 else { continue }
      // A second note with the mark of another on its page finds it taken.
      guard bound[found[0].block]?.contains(where: { $0.range == found[0].range }) != true else {
        continue
      }
      let base = note.mark.name.allSatisfy(\.isASCIIDigit) ? note.mark.name : "note"
      used[base, default: 0] += 1
      let count = used[base] ?? 1
      let name = count == 1 ? base : "\(base)-\(count)"
      names[note.block] = name
      bound[found[0].block, default: []].append((found[0].range, name))
    }
    for block in bound.keys { bound[block]?.sort { $0.range.lowerBound < $1.range.lowerBound } }
  }

  /// The mark that a note begins with, without its `^`, and the characters that it takes.
  private static func mark(beginning text: String) -> (name: String, length: Int)? {
    let isRaised = text.hasPrefix("^")
    let isBraced = text.hasPrefix("^{")
    let name = name(at: text.dropFirst(isBraced ? 2 : isRaised ? 1 : 0))
    guard !name.isEmpty, isRaised || name.first?.isASCIIDigit == false else { return nil }
    return (name, name.count + (isBraced ? 3 : isRaised ? 1 : 0))
  }

  private static func name(at text: Substring) -> String {
    let digits = text.prefix(3).prefix { $0.isASCIIDigit }
    return String(digits.isEmpty ? text.prefix(1).filter { symbols.contains($0) } : String(digits))
  }

  /// Raised marks behind words, on pages that have notes.
  private func places(on noted: Set<Int>) -> [Mark: [Place]] {
    var places: [Mark: [Place]] = [:]
    for (index, block) in paper.blocks.enumerated() {
      guard [.paragraph, .listItem, .heading, .quote].contains(block.kind),
        let pages = pages(of: index), pages.contains(where: noted.contains)
      else { continue }
      let text = sources.text(of: block.span)
      var start = 0
      while let caret = text.utf8Range(of: "^", from: start) {
        start = caret.upperBound
        guard let mark = raised(at: caret.lowerBound, in: text) else { continue }
        let range = caret.lowerBound..<(caret.lowerBound + mark.length)
        let span = block.span.narrowed(to: range)
        guard case .page(let page, _) = sources.location(of: span) else { continue }
        places[Mark(page: page, name: mark.name), default: []].append(
          Place(block: index, range: range))
      }
    }
    return places
  }

  /// A mark behind a word or punctuation, before nothing that goes on with a formula.
  private func raised(at offset: Int, in text: String) -> (name: String, length: Int)? {
    let start = text.utf8.index(text.startIndex, offsetBy: offset)
    let rest = text[start...].prefix(8)
    let isBraced = rest.hasPrefix("^{")
    let name = Self.name(at: rest.dropFirst(isBraced ? 2 : 1))
    guard !name.isEmpty else { return nil }
    var after = rest.dropFirst((isBraced ? 2 : 1) + name.count)
    if isBraced {
      guard after.first == "}" else { return nil }
      after = after.dropFirst()
    }
    guard after.first.map({ !$0.isASCIIDigit && !"^_{,".contains($0) }) ?? true else { return nil }
    var words = text[..<start].suffix(4)
    if words.last == " " { words = words.dropLast() }
    let before = words.suffix(3)
    guard let last = before.last else { return nil }
    let isWord = before.count == 3 && before.allSatisfy(\.isLetter)
    guard isWord || ".,;:!?”\"’)".contains(last) else { return nil }
    return (name, name.utf8.count + (isBraced ? 3 : 1))
  }

  private func pages(of block: Int) -> ClosedRange<Int>? {
    let span = paper.blocks[block].span
    guard let regions = sources[span.source]?.regions(overlapping: span.bytes),
      case .page(let first, _) = regions.first?.place, case .page(let last, _) = regions.last?.place
    else { return nil }
    return min(first, last)...max(first, last)
  }
}
