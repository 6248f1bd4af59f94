/// What is filed under `evidence/` and under which names (`spec/ara-format.md`, section 7).
package struct Evidence: Slot {
  package var exhibits: [FiledExhibit] = []
  package var texts: [FiledText] = []
  package var results: [FiledResults] = []

  package init(
    exhibits: [FiledExhibit] = [], texts: [FiledText] = [], results: [FiledResults] = []
  ) {
    self.exhibits = exhibits
    self.texts = texts
    self.results = results
  }
}

/// A numbered table or figure with its file name.
package struct FiledExhibit: Hashable, Codable, Sendable {
  package let label: ExhibitLabel
  /// `table3_main_results`: the stem of its `.md` and `.png`.
  package let stem: String
  package var title: Grounded<String>
  package var type: FigureType? = nil
  /// The sentence of the text that introduces it.
  package var description: Stated<String> = .notSpecified

  package init(
    label: ExhibitLabel, stem: String, title: Grounded<String>, type: FigureType? = nil,
    description: Stated<String> = .notSpecified
  ) {
    self.label = label
    self.stem = stem
    self.title = title
    self.type = type
    self.description = description
  }

  package var path: String {
    "evidence/\(label.kind == .table ? "tables" : "figures")/\(stem).md"
  }
}

package enum FigureType: String, Codable, Sendable {
  case quantitativePlot = "quantitative_plot"
  case diagram
  case qualitativeSample = "qualitative_sample"
  case mixed
}

/// A top-level section of the paper's own text.
package struct FiledText: Hashable, Codable, Sendable {
  /// `section3_model_architecture`.
  package let stem: String
  /// Index in `Paper.sections` of the top-level section.
  package let section: Int

  package init(stem: String, section: Int) {
    self.stem = stem
    self.section = section
  }

  package var path: String { "evidence/text/\(stem).md" }
}

/// What is filed of a log.
package struct FiledResults: Hashable, Codable, Sendable {
  package enum Contents: String, Codable, Sendable {
    /// `evidence/tables/<stem>.md`: one row per attempt.
    case attempts
    /// `evidence/tables/<stem>.md`: one row per run.
    case runs
    /// `evidence/results/<stem>.md`: one row per value of a result file.
    case values
    /// `evidence/results/<stem>.md`: what each failed attempt ended with, in the log's words.
    case failures

    /// The folder below `evidence`.
    var folder: String {
      switch self {
      case .attempts, .runs: "tables"
      case .values, .failures: "results"
      }
    }
  }

  package let stem: String
  package let contents: Contents
  /// The log that it comes from.
  package let log: SourceID

  package init(stem: String, contents: Contents, log: SourceID) {
    self.stem = stem
    self.contents = contents
    self.log = log
  }

  package var path: String { "evidence/\(contents.folder)/\(stem).md" }
}
