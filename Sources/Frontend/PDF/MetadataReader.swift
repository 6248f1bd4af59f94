internal import IR

/// Reads what a paper says of itself: title, authors, abstract, year, venue, identifiers.
struct MetadataReader {
  let front: [FrontLine]
  let style: DocumentStyle
  let title: String?
  /// Seconds since 1970, of the PDF file.
  let creationDate: Int?
  /// The abstract's paragraphs.
  let abstract: [Grounded<String>]
  /// Paragraphs before the first section that are no part of the abstract.
  let asides: [Grounded<String>]
  let text: PaperText
  /// Other places that name venue, year or identifier: stamps, running heads, notes of page 1.
  let notices: [Grounded<String>]
  /// Notes that may say where the code is.
  let notes: [Grounded<String>]

  func read() -> PaperMetadata {
    let titleLines = TitleLines(lines: front, bodySize: style.bodySize, documentTitle: title)
      .find()
    var metadata = PaperMetadata()
    metadata.title = joined(titleLines.map { front[$0] })
    let authors = AuthorFinder(lines: front, title: titleLines).find()
    metadata.authors = authors.map { ground($0.name, in: front[$0.line]) }
    var addresses = AddressReader(lines: front, authors: authors, remarks: asides + notices)
    metadata.details = addresses.read()
    metadata.abstract = joinedAbstract()
    metadata.keywords = keywords()
    metadata.venue = venue(before: titleLines)
    metadata.doi = identifier()
    metadata.year = year(venue: metadata.venue)
    let above = front[..<titleLines.lowerBound]
    let head = Grounded(text.joined(above.map(\.text)), above.map(\.span))
    let below = front[titleLines.lowerBound...].map { Grounded($0.text, [$0.span]) }
    let places = [head] + below + abstract + asides + notices + notes
    metadata.licences = places.compactMap { AccessWords.licence(in: $0) }
    metadata.code = places.flatMap { AccessWords.code(in: $0) }.reduce(into: []) { all, address in
      if !all.contains(where: { $0.value == address.value }) { all.append(address) }
    }
    return metadata
  }

  private func joined(_ lines: [FrontLine]) -> Grounded<String>? {
    guard !lines.isEmpty else { return nil }
    return Grounded(Self.withoutMarks(text.joined(lines.map(\.text))), lines.map(\.span))
  }

  /// Footnote marks and the word `Title:` are no part of a title.
  private static func withoutMarks(_ text: String) -> String {
    var text = text
    if text.lowercased().hasPrefix(TitleLines.label) {
      text.removeFirst(TitleLines.label.count)
    }
    for mark in ["^∗", "^*", "^†", "^‡", "^1", "∗", "†", "‡", "*"] where text.hasSuffix(mark) {
      text.removeLast(mark.count)
    }
    return text.trimmed(of: " ")
  }

  private func ground(_ name: String, in line: FrontLine) -> Grounded<String> {
    guard let found = line.text.find(name) else { return Grounded(name, [line.span]) }
    let start = line.text.utf8.distance(from: line.text.startIndex, to: found.lowerBound)
    return Grounded(name, [line.span.narrowed(to: start..<(start + name.utf8.count))])
  }

  private func joinedAbstract() -> Grounded<String>? {
    guard !abstract.isEmpty else { return nil }
    return Grounded(
      abstract.map(\.value).joined(separator: " ").trimmed(of: " "), abstract.flatMap(\.spans))
  }

  // MARK: Keywords

  private func keywords() -> [Grounded<String>] {
    let places = asides + front.map { Grounded($0.text, [$0.span]) }
    for (index, place) in places.enumerated() {
      let lower = place.value.lowercased()
      guard let name = Self.keywordLeads.first(where: lower.hasPrefix) else { continue }
      var (place, rest) = (place, place.value.dropFirst(name.count).drop(while: Self.isLeadMark))
      // The name may stand above them, as headings do.
      if rest.isEmpty, index + 1 < places.count {
        place = places[index + 1]
        rest = place.value.utf8.count < Self.mostKeywordLetters ? place.value[...] : ""
      }
      return Self.listed(String(rest)).map { String($0).trimmed(of: " .") }
        .filter { !$0.isEmpty }.map { place.part($0) }
    }
    return []
  }

  private static func isLeadMark(_ character: Character) -> Bool {
    " :—–-.".contains(character)
  }

  private static let mostKeywordLetters = 400

  /// Some journals set dashes between keywords, and neither commas nor dots.
  private static func listed(_ text: String) -> [Substring] {
    let parts = text.split { ",;·•".contains($0) }
    return parts.count > 1 ? parts : text.split { "–—".contains($0) }
  }

  static let keywordLeads = [
    "keywords and phrases", "key words and phrases", "keywords", "key words", "index terms",
  ]

  // MARK: Venue, year, identifier

  private func venue(before title: Range<Int>) -> Grounded<String>? {
    for notice in notices {
      let lower = notice.value.lowercased()
      if let start = Self.venueLeads.compactMap({ lower.find($0) }).first {
        let offset = lower.distance(from: lower.startIndex, to: start.upperBound)
        let tail = String(notice.value.dropFirst(offset)).trimmed(of: " .,")
        if tail.count > 3 { return notice.part(tail) }
      }
    }
    // Some print it above the title.
    let above = front[..<title.lowerBound].map { Grounded($0.text, [$0.span]) }
    for notice in notices + above {
      let named = Self.sentences(of: notice.value).first { sentence in
        let lower = sentence.lowercased()
        return sentence.count < 200 && Self.venueWords.contains { lower.has($0) }
      }
      guard let named else { continue }
      // Volume and pages follow a journal's name.
      let isJournal = named.has("Journal") || named.has("Transactions")
      let name = isJournal ? VenuePart(named[...]).text.map(String.init) : nil
      return notice.part(name ?? named.trimmed(of: " ."))
    }
    return above.lazy.compactMap { line in Self.journal(citedIn: line.value).map(line.part) }.first
  }

  /// The journal that cites the paper itself above its title: `Stones 12, 3–45 (2019)`.
  private static func journal(citedIn line: String) -> String? {
    guard let open = line.find(" ("),
      PrintedYear(line[open.upperBound...].prefix { $0 != ")" }) != nil,
      let name = VenuePart(line[..<open.lowerBound]).text, name.first?.isUppercase == true
    else { return nil }
    let pages = line[name.endIndex..<open.lowerBound]
    return pages.contains(",") && pages.letterCount == 0 ? String(name) : nil
  }

  /// A note may speak of other things too: `Work done elsewhere. 31st Conference on …`.
  private static func sentences(of notice: String) -> [String] {
    var sentences: [[Substring]] = [[]]
    for word in notice.split(separator: " ") {
      sentences[sentences.count - 1].append(word)
      if word.hasSuffix("."), word.count > 5 { sentences.append([]) }
    }
    return sentences.map { $0.joined(separator: " ") }
  }

  private static let venueLeads = [
    "published as a conference paper at ", "published as a workshop paper at ",
    "accepted as a workshop paper at ", "under review as a conference paper at ",
    "accepted at ", "accepted to ", "to appear in ", "published in ",
  ]

  private static let venueWords = [
    "conference on", "proceedings of", "journal of", "transactions on", "workshop on",
    "symposium on",
    "international conference", "letters",
  ]

  /// A DOI, else the arXiv identifier of the stamp.
  private func identifier() -> Grounded<String>? {
    let places = notices + asides + front.map { Grounded($0.text, [$0.span]) }
    for place in places {
      for word in place.value.split(separator: " ") {
        guard let start = word.find("10."), Self.isDOI(word[start.lowerBound...]) else { continue }
        return place.part(String(word[start.lowerBound...]).trimmed(of: ".,;"))
      }
    }
    for place in places {
      guard let start = place.value.find("arXiv:") else { continue }
      let id = place.value[start.lowerBound...].prefix { $0 != " " }
      // Papers that are only handed in have a number of their own: `arXiv:submit/`.
      guard !id.lowercased().hasPrefix("arxiv:submit") else { continue }
      return place.part(String(id))
    }
    return nil
  }

  /// `10.`, the number of a registrant, a slash and a name with digits in it: class files print
  /// letters in their place as long as there is no identifier.
  private static func isDOI(_ word: Substring) -> Bool {
    let parts = word.dropFirst(3).split(separator: "/", maxSplits: 1)
    guard parts.count == 2, (4...9).contains(parts[0].count) else { return false }
    return parts[0].allSatisfy { $0.isASCIIDigit || $0 == "." }
      && parts[1].contains(where: \.isASCIIDigit)
  }

  /// As printed on the first page, else of the venue, else of the stamp (that of the version, which
  /// may be younger), else of the file.
  private func year(venue: Grounded<String>?) -> Grounded<Int>? {
    let dated =
      front.filter { Self.isDate($0.text) }.map { Grounded($0.text, [$0.span]) }
      + asides.filter { $0.value.lowercased().hasPrefix("date") }
    let stamp = notices.filter { $0.value.has("arXiv:") }
    let rest = notices.filter { !$0.value.has("arXiv:") }
    for place in dated + (venue.map { [$0] } ?? []) + stamp + rest {
      if let year = Self.year(in: place.value) {
        let text = place.part(String(year))
        return Grounded(year, text.spans)
      }
    }
    return creationDate.map { Grounded(Self.calendarYear(of: $0), [], .inferred) }
  }

  private static func isDate(_ text: String) -> Bool {
    let lower = text.lowercased()
    return text.count < 40 && months.contains { lower.has($0) } && year(in: text) != nil
  }

  private static let months = [
    "january", "february", "march", "april", "may ", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static func year(in text: String) -> Int? {
    text.split { !$0.isASCIIDigit && $0 != "." && $0 != ":" }.compactMap { word in
      word.count == 4 ? Int(word).flatMap { (1950...2100).contains($0) ? $0 : nil } : nil
    }.last
  }

  /// The year of a moment in UTC, by the rules of the Gregorian calendar.
  static func calendarYear(of seconds: Int) -> Int {
    var day = seconds / 86_400
    var year = 1970
    while true {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let length = isLeap ? 366 : 365
      if day < length { return year }
      day -= length
      year += 1
    }
  }
}
