import Foundation
import Testing

/// A recipe for a git repository whose commit identifiers are always the same.
///
///     author Pia Sluice <sluice@rainyard.example>
///     @ 1892000000 first          seconds since 1970, and the folders whose files make the tree,
///     Subject of the commit       later ones laid over earlier ones
///
///     Body of the commit
struct GitHistory {
  private struct Entry {
    let time: String
    let folders: [String]
    var message = ""
  }

  private var author = ""
  private var entries: [Entry] = []

  init(file: String) throws {
    for line in try String(contentsOfFile: file, encoding: .utf8).components(separatedBy: "\n") {
      if line.hasPrefix("@ ") {
        let words = line.split(separator: " ").map(String.init)
        entries.append(Entry(time: words[1], folders: Array(words[2...])))
      } else if entries.isEmpty {
        author = try #require(
          line.hasPrefix("author ") ? String(line.dropFirst(7)) : nil, "\(line)")
      } else {
        entries[entries.count - 1].message += line + "\n"
      }
    }
  }

  /// Turns a folder of folders into the repository.
  func build(from folder: String) throws {
    let files = FileManager.default
    let parts = folder + ".parts"
    try files.moveItem(atPath: folder, toPath: parts)
    try files.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try git(["init", "-q", "-b", "main"], in: folder, at: "0")
    for entry in entries {
      for name in try files.contentsOfDirectory(atPath: folder) where name != ".git" {
        try files.removeItem(atPath: folder + "/" + name)
      }
      for part in entry.folders { try lay(parts + "/" + part, over: folder) }
      try git(["add", "-A"], in: folder, at: entry.time)
      try git(["commit", "-q", "-m", entry.message], in: folder, at: entry.time)
    }
    try files.removeItem(atPath: parts)
  }

  private func lay(_ source: String, over target: String) throws {
    let files = FileManager.default
    for path in try files.subpathsOfDirectory(atPath: source).sorted() {
      var isFolder: ObjCBool = false
      _ = files.fileExists(atPath: source + "/" + path, isDirectory: &isFolder)
      if isFolder.boolValue {
        try files.createDirectory(
          atPath: target + "/" + path, withIntermediateDirectories: true)
      } else {
        try? files.removeItem(atPath: target + "/" + path)
        try files.copyItem(atPath: source + "/" + path, toPath: target + "/" + path)
      }
    }
  }

  /// Runs git with the user's configuration out of the way and the clock standing still.
  private func git(_ words: [String], in folder: String, at time: String) throws {
    let name = String(author.prefix { $0 != "<" }).trimmingCharacters(in: .whitespaces)
    let address = author.drop { $0 != "<" }.filter { $0 != "<" && $0 != ">" }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + words
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = [
      "PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": name, "GIT_AUTHOR_EMAIL": address, "GIT_AUTHOR_DATE": "\(time) +0000",
      "GIT_COMMITTER_NAME": name, "GIT_COMMITTER_EMAIL": address,
      "GIT_COMMITTER_DATE": "\(time) +0000",
    ]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "git \(words.joined(separator: " "))")
  }
}
