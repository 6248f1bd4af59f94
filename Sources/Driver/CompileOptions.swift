package import Backend
package import Frontend
internal import IR

/// What one compilation was asked to do, validated.
package struct CompileOptions: Sendable {
  /// Where the language model is to be found.
  package enum Model: Hashable, Sendable {
    case replay(directory: String)
    case command(words: [String])

    /// From `replay:DIR` or `command:PROGRAM ARGS`; nil for anything else.
    package init?(_ text: String) {
      if text.hasPrefix("replay:"), text.utf8.count > 7 {
        self = .replay(directory: String(text.dropFirst(7)))
        return
      }
      guard text.hasPrefix("command:") else { return nil }
      let words = text.dropFirst(8).split(separator: " ").map(String.init)
      guard !words.isEmpty else { return nil }
      self = .command(words: words)
    }
  }

  package var inputs: [ReadRequest]
  package var output: String
  package var profile: Profile = .superset
  package var emitIR: String? = nil
  package var fromIR: String? = nil
  package var printAfter: Set<String> = []
  package var verifyEach: Bool = false
  package var timePasses: Bool = false
  package var model: Model? = nil
  package var requiresModel: Bool = false
  package var limits = InputLimits.standard
  /// A directory of earlier artifacts.
  package var library: String? = nil

  package init(
    inputs: [ReadRequest], output: String, profile: Profile = .superset, emitIR: String? = nil,
    fromIR: String? = nil, printAfter: Set<String> = [], verifyEach: Bool = false,
    timePasses: Bool = false, model: Model? = nil, requiresModel: Bool = false
  ) {
    self.inputs = inputs
    self.output = output
    self.profile = profile
    self.emitIR = emitIR
    self.fromIR = fromIR
    self.printAfter = printAfter
    self.verifyEach = verifyEach
    self.timePasses = timePasses
    self.model = model
    self.requiresModel = requiresModel
  }

  /// The artifact's directory where none is named: `in/paper.pdf` gives `paper.ara` in the working
  /// directory, `.` the directory's own name.
  package static func output(named input: String) -> String {
    var parts: [Substring] = []
    let path = input.hasPrefix("/") ? input : DiskTree.workingDirectory + "/" + input
    for part in path.split(separator: "/") where part != "." {
      if part != ".." { parts.append(part) } else { _ = parts.popLast() }
    }
    let base = parts.last ?? "artifact"
    let dot = base.lastIndex(of: ".").flatMap { $0 > base.startIndex ? $0 : nil }
    return base[..<(dot ?? base.endIndex)] + ".ara"
  }

  /// Rounds of emit, verify and repair.
  package static let repairRounds = 3
}
