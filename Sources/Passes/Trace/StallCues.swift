internal import IR

extension SetbackCues {
  /// It changed nothing.
  static let stalls: [Cue] = [
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
      weight: 1, matches: "The larger reading does not matter.", ignores: "It does matter."),
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
      "not significantly|substantially|noticeably|meaningfully|really change|alter|affect|improve|help|impact|influence|differ|better",
      .negative,
      weight: 2, matches: "We found this to not significantly change the errors.",
      ignores: "It did change."),
    Cue(
      "not have|had|has|make|made|see|saw|seen|observe|observed|find|found|show|showed ... improvement|improvements|benefit|benefits|gain|gains|effect|advantage|advantages|difference|impact|influence",
      .negative,
      weight: 2, matches: "We have not observed a benefit.", ignores: "We have not observed it."),
    Cue(
      "no|little|negligible|minimal|marginal|zero ... improvement|improvements|benefit|benefits|gain|gains|effect|advantage|advantages|difference|differences|impact|influence",
      .negative,
      weight: 1, matches: "We saw no clear improvement.", ignores: "The improvement was clear."),
    Cue(
      "no significant|substantial|noticeable|measurable|statistically ... improvement|improvements|gain|gains|effect|benefit|benefits",
      .negative,
      weight: 2, matches: "There is no significant gain from the second pan.",
      ignores: "The gain is significant."),
    Cue(
      "limited improvement|improvements|gain|gains|benefit|benefits|success", .negative,
      weight: 1, matches: "The lamp alone yields limited gains.", ignores: "The gains are plain."),
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
      "diminishing returns", .negative,
      weight: 2, matches: "We saw diminishing returns.", ignores: "It returns."),
    Cue(
      "is|are|was|were|be|being|quite|fairly|yet|largely|very|entirely|highly|proved ineffective|ineffectual",
      .negative,
      weight: 3, matches: "A single reading is ineffective.", ignores: "A useless pan lay there."),
    Cue(
      "is|are|was|were|proved unsuccessful|inefficient|insufficient|inadequate", .negative,
      weight: 1, matches: "A single reading is inefficient.", ignores: "An adequate pan lay there."),
    Cue(
      "not|never stable|converge|converging|converges", .negative,
      weight: 1, matches: "The pan is not stable in wind.", ignores: "The pan is stable."),
  ]

  /// It fell short.
  static let failures: [Cue] = [
    Cue(
      "mixed|inconsistent results|outcomes", .negative,
      weight: 1, matches: "The wide pan showed mixed results.", ignores: "The results are mixed."),
    Cue(
      "fails|failed|unable to", .negative,
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
      "plateau|plateaus|plateaued|stagnates|stagnated|flattened|flatlined|saturates|saturated at|around|near|after|below",
      .negative,
      weight: 1, matches: "The third sorter plateaued at a tenth.",
      ignores: "He climbed the plateau."),
    Cue(
      "approach|performance|accuracy|model|improvement|improvements|gains|it ... saturates|saturate|saturated|stagnates|stagnate|stagnated|plateaus|plateaued|flattened",
      .negative,
      weight: 1, matches: "The accuracy soon saturates.", ignores: "The red is saturated."),
  ]

  /// It could not be trained or run.
  static let troubles: [Cue] = [
    Cue(
      "training|pretraining|pre-training|learning|fine-tuning|loss|model|models|run|runs|optimization ... diverge|diverges|diverged|unstable|nan|nans",
      .negative,
      weight: 1, matches: "The training often diverges.", ignores: "The series diverges."),
    Cue(
      "observe*|saw|suffer*|encounter*|experienc* ... instability|instabilities|collapse",
      .negative,
      weight: 1, matches: "We observed an instability at night.",
      ignores: "Instability is our topic."),
    Cue(
      "struggle|struggles|struggled|struggling to|with", .negative,
      weight: 1, matches: "The sorter struggled with wet marbles.", ignores: "It was a struggle."),
    Cue(
      "collapse|collapses|collapsed to|into|during|without|when", .negative,
      weight: 1, matches: "The sorter collapses to one bin.", ignores: "The pan may collapse."),
  ]

  /// It was not done, and why.
  static let refusals: [Cue] = [
    Cue(
      "infeasible|intractable|impractical|prohibitively|prohibitive|unaffordable", .negative,
      weight: 1, matches: "Weighing each twice is infeasible.", ignores: "It is a feasible plan."),
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

  /// It takes more.
  static let prices: [Cue] = [
    Cue(
      "at the cost|expense|price of", .negative,
      weight: 1, matches: "It sorts at the cost of time.", ignores: "The cost of time is high."),
    Cue(
      "comes|come|came at the|a|an ... cost|expense|price", .negative,
      weight: 1, matches: "The second lamp comes at the cost of time.",
      ignores: "It sorts at the cost of time."),
    Cue(
      "increased|higher|additional|extra|more|longer|significant|large|substantial|considerable computational|training|memory|inference cost|costs|time|times|overhead|complexity",
      .negative,
      weight: 1, matches: "It needs longer training time.", ignores: "Training took time."),
  ]
}
