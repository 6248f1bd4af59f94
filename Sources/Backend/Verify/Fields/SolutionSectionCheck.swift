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
        report(
          .missing("ARA353", "section '## \(title)'", in: path)
            .fixed(by: .appendSection(title, to: file)))
      }
    }
    guard let file = artifact.markdown("logic/solution/architecture.md") else { return }
    for heading in file.headings where heading.level == 3 {
      let fields = file.fields(in: file.lines(of: heading))
      guard let end = fields.map(\.endLine).max() else { continue }
      for name in ["Inputs", "Outputs"] where !fields.contains(where: { $0.name == name }) {
        report(.component(heading, name, file.path, before: end))
      }
    }
  }
}

extension FixIt {
  fileprivate static func appendSection(_ title: String, to file: MarkdownFile) -> FixIt {
    let text = "\n## \(title)\n\n\(FixedPhrase.notSpecified)\n"
    let end = file.text.lines.count + 1
    return FixIt(
      "append the section '\(title)'",
      [.replace(Replacement(inserting: text, before: end, of: file.path))])
  }
}

extension Finding {
  fileprivate static func component(
    _ heading: Heading, _ name: String, _ file: String, before end: Int
  ) -> Finding {
    Finding(
      "ARA353", at: ArtifactPlace(file: file, line: heading.line),
      about: "\(Excerpt.of(heading.text)): \(name)",
      "the component \(Quoted(heading.text)) has no field '\(name)'"
    ).fixed(by: .insertField(name, FixedPhrase.notSpecified, before: end, of: file))
  }
}
