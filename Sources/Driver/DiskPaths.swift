internal import Glibc

// Paths on disk, before anything is opened.

extension DiskTree {
  /// Whether a path is a folder's own or lies below it, as far as their words tell.
  static func holds(_ folder: String, _ path: String) -> Bool {
    let outer = parts(of: folder)
    return parts(of: path).starts(with: outer)
  }

  /// The way from a folder to a path: `../pictures`; empty where they are the same.
  static func relative(_ path: String, to folder: String) -> String {
    let (from, to) = (parts(of: folder), parts(of: path))
    let common = zip(from, to).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: from.count - common)
    return (up + to.dropFirst(common).map(String.init)).joined(separator: "/")
  }

  /// The names on the way from the root to a path.
  private static func parts(of path: String) -> [Substring] {
    let whole = path.hasPrefix("/") ? path : workingDirectory + "/" + path
    return whole.split(separator: "/").reduce(into: []) { parts, part in
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
  }
}

extension DiskTree {
  /// Whether two paths lead to one file.
  static func isSameFile(_ path: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(path, &first) == 0, stat(other, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  static var workingDirectory: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }
}
