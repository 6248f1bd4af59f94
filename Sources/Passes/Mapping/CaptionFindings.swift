internal import IR

/// What a caption says that its table or figure shows: `The belt drops to 80% in the wind.`
///
/// The first sentence of most captions is a title, and many others tell how to read what is drawn.
enum CaptionFindings {
  /// - Parameter block: The paragraph that names the exhibit.
  static func atoms(of exhibit: Exhibit, block: Int, _ view: PaperView) -> [Atom] {
    let caption = view.text(of: exhibit.caption)
    let sentences = SentenceSplitter.spans(of: exhibit.caption, text: caption)
    return sentences.enumerated().compactMap { index, span in
      let words = view.sentence(span).words
      guard index > 0 || !FindingCues.assertions.matches(in: words).isEmpty, !isLegend(words) else {
        return nil
      }
      let atom = Atom(
        span: span, section: exhibit.section, block: block,
        roles: AtomRules.cues.roles(of: words), exhibits: [exhibit.label])
      return ClaimCandidate.strength(atom) >= leastStrength
        || FindingCues.weight(of: words) >= leastFinding ? atom : nil
    }
  }

  private static let leastStrength = 2
  private static let leastFinding = 3

  /// Whether a sentence says what is drawn how, or where, or how a value is to be read.
  private static func isLegend(_ words: CueWords) -> Bool {
    !legends.matches(in: words).isEmpty
      || words.hold("we") && !words.hold("that") && words.hold("show", "plot", "display", "list")
      || words.hold("bold", "bolded", "underlined", "shaded", "dashed", "clockwise")
      || words.first.map(sides.contains) ?? false || explainsMarks(words.words)
  }

  /// `Delta values show improvements.`, `Error bars are standard errors.`
  private static func explainsMarks(_ words: [String]) -> Bool {
    words.prefix(markReach).contains(where: colours.contains)
      || words.indices.prefix(markReach).contains { index in
        marks.contains(words[index])
          && words[(index + 1)...].prefix(2).contains(where: explanations.contains)
      }
  }

  private static let markReach = 4
  private static let colours: Set<String> = [
    "red", "green", "blue", "orange", "yellow", "purple", "grey", "gray", "pink", "brown", "cyan",
    "magenta", "background",
  ]
  private static let marks: Set<String> = [
    "value", "values", "cell", "cells", "entry", "entries", "number", "numbers", "column",
    "columns", "row", "rows", "bar", "bars", "star", "stars", "marker", "markers", "panel",
    "panels", "example", "examples", "line", "lines", "curve", "curves",
  ]
  private static let explanations: Set<String> = [
    "show", "shows", "indicate", "indicates", "denote", "denotes", "mean", "means", "represent",
    "represents", "is", "are", "refer", "refers", "correspond", "corresponds", "carries",
  ]

  private static let sides: Set<String> = [
    "left", "right", "top", "bottom", "middle", "center", "clockwise",
  ]

  /// How a table or figure is to be read.
  static let legends = CueTable([
    Cue(
      "in|are|is|for|with|of red|green|blue|orange|yellow|purple|grey|gray|black|pink|brown|cyan|magenta|parentheses|brackets|italics",
      .method, weight: 1,
      matches: "Cells in green are greater than the baseline.", ignores: "Red marbles are faster."),
    Cue(
      "^ higher|lower|larger|smaller|greater|positive|negative ... is|are|indicates|indicate|means|mean|denotes|represents better|worse|higher|lower|easier|harder|a|an|that|greater|more|less|improvement*",
      .method, weight: 1,
      matches: "Lower loss indicates easier sorting.", ignores: "The lower pan is a better one."),
  ])
}
