internal import IR

/// What the numbers of a line of code are of, where its syntax says so: `lr` of the `0.1` in
/// `SGD(model, lr=0.1)`, `epoch` of the `50` in `epoch % 50`, `limit` of that in `--limit 50`.
struct NumberOwners {
  struct Owned {
    let number: Double
    /// The words of its name.
    let owner: Set<String>
    /// Whether the name is not its own: that of the call whose argument it is, or of what is divided
    /// by it.
    var isPlace = false
  }

  private(set) var owned: [Owned] = []
  /// The numbers that stand somewhere in the line without a name of their own.
  private(set) var free: Set<Double> = []

  private let text: [UInt8]
  /// The words of the name that the line gives a value, which numbers without another name are of.
  private let named: Set<String>

  /// Calls whose value is that of what they are given.
  private static let transparent: Set<String> = [
    "int", "float", "str", "list", "tuple", "array", "tensor", "asarray", "round", "max", "min",
    "range", "list_of", "field", "grid_search",
  ]
  /// Names of arguments that leave open what of.
  static let bare: Set<String> = [
    "default", "value", "val", "values", "initial_value", "init_value", "choices", "const", "x",
    "n",
    "k",
  ]

  init(_ code: Substring, named: Set<String>) {
    text = Array(code.utf8)
    self.named = named
    guard text.contains(where: \.isASCIIDigit) else { return }
    var at = 0
    while at < text.count {
      guard startsNumber(at) else {
        at += 1
        continue
      }
      var end = at
      while end < text.count, Self.isNamed(text[end]) || text[end] == UInt8(ascii: ".") { end += 1 }
      let numbers = Terms(String(decoding: text[at..<end], as: UTF8.self)).numbers
      let owner = owner(of: at)
      for number in numbers.sorted() {
        guard let owner else {
          free.insert(number)
          continue
        }
        owned.append(Owned(number: number, owner: owner.words, isPlace: owner.isPlace))
      }
      at = end
    }
  }

  private func startsNumber(_ at: Int) -> Bool {
    guard text[at].isASCIIDigit else { return false }
    return at == 0 || !Self.isNamed(text[at - 1])
  }

  // MARK: Owners

  /// Nil where no name says what the number is of.
  private func owner(of number: Int) -> (words: Set<String>, isPlace: Bool)? {
    if let name = divided(before: number) { return words(name).map { ($0, true) } }
    // What is held against the number may have no words, as in `done = t >= 50`.
    if let near = compared(before: number) ?? option(before: number) {
      return words(near).map { ($0, false) }
    }
    return enclosing(number)
  }

  /// What the call, the list or the line gives a name that the number stands in.
  private func enclosing(_ number: Int) -> (words: Set<String>, isPlace: Bool)? {
    var at = number
    for _ in 0..<Self.depthLimit {
      guard let open = opening(before: at) else {
        let name = keyword(from: 0, to: at).flatMap { Self.bare.contains($0) ? nil : words($0) }
        return (name ?? (named.isEmpty ? loop() : named)).map { ($0, false) }
      }
      if let name = keyword(from: open.segment, to: at), !Self.bare.contains(name) {
        return words(name).map { ($0, false) }
      }
      if text[open.bracket] == UInt8(ascii: "("), let callee = callee(before: open.bracket),
        !Self.transparent.contains(callee)
      {
        if declares(callee), !named.isEmpty { return (named, false) }
        // Of an argument without a name only its place tells what it is.
        let words = Terms(callee).words.union(named)
        return words.isEmpty ? nil : (words, true)
      }
      at = open.bracket
    }
    return nil
  }

  private static let depthLimit = 8

  private func declares(_ callee: String) -> Bool {
    CodeLine.declarations.contains { callee.contains($0) }
  }

  private func words(_ name: String) -> Set<String>? {
    let words = Terms(name).words
    return words.isEmpty ? nil : words
  }

  /// `epoch % 5`: the name before the sign.
  private func divided(before number: Int) -> String? {
    let rest = trimmed(text[..<number])
    guard rest.last == UInt8(ascii: "%") else { return nil }
    return name(before: trimmed(rest.dropLast()))
  }

  /// `x < 5`, `lr=5`: the name before the sign.
  private func compared(before number: Int) -> String? {
    var rest = trimmed(text[..<number])
    guard let sign = rest.last else { return nil }
    switch sign {
    case UInt8(ascii: "<"), UInt8(ascii: ">"): rest.removeLast()
    case UInt8(ascii: "="):
      let double = rest.dropLast().last ?? 0
      guard "=<>!".utf8.contains(double) else {
        // `lr=0.1`, without spaces, on a line of commands.
        let name = rest.endIndex == number ? name(before: rest.dropLast()) : nil
        return name.flatMap { Self.bare.contains($0) ? nil : $0 }
      }
      rest.removeLast(2)
    default: return nil
    }
    return name(before: trimmed(rest))
  }

  /// `--limit 5`, `--limit=5`, where nothing but numbers stands between.
  private func option(before number: Int) -> String? {
    var rest = text[..<number]
    while let last = rest.last, !last.isASCIILetter { rest.removeLast() }
    let gap = text[rest.endIndex..<number]
    guard gap.allSatisfy({ $0.isASCIIDigit || " =.\"'".utf8.contains($0) }) else { return nil }
    let word = rest.reversed().prefix { Self.isNamed($0) || $0 == UInt8(ascii: "-") || $0 == 0x2E }
    let option = Array(word.reversed())
    guard option.starts(with: "--".utf8) else { return nil }
    return String(decoding: option, as: UTF8.self)
  }

  /// The bracket that stands open at a place, and where the part between commas begins.
  private func opening(before place: Int) -> (bracket: Int, segment: Int)? {
    var depth = 0
    var segment: Int?
    var at = place - 1
    while at >= 0 {
      switch text[at] {
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth += 1
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        if depth == 0 { return (at, segment ?? at + 1) }
        depth -= 1
      case UInt8(ascii: ","), UInt8(ascii: ";"):
        if depth == 0, segment == nil { segment = at + 1 }
      default: break
      }
      at -= 1
    }
    return nil
  }

  /// The name at the start of a part, if a value follows it: `lr=0.1`, `"lr": 0.1`.
  private func keyword(from start: Int, to end: Int) -> String? {
    var start = start
    if let comma = text[start..<end].lastIndex(of: UInt8(ascii: ",")),
      isOutside(comma, start..<end)
    {
      start = comma + 1
    }
    var rest = text[start..<end].drop { " \t\"'*".utf8.contains($0) }
    let name = rest.prefix { Self.isNamed($0) || $0 == UInt8(ascii: "-") || $0 == 0x2E }
    guard let first = name.first, first.isASCIILetter else { return nil }
    rest = rest[name.endIndex...].drop { " \"'".utf8.contains($0) }
    guard let sign = rest.first else { return nil }
    let isSet = sign == UInt8(ascii: "=") && rest.dropFirst().first != sign
    guard isSet || sign == UInt8(ascii: ":") else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  /// Whether no bracket is open at a place of a range.
  private func isOutside(_ place: Int, _ range: Range<Int>) -> Bool {
    var depth = 0
    for byte in text[place..<range.upperBound] {
      if ")]}".utf8.contains(byte) { depth -= 1 }
      if "([{".utf8.contains(byte) { depth += 1 }
    }
    return depth == 0
  }

  private func callee(before bracket: Int) -> String? {
    let name = text[..<bracket].reversed().prefix { Self.isNamed($0) }
    return name.isEmpty ? nil : String(decoding: Array(name.reversed()), as: UTF8.self).lowercased()
  }

  /// The variable of `for epoch in range(5)`.
  private func loop() -> Set<String>? {
    guard text.starts(with: "for ".utf8) else { return nil }
    let name = text.dropFirst(4).prefix { Self.isNamed($0) }
    return name.count > 1 ? words(String(decoding: Array(name), as: UTF8.self)) : nil
  }

  // MARK: Bytes

  private func name(before end: ArraySlice<UInt8>) -> String? {
    let name = Array(end.reversed().prefix { Self.isNamed($0) || $0 == 0x2E }.reversed())
    // An attribute is called by its own name.
    let own = name.starts(with: "self.".utf8) ? Array(name.dropFirst(5)) : name
    return own.isEmpty ? nil : String(decoding: own, as: UTF8.self)
  }

  private func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while text.last == 0x20 { text.removeLast() }
    return text
  }

  private static func isNamed(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte.isASCIIDigit || byte.isASCIILetter
  }
}
