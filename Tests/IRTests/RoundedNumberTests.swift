import IR
import Testing

@Suite struct RoundedNumberTests {
  @Test func printsAsManyDecimalsAsAMeasurementHas() {
    #expect(RoundedNumber.text(0.84329, decimals: 3) == "0.843")
    #expect(RoundedNumber.text(-0.0004, decimals: 3) == "0.000")
    #expect(RoundedNumber.text(-2.5, decimals: 1) == "−2.5")
    #expect(RoundedNumber.text(1234, decimals: -2) == "1200")
    #expect(RoundedNumber.text(12, decimals: -2) == "0")
    #expect(RoundedNumber.text(.infinity, decimals: 2) == "0")
  }

  @Test func printsAsManyDigitsAsALogScaleHas() {
    #expect(RoundedNumber.text(0.0012345, significant: 3) == "0.00123")
    #expect(RoundedNumber.text(123_456, significant: 3) == "123000")
    #expect(RoundedNumber.text(0, significant: 3) == "0")
    #expect(RoundedNumber.text(1.5e-12, significant: 3) == "1.50e-12")
    #expect(RoundedNumber.text(-1.5e300, significant: 2) == "−1.5e300")
  }

  @Test(arguments: [0.123456, 98_765.4, -3.5e-7, 0])
  func roundsToWhatItPrints(_ value: Double) {
    let rounded = RoundedNumber.round(value, significant: 4)
    #expect(abs(rounded - value) <= 1e-3 * abs(value))
  }
}
