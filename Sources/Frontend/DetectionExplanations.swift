package import IR

extension InputRecogniser {
  /// What there is to say of each code that recognition reports.
  package static let explanations: [Explanation] = [
    Explanation(
      code: "F001", severity: .error,
      summary: "an input does not exist",
      cause: "No file or folder has the name that was given.",
      cure: "Check the spelling and the folder in which the command was started.",
      example: "arac papr.pdf"),
    Explanation(
      code: "F002", severity: .error,
      summary: "an input cannot be read",
      cause: "The system refuses to open it or to list it, or reading stops with an error.",
      cure: "Give the user who runs arac the right to read it, or copy it to a disk that works.",
      example: "chmod 000 paper.pdf"),
    Explanation(
      code: "F003", severity: .error,
      summary: "an input is a pipe, a socket or a device",
      cause: "Inputs are read more than once, which such a file does not allow.",
      cure: "Save the data as a file and name that.",
      example: "arac <(curl https://example.org/paper.pdf)"),
    Explanation(
      code: "F004", severity: .error,
      summary: "an input is empty",
      cause: "The file has no bytes, or nothing but white space.",
      cure: "Fetch or export it again.",
      example: "touch run.jsonl"),
    Explanation(
      code: "F005", severity: .error,
      summary: "a file is named like a PDF and is none",
      cause: "Usually a download that failed and saved a web page, or a text that was renamed.",
      cure: "Open it in a text editor to see what it is, and fetch the PDF again.",
      example: "<!DOCTYPE html> in paper.pdf"),
    Explanation(
      code: "F006", severity: .error,
      summary: "an input is a Parquet file",
      cause: "Data sets are often published as Parquet, which is not read.",
      cure: "Export the table to JSON Lines, one row a line.",
      example: "train-00000-of-00042.parquet"),
    Explanation(
      code: "F007", severity: .error,
      summary: "an input is a Git LFS pointer and not the file itself",
      cause: "The repository was cloned without its large files.",
      cure: "Run 'git lfs pull' in the repository that the file comes from.",
      example: "version https://git-lfs.github.com/spec/v1"),
    Explanation(
      code: "F008", severity: .error,
      summary: "an input is a packed file of a kind that is not read",
      cause: "Archives and compressed files are not opened, with the exception of Inspect logs, "
        + "which are recognised.",
      cure: "Unpack it and name the file or folder that was in it.",
      example: "runs.tar.gz"),
    Explanation(
      code: "F009", severity: .error,
      summary: "an input is a trace of the extension harness, which is not read",
      cause: "Its rows have 'type' and 'wall_clock_s'; this kind of log is recognised and has no "
        + "reader.",
      cure: "Use the MALT or Inspect export of the same runs.",
      example: #"{"type": "assistant", "wall_clock_s": 3.1}"#),
    Explanation(
      code: "F010", severity: .error,
      summary: "an input begins like JSON and does not parse",
      cause: "No row of it could be read; the line is that of the first fault.",
      cure: "Repair the line that is named, or export the file again.",
      example: #"{"samples": [,"#),
    Explanation(
      code: "F011", severity: .error,
      summary: "the content of an input is of no known kind",
      cause: "Inputs are recognised by their content: PDF, git repository or folder, PaperBench "
        + "rubric, MALT, Inspect, Claude Code or Codex log.",
      cure: "Check that the right file was named; convert it to one of these kinds.",
      example: #"{"name": "x", "version": "1.0.0"}"#),
  ]
}
