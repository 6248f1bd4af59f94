package import IR

/// A paper with its text, as the rules look at it.
package struct PaperView: Codable, Sendable {
  package let paper: Paper
  package let text: SourceText

  /// Nil where no paper was given.
  package init?(_ document: Document) {
    guard let paper = document.inputs.paper, let text = document.sources[paper.source] else {
      return nil
    }
    self.paper = paper
    self.text = text
  }

  package func text(of span: SourceSpan) -> String { text.text(of: span.bytes) }

  package func grounded(_ span: SourceSpan) -> Grounded<String> { Grounded(text(of: span), [span]) }

  /// `§3.1`, `Appendix B`, or the title of an unnumbered section.
  package func label(ofSection index: Int) -> Grounded<String> {
    let section = paper.sections[index]
    guard let number = section.number else { return section.title }
    return Grounded(section.isAppendix ? "Appendix \(number)" : "§\(number)", section.title.spans)
  }

  /// The top-level section that holds a section.
  package func topLevel(of index: Int) -> Int {
    var index = index
    while let parent = paper.sections[index].parent { index = parent }
    return index
  }

  /// The titles of a section and of those that hold it, in lower case.
  package func titles(of index: Int) -> [String] {
    var titles: [String] = []
    var current: Int? = index
    while let section = current {
      titles.append(paper.sections[section].title.value.lowercased())
      current = paper.sections[section].parent
    }
    return titles
  }

  package func exhibit(_ label: ExhibitLabel) -> Exhibit? {
    (label.kind == .table ? paper.tables : paper.figures).first { $0.label == label }
  }

  /// Tables before figures, each in the paper's order.
  package var exhibits: [Exhibit] { paper.tables + paper.figures }
}

/// The part that a section plays, by its title.
package enum SectionRole: Sendable {
  case introduction, related, method, experiments, conclusion, limitations, appendix, other

  private static let rows: [(SectionRole, [String])] = [
    (.limitations, ["limitation", "threats to validity"]),
    (.related, ["related work", "related literature", "prior work", "literature review"]),
    (.introduction, ["introduction", "motivation", "abstract", "front matter"]),
    (.conclusion, ["conclusion", "discussion", "concluding", "future work", "summary"]),
    (
      .experiments,
      [
        "experiment", "result", "evaluation", "empirical", "ablation", "analysis", "benchmark",
        "training",
        "setup", "settings", "comparison", "implementation", "numerical", "simulation", "case stud",
        "performance",
      ]
    ),
    (
      .method,
      [
        "method", "approach", "model", "architecture", "algorithm", "framework", "background",
        "preliminar",
        "formulation", "theory", "design", "system", "proposed", "construction", "protocol",
        "metrics",
      ]
    ),
  ]

  package init(of section: Int, in view: PaperView) {
    for title in view.titles(of: section) {
      if let row = Self.rows.first(where: { $0.1.contains { title.has($0) } }) {
        self = row.0
        return
      }
    }
    self =
      section == 0 ? .introduction : view.paper.sections[section].isAppendix ? .appendix : .other
  }
}
