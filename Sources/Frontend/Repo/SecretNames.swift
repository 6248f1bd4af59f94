internal import IR

/// Names of files and settings whose values are nobody's business.
enum SecretNames {
  /// Whether a file is of a kind that holds passwords or keys; samples of such files do not.
  static func hasSecrets(_ path: RepositoryPath) -> Bool {
    let name = (path.text.parts(between: "/").last ?? "").lowercased()
    if name.hasPrefix(".env") {
      return !["example", "sample", "template", "dist"].contains { name.hasSuffix("." + $0) }
    }
    return files.contains(name) || endings.contains { name.hasSuffix($0) }
  }

  private static let files: Set<String> = [
    ".netrc", ".pypirc", ".htpasswd", "id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", "secrets.json",
    "secrets.yaml", "secrets.yml", "secrets.toml", "credentials.json", "credentials",
  ]
  private static let endings = [".pem", ".key", ".p12", ".pfx", ".keystore"]

  /// Whether a setting is a password, a key or a token by its name.
  static func isSecret(_ name: String) -> Bool {
    let last = name.parts(between: ".").last ?? ""
    let words = last.lowercased().parts(between: "_-")
    return words.contains { single.contains($0) }
      || zip(words, words.dropFirst()).contains { first, second in
        (second == "key" && keys.contains(first)) || (second == "token" && tokens.contains(first))
      }
  }

  private static let single: Set<Substring> = [
    "secret", "secrets", "password", "passwd", "passphrase", "credential", "credentials", "apikey",
  ]
  private static let keys: Set<Substring> = [
    "api", "access", "private", "secret", "auth", "account",
  ]
  private static let tokens: Set<Substring> = [
    "api", "access", "auth", "bearer", "hf", "hub", "github", "wandb", "refresh", "openai",
  ]
}
