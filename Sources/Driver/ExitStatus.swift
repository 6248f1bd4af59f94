/// Exit statuses (design, "Exit codes"); the numbers are those of `sysexits.h` where it has them.
package enum ExitStatus: Int32, Sendable {
  case clean = 0
  /// Written, with Level 1 errors left; or `verify` found errors.
  case findings = 1
  case usage = 64
  case unreadableInput = 65
  case modelFailed = 69
  case internalError = 70
  case cannotWrite = 74
  case interrupted = 130
}
