internal import IR
internal import YAML

extension Mutation {
  private static let path = "PAPER.md"

  /// `PAPER.md`: its frontmatter, its index and what it counts.
  static let manifest: [Mutation] = [
    frontmatter("ARA201", "no-fence") { file in [.lines(1..<2, of: path, [])] },
    frontmatter("ARA202", "unclosed-fence") { file in
      // Nothing behind it may close it instead.
      let end = file.fenced.upperBound
      let rules = (end..<(file.body.text.lines.count + 1)).filter {
        file.body.text.line($0).trimmingBlanks() == "---"
      }
      return rules.map { .lines($0..<($0 + 1), of: path, []) }
    },
    frontmatter("ARA203", "frontmatter-that-is-no-yaml") { file in
      [.lines(2..<2, of: path, ["venues: [one, two"])]
    },
    frontmatter("ARA203", "frontmatter-key-twice") { file in
      guard file.keys?["year"] != nil else { return nil }
      return [.lines(2..<2, of: path, ["year: 2031"])]
    },
    frontmatter("ARA203", "frontmatter-with-an-anchor") { file in
      [.lines(2..<2, of: path, ["series: &first \"one\""])]
    },
    frontmatter("ARA204", "dashes-in-the-abstract") { file in
      file.line(of: "abstract").map { line in
        let text = String(file.body.text.line(line))
        return [.lines(line..<(line + 1), of: path, [text.replacing(" ", by: " fast --- ")])]
      }
    },
    frontmatter("ARA204", "dashes-in-a-comment") { _ in [.lines(2..<2, of: path, ["# --- head"])] },
    Mutation("no-title-authors-or-year", "ARA205") { base in
      base.withoutKeys("title", "authors", "year")
    },
    Mutation("no-further-key", "ARA206") { base in
      base.withoutKeys(
        "venue", "doi", "ara_version", "domain", "keywords", "claims_summary", "abstract")
    },
    key("ARA207", "authors-in-one-string", "authors", "\"A. Example and B. Example\""),
    key("ARA207", "title-as-a-list", "title", "[\"one\", \"two\"]"),
    key("ARA208", "year-of-two-digits", "year", "26"),
    key("ARA211", "version-of-another-schema", "ara_version", "\"7.0\""),
    frontmatter("ARA211", "unknown-source-mode") { file in
      [.lines(file.lines(of: "src_mode") ?? 2..<2, of: path, ["src_mode: \"everything\""])]
    },
    body("ARA212", "no-layer-index") { file in
      file.body.heading("Layer Index", level: 2).map { heading in
        [.lines(file.body.lines(of: heading), of: path, [])]
      }
    },
    Mutation("index-row-of-no-file", "ARA213") { base in
      base.indexRows.map { row, text in
        let dead = text.replacing(String(row.target.text), by: "logic/absent.md")
        return Injection(.lines(row.line..<(row.line + 1), of: path, [dead]), file: path)
      }
    },
    Mutation("file-without-an-index-row", "ARA214") { base in
      base.indexRows.compactMap { row, _ in
        row.resolution.file.map {
          Injection(.lines(row.line..<(row.line + 1), of: path, []), file: $0)
        }
      }
    },
    Mutation("wrong-count", "ARA215") { base in
      base.indexRows.compactMap { row, text in
        guard let described = row.description, let count = described.text.firstCount else {
          return nil
        }
        let wrong = String(described.text).replacing(count, by: "\((Int(count) ?? 0) + 3)")
        let line = text.replacing(String(described.text), by: wrong)
        return Injection(.lines(row.line..<(row.line + 1), of: path, [line]), file: path)
      }
    },
    Mutation("undefined-claim-in-the-layer-index", "ARA216") { base in
      base.indexRows.compactMap { row, text in
        guard let claims = row.claims, claims.text.hasPrefix("C") else { return nil }
        let id = base.undefinedID(.claim)
        let line = text.replacing("| \(claims.text)", by: "| \(id), \(claims.text)")
        return Injection(
          .lines(row.line..<(row.line + 1), of: path, [line]), file: path, subject: id)
      }
    },
    body("ARA217", "heading-that-is-not-the-title") { file in
      file.body.headings.first { $0.level == 1 }.map {
        [.lines($0.line..<($0.line + 1), of: path, ["# A study"])]
      }
    },
    dropSection("ARA218", "Overview", of: path),
  ]

  private static func frontmatter(
    _ code: DiagnosticCode, _ name: String,
    _ edits: @escaping @Sendable (ManifestFile) -> [Edit]?
  ) -> Mutation {
    Mutation(name, code) { base in
      guard let file = base.artifact.manifest, file.keys != nil, let edits = edits(file) else {
        return []
      }
      return [Injection(edits, file: path)]
    }
  }

  private static func body(
    _ code: DiagnosticCode, _ name: String,
    _ edits: @escaping @Sendable (ManifestFile) -> [Edit]?
  ) -> Mutation {
    frontmatter(code, name, edits)
  }

  private static func key(
    _ code: DiagnosticCode, _ name: String, _ key: String, _ value: String
  ) -> Mutation {
    frontmatter(code, name) { file in
      file.lines(of: key).map { [.lines($0, of: path, ["\(key): \(value)"])] }
    }
  }
}

extension ManifestFile {
  fileprivate func line(of key: String) -> Int? { keys?[key]?.place.line }

  /// The lines of a key of the frontmatter and of its value.
  fileprivate func lines(of key: String) -> Range<Int>? {
    guard let start = line(of: key) else { return nil }
    let next = keys?.keys.map(\.place.line).filter { $0 > start }.min() ?? fenced.upperBound
    return start..<next
  }
}

extension MutationBase {
  fileprivate func withoutKeys(_ keys: String...) -> [Injection] {
    guard let manifest = artifact.manifest else { return [] }
    return keys.compactMap { manifest.lines(of: $0) }.map {
      Injection(.lines($0, of: "PAPER.md", []), file: "PAPER.md")
    }
  }

  /// The rows of the Layer Index that lead to a file, with their lines.
  fileprivate var indexRows: [(LayerIndex.Row, String)] {
    guard let manifest = artifact.manifest, let index = manifest.layerIndex else { return [] }
    return index.rows.filter { $0.resolution.file != nil }.map {
      ($0, String(manifest.body.text.line($0.line)))
    }
  }
}

extension Substring {
  /// The first run of digits, if it begins the text: `16 falsifiable claims`.
  fileprivate var firstCount: String? {
    let digits = prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? nil : String(digits)
  }
}
