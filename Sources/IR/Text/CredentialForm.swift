extension CredentialFinder {
  /// What characters a candidate for a credential is made of.
  struct Form {
    let bytes: Slice<UnsafeBufferPointer<UInt8>>
    private(set) var hasDigits = false
    private(set) var hasLowercase = false
    private(set) var hasUppercase = false
    private(set) var hasUnderscores = false
    private(set) var hasDots = false
    /// Whether anything else stands in it, dashes included.
    private(set) var hasOthers = false
    private var hasBlanks = false

    init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
      self.bytes = bytes
      for byte in bytes {
        switch byte {
        case 0x30...0x39: hasDigits = true
        case 0x61...0x7A: hasLowercase = true
        case 0x41...0x5A: hasUppercase = true
        case UInt8(ascii: "_"): hasUnderscores = true
        case UInt8(ascii: "."): hasDots = true
        default:
          hasOthers = true
          hasBlanks = hasBlanks || byte <= 0x20
        }
      }
    }

    var hasMarks: Bool { hasOthers || hasUnderscores || hasDots }

    /// Whether it can be a name of a program: `settings.key2`.
    var isName: Bool {
      !hasOthers && bytes.first.map { !$0.isASCIIDigit && $0 != 0x2E } ?? false
    }

    /// What holds a credential is called after it: `user.api_key`.
    var isNamedAfterSecrets: Bool {
      let last = bytes.suffix(8).map { $0 | 0x20 }
      return Self.secrets.contains { last.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    private static let secrets = ["key", "password", "passwd", "token", "secret"]

    /// Whether a literal is neither a place for a secret nor a piece of a program. A key has digits;
    /// a password may be a word.
    func isSecret(isPassword: Bool) -> Bool {
      guard !hasBlanks, !isPlace, !isVariable, !isTemplate else { return false }
      return isPassword || hasDigits
    }

    /// `API_KEY = "NAME_OF_A_VARIABLE"` says where the secret is.
    private var isVariable: Bool {
      !hasLowercase && !hasOthers && !hasDots && hasUppercase && (hasUnderscores || !hasDigits)
    }

    /// What is filled in elsewhere: `{key}`, `<key>`, `$KEY`, `get(key)`.
    private var isTemplate: Bool {
      guard hasOthers else { return false }
      if bytes.first == UInt8(ascii: "$") { return true }
      return ["<>", "{}", "()", "[]"].contains { pair in
        guard let open = pair.utf8.first, let close = pair.utf8.last,
          let start = bytes.firstIndex(of: open)
        else { return false }
        return bytes[start...].contains(close)
      }
    }

    /// Whether it is there to be replaced, as asterisks are that stand for what was left out.
    var isPlace: Bool {
      let first = bytes.first
      if bytes.allSatisfy({ $0 == first || $0 == UInt8(ascii: "-") }) || isCount { return true }
      let lower = String(decoding: bytes, as: UTF8.self).lowercased()
      return Self.places.contains { lower.has($0) } || lower.hasPrefix("example")
        || Self.examples.contains { lower.hasSuffix($0) }
    }

    private static let places = [
      "your", "xxx", "...", "changeme", "change_me", "change-me", "environ", "placeholder",
      "redacted", "dummy",
    ]
    /// What the keys in manuals end with.
    private static let examples = ["example", "examplekey"]

    /// `123456`, which is nobody's password any more.
    private var isCount: Bool {
      zip(bytes, bytes.dropFirst()).allSatisfy { $1 == $0 &+ 1 && $1.isASCIIDigit }
    }
  }
}
