internal import IR

/// What the texts of failures say of their cause (`spec/logs-and-rubrics.md`, section 8.1).
enum FailureCues {
  struct Row {
    let cause: FailureCause
    let patterns: [FailurePattern]

    init(_ cause: FailureCause, _ patterns: FailurePattern...) {
      self.cause = cause
      self.patterns = patterns
    }
  }

  /// The cause that a text names; nil if it names none.
  ///
  /// What another process did comes first, since its text speaks of memory too; then the research,
  /// the machine, and last what either may have brought about.
  static func cause(of text: String) -> FailureCause? {
    let lines = Lines(text.end(textLimit).lowercased()).map { Array($0.utf8) }
    func cause(in rows: [Row]) -> FailureCause? {
      rows.first { row in
        lines.contains { line in row.patterns.contains { $0.occurs(in: line) } }
      }?.cause
    }
    return cause(in: contention) ?? cause(in: research) ?? cause(in: infrastructure)
      ?? cause(in: weak)
  }

  /// The cause in the research that a text names beyond doubt.
  static func researchCause(of text: String) -> FailureCause? {
    guard let cause = cause(of: text), research.contains(where: { $0.cause == cause }) else {
      return nil
    }
    return cause
  }

  /// The cause of a launch that came to nothing: shapes and types that do not fit are slips in the
  /// program, and so is what its error does not put down to the research or the machine
  /// (`spec/logs-and-rubrics.md`, section 13).
  static func cause(ofLaunch text: String) -> FailureCause {
    let line = Array(text.end(textLimit).lowercased().utf8)
    let slip = slips.first { row in row.patterns.contains { $0.occurs(in: line) } }?.cause
    return slip ?? cause(of: text) ?? .programError
  }

  private static let slips: [Row] = [
    Row(
      .shapeMismatch, .text("shapes cannot be multiplied"), .text("same number of dimensions"),
      .text("size mismatch"), .text("shape mismatch"), .text("shapes mismatch"),
      .text("not aligned"), .near("size of tensor", "must match", within: 40),
      .near("sizes of tensors", "must match", within: 40), .near("shape", "is invalid", within: 60),
      .near("expected", "channels", within: 120), .near("dimension", "mismatch", within: 40),
      .text("could not be broadcast"), .text("not broadcastable"), .text("inhomogeneous shape"),
      .text("cannot reshape"), .near("expected", "dimensional input", within: 40)),
    Row(
      .typeError, .near("'", "' object has no attribute", within: 60), .text("unsupported operand"),
      .text("object is not callable"), .text("object is not iterable"),
      .text("object is not subscriptable"), .near("type ", "doesn't define", within: 60),
      .near("expected ", "but got", within: 60), .near("can't convert", "type", within: 40),
      .near("cannot convert", "type", within: 40), .text("not supported between instances"),
      .near("must be ", ", not ", within: 60), .text("expected scalar type"),
      .text("is not json serializable")),
  ]

  private static let textLimit = 1 << 16

  private static let contention: [Row] = [
    Row(.deviceContention, .near("process ", "memory in use", within: 40))
  ]

  private static let research: [Row] = [
    Row(.wrongType, .member("shape_dtype_match", is: "false")),
    Row(
      .wrongResult, .member("results_match", is: "false"), .text("output is wrong"),
      .text("differ from the reference"), .text("differs from the reference"),
      .text("incorrect output")),
    Row(
      .forbiddenOperation, .text("disallowedoperation"), .text("disallowed_operation"),
      .text("disallowed operation"), .text("forbidden operation"),
      .text("not allowed in the forward")),
    Row(
      .compileError, .text("compilationerror"), .text("compilation error"),
      .text("does not compile"), .word("ptx"), .text("_builder"),
      .text("unsupported language construct"), .text("codegen")),
    Row(
      .missingInterface, .near("module '", "' has no attribute", within: 80),
      .near("module \"", "\" has no attribute", within: 80)),
    Row(
      .overBudget, .member("is_valid", is: "false"), .near("exceed", "flop", within: 40),
      .near("exceed", "budget", within: 40)),
    Row(
      .noLearning, .text("does not learn"), .text("stays at"), .text("loss did not move"),
      .text("loss did not fall"), .text("loss did not decrease")),
  ]

  private static let infrastructure: [Row] = [
    Row(
      .importError, .text("modulenotfounderror"), .text("no module named"), .text("importerror"),
      .text("cannot import"), .text("circular import"),
      .near("module '", "' could not be found", within: 80)),
    Row(
      .fileNotFound, .text("filenotfounderror"), .text("no such file"),
      .near("file", "not found", within: 60), .near("path", "not found", within: 60),
      .near("directory", "not found", within: 60), .near("file", "does not exist", within: 60),
      .near("path", "does not exist", within: 60), .near("directory", "does not exist", within: 60)),
    Row(.disk, .text("no space left"), .text("disk quota")),
    Row(
      .rateLimit, .text("rate limit"), .text("ratelimit"), .text("rate_limit"),
      .text("rate-limit"), .text("too many requests"), .word("429"),
      .text("insufficient_quota"), .text("quota exceeded")),
    Row(
      .network, .text("connectionrefused"), .text("connection refused"),
      .text("connectionreset"), .text("connection reset"), .text("connectionerror"),
      .text("connection error"), .text("connection timed out"), .text("connection time out"),
      .text("apiconnectionerror"), .text("maxretryerror"), .text("name resolution")),
    Row(.permission, .text("permission denied"), .text("access denied"), .text("permissionerror")),
    Row(.syntaxError, .text("syntaxerror"), .text("indentationerror"), .text("syntax error")),
    Row(
      .nameError, .text("nameerror"), .text("unboundlocalerror"),
      .near("name '", "' is not defined", within: 60)),
    Row(
      .interfaceSlip, .text("unexpected keyword argument"), .text("positional argument"),
      .text("required function"), .near("get_trained_model", "missing", within: 40),
      .near("missing", "get_trained_model", within: 40), .text("' object has no attribute")),
    Row(.stateMismatch, .text("state_dict"), .text("unexpected key"), .text("missing key")),
    Row(.checkpointFormat, .text("keyerror: 'config"), .text("keyerror: 'model")),
    Row(.commandNotFound, .text("command not found"), .text("not installed"), .text("pip install")),
  ]

  /// Causes that give way to every other.
  private static let weak: [Row] = [
    Row(.notANumber, .word("nan")),
    Row(
      .tooSlow, .member("timeout", is: "true"), .text("timed out"), .text("processtimedout"),
      .text("too slow")),
    Row(
      .outOfMemory, .text("out of memory"), .text("outofmemoryerror"), .text("out_of_memory")),
    Row(.noGain, .text("nothing is solved"), .text("no improvement")),
  ]
}
