internal import IR
internal import YAML

/// What `Sources` cites inside the artifact: lines of files and fields of nodes.
struct CitedPlaceCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA705", .error(.august2026), .grounding, "a quotation is not at the cited place",
      cause: "The cited page, line, message or field does not hold the quotation word for word.",
      cure: "Copy the line again.", example: "a shortened quotation"),
    CheckRow(
      "ARA706", .error(.august2026), .danglingReference, "a cited place does not exist",
      cause: "The file, page, line, message or field that an entry cites is not there.",
      cure: "Correct the reference.", example: "line 400 of a file with 255"),
    CheckRow(
      "ARA707", .warning(.august2026), .consistency, "the tag of an entry does not fit its place",
      cause: "`[input]` cites configuration, prose or code, `[result]` evidence, logs or results "
        + "in the tree.",
      cure: "Swap the tag.", example: "a learning rate tagged `[result]`"),
    CheckRow(
      "ARA727", .warning(), .grounding, "a claim rests on the rubric",
      cause: "Rubric leaves say what is asked, not what was found.",
      cure: "Cite the source itself.", example: "  - `5` ← `rubric/requirements.md:9` «…» [result]"),
  ]

  /// Fields of claims that say what a claim rests on.
  private static let grounds = ["Sources", "Proof", "Evidence basis"]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    checkRequirements(artifact, report)
    for field in artifact.paths.sources {
      for entry in field.entries {
        guard case .quoted(let written, let quote, let tag) = entry.form,
          let reference = SourceReference(written.text)
        else { continue }
        let citation = Citation(field: field, written: written, quote: quote)
        checkPlace(reference, citation, artifact, report)
        if !TagFit.fits(tag, reference) { report(.wrongTag(tag, citation)) }
        if case .artifact("rubric/requirements.md", _) = reference { report(.rubric(citation)) }
      }
    }
  }

  /// Requirements that a claim names as its ground; quotations may hold what looks like one.
  private func checkRequirements(_ artifact: Artifact, _ report: (Finding) -> Void) {
    guard let claims = artifact.claims, let known = artifact.ids.defined(.requirement) else {
      return
    }
    for block in claims.blocks {
      var seen: Set<String> = []
      for piece in Self.grounds.compactMap(block.field).flatMap(\.pieces) {
        let verbatim = InlineReader.verbatimRanges(in: piece.text)
        for token in IDToken.scan(piece, for: [.requirement]) where known.contains(token.id) {
          let offset = piece.text.offset(ofPiece: token.piece.text)
          if verbatim.contains(where: { $0.contains(offset) }) { continue }
          if seen.insert(token.id).inserted { report(.requirement(token, block, claims.path)) }
        }
      }
    }
  }

  private func checkPlace(
    _ reference: SourceReference, _ citation: Citation, _ artifact: Artifact,
    _ report: (Finding) -> Void
  ) {
    switch reference {
    case .artifact(let path, let lines):
      let resolution = artifact.files.resolve(path[...], in: "")
      let isHindered = resolution.file.flatMap(artifact.files.hindrance) != nil
      if resolution == .outside || isHindered { return }
      guard let file = resolution.file.flatMap(artifact.text) else {
        report(.noPlace(citation, "the file does not exist"))
        return
      }
      guard lines.upperBound <= file.lines.count else {
        report(.noPlace(citation, "the file has \(file.lines.count) lines"))
        return
      }
      let cited = lines.map { String(file.line($0)) }.joined(separator: " ")
      if !QuoteText.holds(cited, citation.quote.text) { report(.otherWords(citation)) }
    case .node(let id, let key):
      guard let trace = artifact.trace else { return }
      let node = trace.nodes.first { $0.id == id }
      guard let value = node?[key]?.value else {
        report(.noPlace(citation, "the node has no such field"))
        return
      }
      let texts = value.scalar.map { [$0] } ?? value.scalars.map(\.text)
      if !texts.contains(where: { QuoteText.holds($0, citation.quote.text) }) {
        report(.otherWords(citation))
      }
    case .page, .repository, .message: break
    }
  }
}

/// An entry of `Sources` with what findings about it say.
struct Citation: Sendable {
  let field: SourcesField
  let written: LinePiece
  let quote: LinePiece
}

extension Citation {
  /// Writes the other one of the two tags, behind the quotation.
  fileprivate func swapTag(_ tag: SourceEntry.Tag) -> FixIt? {
    let entry = field.entries.first { $0.line == written.line }
    guard let piece = entry?.piece, let open = piece.text.lastOffset(of: "[") else { return nil }
    let other = tag == .input ? SourceEntry.Tag.result : .input
    return .replace(
      piece[open..<piece.text.utf8.count], in: field.file, by: "[\(other.rawValue)]")
  }
}

/// Which places fit which tag.
private enum TagFit {
  static func fits(_ tag: SourceEntry.Tag, _ reference: SourceReference) -> Bool {
    switch (tag, reference) {
    case (.result, .repository): false
    case (.result, .artifact(let path, _)): path.hasPrefix("evidence/")
    case (.input, .artifact(let path, _)):
      !path.hasPrefix("evidence/") || path.hasPrefix("evidence/text/")
    case (.input, .node): false
    default: true
    }
  }
}

extension Finding {
  static func noPlace(_ citation: Citation, _ why: String) -> Finding {
    Finding(
      "ARA706", on: citation.written, in: citation.field.file, subject: citation.field.block.id,
      "\(Quoted(citation.written.text)) does not exist: \(why)")
  }

  static func otherWords(_ citation: Citation) -> Finding {
    Finding(
      "ARA705", on: citation.quote, in: citation.field.file, subject: citation.field.block.id,
      "\(Quoted(citation.written.text)) does not hold the quotation")
  }

  fileprivate static func wrongTag(_ tag: SourceEntry.Tag, _ citation: Citation) -> Finding {
    Finding(
      "ARA707", on: citation.written, in: citation.field.file, subject: citation.field.block.id,
      "[\(tag.rawValue)] does not fit the place \(Quoted(citation.written.text))"
    ).fixed(by: citation.swapTag(tag))
  }

  fileprivate static func requirement(_ token: IDToken, _ block: Block, _ file: String) -> Finding {
    Finding(
      "ARA727", on: token.piece, in: file, subject: block.id,
      "\(block.label) rests on the requirement \(Brief(token.id))")
  }

  fileprivate static func rubric(_ citation: Citation) -> Finding {
    Finding(
      "ARA727", on: citation.written, in: citation.field.file, subject: citation.field.block.id,
      "\(citation.field.block.label) rests on the rubric")
  }
}
