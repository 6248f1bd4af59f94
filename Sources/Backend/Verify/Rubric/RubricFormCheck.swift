internal import IR

/// `rubric/requirements.md` by itself.
struct RubricFormCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA802", .error(.august2026), .missingField, "the rubric lacks its head",
      cause: "The file begins with `# Rubric Requirements`, `**Source**` and `**Total leaf "
        + "requirements**`.",
      cure: "Add the line.", example: "a file without the total"),
    CheckRow(
      "ARA803", .error(), .consistency, "the total of the rubric is wrong",
      cause: "The declared total is not the number of `### R` blocks.", cure: "Correct the number.",
      example: "275 declared, 274 blocks"),
    CheckRow(
      "ARA805", .error(), .typeMismatch, "requirements are not numbered in order",
      cause: "They count R01, R02 … in file order, without gaps.", cure: "Renumber.",
      example: "R07 missing"),
    CheckRow(
      "ARA806", .error(.august2026), .missingField, "a requirement lacks a field of the rubric",
      cause: "`Rubric ID`, `Category`, `Weight` and `Requirement` come from the rubric.",
      cure: "Compile again.", example: "a requirement without `Weight`"),
    CheckRow(
      "ARA807", .warning(.august2026), .missingField,
      "a requirement does not say what covers it",
      cause: "`ARA coverage` or `Key detail` is absent.",
      cure: "Add the path or `Not covered`, and the detail or `Not specified in paper`.",
      example: "a requirement without `Key detail`"),
    CheckRow(
      "ARA812", .note(), .typeMismatch, "a rubric identifier is no UUID, or stands twice",
      cause: "Real rubrics have such identifiers; the R numbers are the keys.", cure: "Nothing.",
      example: "- **Rubric ID**: vit-base"),
    CheckRow(
      "ARA813", .note(), .consistency, "groups or short titles do not follow the rule",
      cause: "Groups come in order of first appearance, and a title is the first 60 characters of "
        + "the requirement.",
      cure: "Compile again.", example: "a title that was shortened by hand"),
  ]

  private static let required = [
    RequiredField("ARA806", "Rubric ID"), RequiredField("ARA806", "Category"),
    RequiredField("ARA806", "Weight"), RequiredField("ARA806", "Requirement"),
    RequiredField("ARA807", "ARA coverage", filler: "Not covered"),
    RequiredField("ARA807", "Key detail", filler: FixedPhrase.notSpecified),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let rubric = artifact.rubric else { return }
    checkHead(rubric, report)
    for block in rubric.blocks(outOfOrderIn: .requirement) {
      report(.outOfOrder(block, rubric.path))
    }
    var seen: Set<Substring> = []
    for block in rubric.blocks {
      Self.required.check(block, in: rubric.path, report: report)
      if let id = block.field("Rubric ID")?.value.text, !id.isEmpty,
        !seen.insert(id).inserted || !Self.isUUID(id)
      {
        report(.unusualID(block, rubric.path))
      }
      if let requirement = block.field("Requirement")?.value.text,
        block.title.text != RequirementTitle.short(requirement)
      {
        report(.otherTitle(block, rubric.path))
      }
    }
    let groups = rubric.file.headings.filter { $0.level == 2 }
    if Set(groups.map(\.text)).count < groups.count { report(.splitGroup(rubric.path)) }
  }

  private func checkHead(_ rubric: BlockFile, _ report: (Finding) -> Void) {
    let title = rubric.file.headings.first { $0.level == 1 }
    if !(title?.text.hasPrefix("Rubric Requirements") ?? false) {
      report(.missing("ARA802", "heading '# Rubric Requirements'", in: rubric.path))
    }
    let end = rubric.blocks.first?.line ?? .max
    let head = rubric.file.fields.filter { $0.line < end }
    for name in ["Source", "Total leaf requirements"]
    where !head.contains(where: { $0.name == name }) {
      report(.missing("ARA802", "line '**\(name)**'", in: rubric.path))
    }
    if let total = head.first(where: { $0.name == "Total leaf requirements" }), total.isSaid,
      Int(total.value.text) != rubric.blocks.count
    {
      report(.wrongTotal(total.value, rubric.blocks.count, rubric.path))
    }
  }

  private static func isUUID(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [8, 4, 4, 4, 12]
      && parts.allSatisfy { $0.allSatisfy(\.isHexDigit) }
  }
}

/// The short titles of requirements (`spec/ara-format.md`, section 8).
enum RequirementTitle {
  private static let longest = 60

  static func short(_ requirement: Substring) -> Substring {
    guard requirement.unicodeScalars.count > longest else { return requirement }
    let cut = String(String.UnicodeScalarView(requirement.unicodeScalars.prefix(longest)))
    return cut.trimmingBlanks() + "..."
  }
}

extension Finding {
  fileprivate static func wrongTotal(_ total: LinePiece, _ count: Int, _ file: String) -> Finding {
    Finding(
      "ARA803", at: ArtifactPlace(total, in: file), about: "total",
      "\(Quoted(total.text)) requirements declared, \(count) found", excerpt: Excerpt.of(total.text)
    ).fixed(by: .replace(total, in: file, by: String(count)))
  }

  fileprivate static func outOfOrder(_ block: Block, _ file: String) -> Finding {
    Finding(
      "ARA805", at: ArtifactPlace(file: file, line: block.line), subject: block.id, about: "id",
      "\(block.label) is not the next requirement in order")
  }

  fileprivate static func unusualID(_ block: Block, _ file: String) -> Finding {
    Finding(
      "ARA812", at: ArtifactPlace(file: file, line: block.line), subject: block.id,
      about: "Rubric ID", "the rubric identifier of \(block.label) is no UUID, or stands twice")
  }

  fileprivate static func otherTitle(_ block: Block, _ file: String) -> Finding {
    Finding(
      "ARA813", at: ArtifactPlace(file: file, line: block.line), subject: block.id, about: "title",
      "the title of \(block.label) is not the beginning of the requirement")
  }

  fileprivate static func splitGroup(_ file: String) -> Finding {
    Finding(
      "ARA813", at: ArtifactPlace(file: file, line: 1), about: "groups",
      "a group of requirements stands twice")
  }
}
