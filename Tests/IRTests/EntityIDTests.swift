import IR
import Testing

struct EntityIDTests {
  @Test(arguments: [("C01", 1), ("C09", 9), ("C10", 10), ("C100", 100)])
  func padsClaims(_ text: String, _ ordinal: Int) {
    #expect(EntityID<Claim>(parsing: text)?.ordinal == ordinal)
    #expect(EntityID<Claim>(ordinal).description == text)
  }

  @Test(arguments: [
    "", "C", "C1", "C001", "C00", "c01", "E01", "C01a", "C 01", " C01", "C-1", "C٠١",
    "C99999999999999999999",
  ])
  func refusesWhatIsNoClaim(_ text: String) {
    #expect(EntityID<Claim>(parsing: text) == nil)
  }

  @Test func keepsKindsApart() {
    #expect(EntityID<RelatedWork>(parsing: "RW01")?.ordinal == 1)
    #expect(EntityID<RelatedWork>(parsing: "R01") == nil)
    #expect(EntityID<Requirement>(parsing: "RW01") == nil)
    #expect(EntityID<Requirement>(parsing: "R01")?.ordinal == 1)
  }

  @Test func doesNotPadObservationsGapsAndAssumptions() {
    #expect(EntityID<Observation>(3).description == "O3")
    #expect(EntityID<Gap>(parsing: "G12")?.ordinal == 12)
    #expect(EntityID<Assumption>(parsing: "A01") == nil)
  }
}
