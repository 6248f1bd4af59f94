import Backend
import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import Driver

struct DiskTreeTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private static var small: ArtifactTree {
    var tree = ArtifactTree()
    tree["PAPER.md"] = Array("# Gliders\n".utf8)
    tree["evidence/source_map.json"] = Array("{}\n".utf8)
    tree["logic/solution/heuristics.md"] = []
    return tree
  }

  private func publish(_ tree: ArtifactTree, at name: String = "out.ara") throws {
    try DiskTree.publish(tree, at: folder.path(name), Interruption())
  }

  // MARK: Publishing

  @Test func whatIsPublishedIsWhatIsLoaded() throws {
    try publish(Self.small)
    let loaded = try #require(DiskTree.load(folder.path("out.ara")))
    #expect(loaded.filePaths == Self.small.filePaths)
    for path in loaded.filePaths { #expect(loaded[path] == Self.small[path], "\(path)") }
    #expect(try folder.names() == ["out.ara"])
  }

  @Test func anArtifactIsReplacedAsAWhole() throws {
    var former = Self.small
    former["trace/stale.md"] = Array("stale".utf8)
    try publish(former)
    try publish(Self.small)
    #expect(DiskTree.load(folder.path("out.ara"))?.filePaths == Self.small.filePaths)
    #expect(try folder.names() == ["out.ara"])
  }

  @Test func whatCannotBePublishedLeavesTheFormerArtifact() throws {
    try publish(Self.small)
    var tree = Self.small
    tree["logic/" + String(repeating: "x", count: 300)] = []
    let error = #expect(throws: DiskTree.WriteError.self) { try publish(tree) }
    #expect(error?.path.hasPrefix(folder.path("out.ara/logic/xxx")) == true)
    #expect(error?.reason == "File name too long")
    #expect(DiskTree.load(folder.path("out.ara"))?.filePaths == Self.small.filePaths)
    #expect(try folder.names() == ["out.ara"])
  }

  /// No process has such a number; one that lives keeps its own.
  @Test func leftoversOfTheDeadAreRemoved() throws {
    try folder.write("half", to: ".out.ara.arac-999999999/PAPER.md")
    try folder.write("half", to: ".out.ara.arac-\(getppid())/PAPER.md")
    try folder.write("half", to: ".other.ara.arac-999999999/PAPER.md")
    try publish(Self.small)
    #expect(
      try folder.names() == [
        ".other.ara.arac-999999999", ".out.ara.arac-\(getppid())", "out.ara",
      ])
  }

  /// The number of this process may have been another's, as in a container that starts again.
  @Test func leftoversUnderTheOwnNumberAreRemoved() throws {
    try folder.write("half", to: ".out.ara.arac-\(getpid())/PAPER.md")
    try publish(Self.small)
    #expect(try folder.names() == ["out.ara"])
  }

  @Test(arguments: [
    ("out", "out", true), ("out", "out/a.json", true), ("out/", "./x/../out/a", true),
    ("out", "output.json", false), ("out/a", "out", false), ("/tmp/out", "/tmp/out/x", true),
  ])
  func aFolderHoldsWhatLiesBelow(_ folder: String, _ path: String, _ holds: Bool) {
    #expect(DiskTree.holds(folder, path) == holds)
  }

  // MARK: Targets

  @Test func targetsAreTold() throws {
    try publish(Self.small)
    try folder.write("", to: "file")
    try folder.write("", to: "folder/file")
    try folder.write("", to: "half/PAPER.md")
    mkdir(folder.path("empty"), 0o755)
    symlink("out.ara", folder.path("link"))
    symlink("nowhere", folder.path("dangling"))
    let targets: [String: DiskTree.Target] = [
      "absent": .absent, "out.ara": .artifact, "out.ara/": .artifact, "file": .somethingElse,
      "folder": .somethingElse, "half": .somethingElse, "empty": .emptyDirectory,
      "link": .somethingElse, "dangling": .somethingElse,
    ]
    for (name, target) in targets {
      #expect(DiskTree.target(folder.path(name)) == target, "\(name)")
    }
  }

  // MARK: Files

  @Test func aFileIsReplacedAndALinkIsWrittenThrough() throws {
    try folder.write("former", to: "ir.json")
    symlink("ir.json", folder.path("link.json"))
    try DiskTree.write(Array("one".utf8), to: folder.path("ir.json"), Interruption())
    #expect(try folder.text(of: "ir.json") == "one")
    try DiskTree.write(Array("two".utf8), to: folder.path("link.json"), Interruption())
    #expect(try folder.text(of: "ir.json") == "two")
    #expect(try folder.names() == ["ir.json", "link.json"])
  }

  @Test func bytesHaveALimit() throws {
    try folder.write("12345", to: "five")
    #expect(DiskTree.bytes(of: folder.path("five"), limit: 5) == Array("12345".utf8))
    #expect(DiskTree.bytes(of: folder.path("five"), limit: 4) == nil)
    #expect(DiskTree.bytes(of: folder.path("none"), limit: 4) == nil)
    #expect(DiskTree.bytes(of: folder.path, limit: 4) == nil)
    #expect(DiskTree.bytes(of: "/dev/zero", limit: 1 << 20) == nil)
  }

  // MARK: Loading

  @Test func whatIsNoFileIsNotedAndNeverOpened() throws {
    try publish(Self.small)
    symlink("/etc/passwd", folder.path("out.ara/secret"))
    symlink(".", folder.path("out.ara/circle"))
    mkfifo(folder.path("out.ara/queue"), 0o644)
    try folder.write("", to: "out.ara/huge")
    try #require(truncate(folder.path("out.ara/huge"), 1 << 40) == 0)
    let tree = try #require(DiskTree.load(folder.path("out.ara")))
    #expect(tree[entry: "secret"] == .symlink(target: "/etc/passwd"))
    #expect(tree[entry: "circle"] == .symlink(target: "."))
    #expect(tree[entry: "queue"] == .unreadable(reason: "no regular file"))
    #expect(tree[entry: "huge"] == .unreadable(reason: "larger than 64 MiB"))
  }

  @Test func whatIsNoDirectoryIsNoArtifact() throws {
    try folder.write("", to: "file")
    #expect(DiskTree.load(folder.path("file")) == nil)
    #expect(DiskTree.load(folder.path("absent")) == nil)
  }

  /// Removing follows no link and takes names that are no text.
  @Test func removingStaysInside() throws {
    try folder.write("mine", to: "mine/kept.txt")
    try folder.write("", to: "gone/deep/file")
    symlink("../mine", folder.path("gone/link"))
    let name = Array(folder.path("gone/r").utf8CString.dropLast()) + [CChar(bitPattern: 0xE9), 0]
    mkdir(name, 0o755)
    DiskTree.remove(folder.path("gone"))
    #expect(try folder.names() == ["mine"])
    #expect(try folder.text(of: "mine/kept.txt") == "mine")
  }
}
