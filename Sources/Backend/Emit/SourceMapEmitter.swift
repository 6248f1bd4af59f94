internal import IR

/// `evidence/source_map.json` (`spec/ara-format.md`, 7.6): where every value came from.
struct SourceMapEmitter: Emitter {
  func emit(into artifact: inout ArtifactWriter) {
    let entries = artifact.entries.sorted { $0.file < $1.file }.flatMap(\.ordered)
    var json = JSONWriter(capacity: entries.reduce(1 << 10) { $0 + $1.count + 2 })
    json.write("{\n  \"version\": 1,\n  \"sources\": [\n")
    json.list(artifact.document.sources.sources, between: ",\n") { json, source in
      json.write("    ")
      json.object { Self.write(source, &$0) }
    }
    json.write("\n  ],\n  \"entries\": [\n")
    json.list(entries, between: ",\n") { json, entry in json.write(entry) }
    json.write("\n  ]\n}\n")
    artifact.add(bytes: json.bytes, at: "evidence/source_map.json")
  }

  private static func write(_ source: SourceText, _ json: inout JSONWriter) {
    json.field("id", source.id.name)
    json.field("kind", source.kind.rawValue)
    json.field("file", source.file)
    if let commit = source.commit { json.field("commit", commit) }
    json.field("sha256", source.sha256)
    if let pages = source.pages { json.field("pages", pages) }
  }
}
