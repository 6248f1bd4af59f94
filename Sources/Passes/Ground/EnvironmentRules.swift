package import IR

/// What the work runs on, from prose and from the repository's declarations.
package struct EnvironmentRules: Pass {
  package static let id = PassID("environment", version: 3)
  package static let reads = ["paper", "repository", "atoms"]

  package init() {}

  package func input(from document: Document) -> PaperAndRepository {
    PaperAndRepository(document)
  }

  package func run(
    _ input: PaperAndRepository, addressing findings: [Diagnostic], in context: PassContext
  )
    async throws(PassError) -> Reported<Environment>
  {
    var environment = Environment()
    if let view = input.view { read(input.atoms, view, into: &environment) }
    if let repository = input.repository, let text = input.text {
      RepositoryEnvironment(repository, text).add(to: &environment)
    }
    return Reported(environment)
  }

  // MARK: Prose

  private func read(_ atoms: Atoms, _ view: PaperView, into environment: inout Environment) {
    let equipment = Equipment(view: view)
    var machines = NamingSentences(lexicon: Lexicon.hardware, view: view, namesMachines: true)
    var software = NamingSentences(lexicon: Lexicon.frameworks, view: view)
    let own = atoms.atoms.filter { equipment.isUsable($0) }
    for atom in own {
      if let told = equipment.machine(in: atom) { machines.add(atom.span, told) }
      if let told = equipment.software(in: atom),
        !Self.uses.matches(in: view.sentence(atom.span).words).isEmpty
      {
        software.add(atom.span, told)
      }
    }
    environment.hardware = Stated(machines.joined)
    environment.framework = Stated(software.joined)
    environment.python = Stated(python(own, view))
    environment.seeds = Stated(best(own, view, Repetition.weight))
    environment.protocols = Stated(best(own.filter { isOfStudy($0, view) }, view, Protocol.weight))
    environment.dataSources = dataSources(own, view)
  }

  /// The sentence that says most of something; the first of equals.
  private func best(_ atoms: [Atom], _ view: PaperView, _ weight: (CueWords) -> Int)
    -> Grounded<String>?
  {
    var best: (weight: Int, span: SourceSpan)?
    for atom in atoms {
      // What reports a result says how it was measured in passing.
      let weight = weight(view.sentence(atom.span).words) - (Equipment.tells(atom) ? 0 : 1)
      if weight > max(1, best?.weight ?? 0) { best = (weight, atom.span) }
    }
    return best.map { view.grounded($0.span) }
  }

  /// Whether an atom stands where the authors tell how they worked.
  private func isOfStudy(_ atom: Atom, _ view: PaperView) -> Bool {
    switch SectionRole(of: atom.section, in: view) {
    case .experiments, .method, .appendix, .other: true
    case .introduction, .related, .conclusion, .limitations: false
    }
  }

  /// What a sentence says that does something with the software that it names.
  static let uses = CueTable([
    Cue(
      "implement*|using|use|uses|used|utiliz*|employ*|via|ran|run|runs|running|built|build|based|written|leverag*|integrat*|incorporat*|adopt*|train|trained|conduct*|perform*|computed|coded|developed|execut*|test|tested|evaluat*|provid*|release*",
      .configuration, weight: 1,
      matches: "The sorter is implemented in Torch.", ignores: "We thank the Torch team."),
    Cue(
      "we|i ... with", .configuration, weight: 1, matches: "We sort with Torch.",
      ignores: "The sorter agrees with Torch."),
  ])

  /// `Python 3.10`, as prose has it.
  private func python(_ atoms: [Atom], _ view: PaperView) -> Grounded<String>? {
    for atom in atoms {
      let text = view.text(of: atom.span)
      guard let start = text.utf8Range(of: "Python ")?.lowerBound else { continue }
      let version = text.utf8.dropFirst(start + 7).prefix {
        $0.isASCIIDigit || $0 == UInt8(ascii: ".")
      }
      let length = version.last == UInt8(ascii: ".") ? version.count - 1 : version.count
      guard length > 0 else { continue }
      return view.grounded(atom.span.narrowed(to: start..<(start + 7 + length)))
    }
    return nil
  }

  /// How often a name has to stand before a word for data. One with capitals or digits inside shows
  /// what it is; a compound may be a task or a method, a plain word a language or a place.
  private static func leastMentions(of name: String) -> Int {
    guard name.utf8.count > 2 else { return .max }
    let isShown = name.dropFirst().contains { $0.isUppercase || $0.isNumber }
    return !isShown ? 3 : name.has("-") ? 2 : 1
  }

  /// Data sets by name: those that everybody knows, and those that the paper calls data sets.
  private func dataSources(_ atoms: [Atom], _ view: PaperView) -> [Grounded<String>] {
    var named: [String: Int] = [:]
    let found = atoms.flatMap { atom -> [(name: Grounded<String>, isKnown: Bool)] in
      let role = SectionRole(of: atom.section, in: view)
      let sentence = view.sentence(atom.span)
      let own = DatasetNames.names(in: sentence).compactMap { name in
        sentence.text.utf8Range(of: name).map { view.grounded(atom.span.narrowed(to: $0)) }
      }
      for name in own { named[name.value, default: 0] += 1 }
      guard role == .experiments || role == .appendix || role == .introduction else {
        return own.map { ($0, false) }
      }
      let known = Lexicon.datasets.mentions(in: view.grounded(atom.span), sentence.names).filter {
        Self.isName($0.value)
      }
      return known.map { ($0, true) } + own.map { ($0, false) }
    }
    let kept = found.filter { found in
      let times = named[found.name.value] ?? 0
      return found.isKnown
        || times >= Self.leastMentions(of: found.name.value)
          && !isOfAnotherKind(found.name.value, atoms, view)
    }.map(\.name)
    // `CIFAR10` of `CIFAR10 images` is known by itself.
    var seen: Set<String> = []
    return kept.filter { seen.insert($0.value.lowercase).inserted }
  }

  /// Whether the paper says at full length that a name is that of a method: `vision-language models
  /// (VLMs)`, however often it stands before `benchmarks`.
  private func isOfAnotherKind(_ name: String, _ atoms: [Atom], _ view: PaperView) -> Bool {
    let single = name.hasSuffix("s") ? String(name.dropLast()) : name
    let brackets = ["(\(single))", "(\(single)s)"]
    return atoms.contains { atom in
      let text = view.text(of: atom.span)
      return brackets.contains { bracket in
        guard let place = text.find(bracket),
          let head = text[..<place.lowerBound].split(separator: " ").last?.lowercase
        else { return false }
        return Self.otherKinds.contains(Plurals.singular(head)) || head.hasSuffix("graphy")
      }
    }
  }

  private static let otherKinds: Set<String> = [
    "model", "network", "technique", "method", "algorithm", "transformer", "machine",
  ]

  /// Whether it is written as names are: `pile` and `the pile` may be things.
  private static func isName(_ text: String) -> Bool {
    let last = text.split(separator: " ").last ?? ""
    return last.contains { $0.isUppercase || $0.isNumber || $0 == "_" }
  }
}
