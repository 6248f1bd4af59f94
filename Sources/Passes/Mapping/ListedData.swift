internal import IR

/// The data that a paper lists by name: items with heads of their own behind `We use four datasets:`.
enum ListedData {
  /// The names, by section.
  static func lists(in view: PaperView) -> [(
    section: Int, names: [Grounded<String>]
  )] {
    let blocks = view.paper.blocks
    return blocks.indices.compactMap { index in
      let block = blocks[index]
      guard block.kind == .paragraph, leadsIn(view.text(of: block.span)),
        ![.introduction, .related].contains(SectionRole(of: block.section, in: view))
      else { return nil }
      let items = blocks[(index + 1)...].prefix {
        $0.kind == .listItem && $0.section == block.section
      }
      let names = items.compactMap { $0.lead.flatMap { name($0, view) } }
      return names.count > 1 && names.count == items.count
        ? (block.section, Array(names.prefix(most))) : nil
    }
  }

  private static let most = 8

  /// Whether a paragraph ends with words that lead in a list of data.
  private static func leadsIn(_ text: String) -> Bool {
    guard text.hasSuffix(":") else { return false }
    let last = text.lowercase.parts(between: " ").suffix(reach)
    return last.contains { nouns.contains($0.trimmed(of: ",:()")) }
      && last.contains { uses.contains($0.trimmed(of: ",:()")) }
  }

  private static let reach = 30
  private static let nouns: WordSet = [
    "datasets", "benchmarks", "corpora", "workloads", "workflows", "environments", "scenes",
    "tasks", "domains", "instances", "collections",
  ]
  private static let uses: WordSet = [
    "use", "used", "using", "evaluate", "evaluated", "evaluation", "test", "tested", "experiment",
    "experiments", "consider", "considered", "train", "trained", "training", "study", "conduct",
    "conducted", "select", "selected", "benchmark",
  ]

  /// The head of an item without its number and marks.
  private static func name(_ lead: SourceSpan, _ view: PaperView) -> Grounded<String>? {
    let text = view.text(of: lead)
    let bare = text.drop { !$0.isLetter }.trimmed(of: " .:")
    guard !bare.isEmpty, bare.wordCount <= longest, bare.first?.isUppercase == true,
      let range = text.utf8Range(of: bare)
    else { return nil }
    return view.grounded(lead.narrowed(to: range))
  }

  private static let longest = 5
}
