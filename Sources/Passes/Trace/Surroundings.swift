internal import IR

/// What stands around a sentence, without which it may say little: the title of its section and
/// the sentences before it in its paragraph.
struct Surroundings {
  let view: PaperView
  let atoms: Atoms

  private static let reach = 2
  private static let longest = 600

  /// `The lamp: We light it at dusk.` Nil where there is neither a title nor a sentence.
  func description(ofAtom index: Int) -> Grounded<String>? {
    let title = self.title(ofSection: atoms.atoms[index].section)
    let before = passage(before: index)
    guard let title else { return before }
    guard let before else { return title }
    return Grounded(
      "\(title.value): \(before.value)", title.spans + before.spans,
      .computed("title of the section, and the sentences before"))
  }

  /// Nil for the front matter, whose title is that of the paper.
  func title(ofSection section: Int) -> Grounded<String>? {
    section == 0 ? nil : view.paper.sections[section].title
  }

  /// The sentences before one in its paragraph. Where none stands there and the sentence points
  /// back, the last one of its section before it.
  private func passage(before index: Int) -> Grounded<String>? {
    let own = atoms.atoms[index]
    let first = start(ofPassageTo: index)
    if first < index { return text(from: first, to: index - 1) }
    guard index > 0, atoms.atoms[index - 1].section == own.section,
      view.sentence(own.span).words.words.prefix(8).contains(where: Self.pointers.contains),
      view.sentence(atoms.atoms[index - 1].span).isWhole
    else { return nil }
    return view.grounded(atoms.atoms[index - 1].span)
  }

  /// A sentence with those before it in its paragraph.
  func passage(upTo index: Int) -> Grounded<String>? {
    text(from: start(ofPassageTo: index), to: index)
  }

  private func start(ofPassageTo index: Int) -> Int {
    var first = index
    while first > 0, index - first < Self.reach,
      atoms.atoms[first - 1].block == atoms.atoms[index].block,
      length(from: first - 1, to: index) < Self.longest
    { first -= 1 }
    return first
  }

  private static let pointers: Set<String> = [
    "this", "these", "that", "those", "such", "it", "they",
  ]

  private func length(from first: Int, to last: Int) -> Int {
    Int(atoms.atoms[last].span.bytes.lowerBound) - Int(atoms.atoms[first].span.bytes.lowerBound)
  }

  /// The text of neighbours of one paragraph, as it stands.
  func text(from first: Int, to last: Int) -> Grounded<String>? {
    let (start, end) = (atoms.atoms[first].span, atoms.atoms[last].span)
    guard start.bytes.lowerBound < end.bytes.upperBound else { return nil }
    let span = SourceSpan(start.source, start.bytes.lowerBound..<end.bytes.upperBound)
    let text = view.text(of: span)
    return Wording.isFieldSafe(text) && !text[...].has(UInt8(ascii: "\n"))
      ? view.grounded(span) : nil
  }
}
