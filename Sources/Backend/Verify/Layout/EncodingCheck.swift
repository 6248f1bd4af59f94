internal import IR

/// The bytes of text files.
struct EncodingCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA109", .error(), .parseError, "a file is no clean UTF-8 text",
      cause: "The file begins with a byte order mark, holds bytes that are no UTF-8, or holds "
        + "control characters, which terminals obey.",
      cure: "Strip the mark, transcode the file, delete the control characters.",
      example: "a title with a terminal escape"),
    CheckRow(
      "ARA110", .warning(), .nondeterminism, "white space is not normalised",
      cause: "Lines end in CR LF, the last one does not end, blanks stand before a line end, or "
        + "a tab indents YAML.",
      cure: "Normalise the white space.", example: "a file saved on Windows"),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for (path, reason) in artifact.files.unreadable where !ArtifactFiles.isMandatory(path) {
      report(.unreadable(path, reason))
    }
    for file in artifact.textFiles {
      for defect in file.defects where !isSaidByFence(defect, file, artifact) {
        report(.defect(defect, in: file.path))
      }
    }
  }

  /// A manifest without a fence at its first byte has ARA201, whatever else stands there.
  private func isSaidByFence(_ defect: TextDefect, _ file: TextFile, _ artifact: Artifact) -> Bool {
    guard defect.kind == .byteOrderMark, file.path == "PAPER.md",
      case .missing = artifact.manifest?.frontmatter
    else { return false }
    return true
  }
}

extension TextDefect.Kind {
  /// Whether it goes with white space that says nothing.
  fileprivate var isNormalised: Bool {
    switch self {
    case .byteOrderMark, .carriageReturn, .trailingBlank, .finalNewline: true
    case .encoding, .controlCharacter, .tabIndentation: false
    }
  }
}

extension Finding {
  fileprivate static func unreadable(_ path: String, _ reason: String) -> Finding {
    Finding(
      "ARA109", at: ArtifactPlace(file: path), about: "unreadable",
      "the file cannot be read: \(reason)")
  }

  fileprivate static func defect(_ defect: TextDefect, in path: String) -> Finding {
    let (code, message): (DiagnosticCode, String) =
      switch defect.kind {
      case .byteOrderMark: ("ARA109", "the file begins with a byte order mark")
      case .encoding: ("ARA109", "bytes that are no UTF-8 stand here")
      case .controlCharacter: ("ARA109", "a control character stands here")
      case .carriageReturn: ("ARA110", "lines end in a carriage return")
      case .trailingBlank: ("ARA110", "blanks stand before the line end")
      case .finalNewline: ("ARA110", "the last line does not end")
      case .tabIndentation: ("ARA110", "a tab indents YAML")
      }
    return Finding(
      code, at: ArtifactPlace(file: path, line: defect.line), about: "\(defect.kind)", message
    ).fixed(
      by: defect.kind.isNormalised ? FixIt("normalise the file", [.normalise(file: path)]) : nil)
  }
}
