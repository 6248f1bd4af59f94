package import IR

/// Puts errors into an artifact and asks Level 1 whether it finds them.
package struct MutationTrial: Sendable {
  package let base: MutationBase
  private let verifier: Verifier
  /// The inputs that the artifact was made from, for checks that compare with them.
  private let document: Document?
  /// What is found in the artifact as it is.
  private let known: [FindingKey: Int]

  package init(_ tree: ArtifactTree, against document: Document? = nil) {
    base = MutationBase(tree)
    verifier = Verifier()
    self.document = document
    known = Self.counts(verifier.verify(tree, against: document))
  }

  /// The place that the dice choose for a class; nil where the artifact has none, or where the
  /// inputs decide whether it is seen. A block of which
  /// the row says something already is none: the error is there.
  package func injection(of mutation: Mutation, _ dice: inout Dice) -> Injection? {
    guard document == nil ? !mutation.needsInputs : !mutation.yieldsToInputs else { return nil }
    let reported = Set(known.keys.filter { $0.code == mutation.code }.map(\.place))
    let places = mutation.injections(base).filter {
      $0.subject == nil || !reported.contains($0.place)
    }
    return places.isEmpty ? nil : places[dice.roll(places.count)]
  }

  /// Whether the row of the class reports something new at the place of the error.
  package func isFound(_ injection: Injection, of mutation: Mutation) -> Bool {
    let verdict = verifier.verify(base.applying(injection), against: document)
    return Self.counts(verdict).contains { key, count in
      key.code == mutation.code && key.file == injection.file
        && (injection.subject == nil || key.subject == injection.subject)
        && count > known[key, default: 0]
    }
  }

  /// What tells findings apart when lines have moved.
  private struct FindingKey: Hashable {
    let code: DiagnosticCode
    let file: String
    let subject: String?
    let message: String

    var place: String { subject.map { "\(file) [\($0)]" } ?? file }
  }

  private static func counts(_ verdict: Verdict) -> [FindingKey: Int] {
    var counts: [FindingKey: Int] = [:]
    for finding in verdict.findings {
      let key = FindingKey(
        code: finding.code, file: finding.artifact?.file ?? "",
        subject: finding.subject.map { "\($0)" }, message: finding.message)
      counts[key, default: 0] += 1
    }
    return counts
  }
}

/// Numbers that depend on the seed alone (SplitMix64).
package struct Dice: Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// From 0 to one less than `sides`, of which there must be one.
  package mutating func roll(_ sides: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
  }
}
