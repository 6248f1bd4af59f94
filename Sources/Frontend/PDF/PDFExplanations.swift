package import IR

extension PDFReader {
  /// What the codes of this reader mean.
  package static let explanations: [Explanation] = [
    Explanation(
      code: "F101", severity: .error, summary: "the PDF cannot be read",
      cause: "The file vanished or denies access.",
      cure: "Check the path and its permissions.",
      example: "paper.pdf: error: F101: the file cannot be read"),
    Explanation(
      code: "F102", severity: .error, summary: "the file is no readable PDF",
      cause:
        "poppler finds no document in it: it is cut off, or its structure is damaged beyond repair; or "
        + "poppler-glib is not installed.",
      cure: "Download it again, or repair it with `qpdf in.pdf out.pdf`.",
      example: "paper.pdf: error: F102: this is no readable PDF"),
    Explanation(
      code: "F103", severity: .error, summary: "the PDF is encrypted",
      cause: "It opens with a user password only.",
      cure: "Give the password with --password.",
      example: "arac locked.pdf -o out.ara --password word"),
    Explanation(
      code: "F104", severity: .error, summary: "the PDF has no pages",
      cause: "The document is empty.",
      cure: "Export it again.", example: "empty.pdf: error: F104: the PDF has no pages"),
    Explanation(
      code: "F105", severity: .error, summary: "the PDF is scanned",
      cause:
        "Its pages are pictures without a text layer, or their fonts have no map to Unicode; arac reads no pictures. Beside other inputs its first 100 pages are filed as pictures; alone it gives no artifact.",
      cure: "Add a text layer, for example with `ocrmypdf`.",
      example: "scan.pdf: error: F105: the PDF holds pictures of pages and no text"),
    Explanation(
      code: "F106", severity: .warning, summary: "a page cannot be read",
      cause: "poppler finds no such page, though the document counts it.",
      cure: "Repair the file with `qpdf`.", example: "paper.pdf: p7: warning: F106"),
    Explanation(
      code: "F107", severity: .warning, summary: "a page draws too many paths",
      cause:
        "More than 200,000 vector paths stand on one page, as in dense scatter plots; the rest is not looked at.",
      cure: "None is needed: text, captions and pictures are complete.",
      example: "paper.pdf: p4: warning: F107"),
    Explanation(
      code: "F108", severity: .warning, summary: "drawing cannot be observed",
      cause:
        "This build of poppler does not draw through the functions that arac watches, so rules of tables are unknown.",
      cure: "Use poppler-glib as Debian builds it.", example: "paper.pdf: warning: F108"),
    Explanation(
      code: "F109", severity: .note, summary: "characters without a Unicode value",
      cause: "Some fonts map characters to no Unicode value, mostly pieces of mathematics.",
      cure: "None is needed: pictures of tables and figures show them.",
      example: "paper.pdf: note: F109: 12 characters have no Unicode value"),
    Explanation(
      code: "F110", severity: .warning, summary: "characters of a page without text",
      cause:
        "A font, mostly of a figure, has no map to Unicode: poppler gives the numbers of its glyphs, with a NUL in each.",
      cure: "Give the font a ToUnicode map, or print the PDF to a new one.",
      example:
        "paper.pdf: p3: warning: F110: 12 characters of the page have no text; they are left out"),
    Explanation(
      code: "F120", severity: .warning, summary: "text that is not seen",
      cause:
        "Words stand on the page that are not drawn, are white on white, lie outside the clip or are smaller than anybody reads. Readers do not see them; programs do, and instructions to programs are hidden so. They are listed under \"Left out\" in `evidence/text`.",
      cure: "Look at what was set apart, and ask who put it there.",
      example: "paper.pdf: p3: warning: F120: the page has 9 words that nobody sees on it"),
    Explanation(
      code: "F121", severity: .note, summary: "text read from pictures",
      cause:
        "Pages are scans under a layer of text that is not drawn; a program for character recognition wrote it. It is used as the text of the page.",
      cure: "None is needed; check numbers against the pages.",
      example: "paper.pdf: note: F121: the text of 12 pages is a layer over pictures"),
    Explanation(
      code: "F122", severity: .warning, summary: "a page is a picture",
      cause:
        "A picture fills the page, with fewer than 100 characters of text, as a scanned page among others, or so many characters of it have no text that the others make no words. It is filed as a picture; arac reads no pictures.",
      cure: "Add a text layer, for example with `ocrmypdf --skip-text`.",
      example: "paper.pdf: p4: warning: F122: the page is a picture with hardly any text"),
    Explanation(
      code: "F123", severity: .error, summary: "the PDF has no text",
      cause:
        "No page has a character or a picture: the pages are empty, or a program turned their letters to outlines.",
      cure: "Export it again with its fonts, or add a text layer with `ocrmypdf --force-ocr`.",
      example: "outlines.pdf: error: F123: the PDF has no text"),
    Explanation(
      code: "F124", severity: .warning, summary: "a page has too many tiny characters",
      cause:
        "poppler reads 50,000 characters of less than three points on a page, as plots of many labels have, and drops the rest.",
      cure: "None is needed: pictures are complete.", example: "paper.pdf: p4: warning: F124"),
    Explanation(
      code: "F125", severity: .warning, summary: "a page has an impossible size",
      cause: "Its media box is larger than 100,000 points, mostly for damage.",
      cure: "Correct the box, or print the PDF to a new one.",
      example: "paper.pdf: p4: warning: F125"),
    Explanation(
      code: "F126", severity: .warning, summary: "a page is drawn in part",
      cause: "poppler gave up in the middle of the page, mostly at a damaged font.",
      cure: "Repair the file with `qpdf`, or print it to a new one.",
      example: "paper.pdf: p4: warning: F126"),
  ]
}
