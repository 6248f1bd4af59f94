internal import IR

/// Whose limits a sentence tells, and what sounds like a limit and is none.
extension LimitCues {
  /// What marks a sentence as one about the paper's own work.
  package static let own = CueTable([
    Cue(
      "we|our|ours|us", .claim, weight: 1, matches: "Our pan is flat.", ignores: "The pan is flat."),
    Cue(
      "this|present paper|work|study|article|report|thesis|methodology|research|framework|investigation",
      .claim, weight: 1,
      matches: "The present paper is thin.", ignores: "The paper is thin."),
    Cue(
      "the proposed", .claim, weight: 1,
      matches: "The proposed pan is flat.", ignores: "The pan was proposed."),
    Cue(
      "reported|presented|considered|studied|tested|examined|used|results|experiments|examples here|above|below",
      .claim,
      weight: 1,
      matches: "The results reported here are dry.", ignores: "Here it is dry."),
    Cue(
      "section|sec|appendix|theorem|proposition #", .claim, weight: 1,
      matches: "Steel is not weighed (Section 4).", ignores: "A section of steel is heavy."),
  ])

  /// Whose limits a sentence tells that does not speak of the paper's own work.
  package static let others = CueTable([
    Cue(
      "existing|traditional|prior|previous|conventional|classical|standard|vanilla|alternative|their",
      .claim,
      weight: 1,
      matches: "Existing sorters are limited.", ignores: "The method exists.")
  ])

  /// What the authors aim at and hope for; at the end of a paper that may be what is left for later.
  package static let hopes = CueTable([
    Cue(
      "we|i|also|therefore aim|aims|seek|strive|wish to", .claim, weight: 1,
      matches: "By limiting the yard we aim to find the limits.", ignores: "The aim is low."),
    Cue(
      "we|i ... believe|hope|expect|envision|encourage|anticipate", .claim, weight: 1,
      matches: "We hope that it helps others.", ignores: "Hope is free."),
  ])

  /// What authors hope that their work will be for others.
  package static let influence = CueTable([
    Cue(
      "inspir*|support*|help|helps|serve|serves|encourag*|benefit*|contribut*|guide|guides|facilitat*|useful|stimulat*",
      .claim, weight: 1,
      matches: "We hope that it helps to sort.", ignores: "We hope that pans will be built.")
  ])

  /// What a sentence beside limits says of other things: what is announced, hoped for or removed.
  package static let vetoes = CueTable([
    Cue(
      "we|i|authors thank|acknowledge|grateful", .claim, weight: 1,
      matches: "We thank the weighers.", ignores: "Thanks to wind it rolls."),
    Cue(
      "we show|showed|demonstrate|demonstrated|prove|proved|verify", .claim, weight: 1,
      matches: "We show that limits fall.", ignores: "They show limits."),
    Cue(
      "we have|had shown|demonstrated|proved|proven|verified", .claim, weight: 1,
      matches: "We have shown that the sorter can be improved.",
      ignores: "We have not shown it."),
    Cue(
      "solution|solutions|answer|remedy|alternative to ... limitation*|drawback*|shortcoming*|weakness*|problem*|issue*|challenge*",
      .claim, weight: 1,
      matches: "It offers solutions to existing limitations.", ignores: "It has limitations."),
    Cue(
      "and show|demonstrate|prove that", .claim, weight: 1,
      matches: "We weigh old pans and show that they offer little.", ignores: "We show old pans."),
    Cue(
      "see|in section|sec|appendix|table|figure ... for", .claim, weight: 1,
      matches: "See Section 5 for a list of limitations.", ignores: "We see limits."),
    Cue(
      "we introduce|present|pursue|revisit|return", .claim, weight: 1,
      matches: "We introduce the caveat here.", ignores: "The present caveat is wind."),
    Cue(
      "we|paper|study|work investigate*|examine*|analyze*|study|studies ... challenge*|limitation*|factor*",
      .claim, weight: 1,
      matches: "We examine the limitations of pans.", ignores: "We have limitations."),
    Cue(
      "foundation|basis|groundwork|inform|informs|inspire|inspires|guide|pave*|pav* ... future|further",
      .claim, weight: 1,
      matches: "It lays the groundwork for future sorters.", ignores: "The work is ground."),
    Cue(
      "space|page limit|limits|limitation|limitations|constraints", .claim, weight: 1,
      matches: "Due to space limits we show one.", ignores: "The limit is high."),
    Cue(
      "not|no|without|longer ... limited|restricted|limitation|limitations|sensitive|confined|prone|susceptible|vulnerable|expense",
      .claim, weight: 1,
      matches: "The sorter is not limited to glass.", ignores: "The sorter is limited."),
    // What needs little is a benefit.
    Cue(
      "no|without|minimi*|reduc*|avoid*|negligible ... additional|extra|added ... cost|costs|overhead|increase|burden",
      .claim, weight: 1,
      matches: "We weigh twice at no additional cost.", ignores: "It has an additional cost."),
    Cue(
      "requires|require|needs|need|takes only|just|merely", .claim, weight: 1,
      matches: "It requires only a single pan.", ignores: "It requires a second pan."),
    Cue(
      "that|which|who have|has|had|are|is|was|were not yet", .claim, weight: 1,
      matches: "We weigh marbles that have not yet rolled.", ignores: "We have not yet weighed."),
    Cue(
      "no|not|none|never|neither|nor|cannot|if|whether|when ... outperform|outperforms|outperformed|surpass|surpasses|beat|beats our|ours",
      .claim, weight: 1,
      matches: "No sieve outperforms ours.", ignores: "The sieve outperforms ours."),
    Cue(
      "less prone|susceptible|sensitive|vulnerable|limited|restricted|dependent", .claim, weight: 1,
      matches: "The flat pan is less prone to swing.", ignores: "The flat pan is prone to swing."),
    Cue(
      "overcom*|address*|tackl*|alleviat*|mitigat*|circumvent*|resolv*|solv*|remed*|avoid*|compensat* ... limitation*|drawback*|shortcoming*|weakness*|disadvantage*|problem*|issue*|challenge*",
      .claim, weight: 1,
      matches: "It overcomes the main limitation.", ignores: "It has one limitation."),
    Cue(
      "rest|remainder of the|this|our paper|article|section", .claim, weight: 1,
      matches: "The rest of the paper deals with pans.", ignores: "The paper rests."),
    Cue(
      "validity concerns|pertains|refers|relates", .claim, weight: 1,
      matches: "Internal validity concerns how we weigh.", ignores: "The validity is low."),
    Cue(
      "section|paper|work|study presents|presented|introduces|introduced|proposes|proposed", .claim,
      weight: 1,
      matches: "This paper presented limits of pans.", ignores: "The limits of paper are known."),
    Cue(
      "^ if ... we|our", .claim, weight: 1,
      matches: "If we find a limit, we do not continue.", ignores: "We do not continue."),
    Cue(
      "we|section|appendix ... discuss*|describe*|outline*|summari*|report*|examine*|acknowledge ... limitation*|direction*|future|extension*|avenue*|caveat*|threat*|disadvantage*|drawback*|shortcoming*|weakness*",
      .claim, weight: 1,
      matches: "We discuss limitations later.", ignores: "We discuss marbles."),
  ])
}
