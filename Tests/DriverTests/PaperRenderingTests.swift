import Backend
import Testing

@testable import Driver

struct PaperRenderingTests {
  /// The process that sends the files has parsed a hostile paper.
  @Test func noNameLeadsOutOfTheFolder() {
    let names = ["table1.png", "table/../../x.png", "../table1.png", "notes.txt", "/figure1.png"]
    let files = names.map { PaperRendering.File(name: $0, bytes: [1, 2, 3]) }
    let tree = ArtifactTree(files, where: PaperAssets.isOwn)
    #expect(tree.paths == ["table1.png"])
    #expect(tree["table1.png"] == [1, 2, 3])
  }

  @Test func bytesPassAsTheyAre() throws {
    let bytes = (0...255).map { UInt8($0) }
    let held = try WireFormat.decode(Held.self, from: WireFormat.encode(Held(bytes: bytes)))
    #expect(held.bytes == bytes)
    #expect(try WireFormat.encode(held).count < 280)
  }

  private struct Held: Codable { let bytes: [UInt8] }
}
