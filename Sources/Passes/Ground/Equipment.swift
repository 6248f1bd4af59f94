internal import IR

/// What sentences tell of the machines and the software that a work was done with.
///
/// A name alone tells nothing of them: that of a machine may be a task's, that of a library a rival's.
struct Equipment {
  let view: PaperView

  /// How much a sentence tells, and whether it is the authors who used what it names.
  struct Telling {
    let weight: Int
    let isOwn: Bool
  }

  /// What a sentence tells of machines: a device by name, a count, a run.
  func machine(in atom: Atom) -> Telling? {
    let sentence = view.sentence(atom.span)
    let (text, words) = sentence.parts
    let devices = Lexicon.hardware.found(in: sentence.names)
    guard !devices.isEmpty, isUsable(atom) else { return nil }
    let speaker = Speaker(words, cites: !atom.citations.isEmpty)
    // What was measured on a machine tells of it; a limit that was reached says less.
    let isMeasured = !atom.exhibits.isEmpty && !Self.measurements.matches(in: words).isEmpty
    // Where the experiments are told, whoever is cited made the model, not the run.
    let isTold = speaker != .others || SectionRole(of: atom.section, in: view) == .experiments
    guard isTold, Self.tells(atom) || isMeasured,
      isMeasured || !Self.runs.matches(in: words).isEmpty && Self.isRunOn(devices, in: text),
      Self.limits.matches(in: words).isEmpty, !words.hold("could", "would", "might", "requires")
    else { return nil }
    let weight =
      2 * min(devices.count, 2) + (NumberToken.scan(text).isEmpty ? 0 : 1)
      + (speaker == .authors ? 4 : 0) - (isMeasured ? 2 : 0)
    return Telling(
      weight: weight, isOwn: isMeasured || isOwn(speaker, atom) || Self.isDone(in: words))
  }

  /// What a sentence tells of software, best with its version.
  func software(in atom: Atom) -> Telling? {
    let sentence = view.sentence(atom.span)
    let (lower, words) = (sentence.lower, sentence.words)
    let names = Self.frameworks(in: sentence).count
    guard names > 0, isUsable(atom), Self.tells(atom) else { return nil }
    let speaker = Speaker(words, cites: !atom.citations.isEmpty)
    // Whoever implements cites the library.
    guard speaker != .others || Self.ownUses.contains(where: lower.has) else { return nil }
    // A name alone may be that of a rival, a data type or a method.
    guard Self.uses.contains(where: lower.has) || Self.isTool(in: sentence) else { return nil }
    let weight =
      2 * names + (NumberToken.scan(sentence.text).isEmpty ? 0 : 1)
      + (speaker == .authors ? 2 : 0)
    let isDone = Self.isDone(in: words) && Self.isTool(in: sentence)
    return Telling(weight: weight, isOwn: isDone || isOwn(speaker, atom))
  }

  /// Whether a sentence can stand in a field, and is of this work.
  func isUsable(_ atom: Atom) -> Bool {
    let sentence = view.sentence(atom.span)
    return SectionRole(of: atom.section, in: view) != .related && sentence.isWhole
      && sentence.text.isShorter(than: 500)
  }

  /// Whether a sentence tells of the authors' own work: by a word of theirs, or because it tells of
  /// nobody where they tell what they did.
  private func isOwn(_ speaker: Speaker, _ atom: Atom) -> Bool {
    switch SectionRole(of: atom.section, in: view) {
    case .experiments, .method, .appendix:
      speaker == .authors || speaker == .nobody && !view.text(of: atom.span).has(" [")
    default: speaker == .authors
    }
  }

  /// Whether a sentence may tell of the set-up: it reports no result and announces nothing.
  static func tells(_ atom: Atom) -> Bool {
    atom.weight(of: .future) == 0 && atom.weight(of: .result) + atom.weight(of: .comparison) < 3
      && atom.weight(of: .contribution) < 3
  }

  /// Whether one of the devices stands behind a word that has something run on it: `on a machine with
  /// eight A100`, `using one GPU`, and not `GPU memory` alone.
  private static func isRunOn(_ devices: [Range<Int>], in text: String) -> Bool {
    let bytes = Array(text.utf8)
    return devices.contains { device in
      let before = bytes[..<device.lowerBound].split(separator: 0x20).suffix(reach).map(word)
      let after = bytes[device.upperBound...].split(separator: 0x20).first.map(word) ?? ""
      return !parts.contains(after)
        && (before.contains(where: places.contains)
          || before.suffix(verbReach).contains(where: verbs.contains))
    }
  }

  private static func word(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).trimmed(of: ".,;:()").lowercase
  }

  /// In words: behind `on` a whole machine may be listed, a verb has its object near.
  private static let reach = 24
  private static let verbReach = 6
  private static let places: Set<String> = ["on", "with", "using", "across"]
  private static let verbs: Set<String> = [
    "use", "used", "uses", "utilize", "utilized", "leveraged", "employed",
  ]
  /// What a machine has, and what is counted of it.
  private static let parts: Set<String> = [
    "memory", "hbm", "sram", "ram", "kernel", "kernels", "code", "time", "utilization", "usage",
  ]

  static let runs = CueTable([
    Cue(
      "train|trained|training|run|ran|runs|running|deployed|execute|executed|executes|conduct|conducted|perform|performed|measure|measured|evaluate|evaluated|benchmark|benchmarked|took|takes|use|used|uses|using|tested|computed|generated|carried|experiments",
      .configuration, weight: 1,
      matches: "We train all sorters on one machine.", ignores: "The machine is fast.")
  ])

  /// What the authors measure on a machine, as a table or figure shows it.
  static let measurements = CueTable([
    Cue(
      "speedup|speed|runtime|latency|throughput|performance|time|times|results|measurements ... on",
      .configuration, weight: 1,
      matches: "Figure 2 shows the speedup on one machine.", ignores: "The machine has speed.")
  ])

  /// What tells of a machine as a bound, not as what was run on.
  static let limits = CueTable([
    Cue(
      "out of memory", .negative, weight: 1, matches: "It runs out of memory.",
      ignores: "It has memory."),
    Cue(
      "flops|gflops|tflops|teraflops|petaflops", .definition, weight: 1,
      matches: "We take 3 TFLOPS for the card.", ignores: "The card flips."),
  ])

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

  private static func frameworks(in sentence: Sentence) -> [Range<Int>] {
    let names = Lexicon.frameworks.found(in: sentence.names)
    let bytes = Array(sentence.text.utf8)
    return names.filter {
      !others.contains(String(decoding: bytes[$0], as: UTF8.self).lowercase)
    } + ToolNames.found(in: sentence.text).filter { tool in !names.contains { tool.overlaps($0) } }
  }

  /// Whether a framework is named behind a word that makes it a tool: `with PyTorch 2.2`,
  /// `using standard sklearn functions`.
  private static func isTool(in sentence: Sentence) -> Bool {
    let bytes = Array(sentence.text.utf8)
    return frameworks(in: sentence).contains { name in
      let before = bytes[..<name.lowerBound].split(separator: 0x20).suffix(2)
      func stands(_ words: [String], _ word: ArraySlice<UInt8>?) -> Bool {
        word.map { word in words.contains { word.elementsEqual($0.utf8) } } ?? false
      }
      // What is on a hub is shared there.
      let isHub = String(decoding: bytes[name], as: UTF8.self).lowercase.hasPrefix("hugging")
      return stands(["with", "in", "using", "via", "under"] + (isHub ? [] : ["on"]), before.last)
        || stands(["with", "using", "via"], before.first)
    }
  }

  /// What tells of the authors without a word of them.
  private static let ownUses = ["implemented", "is used", "are used", "was used", "were used"]

  /// What stands in a sentence that tells what the work is built with.
  private static let uses = [
    "implemented", "implementing", "we implement", "our implementation",
    "using", " use ",
    "was used", "were used", "librar", "written in", "built on",
    "built with", "precision training", "download", "framework", "our code", "the code",
    "source code", "software", "version",
    "package",
  ]
}
