internal import IR

extension Mutation {
  private static let invention = "7391.46837"

  /// What only the inputs show to be wrong.
  static let inputs: [Mutation] = [
    Mutation("exhibit-that-is-not-filed", "ARA626") { base in
      let excused = base.artifact.evidenceIndex?.excusedLabels ?? []
      return base.artifact.exhibits.compactMap { exhibit in
        guard exhibit.kind == .raw, let label = exhibit.label, !excused.contains(label) else {
          return nil
        }
        let same = base.artifact.exhibits.filter { $0.label == label }
        return Injection(same.map { .entry(nil, at: $0.path) }, file: "evidence/README.md")
      }
    },
    Mutation("table-without-a-row", "ARA629") { base in
      base.artifact.exhibits.compactMap { exhibit in
        guard exhibit.kind == .raw, exhibit.exhibit == .table, let table = exhibit.file.tables.last,
          table.rows.count > 1, let row = table.rows.last
        else { return nil }
        return Injection(
          .lines(row.line..<(row.line + 1), of: exhibit.path, []), file: exhibit.path)
      }
    },
    setKey("ARA716", "reference-to-no-exhibit", "source_refs", to: "[\"Table 973\"]"),
    rewrite("ARA719", "share-of-nothing", "Rationale", of: .heuristic) { _, _, _ in
      "It saves \(invention)%."
    },
    rewrite("ARA719", "mean-of-nothing", "Evidence basis", of: .claim) { _, field, _ in
      "\(field.value.text.withoutStop). The mean is \(invention)."
    },
    manifest("ARA720", "other-title", "title", "title: \"Zyzzyx quux, a study that nobody made\""),
    manifest("ARA720", "other-author", "authors", "authors: [\"Zyzzyx Quux\"]"),
    manifest(
      "ARA720", "other-abstract", "abstract", "abstract: \"Zyzzyx quux was not shown here.\""),
    Mutation("unknown-related-work", "ARA721") { base in
      base.parts(.relatedWork).compactMap { part in
        guard let id = part.block.id else { return nil }
        let name = "\(id): Zyzzyx and Quux, 1871"
        var edits = part.heading(name).edits
        if let field = part.field("Reference") { edits.append(part.edit(field, to: name)) }
        return Injection(edits, file: part.path, subject: id)
      }
    },
    Mutation("unknown-citation", "ARA721") { base in
      guard let file = base.artifact.relatedWork?.file,
        let line = file.bullets(under: "Additional citations")?.first?.text.line
      else { return [] }
      let bullet = "- Zyzzyx and Quux. A study that nobody made. 1871."
      return [Injection(.lines(line..<line, of: file.path, [bullet]), file: file.path)]
    },
    Mutation("works-that-are-not-listed", "ARA350") { base in
      guard let file = base.artifact.relatedWork?.file,
        let heading = file.heading("Additional citations", level: 2)
      else { return [] }
      return [Injection(.lines(file.lines(of: heading), of: file.path, []), file: file.path)]
    },
    rewrite("ARA722", "value-of-nobody", "Value", of: .parameter) { _, field, _ in
      FixedPhrase.isUsed(field.value.text) ? nil : "zyzzyx \(invention)"
    },
    Mutation("digest-of-another-file", "ARA725") { base in
      guard let text = base.artifact.text("PAPER.md") else { return [] }
      let digest = String(repeating: "0", count: 64)
      return (base.artifact.manifest?.keys?.sources ?? []).compactMap { source in
        guard let written = source.sha256 else { return nil }
        let index = text.lines[(source.line - 1)...].firstIndex { $0.holds(written) }
        return index.map { index in
          let line = String(text.lines[index]).replacing(written, by: digest)
          return Injection(
            .lines((index + 1)..<(index + 2), of: text.path, [line]), file: text.path)
        }
      }
    },
    addKey("ARA539", "deliberation-of-nobody") { part, _ in
      part.node["thinking"] == nil ? ["thinking: \"Zyzzyx, so let us quux it.\""] : nil
    },
    Mutation("name-that-nobody-states", "ARA714") { base in
      base.artifact.codeFiles.filter { $0.grounding == .reconstructed && $0.path.hasSuffix(".py") }
        .map { file in
          let end = file.lines.count + 1
          let lines = ["", "", "zyzzyxquux = \(invention)"]
          return Injection(.lines(end..<end, of: file.path, lines), file: file.path)
        }
    },
    Mutation("transcription-with-another-line", "ARA711") { base in
      base.artifact.codeFiles.filter {
        // What tables print is transcribed from no file.
        $0.grounding == .transcribed && ArtifactPath.name(of: $0.path) != "reported_values.py"
      }.map { file in
        let end = file.lines.count + 1
        return Injection(.lines(end..<end, of: file.path, ["zyzzyx = 1"]), file: file.path)
      }
    },
    Mutation("entry-of-no-file", "ARA717") { base in
      base.parts(.codeEntry).compactMap { part in
        part.field("File(s) in repo").map { field in
          Injection(part.edit(field, to: "zyzzyx/quux.py"), file: part.path)
        }
      }
    },
    dropSection("ARA718", "Source conflicts", of: "logic/solution/constraints.md"),
    Mutation("prompt-of-nobody", "ARA728") { base in
      base.artifact.textFiles.filter { $0.kind == .prompt }.map { file in
        let end = file.lines.count + 1
        let line = "Zyzzyx the quux, and say nothing of it."
        return Injection(.lines(end..<end, of: file.path, ["", line]), file: file.path)
      }
    },
    Mutation("rubric-that-is-not-filed", "ARA801") { base in
      let path = "rubric/requirements.md"
      return base.tree[path] == nil ? [] : [Injection(.entry(nil, at: path), file: path)]
    },
    Mutation("requirement-left-out", "ARA804") { base in
      base.parts(.requirement).suffix(1).map { part in
        Injection(part.replacing(part.block.lines, by: []).edits, file: part.path)
      }
    },
    rewrite("ARA808", "requirement-in-other-words", "Requirement", of: .requirement) { _, _, _ in
      "Zyzzyx the quux."
    },
    rewrite("ARA808", "other-weight", "Weight", of: .requirement) { _, _, _ in "973" },
  ]

  /// Claims with a quoted number that gets another unit than its column.
  static let units: [Mutation] = [
    Mutation("other-unit", "ARA724") { base in
      base.artifact.paths.sources.flatMap { field -> [Injection] in
        guard let file = base.artifact.markdown(field.file) else { return [] }
        let part = BlockPart(file: file, block: field.block)
        return field.entries.compactMap { entry in
          guard let value = entry.value, let basis = part.field("Evidence basis"),
            let unit = UnitCheck.unit(of: value.text, at: entry.reference, in: base.artifact),
            let other = unit.neighbour
          else { return nil }
          return part.setting(
            basis, to: "It takes \(value.text) \(other.name) in \(basis.value.text)")
        }
      }
    }
  ]

  /// A key of the frontmatter has another value.
  private static func manifest(
    _ code: DiagnosticCode, _ name: String, _ key: String, _ line: String
  ) -> Mutation {
    Mutation(name, code) { base in
      guard let text = base.artifact.text("PAPER.md"),
        let start = text.lines.firstIndex(where: { $0.hasPrefix("\(key):") })
      else { return [] }
      // What is indented below a key belongs to it.
      let rest = text.lines[(start + 1)...].prefix { $0.hasPrefix(" ") }.count
      return [
        Injection(
          .lines((start + 1)..<(start + 2 + rest), of: text.path, [line]), file: text.path)
      ]
    }
  }
}
