/// The inputs of a compilation by name, with their texts.
package struct SourceMap: Hashable, Codable, Sendable {
  /// In the order in which the inputs were given.
  package private(set) var sources: [SourceText]

  package init(_ sources: [SourceText] = []) { self.sources = sources }

  package mutating func append(_ source: SourceText) { sources.append(source) }

  package subscript(id: SourceID) -> SourceText? { sources.first { $0.id == id } }

  /// The normalised text that a span covers; empty if the span lies outside its source.
  package func text(of span: SourceSpan) -> String {
    self[span.source]?.text(of: span.bytes) ?? ""
  }

  package func grounded(_ span: SourceSpan) -> Grounded<String> {
    Grounded(text(of: span), [span])
  }

  /// Where a span lies, in the terms of its input; nil if the span lies outside its source.
  package func location(of span: SourceSpan) -> Location? {
    guard let source = self[span.source],
      let first = source.regions(overlapping: span.bytes).first
    else { return nil }
    switch first.place {
    case .page(let page, _):
      let boxes = source.regions(overlapping: span.bytes).compactMap { region -> Box? in
        guard case .page(page, let box) = region.place else { return nil }
        return box.rounded
      }
      return .page(page, boxes)
    case .lines(let path, let firstLine):
      let before = source.text(
        of: first.bytes.lowerBound..<max(span.bytes.lowerBound, first.bytes.lowerBound))
      let inside = source.text(of: span.bytes)
      let start = firstLine + before.utf8.count { $0 == UInt8(ascii: "\n") }
      let breaks = inside.utf8.dropLast().count { $0 == UInt8(ascii: "\n") }
      return .lines(path: path, start...(start + breaks))
    case .message(let run, let ordinal):
      return .message(run: run, ordinal: ordinal)
    case .node(let id):
      return .node(id)
    }
  }

  /// The reference form of `Sources` entries: `paper:p4`, `repo:train.py:14-16`, `log:7#m12`.
  package func reference(to span: SourceSpan) -> String? {
    switch location(of: span) {
    case .page(let page, _): "\(span.source):p\(page)"
    case .lines(let path, let lines) where lines.count == 1:
      "\(span.source):\(path):\(lines.lowerBound)"
    case .lines(let path, let lines):
      "\(span.source):\(path):\(lines.lowerBound)-\(lines.upperBound)"
    case .message(let run, let ordinal): "\(span.source):\(run)#m\(ordinal)"
    case .node(let id): "\(span.source):\(id)"
    case nil: nil
    }
  }
}

/// The human location of a span.
package enum Location: Hashable, Sendable {
  case page(Int, [Box])
  case lines(path: String, ClosedRange<Int>)
  case message(run: String, ordinal: Int)
  case node(String)
}
