/// A short paper about paper gliders, as a PDF that compiles without findings.
package enum GliderPaper {
  package static let title = "Clip or Crease: Where a Paper Glider Wants Its Weight"

  package static func pdf() -> PDFFixture {
    var paper = PDFTypesetter()
    paper.title(title)
    paper.byline("Petra Fold and Quentin Crease")
    paper.byline("Balcony Institute")
    paper.byline("June 2033")
    for part in parts {
      paper.heading(part.heading)
      for paragraph in part.paragraphs { paper.paragraph(paragraph) }
      if part.heading.hasSuffix("Results") {
        paper.table(tableCaption, rows: tableRows)
        paper.figure("Figure 1: Gliders with the clip at the nose reach the lawn.")
      }
    }
    paper.heading("References")
    for reference in references { paper.paragraph(reference) }
    return paper.fixture
  }

  private static let parts: [(heading: String, paragraphs: [String])] = [
    (
      "Abstract",
      [
        "Sheets of office paper are folded into gliders and thrown from a balcony. We propose "
          + "NoseClip, a rule that places a paper clip near the nose of the glider. A clip near the "
          + "nose carries the gliders far, and a clip at the tail makes them loop. NoseClip "
          + "outperforms the bare glider on every sheet that was thrown in 2033."
      ]
    ),
    (
      "1 Introduction",
      [
        "Everybody folds gliders and nobody asks where the clip belongs. Existing methods crease "
          + "the leading edge by hand [1]. However, careful creases take time and fail on thick "
          + "paper, and it remains unclear whether weight helps at all [2].",
        "We observe that bare gliders stall early. The key insight is that a small weight at the "
          + "nose damps the stall. We assume that the air on the balcony is still.",
      ]
    ),
    (
      "2 Method",
      [
        "NoseClip consists of two steps. First, the sheet is folded along its middle. Then a clip "
          + "is pushed over the nose, and the glider is thrown by a rail. We define the margin as "
          + "the distance between the clip and the nose. The rail uses a launch angle of 12 degrees "
          + "and every glider is thrown 40 times."
      ]
    ),
    (
      "3 Results",
      [
        "We compare NoseClip with the bare glider and with pressed creases. Table 1 shows that "
          + "NoseClip outperforms the bare glider: it flies 9.4 metres, and the bare glider flies "
          + "6.1 metres. A clip at the tail did not work, because the glider looped and fell.",
        "We also tried soft creases, but they failed to improve the distance. Figure 1 shows where "
          + "the gliders land. We find that pressed creases improve the distance of the bare glider.",
      ]
    ),
    (
      "4 Conclusion",
      [
        "A clip near the nose is better than a careful crease. A limitation of our study is that "
          + "only office paper was thrown. Future work could throw gliders of foil."
      ]
    ),
  ]

  private static let tableCaption = "Table 1: Distance of the gliders in metres, and turns."

  private static let tableRows = [
    ["Glider", "Distance", "Turns"], ["Bare", "6.1", "3"], ["Pressed crease", "7.2", "2"],
    ["NoseClip", "9.4", "0"],
  ]

  private static let references = [
    "[1] N. Presser. On fingernails and the leading edge. Balcony Notes, 2030.",
    "[2] L. Looper. Tails that swing and gliders that stall. Balcony Notes, 2028.",
    "[3] O. Lawn. Grass for soft landings. Balcony Notes, 2031.",
  ]
}
