internal import IR

/// The lines of a `.env` file that can hold no secret: numbers and truth values under names that
/// are not those of secrets.
enum EnvironmentFile {
  static func isEnvironmentFile(_ path: String) -> Bool {
    path.split(separator: "/").last == ".env"
  }

  static func harmless(_ bytes: [UInt8]) -> [Inventory.Piece] {
    var pieces: [Inventory.Piece] = []
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let text = String(decoding: line, as: UTF8.self)
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, FoundValue.isName(String(parts[0])),
        !SecretNames.isSecret(String(parts[0])), isHarmless(parts[1])
      else { continue }
      pieces.append(Inventory.Piece(text: text + "\n", firstLine: number, continues: true))
    }
    return pieces
  }

  /// A number of few digits, or a truth value: nobody guesses a secret from it.
  private static func isHarmless(_ value: Substring) -> Bool {
    let isNumber =
      value.utf8.count <= 8 && value.utf8.contains { $0.isASCIIDigit }
      && value.allSatisfy { "0123456789.eE+-".contains($0) }
    return isNumber || ["true", "false", "on", "off", "yes", "no"].contains(value.lowercased())
  }
}
