internal import Backend
internal import Frontend
package import IR

/// What `arac text` wants of a paper besides its text.
package struct RenderingRequest: Sendable {
  /// The path from the text to the files of `--assets`; nil without them.
  package var assets: String? = nil
}

/// What `arac text` gives: made by the process that read the paper, so that its facts need not
/// pass between processes, and hostile text is put into form where it can do least.
package struct PaperRendering: Codable, Sendable {
  /// A file of a folder that is made anew.
  package struct File: Codable, Sendable {
    package let name: String
    package let bytes: [UInt8]
  }

  /// Nil where there is no text: a scan.
  package private(set) var markdown: String?
  package private(set) var assets: [File] = []
  package private(set) var layout: [File] = []
  package private(set) var diagnostics: [Diagnostic]

  init(_ input: ReadInput, named name: String, _ request: RenderingRequest) {
    diagnostics = input.diagnostics
    guard case .paper(let paper) = input.facts, !paper.isScanned else { return }
    if let note = Diagnostic.setApart(name, paper.leftOut) { diagnostics.append(note) }
    var sources = SourceMap()
    sources.append(input.source)
    let files = request.assets.map { PaperAssets(paper, sources, folder: $0) }
    markdown = PaperMarkdown.text(paper, sources, assets: files)
    assets = files.map { Self.files(of: $0.tree) } ?? []
    layout = input.drawings.isEmpty ? [] : Self.files(of: LayoutPages.tree(input.drawings))
  }

  private static func files(of tree: ArtifactTree) -> [File] {
    tree.paths.compactMap { path in tree[path].map { File(name: path, bytes: $0) } }
  }
}

extension ArtifactTree {
  /// The files that may stand in a folder: a process that was taken over by its input may name any.
  init(_ files: [PaperRendering.File], where isOwn: (String) -> Bool) {
    self.init()
    for file in files where isOwn(file.name) && !file.name.utf8.contains(UInt8(ascii: "/")) {
      self[file.name] = file.bytes
    }
  }
}
