internal import IR

// What an experiment compares with.

extension PlanWriter {
  func baselines(of exhibit: Exhibit) -> [Grounded<String>] {
    let drawn = exhibit.plot.map { ComparedSystems.names(in: $0, own: own) } ?? []
    let printed = exhibit.grids.flatMap { ComparedSystems.sides(of: $0, view, own: own).others }
    let names = (printed + drawn).filter {
      isSystem($0) && !$0.value.has("{") && !$0.value.has(",")
    }.unique
    let caption = view.grounded(exhibit.caption)
    let told =
      names.isEmpty
      ? ProseBaselines.contrasted(in: caption, own: own).filter { holdsNoResult($0.value) } : names
    return Array((told.isEmpty ? baselines(near: homeSection(of: exhibit)) : told).prefix(12))
  }

  /// What the sentences of a section say that it compares with, and what they set against each other: what
  /// another section compares with is of another study.
  private func baselines(near section: Int) -> [Grounded<String>] {
    let near = sentences.filter { $0.atom.section == section }
    return
      (named(in: near) + told(by: near, ControlCondition.mayName, ControlCondition.names)).unique
  }

  /// Whether a name may be that of something compared with: it begins with a letter or a digit, and
  /// neither is it a result or data, nor does it begin with a measure.
  func isSystem(_ name: Grounded<String>) -> Bool {
    guard let first = name.value.first, first.isLetter || first.isNumber else { return false }
    return holdsNoResult(name.value) && !data.hold(name.value)
      && !ComparedSystems.isMeasure(name.value)
      && !measures.mentions(in: name).contains { name.value.hasPrefix($0.value) }
      && !name.value.contains { "[]|".contains($0) }
  }

  /// What stands under heads such as `Baselines`, by section: the heads of items and paragraphs, and
  /// the names that are cited.
  func baselinesUnderHeads(_ heads: SetupHeads) -> [(section: Int, names: [Grounded<String>])] {
    view.paper.blocks.indices.compactMap { index in
      guard heads.topics(ofBlock: index).contains(.baselines) else { return nil }
      let names = baselines(inBlock: index, heads.topics(ofBlock: index)).filter {
        holdsNoResult($0.value) && !own.hold($0.value) && !data.hold($0.value)
      }
      return (view.paper.blocks[index].section, names)
    }
  }

  private func baselines(inBlock index: Int, _ topics: PlanSentence.Topics) -> [Grounded<String>] {
    if let lead = view.paper.blocks[index].lead, SetupHeads.topics(of: view.text(of: lead)) == nil {
      if let name = bare(lead) { return [name] }
      guard Self.kinds.contains(where: view.text(of: lead).lowercase.has) else { return [] }
    }
    return sentences.filter { $0.atom.block == index }.flatMap { sentence in
      let text = view.grounded(sentence.atom.span)
      // Beside other parts of the set-up, not all that is cited is compared with.
      let cites =
        topics == .baselines || text.value.has("methods")
        || ProseBaselines.mayName(text.value.lowercase)
      return (cites ? cited(in: text) : []) + ProseBaselines.names(in: text)
    }
  }

  /// The names before citations that are none of authors: `Scale [3]`, but not `Bell (2019)`.
  private func cited(in text: Grounded<String>) -> [Grounded<String>] {
    ProseBaselines.cited(in: text).filter { !surnames.contains($0.value) }
  }

  /// The head of an item without its bullet and colon.
  private func bare(_ lead: SourceSpan) -> Grounded<String>? {
    let text = view.text(of: lead)
    let long = text.find(" (").map { text[..<$0.lowerBound] } ?? text[...]
    let name = long.trimmed(of: " •◦–-:.*()")
    guard name.contains(where: \.isLetter), name.utf8.count < 60,
      !(Self.kinds + Self.matters).contains(where: { name.lowercased().hasSuffix($0) }),
      let range = text.utf8Range(of: String(name))
    else { return nil }
    return view.grounded(lead.narrowed(to: range))
  }

  /// What ends a head that names several of them.
  private static let kinds = ["baselines", "methods"]
  /// What ends a head that names none.
  private static let matters = ["metric", "metrics", "measures", "details"]

  func named(in sentences: [PlanSentence]) -> [Grounded<String>] {
    told(by: sentences, ProseBaselines.mayName, ProseBaselines.names).unique
  }

  /// What a form names in sentences that may have it: most have none.
  private func told(
    by sentences: [PlanSentence], _ mayName: (String) -> Bool,
    _ names: (Grounded<String>) -> [Grounded<String>]
  ) -> [Grounded<String>] {
    sentences.filter {
      SectionRole(of: $0.atom.section, in: view) != .introduction
        && mayName(view.sentence($0.atom.span).lower)
    }
    .flatMap { names(view.grounded($0.atom.span)) }
    .filter {
      holdsNoResult($0.value) && !own.hold($0.value) && !data.hold($0.value)
        && !surnames.contains($0.value)
    }
  }
}
