internal import IR

/// What a clause says of the work that it cites, for which ``CitingSentence/work`` stands.
package enum RelationCues {
  package struct Row: Sendable {
    let cue: Cue
    let relation: RelatedWork.Role
  }

  /// The heaviest row of each relation that a clause states.
  static func weights(_ clause: CueWords) -> [RelatedWork.Role: Int] {
    var weights: [RelatedWork.Role: Int] = [:]
    for index in table.matches(in: clause) {
      let row = rows[index]
      weights[row.relation] = max(weights[row.relation] ?? 0, row.cue.weight)
    }
    return weights
  }

  private static let table = CueTable(rows.map(\.cue))

  package static let rows = imports + extensions + comparisons + limits + refutations

  private static let imports: [Row] = [
    row(
      "we|i ... use*|adopt*|employ*|appl*|follow*|borrow*|take|utilize*|leverage* ... ... citedwork",
      .imports, 5,
      matches: "We use the two scales citedwork.", ignores: "We sort and citedwork weighs."),
    row(
      "we|i ... train*|fine-tune*|evaluat*|test*|initializ*|optimiz*|minimiz* ... ... citedwork",
      .imports, 4,
      matches: "We train the sorter with patience citedwork.", ignores: "They train, citedwork."),
    row(
      "is|are|was|were ... used|adopted|trained|implemented|initialized|optimized|computed|performed "
        + "... ... citedwork", .imports, 4,
      matches: "The sorter was trained with patience citedwork.",
      ignores: "The sorter was heavy citedwork."),
    row(
      "citedwork is|are|was|were used|adopted|employed|applied", .imports, 4,
      matches: "The scale citedwork is used.", ignores: "The scale citedwork is heavy."),
    row(
      "follow|follows|following ... ... citedwork", .imports, 5,
      matches: "Following the practice in citedwork we weigh twice.",
      ignores: "The work citedwork follows."),
    row(
      "as in|by|described|done|proposed|suggested|defined ... citedwork", .imports, 4,
      matches: "The marbles are washed as in citedwork.", ignores: "As marbles do, citedwork rolls."
    ),
    row(
      "adapted|adopted|taken|borrowed|obtained|inherited|reused|drawn from|of|by ... citedwork",
      .imports, 5,
      matches: "The scale is adapted from that of citedwork.", ignores: "The scale from citedwork."),
    row(
      "lemma|theorem|proposition|corollary|inequality|law|algorithm ... of|from|in|by ... citedwork",
      .imports, 4,
      matches: "It follows by Lemma 2 of citedwork.", ignores: "The lemma citedwork."),
    row(
      "implemented|written|built|coded|trained|optimized using|in|with|by ... citedwork", .imports,
      4,
      matches: "The sorter, written in a tongue of citedwork, waits.",
      ignores: "The tongue of citedwork waits."),
    row(
      "dataset|datasets|set|sets|corpus|corpora|benchmark|benchmarks|optimizer|tokenizer|library"
        + "|toolkit|framework|package|initialization|scheduler|simulator|environment citedwork",
      .imports, 4,
      matches: "We train on the marble dataset citedwork.", ignores: "The data citedwork is old."),
    row(
      "results|accuracy|performance|evaluat*|experiments on|over ... citedwork", .imports, 4,
      matches: "We show results on marbles citedwork.", ignores: "The results citedwork."),
    row(
      "similar|similarly|analogous|identical to ... citedwork", .imports, 3,
      matches: "We weigh twice, similar to citedwork.", ignores: "A similar day citedwork."),
    row(
      "call|called|named|name ... after ... ... ... citedwork", .imports, 4,
      matches: "We call it a law, after the rule citedwork.",
      ignores: "After that, citedwork weighs."),
    row(
      "foundation*|basis|inform* ... our|of|for", .imports, 3,
      matches: "The law of citedwork forms the foundation of sorting.",
      ignores: "The house of citedwork stands."),
  ]

  private static let extensions: [Row] = [
    row(
      "we|our|this|paper|work ... build|builds|extend*|generali* ... ... citedwork", .extends, 6,
      matches: "We build on the sorter of citedwork.", ignores: "They build citedwork."),
    row(
      "theorem|lemma|method|approach|it extends|generalizes ... ... citedwork", .extends, 6,
      matches: "Our method generalizes the rule of citedwork.",
      ignores: "The rule generalizes well."),
    row(
      "extension|variant|generalization|modification|variation|version of|on|to ... citedwork",
      .extends, 5,
      matches: "It is a variant of the sorter of citedwork.", ignores: "The variant is citedwork."),
    row(
      "inspired|motivated by|from ... ... citedwork", .extends, 6,
      matches: "It is inspired by the scales of citedwork.", ignores: "It inspires citedwork."),
    row(
      "inspiration from ... ... citedwork", .extends, 6,
      matches: "It draws inspiration from the scales of citedwork.",
      ignores: "Inspiration is citedwork."),
    row(
      "we ... build|extend|develop|generalize|refine ... this|their|that ... "
        + "approach|work|method|idea|model|network|framework", .extends, 6,
      matches: "It was shown by citedwork, and we develop this approach further.",
      ignores: "We develop a lamp."),
    row(
      "citedwork ... ... ... we|our ... extend*|generali*|develop|refine|improve", .extends, 5,
      matches: "The rule of citedwork is one that we develop further.",
      ignores: "We extend the table, citedwork."),
  ]

  private static let comparisons: [Row] = [
    row(
      "compar* ... with|to|against ... ... citedwork", .baseline, 6,
      matches: "We compare our sorter with that of citedwork.",
      ignores: "The comparison of citedwork ends."),
    row(
      "baseline|baselines ... citedwork", .baseline, 5,
      matches: "The baseline is the scale of citedwork.", ignores: "The base line citedwork."),
    row(
      "citedwork ... ... ... as ... baseline|baselines", .baseline, 6,
      matches: "The scale of citedwork serves as the baseline.", ignores: "citedwork and a line."),
    row(
      "outperform*|surpass*|exceed*|beat|beats ... ... citedwork", .baseline, 5,
      matches: "It outperforms the older sorter citedwork.", ignores: "It performs citedwork."),
    row(
      "better|faster|higher|lower|worse|smaller|larger|fewer|slower ... than ... ... citedwork",
      .baseline, 5,
      matches: "It is faster than the older sorter citedwork.", ignores: "It is better, citedwork."),
    row(
      "advantage*|improv*|gain|gains|speedup over ... ... citedwork", .baseline, 5,
      matches: "We see a gain over the scale of citedwork.", ignores: "We gain from citedwork."),
  ]

  /// What a sentence says that others did.
  private static let tellings =
    "propose*|introduc*|show|shows|showed|shown|study|studied|investigat*|demonstrat*|develop*|prove*"
    + "|present*|find|found|discuss*|explore*|consider*|suggest*|argue*"

  private static let limits: [Row] = [
    row(
      "unlike|contrast|contrasts|differs|differ|different to|with|from ... citedwork", .bounds, 6,
      matches: "In contrast to the rule of citedwork nothing waits.",
      ignores: "The contrast of citedwork is low."),
    row(
      "^ unlike ... citedwork", .bounds, 6,
      matches: "Unlike the rule of citedwork nothing waits.", ignores: "Like citedwork it waits."),
    row(
      "complementary|orthogonal|resemblance|similarities|related to|with|between ... citedwork",
      .bounds, 3,
      matches: "It has some resemblance to the scales of citedwork.",
      ignores: "A similar day citedwork."),
    row(
      "citedwork ... limited|fail*|suffer*|cannot|costly|expensive|inefficient|requires|require",
      .bounds, 4,
      matches: "The rule of citedwork fails on wet marbles.", ignores: "It fails; citedwork."),
    row(
      "omit*|leave|leaves|exclud* ... ... ... citedwork", .bounds, 5,
      matches: "We omit wet marbles as in the study of citedwork.",
      ignores: "citedwork leaves us."),
    row(
      "also ... studied|considered|explored|applied|investigated ... ... citedwork", .bounds, 4,
      matches: "Wet marbles are also studied by citedwork.", ignores: "It is also citedwork."),
    row(
      "concurrent|recent|recently|earlier|previous|prior|other ... ... citedwork", .bounds, 2,
      matches: "Earlier work on marbles citedwork weighs twice.",
      ignores: "The early days of citedwork."),
    row(
      "concurrent|recent|earlier|previous|prior|existing|other|many|several|various|additional|most|some"
        + " ... work|works|studies|methods|approaches|variants|techniques|strategies|research|efforts"
        + "|attempts|authors|papers", .bounds, 2,
      matches: "Many kinds of methods were tried, citedwork.", ignores: "Many marbles roll."),
    row(
      "line|body|lines of work|research|literature", .bounds, 2,
      matches: "A line of work weighs twice citedwork.", ignores: "A line of marbles."),
    row(
      "citedwork \(tellings)", .bounds, 2,
      matches: "citedwork proposed to weigh twice.", ignores: "We propose what citedwork is."),
    row(
      "citedwork also|first|recently|further|then|later|have|has \(tellings)", .bounds, 2,
      matches: "citedwork first proposed to weigh twice.", ignores: "citedwork first waits."),
    row(
      "work|works|methods|approaches|models|papers|studies in|on|such|like|including|of|by ... "
        + "citedwork", .bounds, 2,
      matches: "Methods such as citedwork weigh twice.", ignores: "Methods weigh citedwork."),
    row(
      "line|consistent|agreement with ... ... citedwork", .bounds, 4,
      matches: "This is in line with the findings of citedwork.",
      ignores: "A line of marbles, citedwork."),
    row(
      "related|similar|relevant|parallel|independent work|works|approach|approaches|effort|efforts",
      .bounds, 4,
      matches: "We became aware of related work citedwork.", ignores: "Related marbles roll."),
    row(
      "lower|upper|impossibility|hardness bound|bounds|result|results ... citedwork", .bounds, 3,
      matches: "A lower bound is known citedwork.", ignores: "The lower shelf citedwork."),
  ]

  private static let refutations: [Row] = [
    row(
      "contrary|contradict*|refute*|disprove* ... ... citedwork", .refutes, 7,
      matches: "Contrary to the claims of citedwork noise helps.",
      ignores: "A country for citedwork."),
    row(
      "citedwork ... does|do|did not ... hold|replicate|reproduce", .refutes, 7,
      matches: "The claim of citedwork does not hold here.", ignores: "Hold the citedwork."),
  ]

  private static func row(
    _ pattern: String, _ relation: RelatedWork.Role, _ weight: Int, matches: String, ignores: String
  ) -> Row {
    Row(
      cue: Cue(pattern, .comparison, weight: weight, matches: matches, ignores: ignores),
      relation: relation)
  }
}
