internal import IR

/// Numbers of lines of code that the paper states, against those of the repository.
struct StatedLineCounts {
  private let repository: Repository
  private let lookup: CodeLookup

  /// What a number may differ by: blank lines and comments are counted or not.
  private static let tolerance = 0.4

  init(_ repository: Repository, _ lookup: CodeLookup) {
    self.repository = repository
    self.lookup = lookup
  }

  /// `files` are those that the sentence names: the number is of one of them, or of all sources.
  func discrepancies(in sentence: CodeFactRules.Sentence, _ files: [RepositoryFile])
    -> [Discrepancy]
  {
    guard sentence.text.has("line"), let stated = stated(in: sentence.text) else { return [] }
    let named = files.filter { $0.lines != nil }
    guard !named.isEmpty || isOwn(sentence.text) else { return [] }
    let sizes = named.isEmpty ? totals() : named.compactMap(\.lines)
    let isBorneOut = sizes.contains { size in
      let share = Double(size) / max(stated.number, 1)
      return switch stated.bound {
      case .least: share >= 1 - Self.tolerance
      case .most: share <= 1 + Self.tolerance
      case .about: abs(share - 1) <= Self.tolerance
      }
    }
    guard !isBorneOut, let size = sizes.max(), let file = (named.first ?? sources.first) else {
      return []
    }
    let what = named.isEmpty ? "its sources have \(size) lines" : "\(file.path) has \(size) lines"
    return [
      Discrepancy(
        kind: .size, subject: sentence.part(stated.range),
        found: Grounded(
          "says otherwise: \(what)", lookup.place(of: file), .computed("lines counted")),
        source: sentence.label)
    ]
  }

  private var sources: [RepositoryFile] {
    repository.files.filter { $0.kind == .source && $0.lines != nil }
  }

  /// Lines of all sources, of those of each language and of those of each folder.
  private func totals() -> [Int] {
    let all = sources
    guard !all.isEmpty else { return [] }
    let groups = all.flatMap { file -> [(String, Int)] in
      let folder = file.path.split(separator: "/").dropLast().first.map { String($0) } ?? ""
      return ["all", "in \(folder)", "of \(file.language ?? "")"].map { ($0, file.lines ?? 0) }
    }
    let sums = Dictionary(groups, uniquingKeysWith: { $0.addingReportingOverflow($1).partialValue })
    return sums.sorted { $0.key < $1.key }.map(\.value) + all.compactMap(\.lines)
  }

  private func isOwn(_ text: String) -> Bool {
    let words = Set(CueWords(text).words)
    return !words.isDisjoint(with: ["our", "we"])
      && !words.isDisjoint(with: [
        "code", "implementation", "implemented", "python", "c++", "codebase",
      ])
  }

  // MARK: The number

  private enum Bound { case least, most, about }

  /// The number before `lines`, with the words between: `1,200 lines of Python`.
  private func stated(in text: String) -> (number: Double, range: Range<Int>, bound: Bound)? {
    let tokens = SentenceTokens(text).tokens
    guard
      let at = tokens.indices.dropFirst().first(where: { index in
        guard case .word(let forms) = tokens[index].kind, forms == ["line"],
          case .number = tokens[index - 1].kind
        else { return false }
        // Lines of text, of a table or of a page are no lines of code.
        return index + 2 < tokens.count
          && [tokens[index + 1], tokens[index + 2]].contains {
            if case .word(let forms) = $0.kind {
              !forms.allSatisfy { !Self.code.contains($0) }
            } else {
              false
            }
          }
      }), case .number(let number) = tokens[at - 1].kind
    else { return nil }
    let before = tokens[..<(at - 1)].suffix(3).flatMap { token -> [String] in
      if case .word(let forms) = token.kind { forms } else { [] }
    }
    let bound: Bound =
      before.contains(where: Self.least.contains)
      ? .least : before.contains(where: Self.most.contains) ? .most : .about
    return (number, tokens[at - 1].range.lowerBound..<tokens[at].range.upperBound, bound)
  }

  private static let code: Set<String> = [
    "code", "python", "c", "cuda", "source", "pytorch", "jax",
  ]
  private static let least: Set<String> = ["over", "more", "least"]
  private static let most: Set<String> = ["under", "fewer", "less", "most", "within", "below"]
}
