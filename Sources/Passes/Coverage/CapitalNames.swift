/// The words of a requirement that are written as names: of models, data sets, environments, methods.
enum CapitalNames {
  /// Words of one meaning that are written with capitals anyway.
  private static let plain: Set<Substring> = [
    "MLP", "MLPs", "CNN", "RNN", "LSTM", "RL", "GPU", "CPU", "API", "I", "A",
  ]

  /// As terms of a search. A capital that begins a sentence makes no name, unless another stands in
  /// the word.
  static func words(in text: String) -> Set<String> {
    var words: Set<String> = []
    var begins = true
    for word in text.split(whereSeparator: { $0 == " " || $0 == "+" }) {
      defer { begins = word.last.map { ".:?!".contains($0) } ?? false }
      let core = word.drop { !$0.isLetter }.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
      guard !core.hasPrefix("\\"), !word.contains("\\"), !plain.contains(core) else { continue }
      let capitals = core.count { $0.isUppercase }
      guard capitals > (begins ? 1 : 0), core.count > 1 else { continue }
      words.formUnion(Terms(core).words)
    }
    return words
  }
}
