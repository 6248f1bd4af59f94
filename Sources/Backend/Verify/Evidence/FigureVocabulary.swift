internal import IR

/// The words and bullets that figure files use (`spec/ara-format.md`, section 4 and 7.4).
enum FigureVocabulary {
  static let diagramBullets = ["Components", "Connections", "Annotations", "What it conveys"]
  static let sampleBullets = ["Shows", "Demonstrates"]
  static let plotKinds: Set<Substring> = [
    "line", "bar", "scatter", "box", "histogram", "heatmap",
  ]

  private static let readings: [(field: String, words: Set<Substring>)] = [
    ("Figure type", ["quantitative_plot", "diagram", "qualitative_sample", "mixed"]),
    (
      "Extraction method",
      ["exact_from_labels", "digitized_estimate", "visual_description"]
    ),
    ("Reading confidence", ["high", "medium", "low"]),
  ]

  /// Whether a figure file says how it was read.
  static func check(_ exhibit: ExhibitFile, _ report: (Finding) -> Void) {
    for (name, words) in readings {
      guard let field = exhibit.file.topField(name) else {
        report(.missing("ARA617", "field '\(name)'", in: exhibit.path))
        continue
      }
      checkWord(of: field, words, in: exhibit.path, report)
    }
    let panels = exhibit.figureParts.filter { $0.heading != nil }
    for panel in panels { check(panel, report) }
    if panels.isEmpty, let type = exhibit.file.topField("Figure type"), type.value.text == "mixed" {
      report(.noPanels(type.value, exhibit.path))
    }
  }

  /// Whether a panel names a type of its own; what else it says must be in the vocabulary.
  private static func check(_ panel: FigurePart, _ report: (Finding) -> Void) {
    if panel.field("Figure type") == nil { report(.noType(panel)) }
    for (name, words) in readings {
      guard let field = panel.field(name) else { continue }
      let own = name == "Figure type" ? words.subtracting(["mixed"]) : words
      checkWord(of: field, own, in: panel.file.path, report)
    }
  }

  private static func checkWord(
    of field: Field, _ words: Set<Substring>, in file: String, _ report: (Finding) -> Void
  ) {
    if field.isSaid, !words.contains(field.value.text) {
      report(.notInVocabulary(field.name, field.value, file))
    }
  }
}

extension FigureCheck {
  /// A quantitative plot: points, axes, kind.
  func checkPlot(_ part: FigurePart, _ report: (Finding) -> Void) {
    let isUnreadable = part.isUnreadable
    if !part.tables.contains(where: { !$0.rows.isEmpty }) {
      let confidence = part.field("Reading confidence") ?? part.file.topField("Reading confidence")
      let hasTrend = part.file.headings.contains {
        $0.text == "Trend summary" && part.lines.contains($0.line)
      }
      if !(isUnreadable && confidence?.value.text == "low" && hasTrend) {
        report(.noPoints(part))
      }
    }
    if !isUnreadable { checkAxes(part, report) }
    let kind = part.field("Plot kind")
    let isKnown = kind.map { FigureVocabulary.plotKinds.contains($0.value.text) } ?? false
    if !isKnown, kind?.isSaid ?? true, kind?.value.text != Self.notRead {
      report(.plotKind(kind, part))
    }
  }

  private func checkAxes(_ part: FigurePart, _ report: (Finding) -> Void) {
    guard let field = part.field("Axes") else {
      report(.noAxes(part))
      return
    }
    if !field.isSaid { return }
    let text = field.value.text
    let split = text.offset(of: "Y =") ?? text.offset(of: "Y=")
    let axes = split.map {
      [("X", text[utf8Range: 0..<$0]), ("Y", text[utf8Range: $0..<text.utf8.count])]
    }
    for (name, axis) in axes ?? [("X", text), ("Y", "")] {
      let words = Words.all(axis)
      if !words.contains("linear"), !words.contains(where: { $0.hasPrefix("log") }) {
        report(.noScale(name, field.value, part))
      }
    }
  }
}

extension Finding {
  fileprivate static func notInVocabulary(_ name: String, _ value: LinePiece, _ file: String)
    -> Finding
  {
    Finding(
      "ARA617", at: ArtifactPlace(value, in: file), about: name,
      "'\(name)' is \(Quoted(value.text)), which is not in the vocabulary",
      excerpt: Excerpt.of(value.text))
  }

  fileprivate static func noPanels(_ type: LinePiece, _ file: String) -> Finding {
    Finding(
      "ARA617", at: ArtifactPlace(type, in: file), about: "Panel",
      "the figure is mixed and has no '## Panel' with a type of its own")
  }

  fileprivate static func noType(_ panel: FigurePart) -> Finding {
    Finding(
      "ARA617", at: ArtifactPlace(file: panel.file.path, line: panel.line),
      about: "\(Excerpt.of(panel.heading?.text ?? "")): Figure type",
      "the panel has no field 'Figure type'")
  }

  fileprivate static func noPoints(_ part: FigurePart) -> Finding {
    Finding(
      "ARA618", at: ArtifactPlace(file: part.file.path, line: part.line), about: "points",
      "the plot has no data table and does not declare its points unreadable")
  }

  fileprivate static func noAxes(_ part: FigurePart) -> Finding {
    Finding(
      "ARA619", at: ArtifactPlace(file: part.file.path, line: part.line), about: "Axes",
      "the plot has no field 'Axes'")
  }

  fileprivate static func noScale(_ axis: String, _ value: LinePiece, _ part: FigurePart) -> Finding
  {
    Finding(
      "ARA619", at: ArtifactPlace(value, in: part.file.path), about: axis,
      "the \(axis) axis is said to be neither linear nor log", excerpt: Excerpt.of(value.text))
  }

  fileprivate static func plotKind(_ field: Field?, _ part: FigurePart) -> Finding {
    let file = part.file.path
    let place =
      field.map { ArtifactPlace($0.value, in: file) } ?? ArtifactPlace(file: file, line: part.line)
    let what = field.map { "is \(Quoted($0.value.text)), not in the vocabulary" } ?? "is missing"
    return Finding("ARA619", .plotKind, at: place, about: "Plot kind", "the plot kind \(what)")
  }
}
