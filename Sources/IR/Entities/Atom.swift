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

  package init(
    span: SourceSpan, section: Int, block: Int, roles: [ScoredRole] = [],
    exhibits: [ExhibitLabel] = [], citations: [Int] = []
  ) {
    self.span = span
    self.section = section
    self.block = block
    self.roles = roles
    self.exhibits = exhibits
    self.citations = citations
  }

  /// The same sentence, as one on other tables and figures.
  package func naming(_ exhibits: [ExhibitLabel]) -> Atom {
    Atom(
      span: span, section: section, block: block, roles: roles, exhibits: exhibits,
      citations: citations)
  }

  package static func == (a: Atom, b: Atom) -> Bool {
    a === b
      || a.span == b.span && a.section == b.section && a.block == b.block && a.roles == b.roles
        && a.exhibits == b.exhibits && a.citations == b.citations
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

  package func weight(of role: Role) -> Int { roles.first { $0.role == role }?.weight ?? 0 }
}
