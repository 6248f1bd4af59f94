import Frontend
import IR
import TestSupport
import Testing

@testable import Driver

struct InputPlanTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write("%PDF-1.4\n", to: "paper.pdf")
    try folder.write("%PDF-1.4\n", to: "second.pdf")
    try folder.write("x = 1\n", to: "code/x.py")
  }

  private func plan(
    _ inputs: [String], rubrics: [String] = [], logs: [String] = [], fromIR: Bool = false
  ) -> Result<InputPlan, InputPlan.Failure> {
    InputPlan.requests(
      inputs.map(folder.path), rubrics: rubrics.map(folder.path), logs: logs.map(folder.path),
      pictures: false, password: "nose", fromIR: fromIR)
  }

  private static func failure(_ result: Result<InputPlan, InputPlan.Failure>) -> InputPlan.Failure?
  {
    if case .failure(let failure) = result { failure } else { nil }
  }

  /// However they were named: the artifact must not depend on it.
  @Test func requestsStandInTheOrderOfTheirKinds() throws {
    let plan = try plan(
      ["code", "paper.pdf"], rubrics: ["points"], logs: ["night", "day"]
    ).get()
    #expect(plan.requests.map(\.kind) == [.pdf, .git, .rubric, .log, .log])
    #expect(
      plan.requests.map(\.id) == ["paper", "repo", "rubric", "log", "log2"].map { SourceID($0) })
    #expect(plan.requests.suffix(2).map(\.name) == [folder.path("night"), folder.path("day")])
    #expect(plan.requests.allSatisfy { $0.path.hasPrefix("/") && !$0.pictures })
    #expect(plan.requests.first?.password == "nose")
    #expect(plan.diagnostics == [])
  }

  @Test func whatIsNotRecognisedIsToldAndTheOthersAreCompiled() throws {
    let plan = try plan(["gone", "paper.pdf"]).get()
    #expect(plan.requests.map(\.kind) == [.pdf])
    #expect(plan.diagnostics.map(\.code) == ["F001"])
  }

  @Test func whereNothingIsRecognisedThereIsNoPlan() throws {
    let failure = try #require(Self.failure(plan(["gone", "away"])))
    #expect(failure.status == .unreadableInput)
    #expect(failure.diagnostics.map(\.code) == ["F001", "F001"])
  }

  @Test func nothingAtAllIsWrongUsage() throws {
    let failure = try #require(Self.failure(plan([])))
    #expect(failure.status == .usage)
    #expect(failure.diagnostics.map(\.code) == ["D201"])
    #expect(try plan([], fromIR: true).get().requests == [])
  }

  @Test func oneOfAKindIsTaken() throws {
    let papers = try #require(Self.failure(plan(["paper.pdf", "second.pdf"])))
    #expect(papers.status == .usage)
    #expect(papers.diagnostics.map(\.code) == ["D202"])
    #expect(papers.diagnostics.first?.input?.file == folder.path("second.pdf"))
    let rubrics = try #require(Self.failure(plan(["paper.pdf"], rubrics: ["a", "b"])))
    #expect(rubrics.diagnostics.first?.message.contains("a second rubric") == true)
  }

  @Test(arguments: [
    ("in/paper.pdf", "paper.ara"), ("/in/paper.v2.pdf", "paper.v2.ara"), ("repo/", "repo.ara"),
    ("in/../code/.", "code.ara"), (".hidden", ".hidden.ara"), ("/", "artifact.ara"),
  ])
  func theArtifactIsNamedAfterAnInput(_ input: String, _ name: String) {
    #expect(CompileOptions.output(named: input) == name)
  }

  @Test func theWorkingDirectoryHasAName() {
    let name = DiskTree.workingDirectory.split(separator: "/").last.map { $0.prefix { $0 != "." } }
    #expect(CompileOptions.output(named: ".").hasPrefix(name ?? "artifact"))
  }
}
