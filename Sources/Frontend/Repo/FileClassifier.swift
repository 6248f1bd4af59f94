internal import IR

/// What a file is, from its name and its content. The rows are in `FileLanguage`.
struct FileClass: Equatable, Sendable {
  var kind: RepositoryFile.Kind
  var language: String?
  /// Whether the content is text, so that lines count.
  var isText: Bool

  /// Classifies a regular file; `content` is nil for one that was too large to look at, which is
  /// then judged by its name alone.
  init(path: RepositoryPath, content: [UInt8]?) {
    let path = PathName(path)
    let row = FileLanguage.byName[path.name] ?? path.row
    guard let content else {
      self.init(kind: row?.kind ?? .binary, language: row?.name, isText: false)
      return
    }
    if Self.isLargeFilePointer(content) {
      self.init(kind: .largeFilePointer, language: nil, isText: true)
    } else if content.prefix(8192).contains(0) || row?.kind == .binary && !content.isEmpty {
      self.init(kind: .binary, language: nil, isText: false)
    } else if path.isLicense {
      self.init(kind: .license, language: nil, isText: true)
    } else {
      let found = row ?? Self.interpreter(of: content)
      self.init(kind: found?.kind ?? .data, language: found?.name, isText: true)
      if kind == .data, path.isConfiguration { kind = .configuration }
      if kind == .source || kind == .configuration, path.isGenerated || Self.isPacked(content) {
        kind = kind == .source ? .generated : .data
      }
    }
  }

  private init(kind: RepositoryFile.Kind, language: String?, isText: Bool) {
    self.kind = kind
    self.language = language
    self.isText = isText
  }

  static func isLargeFilePointer(_ content: [UInt8]) -> Bool {
    content.count < 1024 && content.starts(with: "version https://git-lfs.github.com/spec/".utf8)
  }

  /// The row of `#!/usr/bin/env python3.11`.
  private static func interpreter(of content: [UInt8]) -> FileLanguage? {
    guard content.starts(with: "#!".utf8) else { return nil }
    let line = String(
      decoding: content.prefix(200).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    let words = line.dropFirst(2).split { $0 == " " || $0 == "\t" || $0 == "\r" }
    let program = words.lazy.compactMap { $0.split(separator: "/").last }
      .first { $0 != "env" && !$0.hasPrefix("-") }
    guard let program else { return nil }
    let name = program.lowercased().prefix { !$0.isNumber && $0 != "." }
    return FileLanguage.byInterpreter[String(name)]
  }

  /// Minified or generated: lines that nobody writes by hand.
  private static func isPacked(_ content: [UInt8]) -> Bool {
    content.count > 8192 && content.count / max(TextContent.lines(content), 1) > 300
  }
}

/// The parts of a path that tell what a file is, in lower case.
private struct PathName {
  let name: String
  let folders: [Substring]
  let parts: [Substring]

  init(_ path: RepositoryPath) {
    let components = path.text.lowercased().parts(between: "/")
    let last = components.last ?? ""
    name = String(last)
    folders = components.dropLast()
    parts = last.parts(between: ".")
  }

  /// The row of the last part of the name that has one: `train.py.j2` stays unknown,
  /// `Dockerfile.gpu` and `config.yaml.example` do not.
  var row: FileLanguage? {
    guard name.contains("."), let last = parts.last else { return nil }
    if let row = FileLanguage.byExtension[String(last)] { return row }
    if let first = parts.first, let row = FileLanguage.byName[String(first)] { return row }
    let isSample = ["example", "sample", "template", "dist", "default"].contains(last)
    guard isSample, parts.count > 2 else { return nil }
    return FileLanguage.byExtension[String(parts[parts.count - 2])]
  }

  var isLicense: Bool {
    let words = (parts.first ?? "").split { $0 == "-" || $0 == "_" }
    let isText = parts.count < 2 || ["txt", "md", "rst"].contains(parts[1])
    return isText && words.contains { ["license", "licence", "copying", "unlicense"].contains($0) }
  }

  /// JSON and text files that configure: by their own name or by their folder's.
  var isConfiguration: Bool {
    let stem = name.prefix { $0 != "." }.split { $0 == "_" || $0 == "-" }
    if name.hasSuffix(".txt") {
      return stem.contains { ["requirements", "constraints"].contains($0) }
        || folders.last == "requirements"
    }
    guard name.hasSuffix(".json") else { return false }
    return Self.toolFiles.contains(name) || stem.contains { Self.configurationWords.contains($0) }
      || folders.contains { Self.configurationFolders.contains($0) }
  }

  /// Written by a tool: lock files, bundles.
  var isGenerated: Bool {
    Self.lockFiles.contains(name) || name.contains(".min.") || name.hasSuffix("_pb2.py")
      || folders.contains("node_modules") || folders.contains("dist")
  }

  private static let configurationWords: Set<Substring> = [
    "config", "configs", "configuration", "conf", "cfg", "settings", "params", "hparams",
    "hyperparameters", "hyperparams", "args", "arguments", "options", "deepspeed", "ds",
  ]
  private static let configurationFolders: Set<Substring> = [
    "config", "configs", "conf", "cfg", "cfgs", "configuration", "configurations", "settings",
    "hparams", "hyperparameters", "params",
  ]
  private static let toolFiles: Set<String> = [
    "package.json", "tsconfig.json", "composer.json", "deno.json",
  ]
  private static let lockFiles: Set<String> = [
    "poetry.lock", "uv.lock", "pdm.lock", "pipfile.lock", "package-lock.json", "yarn.lock",
    "pnpm-lock.yaml", "cargo.lock", "gemfile.lock", "conda-lock.yml", "flake.lock",
  ]
}
