internal import IR

/// Reads authors, year, title, venue and identifiers out of the text of one bibliography entry.
struct ReferenceParser {
  /// Of the entry in the paper's text.
  let span: SourceSpan
  let text: String

  func parse() -> Reference {
    let (label, labelled) = splitLabel()
    let body = Self.withoutMissingDate(labelled)
    let identifiers = ReferenceIdentifiers(text: text)
    let url = identifiers.url()
    let authors = authorPart(of: body)
    let afterNames = body[authors.endIndex...]
    let leading = LeadingYear(afterNames)
    let rest = leading.map { body[$0.end...] } ?? afterNames
    var title = title(in: rest)
    var names = AuthorList(authors)
    var venue = title.flatMap { VenuePart(body[$0.end...]).text }
    // `Damp sorter. https://…`: what is named first is the work.
    if title.map({ Self.isAddress($0.text) }) ?? true {
      title = (authors.trimmedPart, authors.endIndex)
      names = AuthorList("")
      venue = nil
    }
    var reference = Reference(label: label, entry: span)
    reference.authors = names.names
    reference.surname = names.firstSurname
    let year = leading?.year ?? lastYear(in: body, but: url)
    reference.year = year.map { String($0.digits) }
    reference.yearSuffix = year?.suffix
    reference.title = title.flatMap { span(of: $0.text) }
    reference.venue = venue.flatMap(span(of:))
    reference.doi = identifiers.doi().flatMap(span(of:))
    reference.arxiv = identifiers.arxiv().flatMap(span(of:))
    reference.isbn = identifiers.isbn().flatMap(span(of:))
    reference.url = url.flatMap(span(of:))
    return reference
  }

  private func span(of part: Substring) -> SourceSpan? {
    guard !part.isEmpty else { return nil }
    let start = text.utf8.distance(from: text.startIndex, to: part.startIndex)
    return span.narrowed(to: start..<(start + part.utf8.count))
  }

  /// `[3]`, `[Vas+17]`, `3.` and what follows it.
  private func splitLabel() -> (String?, Substring) {
    if text.first == "[", let close = text.firstIndex(of: "]") {
      let rest = text[text.index(after: close)...].drop { $0 == " " }
      return (String(text[...close]), rest)
    }
    let word = text.prefix { $0 != " " }
    if let number = Int(String(word).trimmed(of: ".)")), number < 1000, word.count < text.count {
      return (String(word), text[word.endIndex...].drop { $0 == " " })
    }
    return (nil, text[...])
  }

  /// Some styles print `[n. d.]` where the year of an entry without authors would stand.
  private static func withoutMissingDate(_ body: Substring) -> Substring {
    for mark in ["[n. d.].", "[n.d.]."] where body.hasPrefix(mark) {
      return body.dropFirst(mark.count).drop { $0 == " " }
    }
    return body
  }

  // MARK: Year

  /// The last plausible year that is no part of an address and tells no visit to one.
  private func lastYear(in body: Substring, but url: Substring?) -> PrintedYear? {
    var places = [body]
    if let url, url.startIndex >= body.startIndex {
      places = [body[url.endIndex...], body[..<url.startIndex]]
    }
    for place in places {
      let visit = ["accessed", "Accessed", "retrieved", "Retrieved"].compactMap { place.find($0) }
      let own = visit.map(\.lowerBound).min().map { place[..<$0] } ?? place
      let years = Self.years(in: own)
      // A note may name another work's year in brackets.
      let free = Self.endsWithYear(own) ? [] : years.filter { !Self.isBracketed($0, in: own) }
      for list in [free, years] {
        if let year = list.last(where: { $0.digits > "1899" }) ?? list.last { return year }
      }
    }
    return places.flatMap(Self.years).last
  }

  private static func years(in text: Substring) -> [PrintedYear] {
    let words = text.unicodeScalars.split { scalar in
      switch scalar {
      case " ", ",", ";", ":", "(", ")", "[", "]", "“", "”", "\"": true
      default: false
      }
    }
    return words.compactMap { PrintedYear(Substring($0)) }
  }

  private static func isBracketed(_ year: PrintedYear, in text: Substring) -> Bool {
    year.digits.startIndex > text.startIndex
      && text[text.index(before: year.digits.startIndex)] == "("
  }

  /// `Drawers 12(3), 4–5 (2019).`
  private static func endsWithYear(_ text: Substring) -> Bool {
    let end = text.trimmedPart
    guard end.hasSuffix(")"), let open = end.lastIndex(of: "(") else { return false }
    return PrintedYear(end[end.index(after: open)...].dropLast()) != nil
  }

  // MARK: Authors and title

  /// The words before the first full stop that is not an initial's, or before the year.
  private func authorPart(of body: Substring) -> Substring {
    if let quote = body.firstIndex(where: { $0 == "“" || $0 == "\"" }) {
      let names = body[..<quote]
      if AuthorPart(names).text.endIndex == names.endIndex || names.hasSuffix(", ") {
        return names
      }
    }
    let names = AuthorPart(body).text
    var rest = names
    while let open = rest.firstIndex(where: { $0 == "(" || $0 == "," }) {
      let inner = rest[rest.index(after: open)...].drop { $0 == " " }
      if let year = PrintedYear(inner.prefix { $0.isAlphanumeric }), year.digits > "1799" {
        return body[..<open]
      }
      rest = rest[rest.index(after: open)...]
    }
    return names
  }

  private typealias Part = (text: Substring, end: Substring.Index)

  private func title(in rest: Substring) -> Part? {
    let start = rest.drop { " .,:;".contains($0) }
    if let first = start.first, "“\"".contains(first) {
      let inner = start.dropFirst()
      let close = inner.firstIndex { $0 == "”" || $0 == "\"" } ?? inner.endIndex
      return (
        inner[..<close].trimmedPart, close < inner.endIndex ? inner.index(after: close) : close
      )
    }
    guard !start.isEmpty else { return nil }
    var end = start.titleEnd ?? start.endIndex
    if end < start.endIndex, start[end] != "." { end = start.index(after: end) }
    var title = start[..<end]
    for lead in [" https://", " http://", " URL "] {
      if let address = title.find(lead) { title = title[..<address.lowerBound] }
    }
    title = Self.withoutImprint(title)
    return title.isEmpty ? nil : (title, title.endIndex)
  }

  /// Without a year, a month with a year, or pages behind the last commas: `Damp marbles, 2019`.
  private static func withoutImprint(_ title: Substring) -> Substring {
    var title = title.trimmedPart
    while let mark = title.lastIndex(where: { $0 == "," || $0 == "(" }) {
      let tail = title[title.index(after: mark)...].trimmedPart
      let words = tail.split { " )".contains($0) }
      let isDate =
        words.last.flatMap(PrintedYear.init) != nil && words.count <= 3
        && words.dropLast().allSatisfy {
          Month.names.contains($0.prefix(3).lowercase) || Int($0) != nil
        }
      let isPages = ["pp.", "pages", "vol.", "volume", "arXiv"].contains { tail.hasPrefix($0) }
      guard isDate || isPages else { break }
      title = title[..<mark].trimmedPart
    }
    return title
  }

  private static func isAddress(_ title: Substring) -> Bool {
    let key = title.prefix(12).lowercase
    return ["http", "url", "www.", "accessed", "available", "[online", "doi"].contains {
      key.hasPrefix($0)
    }
  }
}

/// A year as printed, with the letter behind it.
struct PrintedYear {
  let digits: Substring
  let suffix: String?

  /// `2019`, `2019a`, `2019.`; nil for other words.
  init?(_ word: Substring) {
    let core = word.hasSuffix(".") ? word.dropLast() : word
    let letters = core.drop(while: \.isASCIIDigit)
    digits = core[..<letters.startIndex]
    guard digits.utf8.count == 4, let value = Int(digits), (1600...2100).contains(value),
      letters.utf8.count <= 1, letters.allSatisfy({ $0 >= "a" && $0 <= "z" })
    else { return nil }
    suffix = letters.isEmpty ? nil : String(letters)
  }
}

/// A year between authors and title: `(2019a).`, `2019.`
private struct LeadingYear {
  let year: PrintedYear
  let end: Substring.Index

  init?(_ text: Substring) {
    let start = text.drop { " .,:([".contains($0) }
    let word = start.prefix { $0.isAlphanumeric }
    guard let year = PrintedYear(word), word.endIndex < text.endIndex,
      ").,:;] ".contains(text[word.endIndex])
    else { return nil }
    // `(2019, May 4).` and the like close later; a title may begin with a year too.
    let isOpen = text[..<start.startIndex].contains { "([".contains($0) }
    if !isOpen, text[word.endIndex] == " " { return nil }
    var end = word.endIndex
    if isOpen, let close = text[end...].prefix(24).firstIndex(where: { ")]".contains($0) }) {
      end = text.index(after: close)
    }
    self.year = year
    self.end = end
  }
}

enum Month {
  /// The first three letters of each, in lower case.
  static let names: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}

extension Substring {
  /// Without spaces and punctuation at the ends; still a part of the same string.
  var trimmedPart: Substring {
    var view = self
    while let first = view.first, " ,.;:".contains(first) { view.removeFirst() }
    while let last = view.last, " ,.;:".contains(last) { view.removeLast() }
    return view
  }

  /// The mark that ends a title: a full stop with a new sentence, or an address, behind it.
  fileprivate var titleEnd: Index? {
    indices.first { mark in
      guard ".?!".contains(self[mark]) else { return false }
      if isSentenceEnd(mark) { return !continuesTitle(mark) }
      // `Proof of Theorem B. In Drawers`: not every single letter is an initial.
      let next = self[index(after: mark)...].prefix(6)
      return [" In ", " In: ", " arXiv"].contains { next.hasPrefix($0) }
    }
  }

  /// A small letter goes on with the title: `Who goes first? a study`, `vs. others`.
  private func continuesTitle(_ mark: Index) -> Bool {
    let next = self[index(after: mark)...].drop { $0 == " " }
    guard let first = next.first, first.isLowercase else { return false }
    return !["arxiv", "http", "in ", "in:", "url", "doi", "biorxiv", "pages ", "pp"].contains {
      next.lowercase.hasPrefix($0)
    }
  }
}
