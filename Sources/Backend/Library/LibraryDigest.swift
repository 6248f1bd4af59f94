package import IR

/// Reads from an artifact what passes may borrow.
///
/// The artifact may be anybody's: how much is kept of it is bounded, and so is each text. What
/// holds a credential or a path of a machine is left out.
package enum LibraryDigest {
  /// The files that are read: no other one is needed in the tree.
  package static let files =
    ["PAPER.md", "logic/solution/heuristics.md"] + configurations.map { "src/configs/\($0).md" }
  private static let configurations = ["data", "inference", "model", "training"]

  private static let mostHeuristics = 40
  private static let mostSettings = 80
  private static let mostKeywords = 20
  /// In bytes. Longer names and titles are no names; longer values are cut by nobody but left out.
  private static let longestText = 200

  /// Nil for a tree whose `PAPER.md` has no title.
  package static func read(_ tree: ArtifactTree, name: String) -> LibraryArtifact? {
    let artifact = ParsedFiles(tree)
    guard let keys = artifact.manifest?.keys, let title = keys.text("title").flatMap(kept) else {
      return nil
    }
    let domain = keys.text("domain").flatMap { FixedPhrase.isUsed($0[...]) ? nil : kept($0) }
    let keywords = keys["keywords"]?.value.scalars.compactMap { kept($0.text) } ?? []
    return LibraryArtifact(
      name: name, title: title, domain: domain, keywords: Array(keywords.prefix(mostKeywords)),
      heuristics: Array(heuristics(of: artifact).prefix(mostHeuristics)),
      settings: Array(settings(of: artifact).prefix(mostSettings)))
  }

  private static func heuristics(of artifact: ParsedFiles) -> [String] {
    let blocks = artifact.heuristics?.blocks ?? []
    return blocks.filter { !$0.isBorrowed }.compactMap { kept(String($0.title.text)) }
  }

  private static func settings(of artifact: ParsedFiles) -> [LibrarySetting] {
    artifact.configurations.flatMap(\.blocks).compactMap { block in
      guard let value = block.field("Value")?.value.text, !FixedPhrase.isUsed(value),
        !value.hasPrefix("Not applicable"), let name = kept(String(block.title.text)),
        let text = kept(String(value))
      else { return nil }
      return LibrarySetting(name: name, value: text)
    }
  }

  /// The text, if it may stand in another artifact.
  private static func kept(_ text: String) -> String? {
    let text = String(text.trimmingBlanks())
    guard !text.isEmpty, text.utf8.count <= longestText, !CredentialFinder.occurs(in: text),
      !MachineTrace.occurs(in: text)
    else { return nil }
    return text.unicodeScalars.contains { $0.properties.isControlLike } ? nil : text
  }
}

extension Unicode.Scalar.Properties {
  /// Control characters, and marks that turn the direction of a text or hide in it.
  fileprivate var isControlLike: Bool {
    switch generalCategory {
    case .control, .format, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

extension Block {
  /// Whether it came from other artifacts: it is a candidate, and nothing that the sources state.
  var isBorrowed: Bool {
    field("Provenance")?.value.text == Provenance.collectiveInference.rawValue[...]
  }
}
