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
      "assuming that|the|a|an|all|no|both|each|only|these|access|independence|tacitly", .assumption,
      weight: 3,
      matches: "It holds assuming the noise is small.", ignores: "He is unassuming."),
    Cue(
      "is|are|be|was|were|been ... assumed", .assumption, weight: 3,
      matches: "Noise is assumed constant.", ignores: "He assumed power."),
    Cue(
      "our|the|this|system|method|analysis|model|approach|it ... assumes", .assumption, weight: 3,
      matches: "Our basic case assumes dry marbles.", ignores: "He assumes power."),
    Cue(
      "under ... assumption|assumptions|hypothesis|premise that|of", .assumption, weight: 3,
      matches: "Under the assumption of symmetry it holds.", ignores: "Under the table it is dark."),
    Cue(
      "assumption|assumptions is|are|made|here that|is", .assumption, weight: 3,
      matches: "The assumption is that noise is small.", ignores: "He assumed power."),
    Cue(
      "our|key|main|central|underlying|implicit|simplifying assumption|assumptions that|is|are|of",
      .assumption, weight: 3,
      matches: "It reflects our assumption that noise is small.", ignores: "He assumed power."),
    Cue(
      "for simplicity|tractability|concreteness", .assumption, weight: 3,
      matches: "For simplicity we treat the pan as flat.",
      ignores: "We took it for its simplicity."),
    Cue(
      "for the sake of simplicity|tractability", .assumption, weight: 3,
      matches: "For the sake of simplicity we treat the pan as flat.",
      ignores: "We took it for its simplicity."),
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
      "is|are|was|were|being approximated|idealized|idealised by|as|with",
      .assumption,
      weight: 3,
      matches: "The drift is approximated by a line.", ignores: "The drift is a line."),
    Cue(
      "we approximate|approximated ... ... by|with|as", .assumption, weight: 3,
      matches: "We approximate the drift of the pan by a line.",
      ignores: "The approximate drift is known."),
    Cue(
      "treat*|regard|regarded|regarding ... ... as ... constant|constants|fixed|known|given|independent|deterministic|identical|uniform|linear|negligible|black-box|perfect|ideal|random|noise|interference|equal|equivalent",
      .assumption, weight: 3,
      matches: "We treat the wind as constant.", ignores: "We treat marbles well."),
    Cue(
      "we|i neglect|neglected|disregard|disregarded", .assumption, weight: 3,
      matches: "We neglect the drag of air.", ignores: "We do not neglect marbles."),
    Cue(
      "be|is|are|was|were neglected|disregarded", .assumption, weight: 3,
      matches: "The drag of air can be neglected.", ignores: "The drag of air is small."),
    Cue(
      "^ if|when|where|provided ... ... ... we|one can|may ... approximate|neglect|ignore|linearize|linearise",
      .assumption, weight: 3,
      matches: "If the pan is heavy compared with the marble, we can approximate its drift.",
      ignores: "We can approximate its drift if need be."),
    Cue(
      "a|an|as|our|fast|is|are proxy|proxies", .assumption, weight: 3,
      matches: "We take the wind as a proxy for noise.", ignores: "He voted by proxy."),
  ])

  /// How papers say what they expect beforehand and build on.
  package static let premises = CueTable([
    Cue(
      "we|i ... hypothesize|hypothesise|hypothesized|hypothesised|posit|posited|postulate|postulated|conjecture",
      .assumption, weight: 3,
      matches: "We hypothesize that damp marbles roll slowly.", ignores: "We roll marbles."),
    Cue(
      "we|i ... expect|expected|anticipate|anticipated that|a|an|the|this|these|no", .assumption,
      weight: 3,
      matches: "We expect a similar drift on steel.", ignores: "We roll as expected."),
    Cue(
      "it ... is|was ... expected|believed|thought|presumed|plausible that", .assumption, weight: 3,
      matches: "It is expected that some marbles roll slowly.", ignores: "It is known to roll."),
    Cue(
      "is|are|was|were ... believed|thought|presumed|hypothesized|hypothesised to", .assumption,
      weight: 3,
      matches: "The drift is believed to be small.", ignores: "The drift is thought of."),
    Cue(
      "following|in|on|by|from|with|under|to the|an|our intuition|premise|hypothesis|belief|expectation|principle|idea|conviction that",
      .assumption, weight: 3,
      matches: "It rests on the premise that noise is small.", ignores: "The premise is damp."),
    Cue(
      "intuition|premise|hypothesis|rationale|working ... is that", .assumption, weight: 3,
      matches: "The intuition behind it is that noise is small.", ignores: "That is intuition."),
  ])

  /// What speaks of beliefs, of conditions and of what stands for something else: an assumption where more
  /// speaks for one.
  package static let hints = CueTable([
    Cue(
      "should|expect*|presum*|conjectur*|hypothes*|premise|intuiti*|rationale|reasonabl*|plausib*|natural|naturally",
      .assumption, weight: 1,
      matches: "Light marbles should roll well.", ignores: "Light marbles roll well."),
    Cue(
      "assum*|presuppos*|ignor*|neglect*|negligible|suffice*|sufficient|sufficiently|idealiz*|idealis*|ideal|simplif*",
      .assumption, weight: 1,
      matches: "One pan suffices to weigh it.", ignores: "One pan is there to weigh it."),
    Cue(
      "proxy|proxies|surrogate|representative|represents|reflects|captures|correlat*|implies|corresponds",
      .assumption, weight: 1,
      matches: "The drift reflects the weight of a marble.", ignores: "The drift is the weight."),
    Cue(
      "as if|long", .assumption, weight: 1,
      matches: "It rolls as if it were dry.", ignores: "It rolls if it is dry."),
  ])

  /// What announces assumptions without telling one, and what speaks of assumptions made before.
  package static let pointers = CueTable([
    Cue(
      "this|these|those|such|above|aforementioned|same assumption|assumptions", .claim, weight: 1,
      matches: "This assumption is old.", ignores: "An assumption is that noise is small."),
    Cue(
      "this|it|which|these is|are ... assumption|assumptions", .claim, weight: 1,
      matches: "This is a standard assumption.", ignores: "An assumption is that noise is small."),
    Cue(
      "make|place|state|list|impose|introduce|discuss|need|following|certain|some ... assumption|assumptions on|about|for|regarding|and",
      .claim, weight: 1,
      matches: "We make the following assumption about noise.",
      ignores: "We make the assumption that noise is small."),
    Cue(
      "assumption|assumptions #", .claim, weight: 1,
      matches: "Under Assumption 3 it is exact.", ignores: "The assumption is old."),
    Cue(
      "reason|reasons|one|might|may|tempting|safe to|might|may|could|would assume|suppose", .claim,
      weight: 1,
      matches: "One might assume that apples are sweet.", ignores: "We assume it."),
  ])

  /// What is at hand, in the words of an assumption.
  package static let setups = CueTable([
    Cue(
      "^ assume|suppose|assuming ... we have|are|observe|consider", .claim, weight: 1,
      matches: "Suppose we have a pan of marbles.", ignores: "We assume we have dry pans."),
    Cue(
      "^ assume|suppose|assuming ... ... is|are given|denoted|represented by", .claim, weight: 1,
      matches: "Assuming the drift of a pan is given by w, it swings.",
      ignores: "Assume the drift is small."),
  ])

  /// Steps of proofs that fall back on an assumption made before, and what others assume.
  package static let vetoes = CueTable([
    // What the authors hope of their work.
    Cue(
      "believe|believed|expect|anticipate ... will|can|could|may|our|this|these ... help|helps|shed|useful|valuable|inspire|benefit|contribute|applied|serve|encourage|improve|facilitate|enable|advance",
      .claim, weight: 1,
      matches: "We believe that the sorter will help others.",
      ignores: "We believe that the pan is dry."),
    Cue(
      "by|from|because|since|as|which|follows ... we assumed", .claim, weight: 1,
      matches: "It vanishes because we assumed symmetry.", ignores: "We assumed symmetry."),
    Cue(
      "by|from|because|since|exists|follows|using ... assumption", .claim, weight: 1,
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
      "than|of|without|avoid|not|never treating|regarding|assuming|assumed", .claim, weight: 1,
      matches: "We weigh twice rather than assuming symmetry.",
      ignores: "We weigh once, assuming symmetry."),
    Cue(
      "^ for example|instance", .claim, weight: 1,
      matches: "For example, the sorter assumes damp.", ignores: "Examples are assumed to be dry."),
    Cue(
      "stated|all|same assumptions|conditions", .claim, weight: 1,
      matches: "Suppose that the stated assumptions hold.", ignores: "Suppose that it is dry."),
    Cue(
      "first|initially assume|suppose", .claim, weight: 1,
      matches: "We first assume that it halts.", ignores: "We assume that it halts."),
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
      "no|not|weaker|fewer|strong|relax*|unrealistic|remov* ... assume|assuming|assumption|assumptions|treated|regarded",
      .claim, weight: 1,
      matches: "We do not assume symmetry.", ignores: "We assume symmetry."),
    Cue(
      "cannot|not|never|often|rarely ... neglect|neglected|disregard|disregarded", .claim,
      weight: 1,
      matches: "The wind cannot be neglected.", ignores: "The wind is neglected."),
    Cue(
      "without assuming|assumption|assumptions", .claim, weight: 1,
      matches: "It holds without assuming symmetry.",
      ignores: "Without loss of generality we assume it."),
    Cue(
      "without any|a|the|such|prior|strong|further|additional assumption|assumptions|assuming",
      .claim, weight: 1,
      matches: "It holds without any assumption.",
      ignores: "It holds assuming calm, without further remarks."),
    Cue(
      "lemma|theorem|proposition|corollary statement|does|does not hold|holds", .claim, weight: 1,
      matches: "Assume that the lemma does not hold.", ignores: "The lemma is old."),
    Cue(
      "notation|notations|notational|subscript|superscript|shorthand|abbreviate", .claim, weight: 1,
      matches: "For simplicity of notation, it is w.", ignores: "For simplicity we weigh once."),
    Cue(
      "for ... simplicity ... write|denote|refer|call|drop|use", .claim, weight: 1,
      matches: "For simplicity we write w.", ignores: "For simplicity we weigh once."),
    // What a letter stands for is notation.
    Cue(
      "let ... denote|denotes|represent|represents", .claim, weight: 1,
      matches: "Let w denote the weight of a pan.", ignores: "Let w be small."),
    Cue(
      "null|alternative hypothesis|hypotheses", .claim, weight: 1,
      matches: "It tests the null hypothesis that noise is small.",
      ignores: "We test the hypothesis."),
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
}
