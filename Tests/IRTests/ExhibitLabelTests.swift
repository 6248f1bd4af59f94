import IR
import Testing

struct ExhibitLabelTests {
  @Test func tablesComeFirstAndNumbersCount() {
    let labels = [
      (ExhibitKind.table, "1"), (.table, "2"), (.table, "2a"), (.table, "10"), (.table, "A1"),
      (.table, "A.2"), (.table, "A.10"), (.table, "B.1"), (.figure, "1"), (.figure, "S1"),
    ].map { ExhibitLabel(kind: $0.0, number: $0.1) }
    #expect(labels.reversed().sorted() == labels)
  }

  @Test func romanNumbersCountAsOthers() {
    let labels = ["I", "II", "IV", "V", "IX", "XII", "A.1"].map {
      ExhibitLabel(kind: .table, number: $0)
    }
    #expect(labels.reversed().sorted() == labels)
  }

  @Test func readsRomanNumbers() {
    for value in 1..<90 {
      #expect(RomanNumeral.text(of: value).flatMap(RomanNumeral.value) == value)
    }
    for text in ["", "IIX", "VX", "IIII", "C", "iv", "I.", "XLLX"] {
      #expect(RomanNumeral.value(of: text) == nil)
    }
  }
}
