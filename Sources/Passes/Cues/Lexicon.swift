package import IR

/// Names that the field uses for one kind of thing, as a table.
package struct Lexicon: Sendable {
  /// A name with its other spellings, all in lower case; the first is the usual one.
  package struct Row: Sendable {
    package let spellings: [String]

    init(_ spellings: String...) { self.spellings = spellings }
    init(_ spellings: [String]) { self.spellings = spellings }
  }

  /// Spellings as words, by their first word; each with the row that it names.
  private let spellings: [String: [(row: Int?, words: [String])]]

  /// A bit for each length, beginning and end that the first word of a spelling has: most words of a
  /// text need not be made strings of.
  private let shapes: [UInt64]

  private static func bit(_ word: LexiconWords.Shape) -> Int {
    (Int(word.first) * 37 + Int(word.second) * 59 + Int(word.last) * 11 + word.count * 101) % 4096
  }

  private func mayBegin(_ word: LexiconWords.Shape) -> Bool {
    // Letters beyond ASCII may have another length in lower case.
    if (word.first | word.second | word.last) >= 0x80 { return true }
    let bit = Self.bit(word)
    return shapes[bit / 64] >> UInt64(bit % 64) & 1 == 1
  }

  /// `others` begin as a spelling does and name no row: the longest of a place wins.
  package init(rows: [Row], others: [String] = []) {
    var spellings: [String: [(row: Int?, words: [String])]] = [:]
    func add(_ spelling: String, _ row: Int?) {
      let words = spelling.parts(between: " ").map(String.init)
      if let first = words.first { spellings[first, default: []].append((row, words)) }
    }
    for (index, row) in rows.enumerated() { for spelling in row.spellings { add(spelling, index) } }
    for spelling in others { add(spelling, nil) }
    var shapes = [UInt64](repeating: 0, count: 64)
    for word in spellings.keys {
      guard let first = word.utf8.first, let last = word.utf8.last else { continue }
      let second = word.utf8.dropFirst().first ?? last
      let bit = Self.bit((first, second, last, word.utf8.count))
      shapes[bit / 64] |= 1 << UInt64(bit % 64)
    }
    self.shapes = shapes
    self.spellings = spellings.mapValues {
      $0.sorted { ($1.words.count, $0.row ?? 0) < ($0.words.count, $1.row ?? 0) }
    }
  }

  /// The parts of a text that name a row, as written, in order, each row once.
  package func mentions(in text: Grounded<String>) -> [Grounded<String>] {
    mentions(in: text, LexiconWords(text.value))
  }

  /// The same, of a text that is looked at for several tables.
  func mentions(in text: Grounded<String>, _ words: LexiconWords) -> [Grounded<String>] {
    found(in: words).map { range in
      let value = String(decoding: Array(text.value.utf8)[range], as: UTF8.self)
      guard text.derivation == nil, text.spans.count == 1 else {
        return Grounded(value, text.spans)
      }
      return Grounded(value, [text.spans[0].narrowed(to: range)])
    }
  }

  /// UTF-8 ranges of the mentions.
  package func found(in text: String) -> [Range<Int>] { found(in: LexiconWords(text)) }

  /// The same, of a text that is looked at for several tables.
  func found(in words: LexiconWords) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var seen: Set<Int> = []
    var at = 0
    while at < words.count {
      let candidates = mayBegin(words.shape(at)) ? spellings[words.text(at)] : nil
      let hit = candidates?.first { candidate in
        at + candidate.words.count <= words.count
          && candidate.words.indices.dropFirst().allSatisfy {
            words.text(at + $0) == candidate.words[$0]
          }
      }
      guard let hit else {
        at += 1
        continue
      }
      let last = at + hit.words.count - 1
      if let row = hit.row, seen.insert(row).inserted {
        ranges.append(words.ranges[at].lowerBound..<words.ranges[last].upperBound)
      }
      at = last + 1
    }
    return ranges
  }

  /// The first place where `name` stands as whole words.
  static func whole(_ name: String, in text: String) -> Range<Int>? {
    guard var range = text.utf8Range(of: name) else { return nil }
    let bytes = Array(text.utf8)
    while true {
      if isBoundary(bytes, range.lowerBound - 1), isBoundary(bytes, range.upperBound),
        range.lowerBound == 0 || bytes[range.lowerBound - 1] != 0x2D
      {
        return range
      }
      guard let next = text.utf8Range(of: name, from: range.lowerBound + 1) else { return nil }
      range = next
    }
  }

  /// Whether the byte is no part of a word; bytes beyond ASCII are.
  private static func isBoundary(_ bytes: [UInt8], _ at: Int) -> Bool {
    guard bytes.indices.contains(at) else { return true }
    let byte = bytes[at]
    return byte < 0x80 && !(byte.isASCIIDigit) && !(byte >= 0x41 && byte <= 0x5A)
      && !(byte >= 0x61 && byte <= 0x7A)
  }
}

/// Words in lower case with their places; `-`, `@`, `_` and inner dots belong to words.
struct LexiconWords: Sendable {
  /// UTF-8 offsets.
  let ranges: [Range<Int>]
  /// The text, its ASCII letters in lower case.
  private let bytes: [UInt8]

  init(_ text: String) {
    var text = text
    let (bytes, ranges) = text.withUTF8 { text in
      let bytes = text.map(\.lowercaseASCII)
      return (bytes, bytes.withUnsafeBufferPointer(Self.ranges))
    }
    self.bytes = bytes
    self.ranges = ranges
  }

  private static func ranges(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(bytes.count / 5)
    var start = 0
    for at in 0...bytes.count where at == bytes.count || !belongsToWords(bytes[at]) {
      var end = at
      while end > start, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2D { end -= 1 }
      if end > start { ranges.append(start..<end) }
      start = at + 1
    }
    return ranges
  }

  private static func belongsToWords(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte.isASCIIDigit) || (byte >= 0x61 && byte <= 0x7A)
      || byte == 0x2D || byte == 0x40 || byte == 0x5F || byte == 0x2E
  }

  var count: Int { ranges.count }

  /// The first two bytes of a word, the last one, and how many it has.
  typealias Shape = (first: UInt8, second: UInt8, last: UInt8, count: Int)

  func shape(_ index: Int) -> Shape {
    let range = ranges[index]
    let (first, last) = (range.lowerBound, range.upperBound - 1)
    return (bytes[first], bytes[min(first + 1, last)], bytes[last], range.count)
  }

  /// The bytes of a word, its ASCII letters in lower case.
  func lower(_ index: Int) -> ArraySlice<UInt8> { bytes[ranges[index]] }

  func text(_ index: Int) -> String {
    let text = String(decoding: bytes[ranges[index]], as: UTF8.self)
    return text.utf8.allSatisfy { $0 < 0x80 } ? text : text.lowercase
  }
}

extension Lexicon {
  /// Verbs, and what is named after a measure and is none.
  private static let besideMetrics = [
    "recall that", "recall the", "recall from", "return the", "return a", "return to",
    "return value", "return values", "map the", "map to", "map from", "map each", "map between",
    "loss of generality", "loss function", "loss functions", "loss term", "loss terms",
    "loss landscape", "loss weight", "loss weights", "loss weighting", "reward function",
    "reward functions", "reward model", "reward models", "reward hacking", "reward signal",
    "reward signals", "reward shaping", "error bar", "error bars", "error correction",
    "error handling", "error analysis", "error propagation", "memory access", "memory accesses",
    "memory address", "memory addresses", "memory cell", "memory cells", "memory bank",
    "memory banks", "memory location", "memory locations", "memory module", "memory network",
    "memory networks", "precision matrix", "variance reduction",
  ]

  package static let metrics = Lexicon(rows: metricRows, others: besideMetrics)

  private static let metricRows: [Row] = [
    .init("top-1 accuracy", "top-1 error"), .init("top-5 accuracy", "top-5 error"),
    .init("accuracy"),
    .init("error rate", "error rates", "test error", "training error", "classification error"),
    .init("error", "errors"), .init("bleu"),
    .init("rouge"), .init("perplexity", "ppl"), .init("micro f1", "micro-f1", "micro f_1"),
    .init("macro f1", "macro-f1", "macro f_1"),
    .init("f1", "f1 score", "f1-score", "f_1"),
    .init("precision"),
    .init("recall"), .init("auc", "auroc", "roc auc"), .init("map", "mean average precision"),
    .init("iou", "miou"),
    .init("fid"), .init("inception score"), .init("rmse", "root mean squared error"),
    .init("mse", "mean squared error"),
    .init("mae", "mean absolute error"),
    .init("validation loss", "training loss", "test loss", "eval loss", "loss"),
    .init("kl divergence"), .init("log-likelihood", "log likelihood", "nll"),
    .init("return", "average return", "reward"),
    .init("success rate"), .init("win rate"), .init("exact match"), .init("pass@1"),
    .init("bits per character", "bpc"),
    .init("runtime", "wall-clock time", "running time"), .init("training time", "train time"),
    .init("inference time", "infer time"),
    .init("training cost", "training costs", "training compute"),
    .init("training speed", "training throughput", "training efficiency"),
    .init("convergence time", "time to convergence"), .init("training stability"),
    .init("latency"),
    .init("throughput", "tokens per second"), .init("speedup", "speed-up"),
    .init("memory", "memory usage", "memory footprint"),
    .init("flops"), .init("word error rate", "wer"), .init("correlation"), .init("variance"),
    .init("flip rate"),
    .init("calibration error"), .init("sample efficiency"), .init("convergence"), .init("psnr"),
    .init("ssim"),
    .init("human evaluation"), .init("regret"), .init("diversity"), .init("robustness"),
    .init("stability"),
    .init("auprc", "average precision"), .init("ndcg"), .init("mrr", "mean reciprocal rank"),
    .init("hit rate", "hit ratio"), .init("meteor"), .init("cider"), .init("chrf"),
    .init("bertscore"), .init("lpips"), .init("cer", "character error rate"), .init("elo"),
    .init("brier score"), .init("cross-entropy", "cross entropy"), .init("bits per dimension"),
    .init("wasserstein distance"), .init("edit distance"), .init("cohen's kappa", "kappa"),
    .init("dice", "dice score", "dice coefficient"), .init("specificity"),
    .init("false positive rate", "fpr"), .init("mutual information", "nmi"),
    .init("hill estimator"), .init("q-q plot", "q-q plots"), .init("path length"),
    .init("expected calibration error", "ece"), .init("matthews correlation coefficient", "mcc"),
  ]

  package static let hardware = Lexicon(rows: [
    .init("a100"), .init("h100"), .init("h200"), .init("v100"), .init("p100"), .init("k80"),
    .init("a10g", "a10"), .init("a40"), .init("l40s", "l40"), .init("h800"), .init("b200"),
    .init("mi250", "mi250x", "mi300x"),
    .init("k40"), .init("nvidia t4", "tesla t4", "t4 gpu", "t4 gpus", "colab t4"), .init("a6000"),
    .init("a5000"), .init("a4000"), .init("p40"),
    .init("gh200"), .init("gtx 1080", "gtx 1070", "gtx 1060"), .init("quadro"),
    .init("rtx 3090", "rtx 4090", "rtx 2080", "rtx 3080", "rtx 5090", "rtx 4080", "rtx 3070"),
    .init("rtx 6000", "rtx 8000"), .init("titan", "titan x"), .init("xeon"), .init("epyc"),
    .init("ryzen"), .init("threadripper"), .init("core i7", "core i9"), .init("raspberry pi"),
    .init("tpu", "tpus", "tpuv3", "tpuv4", "tpu v3"),
    .init("gpu", "gpus"), .init("cpu", "cpus"),
    .init("apple m1", "apple m2", "m1 pro", "m1 max", "m2 pro", "m2 max", "m3 max"),
    .init("jetson"), .init("fpga"),
  ])

  package static let frameworks = Lexicon(rows: [
    .init("pytorch", "torch"), .init("tensorflow"), .init("jax"), .init("flax"), .init("keras"),
    .init("theano"), .init("caffe"), .init("mxnet"),
    .init("tensor2tensor"), .init("fairseq"), .init("huggingface", "hugging face"),
    .init("scikit-learn", "sklearn"),
    .init("numpy"), .init("scipy"), .init("xgboost"), .init("lightgbm"), .init("deepspeed"),
    .init("megatron-lm"), .init("vllm"), .init("lean 4", "lean"),
    .init("triton"), .init("cuda"), .init("julia"), .init("matlab"),
    .init("torchvision"), .init("pytorch lightning"), .init("pytorch geometric"), .init("dgl"),
    .init("openrlhf"), .init("timm"), .init("detectron2"), .init("stable-baselines3"),
    .init("gymnasium", "openai gym"), .init("pandas"), .init("statsmodels"), .init("spacy"),
    .init("nltk"), .init("faiss"), .init("onnx"), .init("tensorrt"), .init("cudnn"),
    .init("opencv"), .init("catboost"), .init("optuna"), .init("networkx"), .init("sympy"),
    .init("cvxpy"), .init("gurobi"), .init("cplex"), .init("qiskit"), .init("pennylane"),
    .init("deepxde"), .init("bitsandbytes"), .init("sentence-transformers"), .init("sglang"),
    .init("llama.cpp"), .init("torchaudio"), .init("mindspore"), .init("paddlepaddle"),
    .init("apex amp", "nvidia apex"), .init("pytorch amp", "torch amp"),
    .init("fp16", "float16", "half precision", "half-precision"), .init("bf16", "bfloat16"),
    .init("mixed-precision", "mixed precision"),
    .init("slurm"), .init("docker"),
  ])

  package static let datasets = Lexicon(rows: [
    .init("imagenet"), .init("cifar-10", "cifar10"), .init("cifar-100", "cifar100"), .init("mnist"),
    .init("fashion-mnist"), .init("svhn"),
    .init("ms coco", "coco"), .init("pascal voc"), .init("cityscapes"), .init("ade20k"),
    .init("wmt 2014", "wmt14", "wmt 2014 english-to-german"),
    .init("squad"), .init("glue"), .init("superglue"), .init("mnli"), .init("sst-2"), .init("mmlu"),
    .init("gsm8k"), .init("humaneval"),
    .init("wikitext-103", "wikitext"), .init("penn treebank"), .init("openwebtext"),
    .init("the pile"), .init("c4"), .init("enwik8"), .init("text8"),
    .init("shakespeare_char", "shakespeare"), .init("librispeech"), .init("common voice"),
    .init("atari"), .init("mujoco"), .init("d4rl"),
    .init("cora"), .init("citeseer"), .init("pubmed"), .init("ogbn-arxiv"), .init("ogbn-products"),
    .init("celeba"), .init("lsun"), .init("ffhq"),
    .init("kinetics"), .init("ucf101"), .init("isic"), .init("ham10000"), .init("movielens"),
    .init("long range arena", "long-range arena", "long-range-arena", "lra"), .init("omniglot"),
    .init("mini-imagenet", "miniimagenet"), .init("truthfulqa"), .init("bookcorpus"),
    .init("wikipedia"),
  ])
}
