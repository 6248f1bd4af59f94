internal import FoundationEssentials
internal import IR

/// `evidence/tables` and `evidence/figures` (`spec/ara-format.md`, 7.3 and 7.4).
struct ExhibitEmitter: Emitter {
  func emit(into artifact: inout ArtifactWriter) {
    guard let paper = artifact.document.inputs.paper else { return }
    for filed in artifact.document.evidence.exhibits {
      let exhibits = filed.label.kind == .table ? paper.tables : paper.figures
      guard let exhibit = exhibits.first(where: { $0.label == filed.label }) else { continue }
      write(exhibit, filed, paper, into: &artifact)
    }
  }

  private func write(
    _ exhibit: Exhibit, _ filed: FiledExhibit, _ paper: Paper, into artifact: inout ArtifactWriter
  ) {
    let sources = artifact.document.sources
    var file = artifact.file(filed.path)
    file.line("# \(words: filed.label): \(filed.title)")
    file.field("Source", source(of: exhibit, paper))
    file.field("Caption", "\"\(sources.grounded(exhibit.caption))\"", escape: .verbatim)
    let picture = exhibit.picture.flatMap { Data(base64Encoded: $0.base64) }
    file.field(
      "Screenshot", "\(words: picture == nil ? "none (screenshots were off)" : filed.stem + ".png")"
    )
    if filed.label.kind == .table {
      TableWriter(exhibit: exhibit, sources: sources).write(into: &file)
    } else {
      FigureWriter(exhibit: exhibit, filed: filed, artifact: artifact).write(into: &file)
    }
    let claims =
      artifact.document.links.exhibitClaims.first { $0.exhibit == filed.label }?.claims ?? []
    artifact.add(file, .evidence, "\(words: filed.label)", claims: claims)
    if let picture {
      artifact.add(bytes: Array(picture), at: filed.path.dropSuffix(".md") + ".png")
    }
  }

  /// `Table 3, §4.2, in "Title"`.
  private func source(of exhibit: Exhibit, _ paper: Paper) -> Line {
    var parts: [Line] = ["\(words: exhibit.label)"]
    if exhibit.section > 0 { parts.append(SectionLabel.line(exhibit.section, paper)) }
    if let title = paper.metadata.title { parts.append("in \"\(title)\"") }
    return .joined(parts, ", ")
  }
}

/// The body of a table file.
struct TableWriter {
  let exhibit: Exhibit
  let sources: SourceMap

  func write(into file: inout FileWriter) {
    file.field("Extraction type", "raw_table")
    if exhibit.confidence == .low { file.field("Reading confidence", "low") }
    if exhibit.grids.isEmpty {
      file.blank()
      writeText(into: &file)
      return
    }
    for grid in exhibit.grids {
      file.blank()
      if let title = grid.title {
        file.line("## \(sources.grounded(title))")
        file.blank()
      }
      let header = max(grid.headerRows, 1)
      let text = CellWriter(sources: sources, body: grid.rows.dropFirst(header))
      file.table(
        grid.rows.enumerated().map { index, row in
          row.map { index < header ? text.plain($0) : text.emphasised($0) }
        })
    }
  }

  /// A table whose cells cannot be told apart: its words, one row each.
  private func writeText(into file: inout FileWriter) {
    let labels = exhibit.labels.map { sources.grounded($0) }
    let rows: [[Line]] =
      labels.isEmpty ? [[Line(stringLiteral: FigureWriter.notRead)]] : labels.map { ["\($0)"] }
    file.table([["Text inside the table"]] + rows)
  }
}

/// The body of a figure file.
struct FigureWriter {
  let exhibit: Exhibit
  let filed: FiledExhibit
  let artifact: ArtifactWriter

  static let notRead = "Not read from the picture"
  private static let further = "Further text inside the figure"

  func write(into file: inout FileWriter) {
    let type = filed.type ?? .qualitativeSample
    let data = type == .quantitativePlot ? PlotWriter(exhibit.plot) : nil
    let method =
      type != .quantitativePlot
      ? "visual_description" : data == nil ? "exact_from_labels" : "digitized_estimate"
    file.field("Figure type", "\(words: type.rawValue)")
    file.field("Extraction method", "\(words: method)")
    file.field("Reading confidence", "\(words: (data?.confidence ?? .low).rawValue)")
    if type == .quantitativePlot, let kind = exhibit.plotKind {
      file.field("Plot kind", "\(words: kind.rawValue)")
    }
    if let data { file.field("Axes", data.axes) }
    for panel in exhibit.panels {
      file.field("Panel \(panel.mark)", "\(artifact.document.sources.grounded(panel.caption))")
    }
    switch type {
    case .quantitativePlot: plot(&file, data)
    case .diagram: diagram(&file)
    case .qualitativeSample, .mixed: sample(&file)
    }
  }

  private var labels: [Grounded<String>] {
    exhibit.labels.map { artifact.document.sources.grounded($0) }
  }

  private var names: [Grounded<String>] {
    FigureNames.of(exhibit, artifact.document.sources)
  }

  private func plot(_ file: inout FileWriter, _ data: PlotWriter?) {
    let printed = labels.filter { !$0.value.isEmpty }
    if let data {
      // Not in a table: there every number would be an estimate.
      file.field(
        "Text inside the plot", "\(Array(printed.prefix(FigureNames.limit)), separator: "; ")")
      leaveOut(printed, &file)
      data.write(into: &file)
    } else {
      file.blank()
      file.line(
        """
        The points of this plot are unreadable without a reader of pictures: \
        \(words: PlotWriter.reason(exhibit.plot?.obstacle)). No value is estimated.
        """)
      file.blank()
      labelTable(&file, "Text inside the plot", printed)
    }
    file.blank()
    file.line("## Trend summary")
    file.text("\(filed.description)", field: "Trend summary")
  }

  /// Without the gaps of a printed prompt (`{Question}`), which would pass for gaps of this file; the
  /// table of labels has them.
  private var plainNames: [Grounded<String>] { names.filter { !$0.value.contains("{") } }

  private func diagram(_ file: inout FileWriter) {
    file.blank()
    file.line("## Visual description")
    file.field(
      "Components",
      "\(plainNames, separator: ", ", ifEmpty: Self.notRead)")
    file.field("Connections", "\(words: Self.notRead)")
    file.field("Annotations", "\(words: Self.notRead)")
    file.field("What it conveys", "\(filed.description)")
    text(Self.further, besides: names, &file)
    file.blank()
    labelTable(&file, "Component", names)
  }

  private func sample(_ file: inout FileWriter) {
    file.blank()
    file.line("## Visual description")
    let caption = artifact.document.sources.grounded(exhibit.caption)
    file.field("Shows", caption.value.isEmpty ? "\(words: Self.notRead)" : "\(caption)")
    file.field("Demonstrates", "\(filed.description)")
    let claims =
      artifact.document.links.exhibitClaims.first { $0.exhibit == filed.label }?.claims ?? []
    file.field(
      "Supports",
      "\(words: claims.isEmpty ? Self.notRead : claims.map(\.description).joined(separator: ", "))")
    let hasText = labels.contains { !$0.value.isEmpty }
    text(names.isEmpty ? "Text inside the figure" : Self.further, besides: names, &file)
    file.blank()
    labelTable(
      &file, "Text inside the figure", names, absent: hasText ? "Listed above" : Self.notRead)
  }

  /// Long labels and those with numbers, which stand in no table: there every number would be read.
  private func text(
    _ name: String, besides listed: [Grounded<String>], _ file: inout FileWriter
  ) {
    let known = Set(listed.map(\.value))
    let rest = labels.filter { !$0.value.isEmpty && !known.contains($0.value) }
    guard !rest.isEmpty else { return }
    file.field(name, "\(Array(rest.prefix(FigureNames.limit)), separator: "; ")")
    leaveOut(rest, &file)
  }

  /// A table without numbers but for those that a plot prints.
  private func labelTable(
    _ file: inout FileWriter, _ header: String, _ labels: [Grounded<String>],
    absent: String = notRead
  ) {
    let shown = labels.prefix(FigureNames.limit)
    let rows: [[Line]] =
      shown.isEmpty
      ? [[Line(stringLiteral: absent), "—"]]
      : shown.enumerated().map { ["\($1)", Line(stringLiteral: PrintedLabel.kind)] }
    file.table([[Line(stringLiteral: header), "Kind"]] + rows)
    leaveOut(labels, &file)
  }

  /// Says how many labels are not listed.
  private func leaveOut(_ labels: [Grounded<String>], _ file: inout FileWriter) {
    guard let last = labels.last, labels.count > FigureNames.limit else { return }
    let count = Grounded(
      String(labels.count - FigureNames.limit), last.spans, .computed("labels counted"))
    file.field("Labels left out", "\(count)")
  }
}

/// What a figure names in its labels. The components of a diagram are also listed in the
/// architecture: both lists must be the same.
enum FigureNames {
  /// Of one list; a figure with more is a map or a scan.
  static let limit = 200
  private static let longest = 60

  /// The first labels with letters and without numbers, each once.
  static func of(_ exhibit: Exhibit, _ sources: SourceMap) -> [Grounded<String>] {
    var seen: Set<String> = []
    let names = exhibit.labels.map { sources.grounded($0) }.filter { label in
      label.value.contains(where: \.isLetter) && label.value.count < longest
        && NumberToken.scan(label.value).isEmpty && seen.insert(label.value).inserted
    }
    return Array(names.prefix(limit))
  }
}

extension String {
  func dropSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
