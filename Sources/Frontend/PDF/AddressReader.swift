internal import IR

/// Binds affiliations, addresses and the meaning of marks to the authors of a title page.
///
/// Three layouts are known and may be mixed: marks behind names (`Mara Pebble^{1,∗}` with
/// `^1Institute of Stones` below), grids (what stands under a name is its author's), and lines that
/// are all authors' above them.
struct AddressReader {
  let lines: [FrontLine]
  let authors: [AuthorFinder.Author]
  /// Paragraphs and notes of the first page that may explain marks.
  let remarks: [Grounded<String>]

  private var details: [AuthorDetails]
  private var marks: [[String]]
  /// Middles of the names.
  private let middles: [Double]

  init(lines: [FrontLine], authors: [AuthorFinder.Author], remarks: [Grounded<String>]) {
    self.lines = lines
    self.authors = authors
    self.remarks = remarks
    details = authors.map { _ in AuthorDetails() }
    marks = authors.map { NameMarks.marks(behind: $0.name, in: lines[$0.line].text) }
    middles = authors.map { author in
      let line = lines[author.line]
      let own = line.pieces.first { $0.text.normalised.has(author.name) } ?? line.flow.line
      return own.box.midX
    }
  }

  mutating func read() -> [AuthorDetails] {
    guard let first = authors.first else { return [] }
    splitMarks()
    var group: [Int] = []
    var isOpen = false
    /// A mark that stands on a line of its own.
    var pending: String?
    for index in first.line..<lines.count {
      let line = lines[index]
      let named = authors.indices.filter { authors[$0].line == index }
      if !named.isEmpty {
        group = isOpen ? group + named : named
        isOpen = true
        readMails(beside: named, in: line)
        continue
      }
      isOpen = false
      if NameMarks.isMark(line.text) {
        pending = line.text
        continue
      }
      read(line, pending: pending, of: group)
      pending = nil
    }
    for remark in remarks { read(remark) }
    return details
  }

  /// `12` behind a name is `1` and `2` where these stand below and it does not.
  private mutating func splitMarks() {
    let texts = lines.map(\.text) + remarks.map(\.value)
    let defined = Set(texts.flatMap { NameMarks.entries(in: $0, leading: nil) }.compactMap(\.mark))
    marks = marks.map { own in
      own.flatMap { mark -> [String] in
        let digits = mark.map { String($0) }
        return defined.contains(mark) || !defined.isSuperset(of: digits) ? [mark] : digits
      }
    }
  }

  // MARK: Lines

  private mutating func read(_ line: FrontLine, pending: String?, of group: [Int]) {
    let entries = NameMarks.entries(in: line.text, leading: pending)
    if entries.contains(where: { $0.mark != nil }) {
      for entry in entries { bind(entry, Grounded(line.text, [line.span]), of: group) }
      return
    }
    let segments = line.pieces
    let row = group.filter { authors[$0].line == group.last.map { authors[$0].line } }
    guard segments.count > 1, row.count > 1 else {
      add(line.text, Grounded(line.text, [line.span]), to: group)
      return
    }
    var from = line.text.startIndex
    for segment in segments {
      let text = segment.text.normalised
      guard let found = line.text[from...].find(text),
        let nearest = row.min(by: {
          abs(middles[$0] - segment.box.midX) < abs(middles[$1] - segment.box.midX)
        })
      else { continue }
      from = found.upperBound
      let start = line.text.utf8.distance(from: line.text.startIndex, to: found.lowerBound)
      let span = line.span.narrowed(to: start..<(start + text.utf8.count))
      add(text, Grounded(text, [span]), to: [nearest])
    }
  }

  private mutating func readMails(beside named: [Int], in line: FrontLine) {
    guard line.text.has("@") else { return }
    bindMails(in: line.text, Grounded(line.text, [line.span]), to: named)
  }

  /// Text that belongs to some authors: an affiliation, or addresses.
  private mutating func add(_ text: String, _ place: Grounded<String>, to group: [Int]) {
    if text.has("@") {
      bindMails(in: text, place, to: group)
      return
    }
    let value = text.trimmed(of: " ,;")
    guard value.letterCount > 2, !NameMarks.isNote(value), !NameText.isContact(value),
      !value.split(whereSeparator: { !$0.isAlphanumeric }).contains(where: {
        PrintedYear($0).map { $0.digits > "1899" } ?? false
      })
    else { return }
    let affiliation = place.part(value)
    for author in group where !details[author].affiliations.contains(affiliation) {
      details[author].affiliations.append(affiliation)
    }
  }

  // MARK: Marks

  private mutating func bind(
    _ entry: NameMarks.Entry, _ place: Grounded<String>, of group: [Int]
  ) {
    guard let mark = entry.mark else {
      add(entry.text, place, to: group)
      return
    }
    let marked = authors.indices.filter { marks[$0].contains(mark) }
    if entry.text.has("@") {
      bindMails(in: entry.text, place, to: marked)
    } else if NameMarks.isNote(entry.text) {
      for author in marked { details[author].notes.append(place.part(entry.text)) }
    } else {
      add(entry.text, place, to: marked)
    }
  }

  /// A paragraph or note that begins with a mark, or that gives an address.
  private mutating func read(_ remark: Grounded<String>) {
    for entry in NameMarks.entries(in: remark.value, leading: nil) {
      guard let mark = entry.mark else {
        if entry.text.has("@") { bindMails(in: entry.text, remark, to: []) }
        continue
      }
      // Notes of the text have numbers too.
      let isNumber = mark.first?.isNumber == true
      let text = entry.text.trimmed(of: " ")
      let marked = authors.indices.filter { marks[$0].contains(mark) }
      guard !text.isEmpty, !marked.isEmpty, !isNumber || NameText.isAffiliation(text) else {
        continue
      }
      if isNumber {
        add(text, remark, to: marked)
      } else {
        for author in marked where !details[author].notes.contains(remark.part(text)) {
          details[author].notes.append(remark.part(text))
        }
      }
    }
  }

  // MARK: Addresses

  private mutating func bindMails(in text: String, _ place: Grounded<String>, to group: [Int]) {
    let mails = MailList(text).addresses
    for (index, mail) in mails.enumerated() {
      let value =
        mail.isPrinted
        ? place.part(mail.text)
        : Grounded(mail.text, place.spans, .computed("a name in braces with the domain"))
      let named = MailList.owner(of: mail.text, among: authors.map(\.name))
      let owner =
        named ?? (mails.count == group.count ? group[index] : group.count == 1 ? group[0] : nil)
      guard let owner, !details[owner].emails.contains(value) else { continue }
      details[owner].emails.append(value)
    }
  }
}

extension Grounded<String> {
  /// A part of a value that stands in its first span; the whole spans if it cannot be found there.
  func part(_ text: String) -> Grounded<String> {
    guard let found = value.find(text), let span = spans.first, span.bytes.count == value.utf8.count
    else { return Grounded(text, spans) }
    let start = value.utf8.distance(from: value.startIndex, to: found.lowerBound)
    return Grounded(text, [span.narrowed(to: start..<(start + text.utf8.count))])
  }
}
