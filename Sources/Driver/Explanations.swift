internal import Backend
internal import Frontend
package import IR
internal import Passes

/// Every code that arac has, explained.
package enum Explanations {
  package static let all: [Explanation] =
    (InputRecogniser.explanations + PDFReader.explanations + RepositoryReader.explanations
    + RubricReader.explanations + LogReader.explanations + PassExplanations.all + driver
    + Verifier.explanations).sorted { $0.code < $1.code }

  package static func explanation(of code: DiagnosticCode) -> Explanation? {
    all.first { $0.code == code }
  }

  private static let driver: [Explanation] = [
    Explanation(
      code: "D101", severity: .error, summary: "the reader of an input crashed",
      cause:
        "A parser that an input is read with (poppler, libgit2) ended on a signal: a defect of the parser, or memory ran out. It runs in a process of its own, so the other inputs are compiled.",
      cure:
        "Raise the limit with --input-memory, or repair the input, for example with `qpdf in.pdf out.pdf`, and report the file.",
      example:
        "broken.pdf: error: D101: the reader of this input crashed (signal 11); the input is left out"
    ),
    Explanation(
      code: "D102", severity: .error, summary: "the reader of an input took too long",
      cause: "Reading the input did not end within the limit of time.",
      cure: "Raise the limit with --input-timeout, or give a smaller input.",
      example:
        "huge.pdf: error: D102: the reader of this input took more than 300 seconds and was stopped; the input is left out"
    ),
    Explanation(
      code: "D103", severity: .error, summary: "the reader of an input ended without an answer",
      cause:
        "The reading process ended before it answered, most often because the input needed more memory than the limit allows.",
      cure: "Raise the limit with --input-memory, or give a smaller input.",
      example: "huge.pdf: error: D103: the reader of this input ended without an answer"),
    Explanation(
      code: "D104", severity: .error, summary: "the reader of an input could not be started",
      cause:
        "The system refused to start a process, for want of processes, memory or file descriptors.",
      cure: "Free resources and run again.",
      example: "paper.pdf: error: D104: the reader of this input could not be started"),
    Explanation(
      code: "D201", severity: .error, summary: "no input was given",
      cause: "A compilation needs at least one input.",
      cure: "Name a PDF, a repository, a rubric or run logs.", example: "arac -o out.ara"),
    Explanation(
      code: "D202", severity: .error, summary: "two inputs of a kind that is taken once",
      cause:
        "One artifact is about one paper, one repository and one rubric; run logs may be several.",
      cure: "Compile the others on their own.", example: "arac one.pdf two.pdf -o out.ara"),
    Explanation(
      code: "D203", severity: .error, summary: "there is no such pass",
      cause: "The name is no pass of the pipeline.",
      cure: "`arac passes` lists the names.", example: "arac pass clams --ir x.json"),
    Explanation(
      code: "D204", severity: .error, summary: "the input of `arac text` is no paper",
      cause: "A repository, a rubric or a log was named where a PDF belongs.",
      cure: "Name the PDF of the paper.", example: "arac text repo/"),
    Explanation(
      code: "D301", severity: .error, summary: "the output exists and is no artifact",
      cause:
        "Something stands at the output path that arac did not write: it has no PAPER.md with evidence/source_map.json. It is never overwritten.",
      cure: "Choose another path, or move what stands there.",
      example: "arac paper.pdf -o my-notes/"),
    Explanation(
      code: "D302", severity: .error, summary: "a file cannot be written",
      cause:
        "The folder is missing or not writable, or the disk is full. What stood there before is as it was.",
      cure: "Make room or choose another path.",
      example: "out.ara: error: D302: cannot be written: No space left on device"),
    Explanation(
      code: "D303", severity: .error, summary: "a file cannot be read",
      cause: "There is no such file, or no permission.",
      cure: "Check the path.", example: "arac compile --from-ir missing.json"),
    Explanation(
      code: "D304", severity: .error, summary: "a file is no IR file",
      cause: "The file does not parse as the IR, or its references do not hold.",
      cure: "Write it again with --emit-ir of this version.",
      example: "arac compile --from-ir notes.json"),
    Explanation(
      code: "D305", severity: .error, summary: "the directory is no artifact",
      cause: "It holds neither PAPER.md nor a folder logic, so there is nothing to check.",
      cure: "Name the directory that holds PAPER.md.", example: "arac verify /etc"),
    Explanation(
      code: "D306", severity: .error, summary: "the output folder holds other files",
      cause:
        "A folder that --assets or --layout-debug names has files that they do not write, or is no folder. It is never overwritten.",
      cure: "Choose another path, or move what stands there.",
      example: "arac text paper.pdf --assets my-notes/"),
    Explanation(
      code: "D307", severity: .note, summary: "parts of the pages are no part of the text",
      cause:
        "Running heads, page numbers, line numbers, margin stamps and watermarks are told from the text and left out of it. --verbose counts them.",
      cure: "None is needed: `arac compile` files them under evidence/text.",
      example: "paper.pdf: note: D307: no part of the text: 14 running heads, 15 page numbers"),
    Explanation(
      code: "D308", severity: .error, summary: "the directory has no exploration tree",
      cause:
        "`arac trace` prints `trace/exploration_tree.yaml`, and the directory has no such file.",
      cure: "Name the directory of an artifact, the one that holds PAPER.md.",
      example: "arac trace paper/"),
    Explanation(
      code: "D309", severity: .error, summary: "the exploration tree cannot be read",
      cause: "The file is no YAML, or has no list `tree` of nodes.",
      cure: "Repair the line that is named; `arac verify` says more.",
      example:
        "out.ara/trace/exploration_tree.yaml: error: D309: is no exploration tree: line 4: did not find expected key"
    ),
    Explanation(
      code: "D310", severity: .note, summary: "a finding was fixed",
      cause:
        "`arac verify --fix` made the mechanical edit that cures a finding. The artifact was verified again with it: the finding is gone and no other has come.",
      cure: "None is needed; look at the difference before you commit it.",
      example:
        "out.ara/logic/claims.md:4: note: D310: fixed ARA313: insert the field 'Tags' [C01]"),
    Explanation(
      code: "D401", severity: .error, summary: "a pass left the document unsound",
      cause:
        "--verify-each found a span outside its source or a reference to nothing after a pass: a defect of arac.",
      cure: "Report it with the input.", example: "arac paper.pdf -o out.ara --verify-each"),
    Explanation(
      code: "D402", severity: .error, summary: "a pass gave no result",
      cause:
        "A pass that must not fail did, or the language model failed and --llm-required was given.",
      cure: "Run without --llm-required, or make the model reachable.",
      example: "arac paper.pdf -o out.ara --llm replay:none --llm-required"),
  ]
}

extension Explanation {
  /// One line of a list.
  package var line: String { "\(code)  \(severity.rawValue): \(summary)" }

  /// All there is to say.
  package var page: String {
    """
    \(code) (\(severity.rawValue)): \(summary)

    Cause    \(cause)
    Cure     \(cure)
    Example  \(example)
    """
  }
}
