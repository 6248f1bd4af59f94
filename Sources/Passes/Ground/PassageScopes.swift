internal import IR

/// What the sentences of a paragraph are about that tells of several things in turn: `For marbles, we
/// train 100 epochs. The batch size is 32. For beads, …`.
struct PassageScopes {
  private typealias Statement = ProseSettings.Statement

  private struct Name: Hashable {
    let block: Int
    let parameter: String
  }

  private let atoms: [Atom]
  private let view: PaperView
  /// By index of the atom.
  private var scopes: [Int: Grounded<String>] = [:]
  /// What is set for more than one thing. What is set only behind the last may hold for all.
  private var toldApart: Set<Name> = []

  init(_ atoms: [Atom], _ statements: [ProseSettings.Statement], _ view: PaperView) {
    self.atoms = atoms
    self.view = view
    var start = atoms.startIndex
    while start < atoms.endIndex {
      var end = start + 1
      while end < atoms.endIndex, atoms[end].block == atoms[start].block { end += 1 }
      read(start..<end)
      start = end
    }
    var known: [Name: String] = [:]
    for statement in statements {
      guard let scope = scopes[statement.atom]?.value else { continue }
      let name = name(of: statement)
      if let other = known[name], other != scope { toldApart.insert(name) }
      known[name] = scope
    }
  }

  func scope(of statement: ProseSettings.Statement) -> Grounded<String>? {
    toldApart.contains(name(of: statement)) ? scopes[statement.atom] : nil
  }

  private func name(of statement: Statement) -> Name {
    Name(block: atoms[statement.atom].block, parameter: statement.finding.row.name)
  }

  private mutating func read(_ paragraph: Range<Int>) {
    let openings = paragraph.compactMap { index in
      opening(of: atoms[index].span).map { (index, $0) }
    }
    guard openings.count > 1 else { return }
    let ends = openings.dropFirst().map(\.0) + [paragraph.upperBound]
    for ((start, scope), end) in zip(openings, ends) {
      for index in start..<end { scopes[index] = scope }
    }
  }

  private func opening(of sentence: SourceSpan) -> Grounded<String>? {
    let text = view.text(of: sentence)
    guard text.hasPrefix("For ") || text.hasPrefix("On ") else { return nil }
    let words = SettingWords(text)
    return SettingScope(words).opening.map { range in
      let bytes = words.bytes(range)
      return Grounded(words.text(bytes), [sentence.narrowed(to: bytes)])
    }
  }
}
