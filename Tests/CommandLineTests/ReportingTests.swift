import TestSupport
import Testing

/// How much a compilation says, and in what form.
struct ReportingTests {
  private let bench: Bench
  private let paper: String

  init() throws {
    bench = try Bench()
    paper = try bench.paper()
  }

  @Test func resultsGoToOutputAndDiagnosticsToErrors() async throws {
    let run = try await bench.compile(paper)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("out.ara: "))
    for word in ["found ", "written ", "level 1 ", "repair ", "missing "] {
      #expect(run.output.contains("\n\(word)"), "\(word)")
    }
    #expect(run.diagnostics.allSatisfy { $0.contains(": warning: ") }, "\(run.errors)")
    #expect(!run.errors.isEmpty)
  }

  @Test func quietPrintsErrorsAlone() async throws {
    let run = try await bench.compile(paper, "gone.pdf", "-q")
    run.expectError("F001", at: "gone.pdf", "no file or folder", status: 65)
    #expect(run.output.isEmpty)
    #expect(!run.errors.contains("warning"))
  }

  @Test func verbosePrintsNotesToo() async throws {
    let plain = try await bench.compile(paper)
    let verbose = try await bench.compile(paper, "-v")
    #expect(!plain.errors.contains(": note: "))
    #expect(verbose.diagnostics.contains { $0.contains(": note: ") })
    #expect(verbose.diagnostics.count > plain.diagnostics.count)
  }

  @Test func noColourAndNoProgressWithoutATerminal() async throws {
    let run = try await bench.compile(paper, "-v")
    #expect(!run.errors.contains("\u{1B}"))
    #expect(!run.errors.contains("\r"))
    #expect(!run.errors.contains("reading "))
  }

  /// `script` gives the run a terminal.
  @Test(.enabled(if: TerminalProgram.isInstalled, "script(1) is not installed"))
  func colourOnATerminal() async throws {
    let command = "\(BuiltTool.path ?? "arac") \(paper) -o out.ara --no-screenshots"
    let run = try await BuiltTool.run(
      program: TerminalProgram.path, ["-qec", command, "/dev/null"], in: bench.folder)
    #expect(run.status == 0)
    #expect(run.output.contains("\u{1B}[1;33mwarning\u{1B}[0m: ARA"))
  }

  @Test(arguments: ["json", "sarif", "github"])
  func reportsForMachines(_ format: String) async throws {
    let text = try await bench.compile(paper, "gone.pdf")
    let run = try await bench.compile(paper, "gone.pdf", "--diagnostics", format)
    #expect(run.status == 65)
    let report = try Report(run.errors, format)
    #expect(report.entries.count == text.diagnostics.count)
    #expect(report.entries.first?.code == "F001")
    #expect(report.entries.first?.severity == "error")
    #expect(report.files.first == "gone.pdf")
    #expect(report.files.dropFirst().allSatisfy { $0.hasPrefix("out.ara/") })
    #expect(report.entries.contains { $0.severity == "warning" && $0.line != nil })
  }

  @Test(arguments: ["json", "sarif", "github"])
  func reportsForMachinesWithoutAnArtifact(_ format: String) async throws {
    let run = try await bench.arac("gone.pdf", "--diagnostics", format)
    #expect(run.status == 65)
    let report = try Report(run.errors, format)
    #expect(report.codes == ["F001"])
  }

  /// A name may hold what the forms give a meaning to.
  @Test(arguments: ["json", "sarif", "github"])
  func namesAreEscaped(_ format: String) async throws {
    let run = try await bench.arac("a \"b\",:\n%.pdf", "--diagnostics", format)
    #expect(run.status == 65)
    #expect(try Report(run.errors, format).codes == ["F001"])
  }

  @Test func namesStayOnTheirLine() async throws {
    let run = try await bench.arac("a\nfake.pdf: error: F004: b\u{1B}[2J.pdf")
    #expect(run.status == 65)
    #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
    #expect(!run.errors.contains("\u{1B}"))
  }
}
