import Testing

@testable import Frontend
@testable import IR

extension PDFReaderTests {
  @Suite struct NameMarksTests {
    @Test func readsTheMarksBehindAName() {
      let line = "Mara Pebble,^{1,2∗} Otto Quartz^3 Lena Gravel*"
      #expect(NameMarks.marks(behind: "Mara Pebble", in: line) == ["1", "2", "∗"])
      #expect(NameMarks.marks(behind: "Otto Quartz", in: line) == ["3"])
      #expect(NameMarks.marks(behind: "Lena Gravel", in: line) == ["∗"])
    }

    @Test func splitsALineAtItsMarks() {
      let entries = NameMarks.entries(in: "^1Stones ^{12}Pebbles, Ltd.; ∗equal", leading: nil)
      #expect(entries.map(\.mark) == ["1", "12", "∗"])
      #expect(entries.map(\.text) == ["Stones", "Pebbles, Ltd", "equal"])
    }

    @Test func expandsBraces() {
      let mails = MailList("{mara, otto}@stones.org, lena@pebbles.example").addresses
      #expect(mails.map(\.text) == ["mara@stones.org", "otto@stones.org", "lena@pebbles.example"])
      #expect(mails.map(\.isPrinted) == [false, false, true])
    }

    @Test(arguments: [
      ("mpebble@stones.org", 0), ("otto@stones.org", 1), ("lenagr@stones.org", 2),
      ("info@stones.org", nil),
    ])
    func knowsWhoseAnAddressIs(_ address: String, _ owner: Int?) {
      let names = ["Mara Pebble", "Otto Quartz", "Lena Gr"]
      #expect(MailList.owner(of: address, among: names) == owner)
    }

    @Test func readsLicenceAndCode() {
      let text = "We sort. Licensed under CC BY 4.0. See https://github.com/stones/sort."
      let place = Grounded(text, [SourceSpan(SourceID("paper"), 0..<text.utf8.count)])
      #expect(AccessWords.licence(in: place)?.value == "Licensed under CC BY 4.0.")
      #expect(AccessWords.code(in: place).map(\.value) == ["https://github.com/stones/sort"])
    }
  }
}
