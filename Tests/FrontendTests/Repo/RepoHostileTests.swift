import Foundation
import IR
import Testing

@testable import Frontend

/// Contents and names that are made, or happen, to break a reader.
struct RepoHostileTests {
  let repository: TestRepository

  init() throws { repository = try TestRepository() }

  @Test func cyclicLinks() throws {
    let manager = FileManager.default
    try repository.write("src/a.c", "int a;\n")
    for (link, target) in [("a", "b"), ("b", "a"), ("src/up", ".."), ("src/here", ".")] {
      try manager.createSymbolicLink(
        atPath: repository.file(link).path, withDestinationPath: target)
    }
    try repository.commit("links")
    let read = try repository.read()
    #expect(read.facts.files.map(\.path) == ["a", "b", "src/a.c", "src/here", "src/up"])
    #expect(read.facts.files.count { $0.kind == .symlink } == 4)
    #expect(read.codes == [])
  }

  @Test func pythonOfTenMegabytes() throws {
    try repository.write("tables.py", String(repeating: "ROW = [1, 2, 3]\n", count: 650_000))
    let read = try repository.read()
    #expect(read["tables.py"]?.size == 10_400_000)
    #expect(read["tables.py"]?.lines == 650_000)
    #expect(read["tables.py"]?.text == nil)
    #expect(read.diagnostic("F216")?.notes.map(\.message) == ["1 larger than 256 KiB"])
  }

  /// Neither costs the other files anything, and each is told.
  @Test func pythonOfOtherKinds() throws {
    try repository.write("broken.py", "LR = (1\n")
      .write("two.py", "print 'x'\nLR = 1\ndef go(a):\n    return a\n")
      .write("latin.py", Array("LR = 1  # caf".utf8) + [0xE9, 0x0A])
      .write("three.py", "LR = 0.1\n")
    let read = try repository.read()
    let broken = read.input.diagnostics.filter { $0.code == "F220" }
    #expect(broken.map { $0.input?.file } == ["code/broken.py", "code/two.py"])
    #expect(broken.map { $0.input?.line } == [1, 1])
    #expect(read.diagnostic("F216")?.notes.map(\.message) == ["1 not in UTF-8"])
    #expect(read.facts.settings.map(\.path) == ["three.py"])
    // What does not parse still has the outline that any language gets.
    #expect(read.facts.symbols.map(\.signature) == ["LR = 0.1", "def go(a)"])
  }

  /// Nine levels of nine aliases stand for more values than there is memory.
  @Test func yamlBombs() throws {
    let anchors = (1...9).map { level in
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
      return "a\(level): &a\(level) [\(aliases)]\n"
    }
    try repository.write("aliases.yaml", "a0: &a0 [x]\n" + anchors.joined())
      .write("deep.yaml", "a: " + String(repeating: "[\n", count: 10_000))
      .write("config.json", String(repeating: "{\"a\":\n", count: 10_000))
      .write("tables.toml", "a = " + String(repeating: "{a=\n", count: 10_000))
    let read = try repository.read()
    let refused = read.input.diagnostics.filter { $0.code == "F221" }
    #expect(
      refused.map { $0.input?.file } == ["code/aliases.yaml", "code/config.json", "code/deep.yaml"])
    #expect(refused.first?.message.contains("aliases stand for") == true)
    #expect(read.facts.settings.isEmpty)
  }

  /// Anchors as people use them are no bomb.
  @Test func yamlAnchors() throws {
    try repository.write(
      "a.yaml", "base: &base {lr: 1, wd: 2}\nrun:\n  <<: *base\n  lr: 3\n")
    let read = try repository.read()
    #expect(read.codes == ["F202"])
    #expect(read.settings("a.yaml").contains("run.lr = 3"))
  }

  struct Conflict: Sendable {
    let path: String
    let before: String
    let ours: String
    let theirs: String
  }

  @Test(arguments: [
    Conflict(path: "a.yaml", before: "seed: 1\n", ours: "lr: 1\n", theirs: "lr: 2\n"),
    Conflict(path: "a.ini", before: "[run]\n", ours: "lr = 1\n", theirs: "lr = 2\n"),
    Conflict(path: "a.toml", before: "seed = 1\n", ours: "lr = 1\n", theirs: "lr = 2\n"),
    Conflict(path: "config.json", before: "{\n", ours: "\"lr\": 1\n", theirs: "\"lr\": 2\n"),
    Conflict(
      path: "run.sh", before: "#!/bin/sh\n", ours: "python a.py --lr 1\n",
      theirs: "python a.py --lr 2\n"),
  ])
  func mergeConflicts(_ conflict: Conflict) throws {
    let marked = "<<<<<<< HEAD\n\(conflict.ours)=======\n\(conflict.theirs)>>>>>>> other\n"
    try repository.write(conflict.path, conflict.before + marked)
    let read = try repository.read()
    #expect(read.diagnostic("F221")?.input == InputPlace(file: "code/\(conflict.path)", line: 2))
    #expect(read.facts.settings.isEmpty)
  }

  @Test func notebooksThatAreNone() throws {
    let cell = #"{"cells": [{"cell_type": "code", "source": ["LR = 1\n"]}]}"#
    try repository.write("cut.ipynb", String(cell.dropLast(4)))
      .write("text.ipynb", "LR = 1\n").write("list.ipynb", "[1, 2]")
      .write(
        "odd.ipynb", #"{"cells": [1, {"cell_type": "code"}, {"cell_type": "code", "source": 3}]}"#
      )
      .write("sound.ipynb", cell)
    let read = try repository.read()
    #expect(read.settings("sound.ipynb") == ["LR = 1"])
    #expect(read.facts.settings.count == 1)
    #expect(read.diagnostic("F216")?.notes.map(\.message) == ["3 notebooks that do not parse"])
  }

  @Test func namesOfPaths() throws {
    let names = [
      "-rf", "--exec=x.py", "a\nb.py", "a'b\".py", "..py", "...", "a\\b.py", "sp ace/$(x)`y`.py",
    ]
    for (index, name) in names.enumerated() { try repository.write(name, "A\(index) = 1\n") }
    let head = try repository.commit("names")
    let bare = try TestRepository()
    try repository.git("clone", "-q", "--bare", ".", bare.file("x.git").path)
    // A line feed is printed as its number, a backslash as itself; the order is that of the bytes.
    let printed = [
      "--exec=x.py", "-rf", "...", "..py", "a\\x0Ab.py", "a'b\".py", "a\\b.py", "sp ace/$(x)`y`.py",
    ]
    for read in [try repository.read(), try bare.read("x.git")] {
      #expect(read.facts.files.map(\.path) == printed)
      #expect(read.codes == ["F211"])
      #expect(read.facts.head == head)
      #expect(read.facts.commits.map(\.paths) == [printed])
      #expect(read.diagnostic("F211")?.input == InputPlace(file: "code/a\\x0Ab.py"))
      // Each has the content that was written under its name.
      for (name, index) in [("a\\x0Ab.py", 2), ("a'b\".py", 3), ("--exec=x.py", 1), ("...", 5)] {
        #expect(read.text(read[name]?.text) == "A\(index) = 1\n", "\(name)")
      }
    }
  }

  /// Trees may hold names that git itself would not write: they lead nowhere.
  @Test func namesThatClimb() throws {
    try repository.write("a.c", "int a;\n").commit("first")
    let blob = try repository.git("rev-parse", "HEAD:a.c")
    let inner = try repository.git("mktree", input: "100644 blob \(blob)\tb.c\n")
    func entry(_ mode: String, _ name: String, _ id: String) -> [UInt8] {
      let digits = Array(id)
      let bytes = stride(from: 0, to: 40, by: 2).compactMap {
        UInt8(String(digits[$0...($0 + 1)]), radix: 16)
      }
      return Array("\(mode) \(name)\0".utf8) + bytes
    }
    let tree =
      entry("40000", "..", inner) + entry("100644", ".git", blob)
      + entry("100644", "../x.c", blob) + entry("100644", "a.c", blob)
    try repository.write("tree", tree)
    let id = try repository.git("hash-object", "-t", "tree", "-w", "--literally", "tree")
    let commit = try repository.git("commit-tree", id, "-m", "climb")
    try repository.git("update-ref", "HEAD", commit)
    try repository.git("clone", "-q", "--bare", ".", "bare.git")
    let read = try repository.read("bare.git")
    #expect(read.facts.files.map(\.path) == ["a.c"])
  }

  @Test func repositoryOfAnotherUser() throws {
    try repository.write("a.c", "int a;\n").commit("first")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: repository.path)
    // Only who is allowed to give files away can make one; whoever it belongs to, nobody asks.
    if chown(repository.path, 12_345, 12_345) == 0 {
      for path in paths { lchown(repository.file(path).path, 12_345, 12_345) }
    }
    let git = try #require(
      GitRepository.open(gitDirectory: repository.path + "/.git", workTree: nil))
    #expect(try git.head() != nil)
    #expect(!GitRepository.asksForOwner)
    let read = try repository.read()
    #expect(read.codes == [])
    #expect(read.facts.commits.count == 1)
  }

  /// A file of the process table says that it is empty and is not: it has grown when it is read.
  @Test func fileThatChangesWhileItIsRead() throws {
    let table = try #require(DirectoryHandle(root: "/proc/self"))
    for limit in [0, 1 << 20] {
      #expect(throws: DirectoryHandle.Failure.changed) {
        try table.read(Array("status".utf8), keeping: limit)
      }
    }
  }

  @Test func secretsAreMasked() throws {
    let token = "hf_" + String(repeating: "aB3", count: 11)
    let key = ["-----BEGIN RSA PRIVATE KEY-----", "MIIEow", "-----END RSA PRIVATE KEY-----"]
    try repository.write("a.py", "LR = 1\nlogin(\"\(token)\")\npassword = \"correct-horse\"\n")
      .write("run.sh", "export API_KEY=abcdefgh12\npython a.py --lr 1\n")
      .write("b.yaml", "lr: 1\npassword: \"correct-horse\"\n")
      .write("key.txt", key.joined(separator: "\n") + "\n")
      .write(
        "c.py",
        "password = \"<your password>\"\npad_token = \"[PAD]\"\nsecret = get()\n"
          + "API_KEY = \"MARBLE_API_KEY\"\nclient(api_key=\"not-needed\")\n")
    try repository.commit("Use \(token)")
    let read = try repository.read()
    let found = read.input.diagnostics.filter { $0.code == "F227" }.compactMap(\.input)
    #expect(found.map(\.file) == ["code/a.py", "code/b.yaml", "code/key.txt", "code/run.sh"])
    #expect(found.map(\.line) == [2, 2, 1, 1])
    let text = read.input.source.text
    for secret in [token, "correct-horse", "abcdefgh12", "MIIEow"] {
      #expect(!text.contains(secret))
    }
    #expect(text.contains("pad_token = \"[PAD]\"") && text.contains("<your password>"))
    #expect(text.contains("MARBLE_API_KEY") && text.contains("not-needed"))
    #expect(read.settings("a.py") == ["LR = 1"])
    #expect(read.settings("run.sh") == ["lr = 1"])
    #expect(read.text(read.facts.commits.first?.subject)?.hasPrefix("Use ***") == true)
  }
}
