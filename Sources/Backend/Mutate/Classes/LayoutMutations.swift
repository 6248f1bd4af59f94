internal import IR

extension Mutation {
  /// Files, directories, bytes, and what must not stand in any file.
  static let layout: [Mutation] = [
    Mutation("no-directory", "ARA101") { base in
      ["logic/solution", "src", "trace", "evidence"].compactMap { base.removing(folder: $0) }
    },
    Mutation("no-directory-of-code", "ARA102") { base in
      ["src/configs", "src/execution"].compactMap { base.removing(folder: $0) }
    },
    dropFiles("ARA103", "no-core-file", ArtifactFiles.coreFiles),
    dropFiles("ARA104", "no-april-file", ArtifactFiles.aprilFiles),
    Mutation("nearly-empty-file", "ARA105") { base in
      (ArtifactFiles.coreFiles + ArtifactFiles.aprilFiles).filter { base.tree[$0] != nil }.map {
        rewritten($0, "# Title\n")
      }
    },
    Mutation("only-a-title", "ARA106") { base in
      (base.files(.data) + base.files(.otherSolution)).map { rewritten($0.path, "# Title\n") }
    },
    Mutation("code-in-a-subfolder", "ARA107") { base in
      let code = base.artifact.files.paths.filter {
        $0.hasPrefix("src/execution/") && $0.hasSuffix(".py")
      }
      if code.isEmpty || base.hasKnownGaps { return [] }
      let edits = code.flatMap { path -> [Edit] in
        let moved = "src/execution/core/" + path.dropFirst("src/execution/".count)
        return [.entry(nil, at: path), .entry(base.tree[entry: path], at: moved)]
      }
      return [Injection(edits, file: "src/execution")]
    },
    Mutation("no-exhibit", "ARA108") { base in
      let exhibits = base.artifact.exhibits.map { Edit.entry(nil, at: $0.path) }
      return exhibits.isEmpty ? [] : [Injection(exhibits, file: "evidence")]
    },
    bytes("ARA109", "byte-order-mark") { TextDefect.byteOrderMark + $0 },
    bytes("ARA109", "terminal-escape") { $0 + Array("\u{1B}[1mbold\u{1B}[0m\n".utf8) },
    bytes("ARA109", "bytes-that-are-no-text") { $0 + [0x5B, 0xFF, 0xFE, 0x5D, 0x0A] },
    bytes("ARA110", "line-ends-of-another-system") { bytes in
      bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    },
    bytes("ARA110", "trailing-blank") { $0.dropLast() + Array(" \n".utf8) },
    bytes("ARA110", "no-final-newline") { bytes in
      let end = bytes.lastIndex { $0 != 0x0A && $0 != 0x0D }
      return end.map { Array(bytes[...$0]) } ?? []
    },
    append(
      "ARA111", "link-out-of-the-artifact", to: "logic/solution/constraints.md",
      "See [the notes](../../../notes/plan.md)."),
    set(
      "ARA111", "absolute-path-in-a-field", "Code ref", of: .heuristic, to: "[/srv/code/train.py]"),
    Mutation("symlink-out-of-the-artifact", "ARA111") { base in
      ["data/raw.md", "src/execution/shared.py"].filter { base.tree[entry: $0] == nil }.map {
        Injection(.entry(.symlink(target: "../../../elsewhere/file"), at: $0), file: $0)
      }
    },
    append(
      "ARA112", "dead-link", to: "logic/solution/constraints.md",
      "See [the table](../../evidence/tables/table_of_nothing.md)."),
    append(
      "ARA113", "link-in-another-case", to: "logic/solution/constraints.md",
      "See [the claims](../Claims.md)."),
    Mutation("names-that-differ-by-case", "ARA113") { base in
      guard let entry = base.tree[entry: "logic/claims.md"] else { return [] }
      // All but the first in byte order are named, and capitals come first.
      return [Injection(.entry(entry, at: "logic/Claims.md"), file: "logic/claims.md")]
    },
    Mutation("leftover", "ARA114") { base in
      [".ara_env", ".DS_Store", "logic/claims.md.orig", "src/execution/.swp.swp"].map {
        Injection(.entry(.file(Array("left behind\n".utf8)), at: $0), file: $0)
      }
    },
    append(
      "ARA115", "token-in-a-text", to: "src/environment.md",
      "- **Access**: ghp_" + String(repeating: "a1B2", count: 6)),
    append(
      "ARA115", "password-in-a-text", to: "src/environment.md",
      "- **Access**: password=correct-horse-7"),
    Mutation("file-named-secret", "ARA115") { _ in
      let path = "data/client_secret.md"
      return [Injection(.entry(.file(Array("# Notes\n\nNone.\n".utf8)), at: path), file: path)]
    },
    set(
      "ARA118", "directory-as-a-code-entry", "File(s) in repo", of: .codeEntry, to: "scripts/"),
    rewrite("ARA118", "files-by-their-number", "File(s) in repo", of: .codeEntry) { _, field, _ in
      "\(field.value.text) and 12 others"
    },
    set(
      "ARA119", "log-as-a-code-entry", "File(s) in repo", of: .codeEntry, to: "runs/first/train.log"
    ),
    append(
      "ARA122", "path-of-the-machine", to: "logic/solution/constraints.md",
      "The limits were read from /home/anna/papers/draft.pdf."),
  ]

  /// The bytes of a text file are others; the tree and the map are left out, since what damages
  /// them as such is another class.
  private static func bytes(
    _ code: DiagnosticCode, _ name: String, _ change: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) -> Mutation {
    Mutation(name, code) { base in
      base.artifact.markdownFiles.filter { $0.path != "PAPER.md" }.map {
        Injection(.bytes(of: $0.path, change), file: $0.path)
      }
    }
  }
}

extension MutationBase {
  /// Everything below a folder is gone; nil if there is nothing.
  fileprivate func removing(folder: String) -> Injection? {
    let below = tree.paths.filter { $0.hasPrefix(folder + "/") || $0 == folder }
    return below.isEmpty
      ? nil : Injection(below.map { Edit.entry(nil, at: $0) }, file: folder)
  }
}
