internal import IR

/// `evidence/README.md` (`spec/ara-format.md`, 7.2).
struct EvidenceIndexEmitter: Emitter {
  func emit(into artifact: inout ArtifactWriter) {
    let document = artifact.document
    let evidence = document.evidence
    var file = artifact.file("evidence/README.md")
    file.line("# Evidence Index")
    let tables = evidence.exhibits.filter { $0.label.kind == .table }
    let figures = evidence.exhibits.filter { $0.label.kind == .figure }
    let attempts = evidence.results.filter { $0.contents == .attempts || $0.contents == .runs }
    let values = evidence.results.filter { $0.contents == .values || $0.contents == .failures }
    writeTable(
      "Tables", tables.map { row($0, document) } + attempts.map { row($0, document) }, into: &file)
    writeTable("Figures", figures.map { row($0, document) }, into: &file)
    if !values.isEmpty { writeTable("Results", values.map { row($0, document) }, into: &file) }
    writeLists(document, into: &file)
    artifact.add(
      file, .evidence,
      "Full index of \(words: tables.count) tables + \(words: figures.count) figures")
  }

  private func writeTable(_ title: String, _ rows: [[Line]], into file: inout FileWriter) {
    file.blank()
    file.line("## \(words: title)")
    file.table(
      [["File", "Source", "Claims", "Description"]]
        + (rows.isEmpty ? [["—", "—", "—", "none"]] : rows))
  }

  private func row(_ filed: FiledExhibit, _ document: Document) -> [Line] {
    let claims = document.links.exhibitClaims.first { $0.exhibit == filed.label }?.claims ?? []
    let path = filed.path.dropPrefix("evidence/")
    let section = document.inputs.paper.flatMap { paper -> Line? in
      let exhibit = (paper.tables + paper.figures).first { $0.label == filed.label }
      return exhibit.flatMap { $0.section > 0 ? SectionLabel.line($0.section, paper) : nil }
    }
    return [
      "[\(words: path)](\(words: path))",
      section.map { "\(words: filed.label), \($0)" } ?? "\(words: filed.label)",
      "\(words: claims.isEmpty ? "—" : claims.map(\.description).joined(separator: ", "))",
      "\(filed.title)",
    ]
  }

  private func row(_ filed: FiledResults, _ document: Document) -> [Line] {
    let path = filed.path.dropPrefix("evidence/")
    let log = document.inputs.logs.first { $0.source == filed.log }
    return [
      "[\(words: path)](\(words: path))", "\(words: log?.form.rawValue ?? "Log")", "—",
      "\(words: filed.contents.words)",
    ]
  }

  private func writeLists(_ document: Document, into file: inout FileWriter) {
    let evidence = document.evidence
    if !evidence.texts.isEmpty {
      file.blank()
      file.line("## Text")
      for text in evidence.texts {
        let path = text.path.dropPrefix("evidence/")
        file.line("- [\(words: path)](\(words: path))")
      }
    }
    if !document.inputs.logs.isEmpty {
      file.blank()
      file.line("## Logs")
      file.line(
        "- [logs/log_pointers.md](logs/log_pointers.md): pointers to runs (not transcribed)")
    }
    if !document.coverage.withoutClaim.isEmpty {
      file.blank()
      file.line("## Evidence without a claim")
      for item in document.coverage.withoutClaim {
        let path = item.path.dropPrefix("evidence/")
        file.line("- [\(words: path)](\(words: path)): \(words: item.reason)")
      }
    }
    file.blank()
    file.line("## Objects not filed")
    // Every numbered object is filed, at the least with its picture.
    file.line("- none")
  }
}

extension FiledResults.Contents {
  /// What the indexes say of the file.
  var words: String {
    switch self {
    case .attempts: "Scored attempts of all runs"
    case .runs: "Runs, with the models that ran them"
    case .values: "Values of the result files"
    case .failures: "What failed attempts ended with"
    }
  }
}

extension String {
  func dropPrefix(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
