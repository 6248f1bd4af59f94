internal import IR

/// The venue at the start of what follows an entry's title.
struct VenuePart {
  private(set) var text: Substring?

  init(_ rest: Substring) {
    var venue = rest.drop { " .,:;”\"’'".contains($0) }
    // `Pages 1–9 of: A. Editor (ed), Proceedings`.
    if venue.hasPrefix("Pages ") || venue.hasPrefix("pages "),
      let of = venue.prefix(32).find(" of: ")
    {
      venue = Self.withoutEditors(venue[of.upperBound...])
    }
    for lead in ["In: ", "In ", "in "] where venue.hasPrefix(lead) {
      venue = venue.dropFirst(lead.count)
      venue = Self.withoutEditors(venue)
      break
    }
    venue = venue[..<Self.end(of: venue)].trimmedPart
    for tail in [" volume", " Volume", " vol", " -", " –"] where venue.hasSuffix(tail) {
      venue = venue.dropLast(tail.count).trimmedPart
    }
    guard venue.letterCount >= 2, !Self.isNoVenue(venue) else { return }
    text = venue
  }

  /// Without `A. Editor and B. Editor, editors,`.
  private static func withoutEditors(_ venue: Substring) -> Substring {
    let head = venue.prefix(600)
    for mark in [
      ", editors,", ", editor,", " editors,", " (eds.),", " (eds.)", " (Eds.),", " (ed.),",
      " (eds),", " (ed),", ", eds.,", ", eds,", " (Eds.):", " (eds.):",
    ] {
      if let found = head.find(mark) {
        return venue[found.upperBound...].drop { " ,.:".contains($0) }
      }
    }
    return venue
  }

  private static func isNoVenue(_ venue: Substring) -> Bool {
    let key = venue.lowercase
    if [
      "http", "url", "www.", "accessed", "[online", "online", "doi", "available", "pp", "pages",
      "isbn", "retrieved",
    ].contains(where: key.hasPrefix) {
      return !key.hasPrefix("online ")
    }
    let words = key.split { !$0.isAlphanumeric }
    if words.count > 1, Int(words[0]) != nil, words[1] == "pages" { return true }
    return words.allSatisfy {
      Int($0) != nil || Month.names.contains(String($0.prefix(3))) && $0.count < 10
    }
  }

  /// Where volume, pages, year, publisher's place or the next sentence begin.
  private static func end(of venue: Substring) -> Substring.Index {
    var at = venue.startIndex
    while at < venue.endIndex {
      let character = venue[at]
      let after = venue[venue.index(after: at)...]
      if ".?!".contains(character), venue.isSentenceEnd(at), !endsAbbreviation(venue[..<at], after)
      {
        return at
      }
      if character == ",", beginsImprint(after.drop { $0 == " " }) { return at }
      if character == "(", isImprint(after) { return at }
      if character == " ", at > venue.startIndex, isVolume(after) || isLocator(after) { return at }
      at = venue.index(after: at)
    }
    return venue.endIndex
  }

  /// After a comma: volume, pages, a date, an identifier.
  private static func beginsImprint(_ text: Substring) -> Bool {
    guard let first = text.first else { return true }
    if first.isASCIIDigit { return !isOrdinal(text) }
    if first == "(" { return true }
    let word = text.prefix { !" .,".contains($0) }.lowercase
    return Self.imprintWords.contains(word) || isLocator(text)
      || Month.names.contains(String(word.prefix(3))) && word.count < 10
  }

  /// `3rd International Conference`, `18th IEEE …`.
  private static func isOrdinal(_ text: Substring) -> Bool {
    let tail = text.drop(while: \.isASCIIDigit)
    return ["st ", "nd ", "rd ", "th "].contains { tail.hasPrefix($0) }
  }

  private static let imprintWords: Set<String> = [
    "pp", "pages", "page", "vol", "volume", "volumes", "no", "number", "article", "chapter", "isbn",
    "issn", "doi", "ser", "series", "url", "art", "num", "issue",
  ]

  /// In a bracket: a year, `volume 3`, or no letters at all.
  private static func isImprint(_ text: Substring) -> Bool {
    guard let close = text.firstIndex(of: ")") else { return true }
    let inner = text[..<close]
    return inner.letterCount == 0 || beginsImprint(inner)
      || inner.split(separator: " ").last.flatMap(PrintedYear.init) != nil
  }

  /// `12(3):4–5`, `529:484`, `15,` behind a journal's name.
  private static func isVolume(_ text: Substring) -> Bool {
    let word = text.prefix { $0 != " " }
    let digits = word.prefix(while: \.isASCIIDigit)
    guard !digits.isEmpty, digits.count <= 4 else { return false }
    let tail = word[digits.endIndex...]
    if let first = tail.first { return "(:,;–-".contains(first) || first == "." && tail.count == 1 }
    let next = text[word.endIndex...].drop { $0 == " " }
    return next.isEmpty || next.hasPrefix("(") && isImprint(next.dropFirst())
  }

  private static func isLocator(_ text: Substring) -> Bool {
    ["http", "abs/", "arXiv:", "doi:", "vol. ", "pp. ", "pages ", "URL "].contains {
      text.hasPrefix($0)
    }
  }

  /// `Proc. of`, `J. Mach. Learn. Res.`: short words that go on with a capital or a small letter.
  private static func endsAbbreviation(_ head: Substring, _ after: Substring) -> Bool {
    let word = head.split(separator: " ").last ?? head
    if abbreviations.contains(word.lowercase) { return true }
    let next = after.drop { $0 == " " }
    return next.first?.isLowercase ?? false
  }

  private static let abbreviations: Set<String> = [
    "proc", "conf", "int", "intl", "trans", "symp", "adv", "mach", "learn", "comput", "sci", "nat",
    "lett", "rev", "phys", "assoc", "inf", "ann", "am", "soc", "math", "stat", "statist", "appl",
    "eng", "syst",
    "process", "univ", "tech", "rep", "dept", "j", "acad", "natl", "commun", "intell", "artif",
    "bull", "technol", "electron", "workshop", "proceed", "chem", "biol", "psychol", "neurosci",
    "ed", "eds", "inst",
  ]
}
