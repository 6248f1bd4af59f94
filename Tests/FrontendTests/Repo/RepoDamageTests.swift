import Foundation
import IR
import Testing

@testable import Frontend

/// Git data that is missing, broken, hostile or in a form that is not read.
struct RepoDamageTests {
  let repository: TestRepository

  init() throws {
    repository = try TestRepository()
    try repository.write("a.c", "int a;\n").write("src/b.c", "int b;\n").commit("first")
    try repository.write("src/b.c", "int c;\n").commit("second")
  }

  private func objectFile(_ id: String) -> URL {
    repository.file(".git/objects/\(id.prefix(2))/\(id.dropFirst(2))")
  }

  private func clobber(_ file: URL) throws {
    chmod(file.path, 0o644)
    try Data("not an object".utf8).write(to: file)
  }

  @Test func missingFileOfABareRepository() throws {
    let blob = try repository.git("rev-parse", "HEAD:a.c")
    try repository.git("clone", "-q", "--bare", ".", "loose.git")
    try FileManager.default.removeItem(
      at: repository.file("loose.git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))"))
    let read = try repository.read("loose.git")
    #expect(read.codes == ["F207"])
    #expect(read.diagnostic("F207")?.input == InputPlace(file: "code/a.c"))
    #expect(read["a.c"]?.blob == blob)
    #expect(read.text(read["src/b.c"]?.text) == "int c;\n")
  }

  @Test func missingDirectoryOfTheCommit() throws {
    let tree = try repository.git("rev-parse", "HEAD:src")
    try FileManager.default.removeItem(at: objectFile(tree))
    let read = try repository.read()
    #expect(read.facts.files.map(\.path) == ["a.c", "src/b.c"])
    #expect(read.codes == ["F207"])
    #expect(read.facts.commits.count == 2)
    #expect(read.facts.commits.first?.paths == [])
  }

  @Test func missingParentIsNotCalledShallow() throws {
    try FileManager.default.removeItem(at: objectFile(try repository.git("rev-parse", "HEAD~")))
    let read = try repository.read()
    #expect(read.codes == ["F207"])
    #expect(read.facts.commits.count == 1)
  }

  @Test(arguments: ["HEAD", "HEAD^{tree}"])
  func damagedCommitOrTree(_ revision: String) throws {
    try clobber(objectFile(try repository.git("rev-parse", revision)))
    let read = try repository.read()
    #expect(read.facts.files.map(\.path) == ["a.c", "src/b.c"])
    #expect(Set(read.codes).isSubset(of: ["F206", "F207"]))
    #expect(!read.codes.isEmpty)
  }

  @Test func damagedPack() throws {
    try repository.git("pack-objects", "-q", "--revs", ".git/objects/pack/pack", input: "HEAD\n")
    try repository.git("prune-packed", "-q")
    let packs = repository.file(".git/objects/pack")
    for pack in try FileManager.default.contentsOfDirectory(
      at: packs, includingPropertiesForKeys: nil)
    where pack.pathExtension == "pack" {
      try clobber(pack)
    }
    let read = try repository.read()
    #expect(read.codes == ["F206"])
    #expect(read.facts.files.map(\.path) == ["a.c", "src/b.c"])
    try repository.git("init", "-q", "--bare", "bare.git")
    try repository.write("bare.git/HEAD", "ref: refs/heads/main\n")
      .write("bare.git/refs/heads/main", String(repeating: "ab", count: 20) + "\n")
    #expect {
      try repository.read("bare.git")
    } throws: { error in
      (error as? FrontendError)?.diagnostic.code == "F206"
    }
  }

  /// A pack that is sound but for a few bytes in its middle: what was told is told, the rest is read.
  @Test func packWithAWound() throws {
    var text = ""
    for number in 0..<4_000 { text += "int a\(number * 7_919 % 10_007);\n" }
    try repository.write("long.c", text).commit("third")
    try repository.git("clone", "-q", "--bare", "--no-local", ".", "bare.git")
    let packs = repository.file("bare.git/objects/pack")
    let pack = try #require(
      try FileManager.default.contentsOfDirectory(at: packs, includingPropertiesForKeys: nil)
        .first { $0.pathExtension == "pack" })
    var bytes = [UInt8](try Data(contentsOf: pack))
    #expect(bytes.count > 8_000)
    for index in (bytes.count / 2)..<(bytes.count / 2 + 16) { bytes[index] ^= 0xFF }
    chmod(pack.path, 0o644)
    try Data(bytes).write(to: pack)
    let read = try repository.read("bare.git")
    #expect(read.facts.files.map(\.path) == ["a.c", "long.c", "src/b.c"])
    #expect(read.codes == ["F207"])
    #expect(read.diagnostic("F207")?.input == InputPlace(file: "code/long.c"))
    #expect(read.text(read["a.c"]?.text) == "int a;\n")
    #expect(read.facts.commits.count == 3)
  }

  @Test func directoryNamedGitWithNothingInIt() throws {
    let plain = try TestRepository()
    try plain.write(".git/x", "").write("a.c", "int a;\n")
    #expect(try plain.read().codes == ["F206"])
    #expect(try plain.read().facts.files.map(\.path) == ["a.c"])
  }

  @Test func formsThatAreNotRead() throws {
    try repository.write(
      ".git/config", "[core]\nrepositoryformatversion = 1\n[extensions]\nobjectFormat = sha256\n")
    let read = try repository.read()
    #expect(read.codes == ["F206"])
    #expect(read.diagnostic("F206")?.message.contains("SHA-256") == true)
  }

  @Test func gitDirectoryThatLeadsElsewhere() throws {
    let other = try TestRepository()
    try other.write("a.c", "int a;\n")
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: other.file(".git").path, withDestinationPath: repository.file(".git").path)
    #expect(try other.read().codes == ["F205"])
    try manager.removeItem(at: other.file(".git"))
    try other.git("init", "-q")
    try manager.removeItem(at: other.file(".git/objects"))
    try manager.createSymbolicLink(
      atPath: other.file(".git/objects").path,
      withDestinationPath: repository.file(".git/objects").path)
    #expect(try other.read().codes == ["F205"])
  }

  @Test func objectsOfOtherRepositoriesAreNotBorrowed() throws {
    try repository.git("clone", "-q", "--shared", ".", "borrower")
    let read = try repository.read("borrower")
    #expect(read.codes == ["F206"])
    #expect(read.facts.files.map(\.path) == ["a.c", "src/b.c"])
    #expect(read.facts.commits == [])
  }

  @Test func listEndsAtItsLimit() throws {
    for number in 1...9 { try repository.write("many/f\(number)", "") }
    let inventory = Inventory()
    let root = try #require(DirectoryHandle(root: repository.path))
    var files = WorkTreeFiles(
      root: root, git: nil, listing: CommittedTree.Listing(), inventory: inventory, most: 5)
    files.list()
    #expect(inventory.entries.map(\.path.text) == ["a.c", "many/f1", "many/f2", "many/f3"])
    #expect(inventory.troubles.count == 1)
  }

  /// Ten trees that each name the next ten times stand for ten thousand million files.
  @Test func treeThatUnfoldsWithoutEnd() throws {
    var id = try repository.git("hash-object", "-w", "--stdin", input: "x")
    var kind = "100644 blob"
    for _ in 0..<10 {
      let entries = (0..<10).map { "\(kind) \(id)\tn\($0)\n" }.joined()
      id = try repository.git("mktree", input: entries)
      kind = "040000 tree"
    }
    let commit = try repository.git("commit-tree", id, "-m", "bomb")
    try repository.git("update-ref", "HEAD", commit)
    let git = try #require(
      GitRepository.open(gitDirectory: repository.path + "/.git", workTree: nil))
    var tree = CommittedTree(git)
    let root = try git.commit(try #require(try git.head())).tree
    let listing = tree.files(of: root, limit: 5_000)
    #expect(!listing.isComplete)
    #expect((1...5_000).contains(listing.files.count))
    #expect(try tree.changes(from: nil, to: root, limit: 200).count == 200)
  }

  /// A commit may claim any time, even one that has no negative.
  @Test func timesOfCommitsAreAnyNumber() throws {
    let tree = try repository.git("rev-parse", "HEAD^{tree}")
    let author = "Ada Fold <ada@example.org>"
    var parents: [String] = []
    for time in ["-9223372036854775808", "9223372036854775807"] {
      let text = "tree \(tree)\nauthor \(author) 1 +0000\ncommitter \(author) \(time) +0000\n\nx\n"
      parents.append(
        try repository.git(
          "hash-object", "-t", "commit", "-w", "--stdin", "--literally", input: text))
    }
    let merge = try repository.git(
      "commit-tree", tree, "-p", parents[0], "-p", parents[1], "-m", "merge")
    try repository.git("update-ref", "HEAD", merge)
    #expect(try repository.read().facts.commits.count == 3)
  }

  /// The scanner ends where a script, or a line of directives, ends in the middle of a word.
  @Test(arguments: ["\\", "python train.py \\", "#SBATCH --nodes=1 \\\r\n", "a \\\n\\"])
  func scriptThatEndsInABackslash(_ script: String) throws {
    try repository.write("run.sh", script)
    #expect(try repository.read()["run.sh"] != nil)
  }

  /// Names that each setting would repeat.
  @Test(arguments: [
    ("a.toml", "[" + String(repeating: "a.", count: 30_000) + "a]\n"),
    ("a.ini", "[" + String(repeating: "s", count: 100_000) + "]\n"),
  ])
  func namesThatSettingsWouldRepeat(_ name: String, _ head: String) throws {
    let lines = (0..<1_000).map { "b\($0) = 1\n" }.joined()
    try repository.write(name, head + lines)
    let read = try repository.read()
    #expect(read[name] != nil)
    #expect(read.facts.settings.allSatisfy { $0.name.utf8.count < 1_000 })
  }
}
