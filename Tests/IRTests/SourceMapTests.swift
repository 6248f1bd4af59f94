import IR
import Testing

struct SourceMapTests {
  private let map: SourceMap
  private let spans: [String: SourceSpan]

  init() {
    var paper = SourceTextBuilder(SourceID("paper"))
    var code = SourceTextBuilder(SourceID("repo"))
    var log = SourceTextBuilder(SourceID("log"))
    var rubric = SourceTextBuilder(SourceID("rubric"))
    var spans: [String: SourceSpan] = [:]
    let start = paper.count
    spans["first"] = paper.append("The scale is", at: .page(1, Box(72, 100.04, 300, 110.06)))
    paper.separate(" ")
    spans["second"] = paper.append("noisy.", at: .page(1, Box(72, 112, 110, 122)))
    spans["broken"] = paper.span(from: start)
    paper.separate("\n\n")
    spans["later"] = paper.append("It drifts.", at: .page(2, Box(72, 90, 120, 100)))
    spans["across"] = paper.span(from: start)
    let file = code.append(
      "import os\nLAGS = 12\nDECAY = 0.9\n", at: .lines(path: "a.py", firstLine: 3))
    spans["file"] = file
    spans["setting"] = file.narrowed(to: 17..<19)
    spans["lines"] = file.narrowed(to: 10..<31)
    spans["message"] = log.append("I will wait.", at: .message(run: "7", ordinal: 12))
    spans["node"] = rubric.append("It has been built.", at: .node("a-b"))
    self.spans = spans
    map = SourceMap([
      SourceText(
        id: paper.id, kind: .pdf, file: "a.pdf", sha256: "", pages: 2, text: paper.text,
        regions: paper.regions),
      SourceText(
        id: code.id, kind: .git, file: "repo", sha256: "", text: code.text, regions: code.regions),
      SourceText(
        id: log.id, kind: .log, file: "a.jsonl", sha256: "", text: log.text, regions: log.regions),
      SourceText(
        id: rubric.id, kind: .rubric, file: "r.json", sha256: "", text: rubric.text,
        regions: rubric.regions),
    ])
  }

  private func span(_ name: String) throws -> SourceSpan { try #require(spans[name]) }

  @Test func givesTheTextOfSpans() throws {
    #expect(map.text(of: try span("broken")) == "The scale is noisy.")
    #expect(map.text(of: try span("setting")) == "12")
    #expect(map.grounded(try span("second")) == Grounded("noisy.", [try span("second")]))
  }

  @Test func locatesLinesOfAPageWithRoundedBoxes() throws {
    let boxes = [Box(72, 100, 300, 110.1), Box(72, 112, 110, 122)]
    #expect(map.location(of: try span("broken")) == .page(1, boxes))
    #expect(map.location(of: try span("first")) == .page(1, [boxes[0]]))
  }

  @Test func locatesASpanOverTwoPagesOnTheFirst() throws {
    let location = try #require(map.location(of: try span("across")))
    guard case .page(1, let boxes) = location else {
      Issue.record("\(location)")
      return
    }
    #expect(boxes.count == 2)
  }

  @Test func countsTheLinesOfAFile() throws {
    #expect(map.location(of: try span("setting")) == .lines(path: "a.py", 4...4))
    #expect(map.location(of: try span("lines")) == .lines(path: "a.py", 4...5))
    #expect(map.location(of: try span("file")) == .lines(path: "a.py", 3...5))
  }

  @Test(arguments: [
    ("broken", "paper:p1"), ("later", "paper:p2"), ("setting", "repo:a.py:4"),
    ("lines", "repo:a.py:4-5"), ("message", "log:7#m12"), ("node", "rubric:a-b"),
  ])
  func writesReferences(_ name: String, _ reference: String) throws {
    #expect(map.reference(to: try span(name)) == reference)
  }

  @Test func knowsNothingOfOtherPlaces() {
    let outside = SourceSpan(SourceID("paper"), 5000..<5001)
    #expect(map.text(of: outside) == "")
    #expect(map.location(of: outside) == nil)
    #expect(map.reference(to: SourceSpan(SourceID("other"), 0..<1)) == nil)
  }

  @Test func cutsNoCharacterInHalf() {
    let text = SourceText(
      id: SourceID("paper"), kind: .pdf, file: "a.pdf", sha256: "", text: "aé", regions: [])
    #expect(text.text(of: 0..<3) == "aé")
    #expect(text.text(of: 0..<2) == "")
    #expect(text.text(of: 1..<9) == "")
  }
}

struct SourceSpanTests {
  @Test func printsAndParses() {
    let span = SourceSpan(SourceID("paper"), 120..<180)
    #expect(span.description == "paper:120-180")
    #expect(SourceSpan(parsing: "paper:120-180") == span)
    #expect(SourceSpan(parsing: "a:b:0-0")?.source == SourceID("a:b"))
  }

  @Test(arguments: [
    "", "paper", "paper:", "paper:1", "paper:2-1", "paper:-1-2", "paper:1-x", "paper:1-5000000000",
  ])
  func refusesWhatIsNoSpan(_ text: String) {
    #expect(SourceSpan(parsing: text) == nil)
  }

  @Test func narrowsAndContains() {
    let span = SourceSpan(SourceID("paper"), 100..<200)
    let part = span.narrowed(to: 5..<10)
    #expect(part == SourceSpan(SourceID("paper"), 105..<110))
    #expect(span.contains(part) && !part.contains(span))
    #expect(!span.contains(SourceSpan(SourceID("repo"), 105..<110)))
    #expect([part, span].sorted() == [span, part])
  }
}
