internal import IR

/// Names of Greek letters, by which code calls what formulas write as one sign.
enum GreekLetters {
  private static let small = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda",
    "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi",
    "psi",
    "omega",
  ]
  private static let commands = Set(small + ["varepsilon", "varphi", "vartheta", "varsigma"])
  /// Of `α`, whose place in Unicode the others follow, and of the other form of `ε`.
  private static let first: UInt32 = 0x3B1
  private static let lunate: UInt32 = 0x3F5

  /// The text with `\beta` and `β` written as `beta`.
  static func spelled(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 == 0x5C || $0 == 0xCE || $0 == 0xCF }) else { return text }
    var result: [UInt8] = []
    var at = 0
    while at < text.count {
      let byte = text[at]
      if byte == 0x5C {
        let name = text[(at + 1)...].prefix { $0.isASCIILetter }
        let word = String(decoding: name, as: UTF8.self).lowercased()
        if commands.contains(word) {
          result += Array((word.hasPrefix("var") ? String(word.dropFirst(3)) : word).utf8)
          at = name.endIndex
          continue
        }
      } else if byte == 0xCE || byte == 0xCF, at + 1 < text.count {
        let scalar = UInt32(byte & 0x1F) << 6 | UInt32(text[at + 1] & 0x3F)
        let place = scalar == lunate ? 4 : Int(scalar) - Int(first)
        if small.indices.contains(place) {
          result += Array(small[place].utf8)
          at += 2
          continue
        }
      }
      result.append(byte)
      at += 1
    }
    return result
  }
}
