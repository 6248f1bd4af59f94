package import IR

/// A class of errors of the catalogue (`spec/level1-checks.md`) that can be put into an artifact.
///
/// One row of `Mutation.all` is one class: where it can be put, and the code of the check that has
/// to find it there.
package struct Mutation: Sendable {
  /// `claim-without-status`: unique among all classes.
  package let name: String
  /// The row of Level 1 that has to find it.
  package let code: DiagnosticCode
  /// Every place at which an artifact can take the error, in the order of files and lines.
  let injections: @Sendable (MutationBase) -> [Injection]

  init(
    _ name: String, _ code: DiagnosticCode,
    _ injections: @escaping @Sendable (MutationBase) -> [Injection]
  ) {
    self.name = name
    self.code = code
    self.injections = injections
  }

  /// Every class, in order of the catalogue.
  package static let all: [Mutation] =
    layout + manifest + claims + logic + experiments + physical + overclaims + links + consistency
    + trace + nodes + evidence + figures + grounding + rubric + inputs + units

  package static func named(_ name: String) -> Mutation? { all.first { $0.name == name } }

  /// Whether Level 1 sees the error only beside the inputs.
  package var needsInputs: Bool { Verifier.needsInputs(code) }

  /// Whether Level 1 sees it only without the inputs, which show it better.
  var yieldsToInputs: Bool { Verifier.rows.first { $0.code == code }?.yieldsToInputs ?? false }

  /// How grave Level 1 takes the error; a warning where the class is told by words alone.
  package var severity: Severity {
    Verifier.rows.first { $0.code == code }?.levels[.superset] ?? .note
  }
}

/// One error at one place.
package struct Injection: Sendable {
  let edits: [Edit]
  /// The file in which the check has to point at it.
  package let file: String
  /// The block or node that the finding has to name; nil where the file alone tells.
  package let subject: String?

  init(_ edits: [Edit], file: String, subject: String? = nil) {
    self.edits = edits
    self.file = file
    self.subject = subject
  }

  init(_ edit: Edit, file: String, subject: String? = nil) {
    self.init([edit], file: file, subject: subject)
  }

  /// The place in words: `logic/claims.md [C03]`.
  package var place: String { subject.map { "\(file) [\($0)]" } ?? file }
}

/// A change of one file.
enum Edit: Sendable {
  /// These lines, counted from 1, become others; an empty range inserts before its bound.
  case lines(Range<Int>, of: String, [String])
  /// The whole content becomes another.
  case bytes(of: String, @Sendable ([UInt8]) -> [UInt8])
  /// An entry comes or goes.
  case entry(ArtifactTree.Entry?, at: String)
}

extension ArtifactTree {
  /// The tree with the edits made. Lines are those of the tree before, whatever the order of the
  /// edits; edits of lines of one file must not overlap.
  func applying(_ edits: [Edit]) -> ArtifactTree {
    var tree = self
    var byFile: [String: [(Range<Int>, [String])]] = [:]
    for edit in edits {
      switch edit {
      case .lines(let range, let path, let lines): byFile[path, default: []].append((range, lines))
      case .bytes(let path, let change): tree[path] = tree[path].map(change)
      case .entry(let entry, let path): tree[entry: path] = entry
      }
    }
    for (path, changes) in byFile {
      guard let bytes = tree[path] else { continue }
      tree[path] = Self.replacing(changes, in: bytes)
    }
    return tree
  }

  private static func replacing(_ changes: [(Range<Int>, [String])], in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var rest = changes.sorted { $0.0.lowerBound < $1.0.lowerBound }[...]
    var line = 1
    var at = bytes.startIndex
    while at < bytes.endIndex || rest.first != nil {
      if let next = rest.first, next.0.lowerBound <= line || at == bytes.endIndex {
        if at == bytes.endIndex, result.last.map({ $0 != lineFeed }) ?? false {
          result.append(lineFeed)
        }
        for added in next.1 {
          result += Array(added.utf8)
          result.append(lineFeed)
        }
        for _ in next.0 where at < bytes.endIndex {
          at = lineEnd(in: bytes, from: at)
          line += 1
        }
        rest = rest.dropFirst()
        continue
      }
      let end = lineEnd(in: bytes, from: at)
      result += bytes[at..<end]
      at = end
      line += 1
    }
    return result
  }

  private static let lineFeed = UInt8(ascii: "\n")

  private static func lineEnd(in bytes: [UInt8], from start: Int) -> Int {
    bytes[start...].firstIndex(of: lineFeed).map { $0 + 1 } ?? bytes.endIndex
  }
}
