internal import IR

/// The names that a bibliography entry begins with.
struct AuthorPart {
  /// With the dot of a last initial or of `et al.`, without any other.
  private(set) var text: Substring

  /// Whether names are printed as `Surname, I.`.
  private let isInverted: Bool

  /// Takes the words before the first full stop that ends the names.
  init(_ entry: Substring) {
    isInverted = Self.isInverted(entry)
    text = entry
    for dot in entry.utf8.indices where ".?!:".utf8.contains(entry.utf8[dot]) {
      if entry[dot] == ":" {
        // `Surname, I.: Title` and `Surname, I., et al.: Title`.
        if entry[..<dot].hasSuffix("."), entry[dot...].hasPrefix(": ") {
          text = entry[..<dot]
          return
        }
        continue
      }
      if entry.isSentenceEnd(dot) {
        text = entry[..<dot]
        return
      }
      if entry[dot] == ".", endsNames(entry, dot) {
        text = entry[...dot]
        return
      }
    }
  }

  /// Whether the names end with this dot, though it belongs to an initial or to `et al.`.
  private func endsNames(_ entry: Substring, _ dot: Substring.Index) -> Bool {
    let after = entry[entry.index(after: dot)...]
    guard after.first == " ", let next = after.words(maxSplits: 1).first, let first = next.first
    else { return false }
    let words = entry[...dot].words()
    if words.last?.lowercased() == "al." {
      return first.isUppercase || first.isNumber || "“\"‘(".contains(first)
    }
    guard isInverted, first.isUppercase || first.isNumber || "{[".contains(first),
      !Self.isInitials(next),
      !["Jr.", "Sr.", "II", "III"].contains(next.trimmed(of: ","))
    else { return false }
    // `Surname, I.` ends a name; the initials of `and I. Surname` or `I., I. Surname` begin one.
    guard let initials = words.last, Self.isInitials(initials) else { return false }
    let before = words.dropLast().last { $0.hasSuffix(",") || !Self.isInitials($0) }
    guard let before else { return false }
    return before.hasSuffix(",") && !Self.isInitials(before)
  }

  /// Whether the first name is one word or a few with particles, a comma and initials, and the next
  /// name begins with no initials: `Surname, I., I. Surname` turns the first name around alone.
  private static func isInverted(_ entry: Substring) -> Bool {
    let words = entry.words(maxSplits: 8).prefix(8)
    guard let comma = words.firstIndex(where: { $0.hasSuffix(",") }), comma < 3,
      !words[...comma].contains(where: { $0.contains(".") })
    else { return false }
    // A surname of two words goes with initials alone: `Castro Ferreira, T.,`.
    if words[...comma].count(where: { $0.first?.isUppercase == true }) != 1 {
      guard comma + 1 < words.endIndex, words[comma + 1].hasSuffix(","),
        isInitials(words[comma + 1])
      else { return false }
    }
    let initials = words[(comma + 1)...].prefix { isInitials($0) }
    guard let end = initials.firstIndex(where: { $0.hasSuffix(",") }) else {
      return !initials.isEmpty
    }
    return end + 1 == initials.endIndex
  }

  /// `A.`, `J.-P.`, `W.-t.`, `J.R.`, with or without a comma behind it.
  private static func isInitials(_ word: Substring) -> Bool {
    let core = word.hasSuffix(",") ? word.dropLast() : word
    guard core.hasSuffix("."), core.first?.isUppercase == true else { return false }
    return core.split { ".-‐".contains($0) }.allSatisfy { $0.count == 1 && $0.letterCount == 1 }
  }
}

extension Substring {
  /// Whether a mark ends a sentence rather than an initial or an abbreviation.
  func isSentenceEnd(_ dot: Index) -> Bool {
    let after = index(after: dot)
    guard after == endIndex || self[after] == " " else { return false }
    guard self[dot] == "." else { return true }
    let token = self[(self[..<dot].lastIndex(of: " ").map { index(after: $0) } ?? startIndex)..<dot]
    let parts = token.split { "-‐".contains($0) }
    guard let word = parts.last else { return true }
    let letters = word.filter(\.isLetter)
    // The second half of initials may be small: `W.-t.`.
    let followsInitial = parts.count > 1 && parts.dropLast().allSatisfy { $0.hasSuffix(".") }
    if letters.count == 1, followsInitial || letters.first?.isUppercase == true { return false }
    // `Casas, D. d. L.`: particles are shortened too.
    if letters.count == 1, self[..<token.startIndex].hasSuffix(". ") { return false }
    if token.contains(".") { return token.letterCount > 3 || token.last?.isNumber == true }
    return !Self.abbreviations.contains(word.lowercased())
  }

  private static let abbreviations: Set<String> = [
    "al", "jr", "sr", "st", "ed", "eds", "vol", "no", "pp", "vs", "dr",
  ]
}
