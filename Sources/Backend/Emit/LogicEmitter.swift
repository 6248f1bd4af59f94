internal import IR

/// `logic/problem.md`, `concepts.md`, `experiments.md` and `related_work.md`.
struct LogicEmitter: Emitter {
  func emit(into artifact: inout ArtifactWriter) {
    writeProblem(into: &artifact)
    writeConcepts(into: &artifact)
    writeExperiments(into: &artifact)
    writeRelatedWork(into: &artifact)
  }

  // MARK: Problem

  private func writeProblem(into artifact: inout ArtifactWriter) {
    let document = artifact.document
    let problem = document.problem
    let absence = document.inputs.paper == nil ? Phrase.notAvailable : Phrase.notSpecified
    var file = artifact.file("logic/problem.md")
    file.line("# Problem Specification")
    file.blank()
    file.line("## Observations")
    for observation in problem.observations { write(observation, into: &file) }
    if problem.observations.isEmpty {
      writeAbsent("O1", ["Statement", "Evidence", "Implication"], absence, into: &file)
    }
    file.blank()
    file.line("## Gaps")
    for gap in problem.gaps { write(gap, into: &file) }
    if problem.gaps.isEmpty {
      writeAbsent(
        "G1", ["Statement", "Caused by", "Existing attempts", "Why they fail"], absence, into: &file
      )
    }
    writeInsight(problem.insight, absence, into: &file)
    file.blank()
    file.line("## Assumptions")
    for assumption in problem.assumptions {
      file.line("- \(assumption.id): \(assumption.statement)", entity: assumption.id.ref)
    }
    if problem.assumptions.isEmpty { file.line("- A1: \(words: absence)") }
    artifact.add(
      file, .cognitive,
      "\(words: max(1, problem.observations.count)) observations → \(words: max(1, problem.gaps.count)) gaps → key insight"
    )
  }

  private func write(_ observation: Observation, into file: inout FileWriter) {
    let id = observation.id.ref
    file.blank()
    file.line("### \(observation.id): \(observation.title)", entity: id)
    file.field("Statement", "\(observation.statement)", entity: id)
    file.field("Evidence", "\(observation.evidence, separator: "; ")", entity: id)
    file.field("Implication", "\(observation.implication)", entity: id)
  }

  private func write(_ gap: Gap, into file: inout FileWriter) {
    let id = gap.id.ref
    file.blank()
    file.line("### \(gap.id): \(gap.title)", entity: id)
    file.field("Statement", "\(gap.statement)", entity: id)
    let causes = gap.causedBy.map(\.description).joined(separator: ", ")
    file.field("Caused by", "\(words: causes.isEmpty ? Phrase.notSpecified : causes)", entity: id)
    file.field("Existing attempts", "\(gap.existingAttempts)", entity: id)
    file.field("Why they fail", "\(gap.whyTheyFail)", entity: id)
  }

  private func writeInsight(_ insight: Insight, _ absence: String, into file: inout FileWriter) {
    file.blank()
    file.line("## Key Insight")
    file.field("Insight", insight.statement.grounded.map { "\($0)" } ?? "\(words: absence)")
    let sources = insight.derivedFrom.map(\.id).joined(separator: ", ")
    file.field("Derived from", "\(words: sources.isEmpty ? absence : sources)")
    file.field("Enables", insight.enables.grounded.map { "\($0)" } ?? "\(words: absence)")
  }

  /// A block whose content no input gives: the layout stands, nothing is invented.
  private func writeAbsent(
    _ id: String, _ fields: [String], _ absence: String, into file: inout FileWriter
  ) {
    file.blank()
    file.line("### \(words: id): \(words: absence)")
    for field in fields { file.field(field, "\(words: absence)") }
  }

  // MARK: Concepts

  /// What the paper says the term is, else where it speaks of it.
  private func definition(of concept: Concept) -> Line {
    guard let place = concept.usedIn else { return "\(concept.definition)" }
    let use = hasTerm(concept) ? "uses it" : "says under this head"
    return "Not defined in paper; \(place) \(words: use): “\(concept.definition)”"
  }

  /// Whether the sentence has the term, if only in part or by its letters: what stands under a heading
  /// need not.
  private func hasTerm(_ concept: Concept) -> Bool {
    let text = concept.definition.value.lowercase
    let words = concept.term.value.lowercase.split { !$0.isLetter }.map { $0.prefix(Self.stem) }
    return words.contains { $0.count > 2 && text.contains($0) }
      || concept.notation.grounded.map { notation in
        let letters = notation.value.lowercase
        return text.contains(letters.hasSuffix("s") ? letters.dropLast() : letters[...])
      } == true
  }

  /// Letters of a word that its forms share.
  private static let stem = 5

  private func writeConcepts(into artifact: inout ArtifactWriter) {
    let concepts = artifact.document.concepts.concepts
    var file = artifact.file("logic/concepts.md")
    file.line("# Concepts")
    if concepts.isEmpty {
      file.blank()
      file.line(
        "\(words: artifact.document.inputs.paper == nil ? Phrase.notAvailable : Phrase.notSpecified)"
      )
    }
    for concept in concepts {
      file.blank()
      file.line("## \(concept.term)")
      file.field("Notation", concept.notation.grounded.map { "\($0)" } ?? "—")
      file.field("Definition", definition(of: concept))
      file.field("Boundary conditions", "\(concept.boundary)")
      let related = concept.related.map { Escape.prose.apply($0) }.joined(separator: ", ")
      file.field("Related concepts", "\(words: related.isEmpty ? Phrase.notSpecified : related)")
    }
    artifact.add(file, .cognitive, "\(words: concepts.count) concepts")
  }

  // MARK: Experiments

  private func writeExperiments(into artifact: inout ArtifactWriter) {
    let experiments = artifact.document.experiments.experiments
    var file = artifact.file("logic/experiments.md")
    file.line("# Experiments")
    if experiments.isEmpty {
      file.blank()
      file.line(
        "\(words: artifact.document.inputs.paper == nil ? Phrase.notAvailable : Phrase.notSpecified)"
      )
    }
    SetupMatrixWriter.write(artifact.document.coverage.matrices, into: &file)
    for experiment in experiments { write(experiment, artifact.document, into: &file) }
    let range = IDRange.text(experiments.map(\.id))
    artifact.add(file, .cognitive, "\(words: experiments.count) experiment plans\(words: range)")
  }

  private func write(_ experiment: Experiment, _ document: Document, into file: inout FileWriter) {
    let id = experiment.id.ref
    let claims = document.links.proofs.filter { $0.experiment == experiment.id }.map(
      \.claim.description)
    file.blank()
    file.line("## \(experiment.id): \(experiment.title)", entity: id)
    file.field("Verifies", "\(words: claims.joined(separator: ", "))", entity: id)
    file.field(
      "Evidence", "\(words: evidence(of: experiment, document).joined(separator: ", "))", entity: id
    )
    file.field("Run", run(of: experiment, document), entity: id, escape: .verbatim)
    file.line("- **Setup**:")
    file.item("Model", "\(experiment.setup.model)", of: "Setup", entity: id)
    file.item("Hardware", "\(experiment.setup.hardware)", of: "Setup", entity: id)
    file.item("Dataset", "\(experiment.setup.dataset)", of: "Setup", entity: id)
    file.item("System", "\(experiment.setup.system)", of: "Setup", entity: id)
    file.line("- **Procedure**:")
    for (index, step) in experiment.procedure.enumerated() {
      file.line("  \(words: index + 1). \(step)", entity: id, field: "Procedure")
    }
    if experiment.procedure.isEmpty { file.line("  1. \(words: Phrase.notSpecified)") }
    file.field("Metrics", "\(experiment.metrics, separator: ", ")", entity: id)
    file.line("- **Expected outcome**:")
    for outcome in experiment.expectedOutcome {
      file.line("  - \(outcome)", entity: id, field: "Expected outcome")
    }
    if experiment.expectedOutcome.isEmpty { file.line("  - \(words: Phrase.notSpecified)") }
    file.field("Baselines", "\(experiment.baselines, separator: ", ")", entity: id)
    let dependencies = experiment.dependencies.map(\.description).joined(separator: ", ")
    file.field("Dependencies", "\(words: dependencies.isEmpty ? "none" : dependencies)", entity: id)
  }

  /// The block of the code index that runs it.
  private func run(of experiment: Experiment, _ document: Document) -> Line {
    guard let run = document.links.runs.first(where: { $0.experiment == experiment.id }) else {
      return "\(words: Phrase.notSpecified)"
    }
    let paths = document.code.artifacts.lazy.map(\.path)
    let path = paths.first { $0.value == run.path } ?? Grounded(run.path, [])
    return "src/artifacts.md (\(path))"
  }

  private func evidence(of experiment: Experiment, _ document: Document) -> [String] {
    let exhibits = experiment.exhibits.compactMap { label in
      document.evidence.exhibits.first { $0.label == label }?.path
    }
    let texts = experiment.sections.compactMap { section in
      document.evidence.texts.first { $0.section == section }?.path
    }
    return exhibits + texts
  }

  // MARK: Related work

  private func writeRelatedWork(into artifact: inout ArtifactWriter) {
    let works = artifact.document.relatedWorks
    var file = artifact.file("logic/related_work.md")
    file.line("# Related Work")
    for work in works.works { write(work, artifact.document, into: &file) }
    if works.works.isEmpty {
      file.blank()
      file.line(
        "\(words: artifact.document.inputs.paper == nil ? Phrase.notAvailable : Phrase.notSpecified)"
      )
    }
    if !works.additional.isEmpty {
      file.blank()
      file.line("## Additional citations")
      for citation in works.additional {
        let label: Line = citation.label.map { "\($0) " } ?? ""
        let linked: Line = citation.linked.map { " (link: \($0))" } ?? ""
        file.line("- \(label)\(citation.entry)\(linked)", escape: .verbatim)
      }
    }
    let range = IDRange.text(works.works.map(\.id))
    artifact.add(file, .cognitive, "\(words: works.works.count) typed dependencies\(words: range)")
  }

  private func write(_ work: RelatedWork, _ document: Document, into file: inout FileWriter) {
    let id = work.id.ref
    file.blank()
    file.line("## \(work.id): \(work.title)", entity: id)
    file.field("Reference", "\(work.entry)", entity: id, escape: .verbatim)
    file.field("DOI", "\(work.doi)", entity: id)
    file.field("Type", "\(words: work.role.rawValue)", entity: id)
    file.line("- **Delta**:")
    file.item("What changed", "\(work.whatChanged)", of: "Delta", entity: id)
    file.item("Why", "\(work.why)", of: "Delta", entity: id)
    let claims = document.links.relatedClaims.first { $0.work == work.id }?.claims ?? []
    let affected = claims.map(\.description).joined(separator: ", ")
    file.field("Claims affected", "\(words: affected.isEmpty ? "none" : affected)", entity: id)
    file.field("Adopted elements", "\(work.adopted)", entity: id)
  }
}

/// ` (C01–C03)` after a count; nothing for none.
enum IDRange {
  /// `C01–C04, C07`: runs of three or more as their ends.
  static func list<Kind: Entity>(_ ids: [EntityID<Kind>]) -> String {
    var runs: [[EntityID<Kind>]] = []
    for id in ids {
      if let last = runs.last?.last, id.ordinal == last.ordinal + 1 {
        runs[runs.count - 1].append(id)
      } else {
        runs.append([id])
      }
    }
    return runs.flatMap { run in
      run.count < 3
        ? run.map(\.description) : ["\(run[0])–\(run[run.count - 1])"]
    }.joined(separator: ", ")
  }

  static func text<Kind: Entity>(_ ids: [EntityID<Kind>]) -> String {
    guard let first = ids.first, let last = ids.last else { return "" }
    return first == last ? " (\(first))" : " (\(first)–\(last))"
  }
}
