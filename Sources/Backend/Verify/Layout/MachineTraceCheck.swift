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
    for file in artifact.textFiles where FileKind(path: file.path) != .paperText {
      let isTree = file.path == TraceFile.path
      for (index, line) in file.lines.enumerated() {
        if outside.contains(FileLine(file: file.path, line: index + 1)) { continue }
        if isTree, line.trimmingBlanks().hasPrefix("timestamp:") { continue }
        guard let trace = MachineTrace.find(in: line) else { continue }
        report(.trace(LinePiece(text: trace, line: index + 1), in: file.path))
      }
    }
  }

  private struct FileLine: Hashable {
    let file: String
    let line: Int
  }
}

private enum MachineTrace {
  private static let roots: [String] = [
    "/home/", "/Users/", "/root/", "/tmp/", "/mnt/", "/private/", "/scratch/", ":\\Users\\",
  ]

  /// The first absolute path or time of day of a line.
  static func find(in line: Substring) -> Substring? {
    if line.utf8.count < 6 { return nil }
    return path(in: line) ?? time(in: line)
  }

  private static func path(in line: Substring) -> Substring? {
    guard line.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }) else {
      return nil
    }
    for root in roots {
      guard let start = line.offset(of: root, from: 0) else { continue }
      let before = start == 0 ? nil : line.utf8.prefix(start).last
      guard root.hasPrefix(":") || before.map(isBoundary) ?? true else { continue }
      let length = line.utf8.dropFirst(start).prefix { $0 > 0x20 && $0 != UInt8(ascii: "`") }.count
      if length > root.utf8.count { return line[utf8Range: start..<(start + length)] }
    }
    return nil
  }

  private static func isBoundary(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "\"'`(=:<[,".utf8.contains(byte)
  }

  /// `2031-01-02T09:30` or `2031-01-02 09:30`.
  private static func time(in line: Substring) -> Substring? {
    let shape = Array("dddd-dd-ddTdd:dd".utf8)
    let bytes = Array(line.utf8)
    guard bytes.count >= shape.count, bytes.contains(UInt8(ascii: ":")) else { return nil }
    let start = (0...(bytes.count - shape.count)).first { start in
      shape.indices.allSatisfy { at in
        switch shape[at] {
        case UInt8(ascii: "d"): bytes[start + at] >= 0x30 && bytes[start + at] <= 0x39
        case UInt8(ascii: "T"): bytes[start + at] == shape[at] || bytes[start + at] == 0x20
        default: bytes[start + at] == shape[at]
        }
      }
    }
    return start.map { line[utf8Range: $0..<($0 + shape.count)] }
  }
}

extension Finding {
  fileprivate static func trace(_ piece: LinePiece, in file: String) -> Finding {
    Finding(
      "ARA122", on: piece, in: file,
      "\(Quoted(piece.text)) is a trace of the machine on which the artifact was made")
  }
}
