import Driver
import IR
import TestSupport
import Testing

struct DiagnosticsTests {
  @Test func theDocumentIsCurrent() throws {
    try RecordedText(path: "docs/diagnostics.md").compare(
      with: DiagnosticsDocument.text(Explanations.all))
  }

  @Test func everyCodeHasAFamily() {
    let prefixes = DiagnosticsDocument.families.map(\.prefix)
    for explanation in Explanations.all {
      #expect(prefixes.count { explanation.code.name.hasPrefix($0) } == 1, "\(explanation.code)")
    }
  }

  /// Codes in the sources, with how often each is named.
  private static let named: [String: Int] = {
    let literals = SourceFile.all.flatMap(\.tokens).filter { $0.kind == .string }.map(\.text)
    return Dictionary(literals.filter(isCode).map { ($0, 1) }, uniquingKeysWith: +)
  }()

  /// `F101`, `ARA705`, `P103`, `D302`.
  private static func isCode(_ text: String) -> Bool {
    let family = text.prefix { !$0.isASCIIDigit }
    let number = text.dropFirst(family.count)
    return ["F", "P", "D", "ARA"].contains(family) && number.count == 3
      && number.allSatisfy(\.isASCIIDigit)
  }

  @Test func everyCodeIsExplained() {
    #expect(Self.named.count > 300)
    let explained = Set(Explanations.all.map(\.code.name))
    #expect(Set(Self.named.keys).subtracting(explained).sorted() == [])
  }

  /// A code is named where it is explained and where it is reported.
  @Test func everyExplanationIsOfACodeInUse() {
    for explanation in Explanations.all {
      #expect(Self.named[explanation.code.name, default: 0] >= 2, "\(explanation.code)")
    }
  }

  @Test func noCodeIsExplainedTwice() {
    let codes = Explanations.all.map(\.code.name)
    #expect(codes.count == Set(codes).count)
    let rows = SourceFile.all.flatMap { file in
      zip(file.tokens, file.tokens.dropFirst(2)).filter { $0.0.text == "CheckRow" }.map(\.1.text)
    }.filter(Self.isCode)
    #expect(rows.count > 200)
    #expect(rows.count == Set(rows).count)
  }

  @Test(arguments: Explanations.all.map(\.code))
  func explanationsAreWhole(_ code: DiagnosticCode) throws {
    let explanation = try #require(Explanations.explanation(of: code))
    #expect(!explanation.summary.isEmpty && !explanation.summary.hasSuffix("."))
    #expect(explanation.cause.hasSuffix(".") && explanation.cure.hasSuffix("."))
    for text in [
      explanation.summary, explanation.cause, explanation.cure, explanation.example,
    ] {
      #expect(!text.isEmpty && !text.contains(where: \.isNewline), "\(text)")
    }
  }
}
