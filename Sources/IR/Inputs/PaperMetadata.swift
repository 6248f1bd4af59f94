/// What a paper says of itself.
package struct PaperMetadata: Hashable, Codable, Sendable {
  package var title: Grounded<String>? = nil
  package var authors: [Grounded<String>] = []
  package var abstract: Grounded<String>? = nil
  package var year: Grounded<Int>? = nil
  package var venue: Grounded<String>? = nil
  /// DOI or arXiv identifier, as printed.
  package var doi: Grounded<String>? = nil
  package var keywords: [Grounded<String>] = []
  /// One for each of `authors`.
  package var details: [AuthorDetails] = []
  /// Sentences of the first pages that say who may use the paper and how.
  package var licences: [Grounded<String>] = []
  /// Addresses of the code that the front matter, the abstract or a note of theirs names.
  package var code: [Grounded<String>] = []

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

/// What the title page says of one author.
package struct AuthorDetails: Hashable, Codable, Sendable {
  package var affiliations: [Grounded<String>] = []
  package var emails: [Grounded<String>] = []
  /// What the marks behind the name stand for, affiliations left out: `Equal contribution.`
  package var notes: [Grounded<String>] = []

  package init() {}

  package var isEmpty: Bool { affiliations.isEmpty && emails.isEmpty && notes.isEmpty }
}
