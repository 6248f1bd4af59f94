internal import IR

extension Mutation {
  private static let path = "evidence/README.md"

  /// The index of the evidence, and what tables and figures have in common.
  static let evidence: [Mutation] = [
    Mutation("index-without-a-table", "ARA601") { base in
      base.artifact.evidenceIndex == nil
        ? [] : [rewritten(path, "# Evidence Index\n\n- tables\n- figures\n")]
    },
    indexRow("ARA602", "row-of-no-exhibit") { row, text in
      let target = String(row.target.text)
      let link = text.has("](\(target))") ? "](\(target))" : target
      let dead = "tables/table_of_nothing.md"
      return (text.replacing(link, by: link.replacing(target, by: dead)), path)
    },
    Mutation("exhibit-without-a-row", "ARA603") { base in
      base.evidenceRows.compactMap { row, _ in
        row.resolution.file.map {
          Injection(.lines(row.line..<(row.line + 1), of: path, []), file: $0)
        }
      }
    },
    Mutation("exhibits-of-one-name", "ARA604") { base in
      base.artifact.exhibits.compactMap { exhibit in
        // The first of the two in byte order is not named.
        let copy = "evidence/results/\(exhibit.stem).md"
        let named = exhibit.exhibit == .table ? exhibit.path : copy
        return base.tree[entry: exhibit.path].map {
          Injection(.entry($0, at: copy), file: named)
        }
      }
    },
    indexRow("ARA605", "row-without-a-source") { row, text in
      row.source.map { (text.replacing("| \($0.text) |", by: "|  |"), path) }
    },
    indexRow("ARA421", "row-of-an-undefined-claim") { row, text in
      row.claims.map { (text.replacing("| \($0.text) |", by: "| C97 |"), path) }
    },
    topField("ARA606", "exhibit-without-a-source", "Source", of: [.table, .figure]) { _, _ in [] },
    topField("ARA607", "caption-without-a-dash", "Caption", of: [.table, .figure]) { field, file in
      [String(file.text.line(field.line).dropFirst("- ".count))]
    },
    Mutation("table-without-rows", "ARA608") { base in
      base.files(.table).compactMap { file in
        let edits = file.tables.map { table in
          let last = table.rows.last?.line ?? table.line + 1
          return Edit.lines(table.line..<(last + 1), of: file.path, [])
        }
        return edits.isEmpty ? nil : Injection(edits, file: file.path)
      }
    },
    Mutation("figure-without-a-table", "ARA609") { base in
      base.files(.figure).compactMap { file in
        let lines = file.text.lines.indices.filter { file.text.lines[$0].contains("|") }
        let edits = lines.map { Edit.lines(($0 + 1)..<($0 + 2), of: file.path, []) }
        return edits.isEmpty ? nil : Injection(edits, file: file.path)
      }
    },
    Mutation("label-that-disagrees", "ARA610") { base in
      base.artifact.exhibits.compactMap { exhibit in
        guard exhibit.label != nil, let field = exhibit.file.topField("Source") else { return nil }
        let kind = exhibit.exhibit == .table ? "Table" : "Figure"
        let line = BlockPart.line("Source", "\(kind) 97, Section 2")
        return Injection(
          .lines(field.line..<(field.line + 1), of: exhibit.path, [line]), file: exhibit.path)
      }
    },
    topField("ARA611", "raw-table-called-derived", "Extraction type", of: [.table]) { field, _ in
      field.value.text == "raw_table" ? [BlockPart.line("Extraction type", "derived_subset")] : nil
    },
    topField("ARA613", "rows-of-two-tables", "Source", of: [.table]) { field, file in
      guard let label = ObjectLabel(stem: ArtifactPath.stem(of: file.path)) else { return nil }
      return [BlockPart.line("Source", "\(label), Table 97, \(field.value.text)")]
    },
    Mutation("missing-picture", "ARA614") { base in
      base.artifact.exhibits.filter { base.tree[$0.picturePath] != nil }.map {
        Injection(.entry(nil, at: $0.picturePath), file: $0.path)
      }
    },
    topField("ARA615", "other-picture", "Screenshot", of: [.table, .figure]) { field, _ in
      // What exists only as text has none.
      field.value.text.hasPrefix("none")
        ? nil : [BlockPart.line("Screenshot", "another_picture.png")]
    },
    Mutation("picture-that-is-none", "ARA616") { base in
      base.artifact.pictures.map { picture in
        Injection(.entry(.file(Array("no picture".utf8)), at: picture.path), file: picture.path)
      }
    },
    Mutation("number-that-is-missing", "ARA627") { base in
      // The series then goes from the far number down to the highest of the others.
      guard let exhibit = base.artifact.exhibits.first(where: { $0.label != nil }) else {
        return []
      }
      let kind = exhibit.exhibit == .table ? "table" : "figure"
      let far = "evidence/\(kind)s/\(kind)97_far.md"
      return base.tree[entry: exhibit.path].map {
        [Injection(.entry($0, at: far), file: path)]
      } ?? []
    },
    Mutation("ragged-row", "ARA628") { base in
      base.artifact.exhibits.flatMap { exhibit in
        exhibit.file.tables.flatMap(\.rows).filter { $0.cells.count > 1 }.map { row in
          let line = String(exhibit.file.text.line(row.line)) + " 1 |"
          return Injection(
            .lines(row.line..<(row.line + 1), of: exhibit.path, [line]), file: exhibit.path)
        }
      }
    },
    topField("ARA631", "exhibit-without-a-caption", "Caption", of: [.table, .figure]) { _, _ in []
    },
    Mutation("difference-that-does-not-recompute", "ARA630") { base in
      base.parts(.claim).compactMap { part in
        part.field("Evidence basis").map {
          part.setting($0, to: "\($0.value.text) It gains by 7391.46 points.")
        }
      }
    },
    topField("ARA632", "result-without-a-node", "Trace node", of: [.result]) { _, _ in [] },
    topField("ARA632", "result-without-a-claim", "Claim", of: [.result]) { _, _ in [] },
  ]

  private static func indexRow(
    _ code: DiagnosticCode, _ name: String,
    _ change: @escaping @Sendable (EvidenceIndex.Row, String) -> (line: String, file: String)?
  ) -> Mutation {
    Mutation(name, code) { base in
      base.evidenceRows.compactMap { row, text in
        change(row, text).map { line, file in
          Injection(.lines(row.line..<(row.line + 1), of: path, [line]), file: file)
        }
      }
    }
  }
}

extension MutationBase {
  /// The rows of the evidence index that lead to a file, with their lines.
  fileprivate var evidenceRows: [(EvidenceIndex.Row, String)] {
    guard let index = artifact.evidenceIndex else { return [] }
    return index.rows.filter { $0.resolution.file != nil }.map {
      ($0, String(index.file.text.line($0.line)))
    }
  }
}
