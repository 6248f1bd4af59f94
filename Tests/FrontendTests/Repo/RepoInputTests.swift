import Foundation
import Frontend
import IR
import Testing

/// Every kind of directory that can be handed over, and every kind of trouble in one.
struct RepoInputTests {
  let repository: TestRepository

  init() throws {
    repository = try TestRepository()
    try repository.write("train.sh", "python train.py --lr 0.1\n").write("src/a.c", "int a;\n")
  }

  @Test func readsAWorkTree() throws {
    let head = try repository.commit("first")
    let read = try repository.read()
    #expect(read.codes == [])
    #expect(read.facts.head == head)
    #expect(read.input.source.commit == head)
    #expect(read.input.source.file == "repo")
    #expect(read.facts.files.map(\.path) == ["src/a.c", "train.sh"])
    #expect(try read["train.sh"]?.blob == repository.git("hash-object", "train.sh"))
    #expect(read.text(read["train.sh"]?.text) == "python train.py --lr 0.1\n")
  }

  @Test func digestIsThatOfTheSortedList() throws {
    try repository.write("src.txt", "x").write("src-a/b", "y").commit("first")
    let listing = try repository.git("ls-tree", "-r", "-z", "HEAD").split(separator: "\0")
    let lines = listing.map { line in
      let parts = line.split(separator: "\t")
      return "\(parts[1])\0\(parts[0].split(separator: " ")[2])\n"
    }
    let expected = Digest.sha256(Array(lines.joined().utf8))
    #expect(lines.count == 4)
    #expect(try repository.read().input.source.sha256 == expected)
  }

  @Test func clonesAreReadAlikeWorkTreeOrBare() throws {
    try repository.write("model.py", "LR = 0.1\n").write(
      "README.md", "# T\n\nThis is a text of a README.\n")
    try repository.commit("first")
    try repository.write("model.py", "LR = 0.2\n").commit("second")
    try repository.git("clone", "-q", ".", "clones/one")
    try repository.git("clone", "-q", "--no-hardlinks", ".", "clones/two")
    try repository.git("clone", "-q", "--bare", ".", "clones/three")
    let first = try repository.read("clones/one")
    #expect(first.codes == [])
    #expect(first.facts.commits.count == 2)
    #expect(try repository.read("clones/two").input == first.input)
    #expect(try repository.read("clones/three").input == first.input)
  }

  @Test func plainDirectoryHasNoHistory() throws {
    let read = try repository.read()
    #expect(read.codes == ["F202"])
    #expect(read.facts.head == nil)
    #expect(read.facts.files.count == 2)
    #expect(read.facts.commits == [])
  }

  @Test func repositoryFurtherUpIsNotLookedFor() throws {
    try repository.commit("first")
    let read = try repository.read("src")
    #expect(read.codes == ["F202"])
    #expect(read.facts.files.map(\.path) == ["a.c"])
  }

  @Test func emptyRepository() throws {
    try repository.git("init", "-q")
    let read = try repository.read()
    #expect(read.codes == ["F203"])
    #expect(read.facts.files.count == 2)
    try repository.git("init", "-q", "--bare", "empty.git")
    let bare = try repository.read("empty.git")
    #expect(bare.codes == ["F203"])
    #expect(bare.facts.files == [])
  }

  @Test func shallowCloneEndsAtItsBoundary() throws {
    for number in 1...4 { try repository.write("n", "\(number)").commit("change \(number)") }
    try repository.git("clone", "-q", "--depth", "2", "file://" + repository.path, "shallow")
    let read = try repository.read("shallow")
    #expect(read.codes == ["F204"])
    #expect(read.facts.commits.map { read.text($0.subject) } == ["change 4", "change 3"])
    #expect(read.facts.commits.map(\.paths) == [["n"], []])
  }

  @Test func detachedHead() throws {
    let first = try repository.commit("first")
    try repository.write("later", "x").commit("second")
    try repository.git("checkout", "-q", first)
    let read = try repository.read()
    #expect(read.codes == [])
    #expect(read.facts.head == first)
    #expect(read.facts.commits.count == 1)
  }

  @Test func changedNewAndIgnoredFiles() throws {
    try repository.write(".gitignore", "*.tmp\n/out/\n!keep.tmp\n").commit("first")
    try repository.write("src/a.c", "int b;\n").write("new.c", "int c;\n")
      .write("x.tmp", "").write("keep.tmp", "k").write("out/y", "").write(
        "src/__pycache__/z.pyc", "")
    try FileManager.default.removeItem(at: repository.file("train.sh"))
    let read = try repository.read()
    #expect(read.facts.files.map(\.path) == [".gitignore", "keep.tmp", "new.c", "src/a.c"])
    #expect(read.codes == ["F208", "F209", "F217"])
    #expect(read.diagnostic("F208")?.message.contains("changed: 1, deleted: 1") == true)
    #expect(read.diagnostic("F209")?.input == InputPlace(file: "code/keep.tmp"))
    #expect(read.text(read["src/a.c"]?.text) == "int b;\n")
  }

  @Test func configurationOfTheRepositoryIsNotFollowed() throws {
    try repository.commit("first")
    try repository.write("elsewhere/ignored", "*.c\n").write("elsewhere/tree/x", "x")
    try repository.git("config", "core.excludesFile", repository.file("elsewhere/ignored").path)
    try repository.git("config", "core.worktree", repository.file("elsewhere/tree").path)
    let read = try repository.read()
    #expect(read["src/a.c"] != nil)
    #expect(read["elsewhere/tree/x"] != nil)
  }

  @Test func linksAreListedAndNeverFollowed() throws {
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: repository.file("in").path, withDestinationPath: "src/a.c")
    try manager.createSymbolicLink(
      atPath: repository.file("src/out").path, withDestinationPath: "../../etc/passwd")
    try manager.createSymbolicLink(
      atPath: repository.file("root").path, withDestinationPath: "/etc")
    try manager.createSymbolicLink(
      atPath: repository.file("loop").path, withDestinationPath: "loop")
    try repository.commit("first")
    try repository.git("clone", "-q", "--bare", ".", "bare.git")
    for folder in ["", "bare.git"] {
      let read = try repository.read(folder)
      let links = read.facts.files.filter { $0.kind == .symlink }
      #expect(links.map(\.path) == ["in", "loop", "root", "src/out"])
      #expect(links.allSatisfy { $0.text == nil })
      #expect(read["root"]?.size == 4)
      let escaping = read.input.diagnostics.filter { $0.code == "F210" }
      #expect(escaping.map { $0.input?.file } == ["code/root", "code/src/out"])
    }
  }

  @Test func submodulesAndNestedRepositories() throws {
    let nested = try TestRepository()
    try nested.write("inner.py", "X = 1\n")
    let commit = try nested.commit("inner")
    try repository.commit("first")
    try repository.git("update-index", "--add", "--cacheinfo", "160000,\(commit),module")
    try repository.git("commit", "-q", "-m", "add module")
    try repository.git("clone", "-q", nested.path, "module")
    try repository.git("clone", "-q", nested.path, "vendor/other")
    let read = try repository.read()
    #expect(
      read["module"] == RepositoryFile(path: "module", kind: .submodule, size: 0, blob: commit))
    #expect(read["vendor/other"]?.kind == .submodule)
    #expect(read.facts.files.count == 4)
    #expect(read.codes == ["F214", "F215"])
    #expect(read.diagnostic("F214")?.input == InputPlace(file: "code/vendor/other"))
    #expect(read.diagnostic("F215")?.input == InputPlace(file: "code/module"))
  }

  @Test func linkedWorkTreeIsReadWithoutItsHistory() throws {
    try repository.commit("first")
    try repository.git("worktree", "add", "-q", "-b", "side", "linked")
    let read = try repository.read("linked")
    #expect(read.codes == ["F205"])
    #expect(read.facts.files.map(\.path) == ["src/a.c", "train.sh"])
    #expect(read.facts.head == nil)
  }

  @Test func namesThatAreNoUTF8() throws {
    let name =
      Array(repository.path.utf8) + Array("/caf\u{E9}".unicodeScalars.map { UInt8($0.value) })
      + Array(".py\n".utf8)
    let descriptor = (name.map(CChar.init(bitPattern:)) + [0]).withUnsafeBufferPointer {
      open($0.baseAddress!, O_CREAT | O_WRONLY, 0o644)
    }
    try #require(descriptor >= 0)
    Foundation.write(descriptor, "A = 1\n", 6)
    close(descriptor)
    try repository.commit("first")
    try repository.git("clone", "-q", "--bare", ".", "bare.git")
    for folder in ["", "bare.git"] {
      let read = try repository.read(folder)
      #expect(read["caf\\xE9.py\\x0A"]?.size == 6)
      #expect(read.diagnostic("F211")?.input == InputPlace(file: "code/caf\\xE9.py\\x0A"))
      #expect(read.facts.commits.first?.paths.first == "caf\\xE9.py\\x0A")
    }
  }

  @Test func hugeFileIsNeverHeld() throws {
    try repository.write("weights.txt", "")
    truncate(repository.file("weights.txt").path, 500 << 20)
    let read = try repository.read()
    let file = try #require(read["weights.txt"])
    #expect(file.size == 500 << 20)
    #expect(file.lines == nil)
    #expect(file.text == nil)
    #expect(try file.blob == repository.git("hash-object", "weights.txt"))
    #expect(read.diagnostic("F216")?.notes.map(\.message) == ["1 larger than 256 KiB"])
  }

  @Test func endlessFileIsNotRead() throws {
    try repository.write("endless.dat", "")
    truncate(repository.file("endless.dat").path, 1 << 40)
    let read = try repository.read()
    #expect(read["endless.dat"]?.size == 1 << 40)
    #expect(read.diagnostic("F225")?.input == InputPlace(file: "code/endless.dat"))
  }

  @Test func fileWithoutPermission() throws {
    try repository.write("secret.c", "int s;\n").write("closed/d.c", "int d;\n")
    chmod(repository.file("secret.c").path, 0)
    chmod(repository.file("closed").path, 0)
    defer { chmod(repository.file("closed").path, 0o755) }
    let read = try withoutPrivileges { try repository.read() }
    let refused = read.input.diagnostics.filter { $0.code == "F212" }
    #expect(refused.map { $0.input?.file } == ["code/closed", "code/secret.c"])
    #expect(read["secret.c"]?.size == 7)
    #expect(read["secret.c"]?.text == nil)
    #expect(read.text(read["src/a.c"]?.text) == "int a;\n")
  }

  @Test func pipesAreLeftOut() throws {
    mkfifo(repository.file("queue").path, 0o644)
    let read = try repository.read()
    #expect(read.codes == ["F202", "F213"])
    #expect(read.facts.files.count == 2)
  }

  @Test func pipeInPlaceOfIgnoreRulesDoesNotBlock() throws {
    try repository.commit("first")
    mkfifo(repository.file("src/.gitignore").path, 0o644)
    try repository.write("src/new.c", "int n;\n")
    #expect(try repository.read()["src/new.c"] != nil)
  }

  @Test func deepDirectoriesAreNotEntered() throws {
    let deep = Array(repeating: "d", count: 80).joined(separator: "/")
    try repository.write(deep + "/x.c", "int x;\n")
    let read = try repository.read()
    #expect(read.codes == ["F202", "F218"])
    #expect(read.facts.files.count == 2)
  }

  @Test func missingDirectoryIsAnError() throws {
    let request = ReadRequest(
      path: repository.path + "/none", name: "none", id: SourceID("repo"), kind: .git)
    #expect {
      try RepositoryReader().read(request)
    } throws: { error in
      (error as? FrontendError)?.diagnostic.code == "F201"
    }
  }
}

@_silgen_name("setfsuid") private func setFileSystemUser(_ user: UInt32) -> Int32

/// Runs `body` as a user whom permissions bind; root may read anything.
private func withoutPrivileges<Result>(_ body: () throws -> Result) rethrows -> Result {
  guard geteuid() == 0 else { return try body() }
  _ = setFileSystemUser(65534)
  defer { _ = setFileSystemUser(0) }
  return try body()
}
