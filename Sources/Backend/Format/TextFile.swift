internal import IR
internal import YAML

/// A text file of an artifact, cut into physical lines once for all checks.
struct TextFile: Sendable {
  let path: String
  let kind: FileKind
  /// Without line ends; a byte order mark and carriage returns are taken off, so that neither
  /// shifts a column.
  let lines: [Substring]
  /// The first place of each kind of defect in the bytes, in the order of the kinds.
  let defects: [TextDefect]
  /// The numbers of each line that need a source; empty for files that are no text of the artifact.
  private let numbers: [[NumberToken]]

  init(path: String, bytes: [UInt8], scansNumbers: Bool = true) {
    self.path = path
    kind = FileKind(path: path)
    var body = bytes[...]
    if body.starts(with: TextDefect.byteOrderMark) { body = body.dropFirst(3) }
    let valid = String(wellFormed: body)
    lines = Self.split(valid ?? String(decoding: body, as: UTF8.self))
    var survey = ByteSurvey(isYAML: path.hasSuffix(".yaml") || path.hasSuffix(".yml"))
    survey.read(bytes, isValid: valid != nil)
    defects = survey.defects
    numbers = scansNumbers ? lines.map(NumberToken.scan) : []
  }

  /// The line with this number, from 1; empty outside the file.
  func line(_ number: Int) -> Substring {
    lines.indices.contains(number - 1) ? lines[number - 1] : ""
  }

  /// Where `piece`, which a YAML value holds, stands: at or after the place of the value. A value
  /// of several lines is searched; what is not found there has the value's own line.
  func place(of piece: some StringProtocol, near mark: YAMLNode.Mark) -> ArtifactPlace {
    for number in mark.line..<min(mark.line + Self.longestValue, lines.count + 1) {
      let line = lines[number - 1]
      let start = number == mark.line ? line.offset(ofColumn: mark.column) : 0
      if let found = line.offset(of: piece, from: start) {
        let text = line[utf8Range: found..<(found + piece.utf8.count)]
        return ArtifactPlace(LinePiece(text: text, line: number), in: path)
      }
    }
    return ArtifactPlace(file: path, line: mark.line)
  }

  /// In lines: how far below its mark a YAML value is searched.
  private static let longestValue = 40

  /// The numbers of a line that need a source, as pieces of it.
  func numbers(inLine number: Int) -> [LinePiece] {
    guard numbers.indices.contains(number - 1) else { return [] }
    let whole = LinePiece(text: lines[number - 1], line: number)
    return numbers[number - 1].map { whole[$0.bytes] }
  }

  /// The numbers of a piece of a line.
  func numbers(in piece: LinePiece) -> [LinePiece] {
    guard numbers.indices.contains(piece.line - 1) else { return [] }
    let line = lines[piece.line - 1]
    let start = line.offset(ofPiece: piece.text)
    let range = start..<(start + piece.text.utf8.count)
    return numbers[piece.line - 1]
      .filter { range.contains($0.bytes.lowerBound) && $0.bytes.upperBound <= range.upperBound }
      .map { LinePiece(text: line[utf8Range: $0.bytes], line: piece.line) }
  }

  private static func split(_ text: String) -> [Substring] {
    var text = text
    let ranges = text.withUTF8 { bytes in
      var ranges: [Range<Int>] = []
      var start = 0
      while start < bytes.count {
        let end = bytes.firstOffset(of: UInt8(ascii: "\n"), from: start) ?? bytes.count
        let isReturned = end > start && bytes[end - 1] == UInt8(ascii: "\r")
        ranges.append(start..<(isReturned ? end - 1 : end))
        start = end + 1
      }
      return ranges
    }
    let whole = text[...]
    return ranges.map { whole[utf8Range: $0] }
  }
}

/// Something wrong with the bytes of a text file, at its first place.
struct TextDefect: Hashable, Sendable {
  enum Kind: Int, CaseIterable, Sendable {
    case byteOrderMark, encoding, controlCharacter
    case carriageReturn, trailingBlank, finalNewline, tabIndentation
  }

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  let kind: Kind
  let line: Int
}

/// One walk over the bytes of a text file that notes the first place of each kind of defect.
private struct ByteSurvey {
  let isYAML: Bool
  private var firstLines: [Int?] = Array(repeating: nil, count: TextDefect.Kind.allCases.count)

  init(isYAML: Bool) { self.isYAML = isYAML }

  var defects: [TextDefect] {
    TextDefect.Kind.allCases.compactMap { kind in
      firstLines[kind.rawValue].map { TextDefect(kind: kind, line: $0) }
    }
  }

  mutating func read(_ bytes: [UInt8], isValid: Bool) {
    bytes.withUnsafeBufferPointer { note(defectsOf: $0) }
    if !isValid { note(.encoding, Self.firstInvalidLine(bytes)) }
  }

  private mutating func note(defectsOf bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.starts(with: TextDefect.byteOrderMark) { note(.byteOrderMark, 1) }
    var line = 1
    var previous = UInt8(ascii: "\n")
    var isIndenting = true
    var at = 0
    while at < bytes.count {
      let end = Self.endOfVisible(bytes, from: at)
      if end > at {
        isIndenting = isIndenting && bytes[at..<end].allSatisfy { $0 == 0x20 }
        previous = bytes[end - 1]
        at = end
        continue
      }
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\n"):
        if previous == UInt8(ascii: " ") || previous == UInt8(ascii: "\t") {
          note(.trailingBlank, line)
        }
        line += 1
      case UInt8(ascii: "\r"):
        note(.carriageReturn, line)
      case UInt8(ascii: "\t"):
        if isYAML, isIndenting { note(.tabIndentation, line) }
      case 0..<0x20, 0x7F:
        note(.controlCharacter, line)
      case 0x80..<0xA0 where previous == 0xC2:
        note(.controlCharacter, line)
      default:
        break
      }
      isIndenting = byte == UInt8(ascii: "\n") || isIndenting && byte == 0x09
      if byte != UInt8(ascii: "\r") { previous = byte }
    }
    if !bytes.isEmpty, previous != UInt8(ascii: "\n") {
      note(.finalNewline, line)
      if previous == 0x20 || previous == 0x09 { note(.trailingBlank, line) }
    }
  }

  /// Past the characters of ASCII from the space to the tilde, of which nearly all of a text is made:
  /// eight are looked at at once.
  private static func endOfVisible(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var at = start
    while at + 8 <= bytes.count {
      let block = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      // The highest bit of a byte is set by what is under 0x20, by 0x7F, and by what is over it; the
      // lowest such byte changes only those above it.
      let odd = ((block &- ones &* 0x20) | (block &+ ones) | block) & (ones << 7)
      if odd != 0 { return at + odd.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < bytes.count, bytes[at] >= 0x20, bytes[at] < 0x7F { at += 1 }
    return at
  }

  private static var ones: UInt64 { 0x0101_0101_0101_0101 }

  private mutating func note(_ kind: TextDefect.Kind, _ line: Int) {
    if firstLines[kind.rawValue] == nil { firstLines[kind.rawValue] = line }
  }

  private static func firstInvalidLine(_ bytes: [UInt8]) -> Int {
    var line = 1
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue("\n"): line += 1
      case .scalarValue: continue
      case .emptyInput, .error: return line
      }
    }
  }
}
