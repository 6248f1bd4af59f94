internal import IR

// Shortfalls that `## Known gaps` of `PAPER.md` admits (`spec/ara-format.md`, 5.1).

extension Artifact {
  /// Words of which one names a shortfall.
  private static let gapWords: [KnownGap.Subject: [String]] = [
    .concepts: ["concept"],
    .experiments: ["experiment"],
    .heuristics: ["heuristic"],
    .codeFile: ["code file", "python", ".py", "src/execution"],
    .treeNodes: ["node"],
    .deadEnd: ["dead_end", "dead end"],
    .decision: ["decision"],
    .claims: ["claim"],
    .relatedWorks: ["related work"],
    .year: ["year"],
    .exhibits: ["tables and figures"],
  ]

  /// Whether a bullet below `## Known gaps` names the shortfall.
  func listsGap(_ subject: KnownGap.Subject) -> Bool {
    guard let bullets = self.manifest?.body.bullets(under: "Known gaps") else {
      return false
    }
    let words = Self.gapWords[subject] ?? []
    return bullets.contains { bullet in
      let text = bullet.text.text.lowercased()
      return words.contains { text.holds($0) }
    }
  }

  /// Whether a file that needs a paper says that none was given, and the manifest lists what is
  /// missing: an artifact of logs alone claims nothing and cites nothing.
  func admitsNoPaper(_ subject: KnownGap.Subject, in file: MarkdownFile) -> Bool {
    file.admitsNoInput && listsGap(subject)
  }
}
