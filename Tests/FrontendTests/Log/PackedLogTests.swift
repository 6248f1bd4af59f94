import Foundation
import IR
import Testing

@testable import Frontend

/// Logs in gzip and in zips, and what is wrong with them.
@Suite struct PackedLogTests {
  private let scratch: ScratchFolder
  private let row = Flat.scoring(#"{"score": 1.25}"#)

  init() throws { scratch = try ScratchFolder() }

  private func read(_ bytes: [UInt8], _ name: String) throws -> ReadLog {
    try ReadLog(path: scratch.write(bytes, to: name), name: name)
  }

  @Test func aGzippedLogIsReadAsItsContent() throws {
    let packed = PackedBytes.gzip(row + "\n")
    let found = try read(packed, "run.jsonl.gz")
    let plain = try ReadLog(lines: [row])
    #expect(found.log.runs == plain.log.runs)
    #expect(found.input.source.text == plain.input.source.text)
    let file = try InputFile(path: scratch.path("run.jsonl.gz"))
    #expect(found.input.source.sha256 == file.sha256())
    #expect(
      try InputRecogniser.recognise(path: scratch.path("run.jsonl.gz"), name: "run") == .log)
  }

  @Test func severalStreamsFollowOneAnother() throws {
    let other = Flat.row([Flat.user("Sort.")], run: "8")
    let packed = PackedBytes.gzip(row + "\n") + PackedBytes.gzip(other + "\n")
    #expect(try read(packed, "run.gz").log.runs.map(\.id) == ["7", "8"])
  }

  @Test func ofACutStreamTheWholeRowsAreRead() throws {
    let long = Flat.row([Flat.user(String(repeating: "a", count: 70_000))], run: "8")
    let packed = PackedBytes.gzip(row + "\n" + long + "\n").dropLast(2000)
    let found = try read(Array(packed), "run.gz")
    #expect(found.log.runs.map(\.id) == ["7"])
    #expect(found.codes == ["F439", "F404"])
  }

  @Test func whatIsPackedAndNoLogIsRefused() throws {
    let path = try scratch.write(PackedBytes.gzip("Dear reader"), to: "letter.gz")
    let error = #expect(throws: FrontendError.self) {
      try InputRecogniser.recognise(path: path, name: "letter.gz")
    }
    #expect(error?.diagnostic.code == "F008")
  }

  // MARK: Inspect archives

  private static let header =
    #"{"version": 2, "status": "success", "eval": {"task": "toy", "model": "m"}}"#

  private static func sample(_ id: Int) -> String {
    #"{"id": \#(id), "epoch": 1, "messages": [], "scores": {"match": {"value": 0.5}}}"#
  }

  @Test(arguments: [UInt64(0), 8])
  func anInspectArchiveIsRead(_ method: UInt64) throws {
    let bytes = PackedBytes.zip([
      ("header.json", Self.header, method), ("samples/1_epoch_1.json", Self.sample(1), method),
      ("samples/2_epoch_1.json", Self.sample(2), method), ("summaries.json", "[]", method),
    ])
    let found = try read(bytes, "toy.eval")
    #expect(found.log.runs.map(\.id) == ["1_epoch_1", "2_epoch_1"])
    #expect(found.log.runs.map(\.model) == ["m", "m"])
    #expect(found.log.runs.flatMap(\.attempts).map(\.score?.value) == ["0.5", "0.5"])
    #expect(found.codes == [])
  }

  @Test func anUnfinishedArchiveBeginsWithItsJournal() throws {
    let bytes = PackedBytes.zip([
      ("_journal/start.json", #"{"version": 2, "eval": {"task": "toy"}}"#, 8),
      ("samples/1_epoch_1.json", Self.sample(1), 8),
    ])
    #expect(try read(bytes, "toy.eval").log.runs.map(\.task) == ["toy"])
  }

  @Test func aSampleInPartsIsReported() throws {
    let bytes = PackedBytes.zip([
      ("header.json", Self.header, 0), ("samples/1_epoch_1/sample.json", "{}", 0),
    ])
    #expect(try read(bytes, "toy.eval").codes == ["F440", "F425"])
  }

  @Test func aHeaderThatIsNoObjectIsAnError() throws {
    let bytes = PackedBytes.zip([("header.json", "[]", 0)])
    let error = #expect(throws: FrontendError.self) { try read(bytes, "toy.eval") }
    #expect(error?.diagnostic.code == "F402")
  }
}
