internal import IR

/// What covers the requirements.
struct CoverageCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA809", .error(), .danglingReference, "the coverage of a requirement is no file",
      cause: "`ARA coverage` is an existing file inside the artifact: no folder, not the rubric.",
      cure: "Name the file, or write `Not covered`.", example: "- **ARA coverage**: src/"),
    CheckRow(
      "ARA810", .warning(), .consistency, "a requirement is not covered",
      cause: "Its coverage is `Not covered`; the ratio of all is told in a note.",
      cure: "Cover it, if the source allows.", example: "- **ARA coverage**: Not covered",
      cases: [.ratio: .note()]),
    CheckRow(
      "ARA811", .warning(), .grounding, "a key detail is not in the covering file",
      cause: "A number under `Key detail` does not occur in the file that covers it.",
      cure: "Correct the number or the file.", example: "- **Key detail**: 0.9"),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let rubric = artifact.rubric else { return }
    let mentions = Dictionary(
      artifact.paths.mentions(.coverage).map { ($0.written.line, $0) },
      uniquingKeysWith: { first, _ in first })
    var covered: [Block] = []
    for block in rubric.blocks {
      guard let field = block.saidField("ARA coverage") else { continue }
      guard let mention = mentions[field.line] else {
        report(.notCovered(block, field, rubric.path))
        continue
      }
      covered.append(block)
      let file = mention.resolution.file
      if file == rubric.path || mention.resolution.isDead || mention.resolution == .external {
        report(.noFile(mention))
      } else if let file {
        checkDetail(block, file, artifact, report)
      }
    }
    if !rubric.blocks.isEmpty { report(.ratio(covered, rubric)) }
  }

  private func checkDetail(
    _ block: Block, _ path: String, _ artifact: Artifact, _ report: (Finding) -> Void
  ) {
    guard let detail = block.field("Key detail")?.value, let text = artifact.text(path) else {
      return
    }
    let numbers = NumberToken.scan(Self.withoutPlace(detail.text))
    if numbers.isEmpty { return }
    let present = Set(text.lines.flatMap { CellNumbers.scan($0) })
    for number in numbers where !present.contains(DecimalText(number.text)) {
      report(.noDetail(detail[number.bytes], block, path))
    }
  }

  /// A detail without the place behind it, whose line number is no part of what was asked for:
  /// `rate = 0.1 (src/train.py:12)`.
  private static func withoutPlace(_ detail: some StringProtocol) -> String {
    let text = String(detail)
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), text[..<open].hasSuffix(" ")
    else { return text }
    let place = text[text.index(after: open)...].dropLast()
    guard let colon = place.lastIndex(of: ":"), colon > place.startIndex,
      !place[place.index(after: colon)...].isEmpty,
      place[place.index(after: colon)...].allSatisfy(\.isASCIIDigit)
    else { return text }
    return String(text[..<open])
  }
}

extension Finding {
  private static let path = "rubric/requirements.md"

  fileprivate static func noFile(_ mention: PathMention) -> Finding {
    Finding(
      "ARA809", on: mention.written, in: path, subject: mention.subject,
      "\(Quoted(mention.written.text)) is no file that can cover a requirement")
  }

  fileprivate static func notCovered(_ block: Block, _ field: Field, _ file: String) -> Finding {
    Finding(
      "ARA810", at: ArtifactPlace(file: file, line: field.line), subject: block.id,
      about: "ARA coverage", "nothing covers \(block.label)")
  }

  fileprivate static func ratio(_ covered: [Block], _ rubric: BlockFile) -> Finding {
    func weight(_ blocks: [Block]) -> Int {
      blocks.reduce(0) { $0 &+ (Int($1.field("Weight")?.value.text ?? "") ?? 0) }
    }
    return Finding(
      "ARA810", .ratio, at: ArtifactPlace(file: path, line: 1), about: "ratio",
      "\(covered.count) of \(rubric.blocks.count) requirements are covered, by weight "
        + "\(weight(covered)) of \(weight(rubric.blocks))")
  }

  fileprivate static func noDetail(_ number: LinePiece, _ block: Block, _ file: String) -> Finding {
    Finding(
      "ARA811", on: number, in: path, subject: block.id,
      "\(Brief(number.text)) does not occur in \(Quoted(file))")
  }
}
