import IR
import Testing

@testable import Driver

@Suite struct WireFormatTests {
  /// A value of each kind that the facts are made of.
  struct Sample: Codable, Equatable {
    enum Shape: String, Codable { case round, square }

    indirect enum Tree: Codable, Equatable {
      case leaf
      case node(left: Tree, right: Tree, name: String?)
    }

    var number = -42
    var large = UInt32.max
    var share = 0.1
    var isTrue = true
    var text = "“naïve” \u{1F600}"
    var empty = ""
    var absent: String? = nil
    var present: String? = ""
    var list: [String?] = ["a", nil, ""]
    var nothing: [Int] = []
    var maybe: [Int]? = []
    var range = 3..<9
    var shape = Shape.square
    var spans = [SourceSpan(SourceID("paper"), 3..<9), SourceSpan(SourceID("über"), 0..<0)]
    var span: SourceSpan? = SourceSpan(SourceID("log:7"), 1..<4_000_000_000)
    var numbers = [0.1, -.infinity, 3e-300]
    var regions = [
      Region(0..<5, .page(2, Box(0.5, -1, 300, 1e5))),
      Region(5..<9, .lines(path: "a/é.py", firstLine: 7)),
      Region(9..<12, .message(run: "r", ordinal: 3)), Region(12..<13, .node("")),
    ]
    var byName = ["x": [1.5, -.infinity]]
    var tree = Tree.node(left: .leaf, right: .node(left: .leaf, right: .leaf, name: nil), name: "")
  }

  @Test func whatIsWrittenIsRead() throws {
    let bytes = try WireFormat.encode(Sample())
    #expect(try WireFormat.decode(Sample.self, from: bytes) == Sample())
  }

  /// Long texts are not copied into the bytes around them.
  @Test func longTextsAreReadAsShortOnes() throws {
    struct Texts: Codable, Equatable {
      var before = ["a"]
      var long = [String](repeating: String(repeating: "marble ", count: 20_000), count: 2)
      var nested: Sample.Tree
      var after = "z"
    }
    let name = String(repeating: "é", count: 80_000)
    let texts = Texts(nested: .node(left: .leaf, right: .leaf, name: name))
    #expect(try WireFormat.decode(Texts.self, from: WireFormat.encode(texts)) == texts)
    let moved = try [1, 2, 3] + WireFormat.encode(texts)
    #expect(try WireFormat.decode(Texts.self, from: moved, at: 3) == texts)
    #expect(throws: WireFailure.damaged) {
      try WireFormat.decode(Texts.self, from: [1], at: 8)
    }
  }

  @Test func keysAreFoundInAnyOrder() throws {
    struct Reversed: Decodable {
      let text: String
      let number: Int

      enum CodingKeys: CodingKey { case number, text }

      init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        text = try values.decode(String.self, forKey: .text)
        number = try values.decode(Int.self, forKey: .number)
      }
    }
    let bytes = try WireFormat.encode(Sample())
    let read = try WireFormat.decode(Reversed.self, from: bytes)
    #expect((read.text, read.number) == (Sample().text, -42))
  }

  @Test func anEntryAfterANestedContainerIsRefused() {
    struct Late: Encodable {
      enum Key: CodingKey { case nested, late }

      func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        var nested = values.nestedContainer(keyedBy: Key.self, forKey: .nested)
        try nested.encode(1, forKey: .late)
        try values.encode(2, forKey: .late)
      }
    }
    #expect(throws: WireFailure.entryAfterNested) { try WireFormat.encode(Late()) }
  }

  /// The writer has parsed hostile input: whatever comes, reading ends with a value or an error.
  @Test func damageIsAnErrorOrAnotherValue() throws {
    let whole = try WireFormat.encode(Sample())
    for end in whole.indices {
      #expect(throws: (any Error).self) {
        try WireFormat.decode(Sample.self, from: Array(whole[..<end]))
      }
    }
    var read = 0
    for index in whole.indices {
      for byte: UInt8 in [0, 0x7F, 0xFF, whole[index] ^ 1] {
        var damaged = whole
        damaged[index] = byte
        if (try? WireFormat.decode(Sample.self, from: damaged)) != nil { read += 1 }
      }
    }
    // Texts and numbers may change, lengths and keys may not.
    #expect(read > 0 && read < 4 * whole.count / 2)
  }

  @Test func depthHasALimit() {
    struct Deep: Codable { let inner: [Deep] }
    // One entry in another: each says that it goes on to the end.
    let key: [UInt8] = [5, 0, 0, 0] + "inner".utf8
    let bytes = [[UInt8]](
      repeating: key + [0xFF, 0xFF, 0xFF, 0xFF] + [0xFF, 0xFF, 0xFF, 0xFF], count: 10_000)
    #expect(throws: WireFailure.tooDeep) {
      try WireFormat.decode(Deep.self, from: bytes.flatMap { $0 })
    }
  }
}
