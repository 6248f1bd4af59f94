internal import IR

extension Mutation {
  /// References between layers.
  static let links: [Mutation] = [
    rewrite("ARA401", "proof-by-an-undefined-experiment", "Proof", of: .claim) { _, field, base in
      String(field.value.text).replacing("[", by: "[\(base.undefinedID(.experiment)), ")
    },
    Mutation("fabricated-claim", "ARA401") { base in
      guard let file = base.artifact.claims?.file else { return [] }
      let id = base.undefinedID(.claim)
      let end = file.text.lines.count + 1
      let lines = fabricated(id, provenBy: base.undefinedID(.experiment))
      return [Injection(.lines(end..<end, of: file.path, lines), file: file.path, subject: id)]
    },
    set("ARA402", "proof-by-a-file", "Proof", of: .claim, to: "[evidence/README.md]"),
    set("ARA402", "proof-of-nothing", "Proof", of: .claim, to: "[]"),
    set(
      "ARA403", "proof-by-a-missing-file", "Proof", of: .claim, to: "[evidence/tables/table_x.md]"),
    rewrite("ARA404", "proof-without-brackets", "Proof", of: .claim) { _, field, _ in
      field.value.bracketed.map { String($0.text) }
    },
    rewrite("ARA405", "verifies-an-undefined-claim", "Verifies", of: .experiment) {
      _, field, base in "\(field.value.text), \(base.undefinedID(.claim))"
    },
    Mutation("orphan-experiment", "ARA406") { base in
      base.parts(.experiment).compactMap { part in
        guard let id = part.block.id else { return nil }
        let edits = base.parts(.claim).compactMap { claim in claim.dropping(id, from: "Proof") }
        return edits.isEmpty ? nil : Injection(edits, file: part.path, subject: id)
      }
    },
    set("ARA407", "verifies-nothing", "Verifies", of: .experiment, to: "none"),
    Mutation("one-sided-proof", "ARA408") { base in
      base.parts(.experiment).compactMap { part in
        let ids = part.field("Verifies").map { IDToken.scan($0.value, for: [.claim]) } ?? []
        guard ids.count > 1, let last = ids.last?.id,
          let edit = part.dropping(last, from: "Verifies")
        else { return nil }
        return Injection(edit, file: part.path, subject: part.block.id)
      }
    },
    rewrite("ARA409", "depends-on-an-undefined-claim", "Dependencies", of: .claim) { _, _, base in
      base.undefinedID(.claim)
    },
    rewrite("ARA410", "claim-that-depends-on-itself", "Dependencies", of: .claim) { part, _, _ in
      part.block.id
    },
    circle("ARA410", .claim), circle("ARA411", .experiment),
    rewrite("ARA411", "depends-on-an-undefined-experiment", "Dependencies", of: .experiment) {
      _, _, base in base.undefinedID(.experiment)
    },
    set("ARA412", "missing-code", "Code ref", of: .heuristic, to: "[src/execution/absent.py]"),
    rewrite("ARA413", "line-inside-the-brackets", "Code ref", of: .heuristic) { _, _, base in
      base.artifact.codeFiles.first.map { "[\($0.path):1]" }
    },
    rewrite("ARA414", "lines-behind-the-end", "Code ref", of: .heuristic) { _, _, base in
      base.artifact.codeFiles.first.map { "[\($0.path)] lines 90001–90020" }
    },
    rewrite("ARA415", "renamed-function", "Code ref", of: .heuristic) { _, _, base in
      base.artifact.codeFiles.first.map { "[\($0.path)] `absent_function`" }
    },
    rewrite("ARA416", "missing-evidence", "Evidence", of: .experiment) { _, field, _ in
      "\(field.value.text), evidence/tables/table_of_nothing.md"
    },
    set("ARA417", "run-that-is-not-indexed", "Run", of: .experiment, to: "absent_script.py"),
    claimOfANode("ARA418", "node-of-an-undefined-claim") { $0.undefinedID(.claim) },
    claimOfANode("ARA419", "accidental-claim-in-a-node") { _ in "\"PASCAL VOC07\"" },
    claimOfANode("ARA420", "node-of-an-observation") { base in
      base.parts(.observation).first?.block.id
    },
    rewrite("ARA421", "affects-an-undefined-claim", "Claims affected", of: .relatedWork) {
      _, _, base in base.undefinedID(.claim)
    },
    rewrite("ARA422", "caused-by-an-undefined-observation", "Caused by", of: .gap) { _, _, base in
      base.undefinedID(.observation)
    },
    set(
      "ARA423", "related-to-an-undefined-concept", "Related concepts", of: .concept,
      to: "Unheard-of notion"),
    Mutation("component-without-code", "ARA425") { base in
      // The first ten headings are looked at: this one comes first.
      guard let file = base.artifact.markdown("logic/solution/architecture.md"),
        !base.artifact.codeFiles.isEmpty,
        let first = file.headings.first(where: { $0.level > 1 })
      else { return [] }
      let lines = ["## Zzyzx quokka", "- **Purpose**: Not specified in paper", ""]
      return [Injection(.lines(first.line..<first.line, of: file.path, lines), file: file.path)]
    },
    Mutation("stray-code", "ARA426") { _ in
      let path = "src/execution/zzyzx_leftover.py"
      let text = "# Grounding: transcribed — train.py\n\"\"\"Unused.\"\"\"\nSTEPS = None\n"
      return [Injection(.entry(.file(Array(text.utf8)), at: path), file: path)]
    },
    Mutation("pending-evidence", "ARA428") { base in
      let edits = base.parts(.experiment).compactMap { part in
        part.field("Evidence").map { part.edit($0, to: "pending") }
      }
      if edits.isEmpty { return [] }
      return base.parts(.claim).map {
        Injection(edits, file: $0.path, subject: $0.block.id)
      }
    },
    Mutation("undefined-experiment-in-prose", "ARA431") { base in
      let id = base.undefinedID(.experiment)
      return base.parts(.observation).compactMap { part in
        part.field("Implication").map { part.setting($0, to: "It is shown again in \(id).") }
      }
    },
  ]

  private static func fabricated(_ id: String, provenBy experiment: String) -> [String] {
    [
      "", "## \(id): The effect carries over to larger studies",
      "- **Statement**: The effect carries over to larger studies, since nothing in the mechanism "
        + "depends on their size.",
      "- **Conditions**: Studies with the same protocol and the same kind of participants",
      "- **Sources**: []", "- **Status**: supported",
      "- **Falsification criteria**: A larger study with this protocol shows no effect.",
      "- **Proof**: [\(experiment)]",
      "- **Evidence basis**: The larger study shows the same order.",
      "- **Interpretation**: Not specified in paper", "- **Dependencies**: none", "- **Tags**:",
    ]
  }

  /// Two blocks that depend on each other.
  private static func circle(_ code: DiagnosticCode, _ kind: BlockKind) -> Mutation {
    Mutation("\(kind.rawValue)s-in-a-circle", code) { base in
      let parts = base.parts(kind)
      return zip(parts, parts.dropFirst()).compactMap { first, second in
        guard let a = first.field("Dependencies"), let b = second.field("Dependencies"),
          let firstID = first.block.id, let secondID = second.block.id
        else { return nil }
        let edits = [first.edit(a, to: secondID), second.edit(b, to: firstID)]
        return Injection(edits, file: first.path)
      }
    }
  }

  /// What a node names as a claim is another thing.
  private static func claimOfANode(
    _ code: DiagnosticCode, _ name: String,
    _ item: @escaping @Sendable (MutationBase) -> String?
  ) -> Mutation {
    Mutation(name, code) { base in
      guard let item = item(base) else { return [] }
      return base.nodes.compactMap { part in
        if let key = part.node["evidence"] { return part.setting(key, to: "[\(item)]") }
        return part.adding(["evidence: [\(item)]"])
      }
    }
  }
}

extension BlockPart {
  /// The edit that takes an identifier out of a list; nil where it does not stand there.
  func dropping(_ id: String, from name: String) -> Edit? {
    guard let field = field(name) else { return nil }
    let isBracketed = field.value.text.hasPrefix("[")
    let list = isBracketed ? field.value.bracketed ?? field.value : field.value
    let items = list.items.map { String($0.text) }
    let left = items.filter { $0 != id }
    if left.count == items.count { return nil }
    let joined = left.joined(separator: ", ")
    return edit(field, to: isBracketed ? "[\(joined)]" : joined)
  }
}
