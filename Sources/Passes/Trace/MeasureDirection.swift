internal import IR

/// Whether more of a measure is better, by its name.
enum MeasureDirection {
  case more, less

  /// Nil for a name that does not tell: settings, costs, counts.
  init?(of name: String) {
    if name.contains("↑") {
      self = .more
      return
    }
    if name.contains("↓") {
      self = .less
      return
    }
    if Self.isWay(name) {
      self = .less
      return
    }
    let words = name.lowercase.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if words.contains(where: Self.costs.contains) { return nil }
    if words.contains(where: Self.falling.contains) {
      self = .less
    } else if words.contains(where: Self.rising.contains) || Self.isAtRank(words) {
      self = .more
    } else {
      return nil
    }
  }

  /// Whether a word says what is measured.
  static func isMeasure(_ word: String) -> Bool { MeasureDirection(of: word) != nil }

  /// `Top-1`, `P@5`, `pass@1`: what is found among the first few.
  private static func isAtRank(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { word, rank in
      ranked.contains(word) && rank.allSatisfy(\.isNumber)
    }
  }

  /// `Steps to 99% accuracy`: how long it took to get somewhere.
  static func isWay(_ name: String) -> Bool {
    let words = name.lowercase.split { !$0.isLetter && !$0.isNumber }
    return zip(words, words.dropFirst()).contains { unit, next in
      next == "to" && ["steps", "epochs", "iterations", "updates", "time"].contains(unit)
    }
  }

  private static let ranked: Set<String> = ["top", "hits", "hit", "pass", "p", "r", "hr", "ap"]

  /// What a variant takes rather than what it is worth.
  private static let costs: Set<String> = [
    "time", "params", "parameters", "flops", "memory", "steps", "epochs", "runtime", "latency",
    "speed", "cost", "size", "layers", "heads", "data", "lr", "weight", "number",
  ]

  private static let falling: Set<String> = [
    "error", "errors", "err", "loss", "losses", "perplexity", "ppl", "wer", "cer", "eer", "fid",
    "mse", "rmse", "nrmse", "nmse", "mae", "mape", "smape", "crps", "nll", "bpb", "bpc",
    "divergence", "kl", "kld", "regret", "ece", "bits", "lpips", "dcf", "mindcf", "ade", "fde",
    "mpjpe", "fvd", "kid",
  ]

  private static let rising: Set<String> = [
    "accuracy", "accuracies", "acc", "bleu", "rouge", "meteor", "cider", "chrf", "bertscore", "f1",
    "auc", "auroc", "auprc", "precision", "recall", "map", "ndcg", "mrr", "psnr", "ssim", "iou",
    "miou", "em", "reward", "rewards", "return", "returns", "inception", "mcc", "kappa",
    "spearman", "pearson", "score", "scores", "success", "dice", "consistency", "mos",
  ]
}
