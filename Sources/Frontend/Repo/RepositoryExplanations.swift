package import IR

extension RepositoryReader {
  /// What `arac explain` says of the codes of this reader.
  package static let explanations: [Explanation] =
    historyExplanations + fileExplanations
    + contentExplanations

  private static let historyExplanations: [Explanation] = [
    Explanation(
      code: "F201", severity: .error, summary: "the input is no directory that can be read",
      cause: "The path names a file, nothing, or a directory without permission to list it.",
      cure: "Name the directory of the repository, and make it readable.",
      example: "arac paper.pdf ./missing"),
    Explanation(
      code: "F202", severity: .note, summary: "the directory is no git repository",
      cause: "There is no .git in it; a repository further up is not looked for.",
      cure: "Nothing is wrong. For the history, give a clone rather than an unpacked archive.",
      example: "arac paper.pdf ./code-from-zip"),
    Explanation(
      code: "F203", severity: .note, summary: "the repository has no commit",
      cause: "The branch that HEAD names is not born yet.",
      cure: "Commit the files, or check out the branch that holds them.", example: "git init code"),
    Explanation(
      code: "F204", severity: .note, summary: "the clone is shallow: its history ends early",
      cause: "It was made with a depth limit, so older commits are not in it.",
      cure: "Run git fetch --unshallow in it.", example: "git clone --depth 1 …"),
    Explanation(
      code: "F205", severity: .warning,
      summary: "the history lies outside the directory and was not followed",
      cause: "Its .git is a file or a link, as in linked work trees and submodules.",
      cure: "Give the main work tree, or a clone.", example: "gitdir: ../code/.git/worktrees/fix"),
    Explanation(
      code: "F206", severity: .warning, summary: "the git data cannot be read",
      cause: "HEAD, the references or the newest commit are damaged, or stored in a form such as"
        + " reftable or SHA-256 that is not read; or libgit2 is not installed. A bare repository then"
        + " gives nothing.",
      cure: "Run git fsck, or give a fresh clone.",
      example: "git init --object-format=sha256 code"),
    Explanation(
      code: "F207", severity: .warning, summary: "objects of the repository are missing",
      cause: "The clone is partial, borrows objects of another repository, or is damaged.",
      cure: "Run git fsck; clone without --filter, --shared and --reference.",
      example: "git clone --filter=blob:none --bare …"),
    Explanation(
      code: "F226", severity: .error, summary: "the git bundle cannot be unpacked",
      cause:
        "It is cut short or damaged, was made with a filter or with SHA-256, or holds only what"
        + " is new since another commit.",
      cure: "Make a bundle of the whole history.", example: "git bundle create code.bundle --all"),
    Explanation(
      code: "F223", severity: .note, summary: "the history was cut",
      cause: "Of long histories the newest 2,000 commits are kept, and 50,000 are counted; of long"
        + " messages the first 8 KiB.",
      cure: "Nothing is wrong.", example: "git rev-list --count HEAD  # 7501"),
  ]

  private static let fileExplanations: [Explanation] = [
    Explanation(
      code: "F208", severity: .note, summary: "files differ from the commit",
      cause: "They were changed or deleted after it. The directory is read as it is.",
      cure: "Commit the changes, or check the commit out, if the commit is what counts.",
      example: "M train.py"),
    Explanation(
      code: "F209", severity: .note, summary: "files are not part of the commit",
      cause: "They are neither committed nor ignored, and are read like the others.",
      cure: "Commit them, delete them or ignore them.", example: "?? notes.txt"),
    Explanation(
      code: "F210", severity: .warning, summary: "a symbolic link leads out of the repository",
      cause: "Its target is absolute or climbs above the root. It is listed, never followed.",
      cure: "Put the file itself into the repository if it matters.",
      example: "data -> /mnt/datasets/cifar"),
    Explanation(
      code: "F211", severity: .note, summary: "file names are not in UTF-8",
      cause: "A name has bytes that are no UTF-8, or control characters. They are written \\xHH.",
      cure: "Nothing is wrong; rename the files if the names should be readable.",
      example: "r\\xE9sultats.csv"),
    Explanation(
      code: "F212", severity: .warning, summary: "a file or directory cannot be read",
      cause: "Permission is refused, or the file changed while it was read.",
      cure: "Make it readable and compile again.", example: "chmod 000 secret.py"),
    Explanation(
      code: "F213", severity: .note, summary: "a special file was left out",
      cause: "Pipes, sockets and devices have no content.", cure: "Nothing is wrong.",
      example: "mkfifo queue"),
    Explanation(
      code: "F214", severity: .note, summary: "a repository inside the repository was not entered",
      cause: "The directory has a .git of its own and the commit does not track what is in it.",
      cure: "Give it as an input of its own if it belongs to the work.",
      example: "external/baseline/.git"),
    Explanation(
      code: "F215", severity: .note, summary: "submodules were not entered",
      cause: "A submodule is another repository; it is listed with its commit.",
      cure: "Give it as an input of its own if it belongs to the work.",
      example: "[submodule \"baseline\"]"),
    Explanation(
      code: "F217", severity: .note, summary: "folders that tools fill were left out",
      cause: "Caches, virtual environments and installed packages are not the work's own.",
      cure: "Nothing is wrong.", example: "__pycache__/"),
    Explanation(
      code: "F225", severity: .note, summary: "a large file is listed by its size alone",
      cause: "Of a work tree at most 8 GiB are read, and the file does not fit into what is left.",
      cure: "Nothing is wrong. Ignore the file if it is no part of the work.",
      example: "checkpoint.tar, 40 GB"),
    Explanation(
      code: "F218", severity: .warning, summary: "the list of files is not complete",
      cause: "There are more files, or they lie deeper, than are listed.",
      cure: "Give the directory that holds the code.", example: "data/000/000/000/…"),
  ]

  private static let contentExplanations: [Explanation] = [
    Explanation(
      code: "F216", severity: .note, summary: "contents of text files were not kept",
      cause: "They are larger than is kept, or not in UTF-8. Source code, configuration and"
        + " documents are kept up to 256 KiB each, data and logs up to 32 KiB, 16 MiB in all.",
      cure: "Nothing is wrong; the files are listed.", example: "results.csv, 40 MB"),
    Explanation(
      code: "F227", severity: .warning, summary: "a credential was left out",
      cause: "An access token, a private key, or a literal that is assigned to a password stands in"
        + " the file. Asterisks stand in its place in the artifact.",
      cure: "Revoke it, and remove it from the repository and its history.",
      example: "HF_TOKEN = \"hf_…\""),
    Explanation(
      code: "F219", severity: .warning, summary: "no Python was found to parse Python with",
      cause: "Settings are read from Python's own syntax tree, and no interpreter would start.",
      cure: "Install Python 3.9 or newer as /usr/bin/python3.", example: "apt install python3"),
    Explanation(
      code: "F220", severity: .note, summary: "a Python file does not parse",
      cause: "It is broken, is written for Python 2, or is too large for the parser.",
      cure: "Correct it at the line that is named.", example: "print 'epoch', epoch"),
    Explanation(
      code: "F228", severity: .note, summary: "tests were outlined roughly",
      cause:
        "There are more than 4 MiB of Python. Tests configure nothing, so their definitions are"
        + " found line by line rather than by Python's own parser. Of other files it gets only what"
        + " may define or set something, and a fault in the rest is not seen.",
      cure: "Nothing is wrong.", example: "tests/test_solver.py"),
    Explanation(
      code: "F221", severity: .note, summary: "a configuration file does not parse",
      cause: "It is broken, a template of the format, in the middle of a merge, or written to stand"
        + " for far more than it holds.",
      cure: "Correct it at the line that is named.", example: "lr: {{ base_lr }}"),
    Explanation(
      code: "F222", severity: .note, summary: "a configuration file was taken for data",
      cause: "It holds more values than anybody sets by hand.",
      cure: "Nothing is wrong.", example: "configs/class_names.yaml, 1,000 entries"),
    Explanation(
      code: "F224", severity: .note, summary: "definitions or settings were cut",
      cause: "The repository has more than 100,000 definitions or 20,000 settings.",
      cure: "Give the directory that holds the work's own code.", example: "a vendored library"),
  ]
}
