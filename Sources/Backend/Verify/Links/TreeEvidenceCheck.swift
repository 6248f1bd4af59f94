internal import IR

/// What stands in `evidence` of tree nodes.
struct TreeEvidenceCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA419", .warning(.april2026), .typeMismatch, "a text in `evidence` looks like a claim",
      cause: "The April script searches `evidence` for `C` and digits, wherever they stand.",
      cure: "Move the text to `source_refs`.", example: "evidence: [\"PASCAL VOC07\"]"),
    CheckRow(
      "ARA420", .warning(.august2026), .typeMismatch, "`evidence` names something else than claims",
      cause: "It lists claim identifiers only.", cure: "Name the claim, or use `source_refs`.",
      example: "evidence: [O2]"),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let trace = artifact.trace, let text = artifact.traceText else { return }
    for node in trace.nodes {
      for item in node.evidenceItems {
        let place = DeferredPlace.value(item.text, item.place, text)
        switch IDToken.parse(item.text) {
        case .claim: break
        case .some: report(.otherID(item.text, place, node))
        case nil:
          let piece = LinePiece(text: item.text[...], line: 1)
          if !IDToken.scan(piece, for: [.claim], at: .unanchored).isEmpty {
            report(.accidental(item.text, place, node))
          }
        }
      }
    }
  }
}

extension Finding {
  fileprivate static func accidental(_ text: String, _ place: DeferredPlace, _ node: TraceFile.Node)
    -> Finding
  {
    Finding(
      "ARA419", at: place, subject: node.id, about: Excerpt.of(text),
      "\(Quoted(text)) in 'evidence' looks like a claim", excerpt: Excerpt.of(text))
  }

  fileprivate static func otherID(_ text: String, _ place: DeferredPlace, _ node: TraceFile.Node)
    -> Finding
  {
    Finding(
      "ARA420", at: place, subject: node.id, about: Excerpt.of(text),
      "\(Quoted(text)) in 'evidence' is no claim", excerpt: Excerpt.of(text))
  }
}
