internal import IR

/// Finds the combinations that the requirements of a rubric go through.
///
/// Requirements of as many words that differ in a few of them have one wording; where they differ
/// are the factors. Wordings that go through the same combinations ask several things of the same
/// setups.
struct SetupMatrixRules {
  private let rubric: Rubric
  private let sources: SourceMap

  private static let category = "Code Execution"
  /// Fewer are no matrix.
  private static let fewest = 4
  /// In words.
  private static let longest = 120
  /// How many wordings of one length are kept apart.
  private static let mostWordings = 64

  init(_ rubric: Rubric, _ sources: SourceMap) {
    self.rubric = rubric
    self.sources = sources
  }

  func matrices(of requirements: [Requirement]) -> [SetupMatrix] {
    var matrices: [SetupMatrix] = []
    var known: [[[String]]: Int] = [:]
    for wording in wordings(requirements) {
      guard let table = FactorTable(wording) else { continue }
      let matrix = table.matrix
      let rows = matrix.setups.map { $0.levels.map(\.value) }
      // Their order tells nothing.
      let key = rows.sorted { $0.lexicographicallyPrecedes($1) }
      guard let same = known[key] else {
        known[key] = matrices.count
        matrices.append(matrix)
        continue
      }
      matrices[same].demands += matrix.demands
      let asked = Dictionary(uniqueKeysWithValues: zip(rows, matrix.setups.map(\.requirements)))
      for index in matrices[same].setups.indices {
        let levels = matrices[same].setups[index].levels.map(\.value)
        matrices[same].setups[index].requirements += asked[levels] ?? []
      }
    }
    return matrices
  }

  // MARK: Wordings

  /// Requirements in the order of the rubric, each in its wording.
  private func wordings(_ requirements: [Requirement]) -> [Wording] {
    var wordings: [Wording] = []
    var byLength: [Int: [Int]] = [:]
    for requirement in requirements.sorted(by: { $0.node < $1.node }) {
      guard rubric.nodes[requirement.node].category == Self.category else { continue }
      let words = words(of: rubric.nodes[requirement.node].requirement)
      guard (4...Self.longest).contains(words.count) else { continue }
      let sentence = Wording.Sentence(id: requirement.id, words: words)
      let same = byLength[words.count] ?? []
      let best = same.map { ($0, wordings[$0].shared(with: sentence)) }
        .max { ($0.1, $1.0) < ($1.1, $0.0) }
      if let (wording, shared) = best, 5 * shared >= 3 * words.count {
        wordings[wording].append(sentence)
      } else if same.count < Self.mostWordings {
        byLength[words.count, default: []].append(wordings.count)
        wordings.append(Wording(sentence))
      }
    }
    return wordings.filter { $0.sentences.count >= Self.fewest }
  }

  private func words(of span: SourceSpan) -> [Grounded<String>] {
    let text = Array(sources.text(of: span).utf8)
    return text.indices.split { text[$0] == 0x20 }.map { word in
      let range = word.startIndex..<word.endIndex
      return Grounded(
        String(decoding: text[range], as: UTF8.self), [span.narrowed(to: range)])
    }
  }

  /// Sentences of as many words, and which of the words they all share.
  struct Wording {
    struct Sentence {
      let id: EntityID<Requirement>
      let words: [Grounded<String>]
    }

    private(set) var sentences: [Sentence]
    private(set) var isShared: [Bool]

    init(_ sentence: Sentence) {
      sentences = [sentence]
      isShared = sentence.words.map { _ in true }
    }

    /// How many words would be shared if the sentence were one more of them.
    func shared(with sentence: Sentence) -> Int {
      isShared.indices.count { isShared[$0] && first[$0].value == sentence.words[$0].value }
    }

    var first: [Grounded<String>] { sentences[0].words }

    mutating func append(_ sentence: Sentence) {
      for index in isShared.indices where first[index].value != sentence.words[index].value {
        isShared[index] = false
      }
      sentences.append(sentence)
    }
  }
}

/// The factors of a wording and what the sentences put in them.
private struct FactorTable {
  private let wording: SetupMatrixRules.Wording
  /// Runs of words that are not shared; those that always have the same words are one factor.
  private var factors: [[Range<Int>]] = []

  private static let mostFactors = 8

  /// Nil where the sentences do not go through combinations of a few factors.
  init?(_ wording: SetupMatrixRules.Wording) {
    self.wording = wording
    for run in wording.isShared.indices.split(whereSeparator: { wording.isShared[$0] }) {
      let range = run.startIndex..<run.endIndex
      let same = factors.firstIndex { other in
        wording.sentences.allSatisfy { level($0, range).value == level($0, other[0]).value }
      }
      if let same { factors[same].append(range) } else { factors.append([range]) }
    }
    guard (1...Self.mostFactors).contains(factors.count) else { return nil }
  }

  /// The words of a sentence in a factor, without the mark that ends all of them.
  private func level(
    _ sentence: SetupMatrixRules.Wording.Sentence, _ range: Range<Int>
  ) -> Grounded<String> {
    let words = sentence.words[range]
    var text = words.map(\.value).joined(separator: " ")
    if let last = text.last, ",.;".contains(last) { text.removeLast() }
    return Self.joined(words, text)
  }

  /// Words that stand side by side, as one value.
  private static func joined(
    _ words: ArraySlice<Grounded<String>>, _ text: String
  ) -> Grounded<String> {
    guard let first = words.first?.spans.first, let last = words.last?.spans.last else {
      return Grounded(text, [])
    }
    let start = first.bytes.lowerBound
    let end = min(last.bytes.upperBound, start + UInt32(clamping: text.utf8.count))
    return Grounded(text, [SourceSpan(first.source, start..<end)])
  }

  var matrix: SetupMatrix {
    var setups: [SetupMatrix.Setup] = []
    var known: [[String]: Int] = [:]
    for sentence in wording.sentences {
      let levels = factors.map { level(sentence, $0[0]) }
      let key = levels.map(\.value)
      if let same = known[key] {
        setups[same].requirements[0].append(sentence.id)
      } else {
        known[key] = setups.count
        setups.append(SetupMatrix.Setup(levels: levels, requirements: [[sentence.id]]))
      }
    }
    return SetupMatrix(demands: [SetupMatrix.Demand(pieces: pieces)], setups: setups)
  }

  private var pieces: [SetupMatrix.Demand.Piece] {
    var pieces: [SetupMatrix.Demand.Piece] = []
    var shared: [Grounded<String>] = []
    func close() {
      guard !shared.isEmpty else { return }
      let text = shared.map(\.value).joined(separator: " ")
      pieces.append(.words(Self.joined(shared[...], text)))
      shared = []
    }
    for index in wording.isShared.indices {
      if wording.isShared[index] {
        shared.append(wording.first[index])
      } else if let factor = factors.firstIndex(where: { $0.contains { $0.lowerBound == index } }) {
        close()
        pieces.append(.factor(factor))
      }
    }
    close()
    return pieces
  }
}
