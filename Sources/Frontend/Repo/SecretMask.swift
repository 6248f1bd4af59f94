/// Finds credentials in text by their form and puts asterisks in their place, byte for byte, so
/// that lines and columns stay what they are.
struct SecretMask {
  /// The start of a token, and how many letters, digits, dashes and underscores follow at least.
  private static let tokens: [(prefix: [UInt8], length: Int)] = [
    ("ghp_", 20), ("gho_", 20), ("ghu_", 20), ("ghs_", 20), ("ghr_", 20), ("github_pat_", 20),
    ("glpat-", 20), ("sk-", 20), ("hf_", 30), ("AKIA", 16), ("ASIA", 16), ("AIza", 30),
    ("xoxb-", 20), ("xoxp-", 20), ("xapp-", 20),
  ].map { (Array($0.0.utf8), $0.1) }

  /// Names to which a literal is assigned that is nobody's business, at their ends.
  private static let names = [
    "password", "passwd", "passphrase", "api_key", "apikey", "api-key", "secret_key", "secret",
    "access_key", "access_token", "auth_token", "client_secret",
  ].map { Array($0.utf8) }

  private static let firstBytes: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for token in tokens { table[Int(token.prefix[0])] = true }
    return table
  }()

  /// What the names end with, in either case.
  private static let lastBytes: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for last in names.compactMap(\.last) {
      table[Int(last | 0x20)] = true
      table[Int(last & ~0x20)] = true
    }
    return table
  }()

  private let bytes: [UInt8]
  private var found: [Range<Int>] = []

  /// The text without its credentials, with the row, from 0, of the first; nil if there is none.
  static func masked(_ text: String) -> (text: String, row: Int)? {
    var mask = SecretMask(bytes: Array(text.utf8))
    mask.scan()
    guard let first = mask.found.first else { return nil }
    let row = mask.bytes[..<first.lowerBound].count { $0 == UInt8(ascii: "\n") }
    var bytes = mask.bytes
    for range in mask.found {
      for index in range where bytes[index] != UInt8(ascii: "\n") {
        bytes[index] = UInt8(ascii: "*")
      }
    }
    return (String(decoding: bytes, as: UTF8.self), row)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func scan() {
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      var range: Range<Int>?
      if Self.firstBytes[Int(byte)] {
        range = token(at)
      } else if byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":") {
        range = assigned(at)
      } else if byte == UInt8(ascii: "-") {
        range = privateKey(at)
      }
      if let range { found.append(range) }
      at = max(at + 1, range?.upperBound ?? 0)
    }
  }

  private func token(_ start: Int) -> Range<Int>? {
    guard start == 0 || !Self.isWord(bytes[start - 1]) else { return nil }
    for token in Self.tokens where stands(token.prefix, at: start) {
      let body = start + token.prefix.count
      var end = body
      while end < bytes.count, Self.isWord(bytes[end]) || bytes[end] == UInt8(ascii: "-") {
        end += 1
      }
      // Names in words, such as `sk-learn-model-of-the-month`, have no digit.
      let hasDigit = bytes[body..<end].contains { (0x30...0x39).contains($0) }
      if end - body >= token.length, hasDigit { return start..<end }
    }
    return nil
  }

  private func stands(_ prefix: [UInt8], at start: Int) -> Bool {
    guard start + prefix.count <= bytes.count else { return false }
    for offset in prefix.indices where bytes[start + offset] != prefix[offset] { return false }
    return true
  }

  /// The literal of `password = "…"`, `"password": "…"` and `API_KEY=…` at its sign.
  private func assigned(_ sign: Int) -> Range<Int>? {
    var end = sign
    while end > 0, " \t\"'".utf8.contains(bytes[end - 1]) { end -= 1 }
    guard end > 0, Self.lastBytes[Int(bytes[end - 1])] else { return nil }
    let name = Self.names.first { name in
      end >= name.count
        && zip(bytes[(end - name.count)..<end], name).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
    guard let name else { return nil }
    var start = sign + 1
    while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    guard start < bytes.count else { return nil }
    let quote = bytes[start]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { start += 1 }
    // Without quotes it is a variable of a shell, where nothing stands around the sign.
    guard isQuoted || start == sign + 1 && bytes[sign] == UInt8(ascii: "=") && end == sign else {
      return nil
    }
    var stop = start
    while stop < bytes.count, isQuoted ? bytes[stop] != quote : bytes[stop] > 0x20 {
      if bytes[stop] == UInt8(ascii: "\n") { return nil }
      stop += 1
    }
    let value = start..<stop
    return Self.isSecret(
      bytes[value], isQuoted: isQuoted, isPassword: name.starts(with: "pass".utf8)) ? value : nil
  }

  /// Whether a literal is long enough for a secret, and neither a place for one nor a piece of code.
  private static func isSecret(
    _ value: ArraySlice<UInt8>, isQuoted: Bool, isPassword: Bool
  ) -> Bool {
    guard value.count >= (isQuoted ? 6 : 8),
      !value.contains(where: { "<>{}$()[]".utf8.contains($0) })
    else { return false }
    if value.allSatisfy({ $0 == value.first || $0 == UInt8(ascii: "-") }) { return false }
    let lower = String(decoding: value, as: UTF8.self).lowercased()
    let isPlace = ["your", "xxx", "...", "example", "changeme", "environ"].contains {
      lower.contains($0)
    }
    guard !isPlace, !value.contains(0x20) else { return false }
    // `API_KEY = "NAME_OF_A_VARIABLE"` says where the secret is, and keys are no words.
    let isVariable = value.allSatisfy {
      (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
    }
    return !isVariable && (isPassword || value.contains { (0x30...0x39).contains($0) })
  }

  /// From the first line of a private key to its last.
  private func privateKey(_ start: Int) -> Range<Int>? {
    guard stands(Self.keyBegins, at: start) else { return nil }
    let line = bytes[start...].prefix { $0 != UInt8(ascii: "\n") }
    guard String(decoding: line, as: UTF8.self).contains("PRIVATE KEY-----") else { return nil }
    let rest = bytes[line.endIndex...]
    let end = rest.firstRange(of: Self.keyEnds)?.lowerBound ?? bytes.count
    let last = bytes[end...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    return start..<last
  }

  private static let keyBegins = Array("-----BEGIN ".utf8)
  private static let keyEnds = Array("-----END ".utf8)

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      || byte == UInt8(ascii: "_")
  }
}
