internal import IR

/// The names that a paper gives to data: `the Yard and Field datasets`, `datasets such as Yard`, and
/// in a section on data `Yard [3] has`.
struct DatasetNames: Sendable {
  /// In lower case.
  private let names: Set<String>

  /// Those of a paper, gathered once.
  static func of(_ view: PaperView, _ atoms: Atoms) -> DatasetNames {
    view.once(atoms) { DatasetNames(atoms, view) }
  }

  private init(_ atoms: Atoms, _ view: PaperView) {
    let citing = Set(atoms.atoms.lazy.filter { !$0.citations.isEmpty }.map(\.section))
    let onData = citing.filter {
      SetupHeads.topics(of: view.paper.sections[$0].title.value)?.contains(.dataset) == true
    }
    names = atoms.atoms.reduce(into: []) { names, atom in
      let sentence = view.sentence(atom.span)
      let text = sentence.text
      if !atom.citations.isEmpty, onData.contains(atom.section) {
        names.formUnion(ProperNames.cited(atBeginOf: text).map { $0.lowercased() })
      }
      guard Self.nouns.stands(in: text) else { return }
      names.formUnion(Self.names(in: sentence).map { $0.lowercased() })
    }
  }

  /// Whether a sentence begins with such a name.
  func begin(_ text: String) -> Bool {
    !names.isEmpty
      && ProperNames.cited(atBeginOf: text).contains { names.contains($0.lowercased()) }
  }

  /// Whether a label names data.
  func hold(_ label: String) -> Bool {
    // `Yard [3]`: the name alone.
    let bare = label.find(" [").map { String(label[..<$0.lowerBound]) } ?? label
    return names.contains(bare.lowercased()) || !Lexicon.datasets.found(in: label).isEmpty
  }

  /// Whether a label is such a name and nothing more, but for a citation.
  func isName(_ label: String) -> Bool {
    let bare = label.find(" [").map { String(label[..<$0.lowerBound]) } ?? label
    return names.contains(bare.lowercased())
      || Lexicon.datasets.found(in: bare).contains { $0 == 0..<bare.utf8.count }
  }

  /// The parts of a text that name data, as written: those that the field knows before those that
  /// only this paper names.
  func mentions(in text: Grounded<String>) -> [Grounded<String>] {
    let known = Lexicon.datasets.mentions(in: text)
    guard text.derivation == nil, text.spans.count == 1 else { return known }
    let lower = text.value.lowercase
    // A text in another length in lower case has its names elsewhere.
    guard lower.utf8.count == text.value.utf8.count else { return known }
    let named = names.compactMap { lower.utf8Range(of: $0) }.filter {
      Self.isWhole($0, in: lower)
    }.sorted { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
    return known
      + named.map { range in
        Grounded(
          String(decoding: Array(text.value.utf8)[range], as: UTF8.self),
          [text.spans[0].narrowed(to: range)])
      }
  }

  private static func isWhole(_ range: Range<Int>, in text: String) -> Bool {
    let bytes = Array(text.utf8)
    func isLetter(_ at: Int) -> Bool {
      bytes.indices.contains(at) && Unicode.Scalar(bytes[at]).properties.isAlphabetic
    }
    return !isLetter(range.lowerBound - 1) && !isLetter(range.upperBound)
  }

  private static let nouns: PhraseSet = ["dataset", "data set", "benchmark", "corpus", "corpora"]
  private static let heads: Set<String> = [
    "dataset", "datasets", "benchmark", "benchmarks", "corpus", "corpora",
  ]

  /// What every head has.
  private static let stems: PhraseSet = ["dataset", "data set", "benchmark", "corpus", "corpora"]

  private static func isSet(_ word: Substring) -> Bool {
    word.hasPrefix("set") && ["set", "sets"].contains(word.trimmed(of: ".,;:()"))
  }

  private static func isHead(_ word: Substring) -> Bool {
    guard word.utf8.count >= shortestHead, let first = word.utf8.first(where: \.isASCIILetter),
      openings.utf8.contains(first.lowercaseASCII)
    else { return false }
    return heads.contains(word.trimmed(of: ".,;:()").lowercased())
  }

  /// `corpus`, in bytes.
  private static let shortestHead = 6
  /// What the heads begin with: most words are none.
  private static let openings = "bcd"

  /// Proper names before such a noun, through what joins them.
  static func names(in sentence: Sentence) -> [String] {
    guard stems.stands(in: sentence.lower) else { return [] }
    let words = sentence.text.parts(between: " ")
    return words.indices.flatMap { index -> [String] in
      let isPair = index > 0 && isSet(words[index]) && words[index - 1].lowercase == "data"
      guard isPair || isHead(words[index]) else { return [] }
      // `different LLMs and datasets`: of the name of a kind there are several.
      return
        (ProperNames.before(isPair ? index - 1 : index, in: words)
        + ProperNames.listed(after: index, in: words))
        .filter { !($0.hasSuffix("s") && $0.dropLast().last?.isUppercase == true) }
    }
  }
}
