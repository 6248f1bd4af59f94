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
    let words = name.lowercase.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if words.contains(where: Self.costs.contains) { return nil }
    if words.contains(where: Self.falling.contains) {
      self = .less
    } else if words.contains(where: Self.rising.contains) {
      self = .more
    } else {
      return nil
    }
  }

  /// What a variant takes rather than what it is worth.
  private static let costs: Set<String> = [
    "time", "params", "parameters", "flops", "memory", "steps", "epochs", "runtime", "latency",
    "speed", "cost", "size", "layers", "heads", "data", "lr", "rate", "weight",
  ]

  private static let falling: Set<String> = [
    "error", "errors", "err", "loss", "losses", "perplexity", "ppl", "wer", "cer", "fid", "mse",
    "rmse", "mae", "nll", "bpb", "bpc", "divergence", "regret", "ece", "bits",
  ]

  private static let rising: Set<String> = [
    "accuracy", "accuracies", "acc", "bleu", "rouge", "f1", "auc", "auroc", "auprc", "precision",
    "recall", "map", "ndcg", "mrr", "psnr", "ssim", "iou", "miou", "em", "reward", "return",
    "inception", "mcc", "kappa", "spearman", "pearson",
  ]
}
