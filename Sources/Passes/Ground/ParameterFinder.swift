package import IR

/// Finds the values that sentences give to parameters.
package struct ParameterFinder: Sendable {
  let view: PaperView

  package struct Finding: Sendable {
    package let row: ParameterName
    /// As the sentence says it.
    package let name: Grounded<String>
    package let value: Grounded<String>
    /// Words that narrow the name or say it otherwise: what stands before it, its symbol.
    package var qualifier: Grounded<String>?
    /// Words that say what the value is for.
    package var scope: [Grounded<String>] = []
  }

  /// What a sentence is known to be beside its words.
  package struct Context: Sendable {
    /// Counts of a sentence that reports a result are what came out: `after 1923 steps`.
    package var reportsResult = false
    /// Whether it speaks of what was set, so that symbols and plain nouns are settings.
    package var configures = true
    /// What the sentence before it set last: `We use 0.01 instead.`
    package var last: ParameterName?
    /// Whether only a usual name right before a value makes it a setting: of a sentence that has no
    /// other word of settings.
    package var knownOnly = false
    /// Captions tell of results: only what has a usual name is a setting there.
    package var isCaption = false
    /// Whether it stands under one panel of a figure and says what sets it apart from the others.
    package var isPanel = false

    package init(
      reportsResult: Bool = false, configures: Bool = true, last: ParameterName? = nil,
      knownOnly: Bool = false, isCaption: Bool = false, isPanel: Bool = false
    ) {
      self.reportsResult = reportsResult
      self.configures = configures
      self.last = last
      self.knownOnly = knownOnly
      self.isCaption = isCaption
      self.isPanel = isPanel
    }
  }

  /// In the order of the sentence.
  package func findings(in sentence: SourceSpan, _ context: Context = Context()) -> [Finding] {
    let words = SettingWords(view.text(of: sentence), without: citations(in: sentence))
    let reader = SettingSentence(words)
    let scope = SettingScope(words)
    let distribution = SettingDistribution(reader)
    var found: [Finding] = []
    var last: (value: SettingValue, name: SettingSentence.Name)?
    for value in reader.values {
      let own = distribution.names[value.words.lowerBound]
      let names =
        distribution.governs(value)
        ? own.map { [$0] } ?? [] : names(of: value, in: reader, context, after: last)
      guard let first = names.first else { continue }
      last = (value, first)
      for name in names {
        let scopes =
          distribution.scopes[value.words.lowerBound].map { [$0] }
          ?? scope.ranges(behind: value.words.upperBound, of: name.words)
        found.append(finding(name, value.bytes, scopes, words, sentence))
      }
    }
    if !context.knownOnly, !context.reportsResult {
      for (name, value) in reader.compounds(configured: context.configures) {
        found.append(finding(name, value, [], words, sentence))
      }
    }
    if context.configures, !context.reportsResult {
      for (name, value) in reader.measurements() + reader.losses() {
        found.append(finding(name, value, [], words, sentence))
      }
    }
    if !context.isCaption, !context.knownOnly {
      for (name, value)
        in reader.shifts() + reader.samplingRates() + reader.repetitions() + reader.descents()
      {
        found.append(finding(name, value, [], words, sentence))
      }
    }
    if let milestones = reader.milestones() {
      found.append(finding(milestones.name, milestones.value, [], words, sentence))
    }
    for (name, value) in context.knownOnly ? [] : reader.choices() {
      found.append(
        finding(
          name, words.bytes(value), scope.ranges(behind: value.upperBound, of: name.words), words,
          sentence))
    }
    return found
  }

  private func names(
    of value: SettingValue, in sentence: SettingSentence, _ context: Context,
    after last: (value: SettingValue, name: SettingSentence.Name)?
  ) -> [SettingSentence.Name] {
    if !context.knownOnly, !context.reportsResult, !context.isCaption, !context.isPanel,
      let name = sentence.aside(value)
    {
      return [name]
    }
    if let name = sentence.name(before: value), context.configures || name.row.isKnown {
      return [name]
    }
    if context.isCaption {
      if let name = sentence.drawn(value) { return [name] }
      return sentence.noun(after: value).map { $0.row.isRepetition ? [$0] : [] } ?? []
    }
    if context.configures, let name = sentence.interval(value) { return [name] }
    if context.knownOnly { return [] }
    if let name = sentence.share(value) ?? sentence.normalization(value) ?? sentence.sweep(value)
      ?? sentence.tried(value)
    {
      return [name]
    }
    if let name = sentence.noun(after: value), !context.reportsResult || sentence.isHidden(name) {
      return [name]
    }
    if let name = sentence.aggregated(over: value) { return [name] }
    if !context.reportsResult,
      let name = sentence.generated(value) ?? sentence.drawn(value) ?? sentence.held(value)
    {
      return [name]
    }
    if context.configures {
      if let name = sentence.batched(value) ?? sentence.output(value)
        ?? sentence.trained(over: value)
      {
        return [name]
      }
      if !context.reportsResult, let name = sentence.symbolised(value) { return [name] }
      let symbols = sentence.symbols(before: value)
      if !symbols.isEmpty { return symbols }
    }
    if let name = sentence.name(after: value) { return [name] }
    if let last, let name = sentence.name(continuedBy: value, from: last.value, last.name) {
      return [name]
    }
    guard context.configures, !context.reportsResult else { return [] }
    if let name = sentence.made(by: value) ?? sentence.composed(value) ?? sentence.limit(value) {
      return [name]
    }
    if context.isPanel, let name = sentence.varied(value) { return [name] }
    if sentence.isBare(value), let row = last?.name.row ?? context.last, row.accepts(value) {
      let verb = value.words.lowerBound - 1
      let use = sentence.use(of: value)
      return [SettingSentence.Name(row: row, words: verb..<(verb + 1), qualifier: use)]
    }
    return []
  }

  private func finding(
    _ name: SettingSentence.Name, _ value: Range<Int>, _ scopes: [Range<Int>],
    _ words: SettingWords, _ sentence: SourceSpan
  ) -> Finding {
    func part(_ bytes: Range<Int>) -> Grounded<String> {
      Grounded(words.text(bytes), [sentence.narrowed(to: bytes)])
    }
    return Finding(
      row: name.row, name: part(words.bytes(name.words)), value: part(value),
      qualifier: name.qualifier.map { part(words.bytes($0)) },
      scope: scopes.map { part(words.bytes($0)) })
  }

  /// Where a sentence names works of the bibliography.
  private func citations(in sentence: SourceSpan) -> [Range<Int>] {
    let start = sentence.bytes.lowerBound
    let first = view.paper.citations.partitioningIndex { $0.span.bytes.upperBound > start }
    return view.paper.citations[first...].prefix {
      $0.span.bytes.lowerBound < sentence.bytes.upperBound
    }.map { citation in
      let bytes = citation.span.bytes.clamped(to: sentence.bytes)
      return Int(bytes.lowerBound - start)..<Int(bytes.upperBound - start)
    }
  }
}

extension ParameterName {
  /// Whether it is a row of the table rather than words of a paper.
  var isKnown: Bool { !spellings.isEmpty || !counted.isEmpty }

  /// Whether it says how often something was done over.
  var isRepetition: Bool { name == "Random seeds" || name == "Runs" }
}
