internal import IR

/// Names of parameters with their other spellings and the file that holds them.
package struct ParameterName: Sendable {
  package enum Value: Sendable { case number, word }

  /// As configuration files print it.
  package let name: String
  package let spellings: [String]
  package let group: String
  package let value: Value
  /// Nouns that follow the number: `6 layers`.
  package let counted: [String]
  /// Names in code.
  package let code: [String]
}

/// The synonyms table: words of papers against names in code.
package enum ParameterTable {
  package static let rows: [ParameterName] = [
    row(
      "Learning rate",
      ["learning rate", "learning-rate", "lr", "step size", "step-size", "stepsize"], "training",
      code: ["lr", "learning_rate", "base_lr", "max_lr"]),
    row(
      "Batch size",
      [
        "batch size", "batch-size", "mini-batch size", "minibatch size", "mini batch size",
        "batch of size", "batches of size", "mini-batches of size", "minibatches of size",
        "batches of",
        "mini-batches of", "minibatches of", "minibatch of", "mini-batch of",
      ], "training",
      code: ["batch_size", "train_batch_size", "bs"]),
    row(
      "Epochs", ["number of epochs", "training epochs"], "training",
      counted: ["epochs", "training epochs"],
      code: ["epochs", "num_epochs", "n_epochs", "max_epochs"]),
    row(
      "Training steps",
      [
        "training steps", "number of steps", "number of iterations", "max steps",
        "number of training steps", "training iterations",
      ],
      "training",
      counted: [
        "steps", "iterations", "training steps", "gradient steps", "updates", "training iterations",
      ], code: ["steps", "max_steps", "num_steps", "max_iters", "num_train_steps", "iterations"]),
    row(
      "Warmup steps",
      [
        "warmup steps", "warm-up steps", "warmup", "warm-up", "warmup period", "warm-up period",
      ], "training",
      counted: [
        "warmup steps", "warm-up steps", "warmup iterations", "warmup epochs", "warm-up epochs",
        "steps of warmup", "steps of warm-up",
      ],
      code: ["warmup_steps", "warmup", "warmup_iters"]),
    row(
      "Weight decay", ["weight decay", "weight-decay"], "training", code: ["weight_decay", "wd"]),
    row("Momentum", ["momentum"], "training", code: ["momentum"]),
    row(
      "Dropout", ["dropout rate", "dropout probability", "dropout", "p_drop"], "training",
      code: ["dropout", "dropout_rate", "p_drop"]),
    row(
      "Label smoothing", ["label smoothing", "ϵ_ls", "ε_ls"], "training",
      code: ["label_smoothing"]),
    row(
      "Gradient clipping",
      ["gradient clipping", "gradient norm", "clip norm", "grad clip", "gradient clipping norm"],
      "training", code: ["grad_clip", "clip_grad", "max_grad_norm", "clip_norm"]),
    row(
      "Gradient accumulation", ["gradient accumulation"], "training",
      counted: ["gradient accumulation steps", "accumulation steps"],
      code: ["gradient_accumulation_steps", "accum_steps"]),
    row("Adam beta1", ["β_1", "β1", "beta1", "beta_1"], "training", code: ["beta1", "beta_1"]),
    row("Adam beta2", ["β_2", "β2", "beta2", "beta_2"], "training", code: ["beta2", "beta_2"]),
    row(
      "Epsilon", ["ε", "ϵ", "epsilon", "eps"], "training", code: ["eps", "epsilon", "adam_epsilon"]),
    row(
      "Temperature", ["temperature", "sampling temperature"], "inference",
      code: ["temperature", "temp", "tau"]),
    row(
      "Optimizer", ["optimizer", "optimiser"], "training", value: .word,
      counted: ["optimizer", "optimiser"], code: ["optimizer", "optim"]),
    row(
      "Learning rate schedule",
      ["learning rate schedule", "learning-rate schedule", "scheduler", "lr schedule"],
      "training", value: .word,
      counted: [
        "learning rate schedule", "learning rate decay", "learning rate scheduler",
        "decay schedule",
        "lr schedule", "annealing", "lr decay", "schedule",
      ], code: ["scheduler", "lr_scheduler", "schedule"]),
    row(
      "Activation", ["activation function", "activation"], "model", value: .word,
      counted: ["activation", "activations", "activation function", "activation functions"],
      code: ["activation", "hidden_act"]),
    row(
      "Random seeds", ["random seeds", "random seed", "seed"], "training",
      counted: ["random seeds", "seeds", "different seeds"],
      code: ["seed", "seeds", "random_seed", "n_seeds", "num_seeds"]),
    // How often something was repeated says nothing of the numbers that it began from.
    row(
      "Runs", [], "training", counted: ["independent runs", "runs", "trials", "repetitions"],
      code: []),
    row(
      "Layers", ["number of layers"], "model",
      counted: [
        "layers", "transformer layers", "hidden layers", "blocks", "convolutional layers",
      ], code: ["n_layers", "num_layers", "layers", "n_layer", "depth", "num_hidden_layers"]),
    row(
      "Attention heads", ["number of heads", "number of attention heads", "attention heads"],
      "model", counted: ["heads", "attention heads"],
      code: ["n_heads", "num_heads", "heads", "n_head", "num_attention_heads"]),
    row(
      "Hidden size",
      [
        "hidden size", "hidden dimension", "hidden units", "embedding dimension", "model dimension",
        "dmodel",
        "embedding size", "d_model", "hidden width", "feed-forward dimension", "width",
        "hidden dim", "embedding dim", "latent dimension", "dimensionality",
      ], "model",
      counted: [
        "hidden units", "units", "neurons", "dimensions", "hidden dimensions", "channels",
      ],
      code: [
        "hidden_size", "hidden_dim", "d_model", "embed_dim", "embedding_dim", "n_embd", "dim",
        "width",
      ]),
    row(
      "Context length",
      [
        "context length", "sequence length", "block size", "maximum length", "context window",
        "context size", "maximum sequence length", "sequences of length",
      ],
      "model",
      code: [
        "block_size", "seq_len", "max_length", "context_length", "max_seq_len", "sequence_length",
      ]),
    row(
      "Vocabulary size", ["vocabulary size", "vocabulary of", "vocab size", "vocabulary"], "model",
      counted: ["vocabulary"], code: ["vocab_size"]),
    row(
      "Kernel size", ["kernel size", "kernel width", "filter size"], "model",
      counted: ["kernel", "kernels"],
      code: ["kernel_size"]),
    row("Stride", ["stride", "strides"], "model", code: ["stride", "strides"]),
    row(
      "Patch size", ["patch size"], "model", counted: ["patches"], code: ["patch_size"]),
    row(
      "Number of filters", ["number of filters"], "model", counted: ["filters", "feature maps"],
      code: ["num_filters", "n_filters"]),
    row(
      "Output classes", ["output classes", "number of classes"], "model",
      counted: ["output classes", "output units", "output labels"], code: ["num_classes"]),
    row(
      "Diffusion timesteps", ["timesteps", "diffusion steps", "denoising steps"], "model",
      counted: ["timesteps", "diffusion steps", "denoising steps"],
      code: ["num_timesteps", "timesteps", "n_timesteps"]),
    row(
      "Parameters", ["number of parameters", "parameter count", "number of trainable parameters"],
      "model", code: []),
    row(
      "Beam size", ["beam size", "beam width"], "inference", counted: ["beams"],
      code: ["beam_size", "num_beams"]),
    row("Length penalty", ["length penalty"], "inference", code: ["length_penalty"]),
    row("Top-p", ["top-p", "top_p", "nucleus sampling"], "inference", code: ["top_p"]),
    row("Top-k", ["top-k sampling", "top_k", "top-k"], "inference", code: ["top_k"]),
    row(
      "Maximum output length",
      [
        "maximum output length", "response length", "output length", "maximum new tokens",
        "max new tokens", "generation length", "max_tokens", "max_new_tokens",
      ], "inference", code: ["max_tokens", "max_new_tokens", "response_length"]),
    row(
      "Averaged checkpoints", [], "inference", counted: ["checkpoints", "model checkpoints"],
      code: []),
    row(
      "Early stopping patience",
      ["patience", "patience threshold", "early stopping patience", "patience parameter"],
      "training", code: ["patience", "early_stopping_patience"]),
    row(
      "EMA decay", ["ema decay", "ema rate", "ema coefficient"], "training", code: ["ema_decay"]),
    row(
      "Discount factor", ["discount factor", "discount", "γ"], "training",
      code: ["gamma", "discount"]),
    row(
      "Replay buffer size",
      [
        "replay buffer size", "buffer size", "replay buffer", "replay memory", "replay memory size",
      ],
      "training",
      code: ["buffer_size", "replay_size"]),
    row(
      "Training split",
      [
        "training split", "train split", "train/test split", "training fraction",
        "train/val split", "train/validation split",
      ],
      "data", counted: ["train/test split", "train/val split", "split"],
      code: ["train_split", "train_ratio", "train_fraction", "test_size"]),
    row(
      "Sample size", ["sample size", "number of samples"], "data",
      code: ["n_samples", "num_samples", "sample_size"]),
    row(
      "Bootstrap resamples", ["bootstrap resamples", "number of resamples"], "inference",
      counted: [
        "resamples", "bootstrap resamples", "bootstrap samples", "bootstrap iterations",
        "bootstrap replicates", "permutations",
      ], code: ["n_bootstrap", "n_resamples", "num_bootstrap"]),
    row(
      "Image size",
      [
        "image size", "resolution", "input size", "crop size", "image resolution", "shorter side",
        "shorter edge", "shortest side",
      ],
      "data",
      counted: ["crop", "crops", "pixels", "image", "images", "region", "input", "resolution"],
      code: ["image_size", "img_size", "resolution", "crop_size"]),
    row(
      "Noise level", ["noise level", "standard deviation of the noise", "noise scale"], "training",
      code: ["noise_std", "noise_level", "sigma"]),
    row(
      "KL coefficient", ["kl coefficient", "kl penalty", "kl penalty coefficient"], "training",
      code: ["kl_coef", "kl_coeff", "beta_kl"]),
  ]

  /// What a row is set to whose values are words.
  static let choices: [String: Set<String>] = [
    "Optimizer": [
      "adam", "adamw", "sgd", "rmsprop", "adagrad", "adadelta", "adafactor", "lamb", "lars", "lion",
      "nadam", "radam", "l-bfgs", "lbfgs",
    ],
    "Learning rate schedule": [
      "cosine", "linear", "constant", "step", "exponential", "polynomial", "triangular",
    ],
    "Activation": [
      "relu", "gelu", "swiglu", "silu", "swish", "tanh", "sigmoid", "elu", "selu", "leakyrelu",
    ],
  ]

  private static func row(
    _ name: String, _ spellings: [String], _ group: String,
    value: ParameterName.Value = .number, counted: [String] = [], code: [String]
  ) -> ParameterName {
    ParameterName(
      name: name, spellings: spellings, group: group, value: value, counted: counted, code: code)
  }

  /// The rows whose values are words, by those words.
  static let rowOfChoice: [String: ParameterName] = {
    var found: [String: ParameterName] = [:]
    for row in rows {
      for word in choices[row.name] ?? [] { found[word] = row }
    }
    return found
  }()

  static let choiceWords = WordSet(Set(rowOfChoice.keys))

  /// Names that stand for several things, so that two values of them contradict nothing: the seeds
  /// of a paper are counted, the seed of a program is a number.
  static let ambiguous: Set<String> = [
    "Random seeds", "Runs", "Sample size", "Epsilon", "Training steps", "Hidden size",
    "Noise level", "Temperature", "Image size", "Training split", "Diffusion timesteps",
    "Kernel size", "Stride", "Patch size",
  ]

  /// The row whose code names hold `name`, its last dotted part compared without separators.
  package static func row(forCode name: String) -> ParameterName? {
    let last =
      name.split(separator: ".").last.map { $0.lowercased().swapping("-", for: "_") } ?? ""
    return rows.first { $0.code.contains(last) }
  }
}
