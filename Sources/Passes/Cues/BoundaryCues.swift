internal import IR

/// Where results hold, and what a study is for.
extension AssumptionCues {
  /// Where a method or a result holds, and what a study looks at.
  package static let boundaries = CueTable([
    Cue(
      "holds|hold|applies|applicable only|if|when|whenever|under|for|provided", .limitation,
      weight: 1,
      matches: "The bound holds only for flat pans.", ignores: "He holds a pan."),
    Cue(
      "provided that", .limitation, weight: 1,
      matches: "It halts provided that the pan is flat.", ignores: "We provided pans."),
    Cue(
      "as long as", .limitation, weight: 1,
      matches: "It halts as long as the pan is flat.", ignores: "It is as long."),
    Cue(
      "only if", .limitation, weight: 1,
      matches: "It halts if and only if the pan is flat.", ignores: "If it halts."),
  ])

  /// What a study looks at and nothing else.
  package static let scope = CueTable([
    Cue(
      "we|i ... focus|focused|restrict|restricted|confine|confined|limit|limited|concentrate ... on|to",
      .limitation, weight: 1,
      matches: "We focus on flat pans.", ignores: "We weigh flat pans."),
    Cue(
      "we|i only consider|considered|study|studied|include|included|analyze|analyse|examine|look",
      .limitation, weight: 1,
      matches: "We only consider flat pans.", ignores: "We consider flat pans."),
    Cue(
      "paper|work|study|analysis|article|report|thesis|experiments|evaluation|results ... focuses|focus|focused|concentrates|concentrate|concerned|restrict|restricted|limit|limited|confine|confined on|with|to|attention|consideration",
      .limitation, weight: 1,
      matches: "This paper focuses on flat pans.", ignores: "The pan is in focus."),
  ])

  /// What data, people and runs are left out of a study.
  package static let exclusions = CueTable([
    Cue(
      "was|were|been excluded", .limitation, weight: 1,
      matches: "Cracked marbles were excluded.", ignores: "It excludes us."),
    Cue(
      "we|i exclude|excluded", .limitation, weight: 1,
      matches: "We excluded all cracked marbles.", ignores: "It excludes us."),
    Cue(
      "we|i do|did not use|used|apply|utilize|utilise|employ|adopt", .limitation, weight: 1,
      matches: "We did not use any lamp.", ignores: "We did use a lamp."),
  ])

  /// How the sections of a method open that say what it is for.
  package static let settings = CueTable([
    Cue(
      "we|us consider|study the|a|an|general|systems|problems|settings", .limitation, weight: 1,
      matches: "We consider a yard with flat pans.", ignores: "We consider damp and wind.")
  ])

  /// On what terms a study compares.
  package static let terms = CueTable([
    Cue(
      "fair|fairer comparison|comparisons", .limitation, weight: 1,
      matches: "For a fair comparison both pans are flat.", ignores: "The comparison is old."),
    Cue(
      "identical|same|equal conditions|settings|setting|setup|hyperparameters|budget|budgets|protocol",
      .limitation, weight: 1,
      matches: "Both were weighed under the same conditions.",
      ignores: "The conditions are damp."),
    Cue(
      "identical|same training|experimental|evaluation|computational conditions|settings|setup|budget|protocol|configuration",
      .limitation, weight: 1,
      matches: "Both were weighed in the same experimental setup.",
      ignores: "The conditions are damp."),
  ])

  /// What the sides of a comparison have in common.
  package static let shared = CueTable([
    Cue(
      "we|experiments|models|methods|baselines|measures|systems|all ... use|used|uses|apply|applied|adopt|adopted|employ|employed|run|performed|conducted|trained|evaluated ... same|identical ... parameters|hyperparameters|hyper-parameters|architecture|architectures|configuration|configurations|seed|seeds|split|splits|settings|prompt|prompts|evaluation|procedure|protocol|backbone|data|epochs|budget|network|conditions|hardware|optimizer|pipeline",
      .limitation, weight: 1,
      matches: "All measures are run with exactly the same settings.",
      ignores: "The same settings win."),
    Cue(
      "shared|matched|identical|same by|across|for|over|between all|both|the|every|each ... methods|algorithms|models|systems|baselines|experiments|sets|datasets|runs|conditions|tasks|games|languages",
      .limitation, weight: 1,
      matches: "The pans are shared by all systems.", ignores: "All systems share a yard."),
  ])

  /// What sounds like a restriction of a study and is none.
  package static let scopeVetoes = CueTable([
    Cue(
      "if|when|section|sections|chapter|let|before|first|initially|now|next|then ... we|us|i",
      .claim,
      weight: 1,
      matches: "If we focus on July, it is dry.", ignores: "We focus on July."),
    Cue(
      "allow|allows|enable|enables|not|need|can|to focus|concentrate|limit|limited|restrict|restricted",
      .claim, weight: 1,
      matches: "It allows us to focus on pans.", ignores: "We focus on pans."),
  ])
}
