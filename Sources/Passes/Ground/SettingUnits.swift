internal import IR

// Settings whose number is joined to its unit, or that a verb names: `a 20-ms window`, `sampled at
// 16 kHz`, `trained for 10 million frames`.

extension SettingSentence {
  /// What is counted in the noun that follows.
  private static let counts: WordSet = [
    "channel", "point", "frame", "bit", "hop", "tap", "bin", "band", "token", "qubit", "pixel",
    "dim", "gram",
  ]
  private static let longestNoun = 3

  /// Changes, which come out: `a 4-dB drop`.
  private static let changes: WordSet = [
    "drop", "gain", "gains", "improvement", "improvements", "increase", "decrease", "reduction",
    "loss", "error", "difference", "margin", "advantage", "degradation", "better", "worse",
  ]

  /// Numbers joined to a unit with the noun that they measure: `a 20-ms analysis window`, `a
  /// 64-channel filterbank`.
  func measurements() -> [(name: Name, value: Range<Int>)] {
    words.words.indices.compactMap { index in
      let word = words[index]
      guard word.lower.first?.isASCIIDigit == true, !word.isLast,
        let hyphen = word.lower.utf8.firstIndex(of: UInt8(ascii: "-")),
        SettingValue.isNumber(String(word.lower[..<hyphen])),
        words.has(Vocabulary.acts, before: index, within: 4),
        let noun = nounPhrase(from: index + 1),
        !noun.contains(where: { Self.changes.contains(words[$0].lower) })
      else { return nil }
      let unit = String(word.lower[hyphen...].dropFirst())
      let name = Name(row: row(named: noun, "data"), words: noun)
      if SettingValue.units.contains(unit) { return (name, word.bytes) }
      guard Self.counts.contains(unit) else { return nil }
      let length = word.lower[..<hyphen].utf8.count
      return (
        Name(row: name.row, words: noun, qualifier: index..<(index + 1)),
        word.bytes.lowerBound..<(word.bytes.lowerBound + length)
      )
    }
  }

  /// The nouns up to where their phrase ends.
  private func nounPhrase(from start: Int) -> Range<Int>? {
    var end = start
    while end < words.words.count, end - start < Self.longestNoun {
      let word = words[end]
      guard !word.isFirst, !Vocabulary.stops.contains(word.lower),
        !Vocabulary.links.contains(word.lower), word.lower.allSatisfy({ $0.isLetter || $0 == "-" })
      else { break }
      end += 1
      if word.isLast { break }
    }
    return end > start ? start..<end : nil
  }

  private static let sampling: WordSet = [
    "sampled", "resampled", "re-sampled", "downsampled", "down-sampled", "upsampled", "recorded",
    "digitized", "digitised",
  ]
  private static let frequencies: WordSet = ["hz", "khz", "mhz"]

  /// How often a signal is measured: `sampled at 16 kHz`.
  func samplingRates() -> [(name: Name, value: Range<Int>)] {
    values.compactMap { value in
      let unit = value.words.upperBound - 1
      let link = value.words.lowerBound - 1
      guard Self.frequencies.contains(words[unit].lower),
        words.lower(link) == "at" || words.lower(link) == "to",
        Self.sampling.contains(words.lower(link - 1))
      else { return nil }
      return (
        Name(row: plain("Sampling rate", "data"), words: (link - 1)..<link), value.bytes
      )
    }
  }

  private static let seen: WordSet = [
    "frames", "tokens", "transitions", "interactions", "timesteps", "samples", "examples",
    "images", "games", "words", "episodes",
  ]
  private static let training: WordSet = ["train", "trained", "training", "trains", "pre-trained"]

  /// How much a model saw: `trained for a total of 10 million frames`.
  func trained(over value: SettingValue) -> Name? {
    let start = value.words.upperBound
    guard value.isCount, !value.isSpelled, !words[start - 1].isLast,
      words.has(["for"], before: value.words.lowerBound, within: 5),
      words.has(Self.training, before: value.words.lowerBound, within: 8),
      let noun = (start..<min(start + 3, words.words.count)).first(where: {
        Self.seen.contains(words[$0].lower)
      })
    else { return nil }
    let range = start..<(noun + 1)
    return Name(row: plain("Training length"), words: range, qualifier: range)
  }
}
