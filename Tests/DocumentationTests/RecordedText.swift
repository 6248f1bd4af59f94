import FoundationEssentials
import TestSupport
import Testing

/// A file of the package whose content follows from the code.
struct RecordedText {
  /// Relative to the package.
  let path: String

  var file: String { PackageFolder.root + "/" + path }
  var text: String { get throws { try String(contentsOfFile: file, encoding: .utf8) } }

  /// Records an issue unless the file holds `expected`; rewrites it under `ARAC_UPDATE_GOLDEN=1`.
  func compare(with expected: String) throws {
    let recorded = (try? text) ?? ""
    guard recorded != expected else { return }
    if ProcessInfo.processInfo.environment["ARAC_UPDATE_GOLDEN"] == "1" {
      try Data(expected.utf8).write(to: URL(filePath: file))
      Issue.record("rewrote \(path): read the difference, then run again")
      return
    }
    let lines = expected.split(separator: "\n").map(String.init)
    let known = recorded.split(separator: "\n").map(String.init)
    for change in lines.difference(from: known).prefix(20) {
      switch change {
      case .insert(_, let line, _): Issue.record("\(path) lacks: \(line)")
      case .remove(_, let line, _): Issue.record("\(path) still has: \(line)")
      }
    }
    Issue.record("\(path) is stale; ARAC_UPDATE_GOLDEN=1 swift test rewrites it")
  }
}
