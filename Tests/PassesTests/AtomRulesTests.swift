import IR
import Passes
import Testing

struct AtomRulesTests {
  @Test(arguments: [
    ("Room tone", "Room tone The tone of a room is low.", "The tone of a room is low."),
    ("Room tone —", "Room tone — The tone of a room is low.", "The tone of a room is low."),
    ("Room tone:", "Room tone: The sound of a room.", "Room tone: The sound of a room."),
    ("Room tone", "Room tone: The sound of a room.", "Room tone: The sound of a room."),
    ("The tone", "The tone of a room is low.", "The tone of a room is low."),
    ("Room tone is low.", "Room tone is low.", "Room tone is low."),
  ])
  func aSentenceBeginsBehindItsHead(_ lead: String, _ text: String, _ sentence: String)
    async throws
  {
    var study = StudyPaper()
    study.section("Method", "2")
    study.block(text)
    study.lead(lead)
    let document = try await study.passed(through: "atoms")
    let view = try #require(PaperView(document))
    #expect(document.atoms.atoms.map { view.text(of: $0.span) } == [sentence])
  }
}
