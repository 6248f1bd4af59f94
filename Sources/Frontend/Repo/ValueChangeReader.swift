internal import IR

/// Finds the named values that commits changed: `lr: 0.1` that became `lr: 0.01`.
///
/// Lines are compared, not programs: a name that stands once among the lines that went and once
/// among those that came has changed its value.
struct ValueChangeReader {
  private let git: GitRepository
  /// Bytes of files that may still be read.
  private var budget = 4 << 20

  private static let most = 200
  private static let mostOfCommit = 8
  private static let mostPaths = 20
  private static let largestFile = 64 << 10

  init(_ git: GitRepository) { self.git = git }

  /// A change before its lines are in the text.
  struct Found: Sendable {
    let change: Change
    let commit: GitID
    let path: String
  }

  /// `serve` is called between commits.
  mutating func find(
    _ commits: [CommitWalk.Step], trees: inout CommittedTree, serving serve: () -> Void
  ) -> [Found] {
    var changes: [Found] = []
    for commit in commits where commit.parents <= 1 {
      serve()
      guard changes.count < Self.most, budget > 0 else { break }
      guard let paths = commit.paths, (1...Self.mostPaths).contains(paths.count),
        let before = commit.before
      else { continue }
      var found = 0
      for path in paths.map(\.text) where found < Self.mostOfCommit && holdsValues(path) {
        guard let old = content(of: path, in: before, &trees),
          let new = content(of: path, in: commit.tree, &trees),
          let lines = Self.differing(old, new)
        else { continue }
        for change in Self.changed(lines.old, lines.new).prefix(Self.mostOfCommit - found) {
          changes.append(Found(change: change, commit: commit.id, path: path))
          found += 1
        }
      }
    }
    return changes
  }

  /// Appends the lines of the changes to `text`.
  static func changes(_ found: [Found], into text: inout SourceTextBuilder) -> [ValueChange] {
    found.map { grounded($0.change, $0.commit.hex, $0.path, into: &text) }
  }

  private func holdsValues(_ path: String) -> Bool {
    let file = FileClass(path: RepositoryPath(bytes: Array(path.utf8)), content: nil)
    return file.kind == .configuration || file.kind == .source
  }

  // MARK: Files of a commit

  private mutating func content(
    of path: String, in tree: GitID, _ trees: inout CommittedTree
  ) -> [UInt8]? {
    var id = tree
    let parts = path.parts(between: "/")
    for (index, part) in parts.enumerated() {
      guard let entry = (try? trees.tree(id))?.entry(named: part.utf8),
        entry.kind == (index + 1 == parts.count ? .file : .directory)
      else { return nil }
      id = entry.id
    }
    guard let content = try? git.blob(id, limit: Self.largestFile) else { return nil }
    budget -= content.count
    return content
  }

  /// The lines between the first and the last that differ: most of a file stays as it was.
  private static func differing(_ old: [UInt8], _ new: [UInt8]) -> (old: [String], new: [String])? {
    let least = min(old.count, new.count)
    var shared = 0
    while shared < least, old[shared] == new[shared] { shared += 1 }
    let start = (old[..<shared].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    var tail = 0
    while tail < least - start, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    // The line that the common tail begins in is looked at as a whole.
    let rest = old[(old.count - tail)...].firstIndex(of: UInt8(ascii: "\n")) ?? old.count
    let kept = old.count - rest
    guard let before = TextContent.text(of: Array(old[start..<(old.count - kept)])),
      let after = TextContent.text(of: Array(new[start..<(new.count - kept)]))
    else { return nil }
    return (
      before.parts(between: "\n").map(String.init), after.parts(between: "\n").map(String.init)
    )
  }

  // MARK: Values of lines

  struct Change: Equatable, Sendable {
    let name: String
    let before: String
    let after: String
    let oldLine: String
    let newLine: String
  }

  static func changed(_ old: [String], _ new: [String]) -> [Change] {
    let (before, after) = (Set(old), Set(new))
    let gone = values(old.filter { !after.contains($0) })
    let come = values(new.filter { !before.contains($0) })
    return gone.compactMap { name, old in
      guard let new = come[name], old.count == 1, new.count == 1, old[0].value != new[0].value
      else { return nil }
      return Change(
        name: name, before: old[0].value, after: new[0].value, oldLine: old[0].line,
        newLine: new[0].line)
    }.sorted { $0.name < $1.name }
  }

  private static func values(_ lines: [String]) -> [String: [(value: String, line: String)]] {
    var values: [String: [(value: String, line: String)]] = [:]
    for line in lines where line.utf8.count <= 200 && !CredentialFinder.occurs(in: line) {
      guard let (name, value) = value(of: line), !SecretNames.isSecret(name) else { continue }
      values[name, default: []].append((value, line.trimmed(of: " \t\r")))
    }
    return values
  }

  /// `lr: 0.1`, `lr = 0.1`, `"lr": 0.1,`, `add_argument("--lr", default=0.1)`, `--lr 0.1`.
  static func value(of line: String) -> (name: String, value: String)? {
    let bare = line.trimmed(of: " \t\r")
    guard !bare.hasPrefix("#"), !bare.hasPrefix("//") else { return nil }
    if bare.has("add_argument("), let dashes = bare.find("--"),
      let sign = bare.find("default=")
    {
      return pair(bare[dashes.upperBound...], bare[sign.upperBound...])
    }
    if bare.hasPrefix("--"), let space = bare.firstIndex(where: { $0 == " " || $0 == "=" }) {
      return pair(bare.dropFirst(2), bare[space...].dropFirst())
    }
    guard let sign = bare.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return nil }
    return pair(bare.drop { $0 == "\"" || $0 == "'" || $0 == "-" || $0 == " " }, bare[sign...])
  }

  private static func pair(_ name: Substring, _ rest: Substring) -> (name: String, value: String)? {
    let name = name.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "_-.".contains($0)) }
    var rest = rest.drop { ":= \t".contains($0) }
    // The type of an annotated name stands before its value.
    if let sign = rest.find(" = ") { rest = rest[sign.upperBound...] }
    let value = rest.prefix { !",)#; \t\\]}".contains($0) }.description.trimmed(of: "\"'")
    let isPlain = value.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "._+-".contains($0))
    }
    guard (2...40).contains(name.count), name.first?.isLetter == true,
      (1...30).contains(value.count), isPlain
    else { return nil }
    return (String(name), value)
  }

  private static func grounded(
    _ change: Change, _ commit: String, _ path: String, into text: inout SourceTextBuilder
  ) -> ValueChange {
    func append(_ line: String, _ value: String) -> Grounded<String> {
      let span = text.append(line, at: .lines(path: "commit \(commit) \(path)", firstLine: 1))
      text.separate("\n")
      // The value stands at the end of what it belongs to.
      guard let found = line.utf8Range(of: value) else { return Grounded(value, [span]) }
      return Grounded(value, [span.narrowed(to: found)])
    }
    return ValueChange(
      commit: commit, path: path, name: change.name, before: append(change.oldLine, change.before),
      after: append(change.newLine, change.after))
  }
}
