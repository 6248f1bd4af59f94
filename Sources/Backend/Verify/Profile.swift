package import IR

/// A rule set that artifacts are held to (`spec/ara-format.md`, section 1).
package enum Profile: String, CaseIterable, Sendable {
  /// What `arac` emits: passes all the others.
  case superset
  /// The paper's schema and its script.
  case april2026
  /// The later compiler schema, a checklist.
  case august2026
  /// The official command line, release 0.1.15.
  case cli
}

/// The severity of a row in each profile; nil where the row is not run.
package struct Levels: Hashable, Sendable {
  private var severities: [Profile: Severity]

  package subscript(profile: Profile) -> Severity? { severities[profile] }

  /// An error in the superset and in these profiles; without any, a check that only `arac` makes.
  static func error(_ profiles: Profile...) -> Levels { Levels(.error, profiles) }
  static func warning(_ profiles: Profile...) -> Levels { Levels(.warning, profiles) }
  static func note(_ profiles: Profile...) -> Levels { Levels(.note, profiles) }

  private init(_ severity: Severity, _ profiles: [Profile]) {
    severities = [.superset: severity]
    for profile in profiles { severities[profile] = severity }
  }

  /// The same with another severity in one profile; nil: not run there.
  func but(_ severity: Severity?, in profile: Profile) -> Levels {
    var levels = self
    levels.severities[profile] = severity
    return levels
  }
}
