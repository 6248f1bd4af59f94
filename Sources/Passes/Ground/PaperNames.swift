internal import IR

/// Words that a paper uses as names: of data sets, models, experiments.
///
/// A word is a name if it has letters and digits, two capitals, or a capital inside sentences more
/// often than not. Compared without hyphens and case, as names of files have them.
struct PaperNames {
  private var names: Set<String> = []

  private static let shortestLetters = 4

  init(_ view: PaperView, _ atoms: Atoms) {
    var capitalised: [String: Int] = [:]
    for atom in atoms.atoms {
      for word in view.text(of: atom.span).split(separator: " ").dropFirst() {
        let core = word.trimmed(of: ".,;:()[]“”\"'’")
        guard let first = core.unicodeScalars.first, core.utf8.count > 2 else { continue }
        let isCapital = first.properties.isUppercase
        if isCapital || core.utf8.contains(where: { $0 < 0x3A && $0 > 0x2F }) {
          add(core)
        }
        capitalised[Self.bare(core), default: 0] += isCapital ? 1 : -1
      }
    }
    names.formUnion(capitalised.filter { $0.value > 1 }.keys)
  }

  /// Names that show in their letters what they are.
  private mutating func add(_ word: String) {
    let capitals = word.unicodeScalars.count { $0.properties.isUppercase }
    let hasDigit = word.contains(where: \.isASCIIDigit)
    guard word.contains(where: \.isLetter), capitals > 1 || (hasDigit && capitals > 0) else {
      return
    }
    let bare = Self.bare(word)
    names.insert(bare)
    let letters = bare.prefix { $0.isLetter }
    if letters.count >= Self.shortestLetters { names.insert(String(letters)) }
  }

  private static func bare(_ word: String) -> String {
    word.lowercase.filter { $0.isLetter || $0.isNumber }
  }

  /// The names in a path or a dotted name of code.
  func found(in text: String) -> Set<String> {
    let runs = text.lowercase.split { !($0.isLetter || $0.isNumber) }.map { String($0) }
    let letters = runs.flatMap { $0.split { !$0.isLetter } }.map { String($0) }
    return Set(runs + letters.filter { $0.count >= Self.shortestLetters }).intersection(names)
  }
}
