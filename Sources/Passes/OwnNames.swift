internal import IR

/// What a paper calls its own work: the method, the model, the dataset that it presents; and whose
/// names it cites.
struct OwnNames: Sendable {
  /// In lower case.
  let names: Set<String>
  /// The names of several words that a word of `names` is taken from, in lower case.
  private let phrases: [String: Set<String>]
  /// The name that the title begins with, and those of `names` that the paper never writes in lower
  /// case: `Prompt` of `Calm Prompt Learning` is a word like any other where the paper speaks of prompts.
  private let proper: Set<String>
  /// First words of names that stand before a citation, in lower case: `VGG` of `VGG-16 [41]`.
  let cited: Set<String>

  /// Those of a paper, gathered once.
  static func of(_ view: PaperView, _ atoms: Atoms) -> OwnNames {
    view.once(atoms) { OwnNames(view, atoms) }
  }

  init(_ view: PaperView, _ atoms: Atoms) {
    var names: Set<String> = []
    var named: Set<String> = []
    var phrases: [String: Set<String>] = [:]
    // The name before the colon of a title is the name of the work.
    let title = view.paper.metadata.title?.value ?? ""
    if let head = title.find(":").map({ title[..<$0.lowerBound] }),
      head.split(separator: " ").count <= 2
    {
      named.insert(head.lowercased())
    }
    for atom in atoms.atoms where atom.weight(of: .contribution) >= 3 {
      let text = view.text(of: atom.span)
      let introduced = Self.introduced(in: text)
      names.formUnion(introduced)
      let phrase = introduced.joined(separator: " ")
      if introduced.count > 1, text.lowercase.has(phrase) {
        for word in introduced { phrases[word, default: []].insert(phrase) }
      }
    }
    self.names = names.union(named)
    self.phrases = phrases
    proper = names.subtracting(Self.plain(names, in: atoms, view)).union(named)
    cited = atoms.atoms.filter { !$0.citations.isEmpty }.reduce(into: []) {
      $0.formUnion(Self.cited(in: view.text(of: $1.span)))
    }
  }

  /// Those of some names that the sentences of the paper have in lower case.
  private static func plain(_ names: Set<String>, in atoms: Atoms, _ view: PaperView) -> Set<String>
  {
    guard !names.isEmpty else { return [] }
    let sentences = atoms.atoms.map { view.text(of: $0.span) }
    return names.filter { name in
      sentences.contains { sentence in
        sentence.has(name)
          && sentence.parts(between: " ").contains { $0.trimmed(of: marks) == name }
      }
    }
  }

  /// Whether a sentence names what the paper presents, in capitals as names are; one word of a longer
  /// name stands for it only where the others stand beside it.
  func areNamed(in sentence: String) -> Bool {
    guard !proper.isEmpty else { return false }
    let lower = sentence.lowercase
    guard proper.contains(where: { lower.has($0) }) else { return false }
    return sentence.parts(between: " ").contains { word in
      let bare = word.trimmed(of: Self.marks)
      guard bare.contains(where: \.isUppercase) else { return false }
      let name = bare.lowercase
      guard proper.contains(name) else { return false }
      return phrases[name]?.contains { lower.has($0) } ?? true
    }
  }

  /// What stands around words.
  private static let marks = ".,;:()[]“”\""

  /// Whether a name of a system is one that the paper cites.
  func cites(_ system: String) -> Bool {
    system.parts(between: " -/+(),*").first.map { cited.contains($0.lowercased()) } ?? false
  }

  static func cited(in sentence: String) -> [String] {
    guard sentence.has(" [") || sentence.has(" (") else { return [] }
    let words = sentence.parts(between: " ")
    return zip(words, words.dropFirst()).compactMap { name, next in
      guard next.utf8.first == UInt8(ascii: "[") || citesByName(next),
        name.contains(where: \.isUppercase),
        let first = name.parts(between: "-/+(),*.").first
      else { return nil }
      return first.count > 1 ? first.lowercased() : nil
    }
  }

  /// `(Pretend` and `(2031)` begin a citation, `(15%)` and `(with` do not.
  private static func citesByName(_ word: Substring) -> Bool {
    guard word.utf8.first == UInt8(ascii: "(") else { return false }
    let rest = word.dropFirst()
    return rest.first?.isUppercase == true
      || rest.count > 3 && rest.prefix(4).allSatisfy(\.isNumber) && !rest.contains("%")
  }

  /// Whether a name of a system is one of the paper's own, perhaps with a size or a variant:
  /// `ViT-B/16`, `Transformer (big)`, `ours`.
  func hold(_ system: String) -> Bool {
    let lower = system.lowercase
    // `Online` alone need not be the `Online Sorting` that was introduced.
    if names.contains(lower), phrases[lower] == nil || ProperNames.isName(system) { return true }
    let words = lower.parts(between: " -/+(),*^").map(String.init)
    return words.contains { word in
      if ["ours", "our", "proposed"].contains(word) { return true }
      // `Active Bias` is not the `Recency Bias` that was introduced.
      return names.contains(word) && (phrases[word]?.contains { lower.has($0) } ?? true)
    }
  }

  private static let verbs: Set<String> = [
    "propose", "introduce", "present", "develop", "describe", "call", "called", "named", "dubbed",
    "termed", "presents", "introduces", "proposes",
  ]
  private static let reach = 12

  /// The names that follow a verb of presenting: `we introduce a sorter, the WeighTwice (WT)`.
  static func introduced(in sentence: String) -> [String] {
    let words = sentence.parts(between: " ")
    guard let verb = words.firstIndex(where: { verbs.contains($0.lowercase) }) else { return [] }
    var names: [String] = []
    for index in words.indices[(verb + 1)...].prefix(reach) {
      let word = words[index]
      let bare = word.trimmed(of: marks)
      let isName =
        bare.first?.isUppercase == true && bare.count > 2
        && (!names.isEmpty || leadsToName(words[index - 1]) || word.hasPrefix("("))
      if isName { names.append(bare.lowercase) }
      // The name is over; what follows in brackets is its abbreviation.
      let isLast = word.last.map { ",.;:)".contains($0) } == true
      let goesOn = index + 1 < words.count && words[index + 1].hasPrefix("(")
      if !names.isEmpty, !isName || isLast, !goesOn { break }
    }
    return names
  }

  /// Whether a name may come next: after a verb, an article or a comma, not after another word.
  private static func leadsToName(_ word: Substring) -> Bool {
    let lower = word.lowercased()
    return verbs.contains(lower) || ["the", "a", "an", "our"].contains(lower)
      || word.hasSuffix(",") || word.hasSuffix(":")
  }
}
