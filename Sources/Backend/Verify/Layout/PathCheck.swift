internal import IR

/// Links and paths: they stay inside, they resolve, they match case.
struct PathCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA111", .error(), .danglingReference, "a path leaves the artifact",
      cause: "A link, a path field or a symbolic link leads out of the artifact, or to an "
        + "absolute path, a drive, a home directory or a `file:` URL. Nothing there is read.",
      cure: "Point to a file inside the artifact.", example: "[notes](../../../notes.md)"),
    CheckRow(
      "ARA112", .error(), .danglingReference, "a link leads to no file",
      cause: "No file of the artifact has the path to which a relative link leads.",
      cure: "Correct the link, or file what it names.",
      example: "[figure 3](figure3_scalability.md) for `fig3_scalability.md`"),
    CheckRow(
      "ARA113", .warning(), .danglingReference, "a path differs from the file's name by case",
      cause: "A path spells a file's name in another case, or two names differ by case only: "
        + "file systems that ignore case read such an artifact differently.",
      cure: "Spell the path as the file is named.", example: "[claims](Claims.md)"),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for mention in artifact.paths.mentions {
      switch mention.resolution {
      case .outside: report(.outside(mention))
      case .otherCase(let path): report(.otherCase(mention, path))
      case _
      where mention.role == .link && mention.resolution.isDead
        && !mention.isFragment:
        report(.dead(mention))
      default: break
      }
    }
    for link in artifact.files.symlinks {
      let directory = ArtifactPath.directory(of: link.path)
      let target = ArtifactPath.resolve(link.target, in: directory)
      if target == .outside || target == .external { report(.symlink(link.path)) }
    }
    for group in artifact.files.namesakes {
      for path in group.dropFirst() { report(.namesake(path, group[0])) }
    }
  }
}

extension PathMention {
  /// A link within its own file.
  fileprivate var isFragment: Bool { resolution == .fragment && !written.text.isEmpty }
}

extension PathMention {
  /// What is written in the case of the path that it leads to; nil for a way round, or a fragment.
  fileprivate func respelled(as path: String) -> String? {
    let names = written.text.split(separator: "/", omittingEmptySubsequences: false)
    let ups = names.prefix { $0 == ".." || $0 == "." }
    let rest = names.dropFirst(ups.count)
    let named = path.split(separator: "/").suffix(rest.count)
    guard rest.count == named.count,
      zip(rest, named).allSatisfy({ $0.lowercased() == $1.lowercased() })
    else { return nil }
    return (ups + named).joined(separator: "/")
  }
}

extension Finding {
  fileprivate static func outside(_ mention: PathMention) -> Finding {
    Finding(
      "ARA111", on: mention.written, in: mention.file, subject: mention.subject,
      "\(Quoted(mention.written.text)) leads out of the artifact")
  }

  fileprivate static func symlink(_ path: String) -> Finding {
    Finding(
      "ARA111", at: ArtifactPlace(file: path), about: "symlink",
      "this symbolic link leads out of the artifact")
  }

  fileprivate static func dead(_ mention: PathMention) -> Finding {
    Finding(
      "ARA112", on: mention.written, in: mention.file, subject: mention.subject,
      "the link \(Quoted(mention.written.text)) leads to no file")
  }

  fileprivate static func otherCase(_ mention: PathMention, _ path: String) -> Finding {
    Finding(
      "ARA113", on: mention.written, in: mention.file, subject: mention.subject,
      "\(Quoted(mention.written.text)) is spelled \(Quoted(path)) in the artifact"
    ).fixed(
      by: mention.respelled(as: path).map { .replace(mention.written, in: mention.file, by: $0) })
  }

  fileprivate static func namesake(_ path: String, _ first: String) -> Finding {
    Finding(
      "ARA113", at: ArtifactPlace(file: path), about: path,
      "its name differs from \(Quoted(first)) by case only")
  }
}
