import Foundation
import IR
import TestSupport
import Testing

/// All of it in one order: poppler keeps state of its own.
@Suite(.serialized)
struct PDFReaderTests {
  // MARK: Front matter

  @Suite struct FrontMatterTests {
    @Test func readsTitleAuthorsAndAbstract() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Introduction")
      sketch.paragraph("Marbles are small and roll away from whoever counts them in the dark.")
      let read = try sketch.read()
      let metadata = read.paper.metadata
      #expect(metadata.title?.value == "Marbles at Night: A Study of Damp Sorting")
      #expect(metadata.authors.map(\.value) == ["Mara Pebble", "Otto Quartz"])
      let abstract = metadata.abstract?.value ?? ""
      #expect(abstract.hasPrefix("Sorting marbles by hand is slow, and sorting damp"))
      #expect(
        abstract.hasSuffix(
          "as all of us know who have tried it in the rain. "
            + "We weigh every marble twice and lose none of them."))
      let spans = [metadata.title, metadata.abstract].compactMap { $0?.spans.first }
      #expect(spans.map { read.text($0) } == [metadata.title?.value, abstract])
    }

    @Test func joinsATitleOfTwoLines() throws {
      var sketch = SketchedPaper()
      sketch.lines(
        "Marbles at Night and the People", "Who Sort Them in the Rain", size: 18, face: .bold)
      sketch.space(10)
      sketch.lines("Mara Pebble, Otto Quartz and Lina Gravel", size: 11)
      sketch.space(6)
      sketch.heading("Abstract")
      sketch.paragraph("Sorting marbles by hand is slow, and sorting damp marbles is slower still.")
      sketch.heading("1 Introduction")
      sketch.paragraph("Marbles are small and roll away from whoever counts them in the dark.")
      let metadata = try sketch.read().paper.metadata
      #expect(
        metadata.title?.value == "Marbles at Night and the People Who Sort Them in the Rain")
      #expect(metadata.authors.map(\.value) == ["Mara Pebble", "Otto Quartz", "Lina Gravel"])
    }
  }

  // MARK: Sections

  @Suite struct SectionTests {
    @Test func readsTheTreeFromItsNumbers() throws {
      var sketch = SketchedPaper()
      sketch.front()
      let headings = [
        "1 Introduction", "2 Method", "2.1 Scales", "2.1.1 Two Pans", "2.2 Gloves", "3 Results",
        "Acknowledgments",
      ]
      for heading in headings {
        sketch.heading(heading)
        sketch.paragraph("Marbles are small and roll away from whoever counts them in the dark.")
      }
      sketch.heading("A Further Marbles")
      sketch.paragraph("What was left over lies in a drawer that nobody opened for many years.")
      let read = try sketch.read()
      #expect(
        read.headings == [
          "1 Introduction", "2 Method", "  2.1 Scales", "    2.1.1 Two Pans",
          "  2.2 Gloves", "3 Results", "Acknowledgments", "A Further Marbles",
        ])
      #expect(read.paper.sections.last?.isAppendix == true)
      #expect(read.paper.sections.map(\.parent).compactMap(\.self).count == 3)
    }

    @Test func takesNoNumberedSentenceForAHeading() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Introduction")
      sketch.paragraph(
        "We counted the marbles of three drawers by hand, and the whole lot of them came to",
        "2 drawers of red ones and a handful of blue ones that nobody wanted to have counted.")
      #expect(try sketch.read().headings == ["1 Introduction"])
    }
  }

  // MARK: Running text

  @Suite struct TextTests {
    @Test func readsOneColumnAfterTheOther() throws {
      var sketch = SketchedPaper()
      sketch.front()
      let top = sketch.y
      for (x, side) in [(72.0, "left"), (320.0, "right")] {
        sketch.move(to: top)
        if side == "left" { sketch.heading("1 Introduction", x: x) }
        for number in 1...20 {
          sketch.lines("The \(side) column says its line \(number) and nothing", x: x)
        }
      }
      let text = try sketch.read().source.text
      let order =
        (1...20).map { "left column says its line \($0) and" }
        + (1...20).map { "right column says its line \($0) and" }
      let places = order.map { text.range(of: $0)?.lowerBound }
      #expect(!places.contains(nil))
      #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    }

    @Test func undoesHyphenationAndLineBreaks() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Introduction")
      sketch.paragraph(
        "Whoever sorts marbles in the evening has to be an extraordi-",
        "nary optimist, and whoever weighs them twice a well-",
        "known pessimist of the worst kind that there is.")
      sketch.paragraph("An extraordinary night is a well-known remedy, as every sorter has found.")
      let paragraphs = try sketch.read().blocks(.paragraph)
      #expect(
        paragraphs.contains(
          "Whoever sorts marbles in the evening has to be an extraordinary optimist, and whoever "
            + "weighs them twice a well-known pessimist of the worst kind that there is."))
    }

    @Test func keepsTheHyphensOfCompounds() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Introduction")
      sketch.paragraph(
        "Few of us are fond of deep drawers, and of the few there are none who would like a few-",
        "shot sorter, be it ever so deeply-",
        "supervised by somebody who is fond of everything that rolls and of analy-",
        "zed marbles.")
      #expect(
        try sketch.read().blocks(.paragraph).contains {
          $0.contains("a few-shot sorter, be it ever so deeply-supervised by")
            && $0.hasSuffix("analyzed marbles.")
        })
    }

    @Test func takesLigaturesApart() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Introduction")
      sketch.paragraph(
        "The \u{FB01}rst \u{FB02}oor holds \u{FB01}fty of\u{FB01}cial drawers of marbles and no more."
      )
      #expect(
        try sketch.read().blocks(.paragraph).contains(
          "The first floor holds fifty official drawers of marbles and no more."))
    }

    @Test func joinsAParagraphAcrossPages() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Introduction")
      sketch.move(to: 110)
      sketch.lines(
        "A sentence that begins at the foot of one page and has not come to its end when the",
        "page has been filled with it goes on at the top of the next one, where a reader")
      sketch.turnPage()
      sketch.paragraph("finds its end.")
      #expect(
        try sketch.read().blocks(.paragraph).contains {
          $0.hasPrefix("A sentence that begins") && $0.hasSuffix("a reader finds its end.")
        })
    }

    @Test func keepsItemsOfAListApart() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Introduction")
      sketch.paragraph(
        "The institute has found three things of which the sorters had no idea at all:")
      sketch.lines(
        "1. Damp marbles weigh more than dry ones, and the scales of the institute can", x: 84)
      sketch.lines("tell them apart in the dark.", x: 96)
      sketch.lines("2. Gloves are of no use to anybody who sorts marbles.", x: 84)
      sketch.lines("3. Nobody has looked into the drawer.", x: 84)
      let items = try sketch.read().blocks(.listItem)
      #expect(items.count == 3)
      #expect(items.first?.hasSuffix("the institute can tell them apart in the dark.") == true)
    }

    @Test func numbersEquations() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Method")
      sketch.paragraph("The weight of a marble is what both of the pans say of it, taken together:")
      sketch.space(4)
      sketch.lines("ab = cd + xy < uv + w", x: 250)
      sketch.put("(1)", x: 520, y: sketch.y)
      sketch.space(10)
      sketch.paragraph(
        "where the last term is the weight of the water that has run off in the end.")
      let read = try sketch.read()
      let equations = read.paper.blocks.filter { $0.kind == .equation }
      #expect(equations.map(\.label) == ["1"])
      #expect(read.blocks(.equation) == ["ab = cd + xy < uv + w (1)"])
    }

    @Test func setsFootnotesApart() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Introduction")
      sketch.lines("Marbles are small and roll away from whoever counts them in the dark, as the")
      sketch.lines("people of the institute have found to their cost on more than one evening.")
      sketch.move(to: 110)
      sketch.rule(width: 120, thickness: 0.4)
      sketch.space(2)
      sketch.put("1", x: 78, y: 96, size: 6)
      sketch.put(
        "The institute has closed since, and its marbles were sold.", x: 82, y: 93, size: 8)
      // A notice of the conference is no part of the note above it.
      sketch.put("Third Conference on Marbles, 2019.", x: 72, y: 78, size: 8)
      let read = try sketch.read()
      #expect(
        read.blocks(.footnote).map { $0.hasSuffix("its marbles were sold.") } == [true, false])
      #expect(!read.blocks(.paragraph).contains { $0.contains("were sold") })
    }

    @Test func leavesRunningHeadsAndPageNumbersOut() throws {
      var sketch = SketchedPaper()
      for page in 1...4 {
        if page > 1 { sketch.turnPage() }
        sketch.put("Marbles at Night: Pebble and Quartz", x: 200, y: 760, size: 8)
        sketch.put("\(page)", x: 300, y: 30, size: 8)
        if page == 1 { sketch.front() }
        sketch.heading("\(page) Part")
        sketch.paragraph("Marbles are small and roll away from whoever counts them on day \(page).")
      }
      let read = try sketch.read()
      #expect(read.leftOut(.pageNumber) == ["1", "2", "3", "4"])
      #expect(
        read.leftOut(.runningHead)
          == Array(repeating: "Marbles at Night: Pebble and Quartz", count: 4))
      #expect(!read.blocks(.paragraph).contains { $0.contains("Pebble and Quartz") })
    }

    @Test func leavesHeadsOfFacingPagesOut() throws {
      var sketch = SketchedPaper()
      for page in 1...6 {
        if page > 1 { sketch.turnPage() }
        let head = page.isMultiple(of: 2) ? "Pebble and Quartz \(page)" : "\(page) Marbles at Night"
        sketch.put(head, x: page.isMultiple(of: 2) ? 72 : 430, y: 760, size: 8)
        if page == 1 { sketch.front() }
        sketch.heading("\(page) Part")
        sketch.paragraph("Marbles are small and roll away from whoever counts them on day \(page).")
      }
      let read = try sketch.read()
      #expect(read.leftOut(.runningHead).count == 6)
      #expect(read.paper.metadata.title?.value == "Marbles at Night: A Study of Damp Sorting")
    }
  }
}
