internal import IR

/// `evidence/source_map.json` (`spec/ara-format.md`, 7.6): where every value came from.
struct SourceMapEmitter: Emitter {
  func emit(into artifact: inout ArtifactWriter) {
    let entries = artifact.entries.enumerated().sorted { a, b in
      (a.element.file, a.element.line, a.element.column, a.offset) < (
        b.element.file, b.element.line, b.element.column, b.offset
      )
    }.map(\.element)
    var json = "{\n  \"version\": 1,\n  \"sources\": [\n"
    json += artifact.document.sources.sources.map { "    " + source($0) }.joined(separator: ",\n")
    json += "\n  ],\n  \"entries\": [\n"
    json += entries.map { "    " + entry($0) }.joined(separator: ",\n")
    json += "\n  ]\n}\n"
    artifact.add(bytes: Array(json.utf8), at: "evidence/source_map.json")
  }

  private func source(_ source: SourceText) -> String {
    var fields = [
      ("id", JSON.string(source.id.name)), ("kind", JSON.string(source.kind.rawValue)),
      ("file", JSON.string(source.file)),
    ]
    if let commit = source.commit { fields.append(("commit", JSON.string(commit))) }
    fields.append(("sha256", JSON.string(source.sha256)))
    if let pages = source.pages { fields.append(("pages", String(pages))) }
    return JSON.object(fields)
  }

  private func entry(_ entry: SourceMapEntry) -> String {
    var fields = [
      ("file", JSON.string(entry.file)), ("line", String(entry.line)),
      ("column", String(entry.column)),
      ("entity", entry.entity.map { JSON.string($0.id) } ?? "null"),
      ("field", entry.field.map(JSON.string) ?? "null"),
      ("value", JSON.string(entry.value)),
    ]
    switch entry.derivation {
    case nil: fields.append(("origin", JSON.string("extracted")))
    case .computed(let expression):
      fields += [("origin", JSON.string("derived")), ("expression", JSON.string(expression))]
    case .inferred: fields.append(("origin", JSON.string("inferred")))
    case .model(let name):
      fields += [("origin", JSON.string("model")), ("model", JSON.string(name))]
    }
    fields.append(("spans", "[" + entry.places.map(place).joined(separator: ", ") + "]"))
    return JSON.object(fields)
  }

  private func place(_ place: SourceMapEntry.Place) -> String {
    var fields = [("source", JSON.string(place.source.name))]
    switch place.location {
    case .page(let page, let boxes):
      fields += [
        ("page", String(page)), ("boxes", "[" + boxes.map(box).joined(separator: ", ") + "]"),
      ]
    case .lines(let path, let lines):
      fields += [
        ("path", JSON.string(path)), ("lines", "[\(lines.lowerBound), \(lines.upperBound)]"),
      ]
    case .message(let run, let ordinal):
      fields += [("run", JSON.string(run)), ("message", String(ordinal))]
    case .node(let id): fields.append(("node", JSON.string(id)))
    }
    fields.append(("quote", JSON.string(place.quote)))
    return JSON.object(fields)
  }

  private func box(_ box: Box) -> String {
    "[" + [box.x0, box.y0, box.x1, box.y1].map(JSON.number).joined(separator: ", ") + "]"
  }
}

/// JSON with keys in a chosen order, which the standard encoder does not keep.
enum JSON {
  static func object(_ fields: [(String, String)]) -> String {
    "{" + fields.map { "\(string($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
  }

  /// With one decimal, the precision of boxes.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    return "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  static func string(_ text: String) -> String {
    guard text.utf8.contains(where: needsEscape) else { return "\"\(text)\"" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let hex = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }
}
