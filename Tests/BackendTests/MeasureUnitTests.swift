import Testing

@testable import Backend

struct MeasureUnitTests {
  @Test(arguments: [
    ("Latency (ms)", "ms"), ("Latency [s]", "s"), ("Share (%)", "%"), ("Rate (ms/step)", nil),
    ("Latency", nil), ("Memory (peak) (GB)", "gb"),
  ])
  func ofColumns(_ head: String, _ name: String?) {
    #expect(MeasureUnit(ofColumn: head[...])?.name == name)
  }
}
