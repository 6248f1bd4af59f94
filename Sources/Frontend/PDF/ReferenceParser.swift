internal import IR

/// Reads authors, year, title and identifiers out of the text of one bibliography entry.
struct ReferenceParser {
  /// Of the entry in the paper's text.
  let span: SourceSpan
  let text: String

  func parse() -> Reference {
    let (label, body) = splitLabel()
    let year = self.year(in: body)
    let authors = authorPart(of: body)
    var reference = Reference(label: label, entry: span)
    reference.authors = AuthorList(authors).names
    reference.surname = AuthorList(authors).firstSurname
    reference.year = year
    reference.title = title(after: authors, in: body).flatMap(span(of:))
    reference.doi = identifier().flatMap(span(of:))
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

  /// The last plausible year that is no part of an identifier.
  private func year(in body: Substring) -> String? {
    let words = body.split { " ,;:()[]“”\"".contains($0) }
    let years = words.compactMap { word -> String? in
      let core = word.hasSuffix(".") ? word.dropLast() : word
      let digits = core.last?.isLetter == true ? core.dropLast() : core
      guard digits.count == 4, digits.allSatisfy(\.isASCIIDigit), let value = Int(digits),
        (1800...2100).contains(value)
      else { return nil }
      return String(digits)
    }
    return years.last { $0 > "1899" } ?? years.last
  }

  /// The words before the first full stop that is not an initial's, or before the year.
  private func authorPart(of body: Substring) -> Substring {
    if let quote = body.firstIndex(where: { $0 == "“" || $0 == "\"" }) { return body[..<quote] }
    if let open = body.firstIndex(of: "("),
      body[open...].dropFirst().prefix(4).allSatisfy(\.isASCIIDigit)
    {
      return body[..<open]
    }
    return AuthorPart(body).text
  }

  private func title(after authors: Substring, in body: Substring) -> Substring? {
    var rest = body[authors.endIndex...]
    if let open = rest.firstIndex(where: { $0 == "“" || $0 == "\"" }),
      rest.distance(from: rest.startIndex, to: open) < 12
    {
      let inner = rest[rest.index(after: open)...]
      let close = inner.firstIndex { $0 == "”" || $0 == "\"" } ?? inner.endIndex
      return inner[..<close].trimmedPart
    }
    rest = rest.drop { " .,:".contains($0) }
    rest = withoutLeadingYear(rest)
    return rest[..<(rest.sentenceEnd ?? rest.endIndex)].trimmedPart
  }

  private func withoutLeadingYear(_ text: Substring) -> Substring {
    let core = text.drop { "(".contains($0) }
    let digits = core.prefix(while: \.isASCIIDigit)
    guard digits.count == 4 else { return text }
    let after = core[digits.endIndex...]
    guard let next = after.first, ").,ab:; ".contains(next) else { return text }
    return after.drop {
      ").,:;ab ".contains($0) && !($0.isLetter && after.dropFirst().first?.isLetter == true)
    }
  }

  /// A DOI or an arXiv identifier, as printed.
  private func identifier() -> Substring? {
    if let doi = text.range(startingWith: "10.", until: { " ,;>\"”".contains($0) }),
      doi.has("/")
    {
      return doi.trimmedPart
    }
    guard let start = text.find("arXiv:") ?? text.find("arxiv.org/abs/") else {
      return nil
    }
    let tail = text[start.lowerBound...]
    return tail.prefix { !" ,;)]>".contains($0) }.trimmedPart
  }
}

extension Substring {
  /// Without spaces and punctuation at the ends; still a part of the same string.
  var trimmedPart: Substring {
    var view = self
    while let first = view.first, " ,.;:".contains(first) { view.removeFirst() }
    while let last = view.last, " ,.;:".contains(last) { view.removeLast() }
    return view
  }
}

extension String {
  /// The first run of characters that begins with `prefix` at a word's start.
  fileprivate func range(startingWith prefix: String, until isEnd: (Character) -> Bool)
    -> Substring?
  {
    var index = startIndex
    while let found = self[index...].find(prefix) {
      let before = found.lowerBound > startIndex ? self[self.index(before: found.lowerBound)] : " "
      if !before.isLetter, !before.isNumber, before != "." {
        return self[found.lowerBound...].prefix { !isEnd($0) }
      }
      index = found.upperBound
    }
    return nil
  }
}

/// The authors of an entry, in the printed order.
struct AuthorList {
  let names: [String]
  let firstSurname: String?

  init(_ text: Substring) {
    let parts = text.replacingAnd.split(separator: ",").map { $0.trimmedName }.filter {
      !$0.isEmpty && !["et al", "et al."].contains($0.lowercased())
    }
    // "Vaswani, A., Shazeer, N." against "A. Vaswani, N. Shazeer": in the first, initials follow.
    let isInverted = parts.count > 1 && parts[1].isInitials
    if isInverted {
      var pairs: [String] = []
      for part in parts {
        if part.isInitials, let last = pairs.popLast() {
          pairs.append("\(part) \(last)")
        } else {
          pairs.append(part)
        }
      }
      names = pairs
      firstSurname = parts[0]
    } else {
      names = parts
      firstSurname = parts.first.map(AuthorList.surname)
    }
  }

  /// The last word of a name, with its particles left out.
  static func surname(_ name: String) -> String {
    let words = name.split(separator: " ").filter {
      !["et", "al", "al.", "jr.", "jr"].contains($0.lowercased())
    }
    return words.last.map(String.init) ?? name
  }
}

extension Substring {
  fileprivate var replacingAnd: String {
    split(separator: " ", omittingEmptySubsequences: true).map { word in
      word == "and" || word == "&" ? "," : String(word)
    }.joined(separator: " ").swapping(" ,", for: ",")
  }

  fileprivate var trimmedName: String {
    let name = drop { " .;:".contains($0) }
    var view = name
    while let last = view.last, " ;:".contains(last) { view.removeLast() }
    return String(view)
  }
}

extension String {
  /// `A.`, `A. B.`, `J.-P.`, `AB`.
  fileprivate var isInitials: Bool {
    let letters = filter(\.isLetter)
    return !letters.isEmpty && letters.count <= 3 && letters.allSatisfy(\.isUppercase)
      && (contains(".") || letters.count == count)
  }
}
