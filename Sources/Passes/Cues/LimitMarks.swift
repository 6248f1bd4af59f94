internal import IR

/// What sentences that stand among limits or plans are made of.
extension LimitCues {
  /// What tells a limit from other sentences of a section about limits.
  package static let restraints = CueTable([
    Cue(
      "however|although|though|despite|but|while|unfortunately", .limitation, weight: 1,
      matches: "However, steel is heavy.", ignores: "Steel is heavy."),
    Cue(
      "not|cannot|no|without|lack|lacks|fail|fails|never|neither|nor|none", .limitation, weight: 1,
      matches: "It does not weigh steel.", ignores: "It weighs steel."),
    Cue(
      "require|requires|required|need|needs|only|single|may|might", .limitation,
      weight: 1,
      matches: "It requires a pan.", ignores: "It has a pan."),
    Cue(
      "difficult*|hard|challenging|effort|careful|bias|biases|biased|risk|risks|error|errors|noise|noisy|approximat*",
      .limitation, weight: 1,
      matches: "It is hard to build.", ignores: "It is built."),
    Cue(
      "limit|limits|limited|restrict|restricts|restricted|reduce|reduces|degrade*|hinder*|hamper*|limitation|limitations|threat|threats|caveat|concern",
      .limitation, weight: 1,
      matches: "Wind limits the sorter.", ignores: "Wind is air."),
    Cue(
      "in|on|with|from|a one|two|three|single|fixed", .limitation,
      weight: 1,
      matches: "It was tried in one yard.", ignores: "One yard is dry."),
    Cue(
      "exclude*|omit*|ignore*|neglect*|unexplored|untested|left|false|wrong|wrongly|incorrect|incorrectly|mistake*|mistaken*|missing|miss|poor|subjective|unclear|unknown|uncertain|slow|slower|costly|expensive|depend|depends|assume|assumes|limiting",
      .limitation, weight: 1,
      matches: "Wet pans give wrong readings.", ignores: "Pans give readings."),
  ])

  /// What a section of limits says of them besides: why they are, and what was done about them.
  package static let remarks = CueTable([
    Cue(
      "^ to mitigate|alleviate|minimize|minimise|counter|address|reduce|avoid this|these|that|such",
      .claim, weight: 1,
      matches: "To mitigate this, two of us weighed.", ignores: "We weighed to mitigate this."),
    Cue(
      "^ this|that is|was because", .claim, weight: 1,
      matches: "This is because pans swing.", ignores: "This is a pan."),
    Cue(
      "^ consequently|therefore|thus|hence|overall", .claim, weight: 1,
      matches: "Therefore, we weigh twice.", ignores: "We weigh twice."),
    Cue(
      "in turn", .claim, weight: 1,
      matches: "This, in turn, makes it calm.", ignores: "It turns."),
    Cue(
      "to ... mitigate|alleviate|minimize|minimise|counter|counteract|remedy|reduce|address|overcome|ensure|avoid ... this|these|that|such|it|threat|threats|bias|risk|risks|issue|issues|limitation|subjectivity",
      .claim, weight: 1,
      matches: "Two of us weighed to reduce the risk.", ignores: "The risk is small."),
    Cue(
      "we|was|were|is|are ... mitigate|mitigated|mitigates|addressed|minimized|minimised|alleviated|alleviate|ensured",
      .claim, weight: 1,
      matches: "This threat is mitigated by weighing twice.", ignores: "This threat is real."),
    Cue(
      "we|our|us|this ... confidence|confident|believe|argue|confirm|confirmed|ensure|checked|verified|validated",
      .claim, weight: 1,
      matches: "This gives us some confidence.", ignores: "It lacks force."),
    Cue(
      "not|no ... issue|issues|problem|problems|concern|overfitting|influence|matter", .claim,
      weight: 1,
      matches: "Hence damp should not be an issue.", ignores: "Damp is an issue."),
    Cue(
      "suggest|suggests|suggesting|showed|shows|indicating|indicates|demonstrates|demonstrating|offering|remain|remains ... robust|high|consistent|consistency|comparable|similar|representative|reliable|insights|growing|valid",
      .claim, weight: 1,
      matches: "It agrees, suggesting that it is robust.", ignores: "It is robust."),
  ])

  /// What grants a limit in a sentence about results or at the end: the work itself is then meant.
  package static let concessions = CueTable([
    Cue(
      "however|unfortunately|nevertheless|nonetheless|albeit|admittedly|although|though|despite|but",
      .limitation, weight: 1,
      matches: "It is fast, albeit heavy.", ignores: "It is fast."),
    Cue(
      "^ yet|while|still", .limitation, weight: 1,
      matches: "While it is fast, it is heavy.", ignores: "It swings while it is weighed."),
  ])

  /// Where a result does not hold: the own work does not lead there.
  package static let exceptions = CueTable([
    Cue(
      "best|better|lowest|highest|smallest|largest|smaller|larger|lower|higher|faster|fastest|superior|outperform*|surpass*|improve* ... except|exception",
      .limitation, weight: 1,
      matches: "Our pan has the lowest drift except on steel.", ignores: "All but steel roll."),
    Cue(
      "on|in|for|across|over all|every|each ... except|exception", .limitation, weight: 1,
      matches: "On all days, except Monday, our pan is exact.", ignores: "All except one are red."),
  ])

  /// What a system cannot do, directly behind its name.
  package static let inabilities = CueTable([
    Cue(
      "does|do|did|is|are|was|were|has|have|can|could not ... support*|handle*|account|take|capture|generaliz*|generalis*|scale|guarantee|provide|converge|achieve|reach|outperform|exploit|consider|cover|detect|recover|distinguish|optimized|optimised|tested|able|competitive|compete|suitable|applicable|designed|intended|satisfy|have|measure|represent|reflect|reproduce|terminate|finish",
      .limitation, weight: 1,
      matches: "The sorter does not yet support damp marbles.", ignores: "It does not roll."),
    Cue(
      "cannot|supports|fails|failed|struggles only|be|to|on|with|in|when|perform|handle|distinguish|recover|capture",
      .limitation, weight: 1,
      matches: "The sorter cannot handle damp marbles.", ignores: "It supports the pan."),
  ])

  /// What would or should be done, as the subject of a sentence: a plan among limits and at the end of a paper.
  package static let proposals = CueTable([
    Cue(
      "validating|validation|investigating|evaluating|exploring|extending|combining|conducting|computing|scaling|applying|incorporating|integrating|studying|examining|analyzing|analysing ... ... ... ... ... may|would|could|might",
      .future, weight: 1,
      matches: "Finally, combining pans of steel could help.",
      ignores: "We could help by combining pans."),
    Cue(
      "next|promising|interesting step|steps|area|areas is|are|remains", .future, weight: 1,
      matches: "The natural next step is a pan of steel.", ignores: "In the next step we weigh."),
    Cue(
      "remains|are the|a ... next step|steps", .future, weight: 1,
      matches: "Weighing steel remains the next step.", ignores: "At the next step it halts."),
  ])

  /// What tells a plan from other sentences of a paragraph about plans.
  package static let prospects = CueTable([
    Cue(
      "could|can|may|might|will|would|should", .future, weight: 1,
      matches: "It could be made of steel.", ignores: "It is made of steel."),
    Cue(
      "extend*|extension|extensions|explor*|investigat*|direction|directions|step|steps|include|includes",
      .future, weight: 1,
      matches: "Natural extensions include steel.", ignores: "Steel is natural."),
  ])
}
