import IR
import Testing

@testable import Passes

/// Requirements on results and runs, held against claims and plans.
@Suite struct PlanAnchorTests {
  private func said(_ text: String) -> Grounded<String> { Grounded(text, []) }

  private var anchors: PlanAnchors {
    func claim(_ number: Int, _ statement: String) -> Claim {
      Claim(
        id: EntityID(number), title: said(statement), statement: said(statement), conditions: [],
        status: .supported, falsification: said("It does not."), basis: [])
    }
    return PlanAnchors(
      Claims(claims: [
        claim(1, "Wide drawers sort red marbles faster than narrow ones"),
        claim(2, "Noise of the camera hardly disturbs the sorter"),
      ]),
      Experiments(experiments: [
        Experiment(
          id: EntityID(1), title: said("Sorting time by width of the drawers"),
          procedure: [said("Sort red marbles with narrow drawers and with wide drawers.")])
      ]))
  }

  @Test func aResultIsAnsweredByTheClaimOnIt() {
    let place = anchors.place(
      of: "The results show that wide drawers sort faster than narrow ones",
      category: "Result Analysis")
    #expect(place?.file == "logic/claims.md")
    #expect(place?.heading == "C01")
  }

  @Test func aRunIsAnsweredByItsPlan() {
    let place = anchors.place(
      of: "Red marbles have been sorted with wide drawers", category: "Code Execution")
    #expect(place?.file == "logic/experiments.md")
    #expect(place?.heading == "E01")
  }

  @Test func codeAndOtherTopicsAreNot() {
    let drawers = "Wide drawers sort red marbles"
    #expect(anchors.place(of: drawers, category: "Code Development") == nil)
    #expect(anchors.place(of: drawers, category: nil) == nil)
    let bread = "The results show that bread rises faster in warm ovens than in cold ones"
    #expect(anchors.place(of: bread, category: "Result Analysis") == nil)
  }
}
