/// Terms that readers of the field bring along: a paper that neither defines one nor heads a section
/// with it uses it, and adds nothing to it.
enum FieldTerms {
  /// - Parameter term: The words, in the singular.
  static func has(_ term: [String]) -> Bool { known.contains(term.joined(separator: " ")) }

  private static let known: Set<String> = [
    // Kinds of learning.
    "reinforcement learning", "deep reinforcement learning", "supervised learning",
    "unsupervised learning", "transfer learning", "supervised fine-tuning", "feature extraction",
    "data augmentation", "data collection",
    // Models and their parts.
    "convolutional neural network", "recurrent neural network", "graph neural network",
    "generative adversarial network", "multi-layer perceptron", "multilayer perceptron",
    "convolutional layer", "fully-connected layer", "residual connection", "batch normalization",
    "layer normalization", "transformer architecture", "transformer model", "foundation model",
    "pre-trained model", "pretrained model", "fine-tuned model", "pre-trained language model",
    "baseline model", "function approximator", "function approximation", "random forest",
    "decision tree", "logistic regression", "special token",
    // Optimisation and mathematics.
    "stochastic gradient descent", "cross entropy", "cross-entropy", "cross-entropy loss",
    "mean squared error", "loss function", "objective function", "activation function",
    "sigmoid function", "chain rule", "identity matrix", "adjacency matrix", "upper bound",
    "lower bound", "ordinary differential equation", "probability density function",
    "correlation coefficient", "roc curve", "time complexity", "computational complexity",
    "computational effort", "generalization error", "signal-to-noise ratio",
    "short-time fourier transform", "word error rate",
    // Data, tools and fields.
    "ground truth", "test set", "training set", "development set", "validation set", "raw data",
    "synthetic data", "experimental setup", "search engine", "software development",
    "open source software", "open-source repository", "python package", "code snippet",
    "natural language processing", "natural language understanding",
    "automatic speech recognition",
  ]
}
