internal import IR

/// The lines of a repository and the sentences of a paper, by what they say.
struct AnswerIndex {
  struct Unit {
    enum Kind {
      /// Of the paper.
      case sentence
      case statement
      /// The line at which a function or a type begins.
      case definition
      /// The line by which a function gives its value.
      case result
      /// Of the repository: documentation, a comment, what is only printed.
      case prose
    }

    let span: SourceSpan
    var kind: Kind
    /// The line of a file of the repository; nil for a sentence of the paper.
    var line: CodeReference? = nil
    /// Index in `Paper.sections`; nil for a line.
    var section: Int? = nil
    /// How much a match here counts: less in tests, in plots and in what is only told.
    var weight = 1.0
    /// In pieces of text.
    var length = 0
    /// The words that it says, as numbers of the vocabulary; so with the others.
    var own: [Int32] = []
    /// What a comment, a docstring or a help text says of it.
    var remarks: [Int32] = []
    /// Of the name that it gives a value, or that it defines, or whose value it is.
    var named: [Int32] = []
    /// Index in `scopes`: what is said of all that stands around it.
    var scope: Int32 = 0
    /// Index in `scopes`: the name of the type around it.
    var host: Int32 = 0
    /// Index in `scopes`: what the conditions, loops and sections say that it stands under.
    var block: Int32 = 0
    var numbers: [Double] = []
    /// The words of what its numbers are of, where its syntax says so.
    var owned: [(number: Double, owner: [Int32], isPlace: Bool)] = []
    /// How many entries the list has that it gives its name.
    var count: Double? = nil
    /// Whether no line says that count.
    var isCounted = false
    /// Whether it is the first of so many rows of one kind in a list of several kinds.
    var isRun = false
    /// Index in `fileNumbers`; nil for a sentence of the paper.
    var file: Int32? = nil
    /// How many units before and after it belong to the same file: two, one.
    var before: Int32 = 0
    var after: Int32 = 0
  }

  private(set) var units: [Unit] = []
  /// The words of paths, of enclosing definitions and of titles of sections.
  private(set) var scopes: [[Int32]] = [[]]
  private var vocabulary: [String: Int32] = [:]
  private var sayings: [[Int32]] = []
  /// How many units say a word or stand in a scope that does.
  private var reach: [Int32] = []
  private var numbers: [Double: [Int32]] = [:]
  private var names: [String: [Int32]] = [:]
  /// All that is set to some number, in ascending order.
  private var ascending: [Double] = []
  /// The numbers that stand anywhere in each file.
  private var fileNumbers: [Set<Double>] = []
  /// So with words.
  private var fileWords: [Set<Int32>] = []

  static let unitLimit = 400_000

  init(view: PaperView?, atoms: Atoms, repository: Repository?, sources: SourceMap) {
    if let view {
      let titles = view.paper.sections.map { scope(of: Terms($0.title.value).words) }
      for atom in atoms.atoms {
        var unit = Unit(span: atom.span, kind: .sentence, section: atom.section)
        if titles.indices.contains(atom.section) { unit.scope = titles[atom.section] }
        append(unit, Terms(view.text(of: atom.span)))
      }
    }
    if let repository, let source = sources[repository.source] {
      CodeUnits(repository, source).add(to: &self)
    }
    ascending = numbers.keys.sorted()
  }

  /// Takes a unit in, with what it says itself.
  mutating func append(_ unit: Unit, _ terms: Terms) {
    guard units.count < Self.unitLimit else { return }
    var unit = unit
    let number = Int32(clamping: units.count)
    unit.length = terms.pieces.count { $0 != .close }
    unit.own = self.numbers(of: terms.words)
    unit.numbers = Array(Set(terms.numbers).union(unit.numbers)).sorted()
    for word in unit.own { sayings[Int(word)].append(number) }
    for word in Set(unit.own).union(scopes[Int(unit.scope)]) { reach[Int(word)] += 1 }
    for value in unit.numbers { numbers[value, default: []].append(number) }
    if let file = unit.file {
      fileNumbers[Int(file)].formUnion(unit.numbers)
      fileWords[Int(file)].formUnion(unit.own)
    }
    for name in Set(terms.names.flatMap(Self.parts)) { names[name, default: []].append(number) }
    units.append(unit)
  }

  /// The number by which the units of one more file name it.
  mutating func addFile() -> Int32 {
    fileNumbers.append([])
    fileWords.append([])
    return Int32(clamping: fileNumbers.count - 1)
  }

  /// What the unit has beside it, once all of its file are known.
  mutating func setSurroundings(of unit: Int, before: Int, after: Int) {
    units[unit].before = Int32(clamping: before)
    units[unit].after = Int32(clamping: after)
  }

  /// The words as numbers of the vocabulary, which grows by them; in ascending order.
  mutating func numbers(of words: Set<String>) -> [Int32] {
    words.map { word in
      if let known = vocabulary[word] { return known }
      let number = Int32(clamping: sayings.count)
      vocabulary[word] = number
      sayings.append([])
      reach.append(0)
      return number
    }.sorted()
  }

  mutating func scope(of words: Set<String>) -> Int32 {
    scopes.append(numbers(of: words))
    return Int32(clamping: scopes.count - 1)
  }

  /// The name and what it holds: `goal-reaching` of `goal-reaching-reward`.
  private static func parts(of name: String) -> [String] {
    let parts = name.split(separator: "-")
    guard (2...8).contains(parts.count) else { return [name] }
    var names: [String] = []
    for start in 0..<(parts.count - 1) {
      for end in (start + 2)..<(parts.count + 1) {
        names.append(parts[start..<end].joined(separator: "-"))
      }
    }
    return names + [name]
  }

  // MARK: Looking up

  var wordCount: Int { sayings.count }

  /// Nil for what no input says.
  func number(of word: String) -> Int32? {
    vocabulary[word].flatMap { sayings[Int($0)].isEmpty && reach[Int($0)] == 0 ? nil : $0 }
  }
  /// The units that say a word, in their order; so with the others.
  func units(saying word: Int32) -> [Int32] { sayings[Int(word)] }
  func units(holding value: Double) -> [Int32] { numbers[value] ?? [] }
  func units(naming name: String) -> [Int32] { names[name] ?? [] }

  /// Whether the file of a unit has a number somewhere.
  func fileHolds(_ value: Double, around unit: Int) -> Bool {
    units[unit].file.map { fileNumbers[Int($0)].contains(value) } ?? false
  }

  /// Whether the file of a unit says a word somewhere.
  func fileSays(_ word: Int32, around unit: Int) -> Bool {
    units[unit].file.map { fileWords[Int($0)].contains(word) } ?? false
  }

  /// The numbers of the inputs that a fraction stands for: `0.33` for itself and for `0.3333`. Only
  /// fractions of two decimals and more are taken to be rounded.
  func numbers(roundedTo value: Double) -> [Double] {
    let text = "\(abs(value))"
    guard let point = text.firstIndex(of: "."), !text.contains("e") else { return [value] }
    let decimals = text.distance(from: point, to: text.endIndex) - 1
    guard (2...6).contains(decimals) else { return [value] }
    let half = (0..<decimals).reduce(0.5) { half, _ in half / 10 }
    var low = 0
    var high = ascending.count
    while low < high {
      let middle = (low + high) / 2
      if ascending[middle] < value - half { low = middle + 1 } else { high = middle }
    }
    return [value] + ascending[low...].prefix { $0 < value + half }.filter { $0 != value }
  }
  /// How many say it or stand where it is said.
  func reach(of word: Int32) -> Int { Int(reach[Int(word)]) }

  /// How much it tells that so many units have something: the fewer, the more.
  func worth(ofHaving count: Int) -> Double {
    Self.logarithm(Double(units.count + 2) / Double(count + 1))
  }

  /// The most that anything can tell.
  var greatestWorth: Double { Self.logarithm(Double(units.count + 2)) }

  /// The binary logarithm, near enough to compare by.
  static func logarithm(_ value: Double) -> Double {
    guard value >= 1, value.isFinite else { return 0 }
    return Double(value.exponent) + (value.significand - 1)
  }
}
