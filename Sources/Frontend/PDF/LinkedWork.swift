internal import IR

/// The work that an address of the web leads to.
struct LinkedWork {
  /// From what tells a work best to what only shows it.
  enum Kind: Int { case doi, arxiv, page }

  let kind: Kind
  /// `10.1000/182`, `arXiv:1706.03762`, or the address.
  let name: String

  private static let lengths = 11...2_000

  /// Nil for addresses of other kinds than pages, and for what is no address.
  init?(_ address: String) {
    guard address.hasPrefix("https://") || address.hasPrefix("http://"),
      Self.lengths.contains(address.utf8.count), Self.isOneWord(address)
    else { return nil }
    let resolver = "doi.org/"
    if let host = address.find(resolver) {
      let doi = Self.decoded(address[host.upperBound...])
      if Self.isOneWord(doi), ReferenceIdentifiers(text: doi).doi()?.startIndex == doi.startIndex {
        (kind, name) = (.doi, String(doi[...].trimmedPart))
        return
      }
    }
    if address.has("arxiv.org/"), let id = ReferenceIdentifiers(text: address).arxiv() {
      (kind, name) = (.arxiv, "arXiv:\(id)")
      return
    }
    (kind, name) = (.page, address)
  }

  /// Whether a text has neither blanks nor control characters, written as `%0A` or not.
  private static func isOneWord(_ text: String) -> Bool { text.utf8.allSatisfy { $0 > 0x20 } }

  /// With the characters that addresses write as `%28`.
  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Paper {
  /// Gives references the works that links in their entries lead to; what is printed tells more than a
  /// link.
  mutating func bindLinkedWorks() {
    var kinds: [Int: LinkedWork.Kind] = [:]
    for link in links {
      guard let span = link.span, let work = LinkedWork(link.target) else { continue }
      let index = references.partitioningIndex {
        $0.entry.bytes.upperBound > span.bytes.lowerBound
      }
      guard index < references.count, references[index].entry.contains(span),
        references[index].doi == nil, references[index].arxiv == nil,
        work.kind != .page || references[index].url == nil,
        kinds[index].map({ work.kind.rawValue < $0.rawValue }) ?? true
      else { continue }
      kinds[index] = work.kind
      references[index].linked = work.name
    }
  }
}
