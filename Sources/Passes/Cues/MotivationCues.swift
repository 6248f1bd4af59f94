internal import IR

/// What sentences say is missing, assumed, limited or new.
package enum MotivationCues {
  package static let rows: [Cue] = [
    Cue(
      "remain* ... unclear|unknown|unexplored|open|challenging|difficult|elusive|limited|understudied",
      .gap, weight: 4,
      matches: "Why it helps remains unclear.", ignores: "The proof is clear."),
    Cue(
      "little|less|not ... known|understood|explored|studied|attention", .gap, weight: 3,
      matches: "Little is known about damp marbles.", ignores: "The little marble rolls."),
    Cue(
      "lack*|lacking ... of|a|an|the|any", .gap, weight: 2,
      matches: "Sorters lack a rule for ties.", ignores: "The lacquer is red."),
    Cue(
      "however|unfortunately|yet|but ... limit*|fail*|challeng*|difficult*|expensive|costly|suffer*|slow|cannot|lack*|struggle*",
      .gap, weight: 3, matches: "However weighing twice is expensive.",
      ignores: "However the wind blows."),
    Cue(
      "suffer*|struggle* from|with|to", .gap, weight: 2,
      matches: "One reading suffers from noise.", ignores: "It offers comfort."),
    Cue(
      "no ... work|method|approach|study|studies|benchmark*|prior|existing", .gap, weight: 2,
      matches: "No previous work sorts damp marbles.", ignores: "Work goes on."),
    Cue(
      "prior|previous|existing|current|traditional ... limit*|fail*|cannot|ignore*|require*|neglect*|overlook*|assume*|only",
      .gap, weight: 3,
      matches: "Existing sorters ignore the noise.", ignores: "Existing sorters are red."),
    Cue(
      "challenge|challenges|bottleneck|drawback|shortcoming*|obstacle*", .gap, weight: 2,
      matches: "The main bottleneck is the pan.", ignores: "The pan is made of steel."),
    Cue(
      "preclude*|hinder*|hamper*|imped*|prohibit*", .gap, weight: 3,
      matches: "Noise precludes sorting by eye.", ignores: "The precious marble rolls."),
    Cue(
      "fundamental|inherent|main|major|significant constraint|limitation|problem|issue|difficulty",
      .gap,
      weight: 2, matches: "The fundamental constraint remains.", ignores: "The fund is small."),
    Cue(
      "open problem|question|questions|problems", .gap, weight: 3,
      matches: "It is an open question.", ignores: "The box is open."),

    Cue(
      "have|has ... achieved|shown|become|emerged|led|enabled|gained|demonstrated|revolutionized",
      .motivation, weight: 2,
      matches: "Sorters have become common.", ignores: "Sorters are common."),
    Cue(
      "widely|commonly|increasingly|frequently|typically used|adopted|studied|applied|deployed",
      .motivation, weight: 2,
      matches: "Scales are widely used.", ignores: "The pan is wide."),
    Cue(
      "is|are ... important|crucial|essential|critical|fundamental|central|key|vital", .motivation,
      weight: 2,
      matches: "Sorting is crucial for play.", ignores: "Sorting is slow."),
    Cue(
      "recent|recently ... work|works|advances|progress|years|success|studies|shown", .motivation,
      weight: 2,
      matches: "Recent work sorts by colour.", ignores: "It works recently."),
    Cue(
      "motivated by", .motivation, weight: 2,
      matches: "Motivated by noise we weigh twice.", ignores: "The motive is noise."),

    Cue(
      "key|main|central|core insight|idea|observation|intuition", .insight, weight: 5,
      matches: "Our key insight is that noise tells.", ignores: "The key is lost."),
    Cue(
      "we ... hypothesi*|conjecture|argue|posit|postulate", .insight, weight: 3,
      matches: "We hypothesize that noise tells.", ignores: "They argue a lot."),
    Cue(
      "the|our idea|intuition is|behind", .insight, weight: 3,
      matches: "The idea is to weigh again.", ignores: "An idea came."),

    Cue(
      "we|this|paper|work ... propose*|introduce*|present*|develop*|design*", .contribution,
      weight: 3,
      matches: "We propose a second reading.", ignores: "The marbles are present."),
    Cue(
      "in this paper|work|study|article", .contribution, weight: 2,
      matches: "In this paper we weigh twice.", ignores: "The paper is white."),
    Cue(
      "our|main|key contribution|contributions", .contribution, weight: 3,
      matches: "Our contributions are two.", ignores: "He contributes often."),
    Cue(
      "we ... show|demonstrate|prove|establish|verify", .claim, weight: 3,
      matches: "We show that averaging is safe.", ignores: "They show nothing."),
    Cue(
      "we ... find|conclude|observe|confirm|believe", .claim, weight: 2,
      matches: "We conclude that averaging is safe.", ignores: "They conclude late."),
    Cue(
      "suggest*|indicate*|imply|implies|demonstrate* that", .claim, weight: 2,
      matches: "This suggests that noise matters.", ignores: "A suggestion was made."),
    Cue(
      "enables|allows|permits|makes ... possible|us|training|to", .claim, weight: 1,
      matches: "The band allows us to stop early.", ignores: "It was allowed."),
    Cue(
      "first ... to|work|method|approach|time", .claim, weight: 1,
      matches: "It is the first method that weighs twice.", ignores: "First things come late."),
    Cue(
      "is|are ... sufficient|necessary|responsible|robust|crucial|effective|efficient|superior",
      .claim, weight: 1,
      matches: "The band is sufficient.", ignores: "The band is red."),

    Cue(
      "future work|research|directions|studies", .future, weight: 3,
      matches: "We leave damp to future work.", ignores: "The future is bright."),
    Cue(
      "we leave|plan|hope|intend to|for|that|this", .future, weight: 2,
      matches: "We plan to weigh damp marbles.", ignores: "The plan is old."),

    Cue(
      "research question|questions|rq1|rq2|rq3", .question, weight: 4,
      matches: "Our research question is simple.", ignores: "The research is simple."),
    Cue(
      "we ... ask|investigate|study|explore|examine ... whether|how|why|if", .question, weight: 3,
      matches: "We ask whether two readings suffice.", ignores: "We ask nothing."),
    Cue(
      "question ... arises|is|whether|how", .question, weight: 2,
      matches: "A question arises from this.", ignores: "The quest is long."),
  ]
}
