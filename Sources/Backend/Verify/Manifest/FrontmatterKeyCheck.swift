internal import IR
internal import YAML

/// The keys of the frontmatter.
struct FrontmatterKeyCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA205", .error(.april2026, .august2026), .missingField,
      "the frontmatter lacks title, authors or year",
      cause: "A key that every schema demands is absent, empty or a placeholder.", cure: "Add it.",
      example: "a frontmatter without `year`"),
    CheckRow(
      "ARA206", .warning(.august2026), .missingField, "the frontmatter lacks a key",
      cause: "One of `venue`, `doi`, `ara_version`, `domain`, `keywords`, `claims_summary` and "
        + "`abstract` is absent or empty.",
      cure: "Add it; write `Not specified in paper` for what the source does not say.",
      example: "a frontmatter without `domain`"),
    CheckRow(
      "ARA207", .error(.cli), .typeMismatch, "a frontmatter key has the wrong type",
      cause: "Lists are lists of strings, texts are strings, the year is a whole number: readers "
        + "lose the whole manifest otherwise.",
      cure: "Wrap the value in a list, or quote it. A year that no input gives is listed under "
        + "`## Known gaps`.", example: "authors: A. Example",
      cases: [.knownGap: .error(.cli).but(.note, in: .superset)]),
    CheckRow(
      "ARA208", .warning(), .typeMismatch, "the year is no year",
      cause: "`year` is not between 1900 and 2100.", cure: "Write four digits.",
      example: "year: 26"),
    CheckRow(
      "ARA209", .note(), .typeMismatch, "the DOI is none",
      cause: "`doi` is no DOI, no arXiv identifier and not the fixed phrase.",
      cure: "Write the identifier, or `Not specified in paper`.", example: "doi: \"see website\""),
    CheckRow(
      "ARA210", .note(.august2026), .insufficientCount, "there are not 5 to 10 keywords",
      cause: "The schema aims at 5 to 10 keywords.", cure: "Add or remove keywords.",
      example: "keywords: [\"one\", \"two\"]"),
    CheckRow(
      "ARA211", .warning(), .typeMismatch, "`ara_version` or `src_mode` has an unknown value",
      cause: "`ara_version` is not \"1.0\", or `src_mode` is neither `kernel` nor `repo`.",
      cure: "Correct the value.", example: "ara_version: \"1\""),
  ]

  private static let required = ["title", "authors", "year"]
  private static let wanted = [
    "venue", "doi", "ara_version", "domain", "keywords", "claims_summary", "abstract",
  ]
  private static let lists = ["authors", "keywords", "claims_summary"]
  private static let texts = ["title", "venue", "doi", "domain", "abstract", "ara_version"]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let keys = artifact.manifest?.keys else { return }
    for name in Self.required where !isSaid(keys[name]) {
      report(.missing("ARA205", name, keys[name]))
    }
    for name in Self.wanted where !isSaid(keys[name]) {
      let fixIt = keys[name] == nil ? FixIt.insertKey(name, in: artifact.manifest) : nil
      report(.missing("ARA206", name, keys[name]).fixed(by: fixIt))
    }
    for key in keys.keys where isSaid(key) {
      guard let wanted = mismatch(key) else { continue }
      let isListed =
        key.name == "year" && key.value.scalar.map { FixedPhrase.isUsed($0[...]) } == true
        && artifact.listsGap(.year)
      report(.wrongType(key, wanted, as: isListed ? .knownGap : .usual, artifact))
    }
    checkValues(keys, report)
  }

  private func isSaid(_ key: FrontmatterKeys.Key?) -> Bool {
    guard let value = key?.value else { return false }
    if let items = value.sequence { return items.contains { !$0.isBlank } }
    return !value.isBlank
  }

  /// What the key should be, if it is something else.
  private func mismatch(_ key: FrontmatterKeys.Key) -> String? {
    if Self.lists.contains(key.name) {
      return key.value.sequence?.allSatisfy(\.isString) == true ? nil : "a list of strings"
    }
    if Self.texts.contains(key.name) { return key.value.isString ? nil : "a string" }
    if key.name == "year" {
      return key.value.scalar.flatMap(Int.init) == nil ? "a whole number" : nil
    }
    return nil
  }

  private func checkValues(_ keys: FrontmatterKeys, _ report: (Finding) -> Void) {
    if let key = keys["year"], let year = key.value.scalar.flatMap(Int.init),
      !(1900...2100).contains(year)
    {
      report(.badValue("ARA208", key, "is no year between 1900 and 2100"))
    }
    if let key = keys["doi"], let doi = keys.text("doi"), !isIdentifier(doi[...]) {
      report(.badValue("ARA209", key, "is no DOI and no arXiv identifier"))
    }
    if let key = keys["keywords"], let count = key.value.sequence?.count, count > 0,
      !(5...10).contains(count)
    {
      report(.keywordCount(key, count))
    }
    if let key = keys["ara_version"], let version = keys.text("ara_version"), version != "1.0" {
      report(.badValue("ARA211", key, "is not the version 1.0"))
    }
    if let key = keys["src_mode"], !["kernel", "repo"].contains(key.value.scalar) {
      report(.badValue("ARA211", key, "is neither 'kernel' nor 'repo'"))
    }
  }

  private func isIdentifier(_ text: Substring) -> Bool {
    if FixedPhrase.isUsed(text) || text.hasPrefix("10.") { return true }
    let lowered = text.lowercased()
    if lowered.hasPrefix("arxiv:") || lowered.holds("doi.org/10.") || lowered.holds("arxiv.org/") {
      return true
    }
    let digits = text.prefix { $0.isASCIIDigit || $0 == "." }
    return digits.count >= 9 && digits.contains(".")
  }
}

extension FixIt {
  /// What the keys hold that may be silent.
  private static let fillers = [
    "venue": FixedPhrase.notSpecified, "doi": FixedPhrase.notSpecified, "ara_version": "1.0",
    "domain": FixedPhrase.notSpecified, "abstract": FixedPhrase.notSpecified,
  ]

  /// Puts a key at the end of the frontmatter.
  fileprivate static func insertKey(_ name: String, in manifest: ManifestFile?) -> FixIt? {
    guard let manifest, let filler = fillers[name] else { return nil }
    let text = "\(name): \"\(filler)\"\n"
    let end = manifest.fenced.upperBound
    return FixIt(
      "insert the key '\(name)'",
      [.replace(Replacement(inserting: text, before: end, of: "PAPER.md"))])
  }
}

extension FrontmatterKeys.Key {
  /// The scalar as it stands in the file, if it ends with the line of its key.
  fileprivate func writtenValue(in text: TextFile?) -> LinePiece? {
    guard let scalar = value.scalar, let line = text?.line(place.line) else { return nil }
    let whole = LinePiece(text: line, line: place.line)
    guard let colon = line.offset(of: ":") else { return nil }
    let piece = whole[(colon + 1)..<line.utf8.count].trimmed
    return piece.text == scalar[...] && !piece.text.isEmpty ? piece : nil
  }
}

extension YAMLNode {
  /// An empty text, a null or a placeholder.
  var isBlank: Bool {
    guard case .scalar(let text, let isPlain) = content else { return false }
    return text.isEmpty || (isPlain && Self.nulls.contains(text)) || Placeholder.fills(text)
  }

  private static let nulls: Set<String> = ["null", "Null", "NULL", "~"]

  /// Whether every reader takes it for a string.
  var isString: Bool {
    guard case .scalar(let text, let isPlain) = content else { return false }
    return !isPlain || !PlainScalar.isTyped(text)
  }
}

extension Finding {
  private static func place(_ key: FrontmatterKeys.Key?) -> ArtifactPlace {
    ArtifactPlace(file: "PAPER.md", line: key?.place.line ?? 1, column: key?.place.column)
  }

  fileprivate static func missing(
    _ code: DiagnosticCode, _ name: String, _ key: FrontmatterKeys.Key?
  ) -> Finding {
    let what = key == nil ? "has no key '\(name)'" : "says nothing under '\(name)'"
    return Finding(code, at: place(key), about: name, "the frontmatter \(what)")
  }

  fileprivate static func wrongType(
    _ key: FrontmatterKeys.Key, _ wanted: String, as variant: FindingCase, _ artifact: Artifact
  ) -> Finding {
    let isList = wanted == "a list of strings"
    let value = key.writtenValue(in: artifact.manifest?.body.text)
    let text = QuotedYAML.of(key.value.scalar ?? "")
    return Finding(
      "ARA207", variant, at: place(key), about: key.name, "'\(key.name)' is not \(wanted)"
    ).fixed(
      by: wanted == "a whole number"
        ? nil : value.map { .replace($0, in: "PAPER.md", by: isList ? "[\(text)]" : text) })
  }

  fileprivate static func badValue(
    _ code: DiagnosticCode, _ key: FrontmatterKeys.Key, _ complaint: String
  ) -> Finding {
    let value = key.value.scalar ?? ""
    return Finding(
      code, at: place(key), about: key.name, "'\(key.name)': \(Quoted(value)) \(complaint)",
      excerpt: Excerpt.of(value))
  }

  fileprivate static func keywordCount(_ key: FrontmatterKeys.Key, _ count: Int) -> Finding {
    Finding(
      "ARA210", at: place(key), about: key.name, "there are \(count) keywords, not 5 to 10")
  }
}
