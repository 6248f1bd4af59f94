import Foundation
import Frontend
import IR
import Testing

struct RepoCodeTests {
  @Test func everyCodeIsExplainedOnce() {
    let codes = RepositoryReader.explanations.map(\.code.name)
    #expect(codes.sorted() == (201...228).map { "F\($0)" })
  }

  @Test func digests() {
    #expect(
      Digest.sha256(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    var stream = Digest.Stream(.sha1)
    for piece in ["a", "b", "c"] { Array(piece.utf8).withUnsafeBytes { stream.update($0) } }
    #expect(stream.finish() == "a9993e364706816aba3e25717850c26c9cd0d89d")
    #expect(
      Digest.sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func detection() throws {
    let repository = try TestRepository()
    try repository.write("plain/HEAD", "nothing").write("plain/objects/x", "").write(
      "plain/refs/x", "")
    try repository.commit("first")
    try repository.git("clone", "-q", "--bare", ".", "bare.git")
    try repository.git("worktree", "add", "-q", "-b", "side", "linked")
    let found = ["", "bare.git", "linked", "plain", "missing"].map {
      RepositoryDetection.isRepository(repository.file($0).path)
    }
    #expect(found == [true, true, true, false, false])
  }
}
