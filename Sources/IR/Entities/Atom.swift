/// The sentences of the paper with what they do (design, "Passes", stage 1).
package struct Atoms: Slot {
  package var atoms: [Atom] = []

  package init(atoms: [Atom] = []) {
    self.atoms = atoms
  }
}

/// A sentence, classed by cue tables.
package struct Atom: Hashable, Codable, Sendable {
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
  package var roles: [ScoredRole] = []
  /// Tables and figures that it names.
  package var exhibits: [ExhibitLabel] = []
  /// Works that it cites: indexes in `Paper.references`.
  package var citations: [Int] = []

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
