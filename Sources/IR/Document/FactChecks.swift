// What the facts of one input say of one another.

extension DocumentVerifier {
  mutating func checkPaper() {
    guard let paper = document.inputs.paper else { return }
    requireSource(paper.source, .pdf)
    for page in paper.pages {
      require(isCount(page.number), "a page has the number \(page.number)")
    }
    for (index, section) in paper.sections.enumerated() {
      require(
        section.parent.map { (0..<index).contains($0) } ?? true,
        "section \(index) stands before its parent")
      require((0...100).contains(section.level), "section \(index) has level \(section.level)")
      require(
        section.number?.utf8.count ?? 0 <= Self.longestNumber,
        "the number of section \(index) is too long")
    }
    for block in paper.blocks {
      requireSection(block.section, of: "a block")
      require(
        block.lead.map(block.span.contains) ?? true, "the lead of a block lies outside the block")
    }
    for exhibit in paper.tables + paper.figures { check(exhibit) }
    for citation in paper.citations {
      require(
        citation.references.allSatisfy(paper.references.indices.contains),
        "a citation names a reference that does not exist")
    }
    require(
      zip(paper.emphases, paper.emphases.dropFirst()).allSatisfy {
        $0.bytes.upperBound <= $1.bytes.lowerBound
      }, "the emphasised words are not in the order of the text")
    for reference in paper.crossReferences {
      if case .section(let section) = reference.target {
        requireSection(section, of: "a cross-reference")
      }
    }
    require(
      paper.metadata.details.isEmpty
        || paper.metadata.details.count == paper.metadata.authors.count,
      "the details are not one for each author")
    for page in paper.links.map(\.page) + paper.leftOut.map(\.page) {
      require(isCount(page), "something stands on page \(page)")
    }
  }

  /// Numbers of sections and exhibits stand in names of files.
  private static let longestNumber = 64

  private mutating func check(_ exhibit: Exhibit) {
    requireSection(exhibit.section, of: "\(exhibit.label)")
    require(isCount(exhibit.page), "\(exhibit.label) stands on page \(exhibit.page)")
    require(isBox(exhibit.box), "\(exhibit.label) lies outside any page")
    require(
      exhibit.label.number.utf8.count <= Self.longestNumber,
      "the number of a table or figure is too long")
    for grid in exhibit.grids {
      let columns = grid.rows.map(\.count).max() ?? 0
      require(
        (0...grid.rows.count).contains(grid.headerRows)
          && (0...columns).contains(grid.headerColumns),
        "a grid of \(exhibit.label) has more header than cells")
    }
  }

  mutating func requireSection(_ section: Int, of what: @autoclosure () -> String) {
    let sections = document.inputs.paper?.sections.indices ?? 0..<0
    require(
      sections.contains(section), "\(what()) names section \(section), which does not exist")
  }

  mutating func checkRepository() {
    guard let repository = document.inputs.repository else { return }
    requireSource(repository.source, .git)
    for file in repository.files {
      require(file.size >= 0, "'\(file.path)' has the size \(file.size)")
    }
    let lines = repository.symbols.flatMap { [$0.lines.lowerBound, $0.lines.upperBound] }
    for line in lines + repository.settings.map(\.line) + repository.provisions.map(\.line) {
      require(isCount(line), "something stands on line \(line) of a file")
    }
  }

  mutating func checkRubric() {
    guard let rubric = document.inputs.rubric else { return }
    requireSource(rubric.source, .rubric)
    for (index, node) in rubric.nodes.enumerated() {
      require(
        node.parent.map { (0..<index).contains($0) } ?? true,
        "rubric node \(index) stands before its parent")
    }
  }

  mutating func checkLogs() {
    for log in document.inputs.logs {
      requireSource(log.source, .log)
      for run in log.runs {
        require(
          (0..<Self.countLimit).contains(run.messages), "a run has \(run.messages) messages")
        for attempt in run.attempts + run.localChecks + run.abandoned + run.toolErrors {
          require(isCount(attempt.index), "an attempt has the number \(attempt.index)")
          require(
            isCount(attempt.messages.lowerBound) && isCount(attempt.messages.upperBound),
            "attempt \(attempt.index) names no possible messages")
        }
      }
    }
  }

  /// Knowledge names facts by their index.
  mutating func checkIndexes() {
    let inputs = document.inputs
    let blocks = inputs.paper?.blocks.indices ?? 0..<0
    let references = inputs.paper?.references.indices ?? 0..<0
    for atom in document.atoms.atoms {
      requireSection(atom.section, of: "an atom")
      require(blocks.contains(atom.block), "an atom names block \(atom.block)")
      require(
        atom.citations.allSatisfy(references.contains), "an atom cites what does not exist")
    }
    for work in document.relatedWorks.works {
      require(references.contains(work.reference), "\(work.id) names reference \(work.reference)")
    }
    for experiment in document.experiments.experiments {
      for section in experiment.sections { requireSection(section, of: "\(experiment.id)") }
    }
    for text in document.evidence.texts { requireSection(text.section, of: text.stem) }
    for results in document.evidence.results {
      require(
        inputs.logs.contains { $0.source == results.log },
        "\(results.stem) names the log '\(results.log)', which does not exist")
    }
    let nodes = inputs.rubric?.nodes.indices ?? 0..<0
    for requirement in document.coverage.requirements {
      require(nodes.contains(requirement.node), "\(requirement.id) names node \(requirement.node)")
    }
  }
}
