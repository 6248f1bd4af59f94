/// Text that looks like a credential (`ARA115`): it never enters an artifact, and is never printed.
package enum CredentialPattern {
  /// A fixed start and how many characters of its alphabet must follow.
  private struct Token {
    let prefix: String
    let length: Int
    let isUppercase: Bool
  }

  private static let tokens = [
    Token(prefix: "ghp_", length: 20, isUppercase: false),
    Token(prefix: "gho_", length: 20, isUppercase: false),
    Token(prefix: "github_pat_", length: 20, isUppercase: false),
    Token(prefix: "sk-", length: 20, isUppercase: false),
    Token(prefix: "hf_", length: 30, isUppercase: false),
    Token(prefix: "AKIA", length: 16, isUppercase: true),
  ]

  package static func occurs(in text: String) -> Bool {
    if text.has("-----BEGIN") && text.has("PRIVATE KEY-----") { return true }
    if tokens.contains(where: { holds($0, text) }) { return true }
    return assignsPassword(text)
  }

  private static func holds(_ token: Token, _ text: String) -> Bool {
    var rest = text[...]
    while let found = rest.find(token.prefix) {
      let before =
        found.lowerBound > text.startIndex ? text[text.index(before: found.lowerBound)] : " "
      let body = text[found.upperBound...].prefix { character in
        character.isASCII
          && (character.isNumber
            || (token.isUppercase ? character.isUppercase : character.isLetter))
      }
      if body.count >= token.length, !before.isLetter, !before.isNumber { return true }
      rest = text[found.upperBound...]
    }
    return false
  }

  /// `password = "literal"` or `password=literal`.
  private static func assignsPassword(_ text: String) -> Bool {
    let lower = text.lowercased()
    var rest = lower[...]
    while let found = rest.find("password") {
      var tail = lower[found.upperBound...].drop { $0 == " " || $0 == "\"" || $0 == "'" }
      if tail.first == "=" || tail.first == ":" {
        tail = tail.dropFirst().drop { $0 == " " }
        if let quote = tail.first, quote == "\"" || quote == "'",
          tail.dropFirst().first.map({ $0 != quote && !"{<$%".contains($0) }) ?? false
        {
          return true
        }
      }
      rest = lower[found.upperBound...]
    }
    return false
  }
}
