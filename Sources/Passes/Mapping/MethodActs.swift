internal import IR

/// Tells sentences in whose main clause the authors do what their method does: `Next, we weigh every
/// marble.`
///
/// What they know, name, assume, evaluate or could do is no act of a method, and what stands in a
/// clause of its own (`the marbles that we weigh`) tells of something else.
enum MethodActs {
  static func tell(_ sentence: CueWords) -> Bool {
    let words = sentence.words
    guard let subject = words.firstIndex(of: "we"), let first = words.first,
      subject == 0 || !subjects.contains(first) && !subordinators.contains(words[subject - 1]),
      let verb = words[(subject + 1)...].prefix(longestLead).first(where: { !adverbs.contains($0) })
    else { return false }
    return isAct(verb) && trials.matches(in: sentence).isEmpty
  }

  private static func isAct(_ verb: String) -> Bool {
    acts.contains(verb)
      || verb.hasSuffix("ed")
        && (acts.contains(String(verb.dropLast(2))) || acts.contains(String(verb.dropLast())))
      || verb.hasSuffix("ied") && acts.contains(verb.dropLast(3) + "y")
  }

  private static let longestLead = 4

  /// What a sentence begins with that has another subject.
  private static let subjects: Set<String> = [
    "the", "a", "an", "one", "our", "this", "these", "those", "it", "such", "they", "section",
    "figure", "table", "algorithm", "there",
  ]

  /// What leads from a main clause into another one.
  private static let subordinators: Set<String> = [
    "that", "which", "how", "what", "where", "whether", "as", "than", "because", "why", "whom",
    "if", "when", "since", "while", "once", "after", "before", "until", "although", "though",
  ]

  private static let adverbs: Set<String> = [
    "also", "then", "first", "firstly", "next", "finally", "further", "again", "directly", "simply",
    "instead", "only", "now", "additionally", "therefore", "thus", "jointly", "randomly",
    "subsequently", "always", "separately", "iteratively", "independently", "explicitly", "just",
    "manually", "automatically",
  ]

  private static let acts: Set<String> = [
    "accumulate", "add", "adapt", "adopt", "adjust", "align", "apply", "approximate", "arrange",
    "assign",
    "attach", "augment", "average", "build", "built", "calculate", "cast", "choose", "chose",
    "classify", "cluster", "collect", "combine", "compose", "compute", "concatenate", "construct",
    "convert", "create", "crop", "decode", "decompose", "design", "discard", "divide", "draw",
    "drew", "embed", "employ", "encode", "estimate", "extract", "feed", "fed", "filter",
    "fine-tune", "finetune", "fit", "fix", "freeze", "fuse", "generate", "group",
    "implement", "include",
    "incorporate", "initialize", "initialise", "inject", "insert", "integrate", "iterate", "learn",
    "leverage", "linearize", "load", "map", "mask", "maximize", "merge", "minimize", "minimise",
    "model", "modify", "multiply", "normalize", "normalise", "obtain", "optimize", "optimise",
    "partition", "pass", "perform", "pick", "predict", "process", "project", "prune", "quantize",
    "rank", "reduce", "remove", "repeat", "replace", "rescale", "reset", "resize", "restrict",
    "run",
    "ran", "sample", "scale", "score", "select", "set", "solve", "sort", "split", "stack", "start",
    "store", "sum", "take", "took", "tokenize", "train", "transform", "treat", "update", "use",
    "utilize", "utilise", "weigh", "weight",
  ]

  /// What is done to see how good something is, or with what names.
  static let trials = CueTable([
    Cue(
      "metric|metrics|baseline|baselines|benchmark|benchmarks|evaluation", .result,
      weight: 1, matches: "We use two metrics.", ignores: "We use two scales."),
    Cue(
      "we ... use|used|adopt|adopted|choose|chose|select|selected|train ... dataset|datasets|corpus|split",
      .result, weight: 1, matches: "We use the old dataset of marbles.",
      ignores: "We use the old scale."),
    Cue(
      "we use ... ... ... to denote|represent|refer|indicate|mean", .result, weight: 1,
      matches: "We use M to denote a marble.", ignores: "We use M to weigh."),
  ])
}
