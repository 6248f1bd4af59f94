import Backend
import FoundationEssentials
import TestSupport
import Testing

@testable import Driver

struct TreeUpdateTests {
  private let folder: TestFolder
  private let old: ArtifactTree

  init() throws {
    folder = try TestFolder()
    try folder.write("old\n", to: "a.ara/PAPER.md")
    try folder.write("claims\n", to: "a.ara/logic/claims.md")
    try folder.write("kept\n", to: "a.ara/logic/notes/other.txt")
    try folder.write("junk", to: "a.ara/logic/.DS_Store")
    old = try #require(DiskTree.load(folder.path("a.ara")))
  }

  private var changed: ArtifactTree {
    var new = old
    new["PAPER.md"] = Array("new\n".utf8)
    new["logic/claims.md"] = Array("new claims\n".utf8)
    new[entry: "logic/.DS_Store"] = nil
    return new
  }

  private func update() throws {
    try DiskTree.update(folder.path("a.ara"), from: old, to: changed, Interruption())
  }

  @Test func writesWhatDiffersAndNothingElse() throws {
    #expect(chmod("PAPER.md", 0o640) == 0)
    try update()
    #expect(DiskTree.load(folder.path("a.ara")) == changed)
    #expect(try folder.names(in: "a.ara") == ["PAPER.md", "logic"])
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("a.ara/PAPER.md"))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  /// Somebody saves a file while the artifact is verified: nothing of it is lost, and no other
  /// file is changed.
  @Test(arguments: ["PAPER.md", "logic/claims.md", "logic/.DS_Store"])
  func whatChangedMeanwhileStopsAll(_ path: String) throws {
    try folder.write("saved by somebody\n", to: "a.ara/\(path)")
    let now = DiskTree.load(folder.path("a.ara"))
    let error = #expect(throws: DiskTree.WriteError.self) { try update() }
    #expect(error?.path == folder.path("a.ara/\(path)"))
    #expect(error?.reason.contains("changed since") == true)
    #expect(DiskTree.load(folder.path("a.ara")) == now)
    #expect(try folder.names(in: "a.ara") == ["PAPER.md", "logic"])
  }

  @Test func whatIsGoneMeanwhileStopsAll() throws {
    try FileManager.default.removeItem(atPath: folder.path("a.ara/logic/claims.md"))
    let now = DiskTree.load(folder.path("a.ara"))
    #expect(throws: DiskTree.WriteError.self) { try update() }
    #expect(DiskTree.load(folder.path("a.ara")) == now)
  }

  private func chmod(_ path: String, _ mode: Int) -> Int {
    let isSet: ()? = try? FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: folder.path("a.ara/\(path)"))
    return isSet == nil ? 1 : 0
  }
}
