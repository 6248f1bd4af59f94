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
