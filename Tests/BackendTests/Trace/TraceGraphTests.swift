import Backend
import FoundationEssentials
import Testing

struct TraceGraphTests {
  private static let tree = """
    tree:
      - id: N01
        type: question
        title: "Should damp marbles be weighed twice?"
        description: "They should."
        children:
          - id: N02
            type: dead_end
            title: "A lamp \\"helps\\""
            support_level: explicit
            source_refs: ["Table 1", "§3"]
            hypothesis: "Light dries marbles"
            failure_mode: "They stay damp"
            lesson: "Not specified in paper"
          - id: N03
            type: experiment
            title: "Two readings"
            result: "Fewer errors"
            also_depends_on: [N02, N99]
    """

  private func graph(_ text: String = tree) throws -> TraceGraph {
    try TraceGraph(reading: Array(text.utf8))
  }

  @Test func printsALineForEachNode() throws {
    #expect(
      TraceText.tree(try graph()) == """
        N01 question: Should damp marbles be weighed twice?
        ├─ N02 ✗ dead end: A lamp "helps"
        └─ N03 experiment: Two readings (also from N02, N99)

        """)
  }

  @Test func briefsOnDeadEnds() throws {
    #expect(
      TraceText.briefing(try graph()) == """
        ✗ N02 A lamp "helps" [Table 1, §3]
            tried: Light dries marbles
            failed: They stay damp

        """)
  }

  @Test func saysThatThereAreNoDeadEnds() throws {
    let graph = try graph("tree:\n  - id: N01\n    type: question\n    title: Why?\n")
    #expect(TraceText.briefing(graph) == "No dead end is recorded.\n")
    #expect(TraceText.briefing(graph.withDeadEndsAlone) == "No dead end is recorded.\n")
    #expect(TraceJSON.list(graph.withDeadEndsAlone) == Array("[]\n".utf8))
  }

  @Test func keepsTheWayToDeadEnds() throws {
    let shown = try graph().withDeadEndsAlone
    #expect(shown.nodes.map(\.id) == ["N01", "N02"])
    #expect(shown.nodes.map(\.parent) == [nil, 0])
  }

  @Test func drawsForMermaid() throws {
    #expect(
      TraceDrawing.mermaid(try graph()) == """
        flowchart TD
          n0(["N01 question: Should damp marbles be weighed twice?"])
          n1["✗ N02 dead_end: A lamp #quot;helps#quot;"]
          n2["N03 experiment: Two readings"]
          n0 --> n1
          n0 --> n2
          n1 -.-> n2
          classDef deadEnd fill:#fdd,stroke:#c00
          class n1 deadEnd

        """)
  }

  @Test func drawsForGraphviz() throws {
    #expect(
      TraceDrawing.dot(try graph()) == #"""
        digraph trace {
          node [shape=box];
          n0 [label="N01 question: Should damp marbles be weighed twice?"];
          n1 [label="✗ N02 dead_end: A lamp \"helps\"", color=red];
          n2 [label="N03 experiment: Two readings"];
          n0 -> n1;
          n0 -> n2;
          n1 -> n2 [style=dashed];
        }

        """#)
  }

  @Test func listsForPrograms() throws {
    struct Node: Decodable, Equatable {
      let id, type: String
      let parent: String?
      let dependsOn: [String]
      let sources: [String]?
      let lesson: String?

      enum CodingKeys: String, CodingKey {
        case id, type, parent, lesson
        case dependsOn = "also_depends_on"
        case sources = "source_refs"
      }
    }
    let nodes = try JSONDecoder().decode([Node].self, from: Data(TraceJSON.list(try graph())))
    #expect(nodes.map(\.id) == ["N01", "N02", "N03"])
    #expect(nodes.map(\.parent) == [nil, "N01", "N01"])
    #expect(nodes[1].sources == ["Table 1", "§3"])
    #expect(nodes[1].lesson == "Not specified in paper")
    #expect(nodes[2].dependsOn == ["N02", "N99"])
  }

  @Test func aTextSteersNoTerminal() throws {
    let graph = try graph(
      "tree:\n  - id: N01\n    type: question\n    title: \"a\\e[31m\\nb\\u202e c\"\n")
    #expect(TraceText.tree(graph) == "N01 question: a [31m b c\n")
  }

  @Test func showsWhatIsMissing() throws {
    #expect(TraceText.tree(try graph("tree:\n  - title: Why?\n")) == "? ?: Why?\n")
  }

  @Test(arguments: ["tree: [", "roots: []", "", "- a"])
  func refusesWhatIsNoTree(_ text: String) {
    #expect(throws: TraceGraph.Damage.self) { try graph(text) }
  }
}
