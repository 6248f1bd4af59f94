/// Credentials in text, told by their form.
///
/// What the frontend masks, what no pass quotes and what the verifier reports (`ARA115`) is decided
/// here alone: with two rules, what one leaves in an artifact on purpose is what the other refuses.
/// The text may be quoted in JSON, where a backslash stands before a quotation mark.
package struct CredentialFinder {
  package enum Kind: Sendable { case accessToken, password, privateKey }

  package struct Credential: Equatable, Sendable {
    package let kind: Kind
    /// The bytes that nobody is to see.
    package let range: Range<Int>
  }

  package static func occurs(in text: some StringProtocol) -> Bool { first(in: text) != nil }

  package static func first(in text: some StringProtocol) -> Credential? {
    let found = text.utf8.withContiguousStorageIfAvailable { CredentialFinder($0).next(from: 0) }
    if let found { return found }
    var copy = String(text)
    return copy.withUTF8 { CredentialFinder($0).next(from: 0) }
  }

  /// All of a text, in order.
  package static func all(in text: UnsafeBufferPointer<UInt8>) -> [Credential] {
    let finder = CredentialFinder(text)
    var found: [Credential] = []
    while let next = finder.next(from: found.last?.range.upperBound ?? 0) { found.append(next) }
    return found
  }

  let bytes: UnsafeBufferPointer<UInt8>

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private func next(from start: Int) -> Credential? {
    // A credential has one of these bytes.
    for pivot in BytePlaces(bytes, of: Self.pivots, from: start) {
      if let found = credential(at: pivot, from: start) { return found }
    }
    return nil
  }

  private static let pivots = BytePivots("=:_-A")

  private func credential(at pivot: Int, from start: Int) -> Credential? {
    switch bytes[pivot] {
    case UInt8(ascii: "="): assigned(pivot).map { Credential(kind: .password, range: $0) }
    case UInt8(ascii: ":"):
      (inAddress(pivot) ?? assigned(pivot)).map { Credential(kind: .password, range: $0) }
    case UInt8(ascii: "-"):
      privateKey(pivot).map { Credential(kind: .privateKey, range: $0) }
        ?? token(pivot, from: start).map { Credential(kind: .accessToken, range: $0) }
    default: token(pivot, from: start).map { Credential(kind: .accessToken, range: $0) }
    }
  }

  // MARK: Tokens

  /// A fixed start and how many characters follow at least.
  private struct Token {
    let prefix: StaticString
    let length: Int
    /// Where in the prefix the byte stands that it is found by.
    var pivot: Int { prefix.utf8Start[0] == UInt8(ascii: "A") ? 0 : prefix.utf8CodeUnitCount - 1 }
    /// Of capitals and digits alone.
    var isUppercase = false
  }

  private static let tokens: [Token] = [
    Token(prefix: "ghp_", length: 20), Token(prefix: "gho_", length: 20),
    Token(prefix: "ghu_", length: 20), Token(prefix: "ghs_", length: 20),
    Token(prefix: "ghr_", length: 20), Token(prefix: "github_pat_", length: 20),
    Token(prefix: "hf_", length: 30), Token(prefix: "glpat-", length: 20),
    Token(prefix: "sk-", length: 20), Token(prefix: "xoxb-", length: 20),
    Token(prefix: "xoxp-", length: 20), Token(prefix: "xapp-", length: 20),
    Token(prefix: "AKIA", length: 16, isUppercase: true),
    Token(prefix: "ASIA", length: 16, isUppercase: true), Token(prefix: "AIza", length: 30),
  ]

  /// The token whose prefix has its pivot at `pivot`.
  private func token(_ pivot: Int, from least: Int) -> Range<Int>? {
    guard mayEndPrefix(pivot) else { return nil }
    for token in Self.tokens where token.prefix.utf8Start[token.pivot] == bytes[pivot] {
      let start = pivot - token.pivot
      guard start >= least, token.prefix.withUTF8Buffer({ bytes[start...].starts(with: $0) }),
        start == 0 || !Self.isAlphanumeric(bytes[start - 1])
      else { continue }
      let body = start + token.prefix.utf8CodeUnitCount
      let form = Form(bytes[body...].prefix { Self.isOfToken($0) })
      guard form.bytes.count >= token.length, !form.isPlace else { continue }
      let isRandom =
        token.isUppercase
        ? !form.hasLowercase && !form.hasMarks
        // Names in words, such as `sk-learn-model-of-the-month`, have neither.
        : form.hasDigits || form.hasLowercase && form.hasUppercase && !form.hasMarks
      if isRandom { return start..<form.bytes.endIndex }
    }
    return nil
  }

  /// Names have underscores and dashes all the time: most are told by what stands beside them.
  private func mayEndPrefix(_ pivot: Int) -> Bool {
    if bytes[pivot] == UInt8(ascii: "A") {
      return pivot + 1 < bytes.count && Self.secondOfKeys.contains(bytes[pivot + 1])
    }
    return pivot > 1 && Self.lastOfPrefixes.contains(bytes[pivot - 1])
      && Self.lastButOneOfPrefixes.contains(bytes[pivot - 2])
  }

  private static let secondOfKeys = ByteSet("KSI")
  private static let lastOfPrefixes = ByteSet("pousrtfkb")
  private static let lastButOneOfPrefixes = ByteSet("hasxp")

  private static func isOfToken(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || byte.isASCIILetter
  }

  // MARK: Keys

  /// From the first line of a private key to its last.
  private func privateKey(_ start: Int) -> Range<Int>? {
    guard bytes[start...].starts(with: Self.keyBegins) else { return nil }
    let line = bytes[start...].prefix { $0 != UInt8(ascii: "\n") }
    let text = UnsafeBufferPointer(rebasing: line)
    guard Self.keyName.withUTF8Buffer({ text.firstOffset(of: $0) }) != nil else { return nil }
    let end = Self.keyEnds.withUTF8Buffer { bytes.firstOffset(of: $0, from: line.endIndex) }
    let last = bytes.firstOffset(of: UInt8(ascii: "\n"), from: end ?? bytes.count)
    return start..<(last ?? bytes.count)
  }

  private static let keyBegins = Array("-----BEGIN ".utf8)
  private static let keyName: StaticString = "PRIVATE KEY-----"
  private static let keyEnds: StaticString = "-----END "

  // MARK: Assignments

  /// The literal of `password = "…"`, `"password": "…"`, `password: str = "…"`, `API_KEY=…` and of
  /// the line `password: …` at its sign.
  private func assigned(_ sign: Int) -> Range<Int>? {
    let isColon = bytes[sign] == UInt8(ascii: ":")
    var end = sign
    if !isColon, end > 0, bytes[end - 1] == UInt8(ascii: ":") { end -= 1 }
    while end > 0, Self.isGap(bytes[end - 1]) { end -= 1 }
    guard end > 1, Self.lastOfNames.contains(bytes[end - 1]),
      Self.lastButOneOfNames.contains(bytes[end - 2]), let name = name(before: end)
    else { return nil }
    var start = sign + 1
    if !isColon, start < bytes.count, bytes[start] == UInt8(ascii: "=") { start += 1 }
    let isPassword = name.utf8Start[0] == UInt8(ascii: "p")
    let value = skippingBlanks(from: start)
    let quote = quote(at: value) ?? (isColon ? quoteBehindType(at: value) : nil)
    if let quote { return literal(at: quote, isPassword: isPassword) }
    if isColon { return line(of: end - name.utf8CodeUnitCount, at: value) }
    let isTight = end == sign && value == sign + 1
    return word(at: value, isTight: isTight, isPassword: isPassword)
  }

  /// The only word behind a key that begins its line, as YAML has it: with a digit, since `string` and
  /// `required` stand there too.
  private func line(of key: Int, at value: Int) -> Range<Int>? {
    var start = key
    while start > 0, Self.isOfToken(bytes[start - 1]) { start -= 1 }
    while start > 0, Self.isBlank(bytes[start - 1]) { start -= 1 }
    guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n"),
      let word = word(at: value, isTight: false, isPassword: false)
    else { return nil }
    let end = skippingBlanks(from: word.upperBound)
    let isAlone = end == bytes.count || Self.endsLines.contains(bytes[end])
    return isAlone ? word : nil
  }

  private static let endsLines = ByteSet("\r\n#")

  /// Names to which a literal is assigned that is nobody's business, at their ends.
  private static let names: [StaticString] = [
    "password", "passwd", "passphrase", "api_key", "apikey", "api-key", "secret_key", "secret",
    "access_key", "access_token", "auth_token", "client_secret",
  ]
  private static let lastOfNames = ByteSet("dDeEyYtTnN")
  private static let lastButOneOfNames = ByteSet("rRwWsSeE")

  private func name(before end: Int) -> StaticString? {
    Self.names.first { name in
      name.withUTF8Buffer { name in
        let start = end - name.count
        return start >= 0 && name.indices.allSatisfy { bytes[start + $0] | 0x20 == name[$0] | 0x20 }
      }
    }
  }

  private static func isGap(_ byte: UInt8) -> Bool { isBlank(byte) || isMark(byte) || byte == 0x5C }
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private static func isMark(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 }

  private func skippingBlanks(from start: Int) -> Int {
    var at = start
    while at < bytes.count, Self.isBlank(bytes[at]) { at += 1 }
    return at
  }

  /// The quotation mark at a place, behind backslashes and what Python writes before a string.
  private func quote(at start: Int) -> Int? {
    let rest = bytes[min(start, bytes.count)...]
    let mark = rest.prefix(4).firstIndex(where: Self.isMark)
    guard let mark, rest[..<mark].allSatisfy(Self.prefixes.contains) else { return nil }
    return mark
  }

  private static let prefixes = ByteSet("\\rbfuRBFU")

  /// The one of `str = "…"`.
  private func quoteBehindType(at start: Int) -> Int? {
    let type = bytes[start...].prefix(40).prefix {
      Self.isAlphanumeric($0) || Self.ofTypes.contains($0)
    }
    guard type.endIndex < bytes.count, bytes[type.endIndex] == UInt8(ascii: "=") else { return nil }
    return quote(at: skippingBlanks(from: type.endIndex + 1))
  }

  private static let ofTypes = ByteSet("_.[]|, ")

  /// What stands behind a quotation mark, up to the next one on the line.
  private func literal(at quote: Int, isPassword: Bool) -> Range<Int>? {
    let rest = bytes[(quote + 1)...]
    var value = rest.prefix { $0 != bytes[quote] && $0 != UInt8(ascii: "\n") }
    guard value.endIndex < bytes.count, bytes[value.endIndex] == bytes[quote] else { return nil }
    while value.last == UInt8(ascii: "\\") { value.removeLast() }
    let form = Form(value)
    return value.count >= 6 && form.isSecret(isPassword: isPassword)
      ? value.startIndex..<value.endIndex : nil
  }

  /// A word without quotation marks, which in a program is a name and elsewhere a literal.
  private func word(at start: Int, isTight: Bool, isPassword: Bool) -> Range<Int>? {
    var word = bytes[min(start, bytes.count)...].prefix {
      $0 > 0x20 && !Self.endsWords.contains($0)
    }
    let whole = word.count
    while let last = word.last, ",;.)".utf8.contains(last) { word.removeLast() }
    let form = Form(word)
    // Within a call nothing but a name has no quotation marks.
    let isEnclosed = word.count < whole && bytes[word.endIndex] != UInt8(ascii: ".")
    let isName =
      form.isName
      && (isEnclosed || form.isNamedAfterSecrets
        || (form.hasDots || form.hasUnderscores || !isTight) && !form.hasDigits)
    let isCall = word.contains { Self.opensCalls.contains($0) }
    return word.count >= 8 && !isName && !isCall && form.isSecret(isPassword: isPassword)
      ? word.startIndex..<word.endIndex : nil
  }

  private static let opensCalls = ByteSet("([{$")
  private static let endsWords = ByteSet("\"'`\\<>")
}
