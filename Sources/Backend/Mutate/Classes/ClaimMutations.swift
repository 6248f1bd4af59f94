internal import IR

extension Mutation {
  /// Claims: blocks, fields and their forms.
  static let claims: [Mutation] = [
    Mutation("no-claim", "ARA301") { base in
      guard base.artifact.claims?.blocks.isEmpty == false else { return [] }
      return [rewritten("logic/claims.md", "# Claims\n\nThe study makes no claim in this form.\n")]
    },
    dashedHeading(.claim), dashedHeading(.experiment), dashedHeading(.heuristic),
    dashedHeading(.relatedWork),
    doubled(.claim), doubled(.experiment), doubled(.heuristic), doubled(.relatedWork),
    Mutation("gap-in-the-numbers", "ARA304") { base in
      [BlockKind.claim, .experiment, .heuristic, .relatedWork].compactMap { kind in
        guard let last = base.parts(kind).last, let id = last.block.id,
          let space = IDToken.parse(id)
        else { return nil }
        // Which identifier is out of order is named: the one that came in place of the last.
        let far = base.undefinedID(space)
        let edit = last.heading("\(far): \(last.block.title.text)").edits
        return Injection(edit, file: last.path, subject: far)
      }
    },
    drop("ARA305", "Statement", from: .claim),
    drop("ARA306", "Status", from: .claim),
    drop("ARA307", "Falsification criteria", from: .claim),
    drop("ARA308", "Proof", from: .claim),
    drop("ARA309", "Conditions", from: .claim),
    drop("ARA310", "Sources", from: .claim),
    drop("ARA311", "Evidence basis", from: .claim),
    drop("ARA312", "Interpretation", from: .claim),
    drop("ARA313", "Dependencies", from: .claim),
    drop("ARA313", "Tags", from: .claim),
    set("ARA314", "claim-to-do", "Conditions", of: .claim, to: "TODO"),
    set("ARA314", "claim-empty", "Falsification criteria", of: .claim, to: ""),
    set("ARA314", "claim-template", "Statement", of: .claim, to: "{claim}"),
    set("ARA314", "experiment-ellipsis", "Metrics", of: .experiment, to: "…"),
    set("ARA315", "status-outside-the-vocabulary", "Status", of: .claim, to: "proven"),
    reshape("ARA316", "colon-inside-the-bold", "Statement", of: .claim) { line in
      [line.replacing("**Statement**:", by: "**Statement:**")]
    },
    reshape("ARA317", "wrapped-field", "Statement", of: .claim) { line in
      guard let blank = line.dropFirst(line.count / 2).firstIndex(of: " ") else { return nil }
      return [String(line[..<blank]), "  " + line[line.index(after: blank)...]]
    },
    reshape("ARA318", "indented-field", "Status", of: .claim) { ["  * " + $0.dropFirst(2)] },
    rewrite("ARA319", "result-in-a-statement", "Statement", of: .claim) { _, field, _ in
      "\(field.value.text.withoutStop), by 43.71 on average."
    },
    heading("ARA319", "result-in-a-title", of: .claim) { part, _ in
      part.block.id.map { "\($0): \(part.block.title.text) by 43.71 on average" }
    },
  ]

  private static func dashedHeading(_ kind: BlockKind) -> Mutation {
    heading("ARA302", "\(kind.rawValue)-heading-with-dash", of: kind) { part, _ in
      part.block.id.map { "\($0) — \(part.block.title.text)" }
    }
  }

  /// A block that has the identifier of the one before it.
  private static func doubled(_ kind: BlockKind) -> Mutation {
    Mutation("\(kind.rawValue)-used-twice", "ARA303") { base in
      let parts = base.parts(kind)
      return zip(parts, parts.dropFirst()).compactMap { first, second in
        first.block.id.map { id in
          let edits = second.heading("\(id): \(second.block.title.text)").edits
          return Injection(edits, file: second.path, subject: id)
        }
      }
    }
  }

  /// The file with this content.
  static func rewritten(_ path: String, _ content: String) -> Injection {
    Injection(.entry(.file(Array(content.utf8)), at: path), file: path)
  }
}

extension StringProtocol {
  /// Without the full stop at the end.
  var withoutStop: String { hasSuffix(".") ? String(dropLast()) : String(self) }

  /// The text with the first `old` replaced.
  func replacing(_ old: String, by new: String) -> String {
    let text = String(self)
    guard let start = text.offset(of: old, from: 0) else { return text }
    let bytes = Array(text.utf8)
    return String(
      decoding: bytes[..<start] + Array(new.utf8) + bytes[(start + old.utf8.count)...],
      as: UTF8.self)
  }
}
