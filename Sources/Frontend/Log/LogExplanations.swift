package import IR

extension LogReader {
  /// What there is to say of each code that this reader reports.
  package static let explanations: [Explanation] = [
    Explanation(
      code: "F401", severity: .error,
      summary: "a file that was given as a log is none",
      cause: "Its content is a PDF, a repository or a rubric.",
      cure: "Name it as what it is, or let arac recognise it.",
      example: "--log paper.pdf"),
    Explanation(
      code: "F402", severity: .error,
      summary: "an Inspect log in a zip cannot be read",
      cause: "Neither header.json nor _journal/start.json in it is a JSON object.",
      cure: "Convert the log with 'inspect log convert --to json'.",
      example: "2025-02-11_popularity.eval without header.json"),
    Explanation(
      code: "F403", severity: .error,
      summary: "no run of a log could be read",
      cause: "Every row was damaged, empty or of another kind; the message names the first cause.",
      cure: "Look at the line that is named and export the log again.",
      example: #"{"run_id": 7, "messages": ["#),
    Explanation(
      code: "F404", severity: .warning,
      summary: "the last row of a log is cut, or its list is not closed",
      cause: "The file ends in the middle of a row: the export or the copy was interrupted.",
      cure: "Export or copy the file again; the rows before the cut were read.",
      example: #"{"run_id": 7, "messages": [{"role": "us"#),
    Explanation(
      code: "F405", severity: .warning,
      summary: "a row of a log is damaged and gives nothing",
      cause: "The row is no valid JSON; reading went on at the next line.",
      cure: "Export the row again if it is needed.",
      example: #"{"run_id": 7, "messages": }"#),
    Explanation(
      code: "F406", severity: .error,
      summary: "a row of a log is nested too deeply or has too many messages",
      cause: "More than 512 levels or 2,000,000 messages in one row: no real log is like this.",
      cure: "Check what made the file.",
      example: #"{"a": {"a": {"a": …"#),
    Explanation(
      code: "F407", severity: .warning,
      summary: "a row of a log is of another kind than its first row",
      cause: "The kind of a file is decided by the first row that parses; other rows are left out.",
      cure: "Split the file by kinds.",
      example: #"{"nodes": […]} after {"samples": […]}"#),
    Explanation(
      code: "F408", severity: .note,
      summary: "keys stand twice in one object",
      cause: "JSON leaves open which value counts; the last one was taken.",
      cure: "Nothing has to be done unless a value is wrong.",
      example: #"{"role": "user", "role": "assistant"}"#),
    Explanation(
      code: "F409", severity: .warning,
      summary: "a run has no id",
      cause: "The row has no 'run_id'; it is called by the number of its row.",
      cure: "Add a run_id if the run should be cited by a lasting name.",
      example: #"{"messages": []}"#),
    Explanation(
      code: "F410", severity: .note,
      summary: "a run stands twice in a log and one copy is dropped",
      cause: "The same id came again with the same messages.",
      cure: "Nothing has to be done.",
      example: "the same line twice"),
    Explanation(
      code: "F411", severity: .warning,
      summary: "two different runs have the same id",
      cause: "The same id came again with other messages; the later run's name ends in #2, #3 "
        + "and so on.",
      cure: "Check whether two logs were joined by mistake.",
      example: #"{"run_id": 7, …} twice, with different messages"#),
    Explanation(
      code: "F412", severity: .warning,
      summary: "a run has no messages",
      cause: "Its lists are empty; the run is kept without attempts.",
      cure: "Export the run again if it should have content.",
      example: #"{"run_id": 7, "samples": []}"#),
    Explanation(
      code: "F413", severity: .warning,
      summary: "a place for a message holds none",
      cause: "An entry of a list of messages, or the message of a node, is null or no object; it "
        + "is skipped.",
      cure: "Nothing has to be done.",
      example: #""node_data": {"message": null}"#),
    Explanation(
      code: "F414", severity: .warning,
      summary: "the parent of a node is not in the row",
      cause: "The graph was cut or joined from parts; the node is kept in the order of time.",
      cure: "Export the run again if nodes are missing.",
      example: #""node_id": 77, "parent_node_id": 41"#),
    Explanation(
      code: "F415", severity: .warning,
      summary: "the status of a scorer's result is unknown",
      cause: "The word is none of the published ones; whether a score was printed decided.",
      cure: "Check the attempt in the log.",
      example: #"{"status": "scoredWithWarnings", "score": 1.2}"#),
    Explanation(
      code: "F416", severity: .warning,
      summary: "a scorer's result is cut or damaged",
      cause: "The end of the result is missing or not understood; only what stands complete in "
        + "it counts.",
      cure: "Use an export that does not cut messages.",
      example: #"{"status": "scoringSucceeded", "score": 1.58, "mess"#),
    Explanation(
      code: "F417", severity: .warning,
      summary: "a scorer's result is in no known form",
      cause: "It is neither JSON, nor a Python literal, nor the known prose; the attempt counts "
        + "as invalid.",
      cure: "Check the attempt in the log.",
      example: "Tool call timed out."),
    Explanation(
      code: "F418", severity: .warning,
      summary: "the arguments of a review do not parse",
      cause: "They are cut, or 'is_bug' is missing; the review is left out and its number stays "
        + "free.",
      cure: "Use an export that does not cut messages.",
      example: #"{"is_bug": true, "summary": "The execution was"#),
    Explanation(
      code: "F419", severity: .note,
      summary: "a long text is quoted in part",
      cause: "Only the first 4,000 characters of a task, a failure or a title are quoted.",
      cure: "Nothing has to be done: the whole text stays in the log.",
      example: "a traceback of 20,000 characters as 'error'"),
    Explanation(
      code: "F420", severity: .warning,
      summary: "a message is too long to be searched",
      cause: "Texts of more than 64 MiB are not decoded.",
      cure: "Check by hand whether the message holds a score.",
      example: "a tool output of 100 MiB"),
    Explanation(
      code: "F421", severity: .note,
      summary: "a text is no valid Unicode",
      cause: "Half a surrogate pair or a broken byte sequence; it was replaced by U+FFFD.",
      cure: "Nothing has to be done.",
      example: #""content": "\ud83d""#),
    Explanation(
      code: "F422", severity: .warning,
      summary: "the parents of nodes form a circle",
      cause: "Following the parents leads back to the same node; the circle is cut at the "
        + "smallest node.",
      cure: "Export the run again if the order matters.",
      example: #""node_id": 3, "parent_node_id": 3"#),
    Explanation(
      code: "F423", severity: .warning,
      summary: "a node stands twice with different content",
      cause: "Samples disagree about a message; the first content is kept.",
      cure: "Check the message in the log.",
      example: #""node_id": 12 with two contents"#),
    Explanation(
      code: "F424", severity: .warning,
      summary: "a message is possibly cut",
      cause: "It has exactly 2,000 characters, the limit of an old export, and ends in the middle.",
      cure: "Use an export that does not cut messages.",
      example: "a tool output that ends after 2,000 characters"),
    Explanation(
      code: "F425", severity: .warning,
      summary: "an Inspect log has no samples",
      cause: "The log failed before a sample was done, or was saved without them; results alone "
        + "are no evidence.",
      cure: "Use the log with its samples.",
      example: #"{"version": 2, "status": "error", "eval": {…}}"#),
    Explanation(
      code: "F426", severity: .note,
      summary: "an Inspect log did not end with success",
      cause: "Its status is started, cancelled or error; the samples that are there were read.",
      cure: "Nothing has to be done.",
      example: #""status": "cancelled""#),
    Explanation(
      code: "F427", severity: .warning,
      summary: "an Inspect log breaks off",
      cause: "The JSON is cut or damaged; the samples before the fault were read.",
      cure: "Save the log again.",
      example: #"{"version": 2, "samples": [{"id": 1"#),
    Explanation(
      code: "F428", severity: .note,
      summary: "lines of a session are no messages and were skipped",
      cause: "Summaries, snapshots and other entries of a session file carry no messages.",
      cure: "Nothing has to be done.",
      example: #"{"type": "file-history-snapshot", …}"#),
    Explanation(
      code: "F429", severity: .warning,
      summary: "a result file of a run folder breaks off",
      cause: "final_info.json is no valid JSON; the values before the fault were read.",
      cure: "Repair the file, or run the experiment again.",
      example: #"{"circle": {"means": {"loss": 0.4"#),
    Explanation(
      code: "F430", severity: .warning,
      summary: "a run folder has no results",
      cause: "No run_N/final_info.json in it has a number.",
      cure: "Check that the folder is complete.",
      example: "run_1/final_info.json with {}"),
    Explanation(
      code: "F431", severity: .note,
      summary: "notes and result file of a run differ",
      cause: "notes.txt gives another number than final_info.json; the result file counts.",
      cure: "Nothing has to be done.",
      example: "Results: {'circle': {'loss': 0.45}} in notes.txt"),
    Explanation(
      code: "F432", severity: .error,
      summary: "a run folder is too large",
      cause: "It has more than 100,000 files or more than 32 levels of folders.",
      cure: "Copy what belongs to the run to a folder of its own.",
      example: "a folder with all checkpoints of all runs"),
    Explanation(
      code: "F433", severity: .error,
      summary: "a run has more results than are kept",
      cause: "More than 10,000 results of a scorer in one run: no real log is like this.",
      cure: "Check what made the file.",
      example: "10,001 answers of the tool 'score'"),
    Explanation(
      code: "F434", severity: .error,
      summary: "a log has more than is kept",
      cause: "More than 100,000 runs, 500,000 attempts or 256 MiB of quoted text; what follows "
        + "is not read.",
      cure: "Split the log into several files.",
      example: "a file with a million rows"),
    Explanation(
      code: "F435", severity: .warning,
      summary: "a text file of a run folder was not read",
      cause: "It cannot be opened, or it is larger than 16 MiB.",
      cure: "Check the file; the rest of the folder was read.",
      example: "notes.txt of 20 MiB"),
    Explanation(
      code: "F436", severity: .error,
      summary: "a task card does not tell how its task is scored",
      cause: "A card is a JSON object with a direction and the reference score as a number.",
      cure: "Write the card like the example.",
      example: #"{"task": "sort", "direction": "lower", "reference": 0.47}"#),
    Explanation(
      code: "F437", severity: .note,
      summary: "attempts that beat the reference are told nowhere",
      cause: "An artifact must not hand out a better solution than the reference score allows.",
      cure: "Give --keep-beyond-reference to keep them.",
      example: "a score of 0.43 where the reference is 0.47 and lower is better"),
    Explanation(
      code: "F438", severity: .note,
      summary: "no attempt of a task was held against a reference score",
      cause: "The reference of the task is unknown, or the task hides its scores.",
      cure: "Give --reference-score and --score-direction, or a --task-card.",
      example: "runs of a task of your own"),
    Explanation(
      code: "F439", severity: .warning,
      summary: "packed data breaks off or is damaged",
      cause: "The end of a .gz, a .zst or a member of a zip is missing; what came before was read.",
      cure: "Copy the file again.",
      example: "runs.jsonl.gz after a download that was stopped"),
    Explanation(
      code: "F440", severity: .warning,
      summary: "a sample of an Inspect log is split and was not read",
      cause: "Newest logs keep long samples in parts: messages, events and attachments.",
      cure: "Convert the log with 'inspect log convert --to json'.",
      example: "samples/7_epoch_1/skeleton.json"),
    Explanation(
      code: "F441", severity: .error,
      summary: "there is no room to unpack a log to",
      cause: "No temporary file can be made, or the disk is full.",
      cure: "Set TMPDIR to a folder with room for the unpacked log.",
      example: "a full /tmp"),
    Explanation(
      code: "F442", severity: .error,
      summary: "a packed log unpacks to too much",
      cause: "It has more than 8 GiB, or a member of a zip is more than 200 times its packed size.",
      cure: "Check what made the file, or split it.",
      example: "a zip of zeros"),
    Explanation(
      code: "F443", severity: .error,
      summary: "a log is packed in a form that this machine has no library for",
      cause: "Zstandard is read by libzstd.so.1, which is not installed.",
      cure: "Install libzstd1, or unpack the file first.",
      example: "runs.jsonl.zst"),
    Explanation(
      code: "F444", severity: .warning,
      summary: "a row of a results table has no known status",
      cause: "The status of an experiment is keep, discard or crash.",
      cure: "Correct the row.",
      example: "a1b2c3d\t0.997\tmaybe\twider layers"),
  ]
}
