internal import IR

/// Finds citations by author and year: `Pebble et al. (2017)`, `(Pebble & Quartz, 2017a, 2018)`.
struct NameCitations {
  private struct Work {
    let position: Int
    let year: String
    let suffix: String?
    /// Of all authors, folded.
    let surnames: [String]
    /// The first words of the entry, folded.
    let lead: [String]
  }

  private var works: [Work] = []
  /// Indexes in `works` by the first author's surname.
  private var bySurname: [String: [Int]] = [:]
  /// The same by the first word of names that are no surnames: organisations, titles.
  private var byLead: [String: [Int]] = [:]

  init(_ references: [Reference], entries: (SourceSpan) -> String) {
    for (position, reference) in references.enumerated() {
      guard let year = reference.year else { continue }
      let lead = entries(reference.entry).split(separator: " ").prefix(8).map {
        NameWindow.folded($0)
      }
      let surnames = reference.authors.map { NameWindow.folded(AuthorList.surname($0)[...]) }
      if let surname = reference.surname?.split(separator: " ").last {
        bySurname[NameWindow.folded(surname), default: []].append(works.count)
      }
      if let first = lead.first { byLead[first, default: []].append(works.count) }
      works.append(
        Work(
          position: position, year: year, suffix: reference.yearSuffix, surnames: surnames,
          lead: lead))
    }
  }

  // MARK: Places

  func citations(in text: CitingText) -> [Citation] {
    guard !works.isEmpty else { return [] }
    let bytes = Array(text.content.utf8)
    var found: [Citation] = []
    var at = 0
    while let year = YearMark(bytes, from: at) {
      at = year.end
      guard let names = window(before: year.start, in: bytes), let first = match(names, year) else {
        continue
      }
      found.append(citation(text, first.start..<year.end, first.work))
      // More years of the same authors: `2017, 2018a,b`.
      var last = year
      while let next = last.following(in: bytes), let other = match(names, next) {
        found.append(citation(text, next.start..<next.end, other.work))
        last = next
      }
      at = last.end
    }
    return found + unyeared(text, bytes, found)
  }

  private func citation(_ text: CitingText, _ range: Range<Int>, _ work: Int) -> Citation {
    Citation(
      span: text.span.narrowed(to: range), references: [works[work].position], basis: .name)
  }

  /// `Pebble et al.` without a year, where one work alone can be meant.
  private func unyeared(_ text: CitingText, _ bytes: [UInt8], _ found: [Citation]) -> [Citation] {
    var result: [Citation] = []
    var at = 0
    while let place = text.content.utf8Range(of: " et al", from: at) {
      at = place.upperBound
      let end = at < bytes.count && bytes[at] == UInt8(ascii: ".") ? at + 1 : at
      guard let names = window(before: end, in: bytes), let name = names.words.first, name.isName
      else { continue }
      let known = (bySurname[name.key] ?? []).filter { works[$0].surnames.count > 1 }
      let span = text.span.narrowed(to: name.start..<end)
      guard let only = known.first, known.count == 1,
        !found.contains(where: { $0.span.bytes.overlaps(span.bytes) })
      else { continue }
      result.append(citation(text, name.start..<end, only))
    }
    return result
  }

  private func window(before end: Int, in bytes: [UInt8]) -> NameWindow? {
    NameWindow(before: end, in: bytes) { bySurname[$0] != nil || byLead[$0] != nil }
  }

  // MARK: Works

  /// The work that names and year fit best, and where its name begins.
  private func match(_ names: NameWindow, _ year: YearMark) -> (work: Int, start: Int)? {
    var best: (score: Int, work: Int, index: Int)?
    for (index, name) in names.words.enumerated() where name.isName {
      let later = names.words[..<index].filter(\.isName).map(\.key)
      for work in bySurname[name.key] ?? [] {
        guard let score = score(works[work], later, names, index, year) else { continue }
        // Of two names that fit as well the farther one is the first author's.
        if score > (best?.score ?? 0) || score == best?.score && best?.index != index {
          best = (score, work, index)
        }
      }
      for work in byLead[name.key] ?? [] where works[work].year == year.digits {
        let said = names.words[...index].reversed().filter { !$0.isAnd }.map(\.key)
        let lead = works[work].lead.filter { $0 != "and" && !$0.isEmpty }
        guard lead.starts(with: said), !isSurname(name.key, works[work]) else { continue }
        let score = 8 + said.count + suffixScore(works[work], year)
        if score > (best?.score ?? 0) { best = (score, work, index) }
      }
    }
    return best.map { ($0.work, names.start(ofNameAt: $0.index)) }
  }

  private func isSurname(_ key: String, _ work: Work) -> Bool { work.surnames.first == key }

  /// How well a work by this first author fits; nil if it does not.
  private func score(
    _ work: Work, _ later: [String], _ names: NameWindow, _ index: Int, _ year: YearMark
  ) -> Int? {
    guard work.year == year.digits else { return nil }
    var score = 4 + suffixScore(work, year)
    let follows = index + 1 < names.words.count && names.words[index + 1].isAnd
    if names.saysOthers {
      score += [0, 0, 2][min(2, work.surnames.count)] + (work.surnames.count > 2 ? 2 : 0)
    } else if later.isEmpty {
      score += work.surnames.count > 1 ? 0 : 4
      // `Pebble and Quartz, 2017` is no work by Quartz.
      if follows { score -= 3 }
    } else {
      score += later.allSatisfy(work.surnames.dropFirst().contains) ? 6 : -2
    }
    return score
  }

  private func suffixScore(_ work: Work, _ year: YearMark) -> Int {
    if work.suffix == year.suffix { return 2 }
    return work.suffix == nil || year.suffix == nil ? 1 : -3
  }
}
