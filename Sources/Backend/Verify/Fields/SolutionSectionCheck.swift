internal import IR

/// The sections of `logic/solution`.
struct SolutionSectionCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA353", .note(.august2026), .missingField, "a solution file lacks a section",
      cause: "`constraints.md` and `algorithm.md` have fixed sections; components of "
        + "`architecture.md` have inputs and outputs.",
      cure: "Add the section; write `Not specified in paper` where the source is silent.",
      example: "no `## Complexity`")
  ]

  private static let sections: [(file: String, titles: [String])] = [
    (
      "logic/solution/constraints.md",
      ["Boundary conditions", "Assumptions", "Known limitations"]
    ),
    (
      "logic/solution/algorithm.md",
      ["Mathematical formulation", "Pseudocode", "Step-by-step explanation", "Complexity"]
    ),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for (path, titles) in Self.sections {
      guard let file = artifact.markdown(path) else { continue }
      for title in titles where file.heading(title, level: 2) == nil {
        report(.missing("ARA353", "section '## \(title)'", in: path))
      }
    }
    guard let file = artifact.markdown("logic/solution/architecture.md") else { return }
    for heading in file.headings where heading.level == 3 {
      let names = Set(file.fields(in: file.lines(of: heading)).map(\.name))
      if names.isEmpty { continue }
      for name in ["Inputs", "Outputs"] where !names.contains(name) {
        report(.component(heading, name, file.path))
      }
    }
  }
}

extension Finding {
  fileprivate static func component(_ heading: Heading, _ name: String, _ file: String) -> Finding {
    Finding(
      "ARA353", at: ArtifactPlace(file: file, line: heading.line),
      about: "\(Excerpt.of(heading.text)): \(name)",
      "the component \(Quoted(heading.text)) has no field '\(name)'")
  }
}
