import Backend
import TestSupport

/// Changes to an artifact, as goldens write them:
///
///     @@ logic/claims.md            lines of a file: ` ` context, `-` old, `+` new;
///      ## C01: Title                a blank line ends a hunk, and a hunk of new lines only is
///     -- **Status**: supported      appended to the file
///     +- **Status**: proven
///     @@ add src/stray.py           a file of the `+` lines that follow
///     @@ delete logic/claims.md     a file, or all files of a folder
///     @@ rename a.md -> b.md
///     @@ picture evidence/x.png 8 8 a PNG with these sides
///     @@ fill evidence/x.bin 1000   a file of so many zero bytes
///     @@ link data/x.md -> ../y     a symbolic link
///     @@ directory evidence/empty
///
/// A line that begins with `*` is a new line in which `\u{1B}` and `\xFF` stand for a scalar and a
/// byte, and `\c` at the end for a missing line end.
struct ArtifactEdits {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private struct Hunk {
    var old: [[UInt8]] = []
    var new: [[UInt8]] = []
    var isEmpty: Bool { old.isEmpty && new.isEmpty }
  }

  private var tree: ArtifactTree
  private var target: String?
  private var isNewFile = false
  private var hunk = Hunk()

  static func apply(_ text: String, to tree: ArtifactTree) throws -> ArtifactTree {
    var edits = ArtifactEdits(tree: tree)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      try edits.read(line)
    }
    try edits.closeHunk()
    return edits.tree
  }

  private init(tree: ArtifactTree) { self.tree = tree }

  private mutating func read(_ line: Substring) throws {
    switch line.first {
    case "@":
      try closeHunk()
      try command(line.split(separator: " ").dropFirst().map(String.init))
    case " ":
      hunk.old.append(Array(line.dropFirst().utf8) + [0x0A])
      hunk.new.append(Array(line.dropFirst().utf8) + [0x0A])
    case "-": hunk.old.append(Array(line.dropFirst().utf8) + [0x0A])
    case "+": hunk.new.append(Array(line.dropFirst().utf8) + [0x0A])
    case "*": hunk.new.append(try Self.unescaped(line.dropFirst()))
    case "#": break
    case nil: try closeHunk()
    default: throw Failure(description: "no edit: \(line)")
    }
  }

  private mutating func command(_ words: [String]) throws {
    target = nil
    isNewFile = false
    switch (words.first, words.count) {
    case ("add", 2):
      target = words[1]
      isNewFile = true
    case ("delete", 2):
      let doomed = tree.paths.filter { $0 == words[1] || $0.hasPrefix(words[1] + "/") }
      if doomed.isEmpty { throw Failure(description: "nothing to delete: \(words[1])") }
      for path in doomed { tree[entry: path] = nil }
    case ("rename", 4):
      tree[entry: words[3]] = tree[entry: words[1]]
      tree[entry: words[1]] = nil
    case ("picture", 4):
      tree[words[1]] = BlankPicture.png(width: Int(words[2]) ?? 0, height: Int(words[3]) ?? 0)
    case ("fill", 3): tree[words[1]] = Array(repeating: 0, count: Int(words[2]) ?? 0)
    case ("link", 4): tree[entry: words[1]] = .symlink(target: words[3])
    case ("directory", 2): tree[entry: words[1]] = .directory
    case (let path?, 1): target = path
    default: throw Failure(description: "no command: \(words)")
    }
  }

  private mutating func closeHunk() throws {
    defer { hunk = Hunk() }
    if hunk.isEmpty { return }
    guard let target else { throw Failure(description: "lines without a file") }
    if isNewFile {
      tree[target] = (tree[target] ?? []) + hunk.new.joined()
      return
    }
    guard let bytes = tree[target] else { throw Failure(description: "no file \(target)") }
    let old = Array(hunk.old.joined())
    let places = old.isEmpty ? [bytes.count] : Self.places(of: old, in: bytes)
    guard places.count == 1, let start = places.first else {
      throw Failure(description: "\(places.count) places in \(target) for:\n\(hunk.old.text)")
    }
    tree[target] = Array(bytes[..<start]) + hunk.new.joined() + bytes[(start + old.count)...]
  }

  /// Where whole lines stand in a file.
  private static func places(of old: [UInt8], in bytes: [UInt8]) -> [Int] {
    guard old.count <= bytes.count else { return [] }
    return (0...(bytes.count - old.count)).filter { start in
      (start == 0 || bytes[start - 1] == 0x0A) && bytes[start...].starts(with: old)
    }
  }

  private static func unescaped(_ line: Substring) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = line
    while let first = rest.first {
      rest = rest.dropFirst()
      guard first == "\\" else {
        bytes += Array(String(first).utf8)
        continue
      }
      let kind = rest.popFirst()
      switch kind {
      case "c": return bytes
      case "x":
        bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0x3F)
        rest = rest.dropFirst(2)
      case "u":
        let digits = rest.dropFirst().prefix { $0 != "}" }
        let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "?"
        bytes += Array(String(Character(scalar)).utf8)
        rest = rest.dropFirst(digits.count + 2)
      default: throw Failure(description: "no escape in: \(line)")
      }
    }
    return bytes + [0x0A]
  }
}

extension [[UInt8]] {
  fileprivate var text: String { String(decoding: joined(), as: UTF8.self) }
}
