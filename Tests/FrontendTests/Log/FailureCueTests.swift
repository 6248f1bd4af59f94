import Foundation
import IR
import Testing

@testable import Frontend

/// What failure texts say of their cause.
@Suite struct FailureCueTests {
  @Test(
    arguments: [
      (#"{"shape_dtype_match": false}"#, FailureCause.wrongType),
      ("'results_match' = False", .wrongResult),
      ("a disallowed operation: div", .forbiddenOperation),
      ("the kernel does not compile", .compileError),
      ("AttributeError: module 'toy.sort' has no attribute 'scan'", .missingInterface),
      ("is_valid: false", .overBudget), ("the loss did not fall", .noLearning),
      ("loss: nan", .notANumber), (#""timeout": true"#, .tooSlow),
      ("CUDA out of memory. Tried to allocate 2 GiB.", .outOfMemory),
      ("nothing is solved", .noGain),
      ("ModuleNotFoundError: No module named 'sorter'", .importError),
      ("the file marbles.txt was not found", .fileNotFound), ("No space left on device", .disk),
      ("HTTP 429", .rateLimit), ("Connection reset by peer", .network),
      ("PermissionError: denied", .permission), ("SyntaxError: invalid syntax", .syntaxError),
      ("NameError: name 'x' is not defined", .nameError),
      ("sort() got an unexpected keyword argument 'by'", .interfaceSlip),
      ("Error in loading state_dict", .stateMismatch), ("KeyError: 'config'", .checkpointFormat),
      ("bash: sorter: command not found", .commandNotFound),
      ("out of memory; Process 71 has 3.5 GiB memory in use", .deviceContention),
      // One that gives way to every other.
      ("timed out; ModuleNotFoundError: No module named 'sorter'", .importError),
      ("file not found\nresults_match: false", .wrongResult),
    ])
  func textsTellTheirCause(_ text: String, _ cause: FailureCause) {
    #expect(FailureCues.cause(of: text) == cause)
  }

  @Test(arguments: [
    #"{"shape_dtype_match": true}"#, "The reference was printed.", "banana", "4290 marbles",
    "The file holds marbles.", "", "timeout: false", "process 7 ended",
  ])
  func otherTextsTellNone(_ text: String) { #expect(FailureCues.cause(of: text) == nil) }

  struct Cases: Decodable {
    struct Row: Decodable {
      let cause: String?
      let matches: String
      let ignores: String?
    }

    let cases: [Row]
  }

  @Test(.enabled(if: LogCorpus.isPresent, "the shared corpus is not beside the package"))
  func theLabelledCasesAreTold() throws {
    for row in try LogCorpus.expected("cue_cases.json", as: Cases.self).cases {
      #expect(FailureCues.cause(of: row.matches)?.rawValue == row.cause, "\(row.matches)")
      if let ignores = row.ignores {
        #expect(FailureCues.cause(of: ignores)?.rawValue != row.cause, "\(ignores)")
      }
    }
  }
}
