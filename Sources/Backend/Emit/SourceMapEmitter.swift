internal import IR

/// `evidence/source_map.json` (`spec/ara-format.md`, 7.6): where every value came from.
struct SourceMapEmitter: Emitter {
  func emit(into artifact: inout ArtifactWriter) {
    let entries = artifact.entries
    let order = entries.indices.sorted { a, b in
      entries[a].file == entries[b].file
        ? (entries[a].line, entries[a].column, a) < (entries[b].line, entries[b].column, b)
        : entries[a].file < entries[b].file
    }
    var json = JSONWriter(capacity: entries.count * 300)
    // What was measured on one axis has the same places.
    var written = RecentValues<[SourceMapEntry.Place], [UInt8]>()
    json.write("{\n  \"version\": 1,\n  \"sources\": [\n")
    json.list(artifact.document.sources.sources, between: ",\n") { json, source in
      json.write("    ")
      json.object { Self.write(source, &$0) }
    }
    json.write("\n  ],\n  \"entries\": [\n")
    json.list(order, between: ",\n") { json, index in
      let entry = entries[index]
      json.write("    ")
      json.object { json in
        Self.write(entry, &json)
        json.key("spans")
        json.write(
          written.value(of: entry.places) { places in
            var json = JSONWriter()
            json.array(places) { json, place in json.object { Self.write(place, &$0) } }
            return json.bytes
          })
      }
    }
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

  private static func write(_ entry: SourceMapEntry, _ json: inout JSONWriter) {
    json.field("file", entry.file)
    json.field("line", entry.line)
    json.field("column", entry.column)
    json.field("entity", entry.entity?.id)
    json.field("field", entry.field)
    json.field("value", entry.value)
    switch entry.derivation {
    case nil: json.field("origin", "extracted")
    case .computed(let expression):
      json.field("origin", "derived")
      json.field("expression", expression)
    case .inferred: json.field("origin", "inferred")
    case .model(let name):
      json.field("origin", "model")
      json.field("model", name)
    }
  }

  private static func write(_ place: SourceMapEntry.Place, _ json: inout JSONWriter) {
    json.field("source", place.source.name)
    switch place.location {
    case .page(let page, let boxes):
      json.field("page", page)
      json.key("boxes")
      json.array(boxes) { json, box in
        json.array([box.x0, box.y0, box.x1, box.y1]) { $0.tenths($1) }
      }
    case .lines(let path, let lines):
      json.field("path", path)
      json.key("lines")
      json.array([lines.lowerBound, lines.upperBound]) { $0.integer($1) }
    case .message(let run, let ordinal):
      json.field("run", run)
      json.field("message", ordinal)
    case .node(let id): json.field("node", id)
    }
    json.field("quote", place.quote)
  }
}
