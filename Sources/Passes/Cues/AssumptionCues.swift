internal import IR

/// How papers say what they take for granted.
package enum AssumptionCues {
  package static let table = CueTable([
    Cue(
      "we|i|one|we'll|i'll ... assume|assumed|suppose|presume", .assumption, weight: 3,
      matches: "We assume that noise is symmetric.", ignores: "Nothing is known."),
    Cue(
      "^ assume|suppose|assuming", .assumption, weight: 3,
      matches: "Suppose that noise is symmetric.", ignores: "Noise is symmetric."),
    Cue(
      "assume|suppose that", .assumption, weight: 3,
      matches: "Readings add up, and assume that noise is symmetric.",
      ignores: "That noise is symmetric."),
    Cue(
      "let us|now assume|suppose", .assumption, weight: 3,
      matches: "Let us assume symmetry.", ignores: "Let us go."),
    Cue(
      "also|further|additionally|and assume|suppose", .assumption, weight: 3,
      matches: "Also suppose noise to be small.", ignores: "They also ran."),
    Cue(
      "assuming that|the|a|an|all|no|both|access|independence|tacitly", .assumption, weight: 3,
      matches: "It holds assuming the noise is small.", ignores: "He is unassuming."),
    Cue(
      "is|are|be|was|were ... assumed to|that|as|known|given", .assumption, weight: 3,
      matches: "Noise is assumed to be small.", ignores: "He assumed power."),
    Cue(
      "our|the|this|paper|method|analysis|model|approach|proof|bound|theorem|framework|it assumes",
      .assumption, weight: 3,
      matches: "Our method assumes dry marbles.", ignores: "He assumes power."),
    Cue(
      "under ... assumption|assumptions|hypothesis", .assumption, weight: 3,
      matches: "Under the assumption of symmetry it holds.", ignores: "Under the table it is dark."),
    Cue(
      "assumption|assumptions is|are|made|here that|is", .assumption, weight: 3,
      matches: "The assumption is that noise is small.", ignores: "He assumed power."),
    Cue(
      "our|key|main|central|following|underlying|standard|mild|additional assumption|assumptions",
      .assumption, weight: 3,
      matches: "Our assumptions are two.", ignores: "He assumed power."),
    Cue(
      "for simplicity|convenience|tractability|concreteness ... consider|treat|ignore|neglect|restrict|focus|take|fix",
      .assumption, weight: 3,
      matches: "For simplicity we treat the pan as flat.", ignores: "For simplicity we write w."),
    Cue(
      "without loss of generality", .assumption, weight: 3,
      matches: "Without loss of generality the threshold is zero.", ignores: "Without loss he won."),
    Cue(
      "is|are|be|being ... i.i.d|iid", .assumption, weight: 3,
      matches: "The readings are i.i.d. normal.", ignores: "The readings are red."),
    Cue(
      "independent and identically distributed", .assumption, weight: 3,
      matches: "The noise is independent and identically distributed.",
      ignores: "The noise is distributed."),
    Cue(
      "are|is|be mutually|pairwise|conditionally|statistically independent", .assumption, weight: 3,
      matches: "The readings are mutually independent.", ignores: "The readings are red."),
    Cue(
      "is|are|be|was|were|being approximated|idealized by|as|with|using",
      .assumption,
      weight: 3,
      matches: "The drift is approximated by a line.", ignores: "The drift is a line."),
    Cue(
      "treat*|regard|regarded|regarding ... as ... constant|constants|fixed|known|given|independent|deterministic|identical|uniform|linear|negligible|black-box|perfect|ideal",
      .assumption, weight: 3,
      matches: "We treat the wind as constant.", ignores: "We treat marbles well."),
  ])

  /// Steps of proofs that fall back on an assumption made before, and what others assume.
  package static let vetoes = CueTable([
    Cue(
      "by|from|because|since|as|which|follows ... we assumed", .claim, weight: 1,
      matches: "It vanishes because we assumed symmetry.", ignores: "We assumed symmetry."),
    Cue(
      "by|from|because|since|exists|follows|using|with ... assumption", .claim, weight: 1,
      matches: "By our assumption it vanishes.", ignores: "An assumption is made."),
    Cue(
      "^ section|subsection|appendix|chapter #", .claim, weight: 1,
      matches: "Section 2 takes the noise to be i.i.d.", ignores: "The section is flat."),
    Cue(
      "^ this|the|our next|previous|following|present|section|subsection|appendix|chapter", .claim,
      weight: 1,
      matches: "This section assumes calm.", ignores: "This pan assumes calm."),
    Cue(
      "realizations|realisations|runs|trials|draws|repetitions|seeds", .claim, weight: 1,
      matches: "We report three independent and identically distributed trials.",
      ignores: "The readings are i.i.d."),
    Cue(
      "than|of|without|avoid treating|regarding|assuming", .claim, weight: 1,
      matches: "We weigh twice rather than assuming symmetry.",
      ignores: "We weigh once, assuming symmetry."),
    Cue(
      "even if", .claim, weight: 1,
      matches: "Even if we assume symmetry, it fails.", ignores: "If it is even."),
    Cue(
      "contradiction suppose|assume|that", .claim, weight: 1,
      matches: "For contradiction suppose it halts.", ignores: "Suppose it halts."),
    Cue(
      "suppose|assume for|towards contradiction", .claim, weight: 1,
      matches: "Suppose for contradiction that it halts.", ignores: "Suppose it halts."),
    Cue(
      "existing|traditional|prior|previous|conventional|standard|earlier|classical|most|many|several|other ... assume|assumes|assumed",
      .claim, weight: 1,
      matches: "Many methods assume symmetry.", ignores: "We assume symmetry."),
    Cue(
      "notational|notation simplicity|convenience", .claim, weight: 1,
      matches: "We write w for notational convenience.", ignores: "It is convenient."),
    Cue(
      "simplicity of|in notation|exposition|presentation", .claim, weight: 1,
      matches: "We write w for simplicity of notation.", ignores: "It is simple."),
    Cue(
      "no|not|without|weaker|fewer|strong|relax*|unrealistic|remov* ... assume|assuming|assumption|assumptions|treated|regarded",
      .claim, weight: 1,
      matches: "We do not assume symmetry.", ignores: "We assume symmetry."),
    Cue(
      "safe|reasonable|natural|tempting to assume|suppose", .claim, weight: 1,
      matches: "It is safe to assume that apples are sweet.", ignores: "We assume it."),
  ])

  /// How the conditions of a theorem begin, behind its head.
  package static let conditions = CueTable([
    Cue(
      "^ let|suppose|assume|given|consider|assuming", .assumption, weight: 1,
      matches: "Let X be small.", ignores: "X is small."),
    Cue(
      "^ theorem|proposition|corollary|assumption # ... let|suppose|assume|given|if|under",
      .assumption, weight: 1,
      matches: "Theorem 3 (Halting) Let X be small.", ignores: "Theorem 3 is new."),
    Cue(
      "^ if|whenever|under|provided", .assumption, weight: 1,
      matches: "If X is small, it halts.", ignores: "It halts."),
  ])

  /// Where a method or a result holds.
  package static let boundaries = CueTable([
    Cue(
      "holds|hold|valid|applies|applicable only|if|when|whenever|under|for|as|provided",
      .limitation, weight: 1,
      matches: "The bound holds for flat pans.", ignores: "He holds a pan."),
    Cue(
      "provided that", .limitation, weight: 1,
      matches: "It halts provided that the pan is flat.", ignores: "We provided pans."),
    Cue(
      "as long as", .limitation, weight: 1,
      matches: "It halts as long as the pan is flat.", ignores: "It is as long."),
    Cue(
      "only if", .limitation, weight: 1,
      matches: "It halts if and only if the pan is flat.", ignores: "If it halts."),
    Cue(
      "requires|require that|access|differentiable|knowledge", .limitation, weight: 1,
      matches: "The rule requires access to the pan.", ignores: "The rule is required."),
  ])
}
