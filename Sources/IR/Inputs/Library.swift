/// What earlier artifacts say that may be of use for this one: no fact of this work.
///
/// Texts are as they stand in those artifacts, which anybody may have written: they are bounded, and
/// are only ever quoted.
package struct Library: Hashable, Codable, Sendable {
  /// In the order of their names.
  package var artifacts: [LibraryArtifact]

  package init(artifacts: [LibraryArtifact] = []) { self.artifacts = artifacts }
}

/// One artifact of a library, as far as passes ask for it.
package struct LibraryArtifact: Hashable, Codable, Sendable {
  /// The name of its directory.
  package let name: String
  package let title: String
  /// Nil where the artifact does not say.
  package let domain: String?
  package let keywords: [String]
  /// The titles of its own heuristics, of none that it borrowed in turn.
  package let heuristics: [String]
  package let settings: [LibrarySetting]

  package init(
    name: String, title: String, domain: String?, keywords: [String], heuristics: [String],
    settings: [LibrarySetting]
  ) {
    self.name = name
    self.title = title
    self.domain = domain
    self.keywords = keywords
    self.heuristics = heuristics
    self.settings = settings
  }
}

/// A parameter that an artifact gives a value.
package struct LibrarySetting: Hashable, Codable, Sendable {
  package let name: String
  package let value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
