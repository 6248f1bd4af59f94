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
  /// In the order of the text.
  package var crossReferences: [CrossReference] = []
  /// A few words in a row that running text sets in italics or in bold, in the order of the text.
  package var emphases: [SourceSpan] = []
  /// What was set apart: running heads, page numbers, stamps.
  package var leftOut: [LeftOut]
  /// Characters without a usable Unicode value: the text has U+FFFD in their places.
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

  /// Whether the document holds pictures of pages and no text but for stamps on them.
  package var isScanned: Bool {
    !pages.isEmpty && pages.allSatisfy { $0.characters == 0 || $0.isPicture == true }
  }
}

package struct Page: Hashable, Codable, Sendable {
  /// From 1.
  package let number: Int
  /// In points, as displayed.
  package let width: Double
  package let height: Double
  package let characters: Int
  /// True of a page that one picture fills, with a line of text at most.
  package var isPicture: Bool? = nil
  /// The picture of the page, filed for pages without text.
  package var picture: Picture? = nil

  package init(
    number: Int, width: Double, height: Double, characters: Int, isPicture: Bool? = nil,
    picture: Picture? = nil
  ) {
    self.number = number
    self.width = width
    self.height = height
    self.characters = characters
    self.isPicture = isPicture
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
  /// The part of `span` that heads the text from inside its first line: words in bold.
  package var lead: SourceSpan? = nil
  /// Where a display equation stands; nil for other blocks.
  package var area: PageArea? = nil
  package var picture: Picture? = nil
  /// Where the text has the mark of a footnote.
  package var anchor: SourceSpan? = nil
  /// Of a paragraph whose first sentence began before the equation above it.
  package var continues: Bool? = nil

  package init(
    kind: Kind, span: SourceSpan, section: Int, label: String? = nil, lead: SourceSpan? = nil
  ) {
    self.kind = kind
    self.span = span
    self.section = section
    self.label = label
    self.lead = lead
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
    case marginNote = "margin note"
    case watermark = "watermark"
    case duplicate = "duplicate"
    case hidden = "not seen on the page"
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
