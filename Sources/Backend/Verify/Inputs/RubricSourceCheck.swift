internal import IR

/// `rubric/requirements.md` against the rubric.
struct RubricSourceCheck: SourceCheck {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA801", .error(.august2026), .missingFile, "the rubric is not filed",
      cause: "A rubric was given, and `rubric/requirements.md` is missing.", cure: "Compile again.",
      example: "no `rubric/`"),
    CheckRow(
      "ARA804", .error(), .consistency, "the number of requirements is not the rubric's",
      cause: "The file has more or fewer blocks than the rubric has leaves.",
      cure: "Compile again.", example: "an inner node listed"),
    CheckRow(
      "ARA808", .error(), .grounding, "a requirement differs from the rubric",
      cause: "Requirement, weight, category or identifier is not that of the leaf.",
      cure: "Compile again.", example: "a shortened requirement"),
  ]

  func run(on artifact: Artifact, against inputs: InputTexts, report: (Finding) -> Void) {
    guard let rubric = inputs.rubric else { return }
    guard let file = artifact.rubric else {
      report(.notFiled())
      return
    }
    let leaves = rubric.leavesInFileOrder
    if file.blocks.count != leaves.count {
      report(.otherCount(file.blocks.count, leaves.count))
      return
    }
    for (block, leaf) in zip(file.blocks, leaves) {
      let requirement = inputs.document.sources.text(of: leaf.requirement)
      let expected: [(field: String, value: String)] = [
        ("Requirement", requirement), ("Weight", leaf.weight), ("Rubric ID", leaf.id),
        ("Category", leaf.categoryLine),
      ]
      for (name, value) in expected {
        guard let written = block.field(name)?.value, !written.text.isEmpty else { continue }
        if !QuoteText.equal(written.text, Escape.verbatim.apply(value)) {
          report(.differs(written, name, block))
        }
      }
    }
  }
}

extension Rubric {
  /// The leaves in groups by fine category, groups in order of first appearance.
  fileprivate var leavesInFileOrder: [Node] {
    var groups: [String: [Node]] = [:]
    var order: [String] = []
    for leaf in leaves {
      let name = leaf.fineCategory ?? "Uncategorized"
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(leaf)
    }
    return order.flatMap { groups[$0] ?? [] }
  }
}

extension Rubric.Node {
  fileprivate var categoryLine: String {
    [category ?? "Uncategorized", fineCategory ?? "Uncategorized"].joined(separator: " / ")
  }
}

extension QuoteText {
  /// Whether two texts have the same words.
  fileprivate static func equal(_ a: some StringProtocol, _ b: some StringProtocol) -> Bool {
    let (a, b) = (QuoteText(a), QuoteText(b))
    return a.count == b.count && (a.isEmpty || a.holds(b))
  }
}

extension Finding {
  private static let path = "rubric/requirements.md"

  fileprivate static func notFiled() -> Finding {
    Finding("ARA801", at: ArtifactPlace(file: path), about: path, "the rubric is not filed")
  }

  fileprivate static func otherCount(_ blocks: Int, _ leaves: Int) -> Finding {
    Finding(
      "ARA804", at: ArtifactPlace(file: path, line: 1), about: "count",
      "\(blocks) requirements filed, the rubric has \(leaves) leaves")
  }

  fileprivate static func differs(_ value: LinePiece, _ name: String, _ block: Block) -> Finding {
    Finding(
      "ARA808", at: ArtifactPlace(value, in: path), subject: block.id, about: name,
      "'\(name)' of \(block.label) is not the rubric's", excerpt: Excerpt.of(value.text))
  }
}
