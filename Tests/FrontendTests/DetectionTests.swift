import Foundation
import IR
import Testing

@testable import Frontend

@Suite struct DetectionTests {
  private func recognise(_ bytes: [UInt8], name: String = "input") throws -> InputKind {
    let scratch = try ScratchFolder()
    return try InputRecogniser.recognise(path: scratch.write(bytes, to: "file"), name: name)
  }

  private func recognise(_ text: String, name: String = "input") throws -> InputKind {
    try recognise(Array(text.utf8), name: name)
  }

  private func error(_ text: String, name: String = "input") throws -> Diagnostic {
    try error(Array(text.utf8), name: name)
  }

  private func error(_ bytes: [UInt8], name: String = "input") throws -> Diagnostic {
    let error = #expect(throws: FrontendError.self) { try recognise(bytes, name: name) }
    let diagnostic = try #require(error?.diagnostic)
    #expect(diagnostic.input?.file == name)
    #expect(diagnostic.severity == .error)
    return diagnostic
  }

  @Test func aPDFMayHaveABeginningOfItsOwn() throws {
    #expect(try recognise("%PDF-1.7\n") == .pdf)
    #expect(try recognise(String(repeating: "\n", count: 1000) + "%PDF-1.4") == .pdf)
    #expect(try recognise("{junk} %PDF-1.4") == .pdf)
    #expect(try recognise(#"{"run_id": 1, "messages": [{"content": "%PDF-1.4"}]}"#) == .log)
    #expect(try error(String(repeating: "x", count: 1020) + "%PDF-1.4").code == "F011")
  }

  @Test(arguments: [
    (#"{"requirements": "all", "sub_tasks": []}"#, InputKind.rubric),
    (#"{"sub_tasks": [{"a": 1}], "score": 0.5, "requirements": "all"}"#, .rubric),
    (#"{"metadata": {}, "samples": []}"#, .log),
    (#"{"run_id": 1, "nodes": []}"#, .log),
    (#"{"nodes": [{"node_id": 0, "node_data": {}}]}"#, .log),
    (#"{"messages": [], "run_id": 1}"#, .log),
    (#"[{"messages": [], "run_id": 1}]"#, .log),
    ("{\n  \"messages\": [],\n  \"run_id\": 1\n}", .log),
    (#"{"version": 2, "status": "error", "eval": {}}"#, .log),
    (#"{"samples": [], "eval": {}, "version": 2, "status": "success"}"#, .log),
    ("{\"type\": \"summary\"}\n{\"type\": \"user\", \"sessionId\": \"a\"}", .log),
    (#"{"type": "assistant", "parentUuid": null}"#, .log),
    (#"{"timestamp": "t", "type": "session_meta", "payload": {}}"#, .log),
    ("\u{FEFF}\n{\"samples\": []}", .log),
    ("{\"samples\": [{\"inp\n{\"samples\": []}\n", .log),
  ])
  func kindsAreToldByTheirKeys(_ text: String, _ kind: InputKind) throws {
    #expect(try recognise(text) == kind)
    #expect(try recognise(text, name: "misnamed.pdf") == kind)
  }

  @Test func keysCountWhereTheRowIsTooLongToSeeItsEnd() throws {
    let long = String(repeating: "x", count: JSONRows.lookahead)
    #expect(try recognise(#"{"samples": [{"input": "\#(long)"}], "metadata": {}}"#) == .log)
    #expect(try recognise(#"{"messages": [{"content": "\#(long)"}], "run_id": 1}"#) == .log)
  }

  @Test(arguments: [
    ("", "F004"), (" \n\t", "F004"), ("PAR1xxxx", "F006"),
    ("version https://git-lfs.github.com/spec/v1\noid sha256:abcd\nsize 5\n", "F007"),
    (#"{"type": "user", "wall_clock_s": 1.5}"#, "F009"),
    (#"{"a": ]"#, "F010"), ("{", "F010"),
    (#"{"name": "toy", "version": "1"}"#, "F011"), ("[1, 2]", "F010"), ("[]", "F011"),
    (#"{"messages": []}"#, "F011"), (#"{"nodes": [{"id": 1}]}"#, "F011"),
    (#"{"type": "session", "timestamp": 1, "payload": 2}"#, "F011"),
    ("Dear reader,\n", "F011"), ("<html>", "F011"),
  ])
  func whatIsNoInputIsNamed(_ text: String, _ code: DiagnosticCode) throws {
    #expect(try error(text).code == code)
  }

  @Test func aPointerNamesTheMissingObject() throws {
    let text = "version https://git-lfs.github.com/spec/v1\noid sha256:0a1b\nsize 5\n"
    #expect(try error(text).message.contains("sha256:0a1b"))
  }

  @Test func unknownJSONNamesItsKeys() throws {
    #expect(try error(#"{"name": "toy", "version": 1}"#).message.contains("'name', 'version'"))
  }

  @Test(arguments: [
    Array("<!DOCTYPE html>".utf8), Array("plain".utf8), [0, 1, 2], [0xFF, 0xFE, 0x41, 0],
  ])
  func aFileNamedLikeAPDFSaysSo(_ bytes: [UInt8]) throws {
    #expect(try error(bytes, name: "paper.PDF").code == "F005")
    #expect(try error(bytes, name: "paper.txt").code == "F011")
  }

  @Test(arguments: [
    [0x1F, 0x8B, 8], [0x28, 0xB5, 0x2F, 0xFD], [0x42, 0x5A, 0x68, 0x39], [0x50, 0x4B, 3, 4, 0, 0],
  ])
  func packedFilesAreNamed(_ bytes: [UInt8]) throws {
    #expect(try error(bytes).code == "F008")
  }

  @Test func anInspectArchiveIsALogAndNotRead() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write(Zip.archive(["samples/1.json", "header.json"]), to: "x.eval")
    #expect(try InputRecogniser.recognise(path: path, name: "x.eval") == .log)
    let error = #expect(throws: FrontendError.self) { try ReadLog(path: path) }
    #expect(error?.diagnostic.code == "F402")
    #expect(try self.error(Zip.archive(["word/document.xml"])).code == "F008")
  }

  @Test func aReaderRefusesAnInputOfAnotherKind() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write(#"{"requirements": "all", "sub_tasks": []}"#, to: "x.json")
    let error = #expect(throws: FrontendError.self) { try ReadLog(path: path) }
    #expect(error?.diagnostic.code == "F401")
  }

  // MARK: Paths

  @Test func whatIsNotThereIsMissing() throws {
    let scratch = try ScratchFolder()
    let error = #expect(throws: FrontendError.self) {
      try InputRecogniser.recognise(path: scratch.path("no"), name: "no")
    }
    #expect(error?.diagnostic.code == "F001")
  }

  @Test func aCircleOfLinksIsNotReadable() throws {
    let scratch = try ScratchFolder()
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("a"), withDestinationPath: scratch.path("a"))
    let error = #expect(throws: FrontendError.self) {
      try InputRecogniser.recognise(path: scratch.path("a"), name: "a")
    }
    #expect(error?.diagnostic.code == "F002")
  }

  @Test func aPipeIsRefusedAndNotWaitedFor() throws {
    let scratch = try ScratchFolder()
    #expect(mkfifo(scratch.path("pipe"), 0o600) == 0)
    let error = #expect(throws: FrontendError.self) {
      try InputRecogniser.recognise(path: scratch.path("pipe"), name: "pipe")
    }
    #expect(error?.diagnostic.code == "F003")
  }

  // MARK: Folders

  @Test(arguments: [
    (["notes.txt", "run_0/final_info.json"], InputKind.log),
    (["notes.txt", "20310101_toy_aider.txt"], .log),
    (["run_3/final_info.json"], .log),
    (["notes.txt", "main.py"], .git),
    (["run_0/other.json", "x_aider.txt"], .git),
    (["run_/final_info.json", "run_01/final_info.json"], .git),
    ([".git/HEAD"], .git),
  ])
  func foldersAreRepositoriesOrRuns(_ files: [String], _ kind: InputKind) throws {
    let scratch = try ScratchFolder()
    for file in files { try scratch.write("{}", to: file) }
    #expect(try InputRecogniser.recognise(path: scratch.folder.path, name: "runs") == kind)
  }

  @Test func aLinkIsNoRunFolder() throws {
    let scratch = try ScratchFolder()
    try scratch.write("{}", to: "elsewhere/final_info.json")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("run_0"), withDestinationPath: scratch.path("elsewhere"))
    #expect(try InputRecogniser.recognise(path: scratch.folder.path, name: "runs") == .git)
  }

  @Test func everyCodeIsExplainedOnce() {
    let tables = [
      InputRecogniser.explanations, RubricReader.explanations, LogReader.explanations,
    ]
    for table in tables {
      #expect(table.map(\.code) == table.map(\.code).sorted())
      #expect(Set(table.map(\.code)).count == table.count)
      #expect(
        table.allSatisfy { row in
          [row.summary, row.cause, row.cure, row.example].allSatisfy { !$0.isEmpty }
        })
    }
  }
}

/// Zip files with empty members.
private enum Zip {
  static func archive(_ names: [String]) -> [UInt8] {
    var members: [UInt8] = []
    var directory: [UInt8] = []
    for name in names {
      let bytes = Array(name.utf8)
      let offset = members.count
      members += [0x50, 0x4B, 3, 4] + zeros(22) + little(bytes.count, 2) + zeros(2) + bytes
      directory += [0x50, 0x4B, 1, 2] + zeros(24) + little(bytes.count, 2) + zeros(12)
      directory += little(offset, 4) + bytes
    }
    return members + directory + [0x50, 0x4B, 5, 6] + zeros(4) + little(names.count, 2)
      + little(names.count, 2) + little(directory.count, 4) + little(members.count, 4) + zeros(2)
  }

  private static func zeros(_ count: Int) -> [UInt8] { Array(repeating: 0, count: count) }

  private static func little(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
