import Testing

@testable import Passes

struct MagnitudeTests {
  @Test(arguments: [
    ("0.001", 0.001), ("1e-3", 0.001), ("1,000", 1000), ("10^{-3}", 0.001), ("3 × 10^{-4}", 0.0003),
    ("10^6", 1_000_000), ("2k", 2000), ("1.5M", 1_500_000), ("5%", 0.05), ("−3", -3), ("$2$", 2),
    (" 7 ", 7), ("2.5×10^{−4}", 0.00025), ("2**5", 32),
  ])
  func readsNumbers(_ text: String, _ value: Double) throws {
    let parsed = try #require(Magnitude.parse(text))
    #expect(abs(parsed - value) <= 1e-12 * abs(value))
  }

  @Test(arguments: [
    "", "adam", "k", "10^", "10^{999}", "1-2", "three", "infinity", "2**", "2**999",
  ])
  func refusesOtherTexts(_ text: String) {
    #expect(Magnitude.parse(text) == nil)
  }

  @Test(arguments: [
    ("1e-3", "0.001", true), ("Adam", "adam", true), ("10^{-4}", "1e-4", true),
    ("64", "64.0", true),
    ("0.001", "0.003", false), ("adam", "sgd", false), ("1", "True", false), ("0", "0.0", true),
  ])
  func comparesValues(_ a: String, _ b: String, _ isSame: Bool) {
    #expect(Magnitude.areSame(a, b) == isSame)
  }
}
