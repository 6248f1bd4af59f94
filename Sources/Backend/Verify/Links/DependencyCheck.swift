internal import IR

/// Dependencies among claims and among experiments.
struct DependencyCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA410", .error(), .dependency, "claims depend on each other in a circle",
      cause: "Following `Dependencies` leads back to the same claim.",
      cure: "Drop the dependency of the more general claim.",
      example: "C01 depends on C02, C02 on C01"),
    CheckRow(
      "ARA411", .error(), .dependency,
      "an experiment depends on an undefined one, or in a circle",
      cause: "`Dependencies` names an experiment that is not defined, or leads back to the same "
        + "experiment.",
      cure: "Correct or drop the dependency.", example: "- **Dependencies**: E09"),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for mention in artifact.ids.mentions
    where mention.role == .experimentDependency && artifact.ids.isDangling(mention) {
      report(.undefined("ARA411", mention))
    }
    if let claims = artifact.claims {
      checkCycles(claims, of: .claimDependency, "ARA410", artifact, report)
    }
    if let experiments = artifact.experiments {
      checkCycles(experiments, of: .experimentDependency, "ARA411", artifact, report)
    }
  }

  private func checkCycles(
    _ file: BlockFile, of role: IDMention.Role, _ code: DiagnosticCode, _ artifact: Artifact,
    _ report: (Finding) -> Void
  ) {
    var numbers: [String: Int] = [:]
    for id in file.ids where numbers[id] == nil { numbers[id] = numbers.count }
    let edges = artifact.ids.mentions.compactMap { mention -> (from: Int, to: Int, IDMention)? in
      guard mention.role == role, let from = numbers[mention.subject ?? ""],
        let to = numbers[mention.id]
      else { return nil }
      return (from, to, mention)
    }
    var successors = [[Int]](repeating: [], count: numbers.count)
    for edge in edges { successors[edge.from].append(edge.to) }
    let groups = DependencyGroups(successors)
    var reported: Set<Int> = []
    for edge in edges where groups.isCyclic(from: edge.from, to: edge.to) {
      guard reported.insert(groups.group[edge.from]).inserted else { continue }
      report(.cycle(code, edge.2))
    }
  }
}

extension Finding {
  fileprivate static func cycle(_ code: DiagnosticCode, _ mention: IDMention) -> Finding {
    Finding(
      code, at: mention.place, subject: mention.subject, about: "cycle",
      "the dependency on \(Brief(mention.id)) closes a circle")
  }
}
