internal import IR

// What sentences with an alternative say that was seen or held, rather than chosen.

extension ChoiceRules {
  /// Verbs of seeing and believing.
  static let findings = CueTable([
    Cue(
      "we|our|results|experiments ... find|found|observe|observed|show|showed|see|believe|argue|note|conclude|demonstrate|hypothesize|speculate|suspect|conjecture|suggest|expect that",
      .claim, weight: 1,
      matches: "We find that lamps matter.", ignores: "We use lamps."),
    Cue(
      "outperform*|surpass*|exceed*|achieves|achieve|is|are better|faster|superior", .comparison,
      weight: 1, matches: "Our lamp is better in daylight.", ignores: "Our lamp is red."),
    Cue(
      "attributed|due|owing to", .claim, weight: 1, matches: "Our gain is due to the lamp.",
      ignores: "Our gain is large."),
    Cue(
      "we|one could|would|might", .claim, weight: 1, matches: "Alternatively, we could use a lamp.",
      ignores: "Alternatively, we use a lamp."),
    Cue(
      "evidence|conclude|concludes ... that", .claim, weight: 1,
      matches: "We give evidence that lamps matter.", ignores: "We use lamps at night."),
    Cue("was|were #", .result, weight: 1, matches: "The error was 9.", ignores: "It was red."),
    Cue(
      "ablation|ablations|baseline|baselines", .comparison, weight: 1,
      matches: "In the first ablation we use no lamp.", ignores: "We use no lamp."),
    Cue(
      "contribution|contributions|novelty|finding|findings|takeaway|insight|reason|limitation is|are|lies",
      .claim, weight: 1,
      matches: "Our contribution is a lamp.", ignores: "Our contribution helps."),
    Cue(
      "evaluation|analysis|results|experiments|study reveal|reveals|revealed", .claim, weight: 1,
      matches: "Our analysis reveals lamps.", ignores: "Our lamps reveal a pan."),
    // What one thing is said to be, or is called, chooses nothing.
    Cue(
      "we view|regard|interpret|present|denote|emphasize|emphasise|highlight|illustrate", .claim,
      weight: 1, matches: "We view lamps as suns.", ignores: "We use lamps as suns."),
    Cue("there is|are|was|were", .claim, weight: 1, matches: "There is a lamp.", ignores: "It is."),
    Cue(
      "claims|claim about", .claim, weight: 1, matches: "Our claim about lamps is this.",
      ignores: "Our claim is this."),
    // What a clause of evidence or of doubt says is held to be so, not done.
    Cue(
      "evidence|proof|conclude|concludes|concluded ... that", .claim, weight: 1,
      matches: "We give evidence of ours that lamps help.", ignores: "We give evidence."),
    Cue(
      "we study|ask|examine|investigate|test|explore|evaluate|analyze whether|how|why", .claim,
      weight: 1, matches: "We study whether lamps help.", ignores: "We study lamps."),
    Cue(
      "if|whether|unless we", .claim, weight: 1, matches: "It burns if we use a lamp.",
      ignores: "It burns and we use a lamp."),
    Cue(
      "we can|may see|observe|note|notice|read", .claim, weight: 1,
      matches: "We can see from this that lamps help.", ignores: "We can use a lamp."),
    Cue(
      "results|theorem|theorems|bound|bounds|analysis|proof|guarantee|guarantees hold|holds|apply|applies",
      .claim, weight: 1, matches: "Our results hold in the dark.", ignores: "Our results are red."),
    // What something does without is its merit.
    Cue(
      "neither|not require|requires|need|needs|rely|relies|assume|assumes|depend|depends", .claim,
      weight: 1, matches: "Our lamp does not need oil.", ignores: "Our lamp does not use oil."),
    Cue(
      "to denote|represent|refer", .claim, weight: 1, matches: "We use P to denote a pan.",
      ignores: "We use a pan."),
    Cue(
      "allows|allowed|enables|enabled us", .claim, weight: 1,
      matches: "Our lamp allows us to read.", ignores: "Our lamp allows reading."),
    Cue(
      "future work|direction|directions|research", .claim, weight: 1,
      matches: "A future direction is a lamp.", ignores: "A lamp is next."),
  ])
}
