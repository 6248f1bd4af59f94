/// A place in a paper's text that names another part of the paper.
package struct CrossReference: Hashable, Codable, Sendable {
  package enum Target: Hashable, Codable, Sendable {
    /// Index in `Paper.sections`.
    case section(Int)
    case exhibit(ExhibitLabel)
    /// The printed number of a display, the `label` of its block.
    case equation(String)
    /// As the `label` of its block: `Algorithm 1`.
    case algorithm(String)
  }

  package let span: SourceSpan
  package let target: Target

  package init(span: SourceSpan, target: Target) {
    self.span = span
    self.target = target
  }
}

/// What the numbers of a paper's parts name.
package struct CrossReferenceResolver: Sendable {
  private var sections: [String: Int] = [:]
  private var exhibits: [String: ExhibitLabel] = [:]
  private var equations: [String: String] = [:]
  private var algorithms: [String: String] = [:]

  package init(_ paper: Paper) {
    for (index, section) in paper.sections.enumerated() {
      guard let number = section.number else { continue }
      // A supplement may count anew: the first is the paper's.
      let key = Self.key(number)
      if sections[key] == nil { sections[key] = index }
    }
    for exhibit in paper.tables + paper.figures {
      exhibits[exhibit.label.kind.rawValue + Self.key(exhibit.label.number)] = exhibit.label
    }
    for block in paper.blocks {
      guard let label = block.label else { continue }
      if block.kind == .equation { equations[Self.key(label)] = label }
      if block.kind == .algorithm { algorithms[Self.key(label)] = label }
    }
  }

  /// The last word of a label in lower case: `Appendix A.2.` as `a.2`.
  private static func key(_ label: String) -> String {
    let number = label.split(separator: " ").last ?? ""
    return number.lowercase.filter { $0.isAlphanumeric || $0 == "." }.trimmed(of: ".")
  }

  /// What a mention names; nil if the paper has no such part.
  package func target(of mention: ObjectMention) -> CrossReference.Target? {
    if let target = target(mention.kind, Self.key(mention.number)) { return target }
    // Panels count as their figure: `3a`.
    guard let last = mention.number.last, last.isLowercase, mention.number.count > 1 else {
      return nil
    }
    return target(mention.kind, Self.key(String(mention.number.dropLast())))
  }

  private func target(_ kind: ObjectMention.Kind, _ key: String) -> CrossReference.Target? {
    switch kind {
    case .section: sections[key].map { .section($0) }
    case .table: exhibits[ExhibitKind.table.rawValue + key].map { .exhibit($0) }
    case .figure: exhibits[ExhibitKind.figure.rawValue + key].map { .exhibit($0) }
    case .equation: equations[key].map { .equation($0) }
    case .algorithm: algorithms[key].map { .algorithm($0) }
    }
  }

  /// The references of a text, in order; `span` is the text's.
  package func references(in text: String, at span: SourceSpan) -> [CrossReference] {
    ObjectMention.find(in: text).compactMap { mention in
      target(of: mention).map {
        CrossReference(span: span.narrowed(to: mention.bytes), target: $0)
      }
    }
  }
}
