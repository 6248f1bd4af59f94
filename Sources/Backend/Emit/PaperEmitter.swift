internal import IR

/// `PAPER.md`: the manifest and the index of every file (`spec/ara-format.md`, 5.1).
struct PaperEmitter: Emitter {
  func emit(into artifact: inout ArtifactWriter) {
    let document = artifact.document
    var file = artifact.file("PAPER.md")
    writeFrontmatter(document, into: &file)
    file.blank()
    file.line("# \(title(document))", escape: .verbatim, field: "title")
    file.blank()
    file.line("## Overview")
    file.blank()
    file.text("\(document.manifest.overview, separator: " ", ifEmpty: absence(document))")
    writeIndex(artifact, into: &file)
    writeGaps(document, into: &file)
    artifact.add(file)
  }

  private func absence(_ document: Document) -> String {
    document.inputs.paper == nil ? Phrase.notAvailable : Phrase.notSpecified
  }

  private func title(_ document: Document) -> Line {
    document.manifest.title.grounded.map { "\($0)" } ?? "\(words: absence(document))"
  }

  // MARK: Frontmatter

  private func writeFrontmatter(_ document: Document, into file: inout FileWriter) {
    let manifest = document.manifest
    file.line("---")
    scalar("title", manifest.title, document, into: &file)
    flow("authors", manifest.authors, document, into: &file)
    if let year = manifest.year.grounded {
      file.line("year: \(year)", escape: .frontmatter, field: "year")
    } else {
      file.line("year: \"\(words: absence(document))\"")
    }
    scalar("venue", manifest.venue, document, into: &file)
    scalar("doi", manifest.doi, document, into: &file)
    file.line("ara_version: \"1.0\"")
    scalar("domain", manifest.domain, document, into: &file)
    flow("keywords", manifest.keywords, document, into: &file)
    writeSummary(document, into: &file)
    scalar("abstract", manifest.abstract, document, into: &file)
    if let mode = document.code.mode { file.line("src_mode: \"\(words: mode.rawValue)\"") }
    writeSources(document.sources, into: &file)
    file.line("---")
  }

  private func scalar(
    _ key: String, _ value: Stated<String>, _ document: Document, into file: inout FileWriter
  ) {
    let text: Line = value.grounded.map { "\($0)" } ?? "\(words: absence(document))"
    file.line("\(words: key): \"\(text)\"", escape: .frontmatter, field: key)
  }

  private func flow(
    _ key: String, _ values: [Grounded<String>], _ document: Document, into file: inout FileWriter
  ) {
    let items: [Line] =
      values.isEmpty ? ["\"\(words: absence(document))\""] : values.map { "\"\($0)\"" }
    file.line("\(words: key): [\(Line.joined(items, ", "))]", escape: .frontmatter, field: key)
  }

  /// In characters: a longer statement is no line of a summary.
  private static let longestSummary = 240

  private func writeSummary(_ document: Document, into file: inout FileWriter) {
    guard !document.claims.claims.isEmpty else {
      file.line("claims_summary: []")
      return
    }
    file.line("claims_summary:")
    for claim in document.claims.claims {
      let isLine = claim.statement.value.count <= Self.longestSummary
      file.line(
        "  - \"\(isLine ? claim.statement : claim.title)\"", escape: .frontmatter,
        entity: claim.id.ref,
        field: "claims_summary")
    }
  }

  private func writeSources(_ sources: SourceMap, into file: inout FileWriter) {
    file.line("sources:")
    for source in sources.sources {
      file.line("  - id: \"\(words: source.id)\"")
      file.line("    file: \"\(words: Escape.frontmatter.apply(source.file))\"")
      file.line("    sha256: \"\(words: source.sha256)\"")
    }
  }

  // MARK: Index

  private func writeIndex(_ artifact: ArtifactWriter, into file: inout FileWriter) {
    file.blank()
    file.line("## Layer Index")
    for layer in ArtifactWriter.Layer.allCases {
      let rows = artifact.rows.filter { $0.layer == layer }
      guard !rows.isEmpty else { continue }
      file.blank()
      file.line("### \(words: layer.rawValue)")
      let hasClaims = layer == .physical
      var table: [[Line]] = [
        hasClaims ? ["File", "Description", "Claims"] : ["File", "Description"]
      ]
      for row in rows {
        let name = row.path.dropPrefix(layer.folder + "/")
        var cells: [Line] = ["[\(words: name)](\(words: row.path))", row.description]
        if hasClaims {
          cells.append(
            "\(words: row.claims.isEmpty ? "—" : IDRange.list(row.claims))"
          )
        }
        table.append(cells)
      }
      file.table(table)
    }
  }

  // MARK: Known gaps

  private func writeGaps(_ document: Document, into file: inout FileWriter) {
    guard !document.coverage.knownGaps.isEmpty else { return }
    file.blank()
    file.line("## Known gaps")
    file.blank()
    for gap in document.coverage.knownGaps {
      file.line(
        "- \(words: gap.subject.words): \(words: gap.found) found, the April schema wants \(words: gap.wanted); \(words: reason(gap, document))"
      )
    }
  }

  private func reason(_ gap: KnownGap, _ document: Document) -> String {
    document.inputs.paper == nil
      ? "a paper would give them" : "the inputs state no more, and none is invented"
  }
}

extension ArtifactWriter.Layer {
  var folder: String {
    switch self {
    case .cognitive: "logic"
    case .physical: "src"
    case .data: "data"
    case .trace: "trace"
    case .evidence: "evidence"
    case .rubric: "rubric"
    }
  }
}

extension KnownGap.Subject {
  /// As the manifest names it.
  package var words: String {
    switch self {
    case .concepts: "concepts"
    case .experiments: "experiments"
    case .heuristics: "heuristics"
    case .codeFile: "code files"
    case .treeNodes: "tree nodes"
    case .deadEnd: "dead ends"
    case .decision: "decisions"
    case .claims: "claims"
    case .relatedWorks: "related works"
    case .year: "year"
    case .exhibits: "tables and figures"
    }
  }
}
