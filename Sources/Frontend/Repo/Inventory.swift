internal import IR

/// Collects the files of a repository and chooses whose contents are kept.
///
/// Source code, configuration and documentation go first, in path order; data and logs fill what
/// is left. Contents that do not fit are dropped at once, so that memory stays bounded.
final class Inventory {
  /// Why the content of a text file was not kept.
  enum Omission: Int, CaseIterable {
    case large, largeData, encoding, notebook, total, secret
  }

  struct Entry {
    let path: RepositoryPath
    var file: RepositoryFile
    /// The content in pieces that each came from consecutive lines; nil if it was not kept.
    var content: [Piece]?
  }

  struct Piece: Equatable {
    var text: String
    let firstLine: Int
    /// Whether it goes on with the unit of code that the piece before it belongs to.
    var continues = false
  }

  private(set) var entries: [Entry] = []
  private(set) var troubles: [FileTrouble] = []
  private(set) var omissions: [Omission: Int] = [:]
  /// Files in which credentials were masked, with the line of the first.
  private(set) var masked: [(path: RepositoryPath, line: Int)] = []
  private var keptFirst = 0
  private var keptLater = 0

  func report(_ trouble: FileTrouble) { troubles.append(trouble) }

  func add(_ found: FoundFile) {
    var file: RepositoryFile
    var content: [Piece]?
    switch found.content {
    case .symlink:
      file = Self.file(found, .symlink)
    case .submodule:
      file = Self.file(found, .submodule)
    case .unreadable:
      let type = FileClass(path: found.path, content: nil)
      file = Self.file(found, type.kind, type.language)
    case .regular(let bytes):
      let type = FileClass(path: found.path, content: bytes)
      file = Self.file(found, type.kind, type.language)
      if let bytes, type.isText {
        file.lines = TextContent.lines(bytes)
        content =
          SecretNames.hasSecrets(found.path)
          ? withoutSecrets(bytes, of: found.path) : keep(bytes, as: type, at: found.path)
        mask(&content, of: found.path)
      } else if bytes == nil, type.kind != .binary {
        omit(.large)
      }
    }
    entries.append(Entry(path: found.path, file: file, content: content))
  }

  private static func file(
    _ found: FoundFile, _ kind: RepositoryFile.Kind, _ language: String? = nil
  ) -> RepositoryFile {
    RepositoryFile(
      path: found.path.text, kind: kind, language: language, size: found.size, blob: found.blob)
  }

  private func keep(
    _ bytes: [UInt8], as type: FileClass, at path: RepositoryPath
  ) -> [Piece]? {
    guard !bytes.isEmpty else { return nil }
    if type.kind == .notebook {
      guard bytes.count <= Self.largestNotebook else { return omit(.large) }
      guard let cells = Notebook(bytes)?.code else { return omit(.notebook) }
      return admit(cells, isFirst: true)
    }
    if LockFile.isLockFile(path.text) {
      guard bytes.count <= LockFile.largest else { return omit(.large) }
      return admit(LockFile(bytes).pieces, isFirst: true)
    }
    let isLater = [.data, .generated, .log, .largeFilePointer].contains(type.kind)
    guard bytes.count <= (isLater ? Self.largestData : Self.largestText) else {
      return omit(isLater ? .largeData : .large)
    }
    guard let text = TextContent.text(of: bytes) else { return omit(.encoding) }
    return admit([Piece(text: text, firstLine: 1)], isFirst: !isLater)
  }

  private func admit(_ pieces: [Piece], isFirst: Bool) -> [Piece]? {
    let size = pieces.reduce(0) { $0 + $1.text.utf8.count }
    guard size > 0 else { return nil }
    guard size <= Self.largestText else { return omit(.large) }
    guard (isFirst ? keptFirst : keptLater) + size <= Self.mostText else { return omit(.total) }
    if isFirst { keptFirst += size } else { keptLater += size }
    return pieces
  }

  /// What can be kept of a file that holds secrets by its name.
  private func withoutSecrets(_ bytes: [UInt8], of path: RepositoryPath) -> [Piece]? {
    omit(.secret)
    guard EnvironmentFile.isEnvironmentFile(path.text), bytes.count <= Self.largestData else {
      return nil
    }
    return admit(EnvironmentFile.harmless(bytes), isFirst: true)
  }

  private func mask(_ content: inout [Piece]?, of path: RepositoryPath) {
    for index in content?.indices ?? 0..<0 {
      guard let piece = content?[index], let masked = SecretMask.masked(piece.text) else {
        continue
      }
      content?[index].text = masked.text
      if self.masked.last?.path != path { self.masked.append((path, piece.firstLine + masked.row)) }
    }
  }

  @discardableResult
  private func omit(_ reason: Omission) -> [Piece]? {
    omissions[reason, default: 0] += 1
    return nil
  }

  static let largestText = 256 << 10
  static let largestData = 32 << 10
  static let mostText = 16 << 20
  private static let largestNotebook = 4 << 20

  /// Sorts the files, files the kept contents into `text` and returns them in that order.
  func fileContents(into text: inout SourceTextBuilder) -> [KeptFile] {
    entries.sort { $0.path < $1.path }
    text.reserve(min(keptFirst + keptLater, Self.mostText) + entries.count)
    var kept: [KeptFile] = []
    for isLater in [false, true] {
      for index in entries.indices {
        guard let content = entries[index].content,
          isLater
            == [.data, .generated, .log, .largeFilePointer].contains(entries[index].file.kind)
        else { continue }
        entries[index].content = nil
        let size = content.reduce(0) { $0 + $1.text.utf8.count }
        if isLater, keptFirst + size > Self.mostText {
          omit(.total)
          continue
        }
        if isLater { keptFirst += size }
        let file = KeptFile(entries[index].file, content, index: index, into: &text)
        entries[index].file.text = file.span
        kept.append(file)
      }
    }
    return kept
  }

  /// SHA-256 of the sorted `path NUL blob-id LF` lines.
  var digest: String {
    var stream = Digest.Stream(.sha256)
    for entry in entries {
      let line = entry.path.bytes + [0] + Array(entry.file.blob.utf8) + [UInt8(ascii: "\n")]
      line.withUnsafeBytes { stream.update($0) }
    }
    return stream.finish()
  }

  /// The files with what the analysis found of them, by position in `entries`.
  func files(summaries: [Int: SourceSpan]) -> [RepositoryFile] {
    entries.enumerated().map { index, entry in
      var file = entry.file
      file.summary = summaries[index]
      return file
    }
  }
}
