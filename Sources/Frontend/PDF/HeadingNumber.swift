internal import IR

/// The printed number of a heading: `3`, `3.1.2`, `A`, `B.2`, `IV`.
struct HeadingNumber: Hashable {
  enum Style { case arabic, letter, roman }

  /// As printed, without a final dot: `3.1`, `A`, `II.A` for a letter below a Roman number.
  var text: String
  /// Words of the line that the number takes, the word `Appendix` included.
  let words: Int
  var level: Int
  var style: Style
  /// Whether the word `Appendix` or `Section` stands before it.
  let isNamed: Bool
  /// One value per part.
  private(set) var ordinals: [Int]

  var isAppendix: Bool { style == .letter && level == ordinals.count }

  init?(_ words: [Substring]) {
    guard let word = words.first, Self.mayStand(in: word) else { return nil }
    var first = String(word)
    var used = 1
    var named = false
    if ["appendix", "section"].contains(first.lowercased()), words.count > 1 {
      named = true
      first = String(words[1])
      used = 2
    }
    let trimmed = first.trimmed(of: ".:)—–")
    let parts = trimmed.split(separator: ".", omittingEmptySubsequences: false)
    guard let head = parts.first, !head.isEmpty, parts.count <= 5 else { return nil }
    let tail = parts.dropFirst().compactMap { $0.count <= 2 ? Int($0) : nil }
    guard tail.count == parts.count - 1 else { return nil }
    if head.count <= 2, let value = Int(head), value > 0 {
      style = .arabic
      ordinals = [value] + tail
    } else if head.count == 1, let scalar = head.unicodeScalars.first, scalar >= "A", scalar <= "Z"
    {
      style = .letter
      ordinals = [Int(scalar.value) - 64] + tail
    } else if parts.count == 1, let value = RomanNumeral.value(of: head) {
      style = .roman
      ordinals = [value]
    } else {
      return nil
    }
    text = trimmed
    self.words = used
    level = parts.count
    isNamed = named
  }

  /// False for nearly all words: a letter with a small one behind it begins no number, but for
  /// the two names.
  private static func mayStand(in word: Substring) -> Bool {
    let start = word.utf8.prefix(2)
    guard let first = start.first, let second = start.dropFirst().first,
      second >= UInt8(ascii: "a"), second <= UInt8(ascii: "z"), first < 0x80,
      Unicode.Scalar(first).isLetter
    else { return true }
    return "aAsS".utf8.contains(first)
  }

  /// Whether this number may stand after `last` in one sequence of headings of one style.
  func follows(_ last: HeadingNumber?) -> Bool {
    guard let last else { return ordinals.allSatisfy { $0 == 1 } }
    for length in 1...ordinals.count {
      guard last.ordinals.prefix(length - 1).elementsEqual(ordinals.prefix(length - 1)) else {
        break
      }
      let before = last.ordinals.count >= length ? last.ordinals[length - 1] : 0
      if ordinals[length - 1] > before {
        return ordinals[length - 1] - before <= 2
          && ordinals.dropFirst(length).allSatisfy { $0 == 1 }
      }
    }
    return false
  }

  /// The number read as a Roman one: a single `I`, `V` or `X` is a letter until then.
  var asRoman: HeadingNumber? {
    guard style == .letter, ordinals.count == 1, let value = RomanNumeral.value(of: text) else {
      return nil
    }
    var number = self
    number.style = .roman
    number.ordinals = [value]
    return number
  }
}

/// Follows the numbers of a paper's headings and tells which may come next.
struct Numbering {
  private var lastMain: HeadingNumber?
  private var lastLetter: HeadingNumber?
  private var isBehindBibliography = false

  /// Letters that follow are appendices, whatever letters the sections of the paper had.
  mutating func passBibliography() {
    lastLetter = nil
    isBehindBibliography = true
  }

  /// The number as it belongs into the tree, or nil if it is out of sequence.
  ///
  /// Letters begin appendices; below Roman numbers they are subsections (IEEE).
  mutating func accept(_ number: HeadingNumber, isCertain: Bool) -> HeadingNumber? {
    if let roman = number.asRoman,
      lastMain == nil || (lastMain?.style == .roman && roman.follows(lastMain))
    {
      return accept(roman, isCertain: isCertain)
    }
    guard number.style == .letter else {
      guard
        isCertain || (number.follows(lastMain) && lastMain.map { $0.style == number.style } ?? true)
      else {
        return nil
      }
      lastMain = number
      if number.style == .roman { lastLetter = nil }
      return number
    }
    guard isCertain || number.follows(lastLetter) || beginsLetters(number) else { return nil }
    guard isCertain || lastMain != nil || number.isNamed else { return nil }
    lastLetter = number
    guard let main = lastMain, main.style == .roman, !number.isNamed, !isBehindBibliography else {
      return number
    }
    var nested = number
    nested.level += 1
    nested.text = main.text + "." + number.text
    return nested
  }

  /// Whether the letters may begin with this one: the heading of `A` may have been missed, and a
  /// named one is an appendix for sure.
  private func beginsLetters(_ number: HeadingNumber) -> Bool {
    guard lastLetter == nil, let first = number.ordinals.first else { return false }
    return number.isNamed || (first <= 3 && number.ordinals.dropFirst().allSatisfy { $0 == 1 })
  }
}
