internal import IR

/// `logic/solution` (`spec/ara-format.md`, 5.7).
struct SolutionEmitter: Emitter {
  func emit(into artifact: inout ArtifactWriter) {
    let absence = artifact.document.inputs.paper == nil ? Phrase.notAvailable : Phrase.notSpecified
    writeArchitecture(absence, into: &artifact)
    writeAlgorithm(absence, into: &artifact)
    writeConstraints(absence, into: &artifact)
    writeHeuristics(absence, into: &artifact)
  }

  // MARK: Architecture

  private func writeArchitecture(_ absence: String, into artifact: inout ArtifactWriter) {
    let solution = artifact.document.solution
    var file = artifact.file("logic/solution/architecture.md")
    file.line("# Architecture")
    file.blank()
    file.line("## Overview")
    for sentence in solution.overview { file.text("\(sentence)") }
    if solution.overview.isEmpty { file.line("\(words: absence)") }
    file.blank()
    file.line("## Component graph")
    if solution.components.isEmpty { file.line("\(words: absence)") }
    for component in solution.components {
      file.blank()
      file.line("### \(component.name)")
      file.field("Purpose", "\(component.purpose)")
      file.field("Inputs", "\(component.inputs)")
      file.field("Outputs", "\(component.outputs)")
      file.field("Interactions", "\(component.interactions)")
      file.field("Key design choices", "\(component.choices)")
    }
    writeFigureLabels(into: &file, artifact)
    artifact.add(file, .cognitive, "Component graph")
  }

  /// The labels of diagrams, so that every component that a figure names is found here.
  private func writeFigureLabels(into file: inout FileWriter, _ artifact: ArtifactWriter) {
    guard let paper = artifact.document.inputs.paper else { return }
    for filed in artifact.document.evidence.exhibits where filed.type == .diagram {
      guard let exhibit = paper.figures.first(where: { $0.label == filed.label }) else { continue }
      let names = FigureNames.of(exhibit, artifact.document.sources)
      guard !names.isEmpty else { continue }
      file.blank()
      file.line("Labels of \(words: filed.label): \(names, separator: ", ")")
    }
  }

  // MARK: Algorithm

  private func writeAlgorithm(_ absence: String, into artifact: inout ArtifactWriter) {
    let solution = artifact.document.solution
    var file = artifact.file("logic/solution/algorithm.md")
    file.line("# Algorithm")
    file.blank()
    file.line("## Mathematical formulation")
    if solution.formulation.isEmpty { file.line("\(words: absence)") }
    let paper = artifact.document.inputs.paper
    if let paper { writeFormulas(solution.formulation, of: paper, into: &file) }
    file.blank()
    file.line("## Pseudocode")
    if solution.algorithms.isEmpty { file.line("\(words: absence)") }
    for algorithm in solution.algorithms {
      file.text("\(algorithm.title)")
      file.fenced(algorithm.lines)
    }
    file.blank()
    file.line("## Step-by-step explanation")
    for (index, step) in solution.steps.enumerated() {
      let place = SectionLabel.place(of: step, in: paper)
      file.text("\(step)\(place)", after: "\(words: index + 1). ")
    }
    if solution.steps.isEmpty { file.line("\(words: absence)") }
    file.blank()
    file.line("## Complexity")
    file.text("\(solution.complexity)")
    artifact.add(file, .cognitive, "Equations and pseudocode")
  }

  /// Below the sections that they stand in, which say whose they are: the equations of a background
  /// are not the paper's own.
  private func writeFormulas(_ formulas: [Formula], of paper: Paper, into file: inout FileWriter) {
    let pictures = EquationPictures(paper)
    var last: Int?
    for formula in formulas {
      let section = paper.labelledSection(of: formula.text.spans.first)
      if let section, section != last {
        file.blank()
        file.line("### \(SectionLabel.withTitle(section, paper))")
      }
      last = section
      write(formula, into: &file)
      if let picture = pictures.name(of: formula.text.spans.first) {
        file.line("![](../../\(words: EquationPictures.folder)/\(words: picture))")
      }
      if let symbols = formula.symbols.grounded { file.text("\(symbols)") }
    }
  }

  private func write(_ formula: Formula, into file: inout FileWriter) {
    if let meaning = formula.meaning.grounded { file.text("\(meaning)") }
    let lines = formula.text.value.split(separator: "\n")
    file.fenced(lines.map { Grounded(String($0), formula.text.spans) })
  }

  // MARK: Constraints

  private func writeConstraints(_ absence: String, into artifact: inout ArtifactWriter) {
    let document = artifact.document
    var file = artifact.file("logic/solution/constraints.md")
    file.line("# Constraints")
    let writer = ConstraintWriter(paper: document.inputs.paper, absence: absence)
    writer.write(document.solution.limitations, into: &file)
    writer.write("Boundary conditions", document.solution.boundaries, into: &file)
    writer.write("Assumptions", document.problem.assumptions.map(\.statement), into: &file)
    if !document.solution.openEnds.isEmpty {
      writer.write("Left for future work", document.solution.openEnds, into: &file)
    }
    writeConflicts(document, into: &file)
    artifact.add(file, .cognitive, "Boundary conditions, assumptions, limitations")
  }

  /// Where paper and repository contradict each other, with both values, both places and which one
  /// was followed (`spec/ara-format.md`, 5.7).
  private func writeConflicts(_ document: Document, into file: inout FileWriter) {
    let conflicts = document.parameters.parameters.filter { !$0.conflicts.isEmpty }
    let discrepancies = document.discrepancies.discrepancies
    guard !conflicts.isEmpty || !discrepancies.isEmpty else { return }
    file.blank()
    file.line("## Source conflicts")
    let code = document.inputs.repository?.source
    for parameter in conflicts {
      let others = parameter.conflicts.map {
        "\($0.value) (\($0.places, separator: ", "))" as Line
      }
      let stated = parameter.source.filter { $0.spans.first?.source != code }
      let agreeing = parameter.source.filter { $0.spans.first?.source == code }
      let alike: Line =
        agreeing.isEmpty ? "" : ", and the same at \(agreeing, separator: ", ")"
      file.line(
        "- \(parameter.name): the paper says \(parameter.value) (\(stated, separator: "; ")), the repository \(others, separator: ", ")\(alike); the paper is followed"
      )
    }
    for discrepancy in discrepancies {
      file.line(
        "- \(discrepancy.subject): the paper names it (\(discrepancy.source)), the repository \(discrepancy.found); the repository is followed"
      )
    }
  }

  // MARK: Heuristics

  private func writeHeuristics(_ absence: String, into artifact: inout ArtifactWriter) {
    let heuristics = artifact.document.heuristics.heuristics
    var file = artifact.file("logic/solution/heuristics.md")
    file.line("# Heuristics")
    if heuristics.isEmpty {
      file.blank()
      file.line("\(words: absence)")
    }
    for heuristic in heuristics {
      let id = heuristic.id.ref
      file.blank()
      file.line("## \(heuristic.id): \(heuristic.title)", entity: id, field: "Title")
      file.field("Rationale", "\(heuristic.rationale)", entity: id)
      file.field("Sensitivity", "\(heuristic.sensitivity)", entity: id)
      file.field("Bounds", "\(heuristic.bounds)", entity: id)
      file.field("Code ref", code(of: heuristic, in: artifact.document), entity: id)
      file.field("Source", "\(heuristic.source, separator: "; ")", entity: id)
      let numbered = ["\(heuristic.rationale)", "\(heuristic.bounds)"] as [Line]
      SourcesWriter(artifact: artifact).write(numbersOf: numbered, entity: id, into: &file)
      if let provenance = heuristic.provenance {
        file.field("Provenance", "\(words: provenance.rawValue)", entity: id)
      }
    }
    let candidates = artifact.document.candidates.candidates
    CandidateWriter().write(candidates, behind: heuristics.count, into: &file)
    // The blocks are counted as they stand in the file, and the last ones told apart in words.
    let ids = heuristics.map(\.id) + CandidateWriter.ids(candidates, behind: heuristics.count)
    let remark = candidates.isEmpty ? "" : ", the last ones candidates of other artifacts"
    artifact.add(
      file, .cognitive,
      "\(words: ids.count) heuristics\(words: IDRange.text(ids))\(words: remark)")
  }

  /// `[src/execution/net.py] net.py:12-14` for a file that is copied whole, else
  /// `[src/artifacts.md] net.py:12-14`.
  private func code(of heuristic: Heuristic, in document: Document) -> Line {
    guard let code = heuristic.code else { return "[Not specified]" }
    let copy = document.code.modules.first { module in
      guard case .transcribed(let origin) = module.grounding, origin.path == code.path else {
        return false
      }
      return origin.lines?.lowerBound == 1
    }
    let file = copy.map { "src/execution/\($0.file)" } ?? "src/artifacts.md"
    let lines =
      code.lines.map { $0.count > 1 ? ":\($0.lowerBound)-\($0.upperBound)" : ":\($0.lowerBound)" }
      ?? ""
    let spans = heuristic.source.last?.spans ?? []
    return "[\(words: file)] \(Grounded(code.path + lines, spans))"
  }
}
