/// Parses Python without running it.
///
/// The reader calls it at most twice per repository, and only if there is Python in it.
package protocol PythonOutliner: Sendable {
  /// One outline for each source, in order; nil if there is nothing to parse with.
  ///
  /// `work` is called once, while others parse where that is possible, and is to call what it is
  /// given every few milliseconds: no thread but its own gives the parsers their sources.
  func outlines(of sources: [[UInt8]], meanwhile work: (_ serve: () -> Void) -> Void)
    -> [PythonOutline]?
}

/// What one Python module defines, configures and requires. Ranges are `[start, end]` byte offsets
/// in the source and not to be trusted: the reader checks them.
package struct PythonOutline: Hashable, Codable, Sendable {
  package struct Symbol: Hashable, Codable, Sendable {
    package let name: String
    package let kind: String
    /// From its first word up to the colon that ends the head of a definition.
    package let head: [Int]
    package let span: [Int]
    package let doc: [Int]?
  }

  package struct Value: Hashable, Codable, Sendable {
    package let name: String
    package let origin: String
    package let value: [Int]
    package let type: String?
    package let help: [Int]?
    /// The value, where `value` is the range of what implies it.
    package let implied: String?
  }

  package struct Use: Hashable, Codable, Sendable {
    package let name: String
    package let span: [Int]
  }

  /// Why the module does not parse; everything else is then empty.
  package var error: String? = nil
  /// The line that does not parse, from 1.
  package var line: Int? = nil
  package var doc: [Int]? = nil
  package var symbols: [Symbol]? = nil
  package var settings: [Value]? = nil
  /// Where values of a configuration are read.
  package var uses: [Use]? = nil
  /// Strings of `install_requires`.
  package var requirements: [[Int]]? = nil
  /// The string of `python_requires`.
  package var python: [Int]? = nil

  package init(error: String? = nil, line: Int? = nil) {
    self.error = error
    self.line = line
  }

  /// One outline of consecutive parts of a file, each at its offset; parts that do not parse are
  /// left out, and if none does, so is the whole.
  init(joining parts: [(outline: PythonOutline, offset: Int)]) {
    let good = parts.filter { $0.outline.error == nil }
    error = good.isEmpty ? parts.first?.outline.error : nil
    line = good.isEmpty ? parts.first?.outline.line : nil
    let moved = good.map { part in part.outline.moved { $0 + part.offset } }
    doc = moved.count == 1 ? moved[0].doc : nil
    symbols = moved.flatMap { $0.symbols ?? [] }
    settings = moved.flatMap { $0.settings ?? [] }
    uses = moved.flatMap { $0.uses ?? [] }
    requirements = moved.flatMap { $0.requirements ?? [] }
    python = moved.compactMap(\.python).first
  }

  /// With every range where `place` says that its ends are.
  func moved(_ place: (Int) -> Int) -> PythonOutline {
    func moved(_ range: [Int]) -> [Int] {
      range.map { $0 >= 0 && $0 <= Int(UInt32.max) ? place($0) : -1 }
    }
    var outline = self
    outline.doc = doc.map(moved)
    outline.symbols = symbols?.map {
      Symbol(
        name: $0.name, kind: $0.kind, head: moved($0.head), span: moved($0.span),
        doc: $0.doc.map(moved))
    }
    outline.settings = settings?.map {
      Value(
        name: $0.name, origin: $0.origin, value: moved($0.value), type: $0.type,
        help: $0.help.map(moved), implied: $0.implied)
    }
    outline.uses = uses?.map { Use(name: $0.name, span: moved($0.span)) }
    outline.requirements = requirements?.map(moved)
    outline.python = python.map(moved)
    return outline
  }
}
