/// Lists the files of a bare repository: those of the commit, from the object database.
struct CommittedFiles {
  let git: GitRepository
  let listing: CommittedTree.Listing
  let inventory: Inventory

  func list() {
    for file in listing.files {
      switch file.kind {
      case .submodule:
        inventory.report(.submodule(file.path))
        inventory.add(FoundFile(path: file.path, size: 0, blob: file.id.hex, content: .submodule))
      case .symlink, .file, .directory:
        do throws(GitFailure) {
          inventory.add(try find(file))
        } catch {
          inventory.report(.missingObject(file.path))
          inventory.add(
            FoundFile(path: file.path, size: 0, blob: file.id.hex, content: .unreadable))
        }
      }
    }
  }

  private func find(_ file: CommittedTree.File) throws(GitFailure) -> FoundFile {
    let size = try git.size(of: file.id)
    func found(_ content: FoundFile.Content) -> FoundFile {
      FoundFile(path: file.path, size: size, blob: file.id.hex, content: content)
    }
    if file.kind == .symlink {
      let target = try git.blob(file.id, limit: LinkTarget.longest)
      if LinkTarget(target, of: file.path).leavesTree { inventory.report(.escapingLink(file.path)) }
      return found(.symlink)
    }
    guard size <= FoundFile.largestContent else { return found(.regular(nil)) }
    return found(.regular(try git.blob(file.id, limit: FoundFile.largestContent)))
  }
}

/// Where a symbolic link leads, by its words alone.
struct LinkTarget {
  static let longest = 4096

  /// Whether the target lies outside the tree: it is absolute, or climbs above the root.
  let leavesTree: Bool

  init(_ target: [UInt8], of link: RepositoryPath) {
    guard target.first != UInt8(ascii: "/") else {
      leavesTree = true
      return
    }
    var depth = link.bytes.count { $0 == UInt8(ascii: "/") }
    var leaves = false
    for part in target.split(separator: UInt8(ascii: "/")) {
      if part.elementsEqual("..".utf8) {
        depth -= 1
      } else if !part.elementsEqual(".".utf8) {
        depth += 1
      }
      leaves = leaves || depth < 0
    }
    leavesTree = leaves
  }
}
