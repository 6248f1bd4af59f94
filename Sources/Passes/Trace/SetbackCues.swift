internal import IR

/// What sentences say of something that was tried and did no good.
///
/// The weight of a row is what it takes to believe it: 1 needs the thing that was tried in the same
/// sentence or the one before, or the paper's own work for a subject, as a fall may be of anything; 2
/// compares, or passes judgement on the use of a thing, and stands alone where results are reported;
/// 3 does so wherever the paper speaks of its own work.
enum SetbackCues {
  /// Measures of which more is better.
  static let qualities =
    "accuracy|bleu|performance|quality|score|scores|f1|reward|rewards|return|recall|precision|speedup|throughput|correlation|robustness|generalization|generalisation|stability|efficiency|effectiveness"
  /// Measures of which less is better.
  private static let costs =
    "error|errors|perplexity|loss|losses|wer|cer|fid|mse|rmse|mae|regret|divergence"

  static let all = CueTable(losses + failures + troubles + stalls + refusals + prices)

  /// The rows of `all` that tell of something that went badly, rather than of nothing gained: a
  /// measured value bears them out.
  static let falls = 0..<(losses.count + failures.count + troubles.count)

  /// The rows of `all` that tell what something takes: its price is no failure of what was proposed.
  static let priced = (all.rows.count - prices.count)..<all.rows.count

  /// It made things worse.
  private static let losses: [Cue] = [
    Cue(
      "detrimental|harmful|counterproductive to|for|as", .negative,
      weight: 2, matches: "The fan was detrimental to the accuracy.",
      ignores: "It is no detriment."),
    Cue(
      "degrade|degrades|degraded|deteriorate|deteriorates|deteriorated|worsen|worsens|worsened|impairs|impaired",
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
      "increases|increased|raises|raised|inflates|inflated ... \(costs)", .negative,
      weight: 1, matches: "A narrow band increases the error.",
      ignores: "The error of the band increased."),
    Cue(
      "\(costs) ... is|are|was|were|stays|remains ... higher|larger|worse than", .negative,
      weight: 2, matches: "The error of the lamp is higher than before.",
      ignores: "The error is high."),
    Cue(
      "lower|worse|poorer|weaker ... \(qualities) ... than|when|with|without|compared|for",
      .negative,
      weight: 2, matches: "One reading has a lower accuracy than two.",
      ignores: "The lower pan is red."),
    // Of two that are compared, the one that lacks or varies something.
    Cue(
      "better|superior|higher|faster ... than|over not|without|using|with", .negative,
      weight: 2, matches: "Sorting works better with a lamp than without.",
      ignores: "It works without a lamp."),
    Cue(
      "better|superior|higher|faster|outperform*|exceed*|surpass* ... than|over|the ... variant|variants|ablation|ablations",
      .negative,
      weight: 2, matches: "The sorter is better than the variant of one pan.",
      ignores: "A variant is better."),
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
      "# points|percent ... below|worse|lower ... than|the|our", .negative,
      weight: 2, matches: "The fixed lamp is 4.2 points below the usual one.",
      ignores: "The lamp hangs below the pan."),
    Cue(
      "less effective|useful|helpful|beneficial", .negative,
      weight: 2, matches: "One reading is less useful.", ignores: "Less noise is useful."),
    Cue(
      "yield|yields|yielded|gives|gave|produces|produced|has|had|shows|showed|achieves|achieved the worst|poorest ... performance|results|accuracy|scores|score|quality",
      .negative,
      weight: 2, matches: "The fixed lamp gives the worst results.",
      ignores: "The worst results are red."),
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
      "reducing|lowering|decreasing|hurting|degrading ... \(qualities)", .negative,
      weight: 1, matches: "It adds lamps, reducing the accuracy.", ignores: "It reduces wind."),
    Cue(
      "drops|drop|dropped|falls|fall off|significantly|sharply|rapidly|quickly|substantially|dramatically|drastically",
      .negative,
      weight: 1, matches: "Quality drops off in the wind.", ignores: "He dropped it."),
  ]
}
