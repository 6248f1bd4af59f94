internal import IR

/// Traces of the machine on which the artifact was made.
struct MachineTraceCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA122", .warning(), .nondeterminism, "the machine left a trace in a text",
      cause: "A time of day or an absolute path of a computer stands in a text: the same inputs "
        + "would give another artifact elsewhere.",
      cure: "Name the input by its source identifier instead.", example: "/home/me/paper.pdf")
  ]

  /// Link targets and path fields are ARA111's.
  func run(on artifact: Artifact, report: (Finding) -> Void) {
    let outside = Set(
      artifact.paths.mentions.filter { $0.resolution == .outside }
        .map { FileLine(file: $0.file, line: $0.written.line) })
    for file in artifact.textFiles where file.kind != .paperText {
      let isTree = file.path == TraceFile.path
      for (index, line) in file.lines.enumerated() {
        if !outside.isEmpty, outside.contains(FileLine(file: file.path, line: index + 1)) {
          continue
        }
        if isTree, line.trimmingBlanks().hasPrefix("timestamp:") { continue }
        if file.kind == .sourceMap, Self.quotesPaper(line) { continue }
        guard let trace = MachineTrace.find(in: line) else { continue }
        let subject = artifact.subject(at: index + 1, of: file.path)
        report(.trace(LinePiece(text: trace, line: index + 1), in: file.path, subject))
      }
    }
  }

  /// Whether an entry of the source map quotes what stands in the paper's own text.
  private static func quotesPaper(_ line: Substring) -> Bool {
    line.trimmingBlanks().hasPrefix("{\"file\": \"evidence/text/")
  }

  private struct FileLine: Hashable {
    let file: String
    let line: Int
  }
}

enum MachineTrace {
  static func occurs(in text: String) -> Bool { find(in: text[...]) != nil }

  /// The part of a text around a UTF-8 offset that has no trace; empty where all of it is one.
  static func without(_ text: String, at offset: Int = 0) -> String {
    var rest = text[...]
    var offset = offset
    while let trace = find(in: rest) {
      let start = rest.utf8.distance(from: rest.startIndex, to: trace.startIndex)
      let end = start + trace.utf8.count
      if offset > start, offset < end { return text }
      if start > offset {
        rest = rest[..<trace.startIndex]
      } else {
        rest = rest[trace.endIndex...]
        offset = max(0, offset - end)
      }
    }
    return rest.utf8.count == text.utf8.count ? text : String(rest).trimmed(of: " \n")
  }

  private static let roots: [StaticString] = [
    "/home/", "/Users/", "/root/", "/tmp/", "/mnt/", "/private/", "/scratch/", "\\Users\\",
  ]

  /// The shape of `2031-01-02T09:30` up to its colon; `T` may be a space.
  private static let clock: StaticString = "dddd-dd-ddTdd"

  /// What a path begins with and what stands in a time.
  private static let pivots = BytePivots("/\\:")

  /// The first absolute path or time of day of a line.
  static func find(in line: Substring) -> Substring? {
    let range = line.utf8.withContiguousStorageIfAvailable { bytes -> Range<Int>? in
      for at in BytePlaces(bytes, of: pivots) {
        switch bytes[at] {
        case UInt8(ascii: "/"), UInt8(ascii: "\\"):
          if let path = path(bytes, from: at) { return path }
        case UInt8(ascii: ":"):
          if let time = time(bytes, colon: at) { return time }
        default: break
        }
      }
      return nil
    }
    return (range ?? nil).map { line[utf8Range: $0] }
  }

  private static func path(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
    guard start == 0 || isBoundary(bytes[start - 1]) || bytes[start] == UInt8(ascii: "\\") else {
      return nil
    }
    let root = roots.first { root in
      root.withUTF8Buffer { bytes[start...].starts(with: $0) }
    }
    guard let root else { return nil }
    let length = bytes[start...].prefix { $0 > 0x20 && $0 != UInt8(ascii: "`") }.count
    return length > root.utf8CodeUnitCount ? start..<(start + length) : nil
  }

  private static func isBoundary(_ byte: UInt8) -> Bool {
    byte <= 0x20 || boundaries.contains(byte)
  }

  private static let boundaries = ByteSet("\"'`(=:<[,")

  private static func time(_ bytes: UnsafeBufferPointer<UInt8>, colon: Int) -> Range<Int>? {
    let start = colon - clock.utf8CodeUnitCount
    guard start >= 0, colon + 2 < bytes.count, bytes[colon + 1].isASCIIDigit,
      bytes[colon + 2].isASCIIDigit
    else { return nil }
    let fits = clock.withUTF8Buffer { shape in
      shape.indices.allSatisfy { at in
        let byte = bytes[start + at]
        switch shape[at] {
        case UInt8(ascii: "d"): return byte.isASCIIDigit
        case UInt8(ascii: "T"): return byte == shape[at] || byte == 0x20
        default: return byte == shape[at]
        }
      }
    }
    return fits ? start..<(colon + 3) : nil
  }
}

extension Finding {
  fileprivate static func trace(_ piece: LinePiece, in file: String, _ subject: String?)
    -> Finding
  {
    Finding(
      "ARA122", on: piece, in: file, subject: subject,
      "\(Quoted(piece.text)) is a trace of the machine on which the artifact was made")
  }
}
