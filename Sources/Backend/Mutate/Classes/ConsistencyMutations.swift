internal import IR

extension NodePart {
  /// The title, if it names what was tried; nil if it says in the same breath that it failed: who
  /// repeats that adopts nothing.
  fileprivate var branch: String? {
    guard let title = node.text("title"), !Sentence.isNegated(title[...]) else { return nil }
    return title
  }
}

extension Mutation {
  /// Claims against dead ends, their dependencies and their experiments; exhibits that nobody uses.
  static let consistency: [Mutation] = [
    adoption("rebutted-branch-by-identifier") { part in
      part.node.id.map { "Going on with \($0) is what works" }
    },
    adoption("rebutted-branch-by-title") { part in
      part.branch.map { "What works is this: \($0.withoutStop)" }
    },
    adoption("rebutted-branch-in-other-words") { part in
      // Four of five content words of the title, in another order.
      let words = Words.content(part.branch ?? "")
      guard words.count >= 5 else { return nil }
      return "In practice it is best to combine "
        + words.dropLast().reversed().map(String.init).joined(separator: " and ")
    },
    Mutation("supported-on-refuted", "ARA432") { base in
      let parts = base.parts(.claim)
      return zip(parts, parts.dropFirst()).compactMap { first, second in
        guard let status = first.field("Status"), let id = first.block.id,
          let dependencies = second.field("Dependencies"),
          second.field("Status")?.value.text == "supported"
        else { return nil }
        let edits = [first.edit(status, to: "refuted"), second.edit(dependencies, to: id)]
        return Injection(edits, file: second.path, subject: second.block.id)
      }
    },
    withoutSupport("training-without-a-metric", "ARA433", "Metrics", "coverage") {
      "\($0), and training converges sooner."
    },
    withoutSupport("comparison-without-a-baseline", "ARA434", "Baselines", "none") {
      "\($0), and this outperforms the alternative."
    },
    Mutation("exhibit-that-nobody-uses", "ARA427") { base in
      guard let index = base.artifact.evidenceIndex else { return [] }
      let excuses = index.file.heading("Evidence without a claim", level: 2)
      return index.rows.compactMap { row in
        guard let path = row.resolution.file, let claims = row.claims, claims.text.hasPrefix("C")
        else { return nil }
        let text = String(index.file.text.line(row.line))
        let bare = text.replacing("| \(claims.text) |", by: "| — |")
        var edits = [Edit.lines(row.line..<(row.line + 1), of: index.file.path, [bare])]
        edits += base.parts(.experiment).compactMap { $0.dropping(path, from: "Evidence") }
        if let excuses {
          edits.append(.lines(index.file.lines(of: excuses), of: index.file.path, []))
        }
        return Injection(edits, file: path)
      }
    },
    Mutation("figure-in-support-of-nothing", "ARA424") { base in
      let id = base.undefinedID(.claim)
      return base.files(.figure).compactMap { file in
        guard let field = file.fields.first(where: { $0.name == "Supports" }) else { return nil }
        let line = BlockPart.line("Supports", id)
        return Injection(
          .lines(field.line..<(field.line + 1), of: file.path, [line]), file: file.path)
      }
    },
    Mutation("result-of-no-node", "ARA424") { base in
      let id = base.undefinedID(.node)
      return base.files(.result).compactMap { file in
        guard let field = file.topField("Trace node") else { return nil }
        let line = BlockPart.line("Trace node", id)
        return Injection(
          .lines(field.line..<(field.line + 1), of: file.path, [line]), file: file.path)
      }
    },
  ]

  /// A supported claim whose statement adopts a dead end.
  private static func adoption(
    _ name: String, _ words: @escaping @Sendable (NodePart) -> String?
  ) -> Mutation {
    Mutation(name, "ARA430") { base in
      let ends = base.nodes(.deadEnd).compactMap(words)
      if ends.isEmpty { return [] }
      let claims = base.parts(.claim).filter { $0.field("Status")?.value.text == "supported" }
      return claims.enumerated().compactMap { place, part in
        part.field("Statement").map { field in
          part.setting(field, to: "\(field.value.text.withoutStop). \(ends[place % ends.count]).")
        }
      }
    }
  }

  /// A statement that wants something of an experiment, where no experiment of the claim has it.
  private static func withoutSupport(
    _ name: String, _ code: DiagnosticCode, _ field: String, _ value: String,
    _ statement: @escaping @Sendable (String) -> String
  ) -> Mutation {
    Mutation(name, code) { base in
      base.parts(.claim).compactMap { part in
        guard let words = part.field("Statement"), let id = part.block.id else { return nil }
        let proving = base.artifact.proofs.proofs[id] ?? []
        let experiments = base.parts(.experiment).filter { proving.contains($0.block.id ?? "") }
        if experiments.isEmpty { return nil }
        var edits = experiments.compactMap { experiment in
          experiment.field(field).map { experiment.edit($0, to: value) }
        }
        edits.append(part.edit(words, to: statement(words.value.text.withoutStop)))
        return Injection(edits, file: part.path, subject: id)
      }
    }
  }
}
