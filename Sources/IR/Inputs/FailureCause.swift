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

  // What a tool of an agent failed at, and not what the agent did with it.
  case callParsing = "parsing"
  case toolTimeout = "timeout"
  case textDecoding = "unicode_decode"
  case isADirectory = "is_a_directory"
  case limit
  case approval
  case outputLimit = "output_limit"
  case toolError = "unknown"

  // Slips in the code of a program that was launched.
  case shapeMismatch = "shape_mismatch"
  case typeError = "type_error"
  /// A program that stopped with an error of no other kind.
  case programError = "program_error"

  /// What failed.
  package enum Kind: String, Sendable {
    /// The idea: the failure tells something of it.
    case research
    /// The machine, a service or a tool.
    case infrastructure
    /// The writing of the program.
    case implementation
  }

  package var kind: Kind {
    switch self {
    case .wrongType, .wrongResult, .forbiddenOperation, .compileError, .missingInterface,
      .overBudget, .noLearning, .notANumber, .tooSlow, .outOfMemory, .noGain:
      .research
    case .importError, .fileNotFound, .disk, .rateLimit, .network, .permission, .syntaxError,
      .nameError, .interfaceSlip, .stateMismatch, .checkpointFormat, .commandNotFound,
      .deviceContention, .scorerTimeout, .callParsing, .toolTimeout, .textDecoding, .isADirectory,
      .limit, .approval, .outputLimit, .toolError:
      .infrastructure
    case .shapeMismatch, .typeError, .programError: .implementation
    }
  }

  /// Whether the idea failed, and not the machine or a slip.
  package var isOfResearch: Bool { kind == .research }

  /// `infrastructure: import error`; what the research ran into needs no class: `wrong dtype`.
  package var classedWords: String { isOfResearch ? words : "\(kind.rawValue): \(words)" }

  /// `wrong dtype`
  package var words: String {
    rawValue.split(separator: "_").joined(separator: " ")
  }
}
