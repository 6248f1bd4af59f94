/// An AI-Scientist run folder by its files (`spec/logs-and-rubrics.md`, section 13).
struct RunFolder {
  static let resultFile = "final_info.json"
  static let notesFile = "notes.txt"
  static let logFile = "log.txt"

  let folder: InputFolder

  static func isRunFolder(_ folder: InputFolder) -> Bool {
    let files = RunFolder(folder: folder)
    return !files.resultFiles.isEmpty || (folder.holds(notesFile, .file) && files.dialogue != nil)
  }

  /// The sub-folders `run_0`, `run_1`, … that hold results, in the order of their numbers.
  var resultFiles: [(run: Int, folder: InputFolder)] {
    folder.entries.compactMap { entry -> (run: Int, folder: InputFolder)? in
      guard entry.name.hasPrefix("run_"), let number = Int(entry.name.dropFirst(4)), number >= 0,
        entry.name == "run_\(number)", let inner = folder.folder(entry.name),
        inner.holds(Self.resultFile, .file)
      else { return nil }
      return (number, inner)
    }.sorted { $0.run < $1.run }
  }

  /// The name of the dialogue with the model, the first if there are several.
  var dialogue: String? {
    folder.entries.first { $0.kind == .file && $0.name.hasSuffix("_aider.txt") }?.name
  }

  static let textLimit = 16 << 20

  /// The lines of a text file in the folder; nil if there is none or it is larger than the limit.
  func lines(of name: String) -> [String]? {
    guard let file = folder.file(name), file.size <= Self.textLimit else { return nil }
    return String(decoding: file.bytes(in: 0..<file.size), as: UTF8.self)
      .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
  }

  /// The SHA-256 of the sorted `path NUL sha256 LF` lines of every file in the folder, links left
  /// out; nil for a folder that is too large or too deep.
  func sha256() -> String? {
    var digest = Digest.Stream(.sha256)
    guard let paths = paths else { return nil }
    for path in paths {
      guard let file = try? InputFile(path: folder.path(of: path)) else { continue }
      let line = Array(path.utf8) + [0] + Array(file.sha256().utf8) + [0x0A]
      line.withUnsafeBytes { digest.update($0) }
    }
    return digest.finish()
  }

  static let fileLimit = 100_000
  static let depthLimit = 32

  private var paths: [String]? {
    var paths: [String] = []
    var open = [(folder: folder, prefix: "", depth: 0)]
    while let (inner, prefix, depth) = open.popLast() {
      for entry in inner.entries {
        let path = prefix + entry.name
        switch entry.kind {
        case .file: paths.append(path)
        case .folder:
          guard depth < Self.depthLimit, let next = inner.folder(entry.name) else { return nil }
          open.append((next, path + "/", depth + 1))
        case .other: break
        }
      }
      if paths.count > Self.fileLimit { return nil }
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// A line of a text file, or words of it.
struct NumberedLine {
  let text: String
  /// From 1.
  let number: Int
}
