package import Backend
package import Frontend
internal import IR

/// What one compilation was asked to do, validated.
package struct CompileOptions: Sendable {
  /// Where the language model is to be found.
  package enum Model: Hashable, Sendable {
    case replay(directory: String)
    case command(words: [String])
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

  /// Rounds of emit, verify and repair.
  package static let repairRounds = 3
}
