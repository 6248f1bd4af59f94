/// An entry of the bibliography.
package struct Reference: Hashable, Codable, Sendable {
  /// As printed: `[3]`, `[BKH16]`; nil in author-year lists.
  package var label: String? = nil
  package let entry: SourceSpan
  package var authors: [String] = []
  /// Of the first author.
  package var surname: String? = nil
  /// Four digits.
  package var year: String? = nil
  /// The letter behind the year, which tells works of one year apart: `a` of `2020a`.
  package var yearSuffix: String? = nil
  package var title: SourceSpan? = nil
  /// Journal, proceedings, publisher or school, without volume, pages and year.
  package var venue: SourceSpan? = nil
  /// Begins with `10.`.
  package var doi: SourceSpan? = nil
  /// With `arXiv:` where the entry prints it: `arXiv:1706.03762`, `1706.03762`.
  package var arxiv: SourceSpan? = nil
  package var isbn: SourceSpan? = nil
  /// As printed: a line break may have left a space in it.
  package var url: SourceSpan? = nil
  /// What a link in an entry leads to that prints no identifier: `10.1000/182`, `arXiv:1706.03762`, else
  /// the address of a page.
  package var linked: String? = nil

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
  /// What tells which works are cited.
  package enum Basis: String, Codable, Sendable {
    /// A link of the document.
    case link
    /// The printed label of an entry: `[3]`, `[BKH16]`.
    case label
    /// Authors and year.
    case name
  }

  package let span: SourceSpan
  /// Indexes in `Paper.references`.
  package let references: [Int]
  package let basis: Basis

  package init(span: SourceSpan, references: [Int], basis: Basis = .link) {
    self.span = span
    self.references = references
    self.basis = basis
  }
}
