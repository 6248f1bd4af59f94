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
      message: "\(count) characters have no Unicode value; the text has U+FFFD in their places",
      input: InputPlace(file: name))
  }

  static func cutText(_ name: String, page: Int, _ count: Int) -> Diagnostic {
    Diagnostic(
      code: "F110", severity: .warning,
      message: "\(count) characters of the page have no text; they are left out",
      input: InputPlace(file: name, page: page))
  }

  static func hiddenText(_ name: String, page: Int, _ words: Int) -> Diagnostic {
    Diagnostic(
      code: "F120", severity: .warning,
      message:
        "the page has \(words == 1 ? "a word" : "\(words) words") that nobody sees on it; set apart from its text",
      input: InputPlace(file: name, page: page))
  }

  static func recognised(_ name: String, _ pages: Int) -> Diagnostic {
    Diagnostic(
      code: "F121", severity: .note,
      message:
        "the text of \(pages == 1 ? "a page" : "\(pages) pages") is a layer over pictures, read by a program with its errors",
      input: InputPlace(file: name))
  }

  static func unreadPicture(_ name: String, page: Int) -> Diagnostic {
    Diagnostic(
      code: "F122", severity: .warning,
      message: "the page is a picture with hardly any text; what it shows is not read",
      input: InputPlace(file: name, page: page))
  }

  static func noText(_ name: String) -> Diagnostic {
    Diagnostic(
      code: "F123", severity: .error,
      message: "the PDF has no text: its pages are empty, or their letters are drawn as paths",
      input: InputPlace(file: name))
  }

  static func crowdedPage(_ name: String, page: Int, _ count: Int) -> Diagnostic {
    Diagnostic(
      code: "F124", severity: .warning,
      message: "the page has more tiny characters than poppler reads; about \(count) are left out",
      input: InputPlace(file: name, page: page))
  }

  static func impossibleSize(_ name: String, page: Int) -> Diagnostic {
    Diagnostic(
      code: "F125", severity: .warning,
      message: "the page is larger than any paper and is left out",
      input: InputPlace(file: name, page: page))
  }

  static func partlyDrawn(_ name: String, page: Int) -> Diagnostic {
    Diagnostic(
      code: "F126", severity: .warning,
      message: "the page cannot be drawn to its end; pictures of it may lack a part",
      input: InputPlace(file: name, page: page))
  }
}
