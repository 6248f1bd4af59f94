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
    case .malformed(let reason):
      model(
        "P104",
        "\(pass.name): the model's reply does not follow its schema and is dropped: \(reason)")
    }
  }

  static func editDropped(_ pass: PassID, _ index: Int, _ fault: EditFault) -> Diagnostic {
    let edit = "\(pass.name): edit \(index + 1) is dropped: "
    return switch fault {
    case .vocabulary(let name, let value):
      model("P105", edit + "'\(value.printable)' is no \(name)", excerpt: value)
    case .undefined(let id): model("P106", edit + "'\(id.printable)' is not defined", excerpt: id)
    case .form:
      model("P107", edit + "its value is empty, too long, broken over lines or a template")
    case .path: model("P108", edit + "its value names a path or an address")
    case .unquoted: model("P109", edit + "it quotes nothing")
    case .misquote(let quote):
      model("P110", edit + "its quote does not stand in the span that it names", excerpt: quote)
    case .number(let number):
      model(
        "P111", edit + "the number \(number) does not stand in its quotes or may not stand here",
        excerpt: number)
    case .unsupported: model("P112", edit + "its words do not stand in its quotes")
    case .duplicate: model("P113", edit + "it says what stands there already")
    }
  }

  private static func model(_ code: DiagnosticCode, _ message: String, excerpt: String? = nil)
    -> Diagnostic
  {
    Diagnostic(
      code: code, severity: .warning, message: message,
      excerpt: excerpt.map { String($0.printable.prefix(200)) })
  }
}

extension String {
  /// Without control characters: model text is printed on terminals.
  var printable: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 })
    ).prefix(80).description
  }
}
