internal import IR

/// Numbers of tables and figures.
struct ExhibitLabelCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA610", .error(.august2026), .consistency, "file name, heading and source disagree",
      cause: "All three carry the same table or figure number.", cure: "Correct the odd one.",
      example: "`table3_x.md` with the source Table 4"),
    CheckRow(
      "ARA612", .warning(), .consistency, "a derived file carries its parent's number",
      cause: "The bundled viewer takes it for the parent.",
      cure: "Name it `derived_` and a slug without the number.",
      example: "`derived_from_table3_x.md`"),
    CheckRow(
      "ARA613", .error(.august2026), .consistency, "a file merges several objects",
      cause: "A raw file holds one table or figure of the source; its source names more.",
      cure: "File each object by itself.", example: "- **Source**: Tables 2 and 3"),
    CheckRow(
      "ARA627", .warning(), .missingFile, "a number is missing among the filed objects",
      cause: "The numbers filed or excused under `## Objects not filed` leave a gap.",
      cure: "File the object, or list it with a reason.", example: "Figures 1, 2 and 4",
      yieldsToInputs: true),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for exhibit in artifact.exhibits {
      switch exhibit.kind {
      case .derived where exhibit.stem.carriesNumber: report(.parentNumber(exhibit))
      case .raw: if let label = exhibit.label { check(exhibit, label, report) }
      default: break
      }
    }
    checkGaps(artifact, report)
  }

  private func check(_ exhibit: ExhibitFile, _ label: ObjectLabel, _ report: (Finding) -> Void) {
    if let heading = exhibit.file.headings.first(where: { $0.level == 1 }) {
      let piece = LinePiece(text: heading.text, line: heading.line)
      let title = heading.text.prefix { $0 != ":" }
      if ObjectLabel.scan(title).first != label { report(.otherLabel(piece, label, exhibit)) }
    } else {
      report(.missing("ARA610", "heading '# \(label): …'", in: exhibit.path))
    }
    guard let source = exhibit.file.saidTopField("Source")?.value else { return }
    // The paper's own title, in quotation marks, is no label.
    let named = Set(ObjectLabel.scan(source.text.prefix { $0 != "\"" && $0 != "“" }))
    if named.count > 1 {
      report(.merged(source, exhibit))
    } else if named != [label] {
      report(.otherLabel(source, label, exhibit))
    }
  }

  private func checkGaps(_ artifact: Artifact, _ report: (Finding) -> Void) {
    guard let index = artifact.evidenceIndex else { return }
    let labels = artifact.exhibits.compactMap(\.label) + index.excusedLabels
    var ordinals: [ObjectLabel.Series: Set<Int>] = [:]
    for case (let series, let ordinal)? in labels.map(\.series) {
      ordinals[series, default: []].insert(ordinal)
    }
    let series = ordinals.keys.sorted {
      ($0.kind.rawValue, $0.prefix) < ($1.kind.rawValue, $1.prefix)
    }
    for series in series {
      let present = ordinals[series] ?? []
      // Of a wild number only the first missing ones matter.
      let missing = (1...max(present.max() ?? 1, 1)).lazy.filter { !present.contains($0) }.prefix(5)
      if !missing.isEmpty { report(.gap(series, Array(missing))) }
    }
  }
}

extension String {
  /// Whether a part of a file name is `table` or `figure` with a number.
  fileprivate var carriesNumber: Bool {
    split(separator: "_").contains { ObjectLabel(stem: String($0)) != nil }
  }
}

extension Finding {
  fileprivate static func otherLabel(
    _ piece: LinePiece, _ label: ObjectLabel, _ exhibit: ExhibitFile
  ) -> Finding {
    Finding(
      "ARA610", on: piece, in: exhibit.path,
      "\(Quoted(piece.text)) is not \(label), as the file name says")
  }

  fileprivate static func parentNumber(_ exhibit: ExhibitFile) -> Finding {
    Finding(
      "ARA612", at: ArtifactPlace(file: exhibit.path), about: exhibit.path,
      "the name \(Quoted(exhibit.stem)) carries the number of the parent")
  }

  fileprivate static func merged(_ source: LinePiece, _ exhibit: ExhibitFile) -> Finding {
    Finding(
      "ARA613", on: source, in: exhibit.path,
      "\(Quoted(source.text)) names several objects")
  }

  fileprivate static func gap(_ series: ObjectLabel.Series, _ missing: [Int]) -> Finding {
    let labels = missing.map { series.label($0).description }
    return Finding(
      "ARA627", at: ArtifactPlace(file: "evidence/README.md", line: 1),
      about: series.kind.rawValue + series.prefix,
      "neither filed nor excused: \(labels.joined(separator: ", "))")
  }
}
