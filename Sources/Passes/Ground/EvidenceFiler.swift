package import IR

/// Decides what is filed under `evidence/` and under which names.
package struct EvidenceFiler: Pass {
  package static let id = PassID("evidence", version: 1)
  package static let reads = ["paper", "logs", "atoms"]

  package struct Input: Codable, Sendable {
    let view: PaperView?
    let atoms: Atoms
    let logs: [RunLog]
  }

  package init() {}

  package func input(from document: Document) -> Input {
    Input(view: PaperView(document), atoms: document.atoms, logs: document.inputs.logs)
  }

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Evidence>
  {
    var evidence = Evidence()
    if let view = input.view {
      evidence.exhibits = exhibits(view, input.atoms)
      evidence.texts = texts(view)
    }
    evidence.results = results(input.logs)
    return Reported(evidence)
  }

  // MARK: Tables and figures

  private func exhibits(_ view: PaperView, _ atoms: Atoms) -> [FiledExhibit] {
    view.exhibits.sorted { $0.label < $1.label }.map { exhibit in
      let caption = view.grounded(exhibit.caption)
      let title = Title.make(of: caption)
      var filed = FiledExhibit(
        label: exhibit.label, stem: stem(of: exhibit.label, title?.value ?? ""),
        title: title ?? Grounded(exhibit.label.description, [exhibit.caption]))
      filed.type = exhibit.label.kind == .figure ? Self.type(of: exhibit) : nil
      filed.description = Stated(introduction(of: exhibit.label, view, atoms))
      return filed
    }
  }

  private func stem(of label: ExhibitLabel, _ title: String) -> String {
    let prefix = (label.kind == .table ? "table" : "figure") + label.compactNumber
    let slug = Slug.make(title, words: 5)
    return slug.isEmpty ? prefix : "\(prefix)_\(slug)"
  }

  private static func type(of exhibit: Exhibit) -> FigureType {
    switch exhibit.contents {
    case .plot: .quantitativePlot
    case .diagram: .diagram
    // What a raster image or a mix shows, only eyes can tell.
    case .text, .raster, .mixed, nil: .qualitativeSample
    }
  }

  /// The first sentence of the text that names the exhibit.
  private func introduction(of label: ExhibitLabel, _ view: PaperView, _ atoms: Atoms) -> Grounded<
    String
  >? {
    let atom = atoms.atoms.first {
      $0.exhibits.contains(label) && Wording.isFieldSafe(view.text(of: $0.span))
    }
    return atom.map { view.grounded($0.span) }
  }

  // MARK: Texts

  /// One file per top-level section, the front matter included.
  private func texts(_ view: PaperView) -> [FiledText] {
    var stems: Set<String> = []
    return view.paper.sections.indices.filter { view.paper.sections[$0].parent == nil }.map {
      index in
      let section = view.paper.sections[index]
      let number = index == 0 ? "0" : section.number.map(Self.fileNumber) ?? ""
      let slug = index == 0 ? "front_matter" : Slug.make(section.title.value, words: 6)
      var stem = "section\(number)" + (slug.isEmpty ? "" : "_\(slug)")
      while !stems.insert(stem).inserted { stem += "_\(index)" }
      return FiledText(stem: stem, section: index)
    }
  }

  /// `3`, `A`, `II_A`: letters stay as they are printed.
  private static func fileNumber(_ number: String) -> String {
    number.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
      .swapping(".", for: "_")
  }

  // MARK: Logs

  private func results(_ logs: [RunLog]) -> [FiledResults] {
    var filed: [FiledResults] = []
    for log in logs {
      let suffix = logs.count > 1 ? "_\(log.source)" : ""
      if log.runs.contains(where: { !$0.attempts.isEmpty }) {
        filed.append(
          FiledResults(stem: "malt_attempts\(suffix)", contents: .attempts, log: log.source))
      }
      if !log.runs.isEmpty {
        filed.append(FiledResults(stem: "malt_runs\(suffix)", contents: .runs, log: log.source))
      }
      if log.runs.contains(where: { $0.failures.contains { $0.failure != nil } }) {
        filed.append(
          FiledResults(stem: "failed_attempts\(suffix)", contents: .failures, log: log.source))
      }
      if log.runs.contains(where: { !$0.results.isEmpty }) {
        filed.append(FiledResults(stem: "run_results\(suffix)", contents: .values, log: log.source))
      }
    }
    return filed
  }
}
