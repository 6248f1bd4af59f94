internal import IR

extension Mutation {
  /// Sources of values, origins of numbers and of code, the source map.
  static let grounding: [Mutation] = [
    entry("ARA701", "entry-without-a-quotation") { part in
      part.form.map { "`\(part.value)` ← \($0.reference) [\($0.tag)]" }
    },
    entry("ARA702", "pending-entry") { "`\($0.value)` ← [pending: page unreadable]" },
    Mutation("number-without-an-entry", "ARA703") { base in
      base.sourceEntries.filter(\.isNeeded).map { entry in
        Injection(
          .lines(entry.line..<(entry.line + 1), of: entry.file, []), file: entry.file,
          subject: entry.subject)
      }
    },
    entry("ARA704", "value-that-is-not-in-its-quotation") { part in
      part.form.map { "`7391.46` ← \($0.reference) «\($0.quote)» [\($0.tag)]" }
    },
    entry("ARA705", "edited-quotation") { part in
      // The value stays in the quotation: only its words are others.
      part.form.flatMap { form in
        form.isOfArtifact
          ? "`\(part.value)` ← \(form.reference) «zzyzx \(form.quote)» [\(form.tag)]" : nil
      }
    },
    entry("ARA706", "line-behind-the-end-of-the-file") { part in
      part.form.flatMap { form in
        guard form.isOfArtifact, let colon = form.reference.lastIndex(of: ":") else { return nil }
        return "`\(part.value)` ← \(form.reference[..<colon]):900001` «\(form.quote)» [\(form.tag)]"
      }
    },
    entry("ARA707", "other-tag") { part in
      part.form.flatMap { form in
        guard form.tag == "result", form.isOfArtifact else { return nil }
        return form.reference.hasPrefix("`evidence/tables/")
          ? "`\(part.value)` ← \(form.reference) «\(form.quote)» [input]" : nil
      }
    },
    Mutation("number-of-no-evidence", "ARA708") { base in
      base.parts(.claim).compactMap { part in
        part.field("Evidence basis").map {
          part.setting($0, to: "\($0.value.text) The score is 7391.46837.")
        }
      }
    },
    Mutation("changed-number", "ARA703") { base in
      base.parts(.claim).compactMap { part in
        guard let field = part.field("Evidence basis"), field.items.isEmpty,
          let number = part.file.text.numbers(in: field.value).last,
          let changed = changedDigit(String(number.text))
        else { return nil }
        let text = field.value.text
        let start = text.offset(ofPiece: number.text)
        let bytes = Array(text.utf8)
        let value = String(
          decoding: bytes[..<start] + Array(changed.utf8)
            + bytes[(start + number.text.utf8.count)...], as: UTF8.self)
        // Where another number of the claim has these digits, nothing is missing.
        let others = part.field("Sources")?.text ?? ""
        return others.has(changed) ? nil : part.setting(field, to: value)
      }
    },
    rewrite("ARA709", "invented-number-of-a-gap", "Statement", of: .gap) { _, field, _ in
      "\(field.value.text.withoutStop), by 7391.46837."
    },
    rewrite("ARA709", "invented-number-of-an-observation", "Statement", of: .observation) {
      _, field, _ in "\(field.value.text.withoutStop), by 7391.46837."
    },
    setKey(
      "ARA709", "invented-result", "result", of: [.experiment], to: "\"It rises by 7391.46837.\""),
    setKey(
      "ARA709", "invented-failure", "failure_mode", of: [.deadEnd],
      to: "\"It falls by 7391.46837.\""),
    code("ARA710", "code-without-grounding") { file in
      file.grounding == nil ? nil : .lines(1..<2, of: file.path, ["# A module"])
    },
    code("ARA712", "function-without-a-citation") { file in
      guard file.grounding == .reconstructed, file.path.hasSuffix(".py") else { return nil }
      let end = file.lines.count + 1
      let lines = ["", "", "def zzyzx(x):", "    \"\"\"Doubles.\"\"\"", "    return 2 * x"]
      return .lines(end..<end, of: file.path, lines)
    },
    code("ARA713", "scaffolding") { file in
      guard file.grounding == .reconstructed, file.path.hasSuffix(".py") else { return nil }
      return .lines(
        (file.lines.count + 1)..<(file.lines.count + 1), of: file.path, ["import argparse"])
    },
    Mutation("rubric-as-evidence", "ARA727") { base in
      guard let leaf = base.artifact.rubric?.blocks.first?.id else { return [] }
      return base.parts(.claim).compactMap { part in
        part.field("Evidence basis").map { part.setting($0, to: "\($0.value.text) See \(leaf).") }
      }
    },
    Mutation("map-that-is-no-json", "ARA729") { base in
      base.artifact.sourceMap == nil
        ? [] : [rewritten("evidence/source_map.json", "{\"version\": 1, \"entries\": [\n")]
    },
    Mutation("place-beside-the-value", "ARA729") { base in
      let path = "evidence/source_map.json"
      guard let text = base.artifact.text(path) else { return [] }
      return text.lines.indices.compactMap { index in
        let line = String(text.lines[index])
        guard line.has("\"value\": "), line.has("\"column\": ") else { return nil }
        let moved = line.replacing("\"column\": ", by: "\"column\": 9")
        return Injection(.lines((index + 1)..<(index + 2), of: path, [moved]), file: path)
      }
    },
    Mutation("number-without-a-place", "ARA729") { base in
      guard base.artifact.sourceMap != nil else { return [] }
      return base.parts(.gap).compactMap { part in
        part.field("Why they fail").map { part.setting($0, to: "They lose 7391.46837 of it.") }
      }
    },
  ]

  /// The number with another last digit; nil for what ends in no digit.
  private static func changedDigit(_ number: String) -> String? {
    guard let last = number.last, let digit = last.wholeNumberValue, number.count > 1 else {
      return nil
    }
    return number.dropLast() + String((digit + 4) % 10)
  }

  private static func entry(
    _ code: DiagnosticCode, _ name: String,
    _ text: @escaping @Sendable (EntryPart) -> String?
  ) -> Mutation {
    Mutation(name, code) { base in
      base.sourceEntries.compactMap { entry in
        text(entry).map { text in
          Injection(
            .lines(entry.line..<(entry.line + 1), of: entry.file, ["  - \(text)"]),
            file: entry.file, subject: entry.subject)
        }
      }
    }
  }

  private static func code(
    _ code: DiagnosticCode, _ name: String, _ edit: @escaping @Sendable (TextFile) -> Edit?
  ) -> Mutation {
    Mutation(name, code) { base in
      base.artifact.codeFiles.filter(\.isCode).compactMap { file in
        edit(file).map { Injection($0, file: file.path) }
      }
    }
  }
}

/// An entry of `Sources` in its parts.
struct EntryPart: Sendable {
  struct Form: Sendable {
    /// With its code marks.
    let reference: String
    let quote: String
    let tag: String

    /// Whether it cites a line of the artifact, which is at hand when the inputs are not.
    var isOfArtifact: Bool { reference.hasPrefix("`evidence/") || reference.hasPrefix("`src/") }
  }

  let file: String
  let subject: String?
  let line: Int
  let value: String
  let form: Form?
  /// Whether a number of the block has this entry and no other: years and labels of citations have
  /// entries too, which nothing asks for.
  let isNeeded: Bool
}

extension MutationBase {
  fileprivate var sourceEntries: [EntryPart] {
    artifact.paths.sources.flatMap { field -> [EntryPart] in
      let values = field.entries.compactMap { $0.value.map { DecimalText($0.text) } }
      let numbers = Set(field.numbersOfBlock(in: artifact))
      return field.entries.compactMap { entry in
        guard let value = entry.value else { return nil }
        let number = DecimalText(value.text)
        let isOnly = values.count { $0 == number } == 1
        return EntryPart(
          file: field.file, subject: field.block.id, line: entry.line, value: String(value.text),
          form: entry.parts, isNeeded: isOnly && numbers.contains(number))
      }
    }
  }
}

extension SourcesField {
  /// The numbers that need an entry.
  fileprivate func numbersOfBlock(in artifact: Artifact) -> [DecimalText] {
    guard let file = artifact.markdown(self.file) else { return [] }
    let pieces =
      file.kind == .claims
      ? block.claimNumbers(in: file)
      : block.numbers(of: ["Rationale", "Sensitivity", "Bounds"], in: file)
    return pieces.map { DecimalText($0.text) }
  }
}

extension SourceEntry {
  fileprivate var parts: EntryPart.Form? {
    guard case .quoted(let reference, let quote, let tag) = form else { return nil }
    return EntryPart.Form(
      reference: "`\(reference.text)`", quote: String(quote.text), tag: tag.rawValue)
  }
}
