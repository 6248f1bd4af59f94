internal import IR

/// How a section tests what it states.
enum Report: String {
  case measured = "Evaluation of"
  /// What is derived or designed: nothing was run for it.
  case argument = "Argument of"
  /// What other sections report.
  case summary = "Findings summarised in"

  /// `studies` are the sections of results.
  init(of section: Int, in view: PaperView, _ studies: Set<Int>) {
    switch SectionRole(of: section, in: view) {
    case .experiments where Self.isNamed(section, in: view): self = .measured
    case .introduction, .conclusion: self = .summary
    case .method, .experiments: self = studies.contains(section) ? .measured : .argument
    default:
      let reports = studies.contains { SetupReach.lineage(of: $0, view).contains(section) }
      self = reports ? .measured : .argument
    }
  }

  /// Whether a title says that something was run: an analysis or a comparison may be one in words.
  private static func isNamed(_ section: Int, in view: PaperView) -> Bool {
    SetupReach.lineage(of: section, view).contains {
      names.stands(in: view.paper.sections[$0].title.value.lowercase)
    }
  }

  private static let names: PhraseSet = [
    "experiment", "result", "evaluation", "empirical", "ablation", "benchmark", "numerical",
    "simulation", "case stud", "performance",
  ]
}
