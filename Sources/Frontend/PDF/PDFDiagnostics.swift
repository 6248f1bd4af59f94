internal import IR

// What the PDF reader has to say. Every wording stands here once.

extension Diagnostic {
  static func unreadable(_ name: String) -> Diagnostic {
    Diagnostic(
      code: "F101", severity: .error, message: "the file cannot be read",
      input: InputPlace(file: name))
  }

  static func damaged(_ name: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      code: "F102", severity: .error, message: "this is no readable PDF: \(reason)",
      input: InputPlace(file: name))
  }

  static func encrypted(_ name: String, hasPassword: Bool) -> Diagnostic {
    Diagnostic(
      code: "F103", severity: .error,
      message: hasPassword
        ? "the PDF is encrypted and the given password does not open it"
        : "the PDF is encrypted; give its user password with --password",
      input: InputPlace(file: name))
  }

  static func noPages(_ name: String) -> Diagnostic {
    Diagnostic(
      code: "F104", severity: .error, message: "the PDF has no pages", input: InputPlace(file: name)
    )
  }

  static func scanned(_ name: String, _ pages: [Page]) -> Diagnostic {
    let drawn = pages.count { $0.picture != nil }
    return Diagnostic(
      code: "F105", severity: .error,
      message: "the PDF holds pictures of pages and no text; nothing of it is read",
      input: InputPlace(file: name),
      notes: [
        Note(
          message: "beside another input, \(drawn) of \(pages.count) pages are filed as pictures")
      ])
  }

  static func unreadablePage(_ name: String, page: Int) -> Diagnostic {
    Diagnostic(
      code: "F106", severity: .warning, message: "the page cannot be read and is left out",
      input: InputPlace(file: name, page: page))
  }

  static func tooManyPaths(_ name: String, page: Int, _ dropped: Int) -> Diagnostic {
    Diagnostic(
      code: "F107", severity: .warning,
      message: "the page draws more paths than are read; \(dropped) are left out",
      input: InputPlace(file: name, page: page))
  }

  static func hiddenMarks(_ name: String) -> Diagnostic {
    Diagnostic(
      code: "F108", severity: .warning,
      message:
        "drawing cannot be observed with this build of poppler; tables are read without their rules",
      input: InputPlace(file: name))
  }

  static func unmapped(_ name: String, _ count: Int) -> Diagnostic {
    Diagnostic(
      code: "F109", severity: .note,
      message: "\(count) characters have no Unicode value and are left out of the text",
      input: InputPlace(file: name))
  }

  static func cutText(_ name: String, page: Int, _ count: Int) -> Diagnostic {
    Diagnostic(
      code: "F110", severity: .warning,
      message: "the text of the page ends at a NUL; \(count) characters behind it are left out",
      input: InputPlace(file: name, page: page))
  }
}
