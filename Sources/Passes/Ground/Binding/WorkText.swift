internal import IR

/// What the inputs say of the work, in passages, for the comparison with its code.
struct WorkText {
  struct Passage {
    let span: SourceSpan
    let text: String
    /// What an occurrence of a word in it counts.
    let weight: Double
    /// Where it stands: `§3.1`, `rubric`.
    let label: Grounded<String>
  }

  private(set) var passages: [Passage] = []

  /// Of rubrics, which may hold thousands of requirements.
  private static let mostNodes = 4_000

  init(_ view: PaperView) {
    if let title = view.paper.metadata.title, let span = title.spans.first {
      add(span, view.text(of: span), 6, Grounded("the title", [span]))
    }
    for block in view.paper.blocks {
      let weight = Self.weight(of: block, in: view)
      guard weight > 0 else { continue }
      add(block.span, view.text(of: block.span), weight, view.label(ofSection: block.section))
    }
    for exhibit in view.exhibits {
      let span = exhibit.caption
      add(span, view.text(of: span), 0.5, Grounded(exhibit.label.description, [span]))
    }
  }

  init(_ rubric: Rubric, _ text: SourceText) {
    for node in rubric.nodes.prefix(Self.mostNodes) {
      let label = Grounded("the rubric", [node.requirement])
      // The root names the paper.
      let weight = node.parent == nil ? 6.0 : 1
      add(node.requirement, text.text(of: node.requirement.bytes), weight, label)
    }
  }

  private mutating func add(
    _ span: SourceSpan, _ text: String, _ weight: Double, _ label: Grounded<String>
  ) {
    passages.append(Passage(span: span, text: text, weight: weight, label: label))
  }

  /// The method counts most, the work of others nothing.
  private static func weight(of block: Block, in view: PaperView) -> Double {
    let role = SectionRole(of: block.section, in: view)
    let title = view.paper.sections[view.topLevel(of: block.section)].title.value.lowercased()
    // What a venue asks of every paper tells nothing of this one.
    guard role != .related, !title.has("checklist") else { return 0 }
    let isMethod = role == .method || role == .other || block.section == 0
    switch block.kind {
    case .heading: return isMethod ? 4 : 1
    case .algorithm: return 3
    case .paragraph, .listItem, .quote, .equation: return isMethod ? 1 : 0.3
    case .footnote: return 0.3
    case .code, .reference, .exhibit, .other: return 0
    }
  }
}

/// How much each word says of the work, and where phrases stand in its passages.
struct WorkVocabulary {
  /// By key; words that any text has are not among them.
  private(set) var weights: [UInt64: Double] = [:]
  /// Short forms that the work gives in brackets: `coordinate gradient (CG)`.
  private(set) var shortForms: Set<UInt64> = []
  private let passages: [WorkText.Passage]
  private var sequence: [(key: UInt64, passage: Int, bytes: Range<Int>)] = []
  /// Where a name of several words stands first.
  private var wholes: [UInt64: (passage: Int, bytes: Range<Int>)] = [:]
  private var positions: [UInt64: [Int]] = [:]

  private static let common: Set<UInt64> = Set(
    (Wording.functionWords.sorted() + [
      "an", "and", "are", "as", "at", "by", "for", "if", "in", "is", "it", "no", "not", "of", "on",
      "or", "the", "to", "we", "all", "any", "can", "get", "set", "run", "has", "its", "our", "per",
      "abstract", "appendix", "class", "code", "def", "define", "else", "equation", "example",
      "false", "figure", "file", "float", "function", "import", "input", "list", "main", "method",
      "none", "number", "output", "paper", "print", "propose", "result", "return", "section",
      "self", "show", "string", "table", "true", "type", "value", "work", "respectively",
    ]).flatMap { IdentifierWords.keys($0) })
  private static let shortest = 4
  private static let most = 100.0

  /// `names` are what the work calls itself and its parts.
  init(_ text: WorkText, names: [String]) {
    passages = text.passages
    var counts: [UInt64: Double] = [:]
    for (index, passage) in passages.enumerated() {
      let bytes = Array(passage.text.utf8)
      for word in IdentifierWords.scan(passage.text) {
        if word.isShort || word.isWhole || word.bytes.count >= Self.shortest {
          counts[word.key, default: 0] += passage.weight
        }
        if word.isShort, word.bytes.lowerBound > 0,
          bytes[word.bytes.lowerBound - 1] == UInt8(ascii: "(")
        {
          shortForms.insert(word.key)
        }
        guard !word.isWhole else {
          if wholes[word.key] == nil { wholes[word.key] = (index, word.bytes) }
          continue
        }
        positions[word.key, default: []].append(sequence.count)
        sequence.append((word.key, index, word.bytes))
      }
    }
    for name in names {
      for word in IdentifierWords.scan(name) where word.isShort || word.bytes.count >= Self.shortest
      {
        counts[word.key, default: 0] += 8
      }
    }
    for (key, count) in counts where !Self.common.contains(key) {
      // A word said a hundred times says ten times as much as one said once.
      weights[key] = min(count, Self.most).squareRoot()
    }
  }

  static func isCommon(_ key: UInt64) -> Bool { common.contains(key) }

  typealias Found = (words: Grounded<String>, place: Grounded<String>, weight: Double)

  /// The first place of the weightiest passage that has the words in a row.
  func phrase(_ keys: [UInt64]) -> Found? {
    guard let first = keys.first, let starts = positions[first] else { return nil }
    var best: Int?
    for start in starts.prefix(Self.mostPlaces) where holds(keys, at: start) {
      let weight = passages[sequence[start].passage].weight
      if best.map({ weight > passages[sequence[$0].passage].weight }) ?? true { best = start }
    }
    guard let best, let last = keys.last, !Self.isCommon(first), !Self.isCommon(last) else {
      return nil
    }
    let end = sequence[best + keys.count - 1].bytes.upperBound
    return words(of: sequence[best].passage, sequence[best].bytes.lowerBound..<end)
  }

  /// The first place of a name of several words.
  func name(_ key: UInt64) -> Found? {
    wholes[key].flatMap { words(of: $0.passage, $0.bytes) } ?? phrase([key])
  }

  private func words(of index: Int, _ range: Range<Int>) -> Found? {
    let passage = passages[index]
    let bytes = Array(passage.text.utf8)
    let digits = bytes[range.upperBound...].prefix { $0.isASCIIDigit }
    let range = range.lowerBound..<digits.endIndex
    let words = String(decoding: bytes[range], as: UTF8.self)
    guard !words.has("\n"), range.count <= Self.longestPhrase else { return nil }
    let span = passage.span.narrowed(to: range)
    // A page may set apart the signs that join the words of a name.
    let joined = words.swapping(" _ ", for: "_")
    return (
      words: Grounded(joined, [span], joined == words ? nil : .computed("without spaces")),
      place: passage.label, weight: passage.weight
    )
  }

  private static let mostPlaces = 2_000
  private static let longestPhrase = 100

  private func holds(_ keys: [UInt64], at start: Int) -> Bool {
    guard start + keys.count <= sequence.count else { return false }
    let passage = sequence[start].passage
    let isThere = keys.indices.allSatisfy {
      sequence[start + $0].key == keys[$0] && sequence[start + $0].passage == passage
    }
    guard isThere else { return false }
    // A part of a longer name is another name.
    let next = start + keys.count
    let end = sequence[next - 1].bytes.upperBound
    let goesOn =
      next < sequence.count && sequence[next].passage == passage
      && sequence[next].bytes.lowerBound == end
    let began =
      start > 0 && sequence[start - 1].passage == passage
      && sequence[start - 1].bytes.upperBound == sequence[start].bytes.lowerBound
    return !goesOn && !began
  }
}
