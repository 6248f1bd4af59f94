internal import IR

/// How the opening of a paper says what is missing, beside the cues that hold anywhere.
enum ProblemCues {
  static let gaps = CueTable([
    Cue(
      "unfortunately|regrettably", .gap, weight: 2,
      matches: "Unfortunately, weighing twice takes the night.", ignores: "The fortune is small."),
    Cue(
      "is|are|be|become|becomes|remain|remains|prove|proves ... cumbersome|infeasible|impractical|intractable|prohibitive|prohibitively|unrealistic|unreliable|brittle|unstable",
      .gap, weight: 2,
      matches: "A room of scales is cumbersome.", ignores: "A cumbersome room is full."),
    Cue(
      "downside|downsides|hurdle|hurdles|obstacle|obstacles", .gap, weight: 2,
      matches: "The downside is that scales drift.", ignores: "The side is down."),
    Cue(
      "expensive|costly|difficult|hard|challenging to|at|for", .gap, weight: 2,
      matches: "Scales are costly to build.", ignores: "The costly scale is red."),
    Cue(
      "degrade|degrades|deteriorate|deteriorates|collapse|collapses ... when|under|on|in|with",
      .gap,
      weight: 2,
      matches: "Readings degrade in the rain.", ignores: "The grade is high."),
    Cue(
      "need|demand for|to", .gap, weight: 1,
      matches: "There is a need for calm scales.", ignores: "Scales need care."),
    Cue(
      "rarely|seldom|hardly|overlooked|neglected|underexplored|understudied", .gap, weight: 2,
      matches: "Damp marbles are rarely weighed.", ignores: "A rare marble rolls."),
  ])

  /// How much a sentence says that something is missing.
  static func weight(of words: CueWords, in atom: Atom) -> Int {
    gaps.matches(in: words).reduce(atom.weight(of: .gap)) { $0 + gaps.rows[$1].weight }
  }

  /// How what is known is set against what is not.
  static let turns = CueTable([
    Cue(
      "^ however|yet|but|still|nevertheless|nonetheless|although|though|while|despite|instead",
      .gap,
      weight: 2,
      matches: "However, wet pans swing.", ignores: "Wet pans swing."),
    Cue(
      "but|yet|however|although|though|whereas|despite", .gap, weight: 1,
      matches: "Pans are flat, but swing.", ignores: "Flat pans swing."),
    Cue(
      "no|not|nor|nothing|none|never|cannot|without|neither|hardly|few", .gap, weight: 1,
      matches: "Pans never swing.", ignores: "Pans swing."),
  ])

  /// What a paper does about a gap, and gaps that others have closed.
  static let vetoes = CueTable([
    Cue(
      "we|paper|work|article|study apply|address|addresses|tackle|tackles|focus|focuses|hope|aim|aims|release|are",
      .contribution, weight: 1,
      matches: "In this paper, we address the drift of scales.",
      ignores: "Scales address the drift of marbles."),
    Cue(
      "our result|results|contribution|contributions|approach|method|goal", .contribution,
      weight: 1,
      matches: "Our result is no reproach.", ignores: "The result is ours."),
    Cue(
      "the|main|key contribution|contributions is|are|of", .contribution, weight: 1,
      matches: "The contribution is an open question.", ignores: "A contribution was paid."),
    closing,
    Cue(
      "^ to address|tackle|overcome|mitigate|alleviate|solve|remedy|circumvent|avoid|combat",
      .claim,
      weight: 1,
      matches: "To address this challenge, pans were made flat.", ignores: "Challenges abound."),
  ])

  /// What a proposal rests on: one that names no means is an announcement, not an idea.
  static let means = CueTable([
    Cue(
      "propose|proposes|introduce|introduces|present|presents|develop|develops ... ... ... by|via|through|using|leveraging|exploiting|based|instead|rather|where|which|that",
      .contribution, weight: 1,
      matches: "We propose a sorter of wet marbles by weight.",
      ignores: "We propose a sorter of marbles."),
    Cue(
      "which|that|to ... leverage*|exploit*|combin*|integrat*|inject*|decoupl*|replac*|represents|convert*|transform*|treat*|eliminat*|encod*|introduces|reus*|uses|learns|jointly",
      .contribution, weight: 1,
      matches: "We propose a sorter that combines two pans.",
      ignores: "We propose a combination of pans."),
  ])

  /// Openings that speak of what was done elsewhere or is told later.
  static let listings = CueTable([
    Cue(
      "we ... present|report|provide|conduct|perform ... results|experiments|evaluation|evaluations|analysis",
      .claim, weight: 1,
      matches: "We present results for three sorters.", ignores: "We present a sorter."),
    Cue(
      "^ in|see section|sections|appendix|chapter", .claim, weight: 1,
      matches: "In Section 4, we present the sorter.", ignores: "We present a section."),
    Cue(
      "rest|remainder|structure|organization|organisation of ... paper|work|article|thesis",
      .claim, weight: 1,
      matches: "The rest of this paper is on sorters.", ignores: "The rest of the marbles."),
    Cue(
      "^ for example|instance", .claim, weight: 1,
      matches: "For example, one sorter slept.", ignores: "We give an example."),
    Cue(
      "following|follows|below", .claim, weight: 1,
      matches: "Our contributions are the following.", ignores: "Our contributions are two."),
  ])

  /// How works of others are told as tries.
  static let attempts = CueTable([
    Cue(
      "method|methods|approach|approaches|technique|techniques|algorithm|algorithms|strategy|strategies|scheme|schemes|solution|solutions",
      .claim, weight: 1,
      matches: "Several methods weigh in calm rooms [3].", ignores: "Marbles are red [3]."),
    Cue(
      "propos*|introduc*|attempt*|tried|tries|address*|tackl*|alleviat*|mitigat*|circumvent*|use|used|uses|employ*|learn*|reduc*",
      .claim, weight: 1,
      matches: "Old sorters used calm rooms [3].", ignores: "Rooms are calm [3]."),
  ])

  /// That others have closed a gap.
  static let closings = CueTable([closing])

  private static let closing = Cue(
    "has|have been ... addressed|solved|tackled|overcome|resolved|mitigated|alleviated", .claim,
    weight: 1,
    matches: "This challenge has been addressed by calm rooms.",
    ignores: "This challenge has been ignored.")
}
