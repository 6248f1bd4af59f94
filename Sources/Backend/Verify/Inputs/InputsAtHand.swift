package import IR

/// The inputs that an artifact is held against.
package enum InputsAtHand: Sendable {
  /// None: rows that need one say so in one note.
  case none
  /// Those that the artifact was just made from.
  case compiled(Document)
  /// Those that somebody names: which of them are the artifact's own is told by their digests.
  case named(Document)

  package init(_ document: Document?) { self = document.map(Self.compiled) ?? .none }
}

/// The named inputs that an artifact declares as its sources.
struct DeclaredInputs: Sendable {
  /// Without the inputs that are not the artifact's.
  let document: Document
  /// The inputs by the names that the artifact has for them.
  let names: [String: SourceID]
  /// Declared, and no input has the digest, though one may have been meant.
  let changed: [DeclaredSource]
  /// Declared, and not among the inputs.
  let missing: [DeclaredSource]

  init(_ document: Document, of artifact: Artifact) {
    let declared = artifact.manifest?.keys?.sources ?? []
    let inputs = document.sources.sources
    guard !declared.isEmpty else {
      // An artifact that declares nothing may have been made from all of them.
      self.document = document
      names = [:]
      (changed, missing) = ([], [])
      return
    }
    var names: [String: SourceID] = [:]
    for source in declared {
      names[source.id] = inputs.first { $0.sha256 == source.sha256?.lowercased() }?.id
    }
    let known = Set(names.values)
    let rest = inputs.filter { !known.contains($0.id) }
    let open = declared.filter { names[$0.id] == nil }
    let namesakes = open.filter { source in rest.contains { $0.id.name == source.id } }
    // An input under another name: with one place left it can only have been meant for that.
    let isGuessed = namesakes.isEmpty && open.count == 1 && !rest.isEmpty
    changed = isGuessed ? open : namesakes
    missing = isGuessed ? [] : open.filter { source in !namesakes.contains { $0.id == source.id } }
    self.names = names
    self.document = document.keeping(known)
  }

  /// Whether every source that the artifact declares is at hand.
  var areComplete: Bool { changed.isEmpty && missing.isEmpty }

  func isAbsent(_ name: String) -> Bool { (changed + missing).contains { $0.id == name } }
}

extension Document {
  /// The document without the inputs that are not among these.
  fileprivate func keeping(_ ids: Set<SourceID>) -> Document {
    var document = self
    document.sources = SourceMap(sources.sources.filter { ids.contains($0.id) })
    document.inputs.paper = inputs.paper.flatMap { ids.contains($0.source) ? $0 : nil }
    document.inputs.repository = inputs.repository.flatMap { ids.contains($0.source) ? $0 : nil }
    document.inputs.rubric = inputs.rubric.flatMap { ids.contains($0.source) ? $0 : nil }
    document.inputs.logs = inputs.logs.filter { ids.contains($0.source) }
    return document
  }
}
