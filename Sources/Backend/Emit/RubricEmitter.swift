internal import IR

/// `rubric/requirements.md` (`spec/ara-format.md`, section 8).
struct RubricEmitter: Emitter {
  private static let uncategorized = "Uncategorized"

  func emit(into artifact: inout ArtifactWriter) {
    guard let rubric = artifact.document.inputs.rubric else { return }
    let requirements = artifact.document.coverage.requirements
    var file = artifact.file("rubric/requirements.md")
    file.line(
      "# Rubric Requirements — \(Grounded(rubric.paper, rubric.nodes.first.map { [$0.requirement] } ?? []))"
    )
    file.blank()
    file.line("**Source**: PaperBench expert-authored reproduction rubric")
    file.line("**Total leaf requirements**: \(words: requirements.count)")
    var group: String?
    for requirement in requirements {
      let node = rubric.nodes[requirement.node]
      let category = node.fineCategory ?? Self.uncategorized
      if category != group {
        file.blank()
        file.line("## \(name(node.fineCategory, node))", escape: .verbatim)
        group = category
      }
      write(requirement, node, rubric, artifact.document.sources, into: &file)
    }
    artifact.add(file, .rubric, "\(words: requirements.count) leaf requirements")
  }

  private func write(
    _ requirement: Requirement, _ node: Rubric.Node, _ rubric: Rubric, _ sources: SourceMap,
    into file: inout FileWriter
  ) {
    let id = requirement.id.ref
    let text = sources.grounded(node.requirement)
    file.blank()
    file.line(
      "### \(requirement.id): \(short(text, 60))", escape: .verbatim, entity: id,
      field: "Title")
    let said = [node.requirement]
    let category = Line.joined([name(node.category, node), name(node.fineCategory, node)], " / ")
    file.field("Rubric ID", "\(Grounded(node.id, said))", entity: id, escape: .verbatim)
    file.field("Category", category, entity: id, escape: .verbatim)
    file.field("Weight", "\(Grounded(node.weight, said))", entity: id)
    file.field("Requirement", "\(text)", entity: id, escape: .verbatim)
    if let parent = node.parent {
      file.field(
        "Parent context", "\(short(sources.grounded(rubric.nodes[parent].requirement), 100))",
        entity: id, escape: .verbatim)
    }
    file.field("ARA coverage", "\(words: coverage(of: requirement))", entity: id)
    file.field("Key detail", detail(of: requirement), entity: id, escape: .verbatim)
  }

  /// `src/configs/training.md#batch-size`, or why nothing covers it.
  private func coverage(of requirement: Requirement) -> String {
    guard let file = requirement.file else {
      return "Not covered" + (requirement.gap.map { " (\($0.rawValue))" } ?? "")
    }
    return file + (requirement.heading.map { "#" + Self.anchor($0) } ?? "")
  }

  /// The anchor of a heading: lower case, spaces as hyphens, other marks left out.
  private static func anchor(_ heading: String) -> String {
    String(
      heading.lowercased().compactMap { character -> Character? in
        if character == " " { return "-" }
        return character.isLetter || character.isNumber || character == "-" || character == "_"
          ? character : nil
      })
  }

  /// The line or sentence that answers it; a line of code with its place.
  private func detail(of requirement: Requirement) -> Line {
    guard let code = requirement.code, let detail = requirement.keyDetail.grounded else {
      return "\(requirement.keyDetail)"
    }
    let place = "\(code.path):\(code.lines?.lowerBound ?? 1)"
    return "\(detail) (\(Grounded(place, detail.spans, .computed("place of the line"))))"
  }

  /// A category as the rubric has it.
  private func name(_ category: String?, _ node: Rubric.Node) -> Line {
    category.map { "\(Grounded($0, [node.requirement]))" } ?? "\(words: Self.uncategorized)"
  }

  /// The first characters, trailing space removed, with `...` where cut.
  private func short(_ text: Grounded<String>, _ limit: Int) -> Grounded<String> {
    // Cut as it is written: a reader knows nothing else.
    let line = Escape.verbatim.apply(text.value)
    guard line.count > limit else { return Grounded(line, text.spans) }
    var head = String(line.prefix(limit))
    while head.hasSuffix(" ") { head.removeLast() }
    return Grounded(head + "...", text.spans, .computed("first characters"))
  }
}
