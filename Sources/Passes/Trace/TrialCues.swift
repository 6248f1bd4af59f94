internal import IR

/// Words around a setback that tell whether it happened, to what, and whether it is one at all.
enum TrialCues {
  /// Setbacks that a sentence denies, and measures that are meant to fall: `a lower error`.
  static let denials = CueTable([
    Cue(
      "not|no|never|none|nor|neither|avoid|avoids|avoiding|avoided|without|prevent|prevents|preventing|prevented|eliminate*|solve*|address*|mitigat*|alleviat*|reduce|reduces|reducing|against|overcome*|resist*|minimi*|less|limit*|circumvent*|combat*|counter* ... degrad*|collapse*|diverge*|instabilit*|fail*|hurt*|harm*|overfit*|over-fit*|worse|saturat*|drop|drops|unstable|reduction|sacrific*|loss",
      .claim,
      weight: 1, matches: "We do not observe the degradation.",
      ignores: "We observe the degradation."),
    Cue(
      "lower|lowers|lowered|reduc*|decreas*|fall|falls|drop|drops|dropped|less|smaller ... loss|losses|perplexity|error|errors|memory|cost|costs|latency|variance|time|gap|wer|fid|complexity",
      .claim,
      weight: 1, matches: "Waiting longer leads to a lower error.",
      ignores: "Waiting lowers the accuracy."),
    Cue(
      "identical|indistinguishable|equivalent ... to|with|from ... teacher|oracle|ground|original|reference|full|exact|human|real|target",
      .claim,
      weight: 1, matches: "The pan is almost identical to the original.",
      ignores: "The pans are almost identical."),
    Cue(
      "preserv*|maintain*|retain* ... \(SetbackCues.qualities)", .claim,
      weight: 1, matches: "It reduces the cost while preserving accuracy.",
      ignores: "It reduces the accuracy."),
    Cue(
      "robust|resistant|immune to|against", .claim,
      weight: 1, matches: "It is robust to wind.", ignores: "It is robust."),
    Cue(
      "time|cost|costs|overhead is|are offset|acceptable|negligible|outweighed|justified", .claim,
      weight: 1, matches: "The longer training time is offset by the gain.",
      ignores: "The training time is long."),
    Cue(
      "degrade|degrades|degraded|degrading ... gracefully|gradually|gently|similarly", .claim,
      weight: 1, matches: "It degrades gracefully in the wind.", ignores: "It degrades."),
    Cue(
      "only decreases|decrease|drops|drop|degrades slightly|marginally", .claim,
      weight: 1, matches: "It only drops slightly.", ignores: "It drops."),
    Cue(
      "no|zero|negligible|minimal|little ... degradation|drop|loss|decline|penalty", .claim,
      weight: 1, matches: "The second pan shows minimal degradation.",
      ignores: "The second pan shows degradation."),
    Cue(
      "degrades|decreases|drops|degraded|decreased|dropped|falls|fell by only", .claim,
      weight: 1, matches: "It drops by only a tenth.", ignores: "It drops by a tenth."),
    Cue(
      "affect|change|alter ... conclusion|conclusions|findings", .claim,
      weight: 1, matches: "It does not affect our conclusions.",
      ignores: "It does not affect the error."),
  ])

  /// Sentences about how results are printed or training is stopped.
  static let asides = CueTable([
    Cue(
      "patience", .definition,
      weight: 1, matches: "We stop with a patience of ten.", ignores: "We are patient."),
    Cue(
      "help|helps|helped|improve|improves or|and sometimes|hurt|hurts|worsen|worsens|degrade|degrades",
      .definition,
      weight: 1, matches: "It tells whether a lamp helps or hurts.", ignores: "It helps."),
    Cue(
      "bold|shaded|underlined|asterisk|asterisks|positive|negative|red|green|blue|darker|lighter ... denote*|indicate*|mean|means|represent*",
      .definition,
      weight: 1, matches: "Bold numbers denote the best scale.", ignores: "Bold words are rare."),
    Cue(
      "divided|multiplied|decayed by # when", .definition,
      weight: 1, matches: "The rate is divided by 10 when it stalls.",
      ignores: "It is divided by ten."),
    Cue(
      "^ this section|subsection|appendix|chapter", .definition,
      weight: 1, matches: "This section shows that lamps hurt the accuracy.",
      ignores: "The section is long."),
    Cue(
      "even if", .definition,
      weight: 1, matches: "We report it even if it is worse.", ignores: "It is even."),
    Cue(
      "guaranteed to", .definition,
      weight: 1, matches: "It is guaranteed to produce identical results.",
      ignores: "No one guaranteed it."),
    Cue(
      "our|main|key|principal ... contributions|findings ... are|include", .definition,
      weight: 1, matches: "Our main findings are that lamps hurt the accuracy.",
      ignores: "Our lamps hurt."),
    Cue(
      "degree to which", .definition,
      weight: 1, matches: "The degree to which it hurts is listed.", ignores: "A degree is warm."),
  ])

  /// What authors say that they found.
  static let findings = CueTable([
    Cue(
      "we|i ... find|found|observe|observed|see|notice|noticed|saw|discovered", .result,
      weight: 1, matches: "We find that lamps are slow.", ignores: "Lamps are slow.")
  ])

  /// What was tried.
  static let trials = CueTable([
    Cue(
      "is|are|was|were found|observed to", .method, weight: 1,
      matches: "Lamps were found to be slow.", ignores: "We found a lamp."),
    Cue(
      "we|i ... tried|try|attempted|attempt|experimented|explored|tested|removed|remove|replaced|replace|ablated|ablate|dropped|drop|considered|varied|vary|added|add|investigated|increase|increased|decrease|decreased|disable|disabled|omit|omitted|switched|extended|enlarged|trained|fine-tuned|fine-tune|applied|use|used|adopted|employed|employ",
      .method,
      weight: 1, matches: "We also tried a third sorter.", ignores: "The third sorter is slow."),
    Cue(
      "without|except|excluding|omission|absence|removal|ablating|ablation|removing|omitting|disabling|dropping|replacing|excluding|freezing|sans",
      .method,
      weight: 1, matches: "It is slow without the lamp.", ignores: "It is slow."),
    Cue(
      "instead|rather of|than", .method,
      weight: 1, matches: "The lamp instead of the sun fails.", ignores: "It is rather late."),
    Cue(
      "variant|variants|alternative|alternatives|ablations|ablated|attempt|attempts", .method,
      weight: 1, matches: "The second variant is slow.", ignores: "It varies."),
    Cue(
      "^ using|adding|increasing|decreasing|reducing|training|applying|enlarging|extending|setting|varying|changing|moving|scaling|widening|stacking|combining|sharing|performing|switching|waiting|fine-tuning",
      .method,
      weight: 1, matches: "Using a lamp is slow.", ignores: "A lamp is slow."),
    Cue(
      "that|when|by|of|found|find|observe trying|using|adding|increasing|decreasing|reducing|training|applying|enlarging|extending|setting|varying|changing|moving|scaling|widening|stacking|combining|sharing|performing|switching",
      .method,
      weight: 1, matches: "We see that adding a lamp is slow.", ignores: "We see a lamp."),
    Cue(
      "^ the introduction|addition|inclusion|removal|replacement of", .method,
      weight: 1, matches: "The addition of a lamp is slow.", ignores: "A lamp is slow."),
    Cue(
      "deeper|shallower|wider|narrower|larger|smaller|bigger|longer|shorter|more|fewer|higher|lower ... net|nets|network|networks|layer|layers|head|heads|unit|units|block|blocks|iterations|epochs|steps|dimension|dimensions|size|sizes|rate|rates|width|depth|temperature|temperatures|kernel|kernels|context|window",
      .method,
      weight: 1, matches: "A sorter with more layers is slow.", ignores: "A sorter is slow."),
    Cue(
      "deeper|shallower|wider|narrower", .method,
      weight: 1, matches: "The wider band is slow.", ignores: "A band is slow."),
    Cue(
      "# ... net|nets|network|networks|layers|heads|units|blocks", .method,
      weight: 1, matches: "The 12-layer network is slow.", ignores: "The network is slow."),
    Cue(
      "different|various|varying|other|all ... sizes|settings|values|choices|temperatures|rates|depths|widths|dimensions|schedules|configurations|initializations|initialisations|options",
      .method,
      weight: 1, matches: "All settings of the lamp are slow.", ignores: "All lamps are slow."),
    Cue(
      "more|fewer|less than #|one|two|three|half", .method,
      weight: 1, matches: "More than 12 lamps are slow.", ignores: "More lamps are slow."),
    Cue(
      "too many|much|few|little|large|small|high|low|long|short", .method,
      weight: 1, matches: "Too many lamps are slow.", ignores: "Lamps are slow."),
    Cue(
      "because|as|since ... we|experiments ... found|observed|saw|showed|noticed", .method,
      weight: 1, matches: "There is no lamp, because we found that it hurts.",
      ignores: "We found that a lamp hurts."),
    Cue(
      "we see|saw|observe|observed|notice|noticed|get|obtain less|lower|worse|slower|no|little|a|an|only|smaller",
      .method,
      weight: 1, matches: "At night we see less speedup.", ignores: "We see the speedup."),
    Cue(
      "preliminary|initial|early|pilot|exploratory experiments|experiment|experimentation|tests|test|trials|attempts|attempt|runs|results|studies",
      .method,
      weight: 1, matches: "In preliminary tests a lamp is slow.", ignores: "The test is early."),
    Cue(
      "interestingly|surprisingly|notably|however|moreover|similarly|conversely|unfortunately|additionally|furthermore|finally using|adding|increasing|decreasing|reducing|training|applying|enlarging|extending|setting|varying|changing|scaling|stacking|combining|sharing|switching|removing|replacing",
      .method,
      weight: 1, matches: "Interestingly, adding a lamp is slow.",
      ignores: "Interestingly, a lamp is slow."),
    Cue(
      "naive|naively|vanilla", .method,
      weight: 1, matches: "A naive sorter is slow.", ignores: "A sorter is slow."),
  ])
}
