package import Backend
internal import CSandbox
internal import Glibc

/// Changes of some files of an artifact on disk, all of them or none.
///
/// New contents are written in full beside the files, then exchanged with them one by one; each
/// file is whole at any time. If something goes wrong, what was exchanged goes back.
struct TreeUpdate {
  private enum Step {
    case exchange(path: String, expecting: [UInt8]?)
    case remove(path: String, expecting: [UInt8]?)
  }

  private let root: String
  /// Holds the new contents before the exchange and the old ones behind it, by number.
  private let staging: String
  private let steps: [Step]
  private let new: ArtifactTree

  fileprivate init(
    from old: ArtifactTree, to new: ArtifactTree, at root: String, in staging: String
  ) {
    self.root = root
    self.staging = staging
    self.new = new
    let changed = new.filePaths.filter { new[$0] != old[$0] }
    let removed = old.paths.filter { new[entry: $0] == nil }
    steps =
      changed.map { .exchange(path: $0, expecting: old[$0]) }
      // What lies in a directory goes before it.
      + removed.reversed().map { .remove(path: $0, expecting: old[$0]) }
  }

  fileprivate func run() throws(DiskTree.WriteError) {
    for (number, step) in steps.enumerated() {
      guard case .exchange(let path, _) = step else { continue }
      try stage(new[path] ?? [], number, as: path)
    }
    var done = 0
    do throws(DiskTree.WriteError) {
      for (number, step) in steps.enumerated() {
        try make(step, number)
        done += 1
        try expect(step, number)
      }
    } catch {
      for number in (0..<done).reversed() { takeBack(steps[number], number) }
      throw error
    }
  }

  private func target(_ path: String) -> String { "\(root)/\(path)" }
  private func staged(_ number: Int) -> String { "\(staging)/\(number)" }

  /// Writes the new content of a file, with the permissions of the old one.
  private func stage(_ bytes: [UInt8], _ number: Int, as path: String) throws(DiskTree.WriteError) {
    var status = stat()
    guard lstat(target(path), &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .changed(target(path))
    }
    try DiskTree.create(staged(number), bytes, as: target(path))
    _ = chmod(staged(number), status.st_mode & 0o7777)
  }

  private func make(_ step: Step, _ number: Int) throws(DiskTree.WriteError) {
    switch step {
    case .exchange(let path, _):
      try DiskTree.check(arac_exchange(staged(number), target(path)), target(path))
    case .remove(let path, _):
      let isMoved = rename(target(path), staged(number)) == 0
      try DiskTree.check(isMoved ? 0 : errno, target(path))
    }
  }

  /// What was taken out is what had been verified, not what somebody wrote there meanwhile.
  private func expect(_ step: Step, _ number: Int) throws(DiskTree.WriteError) {
    switch step {
    case .exchange(let path, let bytes), .remove(let path, let bytes):
      guard let bytes else { return }
      guard DiskTree.bytes(of: staged(number), limit: bytes.count) == bytes else {
        throw .changed(target(path))
      }
    }
  }

  private func takeBack(_ step: Step, _ number: Int) {
    switch step {
    case .exchange(let path, _):
      // Where nothing stood, nothing was taken out.
      if access(staged(number), F_OK) != 0 {
        _ = rename(target(path), staged(number))
      } else {
        _ = arac_exchange(staged(number), target(path))
      }
    case .remove(let path, _): _ = rename(staged(number), target(path))
    }
  }
}

extension DiskTree {
  /// Writes the files of `new` that differ from `old`, which was loaded from there, and removes
  /// those that it lacks. Whatever goes wrong, every file is as it was.
  package static func update(
    _ path: String, from old: ArtifactTree, to new: ArtifactTree, _ interruption: Interruption
  ) throws(WriteError) {
    let root = trimmed(path)
    try staging("\(root)/fix", interruption) { (staging) throws(WriteError) in
      try interruption.step { () throws(WriteError) in
        try check(mkdir(staging, 0o700) == 0 ? 0 : errno, root)
        try TreeUpdate(from: old, to: new, at: root, in: staging).run()
      }
    }
  }
}

extension DiskTree.WriteError {
  fileprivate static func changed(_ path: String) -> Self {
    Self(path: path, reason: "it has changed since it was verified; nothing was written")
  }
}
