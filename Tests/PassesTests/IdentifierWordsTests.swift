import Testing

@testable import Passes

struct IdentifierWordsTests {
  private func meet(_ a: String, _ b: String) -> Bool {
    !Set(IdentifierWords.scan(a).map(\.key)).isDisjoint(with: IdentifierWords.scan(b).map(\.key))
  }

  @Test(arguments: [
    ("NysNewton-CG", "nys_newton_cg"), ("NysNewtonCG", "nysnewtoncg"), ("CompoNet", "componet"),
    ("weighings", "weigh_twice"), ("the HTTPServer", "http"), ("PINNs", "pinn"),
  ])
  func formsOfOneNameMeet(_ a: String, _ b: String) {
    #expect(meet(a, b))
  }

  @Test(arguments: [("loss", "los"), ("belt", "bell"), ("x", "x")])
  func othersDoNot(_ a: String, _ b: String) {
    #expect(!meet(a, b))
  }

  @Test func aNameOfSeveralWordsStandsOnceMoreAsAWhole() {
    let words = IdentifierWords.scan("weigh_TwiceOver2")
    #expect(words.map(\.isWhole) == [false, false, false, true])
    #expect(IdentifierWords.scan("CG")[0].isShort)
    #expect(!IdentifierWords.scan("Cg")[0].isShort)
  }

  @Test func anyBytesAreRead() {
    #expect(IdentifierWords.scan("").isEmpty)
    #expect(IdentifierWords.scan("__1-2__ ÷").count <= 1)
    #expect(IdentifierWords.scan("Ångström_units").count == 3)
  }
}
