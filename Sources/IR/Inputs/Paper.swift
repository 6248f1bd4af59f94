/// The facts of a PDF: what it says and where, without what it means.
///
/// Text is not repeated here: blocks, cells and captions are spans of the paper's `SourceText`.
package struct Paper: Hashable, Codable, Sendable {
  package let source: SourceID
  package var metadata: PaperMetadata
  package var pages: [Page]
  /// In reading order; `sections[0]` is the front matter and has no heading.
  package var sections: [Section]
  /// In reading order. Exhibits are not blocks: an `.exhibit` block stands where one was anchored.
  package var blocks: [Block]
  package var tables: [Exhibit]
  package var figures: [Exhibit]
  package var references: [Reference]
  package var citations: [Citation]
  package var links: [Link]
  /// What was set apart: running heads, page numbers, stamps.
  package var leftOut: [LeftOut]
  /// Characters without a usable Unicode value, which the text lacks.
  package var unmappedCharacters: Int = 0

  package init(
    source: SourceID, metadata: PaperMetadata, pages: [Page], sections: [Section],
    blocks: [Block], tables: [Exhibit], figures: [Exhibit], references: [Reference],
    citations: [Citation], links: [Link], leftOut: [LeftOut], unmappedCharacters: Int = 0
  ) {
    self.source = source
    self.metadata = metadata
    self.pages = pages
    self.sections = sections
    self.blocks = blocks
    self.tables = tables
    self.figures = figures
    self.references = references
    self.citations = citations
    self.links = links
    self.leftOut = leftOut
    self.unmappedCharacters = unmappedCharacters
  }

  /// Whether the document holds pictures of pages and no text.
  package var isScanned: Bool { !pages.isEmpty && pages.allSatisfy { $0.characters == 0 } }
}

package struct PaperMetadata: Hashable, Codable, Sendable {
  package var title: Grounded<String>? = nil
  package var authors: [Grounded<String>] = []
  package var abstract: Grounded<String>? = nil
  package var year: Grounded<Int>? = nil
  package var venue: Grounded<String>? = nil
  /// DOI or arXiv identifier, as printed.
  package var doi: Grounded<String>? = nil
  package var keywords: [Grounded<String>] = []

  package init(
    title: Grounded<String>? = nil, authors: [Grounded<String>] = [],
    abstract: Grounded<String>? = nil,
    year: Grounded<Int>? = nil, venue: Grounded<String>? = nil, doi: Grounded<String>? = nil,
    keywords: [Grounded<String>] = []
  ) {
    self.title = title
    self.authors = authors
    self.abstract = abstract
    self.year = year
    self.venue = venue
    self.doi = doi
    self.keywords = keywords
  }
}

package struct Page: Hashable, Codable, Sendable {
  /// From 1.
  package let number: Int
  /// In points, as displayed.
  package let width: Double
  package let height: Double
  package let characters: Int
  /// The picture of the page, filed for pages without text.
  package var picture: Picture? = nil

  package init(
    number: Int, width: Double, height: Double, characters: Int, picture: Picture? = nil
  ) {
    self.number = number
    self.width = width
    self.height = height
    self.characters = characters
    self.picture = picture
  }
}

/// A node of the section tree, in document order.
package struct Section: Hashable, Codable, Sendable {
  /// As printed: `3.1`, `A`, `B.2`; nil for unnumbered sections.
  package let number: String?
  package var title: Grounded<String>
  /// 0 for the front matter, 1 for top-level sections.
  package let level: Int
  package var isAppendix: Bool = false
  /// Index in `sections` of the section that holds this one.
  package var parent: Int? = nil

  package init(
    number: String? = nil, title: Grounded<String>, level: Int, isAppendix: Bool = false,
    parent: Int? = nil
  ) {
    self.number = number
    self.title = title
    self.level = level
    self.isAppendix = isAppendix
    self.parent = parent
  }
}

/// A paragraph or another unit of running text.
package struct Block: Hashable, Codable, Sendable {
  package enum Kind: String, Codable, Sendable {
    case heading, paragraph, listItem, equation, algorithm, code, quote, footnote, reference
    /// The place of a table or figure; `label` names it.
    case exhibit
    case other
  }

  package let kind: Kind
  package let span: SourceSpan
  /// Index in `Paper.sections`.
  package let section: Int
  /// `Table 1`, `Figure 2` of an `.exhibit` block; the number of an equation; `Algorithm 1`; the mark
  /// of a footnote; `Theorem 2` of a paragraph that begins with such a head.
  package var label: String? = nil
  /// Where a display equation stands; nil for other blocks.
  package var area: PageArea? = nil
  package var picture: Picture? = nil
  /// Where the text has the mark of a footnote.
  package var anchor: SourceSpan? = nil
  /// Of a paragraph whose first sentence began before the equation above it.
  package var continues: Bool? = nil

  package init(kind: Kind, span: SourceSpan, section: Int, label: String? = nil) {
    self.kind = kind
    self.span = span
    self.section = section
    self.label = label
  }
}

/// A part of a page.
package struct PageArea: Hashable, Codable, Sendable {
  /// From 1.
  package let page: Int
  /// In points from the top left of the page as displayed.
  package let box: Box

  package init(page: Int, box: Box) {
    self.page = page
    self.box = box
  }
}

/// An entry of the bibliography.
package struct Reference: Hashable, Codable, Sendable {
  /// As printed: `[3]`, `[BKH16]`; nil in author-year lists.
  package var label: String? = nil
  package let entry: SourceSpan
  package var authors: [String] = []
  /// Of the first author.
  package var surname: String? = nil
  package var year: String? = nil
  package var title: SourceSpan? = nil
  package var doi: SourceSpan? = nil

  package init(
    label: String? = nil, entry: SourceSpan, authors: [String] = [], surname: String? = nil,
    year: String? = nil, title: SourceSpan? = nil, doi: SourceSpan? = nil
  ) {
    self.label = label
    self.entry = entry
    self.authors = authors
    self.surname = surname
    self.year = year
    self.title = title
    self.doi = doi
  }
}

/// A place that cites works.
package struct Citation: Hashable, Codable, Sendable {
  package let span: SourceSpan
  /// Indexes in `Paper.references`.
  package let references: [Int]

  package init(span: SourceSpan, references: [Int]) {
    self.span = span
    self.references = references
  }
}

package struct Link: Hashable, Codable, Sendable {
  package let span: SourceSpan?
  package let page: Int
  package let target: String

  package init(span: SourceSpan? = nil, page: Int, target: String) {
    self.span = span
    self.page = page
    self.target = target
  }
}

package struct LeftOut: Hashable, Codable, Sendable {
  package enum Reason: String, Codable, Sendable {
    case runningHead = "running head"
    case pageNumber = "page number"
    case lineNumber = "line number"
    case stamp = "margin stamp"
    case watermark = "watermark"
    case duplicate = "duplicate"
  }

  package let span: SourceSpan
  package let page: Int
  package let reason: Reason

  package init(span: SourceSpan, page: Int, reason: Reason) {
    self.span = span
    self.page = page
    self.reason = reason
  }
}
