internal import IR

// How the values of fields that hold lists, paths and code references are taken apart.

extension LinePiece {
  /// The items between commas and semicolons outside parentheses and code marks.
  var items: [LinePiece] {
    var items: [LinePiece] = []
    var start = 0
    var depth = 0
    var isCode = false
    for (at, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "`"): isCode.toggle()
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: ","), UInt8(ascii: ";"):
        if depth > 0 || isCode { continue }
        items.append(self[start..<at].trimmed)
        start = at + 1
      default: continue
      }
    }
    items.append(self[start..<text.utf8.count].trimmed)
    return items.filter { !$0.text.isEmpty }
  }

  /// What stands between the first brackets, if the piece begins with them.
  var bracketed: LinePiece? {
    guard text.hasPrefix("["), let close = text.offset(of: "]") else { return nil }
    return self[1..<close].trimmed
  }

  /// What follows the first brackets.
  var behindBracket: LinePiece? {
    guard text.hasPrefix("["), let close = text.offset(of: "]") else { return nil }
    return self[(close + 1)..<text.utf8.count]
  }

  /// What stands in each pair of brackets, and the text between and behind them; a link's target
  /// belongs to its brackets, marks and an "and" between groups say nothing.
  var bracketGroups: [LinePiece] {
    var groups: [LinePiece] = []
    var start = 0
    for (at, byte) in text.utf8.enumerated() where at >= start {
      guard byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") else { continue }
      groups.append(self[start..<at].trimmed)
      start = at + 1
      let rest = self[start..<text.utf8.count].text
      if byte == UInt8(ascii: "]"), rest.hasPrefix("("), let close = rest.offset(of: ")") {
        start += close + 1
      }
    }
    groups.append(self[start..<text.utf8.count].trimmed)
    return groups.map(\.withoutConjunction).filter { $0.text.contains { $0.isAlphanumeric } }
  }

  private var withoutConjunction: LinePiece {
    let word = firstWord.text
    return word == "and" || word == "&" ? self[word.utf8.count..<text.utf8.count].trimmed : self
  }

  /// What stands in the last parentheses.
  var parenthesised: LinePiece? {
    guard let open = text.offset(of: "("), let close = text.lastOffset(of: ")"), open < close
    else { return nil }
    return self[(open + 1)..<close].trimmed.unmarked
  }

  var firstWord: LinePiece {
    let trimmed = self.trimmed
    return trimmed[0..<trimmed.text.utf8.prefix { $0 != 0x20 && $0 != 0x09 }.count]
  }

  /// The path of an item: its link target or first word, up to `→` or `#`, without code marks.
  var pathPart: LinePiece {
    if let target = linkTarget { return target }
    let word = firstWord.unmarked
    let end = word.text.offset(of: "→") ?? word.text.offset(of: "#") ?? word.text.utf8.count
    return word[0..<end]
  }

  /// The digits and dashes behind the last colon: `12`, `12-20`.
  var lineSuffix: LinePiece? {
    guard let colon = text.lastOffset(of: ":") else { return nil }
    let suffix = self[(colon + 1)..<text.utf8.count]
    return SourceReference.lines(suffix.text) == nil ? nil : suffix
  }

  var withoutLineSuffix: LinePiece {
    guard let suffix = lineSuffix else { return self }
    return self[0..<(text.utf8.count - suffix.text.utf8.count - 1)]
  }

  /// The contents of code spans.
  var codeSpans: [LinePiece] {
    let marks = text.utf8.enumerated().filter { $0.element == UInt8(ascii: "`") }.map(\.offset)
    return stride(from: 0, to: marks.count - 1, by: 2).map { self[(marks[$0] + 1)..<marks[$0 + 1]] }
  }

  /// `line 12`, `lines 20–90` and `L12-L20`.
  var namedLines: [(piece: LinePiece, range: ClosedRange<Int>)] {
    var found: [(piece: LinePiece, range: ClosedRange<Int>)] = []
    var isAnnounced = false
    for word in text.parts(between: " ,;()") {
      let plain = String(word.map { $0 == "–" || $0 == "—" ? "-" : $0 })
      if plain == "line" || plain == "lines" {
        isAnnounced = true
        continue
      }
      let numbers = plain.filter { $0 != "L" }
      let isMarked = plain.hasPrefix("L") || isAnnounced
      if isMarked, let range = SourceReference.lines(numbers[...]) {
        found.append((LinePiece(text: word, line: line), range))
      }
      isAnnounced = false
    }
    return found
  }
}
