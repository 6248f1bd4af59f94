import Backend
import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Repositories that would do harm to whoever runs, imports or believes them.
struct HostileRepositoryTests {
  private let bench: Bench
  private let paper: String

  init() throws {
    bench = try Bench()
    paper = try bench.paper()
  }

  /// Every file of the repository leaves a mark if anything runs, imports or sources it, or takes
  /// it for its own configuration.
  @Test func nothingOfARepositoryIsRun() async throws {
    let mark = bench.folder.path("mark")
    let shell = "#!/bin/sh\ntouch \(mark)\n"
    let python = "open('\(mark)', 'w').write('run')\n"
    let traps = [
      "ast.py": python, "json.py": python, "re.py": python, "sitecustomize.py": python,
      "usercustomize.py": python, "setup.py": python, "conftest.py": python,
      "pkg/__init__.py": python, "pkg/__main__.py": python, "encodings/utf_8.py": python,
      "x.pth": "import os; os.mkdir('\(mark)')\n",
      "notebook.ipynb":
        #"{"cells": [{"cell_type": "code", "source": ["!touch \#(mark)"]}], "nbformat": 4}"#,
      "python3": shell, "git": shell, "ctags": shell, "run.sh": shell, "configure": shell,
      "Makefile": "$(shell touch \(mark))\nall:\n\ttouch \(mark)\n",
      "Dockerfile": "FROM x\nRUN touch \(mark)\n", ".envrc": "touch \(mark)\n",
      "package.json": #"{"scripts": {"preinstall": "touch \#(mark)"}}"#,
      "pyproject.toml": "[build-system]\nbuild-backend = \"pkg\"\nbackend-path = [\".\"]\n",
      "config.yaml": "x: !!python/object/apply:os.system [\"touch \(mark)\"]\n",
      ".ctags": "--filter-terminator=x\n--touch=\(mark)\n",
      ".ctags.d/x.ctags": "--langdef=trap\n--kinddef-trap=t,t,t\n",
      ".gitattributes": "* filter=trap diff=trap merge=trap\n",
      "code.c": "int main(void) { return 0; }\n",
    ]
    for (name, content) in traps { try bench.folder.write(content, to: "code/\(name)") }
    for name in ["python3", "git", "ctags", "run.sh", "configure"] {
      chmod(bench.folder.path("code/\(name)"), 0o755)
    }
    try await bench.git("init", "-q", "-b", "main", "code")
    try await bench.commit(in: "code")
    for hook in ["post-checkout", "pre-auto-gc", "reference-transaction", "fsmonitor-watchman"] {
      try bench.folder.script("touch \(mark)", at: "code/.git/hooks/\(hook)")
    }
    for key in [
      "core.fsmonitor", "core.sshCommand", "core.pager", "filter.trap.clean", "filter.trap.smudge",
      "diff.trap.textconv",
    ] {
      try await bench.git("-C", "code", "config", key, "touch \(mark)")
    }
    // What git itself starts while the test sets this up is not what is tested.
    try? FileManager.default.removeItem(atPath: mark)
    let run = try await BuiltTool.run(
      after: "cd code; export PATH=.:$PATH PYTHONPATH=. PYTHONSTARTUP=setup.py",
      ["../\(paper)", ".", "-o", "../out.ara", "--no-screenshots"], in: bench.folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("\(traps.count) repository files"))
    #expect(!bench.exists("mark"))
    #expect(try bench.folder.names(in: "code").filter { $0 == "__pycache__" } == [])
  }

  @Test func namesOfPathsInAnArtifact() async throws {
    for name in ["-rf.py", "a\nb.py", "a'b\".py", "..py", "`x`.py", "$(x).py", "# C01: x.md"] {
      try bench.folder.write("RATE = 3\n", to: "code/\(name)")
    }
    let run = try await bench.compile(paper, "code")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errorLines == [])
    // Each is one line wherever it stands, and none is taken for what it looks like.
    let field = "- **File(s) in repo**: "
    let lines = try bench.folder.text(of: "out.ara/src/artifacts.md").split(separator: "\n")
    #expect(
      lines.filter { $0.hasPrefix(field) }.map { $0.dropFirst(field.count) }.sorted() == [
        "$(x).py", "-rf.py", "..py", "`x`.py", "a'b\".py", "a\\x0Ab.py",
      ])
    for path in try bench.artifact().filePaths {
      let text = try bench.folder.text(of: "out.ara/\(path)")
      #expect(!text.contains("\nb.py") && !text.contains("\n# C01: x.md"), "\(path)")
    }
  }

  @Test func secretsReachNoArtifact() async throws {
    let token = "ghp_" + String(repeating: "aB3", count: 12)
    try bench.folder.write(
      "\"\"\"Throws gliders for \(token).\"\"\"\nRATE = 3\nPASSWORD = \"correct-horse\"\n",
      to: "code/throw.py")
    try bench.folder.write(
      "Run:\n\n```sh\nTOKEN=\(token) python throw.py\n```\n", to: "code/README.md")
    let run = try await bench.compile(paper, "code")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.diagnostics.count { $0.contains(": F227: ") } == 2)
    for path in try bench.artifact().filePaths {
      let text = try bench.folder.text(of: "out.ara/\(path)")
      #expect(!text.contains(token) && !text.contains("correct-horse"), "\(path)")
    }
  }

  /// Nine levels of nine aliases stand for more values than there is memory, and ten thousand levels
  /// for more than there is stack.
  @Test func bombsTakeNoMemory() async throws {
    let sound = try await BuiltTool.measured(
      [paper, try await bench.repository("sound"), "-o", "sound.ara", "--no-screenshots"],
      in: bench.folder)
    #expect(sound.run.status == 0, "\(sound.run.errors)")
    let anchors = (1...9).map { level in
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
      return "a\(level): &a\(level) [\(aliases)]\n"
    }
    let code = try await bench.repository()
    for (name, text) in [
      ("aliases.yaml", "a0: &a0 [x]\n" + anchors.joined()),
      ("merged.yaml", "a0: &a0 {x: 1}\n" + anchors.joined() + "b: {<<: *a9}\n"),
      ("deep.yaml", "a: " + String(repeating: "[\n", count: 10_000)),
      ("config.json", String(repeating: "{\"a\":\n", count: 10_000)),
      ("tables.toml", "a = " + String(repeating: "{a=\n", count: 10_000)),
    ] {
      try bench.folder.write(text, to: "\(code)/\(name)")
    }
    let bombs = try await BuiltTool.measured(
      [paper, code, "-o", "out.ara", "--no-screenshots", "-v"], in: bench.folder)
    #expect(bombs.run.status == 0, "\(bombs.run.errors)")
    let refused = bombs.run.diagnostics.filter { $0.contains(": F221: ") }
    #expect(refused.count == 4, "\(refused)")
    #expect(bombs.mebibytes < sound.mebibytes + 32)
  }

  /// The scratch folder of a bundle goes with the run, whether it ends or is ended.
  @Test func bundles() async throws {
    let code = try await bench.repository()
    try await bench.git("-C", code, "bundle", "create", "-q", "../code.bundle", "--all")
    try FileManager.default.createDirectory(
      atPath: bench.folder.path("scratch"), withIntermediateDirectories: false)
    let environment = ["TMPDIR": bench.folder.path("scratch")]
    let run = try await BuiltTool.run(
      [paper, "code.bundle", "-o", "out.ara", "--no-screenshots"], in: bench.folder,
      environment: environment)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("2 repository files"))
    #expect(run.output.contains("1 commit"))
    #expect(try bench.folder.names(in: "scratch") == [])
  }
}
