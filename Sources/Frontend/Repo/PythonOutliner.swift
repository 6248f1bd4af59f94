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
    package let signature: String
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
    doc = good.count == 1 ? good[0].outline.doc.map { Self.moved($0, by: good[0].offset) } : nil
    symbols = good.flatMap { part in
      (part.outline.symbols ?? []).map {
        Symbol(
          name: $0.name, kind: $0.kind, signature: $0.signature,
          span: Self.moved($0.span, by: part.offset),
          doc: $0.doc.map { Self.moved($0, by: part.offset) })
      }
    }
    settings = good.flatMap { part in
      (part.outline.settings ?? []).map {
        Value(
          name: $0.name, origin: $0.origin, value: Self.moved($0.value, by: part.offset),
          type: $0.type, help: $0.help.map { Self.moved($0, by: part.offset) }, implied: $0.implied)
      }
    }
    uses = good.flatMap { part in
      (part.outline.uses ?? []).map {
        Use(name: $0.name, span: Self.moved($0.span, by: part.offset))
      }
    }
    requirements = good.flatMap { part in
      (part.outline.requirements ?? []).map { Self.moved($0, by: part.offset) }
    }
    python =
      good.compactMap { part in
        part.outline.python.map { Self.moved($0, by: part.offset) }
      }.first
  }

  private static func moved(_ range: [Int], by offset: Int) -> [Int] {
    range.map { $0 >= 0 && $0 <= Int(UInt32.max) ? $0 + offset : -1 }
  }
}
