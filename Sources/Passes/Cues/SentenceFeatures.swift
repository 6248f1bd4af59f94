internal import IR

/// Something that a sentence has: a word, two words in a row, or a place.
enum SentenceFeature {
  case word(CueWords.Word)
  case pair(CueWords.Word, CueWords.Word)
  /// A word behind a mark: the first one of the sentence, one of the title of its section.
  case marked(StaticString, CueWords.Word)
  /// `@role:method`, `@len:2`.
  case place(StaticString, StaticString, Int?)

  /// By what ``LearnedCues`` finds it. Spread evenly.
  var key: UInt64 {
    switch self {
    case .word(let word): Self.key(word.feature, 0)
    case .pair(let first, let second): Self.key(first.feature, second.feature)
    case .marked(let mark, let word): Self.key(Self.hash(mark), word.feature)
    case .place(let kind, let value, let number):
      Self.key(Self.hash(kind), Self.hash(value) &+ UInt32(truncatingIfNeeded: number ?? 0))
    }
  }

  private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
    let both = (UInt64(first) << 32 | UInt64(second)) &* 0x9E37_79B9_7F4A_7C15
    return (both ^ both >> 32) &* 0x9E37_79B9_7F4A_7C15
  }

  private static func hash(_ mark: StaticString) -> UInt32 {
    mark.withUTF8Buffer { CueWords.hash($0) }
  }

  /// As `scripts/learn-cues` and the table of weights print it.
  var description: String {
    switch self {
    case .word(let word): word.featureText
    case .pair(let first, let second): "\(first.featureText) \(second.featureText)"
    case .marked(let mark, let word): "\(mark) \(word.featureText)"
    case .place(let kind, let value, let number):
      "\(kind)\(value)\(number.map { ":\($0)" } ?? "")"
    }
  }
}

extension CueWords.Word {
  /// All numbers are one word.
  private var isNumber: Bool {
    bytes.contains { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }

  fileprivate var feature: UInt32 { isNumber ? 0x23 : hash }
  fileprivate var featureText: String { isNumber ? "#" : String(decoding: bytes, as: UTF8.self) }
}

/// What ``LearnedCues`` looks at in a sentence.
struct SentenceFeatures {
  let words: CueWords
  /// The title of the section, and the head of the paragraph.
  let title: CueWords
  let lead: CueWords?
  let section: SectionRole
  let isAppendix: Bool
  let kind: Block.Kind
  /// In its paragraph.
  let isFirst: Bool
  let isLast: Bool
  let cites: Bool
  let namesExhibit: Bool
  let roles: [Atom.ScoredRole]

  private static let lengthStep = 8
  private static let longest = 6
  private static let heaviest = 3

  /// One after the other; what stands there twice comes twice.
  func visit(_ body: (SentenceFeature) -> Void) {
    words.withWords { words in
      for at in words.indices {
        body(.word(words[at]))
        body(at == 0 ? .marked("^", words[at]) : .pair(words[at - 1], words[at]))
      }
      body(.place("@length", "", min(Self.longest, words.count / Self.lengthStep)))
    }
    title.withWords { words in
      for at in words.indices { body(.marked("@title", words[at])) }
    }
    lead?.withWords { words in
      for at in words.indices { body(.marked("@lead", words[at])) }
    }
    body(.place("@role:", section.name, nil))
    if isAppendix { body(.place("@appendix", "", nil)) }
    body(.place("@kind:", kind.name, nil))
    if isFirst { body(.place("@first", "", nil)) }
    if isLast { body(.place("@last", "", nil)) }
    if cites { body(.place("@cites", "", nil)) }
    if namesExhibit { body(.place("@exhibit", "", nil)) }
    for role in roles {
      body(.place("@cue:", role.role.name, min(Self.heaviest, role.weight)))
    }
  }
}

// Names that stay where they are: a string of each would be made for each sentence.

extension SectionRole {
  fileprivate var name: StaticString {
    switch self {
    case .introduction: "introduction"
    case .related: "related"
    case .method: "method"
    case .experiments: "experiments"
    case .conclusion: "conclusion"
    case .limitations: "limitations"
    case .appendix: "appendix"
    case .other: "other"
    }
  }
}

extension Block.Kind {
  fileprivate var name: StaticString {
    switch self {
    case .listItem: "item"
    case .footnote: "footnote"
    case .quote: "quote"
    default: "paragraph"
    }
  }
}

extension Atom.Role {
  fileprivate var name: StaticString {
    switch self {
    case .result: "result"
    case .comparison: "comparison"
    case .claim: "claim"
    case .contribution: "contribution"
    case .method: "method"
    case .definition: "definition"
    case .configuration: "configuration"
    case .limitation: "limitation"
    case .assumption: "assumption"
    case .negative: "negative"
    case .motivation: "motivation"
    case .gap: "gap"
    case .insight: "insight"
    case .question: "question"
    case .choice: "choice"
    case .future: "future"
    case .heuristic: "heuristic"
    }
  }
}
