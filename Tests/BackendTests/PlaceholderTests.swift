import Testing

@testable import Backend

struct PlaceholderTests {
  @Test(arguments: [
    ("It holds for {claim} of all.", "{claim}"), ("{id}", "{id}"), ("{model_name}", "{model_name}"),
    ("TODO: say it", "TODO"), ("…", "…"),
  ])
  func finds(_ value: String, _ placeholder: String) {
    let found = Placeholder.find(in: LinePiece(text: value[...], line: 1))
    #expect(found.map { String($0.text) } == placeholder)
  }

  /// A set is written as a slot of a template is; its members have names of one letter.
  @Test(arguments: [
    "The depths {x_i} grow.", "{x}", "{d_depth}", "{0, 1}", "of `{claim}`", "e^{tx}", "…, or so",
  ])
  func leaves(_ value: String) {
    #expect(Placeholder.find(in: LinePiece(text: value[...], line: 1)) == nil)
  }
}
