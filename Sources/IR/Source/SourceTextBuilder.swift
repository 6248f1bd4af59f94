/// Collects the normalised text of an input piece by piece, with the place of each piece.
package struct SourceTextBuilder: Sendable {
  package let id: SourceID
  package private(set) var text = ""
  package private(set) var regions: [Region] = []

  package init(_ id: SourceID) { self.id = id }

  /// Makes room for so many more bytes: a text of megabytes that grows by itself is copied as often
  /// as it doubles.
  package mutating func reserve(_ bytes: Int) { text.reserveCapacity(count + bytes) }

  /// The number of bytes so far: where the next piece begins.
  package var count: Int { text.utf8.count }

  /// Appends a piece that came from one place and returns its span.
  @discardableResult
  package mutating func append(_ piece: String, at place: Place) -> SourceSpan {
    let start = count
    text += piece
    let bytes = UInt32(start)..<UInt32(count)
    if !bytes.isEmpty { regions.append(Region(bytes, place)) }
    return SourceSpan(id, bytes)
  }

  /// Appends text that stands between pieces and came from no place: a space, a line break.
  package mutating func separate(_ separator: String) { text += separator }

  package func span(from start: Int) -> SourceSpan { SourceSpan(id, start..<count) }
}
