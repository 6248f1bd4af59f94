/// The sentences of the paper with what they do (design, "Passes", stage 1).
package struct Atoms: Slot {
  package var atoms: [Atom] = []

  package init(atoms: [Atom] = []) {
    self.atoms = atoms
  }
}

/// A sentence, classed by cue tables.
///
/// A class, since rules go through all of them again and again: a copy of a structure would take hold
/// of its arrays and let go of them each time.
package final class Atom: Hashable, Codable, Sendable {
  package enum Role: String, Codable, Sendable, CaseIterable {
    case result, comparison, claim, contribution, method, definition, configuration, limitation,
      assumption, negative, motivation, gap, insight, question, choice, future, heuristic
  }

  package let span: SourceSpan
  /// Index in `Paper.sections`.
  package let section: Int
  /// Index in `Paper.blocks`.
  package let block: Int
  /// Sorted by weight, heaviest first; empty for a sentence without a cue.
  package let roles: [ScoredRole]
  /// Tables and figures that it names.
  package let exhibits: [ExhibitLabel]
  /// Works that it cites: indexes in `Paper.references`.
  package let citations: [Int]
  /// How much speaks for each part that it may play, in sixteenths of a nat of log-odds and in the order
  /// of ``Leaning``.
  package let odds: SIMD8<Int16>

  package init(
    span: SourceSpan, section: Int, block: Int, roles: [ScoredRole] = [],
    exhibits: [ExhibitLabel] = [], citations: [Int] = [],
    odds: SIMD8<Int16> = SIMD8(repeating: .min)
  ) {
    self.span = span
    self.section = section
    self.block = block
    self.roles = roles
    self.exhibits = exhibits
    self.citations = citations
    self.odds = odds
  }

  /// The same sentence, as one on other tables and figures.
  package func naming(_ exhibits: [ExhibitLabel]) -> Atom {
    Atom(
      span: span, section: section, block: block, roles: roles, exhibits: exhibits,
      citations: citations, odds: odds)
  }

  /// The same sentence, with how much speaks for each part.
  package func leaning(_ odds: SIMD8<Int16>) -> Atom {
    Atom(
      span: span, section: section, block: block, roles: roles, exhibits: exhibits,
      citations: citations, odds: odds)
  }

  package static func == (a: Atom, b: Atom) -> Bool {
    a === b
      || a.span == b.span && a.section == b.section && a.block == b.block && a.roles == b.roles
        && a.exhibits == b.exhibits && a.citations == b.citations
        && a.odds == b.odds
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(span) }

  package struct ScoredRole: Hashable, Codable, Sendable {
    package let role: Role
    package let weight: Int

    package init(role: Role, weight: Int) {
      self.role = role
      self.weight = weight
    }
  }

  /// What a reader would mark a sentence as.
  package enum Leaning: Int, CaseIterable, Sendable {
    case limitation, assumption, setback
    /// What came of trying a variant, good or bad.
    case trial
    case decision, finding, definition
  }

  /// How much speaks for a part, in sixteenths of a nat; at 0 as much as against it.
  package func odds(of leaning: Leaning) -> Int { Int(odds[leaning.rawValue]) }

  package func weight(of role: Role) -> Int { roles.first { $0.role == role }?.weight ?? 0 }
}
