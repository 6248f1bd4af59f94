/// Why an attempt gave no result (`spec/logs-and-rubrics.md`, section 8.1).
package enum FailureCause: String, Codable, Sendable, CaseIterable {
  // What the research ran into.
  case wrongType = "wrong_dtype"
  case wrongResult = "wrong_result"
  case forbiddenOperation = "forbidden_operation"
  case compileError = "compile_error"
  case missingInterface = "missing_api"
  case overBudget = "over_budget"
  case noLearning = "no_learning"
  case notANumber = "nan_loss"
  case tooSlow = "too_slow"
  case outOfMemory = "out_of_memory"
  case noGain = "no_gain"

  // What says nothing of the research.
  case importError = "import_error"
  case fileNotFound = "file_not_found"
  case disk
  case rateLimit = "rate_limit"
  case network
  case permission
  case syntaxError = "syntax_error"
  case nameError = "name_error"
  case interfaceSlip = "interface_slip"
  case stateMismatch = "state_dict_mismatch"
  case checkpointFormat = "checkpoint_format"
  case commandNotFound = "command_not_found"
  case deviceContention = "gpu_contention"
  case scorerTimeout = "scorer_timeout"
  /// A program that stopped with an error of no other kind: a slip in its code.
  case programError = "program_error"

  /// Whether the machine or a slip failed, and not the idea.
  package var isInfrastructure: Bool {
    switch self {
    case .wrongType, .wrongResult, .forbiddenOperation, .compileError, .missingInterface,
      .overBudget, .noLearning, .notANumber, .tooSlow, .outOfMemory, .noGain:
      false
    case .importError, .fileNotFound, .disk, .rateLimit, .network, .permission, .syntaxError,
      .nameError, .interfaceSlip, .stateMismatch, .checkpointFormat, .commandNotFound,
      .deviceContention, .scorerTimeout, .programError:
      true
    }
  }

  /// `wrong dtype`
  package var words: String {
    rawValue.split(separator: "_").joined(separator: " ")
  }
}
