import IR
import Testing

@testable import Passes

/// What is read as settings from one sentence of a set-up.
enum StudySettings {
  /// `name (qualifier) = value` of every finding, in the order of the sentence.
  static func found(in sentence: String) throws -> [String] {
    var study = StudyPaper()
    study.section("Setup", "1")
    let span = study.block(sentence)
    let view = try #require(PaperView(study.document))
    return ParameterFinder(view: view).findings(in: span).map { finding in
      let qualifier = finding.qualifier.map { " (\($0.value))" } ?? ""
      return "\(finding.row.name)\(qualifier) = \(finding.value.value)"
    }
  }
}
