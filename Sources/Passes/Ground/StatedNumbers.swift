internal import IR

/// The numbers in a printed value: `3×10^{−2} / 10^{−3}` has two, `1,000 resamples` has one.
enum StatedNumbers {
  static func all(in text: String) -> [Double] {
    if let whole = Magnitude.parse(text) ?? written[text.lowercase] { return [whole] }
    var joined = text
    for sign in ["×", "·", "⋅"] {
      joined = joined.swapping(" \(sign) 10^", for: "\(sign)10^")
    }
    return joined.split { " /;()[]<>≤≥=".contains($0) }.flatMap(numbers)
  }

  /// Those that are joined to a noun: `200-dimensional`.
  static func compounds(in text: String) -> [Double] {
    text.split(separator: " ").compactMap { word in
      guard let hyphen = word.firstIndex(of: "-"), hyphen > word.startIndex,
        word[word.index(after: hyphen)...].first?.isLetter == true
      else { return nil }
      return Magnitude.parse(String(word[..<hyphen]))
    }
  }

  /// Numbers in letters, as far as papers write them so.
  static let written: [String: Double] = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12, "twenty": 20,
  ]

  /// Those as a search has them.
  static let stems = Set(written.keys.map(Terms.stem))

  private static func numbers(in word: Substring) -> [Double] {
    let core = word.trimmed(of: ".,:≈∼~±")
    if !hasList(core), let whole = Magnitude.parse(core) { return [whole] }
    let parts = core.split { ",{}".contains($0) || (!core.has("10^") && "×x".contains($0)) }
    guard parts.count > 1 else { return [] }
    return parts.compactMap { Magnitude.parse(String($0)) }
  }

  /// Whether commas part numbers rather than their thousands.
  private static func hasList(_ text: String) -> Bool {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    return parts.count > 1
      && !parts.dropFirst().allSatisfy { $0.count == 3 && $0.allSatisfy(\.isASCIIDigit) }
  }
}
