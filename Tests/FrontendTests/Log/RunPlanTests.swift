import Foundation
import IR
import Testing

@testable import Frontend

/// What a run folder tells of the plan and of launches that failed.
@Suite struct RunPlanTests {
  /// A run that shares nothing with what was planned for it, nor for a later one, leaves the plan;
  /// those after it that do the same leave it no second time.
  @Test func aRunInThePlaceOfAPlannedOneIsAChange() throws {
    let scratch = try ScratchFolder()
    try scratch.write(
      """
      ## Run 1: Glass pan
      ## Run 2: Sorting by colour
      ## Run 3: Colour of shadows
      ## Run 4: Smaller marbles
      """, to: "notes.txt")
    try scratch.write(
      """
      # aider chat started
      #### Your goal is to sort marbles.

      1. **Run 1**: Weigh on a glass pan.
      2. **Run 2**: Weigh on a wooden pan.
      3. Run 3: Use a scale with a finer needle.
      4. Run 4: Weigh marbles that are small.

      #### Run 1 completed. Here are the results:

      Now let's implement Run 2 to look at colours.
      1. Run 2: This is no plan any more.

      #### Run 2 completed. Here are the results:
      #### Run 3 completed. Here are the results:
      #### Run 4 completed. Here are the results:
      """, to: "20310101_toy_aider.txt")
    for run in 1...4 {
      try scratch.write(#"{"toy": {"acc": 1}}"#, to: "run_\(run)/final_info.json")
    }
    let found = try ReadLog(path: scratch.folder.path)
    let turns = found.log.runs[0].turns
    #expect(turns.map { found.text($0.from) } == ["Weigh on a wooden pan."])
    #expect(turns.map { found.text($0.to) } == ["Sorting by colour"])
    #expect(
      turns.map { found.text($0.statement) } == ["Now let's implement Run 2 to look at colours."])
    #expect(turns.first?.message == found.log.runs[0].attempts[1].messages.lowerBound)
    #expect(
      found.place(turns[0].from) == .lines(path: "20310101_toy_aider.txt", firstLine: 5))
  }

  @Test(arguments: [
    // Another order is no other direction, and what was not planned changes nothing.
    (["Fine needle"], "Fine needle, wooden pan", "Fine needle"),
    ([], "Weigh on a glass pan", "Sorting by colour"),
    // Words that every run has, or none at all, tell nothing.
    (["Run the experiment"], "The approach", "-"),
  ])
  func otherRunsKeepToThePlan(_ items: [String], _ planned: String, _ title: String) {
    var plan = PlannedRuns()
    plan.read("1. Run 1: \(planned)", 1)
    for (number, item) in items.enumerated() {
      plan.read("\(number + 2). Run \(number + 2): \(item)", number + 2)
    }
    let done = items.isEmpty ? [(run: 2, title: title)] : [(run: 1, title: title)]
    #expect(plan.changes(in: done).isEmpty)
  }

  @Test(arguments: [
    ("RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)", "shape_mismatch"),
    (
      "RuntimeError: The size of tensor a (3) must match the size of tensor b (4)", "shape_mismatch"
    ),
    ("ValueError: cannot reshape array of size 9 into shape (2,4)", "shape_mismatch"),
    ("ValueError: operands could not be broadcast together", "shape_mismatch"),
    ("AttributeError: 'list' object has no attribute 'weigh'", "type_error"),
    ("TypeError: unsupported operand type(s) for +: 'int' and 'str'", "type_error"),
    ("ValueError: the pan is upside down", "program_error"),
    ("FileNotFoundError: [Errno 2] No such file or directory: 'pan'", "file_not_found"),
    ("AttributeError: module 'toy' has no attribute 'scan'", "missing_api"),
    ("torch.OutOfMemoryError: CUDA out of memory.", "out_of_memory"),
  ])
  func failedLaunchesHaveTheirCause(_ error: String, _ cause: String) {
    #expect(FailureCues.cause(ofLaunch: error).rawValue == cause)
  }
}
