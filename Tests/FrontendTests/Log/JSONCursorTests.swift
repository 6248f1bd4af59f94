import Testing

@testable import Frontend

@Suite struct JSONCursorTests {
  private enum Key: String, CaseIterable { case a, b }

  private func file(_ text: String) throws -> InputFile {
    let scratch = try ScratchFolder()
    return try InputFile(path: scratch.write(text, to: "x.json"))
  }

  @Test func onlyKnownKeysAreGiven() throws {
    var cursor = JSONCursor(try file(#" {"x": [1, {"a": 2}], "\u0061": "\u00e9\n", "b": -1.5e3} "#))
    let keys = JSONKeys<Key>()
    _ = cursor.peekRow()
    try cursor.enterObject()
    #expect(try cursor.nextKey(keys) == .a)
    #expect(try cursor.string()?.text == "\u{E9}\n")
    #expect(try cursor.nextKey(keys) == .b)
    #expect(try cursor.number() == "-1.5e3")
    #expect(try cursor.nextKey(keys) == nil)
    #expect(cursor.peekRow() == nil)
  }

  @Test(arguments: [
    ("[1, 2", JSONFault.Reason.end), ("[\"ab", .end), ("[\"ab\\", .end), ("[tru", .end),
    ("[truth]", .word("truth")), ("[01x]", .word("01x")), ("[-]", .word("-")),
    ("[}", .unexpected(0x7D)),
    ("[1 2]", .unexpected(0x32)), ("[\"a\nb\"]", .lineEnd), ("[\"a\\\nb\"]", .lineEnd),
    ("[[[[[1]]]]]", .depth(4)), ("[,1]", .unexpected(0x2C)), ("{\"a\" 1}", .unexpected(0x31)),
  ])
  func faultsHaveTheirReason(_ text: String, _ reason: JSONFault.Reason) throws {
    var cursor = JSONCursor(try file(text), depthLimit: 4)
    let fault = #expect(throws: JSONFault.self) {
      if text.hasPrefix("{") {
        try cursor.enterObject()
        while (try cursor.nextKey()) != nil { try cursor.skip() }
      } else {
        try cursor.enterArray()
        while try cursor.nextElement() { try cursor.skip() }
      }
    }
    #expect(fault?.reason == reason)
  }

  @Test(arguments: ["NaN", "Infinity", "-Infinity", "0", "-0.5", "1e5", "1.", ".5", "007"])
  func numbersAreTakenAsPrinted(_ text: String) throws {
    var cursor = JSONCursor(try file("[\(text)]"))
    try cursor.enterArray()
    #expect(try cursor.nextElement())
    #expect(try cursor.number() == text)
  }

  /// Strings that lie across the border of two blocks, at every offset around it.
  @Test(arguments: [0, 1, 2, 3, 7, 8, 9, 15, 16, 17])
  func blocksJoinWithoutASeam(_ shift: Int) throws {
    let filler = String(repeating: "x", count: (1 << 20) - 20 - shift)
    let word = #"caf\u00e9 \"quoted\" \\ "# + "end"
    var cursor = JSONCursor(try file(#"["\#(filler)", "\#(word)", "\#(word)", 12345, true]"#))
    var hashes: [UInt64] = []
    try cursor.enterArray()
    for text in [filler, "café \"quoted\" \\ end", "café \"quoted\" \\ end"] {
      #expect(try cursor.nextElement())
      var hash = ContentHash()
      #expect(try cursor.kind() == .string)
      let range = try cursor.passString(&hash)
      #expect(JSONText(cursor.bytes(in: range)).text == text)
      hashes.append(hash.value)
    }
    #expect(hashes[1] == hashes[2])
    #expect(hashes[0] != hashes[1])
    #expect(try cursor.nextElement())
    #expect(try cursor.number() == "12345")
    #expect(try cursor.nextElement())
    #expect(try cursor.truth() == true)
    #expect(try !cursor.nextElement())
  }

  @Test func theDigestCoversWhatWasNotRead() throws {
    let text = "[1]\n" + String(repeating: " ", count: 3 << 20)
    var cursor = JSONCursor(try file(text), digests: true)
    _ = cursor.peekRow()
    #expect(cursor.finish() == Digest.sha256(Array(text.utf8)))
  }

  @Test func linesAndColumnsAreCounted() throws {
    var cursor = JSONCursor(try file("\u{FEFF}[1,\n\n  2]"))
    try cursor.enterArray()
    #expect(cursor.column == 1)
    #expect(try cursor.nextElement())
    try cursor.skip()
    #expect(try cursor.nextElement())
    #expect(try cursor.number() == "2")
    #expect(cursor.line == 3)
    #expect(cursor.column == 3)
  }

  // MARK: Rows

  private func rows(_ text: String) throws -> (lines: [Int], framing: JSONRows.Framing) {
    var rows = JSONRows(try file(text))
    let framing = rows.framing
    var lines: [Int] = []
    while let row = rows.next() {
      do throws(JSONFault) {
        try rows.cursor.enterObject()
        while try rows.cursor.nextKey() != nil { try rows.cursor.skip() }
        lines.append(row.line)
      } catch {
        lines.append(-row.line)
        rows.recover()
      }
    }
    return (lines, framing)
  }

  @Test(arguments: [
    ("{}\n{}\n", JSONRows.Framing.lines, [1, 2]),
    ("\n\n{\"a\": 1}\n{\"a\":\n{\"a\": 2}", .lines, [3, -4, 5]),
    ("{\"a\": [\n{\"a\": 2}\n", .lines, [-1, 2]),
    ("{\n \"a\": 1\n}\n{\n \"a\": 2\n}", .objects, [1, 4]),
    ("[{\"a\": 1},\n {\"a\": 2}]\n", .array, [1, 2]),
    ("[\n  {\"a\": 1},\n  {\"a\": x},\n  {\"a\": 2}\n]", .array, [2, -3, 4]),
    ("[\n  {\n    \"a\": [\n      {\"b\": x}\n    ]\n  },\n  {\"a\": 2}\n]", .array, [-2, 7]),
    ("{} trailing\n{}", .lines, [1, -1, 2]),
    ("", .lines, []),
  ])
  func rowsAreFoundInEveryFraming(
    _ text: String, _ framing: JSONRows.Framing, _ lines: [Int]
  ) throws {
    let found = try rows(text)
    #expect(found.framing == framing)
    #expect(found.lines == lines)
  }
}
