import Foundation
import IR
import Testing

@testable import Frontend

/// Repositories in one file, as `git bundle` writes them.
struct RepoBundleTests {
  let repository: TestRepository

  init() throws {
    repository = try TestRepository()
    try repository.write("a.c", "int a;\n").commit("first")
    try repository.write("src/b.c", "int b;\n").commit("second")
  }

  /// Reads a bundle of the repository in a folder of its own.
  private func read(_ name: String) throws -> ReadRepository {
    let scratch = try TestRepository()
    let request = ReadRequest(
      path: repository.file(name).path, name: name, id: SourceID("repo"), kind: .git)
    #expect(request.isBundle)
    var unpacked = request
    unpacked.scratch = scratch.path
    let input = try RepositoryReader().read(unpacked)
    guard case .repository(let facts) = input.facts else { throw TestRepository.NoRepository() }
    return ReadRepository(input: input, facts: facts)
  }

  private func refusal(_ name: String) -> String? {
    do {
      _ = try read(name)
      return nil
    } catch let error as FrontendError {
      return error.diagnostic.code == "F226" ? error.diagnostic.message : nil
    } catch {
      return nil
    }
  }

  @Test(arguments: [["--all"], ["HEAD"], ["main"]])
  func isReadAsTheRepositoryThatItWasMadeOf(_ references: [String]) throws {
    try repository.git("branch", "-M", "main")
    try repository.git("bundle", "create", "-q", "x.bundle", references[0])
    try repository.git("clone", "-q", "--bare", ".", "bare.git")
    let (bundled, bare) = (try read("x.bundle"), try repository.read("bare.git"))
    #expect(bundled.codes == [])
    #expect(bundled.facts == bare.facts)
    #expect(bundled.input.source == bare.input.source)
    #expect(bundled.facts.commits.count == 2)
  }

  @Test func contentTellsWhatItIs() throws {
    try repository.git("bundle", "create", "-q", "anything", "--all")
    let path = repository.file("anything").path
    #expect(try InputRecogniser.recognise(path: path, name: "anything") == .git)
  }

  @Test func bundleOfWhatIsNew() throws {
    try repository.git("bundle", "create", "-q", "new.bundle", "HEAD~1..HEAD")
    // Whatever can be had of it, nobody is told that it is whole.
    let message = refusal("new.bundle")
    if message == nil {
      #expect(try read("new.bundle").codes.contains("F207"))
    }
  }

  @Test func damagedBundles() throws {
    try repository.git("bundle", "create", "-q", "whole", "--all")
    let whole = [UInt8](try Data(contentsOf: repository.file("whole")))
    try repository.write("cut", Array(whole.dropLast(30)))
    var flipped = whole
    flipped[whole.count - 40] ^= 0xFF
    try repository.write("flipped", flipped)
    try repository.write("headless", Array("# v2 git bundle\n".utf8))
    try repository.write("empty", Array("# v2 git bundle\n\n".utf8))
    try repository.write("garbage", Array("# v2 git bundle\nnot a line\n\n".utf8))
    try repository.write(
      "newer", Array("# v3 git bundle\n@object-format=sha256\n\n".utf8))
    #expect(refusal("cut")?.hasSuffix("its pack is damaged or cut short") == true)
    #expect(refusal("flipped")?.hasSuffix("its pack is damaged or cut short") == true)
    #expect(refusal("headless")?.hasSuffix("its head is damaged or cut short") == true)
    #expect(refusal("empty")?.hasSuffix("it brings no reference") == true)
    #expect(refusal("garbage")?.hasSuffix("its head is damaged or cut short") == true)
    #expect(refusal("newer")?.contains("object-format=sha256") == true)
  }

  /// A name of a reference is never taken for a path.
  @Test func namesOfReferencesThatLeadElsewhere() throws {
    try repository.git("bundle", "create", "-q", "whole", "--all")
    let whole = [UInt8](try Data(contentsOf: repository.file("whole")))
    let pack = try #require(whole.firstRange(of: Array("PACK".utf8)))
    let head = try repository.git("rev-parse", "HEAD")
    try repository.write(
      "elsewhere",
      Array("# v2 git bundle\n\(head) refs/heads/../../../x\n\(head) HEAD\n\n".utf8)
        + whole[pack.lowerBound...])
    let read = try read("elsewhere")
    #expect(read.facts.head == head)
    #expect(read.facts.files.count == 2)
  }
}
