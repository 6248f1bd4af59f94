import Foundation
import Frontend
import IR
import Testing

struct RepoHistoryTests {
  let repository: TestRepository

  init() throws { repository = try TestRepository() }

  @Test func commitsCarryWordsTimesAndPaths() throws {
    try repository.write("a", "1").write("d/b", "1")
    try repository.commit("Add two files\n\nThe second is deep.\nIt has two lines.")
    try repository.write("d/b", "2")
    try FileManager.default.removeItem(at: repository.file("a"))
    try repository.write("a/c", "3").commit("Make a folder of a file")
    let read = try repository.read()
    let (newest, oldest) = (read.facts.commits[0], read.facts.commits[1])
    #expect(newest.id == read.facts.head)
    #expect(newest.time == 1_700_000_000)
    #expect(newest.paths == ["a", "a/c", "d/b"])
    #expect(newest.body == nil)
    #expect(read.text(oldest.subject) == "Add two files")
    #expect(read.text(oldest.body) == "The second is deep.\nIt has two lines.")
    #expect(read.location(oldest.body) == .lines(path: "commit \(oldest.id)", 3...4))
    #expect(oldest.paths == ["a", "d/b"])
  }

  @Test func mergesAreComparedWithTheirFirstParent() throws {
    try repository.write("a", "1").commit("first")
    try repository.git("checkout", "-q", "-b", "side")
    try repository.write("side", "1").commit("on the side")
    try repository.git("checkout", "-q", "-")
    try repository.write("main", "1").commit("on main")
    try repository.git("merge", "-q", "--no-ff", "-m", "merge side", "side")
    let read = try repository.read()
    #expect(
      read.facts.commits.map { read.text($0.subject) } == [
        "merge side", "on main", "on the side", "first",
      ])
    #expect(read.facts.commits.map(\.isMerge) == [true, false, false, false])
    #expect(read.facts.commits[0].paths == ["side"])
  }

  @Test func revertsAreFoundInGitsOwnWords() throws {
    try repository.write("a", "1").commit("Try dropout 0.5")
    let tried = try repository.write("a", "2").commit("Use \"hard\" labels (#12)")
    try repository.git("revert", "--no-edit", "HEAD")
    let first = try repository.git("rev-parse", "HEAD~2")
    try repository.write("a", "4").commit("Revert \"Try dropout 0.5\" (#14)")
    try repository.write("a", "5").commit("Back out\n\nThis reverts commit \(tried.prefix(9)).")
    try repository.write("a", "6").commit("Revert \"What never was\"")
    try repository.write("a", "7").commit("revert the mood")
    let read = try repository.read()
    #expect(read.facts.commits.map(\.reverts) == [nil, nil, tried, first, tried, nil, nil])
  }

  @Test func messagesInAnotherEncodingAreRepaired() throws {
    try repository.write("a", "1").commit("first")
    let tree = try repository.git("write-tree")
    let body = Array("tree \(tree)\nauthor A <a> 5 +0000\ncommitter A <a> 5 +0000\n\ncaf".utf8)
    try repository.write("raw", body + [0xE9, 0x0D, 0x0A])
    let id = try repository.git("hash-object", "-t", "commit", "-w", "raw")
    try repository.git("update-ref", "HEAD", id)
    let read = try repository.read()
    #expect(read.text(read.facts.commits[0].subject) == "caf\u{FFFD}")
    #expect(read.facts.commits[0].time == 5)
  }

  @Test func longHistoriesAndMessagesAreCut() throws {
    try repository.git("init", "-q", "-b", "main")
    var stream = ""
    for number in 1...2_050 {
      let message = number == 2_050 ? String(repeating: "é", count: 6_000) : "step \(number)"
      stream += "commit refs/heads/main\ncommitter A <a@b> \(number * 10) +0000\n"
      stream +=
        "data \(message.utf8.count)\n\(message)\nM 644 inline f\ndata 5\n\(10_000 + number)\n"
    }
    try repository.git("fast-import", "--quiet", input: stream)
    try repository.git("reset", "-q", "--hard")
    let read = try repository.read()
    #expect(read.facts.commits.count == 2_000)
    #expect(read.text(read.facts.commits[1].subject) == "step 2049")
    #expect(read.text(read.facts.commits[0].subject)?.utf8.count == 8 << 10)
    #expect(read.codes == ["F223"])
    #expect(
      read.diagnostic("F223")?.message.contains("the newest 2000 of 2050 commits") == true)
  }

  @Test func changedPathsAreBounded() throws {
    for number in 100..<320 { try repository.write("f\(number)", "x") }
    try repository.commit("many")
    let paths = try repository.read().facts.commits[0].paths
    #expect(paths.count == 200)
    #expect(paths.last == "f299")
  }

  @Test func branchesThatNeverCameInAreRead() throws {
    try repository.write("a.py", "1").commit("first")
    let main = try repository.git("rev-parse", "--abbrev-ref", "HEAD")
    try repository.git("checkout", "-q", "-b", "side/left")
    try repository.write("b.py", "1").commit("Try a belt")
    try repository.write("b.py", "2").commit("Widen the belt")
    try repository.git("checkout", "-q", "-b", "words", main)
    try repository.write("notes.txt", "1").commit("Only words")
    try repository.git("checkout", "-q", "-b", "merged", main)
    try repository.write("c.py", "1").commit("Add a pan")
    try repository.git("checkout", "-q", main)
    try repository.git("merge", "-q", "--no-ff", "-m", "merge", "merged")
    let read = try repository.read()
    #expect(read.facts.branches.map(\.name) == ["side/left"])
    #expect(
      read.facts.branches.first?.commits.map { read.text($0.subject) } == [
        "Widen the belt", "Try a belt",
      ])
    #expect(read.facts.branches.first?.commits.map(\.paths) == [["b.py"], ["b.py"]])
  }

  @Test func valuesThatCommitsChangedAreRead() throws {
    try repository.write("run.yaml", "lr: 0.1\nsteps: 5\nseed: 1\n").commit("first")
    try repository.write("run.yaml", "lr: 0.01\nsteps: 5\nseeds: 1\n")
    try repository.write("api.env", "token: 1234\n").commit("Lower the rate")
    try repository.write("run.yaml", "lr: 0.01 # low\nsteps: 5\n").commit("Say why")
    let read = try repository.read()
    let change = try #require(read.facts.changes.first)
    #expect(read.facts.changes.count == 1)
    #expect(change.name == "lr" && change.before.value == "0.1" && change.after.value == "0.01")
    #expect(read.text(change.after.spans.first) == "0.01")
    #expect(change.commit == read.facts.commits[1].id)
  }
}
