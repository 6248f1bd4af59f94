internal import IR

/// Headings and identifiers of blocks.
struct BlockFormCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA302", .error(.cli), .typeMismatch, "a block heading is not `## ID: Title`",
      cause: "The heading has another level, no title, or no colon behind the identifier: the "
        + "official command line then drops the whole block silently.",
      cure: "Write the identifier, a colon, a space and the title at level 2.",
      example: "## C01 — Title"),
    CheckRow(
      "ARA303", .error(.cli), .typeMismatch, "an identifier is used twice",
      cause: "Two blocks of a file have the same identifier.", cure: "Renumber one of them.",
      example: "a second `## C02: …`"),
    CheckRow(
      "ARA304", .warning(), .typeMismatch, "identifiers are not numbered in order",
      cause: "Identifiers count 01, 02, 03 … in file order; one is not padded or not one more "
        + "than the one before it.",
      cure: "Renumber, in all files.", example: "C01, then C3"),
  ]

  /// Files whose blocks stand at the second level.
  private static let secondLevel: [FileKind] = [
    .claims, .experiments, .heuristics, .relatedWork,
  ]
  private static let spaces: [FileKind: [IDSpace]] = [
    .claims: [.claim], .experiments: [.experiment], .heuristics: [.heuristic],
    .relatedWork: [.relatedWork], .problem: [.observation, .gap],
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for kind in Self.secondLevel {
      guard let file = artifact.blockFile(of: kind) else { continue }
      for block in file.blocks where block.heading.level != 2 || !block.hasColonForm {
        report(.headingForm(block, file.path))
      }
    }
    for kind in Self.secondLevel + [.problem, .rubric] {
      guard let file = artifact.blockFile(of: kind) else { continue }
      var seen: Set<String> = []
      for block in file.blocks {
        if let id = block.id, !seen.insert(id).inserted { report(.duplicate(block, file.path)) }
      }
      for space in Self.spaces[kind] ?? [] {
        for block in file.blocks(outOfOrderIn: space) { report(.outOfOrder(block, file.path)) }
      }
    }
  }
}

extension FixIt {
  /// Writes what stands before the title anew.
  fileprivate static func writeHeading(_ block: Block, _ file: String) -> FixIt? {
    block.id.map { id in
      let head = Replacement(
        file: file, start: Position(block.line, 1),
        end: Position(block.line, block.title.column), text: "## \(id): ")
      return FixIt("write the heading as '## \(id): …'", [.replace(head)])
    }
  }
}

extension BlockFile {
  /// The first block of each distinct identifier that is misshapen or not one more than the one
  /// before it.
  func blocks(outOfOrderIn space: IDSpace) -> [Block] {
    var seen: Set<String> = []
    var previous = 0
    return blocks.filter { block in
      guard let id = block.id, id.hasPrefix(space.rawValue), seen.insert(id).inserted else {
        return false
      }
      let digits = id.utf8.count - space.rawValue.utf8.count
      let number = IDToken.number(of: id, in: space)
      defer { previous = number ?? previous }
      return (space.isPadded && digits < 2) || number != previous &+ 1
    }
  }
}

extension Finding {
  fileprivate static func headingForm(_ block: Block, _ file: String) -> Finding {
    Finding(
      "ARA302", at: ArtifactPlace(file: file, line: block.line), subject: block.id,
      about: "heading", "the heading of \(block.label) is not of the form '## ID: Title'",
      excerpt: Excerpt.of(block.heading.text)
    ).fixed(by: block.title.text.isEmpty ? nil : .writeHeading(block, file))
  }

  fileprivate static func duplicate(_ block: Block, _ file: String) -> Finding {
    Finding(
      "ARA303", at: ArtifactPlace(file: file, line: block.line), subject: block.id, about: "id",
      "\(block.label) is defined before")
  }

  fileprivate static func outOfOrder(_ block: Block, _ file: String) -> Finding {
    Finding(
      "ARA304", at: ArtifactPlace(file: file, line: block.line), subject: block.id, about: "id",
      "\(block.label) is not the next identifier in order")
  }
}
