/// The kind of an input, recognised by content.
package enum InputKind: String, Codable, Sendable, CaseIterable {
  case pdf, git, rubric, log
}

/// One input: what identifies it, and its normalised text with the places that the text came from.
///
/// Text is in Unicode NFC with ligatures resolved, line breaks undone and hyphenation joined. For
/// a repository, a rubric or a log it holds what the facts quote, not the whole input.
package struct SourceText: Hashable, Codable, Sendable {
  package let id: SourceID
  package let kind: InputKind
  /// Base name of a file, or `repo`: never a path of the machine.
  package let file: String
  /// Lower-case hexadecimal SHA-256; for a repository of its sorted `path NUL blob-id LF` lines.
  package let sha256: String
  package var commit: String? = nil
  package var pages: Int? = nil
  package let text: String
  /// Where the text came from: disjoint, ordered by their bytes.
  package let regions: [Region]
  /// What readers of the text made of it.
  package let notes = TextNotes()

  // Without the notes.
  private enum CodingKeys: CodingKey {
    case id, kind, file, sha256, commit, pages, text, regions
  }

  package init(
    id: SourceID, kind: InputKind, file: String, sha256: String, commit: String? = nil,
    pages: Int? = nil, text: String, regions: [Region]
  ) {
    self.id = id
    self.kind = kind
    self.file = file
    self.sha256 = sha256
    self.commit = commit
    self.pages = pages
    self.text = text
    self.regions = regions
  }

  /// The text of a range; empty if the range does not fall on character boundaries of this text.
  package func text(of bytes: Range<UInt32>) -> String {
    let range = Int(bytes.lowerBound)..<Int(bytes.upperBound)
    var text = text
    return text.withUTF8 { whole in
      func isBoundary(_ at: Int) -> Bool { at == whole.count || whole[at] & 0xC0 != 0x80 }
      guard range.upperBound <= whole.count, isBoundary(range.lowerBound),
        isBoundary(range.upperBound)
      else { return "" }
      return String(partOfText: UnsafeBufferPointer(rebasing: whole[range]))
    }
  }

  /// The regions that share bytes with `bytes`, in order.
  package func regions(overlapping bytes: Range<UInt32>) -> ArraySlice<Region> {
    let first = regions.partitioningIndex { $0.bytes.upperBound > bytes.lowerBound }
    var last = first
    while last < regions.count,
      regions[last].bytes.lowerBound < max(bytes.upperBound, bytes.lowerBound + 1)
    {
      last += 1
    }
    return regions[first..<last]
  }
}

/// A range of normalised text that came from one place.
package struct Region: Hashable, Codable, Sendable {
  package let bytes: Range<UInt32>
  package let place: Place

  package init(_ bytes: Range<UInt32>, _ place: Place) {
    self.bytes = bytes
    self.place = place
  }
}

/// A place in an input, in the terms of its kind.
package enum Place: Hashable, Sendable {
  /// A page from 1 and a box on it.
  case page(Int, Box)
  /// A file of a repository; `firstLine` is the line, from 1, of the region's first byte.
  case lines(path: String, firstLine: Int)
  /// A run of a log and the ordinal, from 1, of a message in it.
  case message(run: String, ordinal: Int)
  /// A node of a rubric.
  case node(String)
}

/// A rectangle in PDF points, origin at the top left of the page as displayed.
///
/// Readers of pages ask each character's: what is inlinable costs no call from other modules.
@usableFromInline
package struct Box: Hashable, Sendable {
  @usableFromInline package var x0: Double
  @usableFromInline package var y0: Double
  @usableFromInline package var x1: Double
  @usableFromInline package var y1: Double

  @inlinable package init(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) {
    self.x0 = x0
    self.y0 = y0
    self.x1 = x1
    self.y1 = y1
  }

  @inlinable package var width: Double { x1 - x0 }
  @inlinable package var height: Double { y1 - y0 }
  @inlinable package var midX: Double { (x0 + x1) / 2 }
  @inlinable package var midY: Double { (y0 + y1) / 2 }

  @inlinable package func union(_ other: Box) -> Box {
    Box(min(x0, other.x0), min(y0, other.y0), max(x1, other.x1), max(y1, other.y1))
  }

  @inlinable package func contains(_ other: Box, slack: Double = 0) -> Bool {
    x0 - slack <= other.x0 && other.x1 <= x1 + slack && y0 - slack <= other.y0
      && other.y1 <= y1 + slack
  }

  package func insetBy(_ margin: Double) -> Box {
    Box(x0 + margin, y0 + margin, x1 - margin, y1 - margin)
  }

  /// Rounded to tenths of a point, the precision that artifacts print.
  package var rounded: Box {
    func tenth(_ value: Double) -> Double { (value * 10).rounded() / 10 }
    return Box(tenth(x0), tenth(y0), tenth(x1), tenth(y1))
  }
}

extension Array {
  /// The first index whose element meets `predicate`, in an array where all that do come last.
  @inlinable
  package func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
