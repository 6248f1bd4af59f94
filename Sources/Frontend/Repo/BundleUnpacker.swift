internal import FoundationEssentials
internal import IR

/// Makes a bare repository of a git bundle, in a folder that is thrown away after reading.
struct BundleUnpacker {
  let path: String
  let place: InputPlace

  /// Fills the empty folder `target`.
  func unpack(into target: String) throws(FrontendError) {
    let file: InputFile
    do throws(PathFault) {
      file = try InputFile(path: path)
    } catch {
      throw FrontendError(.notUnpacked("it cannot be read", at: place))
    }
    let bundle: GitBundle
    do throws(GitBundle.Fault) {
      bundle = try GitBundle(file)
    } catch {
      throw FrontendError(.notUnpacked(error.words, at: place))
    }
    guard let head = bundle.head else {
      throw FrontendError(.notUnpacked("it brings no reference", at: place))
    }
    do {
      for folder in ["/objects/pack", "/refs/heads"] {
        try FileManager.default.createDirectory(
          atPath: target + folder, withIntermediateDirectories: true)
      }
      for (name, text) in [("/HEAD", head), ("/packed-refs", bundle.packedReferences)] {
        try Data(text.utf8).write(to: URL(filePath: target + name))
      }
    } catch {
      throw FrontendError(.notUnpacked("there is no place to unpack it", at: place))
    }
    guard index(file, from: bundle.pack, in: target + "/objects/pack") else {
      let reason =
        bundle.prerequisites > 0
        ? "it builds on commits that it does not hold" : "its pack is damaged or cut short"
      throw FrontendError(.notUnpacked(reason, at: place))
    }
  }

  private func index(_ file: InputFile, from start: Int, in folder: String) -> Bool {
    guard var indexer = PackIndexer(folder: folder) else { return false }
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { block.deallocate() }
    var offset = start
    while offset < file.size {
      let count = file.read(at: offset, into: block)
      guard count > 0, indexer.append(UnsafeRawBufferPointer(rebasing: block[..<count])) else {
        return false
      }
      offset += count
    }
    return indexer.finish()
  }
}

extension GitBundle.Fault {
  fileprivate var words: String {
    switch self {
    case .malformed: "its head is damaged or cut short"
    case .unsupported(let capability): "it has a form that is not read (\(capability))"
    }
  }
}

extension Diagnostic {
  fileprivate static func notUnpacked(_ reason: String, at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F226", severity: .error, message: "the git bundle cannot be unpacked: \(reason)",
      input: place)
  }
}
