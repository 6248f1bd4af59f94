internal import IR

/// What a paper says that its code is written with, against the packages that the repository
/// declares and imports.
struct StatedFrameworks {
  /// Frameworks of which a program uses one: the name in papers, words of papers and packages.
  private struct Family {
    let name: String
    let words: Set<String>
    let packages: Set<String>
  }

  private static let families = [
    Family(
      name: "PyTorch", words: ["pytorch", "torch"],
      packages: ["torch", "pytorch", "lightning", "pytorch-lightning"]),
    Family(
      name: "TensorFlow", words: ["tensorflow", "keras"],
      packages: ["tensorflow", "tensorflow-gpu", "tf-nightly", "keras"]),
    Family(name: "JAX", words: ["jax", "flax"], packages: ["jax", "jaxlib", "flax"]),
  ]

  private let packages: [(name: String, place: Grounded<String>)]
  private let lookup: CodeLookup

  init(_ repository: Repository, _ text: SourceText, _ lookup: CodeLookup) {
    self.lookup = lookup
    let declared = repository.dependencies.map { (name: $0.name.lowercase, place: $0.declared) }
    let imported = PythonImports(repository, text).packages().map { (name: $0.value, place: $0) }
    packages = declared + imported
  }

  /// A framework that the authors say they work with, where the repository has nothing of it and is
  /// built on another.
  func discrepancies(in sentence: CodeFactRules.Sentence, cites: Bool) -> [Discrepancy] {
    let words = SettingWords(sentence.text)
    let named = Self.families.filter { family in
      words.words.contains { family.words.contains($0.lower) }
    }
    guard named.count == 1, let family = named.first, speaksOfOwn(sentence.text, cites),
      let at = words.words.indices.first(where: { family.words.contains(words[$0].lower) }),
      at > 0, Self.behind.contains(words[at - 1].lower)
    else { return [] }
    let others = Self.families.filter { $0.name != family.name }
    guard
      let other = packages.first(where: { package in
        others.contains { $0.packages.contains(package.name) }
      }), !packages.contains(where: { family.packages.contains($0.name) }),
      !family.packages.contains(where: lookup.uses)
    else { return [] }
    return [
      Discrepancy(
        kind: .framework, subject: sentence.part(words[at].bytes),
        found: Grounded(
          "has nothing of it and uses \(other.name)", other.place.spans,
          .computed("look-up of packages that are declared or imported")),
        source: sentence.label)
    ]
  }

  private static let behind: Set<String> = ["in", "with", "using", "on", "via"]

  /// Whether the authors tell what their own code is written with.
  private func speaksOfOwn(_ text: String, _ cites: Bool) -> Bool {
    let lower = text.lowercase
    guard Self.deeds.contains(where: lower.has) else { return false }
    return Speaker(CueWords(text), cites: cites) != .others || lower.has("implemented")
  }

  private static let deeds = ["implement", "we use", "we train", "we wr", "built", "written"]
}
