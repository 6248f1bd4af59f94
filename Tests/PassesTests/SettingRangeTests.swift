import IR
import Passes
import Testing

struct SettingRangeTests {
  private func parameters(_ paper: StudyPaper) async throws -> [Parameter] {
    try await paper.passed(through: "parameters").parameters.parameters
  }

  @Test func aListIsWhatWasTriedAndTheRangeOfNothingElse() async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "1")
    paper.block("We set the learning rate to {0.1, 0.2, 0.4} in all trials of the yard.")
    paper.block("We tried a tilt ∈ {1, 2, 3} and use a batch size of 32 for the sorter.")
    let found = try await parameters(paper)
    let rate = try #require(found.first { $0.name.value.hasPrefix("Learning rate") })
    #expect(rate.searchRange.grounded?.value == "{0.1, 0.2, 0.4}")
    let batch = try #require(found.first { $0.name.value.hasPrefix("Batch size") })
    #expect(batch.searchRange == .notSpecified)
  }

  @Test func whatWasPickedOutIsData() async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "1")
    paper.block("We sampled 500 marbles of the yard. We train 40 sorters.")
    let found = try await parameters(paper)
    #expect(found.map(\.group) == [.data, .training])
  }
}
