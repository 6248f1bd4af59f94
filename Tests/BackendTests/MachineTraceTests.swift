import Testing

@testable import Backend

struct MachineTraceTests {
  @Test(arguments: [
    ("python sweep.py --out /tmp/throws --n 50", 0, "python sweep.py --out"),
    ("python sweep.py --out /tmp/throws --n 50", 39, "--n 50"),
    ("/home/me/throws.csv", 0, ""),
    // The number stands in the path: without it nothing would be quoted.
    ("cat /tmp/run50/log", 12, "cat /tmp/run50/log"),
    ("a ratio of 3/4", 0, "a ratio of 3/4"),
  ])
  func leavesTheWordsAroundAPlace(_ text: String, _ offset: Int, _ rest: String) {
    #expect(MachineTrace.without(text, at: offset) == rest)
  }
}

struct MeasureUnitTests {
  @Test(arguments: [
    ("Latency (ms)", "ms"), ("Latency [s]", "s"), ("Share (%)", "%"), ("Rate (ms/step)", nil),
    ("Latency", nil), ("Memory (peak) (GB)", "gb"),
  ])
  func ofColumns(_ head: String, _ name: String?) {
    #expect(MeasureUnit(ofColumn: head[...])?.name == name)
  }
}

struct UniversalScopeTests {
  @Test(arguments: [
    ("It helps on all damp datasets.", ["all damp datasets"]),
    ("It helps on all three tasks.", []),
    (
      "It is state-of-the-art across scales, regardless of size.",
      ["state-of-the-art across", "regardless of"]
    ),
  ])
  func phrases(_ statement: String, _ phrases: [String]) {
    #expect(UniversalScope.phrases(in: statement[...]).map(String.init) == phrases)
  }
}
