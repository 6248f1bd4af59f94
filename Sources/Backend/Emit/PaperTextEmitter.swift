internal import FoundationEssentials
internal import IR

/// `evidence/text`: the paper's own words, section by section, so that nothing that it says is
/// lost (`spec/ara-format.md`, 7.7).
struct PaperTextEmitter: Emitter {
  func emit(into artifact: inout ArtifactWriter) {
    guard let paper = artifact.document.inputs.paper else { return }
    let texts = artifact.document.evidence.texts
    let pictures = EquationPictures(paper)
    pictures.add(paper, to: &artifact)
    for (index, text) in texts.enumerated() {
      var file = artifact.file(text.path)
      write(text, paper, pictures, artifact.document, into: &file)
      if index == texts.count - 1 { writeLeftOut(paper, artifact.document, into: &file) }
      artifact.add(file, .evidence, "Text of \(SectionName.line(text.section, paper))")
    }
    for page in paper.pages {
      guard let picture = page.picture, let data = Data(base64Encoded: picture.base64) else {
        continue
      }
      artifact.add(bytes: Array(data), at: "evidence/text/page\(page.number).png")
    }
  }

  private func write(
    _ text: FiledText, _ paper: Paper, _ pictures: EquationPictures, _ document: Document,
    into file: inout FileWriter
  ) {
    if text.section == 0 {
      file.line("# Front matter")
      file.blank()
      for page in paper.pages where page.picture != nil {
        file.line("![](page\(words: page.number).png)")
      }
    }
    let blocks = paper.blocks.filter { top(of: $0.section, paper) == text.section }
    for block in blocks {
      write(block, paper, document, into: &file)
      if let picture = pictures.name(of: block.span) {
        file.line("![](\(words: picture))")
      }
      file.blank()
    }
    if blocks.allSatisfy({ $0.kind == .heading }) {
      file.line("No text stands under this heading.")
    }
  }

  private func top(of section: Int, _ paper: Paper) -> Int {
    var index = section
    while let parent = paper.sections[index].parent { index = parent }
    return index
  }

  private func write(
    _ block: IR.Block, _ paper: Paper, _ document: Document, into file: inout FileWriter
  ) {
    let value = document.sources.grounded(block.span)
    switch block.kind {
    case .heading:
      let level = max(1, min(6, paper.sections[block.section].level))
      file.line("\(words: String(repeating: "#", count: level)) \(value)")
    case .exhibit:
      writeLink(block, document, into: &file)
    case .equation, .algorithm, .code:
      let lines = value.value.split(separator: "\n", omittingEmptySubsequences: false)
      file.fenced(lines.map { Grounded(String($0), value.spans) })
    case .reference:
      file.line("- \(value)")
    case .listItem:
      file.line("- \(value)")
    case .footnote:
      file.line("> \(value)")
    case .paragraph, .quote, .other:
      file.text("\(value)")
    }
  }

  private func writeLink(_ block: IR.Block, _ document: Document, into file: inout FileWriter) {
    guard let label = block.label,
      let filed = document.evidence.exhibits.first(where: { $0.label.description == label })
    else { return }
    let folder = filed.label.kind == .table ? "tables" : "figures"
    file.line("[\(words: label)](../\(words: folder)/\(words: filed.stem).md)")
  }

  // MARK: What was set apart

  private func writeLeftOut(_ paper: Paper, _ document: Document, into file: inout FileWriter) {
    file.line("## Left out")
    if paper.leftOut.isEmpty { file.line("- none") }
    for item in paper.leftOut {
      let text = document.sources.text(of: item.span)
      let shown = Grounded(
        String(text.prefix(120)), [item.span], text.count > 120 ? .computed("first words") : nil)
      file.line("- “\(shown)” (p\(words: item.page), \(words: item.reason.rawValue))")
    }
    if paper.unmappedCharacters > 0 {
      file.line("- characters without a Unicode value, which only the pictures show")
    }
  }
}

enum SectionName {
  static func line(_ index: Int, _ paper: Paper) -> Line {
    index == 0 ? "the front matter" : "“\(paper.sections[index].title)”"
  }
}
