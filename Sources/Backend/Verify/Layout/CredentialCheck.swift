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

  private static let tokens: [(prefix: StaticString, length: Int, hasLowercase: Bool)] = [
    ("ghp_", 20, true), ("sk-", 20, true), ("AKIA", 16, false),
  ]

  private static let names: [StaticString] = [
    "password", "passwd", "api_key", "apikey", "secret_key",
  ]

  func kind(in line: Substring) -> String? {
    let kind = line.utf8.withContiguousStorageIfAvailable { bytes -> String? in
      for at in bytes.indices {
        switch bytes[at] {
        case UInt8(ascii: "g"), UInt8(ascii: "s"), UInt8(ascii: "A"):
          if isToken(bytes, at) { return "an access token" }
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

  private func isToken(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard start + 1 < bytes.count, "hkK".utf8.contains(bytes[start + 1]),
      start == 0 || !Self.isAlphanumeric(bytes[start - 1])
    else { return false }
    return Self.tokens.contains { token in
      guard token.prefix.withUTF8Buffer({ bytes[start...].starts(with: $0) }) else { return false }
      let body = bytes[(start + token.prefix.utf8CodeUnitCount)...].prefix {
        Self.isAlphanumeric($0) && (token.hasLowercase || $0 < UInt8(ascii: "a"))
      }
      return body.count >= token.length
    }
  }

  /// Whether a name for secrets stands before an equals sign and a literal behind it.
  private func isPassword(_ bytes: UnsafeBufferPointer<UInt8>, equals: Int) -> Bool {
    let before = bytes[..<equals].reversed().drop { $0 == 0x20 }
    let isName = Self.names.contains { name in
      name.withUTF8Buffer { name in
        before.prefix(name.count).map { $0 | 0x20 }.elementsEqual(name.reversed().map { $0 | 0x20 })
      }
    }
    return isName && isLiteral(bytes[(equals + 1)...].drop { $0 == 0x20 })
  }

  private func isLiteral(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = value.first else { return false }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      return value.dropFirst().prefix { $0 != first }.count >= 6
    }
    return !isCode && value.prefix { $0 > 0x20 && $0 != UInt8(ascii: "<") }.count >= 8
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
