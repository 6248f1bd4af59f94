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
          report(.line(index + 1, in: file.path, kind))
        }
      }
    }
  }
}

/// Recognises credentials by their form.
struct CredentialScan {
  /// In code an unquoted word after `password=` is a variable.
  let isCode: Bool

  private static let tokens: [(prefix: String, length: Int, hasLowercase: Bool)] = [
    ("ghp_", 20, true), ("sk-", 20, true), ("AKIA", 16, false),
  ]

  private static let names = ["password", "passwd", "api_key", "apikey", "secret_key"]

  func kind(in line: Substring) -> String? {
    if line.utf8.count < 10 { return nil }
    if line.offset(of: "-----BEGIN ") != nil, line.offset(of: "PRIVATE KEY-----") != nil {
      return "a private key"
    }
    for token in Self.tokens where hasToken(line, token) { return "an access token" }
    return hasPassword(line) ? "a password" : nil
  }

  private func hasToken(
    _ line: Substring, _ token: (prefix: String, length: Int, hasLowercase: Bool)
  ) -> Bool {
    var from = 0
    while let start = line.offset(of: token.prefix, from: from) {
      from = start + token.prefix.utf8.count
      let before = line.utf8.prefix(start).last
      let body = line.utf8.dropFirst(from).prefix {
        Self.isAlphanumeric($0) && (token.hasLowercase || $0 < UInt8(ascii: "a"))
      }
      if body.count >= token.length, before.map({ !Self.isAlphanumeric($0) }) ?? true {
        return true
      }
    }
    return false
  }

  private func hasPassword(_ line: Substring) -> Bool {
    guard line.utf8.contains(UInt8(ascii: "=")) else { return false }
    let lowered = line.lowercased()
    return Self.names.contains { name in
      guard let start = lowered[...].offset(of: name, from: 0) else { return false }
      let rest = lowered.utf8.dropFirst(start + name.utf8.count).drop { $0 == 0x20 }
      guard rest.first == UInt8(ascii: "=") else { return false }
      return isLiteral(rest.dropFirst().drop { $0 == 0x20 })
    }
  }

  private func isLiteral(_ value: Substring.UTF8View) -> Bool {
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

  fileprivate static func line(_ line: Int, in path: String, _ kind: String) -> Finding {
    Finding(
      "ARA115", at: ArtifactPlace(file: path, line: line), about: kind,
      "\(kind) may stand in this line")
  }
}
