internal import IR

/// A sentence as a row of words that may be parts of terms.
struct TermSentence: Sendable {
  /// In lower case.
  let words: [String]
  /// UTF-8 ranges of the words.
  let ranges: [Range<Int>]
  let text: String
  /// Whether a space alone follows a word.
  private let isJoined: [Bool]
  /// Whether a word can be part of a term.
  let isTermWord: [Bool]

  init(_ text: String) {
    self.text = text
    let bytes = Array(text.utf8)
    let ranges = Self.ranges(bytes, besides: CitationMarks.ranges(in: bytes))
    self.ranges = ranges
    let lower = bytes.map(\.lowercaseASCII)
    words = ranges.map { range in
      let word = String(decoding: lower[range], as: UTF8.self)
      return word.utf8.count == word.scalarCount ? word : word.lowercase
    }
    isJoined = ranges.indices.map { index in
      guard index + 1 < ranges.count else { return false }
      let gap = ranges[index].upperBound..<ranges[index + 1].lowerBound
      return gap.count == 1 && bytes[gap.lowerBound] == UInt8(ascii: " ")
    }
    var isTermWord = words.map(TermWords.isTermWord)
    for index in isTermWord.indices.dropFirst(2) where TermWords.isStatement(words[index]) {
      // `the Bell equation`, but not `Equation 3` and `this equation`.
      isTermWord[index] =
        isJoined[index - 1] && isTermWord[index - 1]
        && UInt8(ascii: "A")...UInt8(ascii: "Z") ~= bytes[ranges[index - 1].lowerBound]
        && bytes[ranges[index].lowerBound] == lower[ranges[index].lowerBound]
    }
    self.isTermWord = isTermWord
  }

  /// Letters and digits in a row, with hyphens, dots and apostrophes inside.
  private static func ranges(_ text: [UInt8], besides marks: [Range<Int>]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(text.count / 5)
    var start: Int?
    var end = 0
    var offset = 0
    var marks = marks[...]
    while offset < text.count {
      let (scalar, next) = text.withUnsafeBufferPointer { $0.scalar(at: offset) }
      if let mark = marks.first, mark.upperBound <= offset { marks = marks.dropFirst() }
      if marks.first?.contains(offset) != true, isLetter(scalar) {
        start = start ?? offset
        end = next
      } else if !(start != nil && end == offset && joints.contains(scalar)) {
        if let first = start { ranges.append(first..<end) }
        start = nil
      }
      offset = next
    }
    if let first = start { ranges.append(first..<end) }
    return ranges
  }

  private static let joints: ScalarSet = "-.'’_"

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x80 else {
      return scalar.isLetter || (0x30...0x39).contains(scalar.value)
    }
    return scalar.isLetter
  }

  /// The words at and after `start` that can be one term.
  func run(from start: Int, limit: Int = TermIndex.longest) -> Range<Int> {
    var end = start
    while end < words.count, end - start < limit, isTermWord[end] {
      end += 1
      if !isJoined[end - 1] { break }
    }
    return start..<max(start, end)
  }

  /// The rows of words that can be terms, as `and`, a colon and the like part them.
  var parts: [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    while start < words.count {
      let row = run(from: start)
      if !row.isEmpty { parts.append(row) }
      start = max(row.upperBound, start + 1)
    }
    return parts
  }

  /// Where the main clause begins: `Intuitively, the band …`, `In this paper, the band …`.
  var opening: Int {
    let isLed = words.first.map(TermWords.opensPhrase) ?? false
    let reach = min(isLed ? 10 : 5, words.count - 1)
    guard reach > 0 else { return 0 }
    let comma = (0..<reach).last { word in
      let gap = ranges[word].upperBound..<ranges[word + 1].lowerBound
      return text(gap) == ", " && !text(0..<gap.lowerBound).contains("(")
    }
    return comma.map { $0 + 1 } ?? 0
  }

  /// Whether it begins with the number of an item: `2) Room tone: …`.
  var isNumbered: Bool {
    guard ranges.count > 1, ranges[0].count < 3 else { return false }
    return [") ", ". "].contains(text(ranges[0].upperBound..<ranges[1].lowerBound))
  }

  /// Whether it gives a number.
  var hasNumber: Bool { words.contains { $0.first?.isNumber == true } }

  /// The words before `end` that can be one term, joined among themselves.
  func run(upTo end: Int) -> Range<Int> {
    var start = end
    while start > 0, end - start < TermIndex.longest, isTermWord[start - 1],
      start == end || isJoined[start - 1]
    {
      start -= 1
    }
    return start..<end
  }

  /// Whether nothing but a citation stands between two neighbouring words: `the band [3, 4] is`.
  func isCited(after index: Int) -> Bool {
    guard index + 1 < ranges.count else { return false }
    let gap = text(ranges[index].upperBound..<ranges[index + 1].lowerBound)
    return CitationMarks.ranges(in: String(gap)).first.map { mark in
      mark.lowerBound == 1 && mark.upperBound == gap.utf8.count - 1 && gap.hasSuffix(" ")
    } ?? false
  }

  /// Whether nothing but a space stands between two neighbouring words.
  func isJoined(after index: Int) -> Bool { isJoined.indices.contains(index) && isJoined[index] }

  /// The first place of words in a row, by their numbers.
  ///
  /// - Parameter own: Those of the words of the sentence.
  func place(of keys: [UInt16], in own: [UInt16]) -> Range<Int>? {
    guard let first = keys.first, own.count >= keys.count, !keys.contains(0) else { return nil }
    for start in 0...(own.count - keys.count) where own[start] == first {
      let end = start + keys.count
      if own[start..<end].elementsEqual(keys),
        (start..<(end - 1)).allSatisfy({ isJoined[$0] })
      {
        return start..<end
      }
    }
    return nil
  }

  /// The words, in the singular, that stand in a UTF-8 range.
  func words(in bytes: Range<Int>) -> [String] {
    ranges.indices.filter { bytes.contains(ranges[$0].lowerBound) }
      .map { Plurals.singular(words[$0]) }
  }

  /// The words that begin in a UTF-8 range.
  func row(in bytes: Range<Int>) -> Range<Int> {
    let start = ranges.partitioningIndex { $0.lowerBound >= bytes.lowerBound }
    let end = ranges.partitioningIndex { $0.lowerBound >= bytes.upperBound }
    return start..<max(start, end)
  }

  /// The UTF-8 range of a row of words.
  func bytes(_ row: Range<Int>) -> Range<Int> {
    ranges[row.lowerBound].lowerBound..<ranges[row.upperBound - 1].upperBound
  }

  /// The text between two bytes.
  func text(_ bytes: Range<Int>) -> Substring { text[...][utf8Range: bytes] }
}
