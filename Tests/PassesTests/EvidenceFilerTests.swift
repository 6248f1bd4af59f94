import IR
import Passes
import Testing

struct EvidenceFilerTests {
  @Test func namesTextsByThePrintedNumbers() async throws {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.section("Scales", "1.1", level: 2)
    study.section("A Scale of One", "II")
    study.section("Details of the Scales", "A")
    study.section("The Proofs", "B")
    study.section("References")
    study.section("References")
    let texts = try await study.passed(through: "evidence").evidence.texts
    #expect(
      texts.map(\.stem) == [
        "section0_front_matter", "section1_introduction", "sectionII_scale_one",
        "sectionA_details_scales", "sectionB_proofs", "section_references", "section_references_7",
      ])
  }

  @Test func filesEveryExhibitOnce() async throws {
    var study = StudyPaper()
    study.section("Results", "1")
    study.table("1", "Error of the sorters. Lower is better.", [["a", "b"], ["c", "1"]])
    study.figure("A.2", "Error of the sorters.")
    study.figure("3", "…")
    study.block("Figure A.2 shows the error of all the sorters.")
    let exhibits = try await study.passed(through: "evidence").evidence.exhibits
    #expect(
      exhibits.map(\.path) == [
        "evidence/tables/table1_error_sorters.md", "evidence/figures/figure3.md",
        "evidence/figures/figureA2_error_sorters.md",
      ])
    #expect(exhibits[0].title.value == "Error of the sorters")
    #expect(
      exhibits[2].description.grounded?.value == "Figure A.2 shows the error of all the sorters.")
    #expect(exhibits[0].description == .notSpecified)
  }
}
