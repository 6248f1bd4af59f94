internal import IR

/// A kind of identifier (`spec/ara-format.md`, section 4); the raw value is its prefix.
enum IDSpace: String, CaseIterable, Sendable {
  case claim = "C"
  case experiment = "E"
  case heuristic = "H"
  case relatedWork = "RW"
  case observation = "O"
  case gap = "G"
  case assumption = "A"
  case node = "N"
  case requirement = "R"

  var name: String {
    switch self {
    case .claim: "claim"
    case .experiment: "experiment"
    case .heuristic: "heuristic"
    case .relatedWork: "related work"
    case .observation: "observation"
    case .gap: "gap"
    case .assumption: "assumption"
    case .node: "node"
    case .requirement: "requirement"
    }
  }

  /// Whether one-digit numbers have a zero in front.
  var isPadded: Bool {
    switch self {
    case .observation, .gap, .assumption: false
    default: true
    }
  }
}

/// An identifier as it stands in a text.
struct IDToken: Hashable, Sendable {
  let space: IDSpace
  let piece: LinePiece

  var id: String { String(piece.text) }

  /// Its number; nil if no machine word holds it.
  var number: Int? { IDToken.number(of: id, in: space) }

  static func number(of id: some StringProtocol, in space: IDSpace) -> Int? {
    Int(id.dropFirst(space.rawValue.utf8.count))
  }

  enum Boundary: Sendable {
    /// Letters, digits or marks of a name beside it make it part of another word.
    case words
    /// Whatever stands before it: how `seal.py` searches.
    case unanchored
  }

  /// The identifiers of these spaces in a piece of text, in order.
  static func scan(_ piece: LinePiece, for spaces: [IDSpace], at boundary: Boundary = .words)
    -> [IDToken]
  {
    let found = piece.text.utf8.withContiguousStorageIfAvailable { bytes in
      IDScanner(bytes: bytes, spaces: spaces, boundary: boundary).scan()
    }
    return (found ?? []).map { IDToken(space: $0.space, piece: piece[$0.range]) }
  }

  /// The identifier that the whole text is.
  static func parse(_ text: some StringProtocol) -> IDSpace? {
    let digits = text.utf8.reversed().prefix { $0.isASCIIDigit }.count
    guard digits > 0 else { return nil }
    return IDSpace(rawValue: String(text.dropLast(digits)))
  }
}

private struct IDScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let spaces: [IDSpace]
  let boundary: IDToken.Boundary

  func scan() -> [(space: IDSpace, range: Range<Int>)] {
    var found: [(space: IDSpace, range: Range<Int>)] = []
    var at = 0
    while at < bytes.count {
      if let token = token(at) {
        found.append(token)
        at = token.range.upperBound
      } else {
        at += 1
      }
    }
    return found
  }

  private func token(_ start: Int) -> (space: IDSpace, range: Range<Int>)? {
    // Every prefix is a capital.
    guard bytes[start] >= 0x41, bytes[start] <= 0x5A, mayHoldNumber(behind: start) else {
      return nil
    }
    for space in spaces where starts(with: space.rawValue, start) {
      let digits = start + space.rawValue.utf8.count
      var end = digits
      while end < bytes.count, bytes[end].isASCIIDigit { end += 1 }
      guard end > digits else { continue }
      if boundary == .words, !isFree(start, end) { continue }
      return (space, start..<end)
    }
    return nil
  }

  /// Whether a digit stands behind one or two letters.
  private func mayHoldNumber(behind start: Int) -> Bool {
    (start + 1..<min(start + 3, bytes.count)).contains { bytes[$0].isASCIIDigit }
  }

  private func starts(with prefix: String, _ start: Int) -> Bool {
    bytes[start...].starts(with: prefix.utf8)
  }

  private func isFree(_ start: Int, _ end: Int) -> Bool {
    if start > 0, isNamePart(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "-") {
      return start > 1 && bytes[start - 1] == UInt8(ascii: "-") && bytes[start - 2].isASCIIDigit
    }
    guard end < bytes.count else { return true }
    if bytes[end] == UInt8(ascii: "-"), end + 1 < bytes.count, bytes[end + 1].isASCIILetter {
      return spaces.contains { starts(with: $0.rawValue, end + 1) }
    }
    if bytes[end] == UInt8(ascii: "."), end + 1 < bytes.count {
      return !bytes[end + 1].isASCIILetter && !bytes[end + 1].isASCIIDigit
    }
    return !isNamePart(bytes[end])
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "/")
      || byte >= 0xC3 && byte < 0xE2  // letters of other scripts; dashes and arrows begin at E2
  }
}
