internal import IR

/// A file of `evidence/tables` or `evidence/figures`.
struct ExhibitFile: Sendable {
  enum Kind: Sendable { case raw, derived }

  let file: MarkdownFile
  let exhibit: ExhibitKind
  let kind: Kind
  /// What the file name says; nil for derived files and attempts of logs.
  let label: ObjectLabel?

  var path: String { file.path }
  var stem: String { ArtifactPath.stem(of: path) }
  var picturePath: String { String(path.dropLast(3)) + ".png" }

  init(_ file: MarkdownFile) {
    self.file = file
    exhibit = file.kind == .table ? .table : .figure
    let stem = ArtifactPath.stem(of: file.path)
    kind = stem.hasPrefix("derived_") || stem.hasPrefix("subset_") ? .derived : .raw
    label = kind == .raw ? ObjectLabel(stem: stem) : nil
  }

  var extractionType: Substring? { file.topField("Extraction type")?.value.text }

  /// Whether it exists only as text, so that no picture can show it.
  var isTextSourced: Bool { extractionType == "text_sourced" }

  /// The figure as a whole.
  var wholeFigure: FigurePart {
    FigurePart(file: file, lines: 1..<(file.text.lines.count + 1), heading: nil)
  }

  /// The parts of a figure that follow one figure type: the file, or the panels of a mixed one.
  var figureParts: [FigurePart] {
    guard file.topField("Figure type")?.value.text == "mixed" else { return [wholeFigure] }
    return file.headings.filter { $0.level == 2 && $0.text.hasPrefix("Panel") }.map {
      FigurePart(file: file, lines: file.lines(of: $0), heading: $0)
    }
  }
}

/// A figure, or a panel of one, that follows one figure type.
struct FigurePart: Sendable {
  let file: MarkdownFile
  let lines: Range<Int>
  /// The panel's; nil for a whole figure.
  let heading: Heading?

  /// Where a missing part is reported.
  var line: Int { heading?.line ?? 1 }

  var fields: ArraySlice<Field> { file.fields(in: lines) }
  var tables: ArraySlice<PipeTable> { file.tables(in: lines) }

  func field(_ name: String) -> Field? { fields.first { $0.name == name } }

  var type: FigureType? {
    field("Figure type").flatMap { FigureType(rawValue: String($0.value.text)) }
  }

  /// The heading that introduces what eyes saw.
  var visualDescription: Heading? {
    file.headings.first { $0.text == "Visual description" && lines.contains($0.line) }
  }

  /// Whether the points are declared unreadable.
  var isUnreadable: Bool {
    lines.contains { file.text.line($0).lowercase.has("unreadable") }
  }
}

/// A table that lists the text inside a picture.
enum PrintedLabel {
  /// The last cell of its rows.
  static let kind = "printed label"
}
