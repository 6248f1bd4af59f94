internal import IR

/// Collects what there is to say of one repository: of one code, the first twenty findings are
/// located and the rest are counted.
struct RepositoryFindings {
  /// The repository as the user named it.
  private let name: String
  private var found: [Diagnostic] = []
  private var counts: [DiagnosticCode: Int] = [:]

  static let mostOfOneCode = 20

  init(name: String) {
    self.name = String(name.reversed().drop { $0 == "/" }.reversed())
  }

  mutating func append(_ diagnostic: Diagnostic) {
    counts[diagnostic.code, default: 0] += 1
    if counts[diagnostic.code, default: 0] <= Self.mostOfOneCode { found.append(diagnostic) }
  }

  func place(_ path: String, line: Int? = nil) -> InputPlace {
    InputPlace(file: path.isEmpty ? name : "\(name)/\(path)", line: line)
  }

  var place: InputPlace { place("") }

  /// In the order in which they were made, the counts of what was left out behind.
  var diagnostics: [Diagnostic] {
    let more = counts.filter { $0.value > Self.mostOfOneCode }.keys.sorted()
    return found
      + more.compactMap { code in
        found.last { $0.code == code }.map { last in
          .furtherFindings(
            like: last, count: counts[code, default: 0] - Self.mostOfOneCode, at: place)
        }
      }
  }
}

extension Diagnostic {
  fileprivate static func furtherFindings(
    like other: Diagnostic, count: Int, at place: InputPlace
  ) -> Diagnostic {
    Diagnostic(
      code: other.code, severity: other.severity,
      message: "the same holds for \(count) more \(count == 1 ? "place" : "places")", input: place)
  }
}
