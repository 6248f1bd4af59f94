internal import IR

// What refinements have to say. Every wording stands here once.

extension Diagnostic {
  static func modelFailed(_ pass: PassID, _ error: ModelError) -> Diagnostic {
    model(
      "P101",
      "\(pass.name): the language model failed (\(error.message)); the deterministic result stands")
  }

  static func replyDropped(_ pass: PassID, _ fault: ReplyFault) -> Diagnostic {
    switch fault {
    case .empty: model("P102", "\(pass.name): the model's reply is empty and is dropped")
    case .oversized(let bytes):
      model(
        "P103",
        "\(pass.name): the model's reply has \(bytes) bytes, more than \(ModelReplyReader.limit), and is dropped"
      )
    case .tooManyEdits(let count):
      model(
        "P103",
        "\(pass.name): the model's reply has \(count) edits, more than \(ModelReplyReader.editLimit), and is dropped"
      )
    case .malformed(let reason):
      model(
        "P104",
        "\(pass.name): the model's reply does not follow its schema and is dropped: \(reason.printable)"
      )
    }
  }

  static func editDropped(_ pass: PassID, _ index: Int, _ fault: EditFault) -> Diagnostic {
    let edit = "\(pass.name): edit \(index + 1) is dropped: "
    return switch fault {
    case .vocabulary(let name, let value):
      model("P105", edit + "'\(value.printable)' is no \(name)", excerpt: value)
    case .undefined(let id): model("P106", edit + "'\(id.printable)' is not defined", excerpt: id)
    case .form:
      model(
        "P107", edit + "its value is empty, too long, a template, or holds unprintable characters")
    case .character(let character):
      model("P107", edit + "the character \(character.codePoints) stands in none of its quotes")
    case .path: model("P108", edit + "its value names a path or an address")
    case .unquoted: model("P109", edit + "it quotes nothing, or too much")
    case .misquote(let quote):
      model("P110", edit + "its quote does not stand in the span that it names", excerpt: quote)
    case .number(let number):
      model(
        "P111",
        edit
          + "the number '\(number.printable)' does not stand in its quotes or may not stand here",
        excerpt: number)
    case .unsupported: model("P112", edit + "its words do not stand in its quotes")
    case .duplicate: model("P113", edit + "it says what stands there already")
    case .thinQuote(let quote):
      model("P114", edit + "its quote is too short to support anything", excerpt: quote)
    case .repeated: model("P115", edit + "an earlier edit wrote the same field")
    case .turned(let word?):
      model("P116", edit + "'\(word)…' stands in none of its quotes and decides what it says")
    case .turned(nil): model("P116", edit + "it denies what its quotes say, or says what they deny")
    case .foreign(let id):
      model("P117", edit + "it quotes nothing that \(id.printable) rests on")
    }
  }

  private static func model(_ code: DiagnosticCode, _ message: String, excerpt: String? = nil)
    -> Diagnostic
  {
    Diagnostic(
      code: code, severity: .warning, message: message,
      excerpt: excerpt.map(\.printable))
  }
}

extension String {
  /// At most 200 characters, none of which moves a cursor or hides others: model text is printed
  /// on terminals.
  var printable: String {
    let scalars = unicodeScalars.prefix(200).map { $0.isPrintable ? $0 : " " }
    return String(String.UnicodeScalarView(scalars))
  }

  /// `U+0435`, for characters that look like others.
  fileprivate var codePoints: String {
    unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }.joined(separator: " ")
  }
}
