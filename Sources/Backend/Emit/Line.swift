package import IR

/// One line of an emitted file: fixed words, and values with their spans.
///
/// Written as a string with interpolations: `"- **Year**: \(manifest.year)"`. Only interpolated
/// values may carry numbers; the writer notes the source of each.
package struct Line: ExpressibleByStringInterpolation, Sendable {
  enum Piece: Sendable {
    case words(String)
    case value(Grounded<String>)
    /// A value between code marks.
    case code(Grounded<String>)
  }

  var pieces: [Piece]

  package init(stringLiteral words: String) { pieces = [.words(words)] }

  package init(stringInterpolation: Interpolation) { pieces = stringInterpolation.pieces }

  init(pieces: [Piece]) { self.pieces = pieces }

  /// Whether Markdown would take the first character for a mark of its own.
  var beginsWithMark: Bool {
    let texts = pieces.lazy.map { piece in
      switch piece {
      case .words(let words): words
      case .value(let value), .code(let value): value.value
      }
    }
    let first = Escape.oneLine(texts.joined()).first { $0 != " " }
    return first.map { "#>|`-+*=~<".contains($0) } ?? false
  }

  /// Lines put together with words between them.
  package static func joined(_ lines: [Line], _ separator: String) -> Line {
    var pieces: [Piece] = []
    for (index, line) in lines.enumerated() {
      if index > 0 { pieces.append(.words(separator)) }
      pieces += line.pieces
    }
    return Line(pieces: pieces)
  }

  package struct Interpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ words: String) {
      if !words.isEmpty { pieces.append(.words(words)) }
    }

    /// A value of an input, set as code.
    package mutating func appendInterpolation(code value: Grounded<String>) {
      pieces += [.words("`"), .code(value), .words("`")]
    }

    /// The name of an input or of a file of it, set as code.
    package mutating func appendInterpolation(code name: String) {
      appendInterpolation(code: Grounded(name, []))
    }

    /// A value of an input.
    package mutating func appendInterpolation(_ value: Grounded<String>) {
      pieces.append(.value(value))
    }

    package mutating func appendInterpolation(_ value: Grounded<Int>) {
      pieces.append(.value(Grounded(String(value.value), value.spans, value.derivation)))
    }

    /// A value, or the fixed phrase for its absence.
    package mutating func appendInterpolation(_ value: Stated<String>) {
      switch value {
      case .stated(let grounded): pieces.append(.value(grounded))
      case .notSpecified: pieces.append(.words(Phrase.notSpecified))
      case .notAvailable: pieces.append(.words(Phrase.notAvailable))
      }
    }

    package mutating func appendInterpolation(_ value: Stated<Sensitivity>) {
      switch value {
      case .stated(let grounded):
        pieces.append(
          .value(Grounded(grounded.value.rawValue, grounded.spans, grounded.derivation)))
      case .notSpecified: pieces.append(.words(Phrase.notSpecified))
      case .notAvailable: pieces.append(.words(Phrase.notAvailable))
      }
    }

    /// Values one after the other, or the fixed phrase for none.
    package mutating func appendInterpolation(
      _ values: [Grounded<String>], separator: String, ifEmpty phrase: String = Phrase.notSpecified
    ) {
      if values.isEmpty { pieces.append(.words(phrase)) }
      for (index, value) in values.enumerated() {
        if index > 0 { pieces.append(.words(separator)) }
        pieces.append(.value(value))
      }
    }

    package mutating func appendInterpolation(_ line: Line) { pieces += line.pieces }

    package mutating func appendInterpolation(_ lines: [Line], separator: String) {
      for (index, line) in lines.enumerated() {
        if index > 0 { pieces.append(.words(separator)) }
        pieces += line.pieces
      }
    }

    /// Words of the artifact itself: identifiers, paths, counts of its own parts.
    package mutating func appendInterpolation(words: some CustomStringConvertible) {
      pieces.append(.words(words.description))
    }

    package mutating func appendInterpolation<Kind: Entity>(_ id: EntityID<Kind>) {
      pieces.append(.words(id.description))
    }
  }
}

/// How absence is put into words (`spec/ara-format.md`, section 3).
package enum Phrase {
  package static let notSpecified = "Not specified in paper"
  package static let notAvailable = "Not available from provided input"
  /// Of a configuration, not of the paper (5.8).
  package static let notTrained = "Not applicable (no model was trained)"
}
