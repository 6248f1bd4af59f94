/// The facts of a git repository or of a plain directory: what it holds, without what it means.
package struct Repository: Hashable, Codable, Sendable {
  package let source: SourceID
  /// The commit that was read, in hexadecimal; nil for a directory without history.
  package var head: String? = nil
  /// Sorted by path. Submodules and symbolic links are listed, never followed.
  package var files: [RepositoryFile]
  package var symbols: [CodeSymbol] = []
  package var settings: [Setting] = []
  package var dependencies: [Dependency] = []
  package var provisions: [Provision] = []
  /// Newest first, from `head`.
  package var commits: [Commit] = []
  /// Branches whose commits never came into the history of `head`, by name.
  package var branches: [Branch] = []
  /// Values that a commit changed, newest commit first.
  package var changes: [ValueChange] = []

  package init(
    source: SourceID, head: String? = nil, files: [RepositoryFile], symbols: [CodeSymbol] = [],
    settings: [Setting] = [], dependencies: [Dependency] = [], provisions: [Provision] = [],
    commits: [Commit] = []
  ) {
    self.source = source
    self.head = head
    self.files = files
    self.symbols = symbols
    self.settings = settings
    self.dependencies = dependencies
    self.provisions = provisions
    self.commits = commits
  }
}

package struct RepositoryFile: Hashable, Codable, Sendable {
  package enum Kind: String, Codable, Sendable {
    case source, configuration, data, notebook, log, documentation, binary, license
    case symlink, submodule, largeFilePointer
    /// Code that a program wrote: bundled, minified.
    case generated
  }

  /// Relative to the repository, `/` as separator; bytes that are no UTF-8 as `\xHH`.
  package let path: String
  package let kind: Kind
  package var language: String? = nil
  package let size: Int
  package var lines: Int? = nil
  /// Hexadecimal blob identifier.
  package let blob: String
  /// The whole content, where it was small enough to keep; of a notebook, its code cells.
  package var text: SourceSpan? = nil
  /// What the file says of itself: module docstring, leading comment, first README paragraph.
  package var summary: SourceSpan? = nil

  package init(
    path: String, kind: Kind, language: String? = nil, size: Int, lines: Int? = nil,
    blob: String, text: SourceSpan? = nil, summary: SourceSpan? = nil
  ) {
    self.path = path
    self.kind = kind
    self.language = language
    self.size = size
    self.lines = lines
    self.blob = blob
    self.text = text
    self.summary = summary
  }
}

/// A definition: function, class, method, constant.
package struct CodeSymbol: Hashable, Codable, Sendable {
  package enum Kind: String, Codable, Sendable { case function, method, type, constant }

  package let path: String
  /// Qualified by its enclosing definitions: `Encoder.forward`.
  package let name: String
  package let kind: Kind
  package let signature: String
  package let lines: ClosedRange<Int>
  /// The definition's own documentation.
  package var doc: SourceSpan? = nil
  package var span: SourceSpan? = nil

  package init(
    path: String, name: String, kind: Kind, signature: String, lines: ClosedRange<Int>,
    doc: SourceSpan? = nil, span: SourceSpan? = nil
  ) {
    self.path = path
    self.name = name
    self.kind = kind
    self.signature = signature
    self.lines = lines
    self.doc = doc
    self.span = span
  }
}

/// A named value that configures the code: its default, where it is set and how.
package struct Setting: Hashable, Codable, Sendable {
  package enum Origin: String, Codable, Sendable {
    case argument, dataclass, constant, configurationFile, callKeyword, launch
  }

  /// What it belongs to comes first, the setting's own name last: `lr`, `Adam.lr`, `model.width`.
  package let name: String
  /// As written, quotes of string literals removed.
  package let value: Grounded<String>
  package let origin: Origin
  package let path: String
  package let line: Int
  package var type: String? = nil
  package var help: SourceSpan? = nil
  /// The command that starts a program with it; nil for other origins.
  package var command: SourceSpan? = nil
  /// Where code reads it, in the order of the files, its own file first; at most `mostUses`.
  package var uses: [SourceSpan] = []

  package static let mostUses = 3

  package init(
    name: String, value: Grounded<String>, origin: Origin, path: String, line: Int,
    type: String? = nil, help: SourceSpan? = nil, uses: [SourceSpan] = []
  ) {
    self.name = name
    self.value = value
    self.origin = origin
    self.path = path
    self.line = line
    self.type = type
    self.help = help
    self.uses = uses
  }
}

package struct Dependency: Hashable, Codable, Sendable {
  package let name: String
  /// As written: `==2.1.0`, `>=1.20,<2`; nil if unconstrained.
  package var version: String? = nil
  package let declared: Grounded<String>
  package let path: String
  /// Whether a lock file names it: a tool chose the version, and named what others need, too.
  package var isLocked: Bool = false

  package init(
    name: String, version: String? = nil, declared: Grounded<String>, path: String,
    isLocked: Bool = false
  ) {
    self.name = name
    self.version = version
    self.declared = declared
    self.path = path
    self.isLocked = isLocked
  }
}

/// What a repository says of the machine, the software and the data that its code needs, beside
/// the packages.
package struct Provision: Hashable, Codable, Sendable {
  package enum Kind: String, Codable, Sendable {
    /// The image that a container is made from, or that runs the tests.
    case image
    /// A version of Python that the tests run with.
    case python
    /// A command that installs software.
    case install
    /// A command, a call or an address that brings data.
    case data
  }

  package let kind: Kind
  /// As written; a command that is spread over lines is put on one.
  package let value: Grounded<String>
  package let path: String
  package let line: Int

  package init(kind: Kind, value: Grounded<String>, path: String, line: Int) {
    self.kind = kind
    self.value = value
    self.path = path
    self.line = line
  }
}

package struct Commit: Hashable, Codable, Sendable {
  /// Hexadecimal.
  package let id: String
  /// Seconds since 1970, of the author.
  package let time: Int
  package let subject: SourceSpan
  package var body: SourceSpan? = nil
  /// Paths that the commit changed against its first parent, sorted; at most 200.
  package var paths: [String] = []
  package var isMerge: Bool = false
  /// The commit that this one says it reverts.
  package var reverts: String? = nil

  package init(
    id: String, time: Int, subject: SourceSpan, body: SourceSpan? = nil, paths: [String] = [],
    isMerge: Bool = false, reverts: String? = nil
  ) {
    self.id = id
    self.time = time
    self.subject = subject
    self.body = body
    self.paths = paths
    self.isMerge = isMerge
    self.reverts = reverts
  }
}

/// A branch that was never merged.
package struct Branch: Hashable, Codable, Sendable {
  /// Without the name of the remote repository.
  package let name: String
  /// Its own, newest first, down to where it left the history of `head`.
  package let commits: [Commit]

  package init(name: String, commits: [Commit]) {
    self.name = name
    self.commits = commits
  }
}

/// A named value that a commit changed: the default of an argument, an entry of a configuration.
package struct ValueChange: Hashable, Codable, Sendable {
  /// Hexadecimal.
  package let commit: String
  package let path: String
  package let name: String
  package let before: Grounded<String>
  package let after: Grounded<String>

  package init(
    commit: String, path: String, name: String, before: Grounded<String>, after: Grounded<String>
  ) {
    self.commit = commit
    self.path = path
    self.name = name
    self.before = before
    self.after = after
  }
}
