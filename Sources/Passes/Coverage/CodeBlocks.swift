internal import IR

/// What the lines of a file stand under by their indentation: conditions, loops, sections of
/// configurations, calls and lists that go on over several lines, commands that go on behind a `\`.
struct CodeBlocks {
  private struct Opener {
    let indent: Int
    let number: Int
    /// What it says of the lines under it.
    let words: Set<String>
    /// Of the name that the value is given whose lines follow, or of the argument that is declared.
    var named: Set<String>
    var declares = false
  }

  private var open: [Opener] = []
  private var command: Opener?
  private var isContinued = false
  private var count = 0

  /// What a condition says in so many words tells where the lines under it belong.
  private static let mostWords = 12
  /// The same of a remark at its end.
  private static let mostRemarks = 4
  private static let conditions = [
    "if ", "elif ", "else if ", "case ", "when ", "for ", "while ", "with ",
  ]

  /// The openers that a line stands under, as numbers; the file's own lines have none.
  var path: [Int] { (open + (isContinued ? [command].compactMap(\.self) : [])).map(\.number) }
  /// All that they say.
  var words: Set<String> {
    open.reduce(isContinued ? command?.words ?? [] : []) { $0.union($1.words) }
  }
  /// The words of the name that a line without a name of its own gives its value to.
  var named: Set<String> { open.last?.named ?? [] }

  /// Comes to a line: what its indentation ends is closed.
  mutating func enter(indent: Int) {
    while let last = open.last, indent <= last.indent { open.removeLast() }
  }

  /// Leaves a line: what it opens holds for those that follow. `begins` is whether a definition
  /// begins in it, whose name is known as that of a symbol.
  mutating func leave(_ text: String, _ code: CodeLine, indent: Int, begins: Bool) {
    let bare = CodeLine.withoutRemark(text[...]).trimmed(of: " \t")
    if bare.hasSuffix("\\") {
      if !isContinued { command = opener(code, indent: indent, named: []) }
      isContinued = true
    } else {
      isContinued = false
    }
    if var last = open.last, last.declares, last.named.isEmpty, let name = Self.quoted(bare) {
      last.named = Terms(name).words
      open[open.count - 1] = last
    }
    guard !begins, !code.isProse, let sign = bare.last else { return }
    let isBlock = sign == ":" || sign == "{" || bare.hasSuffix(" then") || bare.hasSuffix("; do")
    guard isBlock || sign == "[" || sign == "(" else { return }
    let isCondition = Self.conditions.contains { bare.hasPrefix($0) }
    let before = bare.dropLast().last ?? " "
    let holdsValue = (sign == "[" || sign == "(") && " =:".contains(before) && !isCondition
    var next = opener(
      code, indent: indent, named: holdsValue ? code.named : [], isKey: isBlock && !isCondition)
    let callee = bare.dropLast().lowercased()
    next.declares = sign == "(" && CodeLine.declarations.contains { callee.hasSuffix($0) }
    open.append(next)
  }

  private mutating func opener(
    _ code: CodeLine, indent: Int, named: Set<String>, isKey: Bool = false
  ) -> Opener {
    count += 1
    let words = code.terms.pieces.compactMap { if case .word(let word) = $0 { word } else { nil } }
    var said = isKey && !code.named.isEmpty ? code.named : Set(words.prefix(Self.mostWords))
    // `elif width == 18:  # Glass` is about glass.
    if code.remark.words.count <= Self.mostRemarks { said.formUnion(code.remark.words) }
    return Opener(indent: indent, number: count, words: said, named: named)
  }

  /// The name in quotes at the start of a line: `"--lr",`.
  private static func quoted(_ text: String) -> Substring? {
    guard let quote = text.first, quote == "\"" || quote == "'" else { return nil }
    let name = text.dropFirst().prefix { $0 != quote }
    return name.isEmpty || name.count >= 60 ? nil : name
  }
}
