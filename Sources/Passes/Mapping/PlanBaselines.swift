internal import IR

// What an experiment compares with.

extension PlanWriter {
  func baselines(of exhibit: Exhibit) -> [Grounded<String>] {
    let drawn = exhibit.plot.map { ComparedSystems.names(in: $0, own: own) } ?? []
    let printed = exhibit.grids.flatMap { ComparedSystems.names(in: $0, view, own: own) }
    let names = (printed + drawn).filter {
      holdsNoResult($0.value) && !$0.value.has("{") && !$0.value.has(",") && !data.hold($0.value)
    }.unique
    return Array((names.isEmpty ? baselines(near: homeSection(of: exhibit)) : names).prefix(12))
  }

  /// What the sentences of a section say that it compares with, else those of all experiments.
  private func baselines(near section: Int) -> [Grounded<String>] {
    let home = named(in: sentences.filter { $0.atom.section == section })
    return home.isEmpty ? usualBaselines : home
  }

  /// What the paper lists as its baselines, else what the sentences of its experiments name.
  func baselinesOfAll() -> [Grounded<String>] {
    let listed = headed
    return listed.isEmpty ? named(in: evaluations) : listed
  }

  /// What stands under the head `Baselines`: the heads of its items and the names that it cites.
  private var headed: [Grounded<String>] {
    let sections = Set(
      view.paper.sections.indices.filter {
        Self.isBaselineHead(view.paper.sections[$0].title.value)
      })
    let names = view.paper.blocks.indices.filter { isOnBaselines($0, sections) }.flatMap { index in
      let block = view.paper.blocks[index]
      let lead = block.kind == .listItem ? block.lead.flatMap(bare) : nil
      if let lead { return [lead] }
      return sentences.filter { $0.atom.block == index }.flatMap {
        let sentence = view.grounded($0.atom.span)
        return ProseBaselines.cited(in: sentence) + ProseBaselines.names(in: sentence)
      }
    }
    return names.filter { holdsNoResult($0.value) && !own.hold($0.value) && !data.hold($0.value) }
      .unique
  }

  /// Whether a block, or the section that it stands in, is headed by what is compared with, as
  /// `sections` are.
  private func isOnBaselines(_ index: Int, _ sections: Set<Int>) -> Bool {
    let block = view.paper.blocks[index]
    return sections.contains(block.section)
      || block.lead.map { Self.isBaselineHead(view.text(of: $0)) } ?? false
  }

  private static func isBaselineHead(_ text: String) -> Bool {
    let head = text.lowercase
    return baselineHeads.contains { head.hasPrefix($0) }
  }

  private static let baselineHeads = [
    "baseline", "compared method", "compared algorithm", "competing method", "competitor",
    "comparison method", "comparison algorithm", "comparative method",
  ]

  /// The head of an item without its bullet and colon.
  private func bare(_ lead: SourceSpan) -> Grounded<String>? {
    let text = view.text(of: lead)
    let name = text.trimmed(of: " •◦–-:.*()")
    guard name.contains(where: \.isLetter), name.utf8.count < 60,
      let range = text.utf8Range(of: String(name))
    else { return nil }
    return view.grounded(lead.narrowed(to: range))
  }

  private func named(in sentences: [PlanSentence]) -> [Grounded<String>] {
    sentences.filter { SectionRole(of: $0.atom.section, in: view) != .introduction }
      .flatMap { ProseBaselines.names(in: view.grounded($0.atom.span)) }
      .filter { holdsNoResult($0.value) && !own.hold($0.value) && !data.hold($0.value) }.unique
  }
}
