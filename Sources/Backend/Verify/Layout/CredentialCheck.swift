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
      for (index, line) in file.lines.enumerated() {
        if let found = CredentialFinder.first(in: line) {
          report(
            .line(
              index + 1, in: file.path, found.kind.words,
              artifact.subject(at: index + 1, of: file.path)))
        }
      }
    }
  }
}

extension CredentialFinder.Kind {
  fileprivate var words: String {
    switch self {
    case .accessToken: "an access token"
    case .password: "a password"
    case .privateKey: "a private key"
    }
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
