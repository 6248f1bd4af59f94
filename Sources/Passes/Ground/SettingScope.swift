internal import IR

/// What a value of a sentence is for: a model, a data set, a part of the method.
///
/// Scopes are words of the paper; a value without one holds for all that its section tells of.
struct SettingScope {
  private let words: SettingWords
  private typealias Vocabulary = SettingVocabulary

  init(_ words: SettingWords) { self.words = words }

  /// The words that narrow the value which ends before `end`, as ranges of words.
  func ranges(behind end: Int, of name: Range<Int>) -> [Range<Int>] {
    let found = behind(end) ?? leading ?? subject
    // `For dropout, we use a rate of 0.1` says no more than the name.
    let isName = found.map { range in
      range.dropFirst().allSatisfy { index in
        name.contains { words[$0].lower == words[index].lower }
      }
    }
    return isName == false ? [found].compactMap { $0 } : []
  }

  private static let longest = 6
  private static let openers: WordSet = ["for", "on"]
  private static let fillers: WordSet = [
    "it", "this", "that", "these", "those", "each", "which", "all", "both", "every", "example",
    "instance", "more", "up", "them", "further", "details", "simplicity", "total", "average",
    "reference", "comparison", "eq", "eqs", "equation",
  ]

  /// `for GPT-2 small` of `6e-4 for GPT-2 small and 1e-4`.
  private func behind(_ end: Int) -> Range<Int>? {
    // A unit or noun may stand between: `100 epochs for MNIST`.
    var start = end
    while start < words.words.count, start - end < 4, !Self.openers.contains(words[start].lower) {
      if words[start - 1].isLast || Vocabulary.stops.contains(words[start].lower) { return nil }
      start += 1
    }
    guard start < words.words.count, start - end < 4, !words[start - 1].isLast else { return nil }
    return extent(from: start)
  }

  /// `For the base model,` at the head of a sentence.
  private var leading: Range<Int>? {
    guard let first = words.words.first, Self.openers.contains(first.lower),
      let end = words.words.indices.prefix(9).dropFirst(2).first(where: {
        words[$0].lower == "we" || words[$0].isFirst || words[$0 - 1].after.contains(",")
      }), isScope(1..<end)
    else { return nil }
    return 0..<end
  }

  /// A `leading` that names a model or data: the sentences that follow may be about it too.
  var opening: Range<Int>? {
    leading.flatMap { range in
      range.contains { index in
        let word = words[index].lower
        return Self.systems.contains(word) || Self.data.contains(word)
          || Self.isProperName(words.text(words.bytes(index..<(index + 1)))[...])
      } ? range : nil
    }
  }

  private static let data: WordSet = [
    "dataset", "datasets", "data", "corpus", "corpora", "benchmark", "benchmarks", "task", "tasks",
    "domain", "environment", "environments",
  ]

  /// The words behind an opener up to where their clause ends.
  private func extent(from start: Int) -> Range<Int>? {
    var end = start + 1
    while end < words.words.count {
      // A phrase that goes on is no name of anything.
      guard end - start <= Self.longest else { return nil }
      let word = words[end]
      if [
        "and", "or", "with", "which", "that", "using", "to", "we", "where", "by", "in", "when",
        "while", "as", "but", "is", "are", "from", "because", "for", "since", "after", "during",
        "at", "over", "it", "was", "were",
      ].contains(word.lower) {
        break
      }
      if word.isFirst { break }
      end += 1
      if word.isLast { break }
    }
    let range = (start + 1)..<end
    return isScope(range) ? start..<end : nil
  }

  private func isScope(_ range: Range<Int>) -> Bool {
    guard let first = range.first, !Self.fillers.contains(words[first].lower) else { return false }
    return !range.contains { index in
      SettingValue.isNumber(words[index].lower) || Self.units.contains(words[index].lower)
        || words[index].lower.hasPrefix("gpu")
    }
  }

  private static let units: WordSet = [
    "epochs", "steps", "iterations", "hours", "days", "minutes", "updates", "gpu", "gpus",
    "training",
    "example", "instance",
  ]

  private static let systems: WordSet = [
    "model", "models", "network", "networks", "agent", "agents", "predictor", "classifier",
    "encoder", "decoder", "generator", "discriminator", "critic", "actor", "policy", "teacher",
    "student", "baseline", "baselines", "transformer", "autoencoder", "learner", "head", "probe",
    "net", "retriever", "reader", "mlp",
  ]
  private static let verbs: WordSet = [
    "was", "were", "is", "are", "uses", "use", "used", "has", "consists", "have",
  ]

  /// `The big models` of `The big models were trained for 3 days`.
  private var subject: Range<Int>? {
    guard ["the", "our"].contains(words.lower(0)),
      let verb = words.words.prefix(7).firstIndex(where: { Self.verbs.contains($0.lower) }),
      verb >= 3, Self.systems.contains(words[verb - 1].lower), !words[verb - 1].isLast,
      !(1..<verb).contains(where: { Vocabulary.stops.contains(words[$0].lower) })
    else { return nil }
    return 0..<verb
  }

  // MARK: Sections

  /// The title of a section that names a model or data set: `BERT`, `CIFAR-10`.
  static func section(_ index: Int, in view: PaperView) -> Grounded<String>? {
    let title = view.paper.sections[index].title
    // Where titles are set in capitals, capitals tell no names.
    let isCapital = !title.value.contains { $0.isLowercase }
    guard index > 0, title.value.utf8.count < 60,
      title.value.split(separator: " ").contains(where: { word in
        isProperName(word) && (!isCapital || word.contains(where: \.isNumber))
      })
    else { return nil }
    return title
  }

  private static let acronyms: WordSet = [
    "GPU", "LR", "II", "III", "IV", "ML", "RL", "AI", "NLP", "API",
  ]

  private static func isProperName(_ word: Substring) -> Bool {
    guard word.first?.isLetter == true else { return false }
    let letters = word.count { $0.isLetter }
    let capitals = word.count { $0.isUppercase }
    let digits = word.count { $0.isNumber }
    return letters > 1 && !acronyms.contains(String(word))
      && (digits > 0 || capitals >= 2 && word.dropFirst().contains { $0.isUppercase })
  }
}
