internal import IR

/// Measures that a program printed: `val_loss=1.204`, `Accuracy: 0.93`, `"f1": 0.7`.
///
/// A name counts as a measure by the words in it; settings, steps and epochs are none.
struct PrintedMeasures {
  struct Measure: Hashable {
    let name: String
    let value: String
    /// From the name to the value, as printed.
    let words: String
  }

  private(set) var measures: [Measure] = []

  private static let mostLines = 8
  private static let longestLine = 400

  /// Of a long list, such as the lines of a training, the last line counts.
  init(in output: some StringProtocol) {
    var lines: [[Measure]] = []
    for line in Lines(output) where line.utf8.count <= Self.longestLine {
      let found = Self.measures(in: QuotedText.oneLine(line))
      let said = found.map { [$0.name, $0.value] }
      if !found.isEmpty,
        !lines.suffix(Self.mostLines).contains(where: { known in
          known.map { [$0.name, $0.value] } == said
        })
      {
        lines.append(found)
      }
    }
    measures = (lines.count > Self.mostLines ? lines.suffix(1) : lines[...]).flatMap { $0 }
  }

  /// The measures of each line, where so many lines print measures and all of them the same; else nil.
  static func lines(in output: some StringProtocol, count: Int) -> [[Measure]]? {
    var lines: [[Measure]] = []
    for line in Lines(output) where line.utf8.count <= longestLine {
      let found = measures(in: QuotedText.oneLine(line))
      if !found.isEmpty { lines.append(found) }
      if lines.count > count { return nil }
    }
    return lines.count == count && Set(lines.map { $0.map(\.name) }).count == 1 ? lines : nil
  }

  private static func measures(in line: String) -> [Measure] {
    let bytes = Array(line.utf8)
    var found: [Measure] = []
    for sign in bytes.indices
    where bytes[sign] == UInt8(ascii: "=") || bytes[sign] == UInt8(ascii: ":") {
      guard let range = name(endingBefore: sign, bytes), let value = value(after: sign, bytes)
      else { continue }
      let name = String(decoding: bytes[range], as: UTF8.self)
      guard isMeasure(name) else { continue }
      found.append(
        Measure(
          name: name, value: String(decoding: bytes[value], as: UTF8.self),
          words: String(decoding: bytes[range.lowerBound..<value.upperBound], as: UTF8.self)))
    }
    return found
  }

  private static func name(endingBefore sign: Int, _ bytes: [UInt8]) -> Range<Int>? {
    var end = sign
    while end > 0, bytes[end - 1] == 0x20 || isQuote(bytes[end - 1]) { end -= 1 }
    var start = end
    while start > 0, isNamePart(bytes[start - 1]) { start -= 1 }
    return (1...40).contains(end - start) ? start..<end : nil
  }

  /// A number, which ends before a space or a sign: no version, no time, no path.
  private static func value(after sign: Int, _ bytes: [UInt8]) -> Range<Int>? {
    var start = sign + 1
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    let end = bytes[start...].firstIndex { !isNumberPart($0) } ?? bytes.count
    guard start < end, PrintedNumber.isFinite(String(decoding: bytes[start..<end], as: UTF8.self)),
      end == bytes.count || " ,;)]}|%".utf8.contains(bytes[end])
    else { return nil }
    return start..<end
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || "_@/-.".utf8.contains(byte)
  }

  private static func isNumberPart(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || "+-.eE".utf8.contains(byte)
  }

  /// The sentence that reports a measure with its number, where no program printed one.
  static func sentence(in text: some StringProtocol) -> String? {
    Sentences.split(text).first { sentence in
      sentence.contains { $0.isASCII && $0.isNumber }
        && sentence.split { !($0.isLetter || $0.isNumber || $0 == "_") }
          .contains { isMeasure(String($0)) }
    }
  }

  /// Words in the names of measures.
  private static let words: Set<String> = [
    "acc", "accuracy", "auc", "auroc", "bleu", "cer", "correct", "dice", "ece", "elbo", "err",
    "error", "exact", "f1", "fid", "fps", "iou", "kl", "latency", "loss", "mae", "map", "miou",
    "mrr", "mse", "ndcg", "nll", "perplexity", "ppl", "precision", "psnr", "r2", "rate", "recall",
    "regret", "return", "reward", "rmse", "rouge", "runtime", "score", "speedup", "ssim",
    "success", "throughput", "time", "top1", "top5", "wer", "win",
  ]
  /// Words that make a name one of a setting or a counter.
  private static let settings: Set<String> = [
    "batch", "clip", "decay", "drop", "dropout", "epoch", "epochs", "fn", "function", "learning",
    "limit", "lr", "max", "min", "scale", "seed", "step", "steps", "threshold", "type", "weight",
  ]

  static func isMeasure(_ name: String) -> Bool {
    let parts = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      .map(String.init)
    return parts.contains { words.contains($0) } && !parts.contains { settings.contains($0) }
  }
}

extension Verdict.Detail {
  /// A measure that a program printed.
  init(_ measure: PrintedMeasures.Measure) {
    self.init(
      text: measure.words, metric: Verdict.Metric(name: measure.name, value: measure.value))
  }
}
