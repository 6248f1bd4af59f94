internal import YAML

/// The code cells of a Jupyter notebook, each line with its place in the file.
struct Notebook {
  /// Consecutive lines of the file make one piece; every cell is a unit and ends in an empty line.
  private(set) var code: [Inventory.Piece] = []

  /// Nil if the file is no notebook of format 4 that can be read.
  init?(_ bytes: [UInt8]) {
    guard let root = try? YAMLNode.parse(bytes), let cells = root["cells"]?.sequence else {
      return nil
    }
    for cell in cells where cell["cell_type"]?.scalar == "code" {
      guard let source = cell["source"] else { continue }
      append(source.sequence ?? [source])
    }
  }

  /// Appends the lines of one cell; each is a JSON string of its own in the usual form.
  private mutating func append(_ lines: [YAMLNode]) {
    if let first = lines.first?.scalar, first.hasPrefix("%%"),
      !Self.pythonMagics.contains(where: first.hasPrefix)
    {
      return  // written in another language
    }
    var previous: Int?
    for line in lines {
      guard let text = line.scalar, !text.isEmpty else { continue }
      if let previous, line.mark.line == previous + 1, let last = code.indices.last {
        code[last].text += text
      } else {
        code.append(
          Inventory.Piece(text: text, firstLine: line.mark.line, continues: previous != nil))
      }
      previous = line.mark.line
    }
    guard previous != nil, let last = code.indices.last else { return }
    code[last].text += code[last].text.hasSuffix("\n") ? "\n" : "\n\n"
  }

  private static let pythonMagics = ["%%time", "%%capture", "%%prun", "%%memit"]

  /// The same bytes with the lines that only a notebook understands (`%cd`, `!pip`) commented out, and
  /// those that a backslash joins to them.
  static func withoutMagic(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var bytes = Array(bytes)
    var atLineStart = true
    var isMagic = false
    var previous = UInt8(ascii: "\n")
    for index in bytes.indices {
      let byte = bytes[index]
      if previous == UInt8(ascii: "\n"), isMagic, byte != previous {
        bytes[index] = UInt8(ascii: "#")
      } else if atLineStart, startsMagic(byte, followedBy: bytes.dropFirst(index + 1).first) {
        bytes[index] = UInt8(ascii: "#")
        isMagic = true
      }
      let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
      let endsLine = byte == UInt8(ascii: "\n")
      if endsLine { isMagic = isMagic && previous == UInt8(ascii: "\\") }
      atLineStart = endsLine || atLineStart && isBlank
      previous = byte
    }
    return bytes
  }

  private static func startsMagic(_ byte: UInt8, followedBy next: UInt8?) -> Bool {
    switch byte {
    case UInt8(ascii: "%"): next.map { $0 == byte || $0 | 0x20 >= 0x61 } ?? false
    case UInt8(ascii: "!"): next != UInt8(ascii: "=")
    default: false
    }
  }
}
