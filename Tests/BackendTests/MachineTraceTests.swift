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
