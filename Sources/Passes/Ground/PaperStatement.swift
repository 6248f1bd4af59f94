internal import IR

/// A value that the paper gives to a parameter, as something that a setting can be compared with.
struct PaperStatement {
  /// Of the parameter among those that the paper states.
  let index: Int
  let row: ParameterName?
  let name: NameWords
  let numbers: [Double]
  /// Of a value in words.
  let words: Set<String>
  /// Words of the sentence or table that states it, in normal form.
  let context: Set<String>
  let names: Set<String>
  /// Names in brackets behind the label in a table: `Learning rate (MaPLe)`.
  let narrowing: Set<String>
  /// Numbers of the sentence; of a table none.
  let neighbours: [Double]
  let isTabled: Bool
  /// Whether the value counts something rather than being what the name says: `5 seeds`.
  let isCount: Bool
  /// Whether it is a count in words: `two marbles`.
  let isSpelled: Bool
  /// Whether the sentence gives the name several values: `fine (τ = 1), coarse (τ = 3)`.
  let isVaried: Bool

  init(
    _ parameter: Parameter, _ index: Int, context text: String, isTabled: Bool, _ view: PaperView,
    _ known: PaperNames
  ) {
    self.index = index
    self.isTabled = isTabled
    let label = parameter.name.value
    let bracket = label.find(" (")
    let head = bracket.map { String(label[..<$0.lowerBound]) } ?? label
    name = NameWords(head)
    row = ParameterRows.row(named: name)
    let value = parameter.value.value
    // A number in brackets behind a name in prose is that of a work.
    let isCitation = !isTabled && value.hasPrefix("[") && value.hasSuffix("]")
    numbers = isCitation ? [] : StatedNumbers.all(in: value)
    words = Set(value.split { !$0.isLetter }.map { $0.lowercased() })
    context = Set(NameWords.pieces(of: label + " " + text).flatMap(NameWords.normal))
    names = known.found(in: label + " " + text)
    narrowing =
      isTabled ? bracket.map { known.found(in: String(label[$0.upperBound...])) } ?? [] : []
    neighbours = isTabled ? [] : StatedNumbers.all(in: text) + StatedNumbers.compounds(in: text)
    isSpelled = !numbers.isEmpty && !value.utf8.contains { $0.isASCIIDigit }
    isVaried = !isTabled && Self.sets(head, moreThanOnceIn: text)
    isCount = zip(parameter.name.spans, parameter.value.spans).contains { name, value in
      name.source == value.source && value.bytes.upperBound <= name.bytes.lowerBound
    }
  }

  private static func sets(_ name: String, moreThanOnceIn text: String) -> Bool {
    text.find("\(name) =").map { String(text[$0.upperBound...]).has("\(name) =") } ?? false
  }

  /// Whether the setting has one of the values that are stated.
  func holds(_ site: SettingSite) -> Bool {
    if let number = site.number {
      return numbers.contains { Magnitude.areSame($0, number) }
    }
    let own = site.setting.value.value.lowercase
    if words.contains(own) { return true }
    // `adamw_torch_fused` is a way to compute `AdamW`.
    return numbers.isEmpty
      && (words.contains(own.filter(\.isLetter))
        || own.split(separator: "_").contains { words.contains(String($0)) })
  }

  /// Whether both are names of one thing.
  func isNamed(like site: SettingSite) -> Bool {
    if let row, let other = site.row { return row.name == other.name }
    guard (row == nil) == (site.row == nil) else { return false }
    if name == site.name { return true }
    // `Early stopping patience` and `patience`: the last word says what it is, if it says enough.
    guard site.name.words.allSatisfy(name.words.contains) else { return false }
    let rest = Set(name.words).subtracting(site.name.words).subtracting(site.owner)
    return rest.isEmpty
      || site.name.words.contains { $0.count >= Self.tellingLength }
        && !site.name.words.contains(where: Self.generic.contains)
  }

  private static let tellingLength = 7

  /// Words that many things have.
  static let generic: Set<String> = [
    "dimension", "length", "weight", "threshold", "maximum", "minimum", "sample", "hidden",
    "step", "limit", "number", "version", "level", "width", "height", "index", "worker", "device",
    "type", "mode", "path", "start", "end", "initial", "final", "output", "input", "feature",
    "interval", "position", "sequence", "context", "batch", "timeout", "warning", "message",
    "example", "instance", "record", "row", "item",
  ]
}
