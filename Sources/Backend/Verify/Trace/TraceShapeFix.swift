internal import IR
internal import YAML

// Mechanical cures for the shape of the tree.

extension FixIt {
  /// Makes what stands under `root` the list under `tree`.
  static func rootToTree(_ root: TraceFile.Key, in trace: TraceFile, _ text: TextFile) -> FixIt? {
    guard let name = root.written(in: text) else { return nil }
    if root.value.sequence != nil { return .replace(name, in: TraceFile.path, by: "tree") }
    guard root.value.mapping != nil, root.value.mark.line > root.line, root.place.column == 1
    else { return nil }
    let next = trace.topKeys.first { $0.line > root.line }?.line
    let first = root.value.mark
    let indents = (first.line..<(next ?? text.lines.count + 1)).filter {
      !text.line($0).isEmpty && $0 > first.line
    }
    let place = LinePiece(text: text.line(first.line), line: first.line)
    let start = place.text.offset(ofColumn: first.column)
    let edits =
      [
        Replacement(name, in: TraceFile.path, by: "tree"),
        Replacement(place[start..<start], in: TraceFile.path, by: "- "),
      ] + indents.map { Replacement(inserting: "  ", before: $0, of: TraceFile.path) }
    return FixIt("rewrite 'root' as a list under 'tree'", edits.map(Edit.replace))
  }

  /// Puts a single text where a list of texts belongs into a list.
  static func wrapInList(_ key: TraceFile.Key, _ text: TextFile) -> FixIt? {
    guard let scalar = key.value.scalar, !scalar.isEmpty, let value = key.writtenValue(in: text)
    else { return nil }
    return .replace(value, in: TraceFile.path, by: "[\(QuotedYAML.of(scalar))]")
  }

  /// Takes a node out of the dependencies of another, and the key with the last of them.
  static func drop(
    _ target: String, at place: YAMLNode.Mark, of node: TraceFile.Node, _ text: TextFile
  ) -> FixIt? {
    guard let key = node["also_depends_on"], let items = key.value.sequence else { return nil }
    let left = items.filter { $0.mark != place }.compactMap(\.written)
    let end = (items.last?.mark.line ?? key.line) + 1
    let indent = text.line(key.line).prefix { $0 == " " }
    let isAlone = (key.line..<end).allSatisfy { line in
      let text = text.line(line)
      return !text.has(UInt8(ascii: "#")) && !text.hasSuffix("}") && !text.hasSuffix(",")
    }
    // Nothing else stands on the lines of the key.
    guard isAlone, left.count == items.count - 1, indent.utf8.count + 1 == key.place.column else {
      return nil
    }
    let list = "\(indent)also_depends_on: [\(left.joined(separator: ", "))]\n"
    let replacement = Replacement(
      file: TraceFile.path, start: Position(key.line, 1), end: Position(end, 1),
      text: left.isEmpty ? "" : list)
    return FixIt("drop \(Quoted(target))", [.replace(replacement)])
  }
}

extension YAMLNode {
  /// A scalar as it may be written in a list.
  fileprivate var written: String? {
    guard case .scalar(let text, let isPlain) = content else { return nil }
    return isPlain ? text : QuotedYAML.of(text)
  }
}
