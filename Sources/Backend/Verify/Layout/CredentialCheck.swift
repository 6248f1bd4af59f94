internal import IR

/// Keys, tokens and passwords.
struct CredentialCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA115", .error(), .grounding, "a credential may stand in the artifact",
      cause: "A line looks like a private key, an access token or a password, or a file is named "
        + "after secrets. What stands there is not shown.",
      cure: "Remove it from the artifact and from the source, and revoke it.",
      example: "password=…")
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for path in artifact.files.paths {
      let name = ArtifactPath.name(of: path).lowercased()
      if name.holds("secret") || name.holds("credential") { report(.name(path)) }
    }
    for file in artifact.textFiles {
      let isCode = FileKind.codeExtensions.contains(ArtifactPath.fileExtension(of: file.path))
      for (index, line) in file.lines.enumerated() {
        if let kind = CredentialScan(isCode: isCode).kind(in: line) {
          report(
            .line(index + 1, in: file.path, kind, artifact.subject(at: index + 1, of: file.path)))
        }
      }
    }
  }
}

/// Recognises credentials by their form.
struct CredentialScan {
  /// In code an unquoted word after `password=` is a variable.
  let isCode: Bool

  private struct Token {
    let prefix: StaticString
    /// The offset in the prefix of its rarest character, by which it is looked for.
    let pivot: Int
    let length: Int
    let hasLowercase: Bool
  }

  private static let githubToken = Token(prefix: "ghp_", pivot: 3, length: 20, hasLowercase: true)
  private static let secretKey = Token(prefix: "sk-", pivot: 1, length: 20, hasLowercase: true)
  private static let cloudKey = Token(prefix: "AKIA", pivot: 1, length: 16, hasLowercase: false)

  /// What a credential has one of.
  private static let pivots = SIMD4(
    UInt8(ascii: "_"), UInt8(ascii: "k"), UInt8(ascii: "K"), UInt8(ascii: "="))

  private static let names: [StaticString] = [
    "password", "passwd", "api_key", "apikey", "secret_key",
  ]

  func kind(in line: Substring) -> String? {
    let kind = line.utf8.withContiguousStorageIfAvailable { bytes -> String? in
      var next = 0
      while let at = bytes.firstOffset(ofAny: Self.pivots, from: next) {
        next = at + 1
        switch bytes[at] {
        case UInt8(ascii: "_"):
          if isToken(Self.githubToken, bytes, at) { return "an access token" }
        case UInt8(ascii: "k"):
          if isToken(Self.secretKey, bytes, at) { return "an access token" }
        case UInt8(ascii: "K"):
          if isToken(Self.cloudKey, bytes, at) { return "an access token" }
        case UInt8(ascii: "="):
          if isPassword(bytes, equals: at) { return "a password" }
        default: break
        }
      }
      return nil
    }
    if let kind = kind ?? nil { return kind }
    let isKey = line.offset(of: "-----BEGIN ") != nil && line.offset(of: "PRIVATE KEY-----") != nil
    return isKey ? "a private key" : nil
  }

  private func isToken(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>, _ pivot: Int) -> Bool {
    let start = pivot - token.pivot
    guard start >= 0, start == 0 || !Self.isAlphanumeric(bytes[start - 1]),
      token.prefix.withUTF8Buffer({ bytes[start...].starts(with: $0) })
    else { return false }
    let body = bytes[(start + token.prefix.utf8CodeUnitCount)...].prefix {
      Self.isAlphanumeric($0) && (token.hasLowercase || $0 < UInt8(ascii: "a"))
    }
    return body.count >= token.length
  }

  /// Whether a name for secrets stands before an equals sign and a literal behind it.
  private func isPassword(_ bytes: UnsafeBufferPointer<UInt8>, equals: Int) -> Bool {
    let before = UnsafeBufferPointer(rebasing: bytes[..<equals])
    let end = before.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? 0
    let isName = Self.names.contains { name in
      name.withUTF8Buffer { name in
        name.count <= end
          && name.indices.allSatisfy { before[end - name.count + $0] | 0x20 == name[$0] | 0x20 }
      }
    }
    return isName && isLiteral(bytes[(equals + 1)...].drop { $0 == 0x20 })
  }

  private func isLiteral(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    // In JSON a mark stands before the quotation mark.
    let value = value.first == UInt8(ascii: "\\") ? value.dropFirst() : value
    guard let first = value.first else { return false }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      let text = value.dropFirst().prefix { $0 != first }
      // Asterisks stand where a credential was left out.
      return text.count >= 6 && !text.allSatisfy { $0 == UInt8(ascii: "*") }
    }
    let word = value.prefix { $0 > 0x20 && $0 != UInt8(ascii: "<") }
    return !isCode && word.count >= 8 && word.first != UInt8(ascii: "*") && !isExpression(word)
  }

  /// What a program reads a credential from, as quoted code has it: `os.environ["API_KEY"]`, `get()`,
  /// `self.key`, `api_key`.
  private func isExpression(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let name = word.prefix { Self.isAlphanumeric($0) || $0 == UInt8(ascii: "_") || $0 == 0x2E }
    let next = word[name.endIndex...].first
    if next == UInt8(ascii: "(") || next == UInt8(ascii: "[") { return true }
    guard next.map({ ",;)".utf8.contains($0) }) ?? true else { return false }
    let last = name.split(separator: 0x2E).last ?? name
    return ["key", "password", "token", "secret"].contains {
      last.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39
      || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }
}

extension Finding {
  fileprivate static func name(_ path: String) -> Finding {
    Finding(
      "ARA115", at: ArtifactPlace(file: path), about: "name", "the file is named after secrets")
  }

  fileprivate static func line(
    _ line: Int, in path: String, _ kind: String, _ subject: String?
  ) -> Finding {
    Finding(
      "ARA115", at: ArtifactPlace(file: path, line: line), subject: subject, about: kind,
      "\(kind) may stand in this line")
  }
}
