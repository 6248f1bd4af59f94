internal import IR

/// What sentences say of one part of a method: what goes in, what comes out, what it is joined to and
/// why it is as it is.
///
/// A sentence that only has the word `input` or `output` may be about anything; one is taken where the
/// part is what takes or gives, or where the words name its input or output as such.
struct ComponentFields {
  private let own: [Atom]
  private let purpose: [SourceSpan]
  private let head: String
  private let view: PaperView

  /// - Parameters:
  ///   - name: of the part.
  ///   - purpose: the sentence that says what it is for.
  ///   - own: the sentences on it.
  init(_ name: String, besides purpose: [SourceSpan], _ own: [Atom], _ view: PaperView) {
    self.own = own.filter { atom in
      let words = view.sentence(atom.span).words
      return Speaker(words, cites: !atom.citations.isEmpty) != .others
        && atom.weight(of: .result) + atom.weight(of: .comparison) < 3
    }
    self.purpose = purpose
    self.view = view
    head = Self.head(of: name)
  }

  var inputs: Stated<String> { stated(Self.taking, or: Self.inputs) }
  var outputs: Stated<String> { stated(Self.giving, or: Self.outputs) }
  var interactions: Stated<String> {
    sentence { !Self.joining.matches(in: $0).isEmpty }
  }

  var choices: Stated<String> {
    let chosen = own.first { atom in
      let words = view.sentence(atom.span).words
      return atom.weight(of: .choice) + atom.weight(of: .heuristic) >= 3
        && (MethodActs.tell(words) || !Self.choosing.matches(in: words).isEmpty)
    }
    return Stated(chosen.map { view.grounded($0.span) })
  }

  private static func head(of name: String) -> String {
    Plurals.singular(name.lowercase.parts(between: " -").last.map(String.init) ?? "")
  }

  private func stated(_ verbs: CueTable, or nouns: CueTable) -> Stated<String> {
    sentence { words in
      isSubject(of: words) && !verbs.matches(in: words).isEmpty
        || !nouns.matches(in: words).isEmpty
    }
  }

  private func sentence(where tells: (CueWords) -> Bool) -> Stated<String> {
    let found = own.filter { tells(view.sentence($0.span).words) }
    // Another sentence than the purpose says more.
    let best = found.first { !purpose.contains($0.span) } ?? found.first
    return Stated(best.map { view.grounded($0.span) })
  }

  private static let longestSubject = 6

  /// Whether a sentence begins with the part.
  private func isSubject(of words: CueWords) -> Bool {
    let lead = words.first(Self.longestSubject)
    return lead.first == "it" || lead.contains { Plurals.singular($0) == head }
  }

  static let taking = CueTable([
    Cue(
      "takes|receives|accepts|reads|consumes a|an|the|as|both|its|one|two|three|in",
      .method, weight: 1, matches: "The sorter takes a marble.", ignores: "It takes time.")
  ])

  static let inputs = CueTable([
    Cue(
      "as input|inputs", .method, weight: 1, matches: "It has marbles as input.",
      ignores: "The input is a marble."),
    Cue(
      "^ the|its|this|each input|inputs to|of|is|are|consists|comprises|comprise|for", .method,
      weight: 1, matches: "The input to this sorter is a marble.", ignores: "The input marble."),
    Cue(
      "input|inputs to the|this|our|its", .method, weight: 1,
      matches: "At night, the input to the sorter is dark.", ignores: "An input to a sorter."),
  ])

  static let giving = CueTable([
    Cue(
      "outputs|returns|produces|generates|predicts|emits a|an|the|one|its|two|three",
      .method, weight: 1, matches: "The sorter returns a marble.", ignores: "The marble returns."),
    Cue(
      "as input and yields|returns|outputs|gives", .method, weight: 1,
      matches: "It takes a marble as input and yields its weight.", ignores: "It yields marbles."),
  ])

  static let outputs = CueTable([
    Cue(
      "^ the|its|this|final output|outputs is|are|consists|comprises", .method, weight: 1,
      matches: "The output is a marble.", ignores: "The output marble."),
    Cue(
      "output|outputs of the|this|our|its|each ... is|are", .method, weight: 1,
      matches: "The output of each sorter is a marble.", ignores: "An output of a sorter."),
  ])

  /// A choice that is no act of the authors.
  static let choosing = CueTable([
    Cue(
      "we prefer|preferred|favour|favor|opt|opted", .choice, weight: 1,
      matches: "We prefer damp marbles to dry ones.", ignores: "Marbles prefer the dark."),
    Cue(
      "is|are clipped|shared|fixed|tied|frozen|normalized|normalised|initialized|initialised|padded"
        + "|masked|scaled|truncated|replaced", .choice, weight: 1,
      matches: "To keep out rain, marbles are clipped.", ignores: "It clipped the marbles."),
  ])

  static let joining = CueTable([
    Cue(
      "followed|preceded by", .method, weight: 1, matches: "It is followed by the sorter.",
      ignores: "It follows the sorter."),
    Cue(
      "fed|passed|forwarded|sent|connected|routed to|into|through", .method, weight: 1,
      matches: "The marble is fed into the sorter.", ignores: "The sorter feeds."),
  ])
}
