import TestSupport
import Testing

extension BuiltTool.Run {
  /// The lines that report what is wrong with inputs, options or outputs: errors that are no
  /// finding in an artifact.
  var errorLines: [String] {
    diagnostics.filter { $0.contains("error: ") && !$0.contains("error: ARA") }
  }

  /// The run ended with `status` and reported one error: this code, at this place, in words that
  /// contain `words`.
  func expectError(
    _ code: String, at place: String?, _ words: String, status: Int32,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(self.status == status, "\(errors)", sourceLocation: sourceLocation)
    #expect(errorLines.count == 1, "\(errors)", sourceLocation: sourceLocation)
    let start = (place.map { "\($0): " } ?? "") + "error: \(code): "
    let line = errorLines.first ?? ""
    #expect(line.hasPrefix(start), sourceLocation: sourceLocation)
    #expect(line.contains(words), sourceLocation: sourceLocation)
  }
}
