internal import IR

/// What sentences say was built, set, chosen or defined.
package enum MethodCues {
  package static let rows: [Cue] = [
    Cue(
      "is|are|as defined|denoted|given as|by", .definition, weight: 3,
      matches: "Noise is defined as the spread.", ignores: "Noise is loud."),
    Cue(
      "we|let ... define|denote|call|term", .definition, weight: 3,
      matches: "We call this the band.", ignores: "They call often."),
    Cue(
      "refer|refers|referred to ... as", .definition, weight: 3,
      matches: "We refer to this as the band.", ignores: "The referee came."),
    Cue(
      "known|called|termed|named|dubbed as|the|a", .definition, weight: 1,
      matches: "It is known as the band.", ignores: "Nobody knew."),
    Cue(
      "let ... be|denote", .definition, weight: 2,
      matches: "Let r be a reading.", ignores: "Letters arrive."),
    Cue(
      "is|are a|an|the ... that|which|of", .definition, weight: 1,
      matches: "A band is an interval that holds readings.", ignores: "A band plays."),

    Cue(
      "we ... train*|evaluat*|test*|run|ran|measur*|report*|fine-tun*|finetun*|optimi*", .method,
      weight: 2,
      matches: "We train the sorter on glass.", ignores: "The train is late."),
    Cue(
      "we ... use*|employ*|adopt*|apply|applied|follow*|implement*|comput*|sampl*|split|initiali*|normali*",
      .method, weight: 2,
      matches: "We use a desk scale.", ignores: "The use is clear."),
    Cue(
      "consist*|comprise*|composed of", .method, weight: 2,
      matches: "The sorter consists of two parts.", ignores: "It is consistent."),
    Cue(
      "take*|receive*|map* ... as|input|inputs", .method, weight: 2,
      matches: "The gate takes one reading as input.", ignores: "It takes time."),
    Cue(
      "first|then|next|finally we", .method, weight: 2,
      matches: "Then we weigh again.", ignores: "And then came rain."),
    Cue(
      "^ given|for each|every", .method, weight: 1,
      matches: "Given each reading we decide.", ignores: "It was given away."),

    Cue(
      "learning|batch|dropout|weight|step|hidden|sequence|context rate|size|decay|dimension|length|sizes|rates",
      .configuration, weight: 3,
      matches: "The learning rate is small.", ignores: "Learning is fun."),
    Cue(
      "epoch|epochs|iterations|seed|seeds|optimizer|hyperparameter*|hyper-parameter*|adam|adamw|sgd|warmup|momentum",
      .configuration, weight: 2,
      matches: "We fit for ten epochs.", ignores: "We fit well."),
    Cue(
      "set|fix|fixed|chosen|choose ... to|at|as|be #", .configuration, weight: 2,
      matches: "The band is set to 4.", ignores: "The set is large."),
    Cue(
      "gpu|gpus|tpu|tpus|cpu|cpus|a100|v100|h100|nvidia|cuda", .configuration, weight: 2,
      matches: "It runs on one GPU.", ignores: "It runs on one leg."),
    Cue(
      "pytorch|tensorflow|jax|keras|numpy|scikit-learn|huggingface", .configuration, weight: 2,
      matches: "The code uses PyTorch.", ignores: "The code uses light."),
    Cue(
      "# layers|heads|hidden|units|parameters|steps|epochs|samples|runs|trials|seeds|folds",
      .configuration, weight: 2,
      matches: "It has 6 layers.", ignores: "It has layers."),

    Cue(
      "we ... choose|chose|select|selected|opt|opted|decide|decided|prefer", .choice, weight: 3,
      matches: "We choose averaging for its safety.", ignores: "They choose badly."),
    Cue(
      "instead|rather of|than", .choice, weight: 2,
      matches: "We average instead of selecting.", ignores: "It is rather late."),
    Cue(
      "as opposed to", .choice, weight: 1,
      matches: "We average as opposed to selecting.", ignores: "As such they are opposed."),
    Cue(
      "in contrast to", .choice, weight: 1,
      matches: "In contrast to others we average.", ignores: "The contrast is low."),
    Cue(
      "alternative|alternatives", .choice, weight: 2,
      matches: "An alternative is to weigh three times.", ignores: "They alternate."),
    Cue(
      "^ unlike", .choice, weight: 1,
      matches: "Unlike others we average.", ignores: "They like others."),

    Cue(
      "to avoid|prevent|mitigate|stabilize|reduce|ensure|alleviate|counteract", .heuristic,
      weight: 3,
      matches: "We wait to avoid swing.", ignores: "We wait for long."),
    Cue(
      "we ... found|find ... helpful|useful|important|beneficial|crucial|necessary|best|sufficient|better",
      .heuristic, weight: 4,
      matches: "We found it helpful to wait.", ignores: "We found a marble."),
    Cue(
      "in practice", .heuristic, weight: 3,
      matches: "In practice two readings suffice.", ignores: "Practice makes perfect."),
    Cue(
      "trick|tricks|heuristic|heuristics", .heuristic, weight: 4,
      matches: "A simple trick is to wait.", ignores: "The triangle is red."),
    Cue(
      "rule of thumb", .heuristic, weight: 4,
      matches: "As a rule of thumb we wait.", ignores: "The rule is thumbed."),
    Cue(
      "for|numerical|training stability|robustness|efficiency", .heuristic, weight: 2,
      matches: "We clip for stability.", ignores: "The stable is full."),
    Cue(
      "empirically|important to|that|we|found|note", .heuristic, weight: 2,
      matches: "Empirically we wait two seconds.", ignores: "The empire fell."),
    Cue(
      "because|since ... would|otherwise|cannot|unstable|noise|noisy|small|large", .heuristic,
      weight: 1,
      matches: "We wait because the pan would swing.", ignores: "Because of rain we wait."),
  ]
}
