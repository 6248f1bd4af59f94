package import IR

/// What the work runs on, from prose and from the repository's declarations.
package struct EnvironmentRules: Pass {
  package static let id = PassID("environment", version: 1)
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
    let own = atoms.atoms.filter { atom in
      let text = view.text(of: atom.span)
      return SectionRole(of: atom.section, in: view) != .related && text.isShorter(than: 500)
        && Wording.isSentence(text)
    }
    environment.hardware = Stated(hardware(own, view))
    environment.framework = Stated(framework(own, view))
    environment.python = Stated(python(own, view))
    environment.seeds = Stated(best(own, view, Repetition.weight))
    environment.protocols = Stated(best(own.filter { isOfStudy($0, view) }, view, Protocol.weight))
    environment.dataSources = dataSources(own, view)
  }

  /// The sentences that say most of the machines: a device by name, a count, a run.
  private func hardware(_ atoms: [Atom], _ view: PaperView) -> Grounded<String>? {
    var found = NamingSentences(lexicon: Lexicon.hardware, view: view, namesMachines: true)
    for atom in atoms {
      let text = view.text(of: atom.span)
      let devices = Lexicon.hardware.found(in: text)
      guard !devices.isEmpty else { continue }
      let speaker = Speaker(text, cites: !atom.citations.isEmpty)
      let words = CueWords(text)
      // What was measured on a machine tells of it; a limit that was reached says less.
      let isMeasured = !atom.exhibits.isEmpty && !Self.measurements.matches(in: words).isEmpty
      guard speaker != .others, tells(atom) || isMeasured,
        isMeasured || !Self.runs.matches(in: words).isEmpty,
        Self.exhaustions.matches(in: words).isEmpty, !words.hold("could", "would", "might")
      else { continue }
      let weight =
        2 * min(devices.count, 2) + (NumberToken.scan(text).isEmpty ? 0 : 1)
        + (speaker == .authors ? 4 : 0) - (isMeasured ? 2 : 0)
      let isOwn = isMeasured || isOwn(speaker, atom, view) || Self.isDone(in: words)
      found.add(atom.span, weight: weight, isOwn: isOwn)
    }
    return found.joined
  }

  /// Whether a sentence tells of the authors' own work: by a word of theirs, or because it tells of
  /// nobody where they tell what they did.
  private func isOwn(_ speaker: Speaker, _ atom: Atom, _ view: PaperView) -> Bool {
    switch SectionRole(of: atom.section, in: view) {
    case .experiments, .method, .appendix:
      speaker == .authors || speaker == .nobody && !view.text(of: atom.span).has(" [")
    default: speaker == .authors
    }
  }

  /// Whether a sentence may tell of the set-up: it reports no result and announces nothing.
  private func tells(_ atom: Atom) -> Bool {
    atom.weight(of: .future) == 0 && atom.weight(of: .result) + atom.weight(of: .comparison) < 3
      && atom.weight(of: .contribution) < 3
  }

  static let runs = CueTable([
    Cue(
      "train|trained|training|run|ran|runs|executed|executes|conducted|performed|measured|evaluated|benchmarked|took|takes ... on|with|using|in|one|two|four|eight|#",
      .configuration, weight: 1,
      matches: "We train all sorters on one machine.", ignores: "The machine is fast."),
    Cue(
      "we|our|experiments|models ... use|used|using", .configuration, weight: 1,
      matches: "For each game we used one machine.", ignores: "The machine used for it is fast."),
  ])

  /// What the authors measure on a machine, as a table or figure shows it.
  static let measurements = CueTable([
    Cue(
      "speedup|speed|runtime|latency|throughput|performance|time|times|results|measurements ... on",
      .configuration, weight: 1,
      matches: "Figure 2 shows the speedup on one machine.", ignores: "The machine has speed.")
  ])

  static let exhaustions = CueTable([
    Cue(
      "out of memory", .negative, weight: 1, matches: "It runs out of memory.",
      ignores: "It has memory."),
    Cue(
      "gpu|cpu|device memory|hbm|sram|ram", .definition, weight: 1,
      matches: "It fits into GPU memory.", ignores: "It fits into memory."),
  ])

  /// The sentences that name most of the software, with its versions.
  private func framework(_ atoms: [Atom], _ view: PaperView) -> Grounded<String>? {
    var found = NamingSentences(lexicon: Lexicon.frameworks, view: view)
    for atom in atoms {
      let text = view.text(of: atom.span)
      let names = Self.frameworks(in: text).count
      guard names > 0, tells(atom) else { continue }
      let speaker = Speaker(text, cites: !atom.citations.isEmpty)
      let lower = text.lowercase
      // Whoever implements cites the library.
      guard speaker != .others || Self.ownUses.contains(where: lower.has) else { continue }
      // A name alone may be that of a rival, a data type or a method.
      guard Self.uses.contains(where: lower.has) || Self.isTool(in: text) else { continue }
      let weight =
        2 * names + (NumberToken.scan(text).isEmpty ? 0 : 1) + (speaker == .authors ? 2 : 0)
      let isDone = Self.isDone(in: CueWords(text)) && Self.isTool(in: text)
      found.add(atom.span, weight: weight, isOwn: isDone || isOwn(speaker, atom, view))
    }
    return found.joined
  }

  /// Whether a sentence tells what is done without saying by whom. What others did is told in the
  /// past tense.
  private static func isDone(in words: CueWords) -> Bool { !deeds.matches(in: words).isEmpty }

  static let deeds = CueTable([
    Cue(
      "is|are trained|run|generated|implemented|conducted|performed|evaluated|measured|computed|optimized|optimised|executed",
      .configuration, weight: 1, matches: "The models are trained on two cards.",
      ignores: "The models train on two cards.")
  ])

  /// Provers and learners are what a work studies or checks itself with, not what it is built on, and
  /// a queue is where it runs.
  private static let others: Set<String> = ["lean", "lean 4", "xgboost", "lightgbm", "slurm"]

  private static func frameworks(in text: String) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    return Lexicon.frameworks.found(in: text).filter {
      !others.contains(String(decoding: bytes[$0], as: UTF8.self).lowercase)
    }
  }

  /// Whether a framework is named behind a word that makes it a tool: `with PyTorch 2.2`,
  /// `using standard sklearn functions`.
  private static func isTool(in text: String) -> Bool {
    let bytes = Array(text.utf8)
    return frameworks(in: text).contains { name in
      let before = bytes[..<name.lowerBound].split(separator: 0x20).suffix(2)
      func stands(_ words: [String], _ word: ArraySlice<UInt8>?) -> Bool {
        word.map { word in words.contains { word.elementsEqual($0.utf8) } } ?? false
      }
      return stands(["with", "in", "on", "using", "via", "under"], before.last)
        || stands(["with", "using", "via"], before.first)
    }
  }

  /// What tells of the authors without a word of them.
  private static let ownUses = ["implemented", "was used", "were used"]

  /// What stands in a sentence that tells what the work is built with.
  private static let uses = [
    "implemented", "implementing", "we implement", "our implementation",
    "using", "we use",
    "was used", "were used", "librar", "written in", "built on",
    "built with", "precision training", "download", "framework", "code", "software", "version",
    "package",
  ]

  /// The sentence that says most of something; the first of equals.
  private func best(_ atoms: [Atom], _ view: PaperView, _ weight: (String) -> Int)
    -> Grounded<String>?
  {
    var best: (weight: Int, span: SourceSpan)?
    for atom in atoms {
      // What reports a result says how it was measured in passing.
      let weight = weight(view.text(of: atom.span)) - (tells(atom) ? 0 : 1)
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
      let sentence = view.grounded(atom.span)
      let own = DatasetNames.names(in: sentence.value).compactMap { name in
        sentence.value.utf8Range(of: name).map { view.grounded(atom.span.narrowed(to: $0)) }
      }
      for name in own { named[name.value, default: 0] += 1 }
      guard role == .experiments || role == .appendix || role == .introduction else {
        return own.map { ($0, false) }
      }
      let known = Lexicon.datasets.mentions(in: sentence).filter { Self.isName($0.value) }
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
    return atoms.contains { atom in
      let text = view.text(of: atom.span)
      return ["(\(single))", "(\(single)s)"].contains { bracket in
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
