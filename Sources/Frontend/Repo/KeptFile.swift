internal import IR

/// A file whose content was kept: offsets in it to spans and lines.
struct KeptFile: Sendable {
  let path: String
  let kind: RepositoryFile.Kind
  let language: String?
  /// Its position in the inventory.
  let index: Int
  let span: SourceSpan
  let bytes: [UInt8]
  /// Offsets at which lines begin.
  let lineStarts: [Int]
  private let unitStarts: [Int]
  /// Where pieces begin, with the line of the file that they begin at.
  private let pieces: [(offset: Int, firstLine: Int)]

  /// Appends the pieces to `text`, one after the other.
  init(
    _ file: RepositoryFile, _ content: [Inventory.Piece], index: Int,
    into text: inout SourceTextBuilder
  ) {
    let start = text.count
    var pieces: [(offset: Int, firstLine: Int)] = []
    var unitStarts: [Int] = []
    var bytes: [UInt8] = []
    for piece in content {
      if !piece.continues { unitStarts.append(bytes.count) }
      pieces.append((bytes.count, piece.firstLine))
      text.append(piece.text, at: .lines(path: file.path, firstLine: piece.firstLine))
      bytes += piece.text.utf8
    }
    span = text.span(from: start)
    text.separate("\n")
    self.index = index
    self.bytes = bytes
    self.pieces = pieces
    self.unitStarts = unitStarts
    lineStarts = [0] + bytes.lineFeeds.map { $0 + 1 }
    path = file.path
    kind = file.kind
    language = file.language
  }

  /// What parses by itself: the file, or each cell of a notebook.
  var units: [Range<Int>] {
    zip(unitStarts, unitStarts.dropFirst() + [bytes.count]).map { $0..<$1 }
  }

  func span(_ range: Range<Int>) -> SourceSpan { span.narrowed(to: range) }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func grounded(_ range: Range<Int>) -> Grounded<String> {
    Grounded(text(range), [span(range)])
  }

  /// The line of the file, from 1, that an offset lies on.
  func line(at offset: Int) -> Int {
    let piece = pieces[max(pieces.partitioningIndex { $0.offset > offset } - 1, 0)]
    return piece.firstLine + row(at: offset) - row(at: piece.offset)
  }

  /// The lines that a range lies on.
  func lines(_ range: Range<Int>) -> ClosedRange<Int> {
    let first = line(at: range.lowerBound)
    return first...max(first, line(at: max(range.upperBound - 1, range.lowerBound)))
  }

  /// Whether bytes form a range of whole characters in the content.
  func holds(_ range: Range<Int>) -> Bool {
    range.lowerBound >= 0 && range.upperBound <= bytes.count
      && [range.lowerBound, range.upperBound].allSatisfy {
        $0 == bytes.count || bytes[$0] & 0xC0 != 0x80
      }
  }

  /// Position in `lineStarts` of the line that an offset lies on.
  func row(at offset: Int) -> Int { lineStarts.partitioningIndex { $0 > offset } - 1 }

  /// The bytes of a line without its line feed.
  func row(_ row: Int) -> Range<Int> {
    let end = row + 1 < lineStarts.count ? lineStarts[row + 1] - 1 : bytes.count
    return lineStarts[row]..<end
  }
}

extension Range<Int> {
  /// The part of the range without blanks at either end.
  func trimmed(in bytes: [UInt8]) -> Range<Int> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    var (start, end) = (lowerBound, upperBound)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while start < end, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
