internal import IR

// The forms that most rows of the table have.

extension Mutation {
  /// A field is missing in one block.
  static func drop(_ code: DiagnosticCode, _ field: String, from kind: BlockKind) -> Mutation {
    Mutation("\(kind.rawValue)-without-\(field.slug)", code) { base in
      base.parts(kind).compactMap { part in part.field(field).map(part.removing) }
    }
  }

  /// A field has this value.
  static func set(
    _ code: DiagnosticCode, _ name: String, _ field: String, of kind: BlockKind, to value: String
  ) -> Mutation {
    rewrite(code, name, field, of: kind) { _, _, _ in value }
  }

  /// A field has the value that is made of the one it had; nil where that cannot be.
  static func rewrite(
    _ code: DiagnosticCode, _ name: String, _ field: String, of kind: BlockKind,
    _ value: @escaping @Sendable (BlockPart, Field, MutationBase) -> String?
  ) -> Mutation {
    Mutation(name, code) { base in
      base.parts(kind).compactMap { part in
        guard let field = part.field(field), let value = value(part, field, base) else {
          return nil
        }
        return part.setting(field, to: value)
      }
    }
  }

  /// The line of a field has another form.
  static func reshape(
    _ code: DiagnosticCode, _ name: String, _ field: String, of kind: BlockKind,
    _ lines: @escaping @Sendable (String) -> [String]?
  ) -> Mutation {
    Mutation(name, code) { base in
      base.parts(kind).compactMap { part in
        guard let field = part.field(field), field.items.isEmpty, field.wrapped.isEmpty,
          let lines = lines(part.line(of: field))
        else { return nil }
        return part.replacing(field.line..<(field.line + 1), by: lines)
      }
    }
  }

  /// A heading of a block has another text.
  static func heading(
    _ code: DiagnosticCode, _ name: String, of kind: BlockKind,
    _ text: @escaping @Sendable (BlockPart, MutationBase) -> String?
  ) -> Mutation {
    Mutation(name, code) { base in
      base.parts(kind).compactMap { part in text(part, base).map(part.heading) }
    }
  }

  /// A section is gone, heading and all.
  static func dropSection(
    _ code: DiagnosticCode, _ title: String, level: Int = 2, of path: String
  ) -> Mutation {
    Mutation("no-section-\(title.slug)", code) { base in
      guard let file = base.artifact.markdown(path), let heading = file.heading(title, level: level)
      else { return [] }
      return [Injection(.lines(file.lines(of: heading), of: path, []), file: path)]
    }
  }

  /// A file is missing.
  static func dropFiles(_ code: DiagnosticCode, _ name: String, _ paths: [String]) -> Mutation {
    Mutation(name, code) { base in
      paths.filter { base.tree[$0] != nil }.map { Injection(.entry(nil, at: $0), file: $0) }
    }
  }

  /// The file ends with this line too; `subject` is what the finding names.
  static func append(
    _ code: DiagnosticCode, _ name: String, to path: String, _ line: String
  ) -> Mutation {
    Mutation(name, code) { base in
      guard let text = base.artifact.text(path) else { return [] }
      let end = text.lines.count + 1
      return [Injection(.lines(end..<end, of: path, ["", line]), file: path)]
    }
  }

  /// A top field of evidence files is missing or has another value.
  static func topField(
    _ code: DiagnosticCode, _ name: String, _ field: String, of kinds: [FileKind],
    _ value: @escaping @Sendable (Field, MarkdownFile) -> [String]?
  ) -> Mutation {
    Mutation(name, code) { base in
      kinds.flatMap { base.files($0) }.compactMap { file in
        guard let field = file.topField(field), field.items.isEmpty,
          let lines = value(field, file)
        else { return nil }
        return Injection(
          .lines(field.line..<(field.line + 1), of: file.path, lines), file: file.path)
      }
    }
  }

  /// A key of nodes is missing.
  static func dropKey(
    _ code: DiagnosticCode, _ key: String, of types: [NodeType] = NodeType.allCases
  ) -> Mutation {
    let whose = types.count == 1 ? types[0].rawValue.slug : "node"
    return Mutation("\(whose)-without-\(key.slug)", code) { base in
      types.flatMap { base.nodes($0) }.compactMap { part in part.node[key].flatMap(part.removing) }
    }
  }

  /// A key of nodes has this value.
  static func setKey(
    _ code: DiagnosticCode, _ name: String, _ key: String,
    of types: [NodeType] = NodeType.allCases, to value: String
  ) -> Mutation {
    Mutation(name, code) { base in
      types.flatMap { base.nodes($0) }.compactMap { part in
        part.node[key].map { part.setting($0, to: value) }
      }
    }
  }

  /// Nodes have further lines.
  static func addKey(
    _ code: DiagnosticCode, _ name: String, of types: [NodeType] = NodeType.allCases,
    _ lines: @escaping @Sendable (NodePart, MutationBase) -> [String]?
  ) -> Mutation {
    Mutation(name, code) { base in
      types.flatMap { base.nodes($0) }.compactMap { part in
        lines(part, base).flatMap(part.adding)
      }
    }
  }
}

extension String {
  /// In lower case, with dashes for everything that is no letter and no digit.
  var slug: String {
    lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }
}
