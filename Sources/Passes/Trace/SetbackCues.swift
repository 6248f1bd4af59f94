internal import IR

/// What sentences say of something that was tried and did no good.
///
/// The weight of a row is what it takes to believe it: 1 needs the thing that was tried in the same
/// sentence or the one before, or the paper's own work for a subject, as a fall may be of anything; 2
/// compares, or passes judgement on the use of a thing, and stands alone where results are reported;
/// 3 does so wherever the paper speaks of its own work.
enum SetbackCues {
  /// Measures of which more is better.
  private static let qualities =
    "accuracy|bleu|performance|quality|score|scores|f1|reward|rewards|return|recall|precision|speedup|throughput|correlation|robustness|generalization|generalisation|stability|efficiency|effectiveness"
  /// Measures of which less is better.
  private static let costs =
    "error|errors|perplexity|loss|losses|wer|cer|fid|mse|rmse|mae|regret"

  static let all = CueTable(losses + stalls + troubles + refusals)

  /// It made things worse.
  private static let losses: [Cue] = [
    Cue(
      "detrimental|harmful|counterproductive to|for|and|as", .negative,
      weight: 2, matches: "The fan was detrimental to the accuracy.",
      ignores: "It is no detriment."),
    Cue(
      "degrade|degrades|degraded|degrading|deteriorate|deteriorates|deteriorated|worsen|worsens|worsened|impairs|impaired",
      .negative,
      weight: 1, matches: "The reading degrades with wind.", ignores: "The grade is high."),
    Cue(
      "hurt|hurts|harm|harms|harmed ... it|them|results|perplexity|convergence|training|\(qualities)",
      .negative,
      weight: 2, matches: "Dropping the band hurts the accuracy.", ignores: "It hurt his feelings."),
    Cue(
      "perform|performs|performed|performing|generalizes|generalized|works|worked|converges|converged|behaves|behaved ... worse|poorly|badly",
      .negative,
      weight: 2, matches: "The third rule performs worse.", ignores: "The third rule performs well."
    ),
    Cue(
      "is|are|was|were|becomes|become|became|models|results|# ... worse|inferior|poorer|suboptimal|sub-optimal ... than|when|with|without|because|due|for",
      .negative,
      weight: 2, matches: "One reading is clearly worse than two.", ignores: "One reading is worse."
    ),
    Cue(
      "not|never|no as good|well|accurate|effective|strong|fast|stable as", .negative,
      weight: 2, matches: "The small pan is not as accurate as the large one.",
      ignores: "It is not accurate."),
    Cue(
      "leads|lead|led|leading|results|resulted|resulting|result ... to|in ... worse|poor|poorer|inferior|suboptimal|degraded|slower|overfitting|over-fitting|collapse|instability|instabilities|degradation|deterioration",
      .negative,
      weight: 1, matches: "Wide bands led to worse readings.", ignores: "Wide bands led to success."
    ),
    Cue(
      "yield|yields|yielded|gives|gave|causes|caused|produces|produced|has|have|had|shows|showed|exhibit|exhibits|obtains|achieves|achieved|reaches ... worse|poor|poorer|inferior|suboptimal|degraded|overfitting|over-fitting|instability|collapse",
      .negative,
      weight: 2, matches: "A single reading gives poor estimates.",
      ignores: "A single reading gives an estimate."),
    Cue(
      "lowers|lowered|reduces|reduced|decreases|decreased|drops|dropped|loses|lost|sacrifices|sacrificed ... \(qualities)",
      .negative,
      weight: 1, matches: "A narrow band reduces the accuracy.",
      ignores: "A narrow band is reduced."),
    Cue(
      "\(qualities) ... drop|drops|dropped|degrades|degraded|degrade|deteriorates|deteriorated|declines|declined|fell|falls|worsens|worsened|suffers|suffered|decreases|decreased|plummets|plummeted|collapses|collapsed",
      .negative,
      weight: 1, matches: "The accuracy drops at night.", ignores: "A drop of water fell."),
    Cue(
      "significant|substantial|large|drastic|dramatic|slight|noticeable|sharp|marked|severe|small decrease|drop|reduction|decline|degradation|loss|deterioration in|of ... \(qualities)",
      .negative,
      weight: 1, matches: "We saw a large drop in accuracy.", ignores: "A large drop in price came."
    ),
    Cue(
      "efficiency|performance|accuracy|quality drop|drops|degradation|collapse", .negative,
      weight: 1, matches: "The accuracy drop was plain.",
      ignores: "We plot accuracy, loss and time."
    ),
    Cue(
      "higher|larger|greater|worse|increased ... \(costs) ... than|when|with|without|compared|by",
      .negative,
      weight: 2, matches: "One reading has a higher error than two.",
      ignores: "One reading has an error."),
    Cue(
      "\(costs) ... is|are|was|were|stays|remains ... higher|larger|worse than", .negative,
      weight: 2, matches: "The error of the lamp is higher than before.",
      ignores: "The error is high."),
    Cue(
      "lower|worse|poorer|weaker ... \(qualities) ... than|when|with|without|compared|for",
      .negative,
      weight: 2, matches: "One reading has a lower accuracy than two.",
      ignores: "The lower pan is red."),
    Cue(
      "less|smaller|lower|lesser|weaker speedup|speed-up|improvement|gain|gains|benefit|correlation",
      .negative,
      weight: 1, matches: "We see less speedup with wet marbles.", ignores: "We see less of him."),
    Cue(
      "slower than|in|because|due|compared", .negative,
      weight: 2, matches: "It is slower than weighing once.", ignores: "It became slower."),
    Cue(
      "less accurate|stable|efficient|robust|reliable|expressive", .negative,
      weight: 1, matches: "One reading is less accurate.", ignores: "Less noise is accurate."),
    Cue(
      "less effective|useful|helpful|beneficial", .negative,
      weight: 2, matches: "One reading is less useful.", ignores: "Less noise is useful."),
    Cue(
      "underperform*|under-perform*", .negative,
      weight: 2, matches: "One reading underperforms.", ignores: "One reading performs."),
    Cue(
      "starts|started|severe|severely|begins|strongly overfitting|over-fitting", .negative,
      weight: 1, matches: "The sorter starts overfitting.", ignores: "The sorter starts."),
    Cue(
      "overfit|overfits|overfitted|over-fit|over-fits", .negative,
      weight: 1, matches: "The sorter overfits.", ignores: "The sorter fits."),
    Cue(
      "better than ... higher|lower|larger|smaller|fewer|longer|shorter|simply", .negative,
      weight: 1, matches: "Two seconds worked better than shorter waits.",
      ignores: "Two seconds are better than one."),
    Cue(
      "reducing|lowering|decreasing|hurting|degrading ... \(qualities)", .negative,
      weight: 1, matches: "It adds lamps, reducing the accuracy.", ignores: "It reduces wind."),
    Cue(
      "drops|drop|dropped|falls|fall off|significantly|sharply|rapidly|quickly|substantially|dramatically|drastically",
      .negative,
      weight: 1, matches: "Quality drops off in the wind.", ignores: "He dropped it."),
    Cue(
      "at the cost|expense|price of", .negative,
      weight: 1, matches: "It sorts at the cost of time.", ignores: "The cost of time is high."),
    Cue(
      "comes|come|came at the|a|an ... cost|expense|price", .negative,
      weight: 1, matches: "The second lamp comes at the cost of time.",
      ignores: "It sorts at the cost of time."),
    Cue(
      "albeit with|a|slightly|at", .negative,
      weight: 1, matches: "It sorts, albeit with a delay.", ignores: "It sorts, albeit late."),
    Cue(
      "increased|higher|additional|extra|more|longer|significant|large|substantial|considerable computational|training|memory|inference cost|costs|time|times|overhead|complexity",
      .negative,
      weight: 1, matches: "It needs longer training time.", ignores: "Training took time."),
  ]

  /// It changed nothing.
  private static let stalls: [Cue] = [
    Cue(
      "did|does|do not ... help|improve", .negative,
      weight: 2, matches: "Selecting the larger reading does not help.", ignores: "It does help."),
    Cue(
      "did|does|do not ... change|affect|impact|influence ... \(qualities)", .negative,
      weight: 2, matches: "The lamp does not affect the accuracy.",
      ignores: "The lamp does not affect us."),
    Cue(
      "did|does|do not ... benefit|change|affect", .negative,
      weight: 1, matches: "The larger reading does not change it.", ignores: "It does change."),
    Cue(
      "did|does|do not ... matter", .negative,
      weight: 2, matches: "The larger reading does not matter.", ignores: "It does matter."),
    Cue(
      "did|does|do not yield|provide|bring|lead ... improvement|improvements|benefit|benefits|gain|gains|better",
      .negative,
      weight: 2, matches: "The lamp does not lead to a clear improvement.",
      ignores: "The lamp does not provide light."),
    Cue(
      "did|does|do not succeed|suffice|solve|outperform", .negative,
      weight: 1, matches: "The lamp alone does not suffice.", ignores: "The lamp suffices."),
    Cue(
      "did|does|do not work", .negative,
      weight: 1, matches: "The rule does not work.", ignores: "They do not do the work."),
    Cue(
      "did|does|do not converge|generalize|generalise|transfer", .negative,
      weight: 2, matches: "The rule does not transfer.", ignores: "They do not do the transfer."),
    Cue(
      "didn't|doesn't|don't ... help|improve|benefit|change|affect|matter|work",
      .negative,
      weight: 2, matches: "The larger reading doesn't help.", ignores: "It helps."),
    Cue(
      "not significantly|substantially|noticeably|meaningfully|really change|alter|affect|improve|help|impact|influence|differ|better",
      .negative,
      weight: 2, matches: "We found this to not significantly change the errors.",
      ignores: "It did change."),
    Cue(
      "not|n't have|had|has|make|made|see|saw|seen|observe|observed|find|found|show|showed ... improvement|improvements|benefit|benefits|gain|gains|effect|advantage|advantages|difference|impact|influence",
      .negative,
      weight: 2, matches: "We have not observed a benefit.", ignores: "We have not observed it."),
    Cue(
      "no|little|negligible|minimal|marginal|zero ... improvement|improvements|benefit|benefits|gain|gains|effect|advantage|advantages|difference|differences|impact|influence",
      .negative,
      weight: 1, matches: "We saw no clear improvement.", ignores: "The improvement was clear."),
    Cue(
      "nearly|almost|essentially|virtually|statistically identical|indistinguishable|equivalent",
      .negative,
      weight: 1, matches: "The two are nearly identical.", ignores: "The two are identical."),
    Cue(
      "fairly|very|quite|reasonably|roughly|produced|gave|give|yield|yielded|produce|obtained similar|identical|comparable results|performance|accuracy|quality|scores",
      .negative,
      weight: 1, matches: "All bands gave similar results.", ignores: "All bands are similar."),
    Cue(
      "results ... are|were|remain*|turn|turned ... similar|identical|unchanged|indistinguishable",
      .negative,
      weight: 1, matches: "The results for other bands are quite similar.",
      ignores: "The results are good."),
    Cue(
      "failed|unable to", .negative,
      weight: 1, matches: "The larger reading failed to do so.", ignores: "The test failed."),
    Cue(
      "still observe|observed|suffer|suffers|suffered|exhibit|exhibits|exhibited|fail|fails|failed",
      .negative,
      weight: 1, matches: "The pan still suffered from wind.", ignores: "The pan suffered."),
    Cue(
      "failed|fails|unable to achieve|reach|converge|improve|generalize|generalise|match|outperform|learn|exceed|recover|separate",
      .negative,
      weight: 2, matches: "The larger reading failed to separate them.", ignores: "The test failed."
    ),
    Cue(
      "no|not better|faster than", .negative,
      weight: 1, matches: "Three readings are no better than two.",
      ignores: "Three are better than two."),
    Cue(
      "not beneficial|effective|useful|helpful|worthwhile", .negative,
      weight: 2, matches: "The lamp is not useful.", ignores: "The lamp is useful."),
    Cue(
      "not essential|crucial|sufficient|optimal|enough", .negative,
      weight: 1, matches: "The lamp is not essential.", ignores: "The lamp is essential."),
    Cue(
      "not always|very|really|as|particularly|sufficiently|especially effective|useful|helpful|accurate",
      .negative,
      weight: 2, matches: "The lamp is not always effective.", ignores: "It is always effective."),
    Cue(
      "no|next|effectively ... guarantee", .negative,
      weight: 1, matches: "The bounds provide effectively no guarantee.",
      ignores: "A guarantee was given."),
    Cue(
      "bottlenecked by", .negative,
      weight: 1, matches: "It is bottlenecked by the lamp.", ignores: "The bottle is red."),
    Cue(
      "diminishing returns", .negative,
      weight: 2, matches: "We saw diminishing returns.", ignores: "It returns."),
    Cue(
      "approach|performance|accuracy|model|improvement|improvements|gains|it ... saturates|saturate|saturated|stagnates|stagnate|stagnated",
      .negative,
      weight: 1, matches: "The accuracy soon saturates.", ignores: "The red is saturated."),
    Cue(
      "is|are|was|were|be|being|quite|fairly|yet|largely|very|entirely|highly|proved ineffective|ineffectual",
      .negative,
      weight: 3, matches: "A single reading is ineffective.", ignores: "A useless pan lay there."),
    Cue(
      "is|are|was|were|proved useless for|in|as", .negative,
      weight: 2, matches: "The reading is useless for steel.", ignores: "It is useless to wait."),
    Cue(
      "is|are|was|were|proved unsuccessful|inefficient|insufficient|inadequate", .negative,
      weight: 1, matches: "A single reading is inefficient.", ignores: "An adequate pan lay there."),
  ]

  /// It could not be trained or run.
  private static let troubles: [Cue] = [
    Cue(
      "training|loss|model|models|run|runs|optimization ... diverge|diverges|diverged|unstable|nan|nans",
      .negative,
      weight: 1, matches: "The training often diverges.", ignores: "The series diverges."),
    Cue(
      "observe*|saw|suffer*|encounter*|experienc* ... instability|instabilities|collapse",
      .negative,
      weight: 1, matches: "We observed an instability at night.",
      ignores: "Instability is our topic."),
    Cue(
      "not|never stable|converge|converging|converges", .negative,
      weight: 1, matches: "The pan is not stable in wind.", ignores: "The pan is stable."),
  ]

  /// It was not done, and why.
  private static let refusals: [Cue] = [
    Cue(
      "infeasible|intractable|impractical|prohibitively|prohibitive|unaffordable", .negative,
      weight: 1, matches: "Weighing each twice is infeasible.", ignores: "It is a feasible plan."),
    Cue(
      "not|n't an option|feasible|practical|viable|scalable|desirable", .negative,
      weight: 1, matches: "Waiting for days was not an option.", ignores: "It was an option."),
    Cue(
      "too expensive|costly|slow|computationally|difficult", .negative,
      weight: 1, matches: "Weighing each twice is too expensive.", ignores: "It is expensive."),
    Cue(
      "abandoned|discarded|dismissed", .negative,
      weight: 1, matches: "We abandoned the second scale.", ignores: "We kept it."),
    Cue(
      "so|therefore|thus|hence|consequently we do|did not use|adopt|employ|pursue|include|apply|consider",
      .negative,
      weight: 2, matches: "So we do not use the lamp.", ignores: "We do not use it."),
    Cue(
      "opted|decided|chose against", .negative,
      weight: 1, matches: "We decided against the lamp.", ignores: "We decided."),
  ]
}
