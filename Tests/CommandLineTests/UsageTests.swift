import Driver
import FoundationEssentials
import IR
import TestSupport
import Testing

/// What the command line says of itself, and what it refuses.
struct UsageTests {
  private let bench: Bench

  init() throws { bench = try Bench() }

  @Test func version() async throws {
    let run = try await bench.arac("--version")
    #expect(run.status == 0)
    #expect(run.output == Version.current + "\n")
  }

  /// Half of the time to start would be that of libraries that only a reader of PDFs calls.
  @Test func startsWithoutPoppler() async throws {
    let loaded = try await BuiltTool.run(
      ["--version"], in: bench.folder, environment: ["LD_TRACE_LOADED_OBJECTS": "1"]
    ).output
    #expect(loaded.contains("libz.so"), "\(loaded)")
    for library in ["poppler", "cairo", "glib"] { #expect(!loaded.contains(library), "\(loaded)") }
  }

  @Test func helpNamesCommandsAndExitStatuses() async throws {
    let run = try await bench.arac("--help")
    #expect(run.status == 0)
    for command in ["compile (default)", "verify", "explain", "passes", "pass"] {
      #expect(run.output.contains("\n  \(command) "), "\(command)")
    }
    for status in [0, 1, 64, 65, 69, 70, 74, 130] {
      #expect(run.output.contains("\n  \(status) "), "\(status)")
    }
  }

  private static let refused: [(words: [String], complaint: String)] = [
    (["--nope"], "Unknown option '--nope'"),
    (["-o", "", "x.pdf"], "--output needs a path"),
    (["x.pdf", "--profile", "may2026"], "'may2026'"),
    (["x.pdf", "--diagnostics", "xml"], "'xml'"),
    (["x.pdf", "--llm", "oracle"], "--llm takes replay:DIR or command:'PROGRAM ARGS'"),
    (["x.pdf", "--llm", "replay:"], "--llm takes replay:DIR"),
    (["x.pdf", "--llm", "command: "], "--llm takes replay:DIR"),
    (["x.pdf", "--print-after", "clams"], "there is no pass 'clams'"),
    (["x.pdf", "--from-ir", "y.json"], "--from-ir takes the place of inputs"),
    (["x.pdf", "--input-timeout", "0"], "--input-timeout takes 1 to 86400 seconds"),
    (["x.pdf", "--input-timeout", "soon"], "'soon'"),
    (["x.pdf", "--input-memory", "63"], "--input-memory takes 64 to 1073741824 mebibytes"),
    (["x.pdf", "--input-timeout", "99999999999999999999"], "99999999999999999999"),
    (["verify"], "Missing expected argument"),
    (["explain", "ARA40"], "there is no code 'ARA40'"),
    (["pass", "claims"], "Missing expected argument '--ir"),
  ]

  @Test(arguments: refused.indices)
  func refuses(_ index: Int) async throws {
    let (words, complaint) = Self.refused[index]
    let run = try await BuiltTool.run(words, in: bench.folder)
    #expect(run.status == 64, "\(words): \(run.errors)")
    #expect(run.errors.hasPrefix("Error: "), "\(run.errors)")
    #expect(run.errors.contains(complaint), "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(try bench.folder.names() == [])
  }

  @Test(arguments: [("--input-timeout", "86400"), ("--input-memory", "1073741824")])
  func takesTheLargestLimit(_ option: String, _ limit: String) async throws {
    let run = try await bench.compile(try bench.paper(), option, limit)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test(arguments: ["--input-timeout", "--input-memory"])
  func refusesALimitThatIsNone(_ option: String) async throws {
    let run = try await bench.compile(try bench.paper(), option, String(Int.max))
    #expect(run.status == 64, "\(run.errors)")
    #expect(run.errors.contains("\(option) takes "))
  }

  @Test func twoPapers() async throws {
    let (one, two) = (try bench.paper("one.pdf"), try bench.paper("two.pdf"))
    let run = try await bench.compile(one, two)
    run.expectError("D202", at: "two.pdf", "a second paper", status: 64)
    #expect(run.errors.contains("    note: the first is one.pdf\n"))
    #expect(!bench.exists("out.ara"))
  }

  // MARK: Completions

  @Test(arguments: ["bash", "zsh", "fish"])
  func completions(_ shell: String) async throws {
    let run = try await bench.arac("--generate-completion-script", shell)
    #expect(run.status == 0)
    for word in ["verify", "emit-ir", "april2026", "sarif", "relatedWorks"] {
      #expect(run.output.contains(word), "\(word)")
    }
  }

  @Test func completionsAreBash() async throws {
    let script = try await bench.arac("--generate-completion-script", "bash").output
    try bench.folder.write(script, to: "arac.bash")
    let run = try await BuiltTool.run(program: "bash", ["-n", "arac.bash"], in: bench.folder)
    #expect(run.status == 0, "\(run.errors)")
  }

  // MARK: Explanations and passes

  @Test(arguments: ["ARA405", "ara405"])
  func explainsACode(_ code: String) async throws {
    let run = try await bench.arac("explain", code)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("ARA405 (error): "))
    for title in ["\nCause    ", "\nCure     ", "\nExample  "] {
      #expect(run.output.contains(title))
    }
  }

  @Test func explainListsEveryCode() async throws {
    let run = try await bench.arac("explain")
    #expect(run.status == 0)
    let codes = run.output.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
    #expect(codes == Explanations.all.map(\.code.name))
    #expect(codes.count > 200)
  }

  @Test func passesAreListedInOrderWithWhatTheyTouch() async throws {
    let run = try await bench.arac("passes")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    let names = lines.filter { !$0.hasPrefix(" ") }.map { String($0.prefix { $0 != "@" }) }
    #expect(names == PassCatalogue.names)
    for field in ["  reads    ", "  writes   "] {
      #expect(lines.count { $0.hasPrefix(field) } == names.count)
    }
  }
}
