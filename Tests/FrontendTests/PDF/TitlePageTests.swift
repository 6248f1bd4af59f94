import TestSupport
import Testing

@testable import Frontend
@testable import IR

extension PDFReaderTests {
  /// Title pages as classes of many kinds set them.
  @Suite struct TitlePageTests {
    private static let abstract = [
      "Sorting marbles by hand is slow, and sorting damp marbles is slower still, as all of us",
      "know who have tried it in the rain. We weigh every marble twice and lose none of them.",
    ]

    /// A title page whose lines above the abstract are placed by `place`.
    private func read(_ place: (inout SketchedPaper) -> Void) throws -> ReadPaper {
      var sketch = SketchedPaper()
      place(&sketch)
      sketch.space(14)
      sketch.heading("Abstract")
      sketch.paragraph(Self.abstract[0], Self.abstract[1])
      sketch.heading("1 Introduction")
      sketch.paragraph("Marbles are small and roll away from whoever counts them in the dark.")
      return try sketch.read()
    }

    private static func title(_ sketch: inout SketchedPaper) {
      sketch.lines("Marbles at Night: A Study of Damp Sorting", size: 18, face: .bold)
      sketch.space(16)
    }

    private static func row(_ cells: [String], _ sketch: inout SketchedPaper) {
      sketch.row(cells, at: [90, 240, 400])
    }

    @Test func readsStacksSideBySide() throws {
      let metadata = try read { sketch in
        Self.title(&sketch)
        Self.row(["Mara A. Pebble", "Otto Quartz", "Lina Gravel"], &sketch)
        Self.row(["Hall of Small Stones", "Sand and Old Scales", "Hall of Small Stones"], &sketch)
        Self.row(["Upper Marble", "otto@sand.example", "lina@stones.example"], &sketch)
        Self.row(["mara@stones.example"], &sketch)
        sketch.space(12)
        Self.row(["", "Nils Slate"], &sketch)
        Self.row(["", "Upper Marble"], &sketch)
      }.paper.metadata
      #expect(
        metadata.authors.map(\.value)
          == ["Mara A. Pebble", "Otto Quartz", "Lina Gravel", "Nils Slate"])
      #expect(
        metadata.details.map { $0.affiliations.map(\.value) } == [
          ["Hall of Small Stones", "Upper Marble"], ["Sand and Old Scales"],
          ["Hall of Small Stones"], ["Upper Marble"],
        ])
    }

    @Test func namesBehindALabelRunOnOverLines() throws {
      let metadata = try read { sketch in
        Self.title(&sketch)
        sketch.lines("Authors: Mara A. Pebble, M.S., Otto Quartz, PhD, Lina")
        sketch.lines("Gravel, B.A., and Nils Slate, PhD")
        sketch.lines("Institute of Small Stones")
      }.paper.metadata
      #expect(
        metadata.authors.map(\.value)
          == ["Mara A. Pebble", "Otto Quartz", "Lina Gravel", "Nils Slate"])
    }

    @Test func templatesNameNoAuthors() throws {
      let metadata = try read { sketch in
        Self.title(&sketch)
        sketch.lines("Mara Pebble and Otto Quartz", "Institute of Small Stones")
        sketch.space(12)
        sketch.lines("Article Info", "Received October")
      }.paper.metadata
      #expect(metadata.authors.map(\.value) == ["Mara Pebble", "Otto Quartz"])
    }

    @Test func aJournalMayCiteThePaperAboveItsTitle() throws {
      let metadata = try read { sketch in
        sketch.lines("DRAWERS 12, 1-9 (2023) Preprint of May 2023")
        Self.title(&sketch)
        sketch.lines("Mara Pebble and Otto Quartz")
      }.paper.metadata
      #expect(metadata.venue?.value == "DRAWERS")
    }

    @Test func takesNoPlaceholderForAnIdentifier() throws {
      let metadata = try read { sketch in
        Self.title(&sketch)
        sketch.lines("Mara Pebble and Otto Quartz")
        sketch.lines("https://doi.org/10.1145/nnnnnnn.nnnnnnn")
      }.paper.metadata
      #expect(metadata.doi == nil)
    }

    @Test func namesStandApartWithoutCommas() throws {
      let metadata = try read { sketch in
        Self.title(&sketch)
        sketch.row(["Mara Pebble", "Otto Quartz"], at: [200, 266])
        sketch.lines("University of Small Stones", x: 200)
      }.paper.metadata
      #expect(metadata.authors.map(\.value) == ["Mara Pebble", "Otto Quartz"])
    }

    @Test func aPlaceBelowANameIsNobody() throws {
      let metadata = try read { sketch in
        Self.title(&sketch)
        sketch.lines("Mara Pebble", "Marble Karma", "mara@marblekarma.example", x: 240)
      }.paper.metadata
      #expect(metadata.authors.map(\.value) == ["Mara Pebble"])
    }

    @Test func namesMayStandOverTheirPlace() throws {
      let metadata = try read { sketch in
        Self.title(&sketch)
        sketch.lines("Mara (Mo) Pebble", "Otto Quartz", "University of Small Stones", x: 240)
      }.paper.metadata
      #expect(metadata.authors.map(\.value) == ["Mara (Mo) Pebble", "Otto Quartz"])
    }

    @Test func marksTellNamesInAnotherFace() throws {
      let metadata = try read { sketch in
        Self.title(&sketch)
        for (names, face) in [
          (["Mara Pebble", "Otto Quartz"], PDFSheet.Face.bold),
          (["Lina Gravel", "Nils Slate"], .roman),
        ] {
          let top = sketch.y
          for (name, x) in zip(names, [150.0, 260]) {
            sketch.move(to: top)
            sketch.lines(name + "*", x: x, face: face)
          }
        }
        sketch.lines("University of Small Stones", x: 200)
      }.paper.metadata
      #expect(
        metadata.authors.map(\.value)
          == ["Mara Pebble", "Otto Quartz", "Lina Gravel", "Nils Slate"])
    }

    @Test func aKindOfPaperStandsAboveTheTitle() throws {
      var sketch = SketchedPaper()
      sketch.heading("RESEARCH")
      sketch.lines("A study of damp sorting by night", size: 20)
      sketch.space(12)
      sketch.lines("Mara Pebble and Otto Quartz", size: 10)
      sketch.lines("Hall of Small Stones", size: 8)
      sketch.space(12)
      sketch.paragraph(Self.abstract[0], Self.abstract[1])
      sketch.heading("Introduction")
      sketch.paragraph("Marbles are small and roll away from whoever counts them in the dark.")
      let read = try sketch.read()
      #expect(read.paper.metadata.title?.value == "A study of damp sorting by night")
      #expect(read.paper.sections.dropFirst().map(\.title.value) == ["Introduction"])
    }

    @Test func titlesMayBeLabelled() throws {
      let metadata = try read { sketch in
        sketch.lines("Title: Marbles at night and a study of damp", "sorting", size: 12)
        sketch.lines("Authors: Mara Pebble, Otto Quartz", size: 12)
      }.paper.metadata
      #expect(metadata.title?.value == "Marbles at night and a study of damp sorting")
      #expect(metadata.authors.map(\.value) == ["Mara Pebble", "Otto Quartz"])
    }

    @Test func aSubtitleNamesNobody() throws {
      let metadata = try read { sketch in
        sketch.lines("Marbles at Night and Elsewhere", size: 18, face: .bold)
        sketch.lines(
          "Damp Gloves and Weighing Methods Found to Significantly Slow",
          "Sorter Attention and Marble Counting", size: 11, face: .bold)
        sketch.space(16)
        sketch.lines("Mara Pebble", size: 11)
      }.paper.metadata
      #expect(metadata.title?.value == "Marbles at Night and Elsewhere")
      #expect(metadata.authors.map(\.value) == ["Mara Pebble"])
    }

    @Test func namesMayBeAsLargeAsTheTitle() throws {
      let metadata = try read { sketch in
        sketch.lines("MARBLES AT NIGHT AND ELSEWHERE", size: 12, face: .bold)
        sketch.space(8)
        sketch.lines("Mara Pebble, Otto Quartz", size: 12)
        sketch.space(8)
        sketch.lines("{mara, otto}@stones.example", size: 12)
      }.paper.metadata
      #expect(metadata.title?.value == "MARBLES AT NIGHT AND ELSEWHERE")
      #expect(metadata.authors.map(\.value) == ["Mara Pebble", "Otto Quartz"])
    }

    @Test func lettersOfALogoAreNoTitle() throws {
      let metadata = try read { sketch in
        sketch.lines("I D", size: 30)
        Self.title(&sketch)
        sketch.lines("Authors: Mara Pebble, Otto Quartz", size: 11)
      }.paper.metadata
      #expect(metadata.title?.value == "Marbles at Night: A Study of Damp Sorting")
      #expect(metadata.authors.map(\.value) == ["Mara Pebble", "Otto Quartz"])
    }

    @Test func ranksAreNoNames() {
      #expect(
        NameText.names(in: "Mara Pebble, Otto Quartz, Fellow, IEEE")
          == ["Mara Pebble", "Otto Quartz"])
      #expect(NameText.names(in: "Mara Pebble, Senior Member, IEEE") == ["Mara Pebble"])
      #expect(NameText.names(in: "Robotics and Marble Vision").isEmpty)
    }

    @Test func theFirstAndLargestHeadingIsTheTitle() throws {
      var sketch = SketchedPaper()
      sketch.lines("Marbles at Night and the Rain", size: 22, face: .bold)
      sketch.space(10)
      sketch.lines("Mara Pebble & Otto Quartz", size: 9, face: .bold)
      for title in ["Introduction", "Gloves", "Scales"] {
        sketch.space(8)
        sketch.heading(title)
        sketch.paragraph(Self.abstract[0], Self.abstract[1])
      }
      let read = try sketch.read()
      #expect(read.paper.metadata.title?.value == "Marbles at Night and the Rain")
      #expect(read.paper.metadata.authors.map(\.value) == ["Mara Pebble", "Otto Quartz"])
      #expect(read.headings == ["Introduction", "Gloves", "Scales"])
    }

    @Test func anAbstractMayHaveNoHeading() throws {
      var sketch = SketchedPaper()
      Self.title(&sketch)
      sketch.lines("Mara Pebble", size: 11)
      sketch.space(24)
      sketch.paragraph(
        Self.abstract[0], Self.abstract[1],
        "The marbles that we found are of no use to anyone, and nobody has asked for them yet")
      sketch.turnPage()
      sketch.paragraph("since the day on which the last of them was found again by us.")
      sketch.heading("1 Introduction")
      sketch.paragraph("Marbles are small and roll away from whoever counts them in the dark.")
      let abstract = try sketch.read().paper.metadata.abstract?.value ?? ""
      #expect(abstract.hasPrefix("Sorting marbles by hand is slow"))
      #expect(abstract.hasSuffix("was found again by us."))
    }

    @Test func theWordAbstractIsNoPartOfIt() {
      #expect(AbstractLead.length(in: "Abstract—Marbles roll.") == 11)
      #expect(AbstractLead.length(in: "Abstract. Marbles roll.") == 10)
      #expect(AbstractLead.length(in: "ABSTRACT Marbles roll.") == 9)
      #expect(AbstractLead.length(in: "Abstractions roll.") == nil)
      #expect(AbstractLead.length(in: "Abstract marbles roll.") == nil)
      #expect(AbstractLead.heads("A B S T R A C T"))
      #expect(!AbstractLead.heads("Abstract marbles"))
    }
  }
}
