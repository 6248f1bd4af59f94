internal import FoundationEssentials
package import IR

/// How diagnostics are printed.
package enum DiagnosticFormat: String, CaseIterable, Sendable { case text, json, sarif, github }

/// Renders diagnostics; renderers are interchangeable, and the same diagnostics give the same bytes.
package struct DiagnosticRenderer: Sendable {
  let format: DiagnosticFormat
  let colors: Bool
  /// Locates spans; nil where no input is at hand.
  let sources: SourceMap?

  package init(format: DiagnosticFormat, colors: Bool = false, sources: SourceMap? = nil) {
    self.format = format
    self.colors = colors
    self.sources = sources
  }

  /// The whole output for a list of diagnostics; empty for none in the line formats.
  package func render(_ diagnostics: [Diagnostic]) -> String {
    switch format {
    case .text: diagnostics.map(text).joined()
    case .github: diagnostics.map(github).joined()
    case .json: json(diagnostics)
    case .sarif: sarif(diagnostics)
    }
  }

  // MARK: Text

  private func text(_ diagnostic: Diagnostic) -> String {
    var line = place(diagnostic).map { $0.visible + ": " } ?? ""
    line +=
      paint(diagnostic.severity.rawValue, diagnostic.severity)
      + ": \(diagnostic.code): \(diagnostic.message.visible)"
    if let subject = diagnostic.subject { line += " [\(subject)]" }
    line += "\n"
    for note in diagnostic.notes { line += "    note: \(note.message.visible)\n" }
    return line
  }

  private func paint(_ word: String, _ severity: Severity) -> String {
    guard colors else { return word }
    let color = severity == .error ? "31" : severity == .warning ? "33" : "36"
    return "\u{1B}[1;\(color)m\(word)\u{1B}[0m"
  }

  /// `paper.pdf:p4`, `out.ara/logic/claims.md:7:12`.
  private func place(_ diagnostic: Diagnostic) -> String? {
    if let artifact = diagnostic.artifact {
      return [
        artifact.file, artifact.line.map(String.init), artifact.column.map(String.init),
      ].compactMap { $0 }.joined(separator: ":")
    }
    if let input = diagnostic.input {
      return [input.file, input.page.map { "p\($0)" }, input.line.map(String.init)].compactMap {
        $0
      }.joined(separator: ":")
    }
    return diagnostic.span.flatMap { sources?.reference(to: $0) }
  }

  // MARK: GitHub

  private func github(_ diagnostic: Diagnostic) -> String {
    let level = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
    var properties: [String] = []
    if let artifact = diagnostic.artifact {
      properties.append("file=\(Self.escaped(artifact.file, property: true))")
      if let line = artifact.line { properties.append("line=\(line)") }
      if let column = artifact.column { properties.append("col=\(column)") }
    } else if let input = diagnostic.input {
      properties.append("file=\(Self.escaped(input.file, property: true))")
      if let line = input.line { properties.append("line=\(line)") }
    }
    properties.append("title=\(diagnostic.code)")
    return
      "::\(level) \(properties.joined(separator: ","))::\(Self.escaped(diagnostic.words, property: false))\n"
  }

  private static func escaped(_ text: String, property: Bool) -> String {
    var result = text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing(
      "\n", with: "%0A")
    if property { result = result.replacing(":", with: "%3A").replacing(",", with: "%2C") }
    return result.visible
  }

  // MARK: JSON

  private func json(_ diagnostics: [Diagnostic]) -> String {
    Self.encode(
      diagnostics.map { diagnostic in
        let reference = diagnostic.span.flatMap { sources?.reference(to: $0) }
        return FindingRecord(diagnostic, reference: reference)
      })
  }

  static func encode(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  // MARK: SARIF

  private func sarif(_ diagnostics: [Diagnostic]) -> String {
    let codes = Set(diagnostics.map(\.code)).sorted()
    let rules = codes.map { code -> SARIF.Rule in
      let explanation = Explanations.explanation(of: code)
      return SARIF.Rule(
        id: code.name, shortDescription: SARIF.Text(text: explanation?.summary ?? code.name),
        help: SARIF.Text(text: explanation.map { "\($0.cause) \($0.cure)" } ?? ""))
    }
    let results = diagnostics.map { diagnostic in
      SARIF.Result(
        ruleId: diagnostic.code.name, level: diagnostic.severity.rawValue,
        message: SARIF.Text(text: diagnostic.words),
        locations: location(diagnostic).map { [$0] } ?? [],
        fixes: fixes(diagnostic))
    }
    let driver = SARIF.Component(name: "arac", version: Version.current, rules: rules)
    return Self.encode(
      SARIF.Log(runs: [SARIF.Run(tool: SARIF.Tool(driver: driver), results: results)]))
  }

  private func location(_ diagnostic: Diagnostic) -> SARIF.Location? {
    guard let file = diagnostic.artifact?.file ?? diagnostic.input?.file else { return nil }
    let line = diagnostic.artifact?.line ?? diagnostic.input?.line
    return SARIF.Location(
      physicalLocation: SARIF.PhysicalLocation(
        artifactLocation: SARIF.ArtifactLocation(uri: Self.reference(file)),
        region: line.map { SARIF.Region(startLine: $0, startColumn: diagnostic.artifact?.column) }))
  }

  /// The cures that consist of replacements: SARIF has no word for removing a file or for putting
  /// its line ends right. Nil without any.
  private func fixes(_ diagnostic: Diagnostic) -> [SARIF.Fix]? {
    let fixes = diagnostic.fixIts.compactMap { fixIt -> SARIF.Fix? in
      var changes: [SARIF.ArtifactChange] = []
      for edit in fixIt.edits {
        guard case .replace(let replacement) = edit else { return nil }
        let location = SARIF.ArtifactLocation(uri: Self.reference(replacement.file))
        if changes.last?.artifactLocation != location {
          changes.append(SARIF.ArtifactChange(artifactLocation: location, replacements: []))
        }
        changes[changes.count - 1].replacements.append(SARIF.Replacement(replacement))
      }
      return changes.isEmpty
        ? nil : SARIF.Fix(description: SARIF.Text(text: fixIt.message), artifactChanges: changes)
    }
    return fixes.isEmpty ? nil : fixes
  }
}

extension DiagnosticRenderer {
  /// A path as a relative reference of a URI: only letters, digits, `-._~` and `/` stay.
  private static func reference(_ path: String) -> String {
    path.utf8.reduce(into: "") { reference, byte in
      let scalar = Unicode.Scalar(byte)
      if scalar.isASCII,
        scalar.properties.isAlphabetic || scalar.isASCIIDigit
          || "-._~/".unicodeScalars.contains(scalar)
      {
        reference.unicodeScalars.append(scalar)
      } else {
        reference += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}

extension String {
  /// With control characters escaped: what an input says neither begins a line nor steers a
  /// terminal.
  fileprivate var visible: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        text += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Diagnostic {
  /// The message with its notes, a line each.
  fileprivate var words: String { ([message] + notes.map(\.message)).joined(separator: "\n") }

  /// With its place in an artifact as a path from where the user stands.
  package func located(below root: String) -> Diagnostic {
    guard let artifact, !root.isEmpty else { return self }
    var diagnostic = self
    let file = artifact.file.below(root)
    diagnostic.artifact = ArtifactPlace(
      file: file, line: artifact.line, column: artifact.column)
    diagnostic.fixIts = fixIts.map { $0.located(below: root) }
    return diagnostic
  }
}

extension FixIt {
  fileprivate func located(below root: String) -> FixIt {
    FixIt(
      message,
      edits.map { edit in
        switch edit {
        case .replace(let old):
          .replace(
            Replacement(
              file: old.file.below(root), start: old.start, end: old.end, text: old.text))
        case .normalise(let file): .normalise(file: file.below(root))
        case .remove(let path): .remove(path: path.below(root))
        }
      })
  }
}

extension String {
  /// A path in a folder as a path from where the user stands.
  fileprivate func below(_ root: String) -> String {
    root.hasSuffix("/") ? root + self : "\(root)/\(self)"
  }
}

package enum Version {
  package static let current = "0.1.0"
}
