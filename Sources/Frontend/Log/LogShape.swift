/// What kind of log a file or folder holds.
enum LogShape: Hashable {
  case maltSamples, maltGraph, maltMessages
  case inspect
  /// A zip with an Inspect log in it.
  case inspectArchive
  case claudeCode, codex
  /// A trace of the extension harness, which is recognised and not read.
  case harness
  case runFolder
  /// A table of experiments that were kept or discarded.
  case results
}
