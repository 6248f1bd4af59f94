internal import IR

extension RepositoryFindings {
  /// What there is to say of the files of a repository.
  ///
  /// Without a whole commit to compare with, nothing is said of changed and of new files.
  mutating func append(_ inventory: Inventory, comparesWithCommit: Bool) {
    var groups = TroubleGroups()
    for trouble in inventory.troubles { append(trouble, &groups) }
    if comparesWithCommit, let first = groups.changed.first ?? groups.deleted.first {
      append(
        .differsFromCommit(
          changed: groups.changed.count, deleted: groups.deleted.count, at: place(first.text)))
    }
    if comparesWithCommit, let first = groups.untracked.first {
      append(.notInCommit(groups.untracked.count, at: place(first.text)))
    }
    if let first = groups.submodules.first {
      append(.submodules(groups.submodules.count, at: place(first.text)))
    }
    if let first = groups.missing.first {
      append(.missingObjects(groups.missing.count, at: place(first.text)))
    }
    if let first = groups.leftOut.first {
      append(.toolFolders(groups.leftOut.count, at: place(first.text)))
    }
    let unprintable = inventory.entries.lazy.map(\.path).filter { !$0.isPrintable }
    if let first = unprintable.first {
      append(.unprintableNames(unprintable.count, at: place(first.text)))
    }
  }

  private struct TroubleGroups {
    var changed: [RepositoryPath] = []
    var deleted: [RepositoryPath] = []
    var untracked: [RepositoryPath] = []
    var submodules: [RepositoryPath] = []
    var missing: [RepositoryPath] = []
    var leftOut: [RepositoryPath] = []
  }

  private mutating func append(_ trouble: FileTrouble, _ groups: inout TroubleGroups) {
    switch trouble {
    case .modified(let path): groups.changed.append(path)
    case .deleted(let path): groups.deleted.append(path)
    case .untracked(let path): groups.untracked.append(path)
    case .submodule(let path): groups.submodules.append(path)
    case .missingObject(let path): groups.missing.append(path)
    case .leftOut(let path): groups.leftOut.append(path)
    case .unreadable(let path, let reason): append(.unreadable(reason, at: place(path.text)))
    case .unhashed(let path): append(.unhashed(at: place(path.text)))
    case .special(let path): append(.specialFile(at: place(path.text)))
    case .escapingLink(let path): append(.escapingLink(at: place(path.text)))
    case .nestedRepository(let path): append(.nestedRepository(at: place(path.text)))
    case .tooDeep(let path): append(.tooDeep(at: place(path.text)))
    case .tooMany: append(.tooManyFiles(at: place))
    }
  }

  mutating func append(masked: [(path: RepositoryPath, line: Int)]) {
    for (path, line) in masked { append(.credential(at: place(path.text, line: line))) }
  }

  /// One note on the contents that were not kept.
  mutating func append(omissions: [Inventory.Omission: Int]) {
    let counts = Inventory.Omission.allCases.compactMap { reason in
      omissions[reason].map { (reason, $0) }
    }
    guard !counts.isEmpty else { return }
    var diagnostic = Diagnostic.notKept(counts.reduce(0) { $0 + $1.1 }, at: place)
    diagnostic.notes = counts.map { Note(message: "\($0.1) \($0.0.words)") }
    append(diagnostic)
  }
}

extension Inventory.Omission {
  /// Words that follow a number of files.
  fileprivate var words: String {
    switch self {
    case .large: "larger than 256 KiB"
    case .largeData: "data or logs larger than 32 KiB"
    case .encoding: "not in UTF-8"
    case .notebook: "notebooks that do not parse"
    case .total: "beyond 16 MiB in all"
    case .secret: "with names of files that hold secrets"
    }
  }
}

extension Diagnostic {
  fileprivate static func missingObjects(_ count: Int, at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F207", severity: .warning,
      message: "objects are missing or damaged: \(count) files or directories of the commit"
        + " have no content; this is the first", input: place)
  }

  fileprivate static func differsFromCommit(
    changed: Int, deleted: Int, at place: InputPlace
  ) -> Diagnostic {
    Diagnostic(
      code: "F208", severity: .note,
      message: "the directory differs from its commit (changed: \(changed), deleted: \(deleted))"
        + " and was read as it is; this is the first", input: place)
  }

  fileprivate static func notInCommit(_ count: Int, at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F209", severity: .note,
      message: "files that are not part of the commit, read all the same: \(count)"
        + "; this is the first",
      input: place)
  }

  fileprivate static func escapingLink(at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F210", severity: .warning,
      message: "the symbolic link leads out of the repository; it is listed and was not followed",
      input: place)
  }

  fileprivate static func unprintableNames(_ count: Int, at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F211", severity: .note,
      message: "file names that are not in UTF-8 or hold control characters: \(count)"
        + "; such bytes are written \\xHH, and this is the first", input: place)
  }

  fileprivate static func unreadable(_ reason: String, at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F212", severity: .warning, message: "cannot be read: \(reason)", input: place)
  }

  fileprivate static func specialFile(at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F213", severity: .note,
      message: "is a pipe, a socket or a device and was left out", input: place)
  }

  fileprivate static func unhashed(at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F225", severity: .note,
      message: "is too large to read; it is listed by its size alone", input: place)
  }

  fileprivate static func nestedRepository(at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F214", severity: .note,
      message: "is a repository of its own; it is listed and was not entered", input: place)
  }

  fileprivate static func submodules(_ count: Int, at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F215", severity: .note,
      message: "submodules, listed and not entered: \(count); this is the first",
      input: place)
  }

  fileprivate static func notKept(_ count: Int, at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F216", severity: .note,
      message: "text files that are listed without their contents: \(count)",
      input: place)
  }

  fileprivate static func credential(at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F227", severity: .warning,
      message: "what looks like a credential was left out; asterisks stand in its place",
      input: place)
  }

  fileprivate static func toolFolders(_ count: Int, at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F217", severity: .note,
      message: "folders that tools fill, left out: \(count); this is the first",
      input: place)
  }

  fileprivate static func tooManyFiles(at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F218", severity: .warning,
      message: "holds more than \(FoundFile.most) files; the rest were not listed", input: place)
  }

  fileprivate static func tooDeep(at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F218", severity: .warning,
      message: "lies more than \(CommittedTree.deepest) directories deep and was not entered",
      input: place)
  }
}
