/// What the tree of an artifact is printed as.
package enum TraceForm: String, CaseIterable, Sendable {
  case text, mermaid, dot, json

  /// With `deadEndsAlone`, text is a briefing on them; the other forms show the nodes that lead to
  /// them too.
  package func bytes(of graph: TraceGraph, deadEndsAlone: Bool) -> [UInt8] {
    let shown = deadEndsAlone ? graph.withDeadEndsAlone : graph
    switch self {
    case .text: return Array((deadEndsAlone ? TraceText.briefing : TraceText.tree)(shown).utf8)
    case .mermaid: return Array(TraceDrawing.mermaid(shown).utf8)
    case .dot: return Array(TraceDrawing.dot(shown).utf8)
    case .json: return TraceJSON.list(shown)
    }
  }
}
