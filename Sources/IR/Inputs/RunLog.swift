/// The facts of agent run logs (`spec/logs-and-rubrics.md`, section 2).
package struct RunLog: Hashable, Codable, Sendable {
  /// How the file was recognised; printed in evidence files.
  package enum Form: String, Codable, Sendable {
    case maltSamples = "MALT samples"
    case maltGraph = "MALT graph"
    case maltMessages = "MALT messages"
    case inspect = "Inspect log"
    case runFolder = "run folder"
    case session = "agent session"
    case results = "table of results"
  }

  package let source: SourceID
  package let form: Form
  package let runs: [Run]

  package init(source: SourceID, form: Form, runs: [Run]) {
    self.source = source
    self.form = form
    self.runs = runs
  }
}

package struct Run: Hashable, Codable, Sendable {
  package let id: String
  package var task: String? = nil
  package var model: String? = nil
  /// Number of unique messages.
  package let messages: Int
  /// What the run was asked to do, from its first message.
  package var question: SourceSpan? = nil
  /// All of one origin: results of the scorer; without a scorer, of scripts; without those, reviews.
  package var attempts: [Attempt] = []
  /// What scoring scripts printed beside a scorer. It is never shown as an attempt.
  package var localChecks: [Attempt] = []
  /// Errors that an approach was given up for before it was scored.
  package var abandoned: [Attempt] = []
  /// What tools of the agent and the services behind them failed at: infrastructure, no attempts.
  package var toolErrors: [Attempt] = []
  /// How the task is scored, where that is known.
  package var scoring: Scoring? = nil
  /// Attempts that are better than the reference; their words are in no quote.
  package var withheld: [WithheldAttempt] = []
  /// Result files of a run folder: one row per named value.
  package var results: [RunResult] = []
  /// Choices that the agent states with what it did not choose.
  package var choices: [StatedChoice] = []
  /// Changes of direction that the user or the agent states.
  package var turns: [StatedTurn] = []
  /// The year in which it ran, as the log prints it.
  package var year: Grounded<String>? = nil

  /// All that may have failed, each with what the log says of it.
  package var failures: [Attempt] { attempts + abandoned + toolErrors }

  package init(
    id: String, task: String? = nil, model: String? = nil, messages: Int,
    question: SourceSpan? = nil, attempts: [Attempt] = [], localChecks: [Attempt] = [],
    results: [RunResult] = []
  ) {
    self.id = id
    self.task = task
    self.model = model
    self.messages = messages
    self.question = question
    self.attempts = attempts
    self.localChecks = localChecks
    self.results = results
  }
}

/// One result of an attempt at a run's task.
package struct Attempt: Hashable, Codable, Sendable {
  package enum Status: String, Codable, Sendable { case valid, invalid, hidden }

  /// Whose result it is (`spec/logs-and-rubrics.md`, section 5.1).
  package enum Origin: Hashable, Codable, Sendable {
    /// The task's own scorer: an official attempt.
    case scorer
    /// A scoring script that the agent ran itself.
    case script
    /// The agent's review of a program of its own; a reported metric is no score.
    case review
    /// A launch of an experiment; what it gave stands in `Run.results` under this name.
    case launch(run: String)
    /// A tool of the agent, which reported an error.
    case tool
    /// A program that a coding agent ran: what it printed are metrics, and the agent judged them.
    case command
  }

  /// From 1 in its run and origin, as the log has them.
  package let index: Int
  package var origin: Origin = .scorer
  package let status: Status
  /// As it stood in the log.
  package var score: Grounded<String>? = nil
  package var metrics: [Metric] = []
  /// The agent's own words before the attempt.
  package var approach: SourceSpan? = nil
  /// What the scorer said of a failure.
  package var failure: SourceSpan? = nil
  /// Why it is invalid, where its failure says so.
  package var cause: FailureCause? = nil
  /// What the agent expected of it, in its own words; of invalid attempts only.
  package var hypothesis: SourceSpan? = nil
  /// Whether a loop of experiments kept it; nil where nothing says so.
  package var isKept: Bool? = nil
  /// The cause of the failure that the agent names afterwards, in its own words.
  package var lesson: SourceSpan? = nil
  /// The files that were written between the attempt before and this one.
  package var files: [SourceSpan] = []
  /// What was run, as it was typed.
  package var command: SourceSpan? = nil
  /// Which pass of a loop it is, where one command made several attempts.
  package var pass: LoopPass? = nil
  /// What the agent said of the outcome, in its own words.
  package var verdict: SourceSpan? = nil
  /// Ordinals of the first and last message that belong to the attempt.
  package let messages: ClosedRange<Int>

  package init(
    index: Int, origin: Origin = .scorer, status: Status, score: Grounded<String>? = nil,
    metrics: [Metric] = [], approach: SourceSpan? = nil, failure: SourceSpan? = nil,
    messages: ClosedRange<Int>
  ) {
    self.index = index
    self.origin = origin
    self.status = status
    self.score = score
    self.metrics = metrics
    self.approach = approach
    self.failure = failure
    self.messages = messages
  }

  package struct Metric: Hashable, Codable, Sendable {
    package let name: String
    package let value: Grounded<String>

    package init(name: String, value: Grounded<String>) {
      self.name = name
      self.value = value
    }
  }
}

/// One pass of a loop of the shell that ran a program for several values.
package struct LoopPass: Hashable, Codable, Sendable {
  /// As it is typed in the loop.
  package let value: Grounded<String>
  /// What the pass ran: the body of the loop with the value in the place of the variable.
  package let command: String

  package init(value: Grounded<String>, command: String) {
    self.value = value
    self.command = command
  }
}

/// A named value of a result file: `run_1`, `val_loss`, `1.47`.
package struct RunResult: Hashable, Codable, Sendable {
  package let run: String
  package let dataset: String
  package let metric: String
  package let value: Grounded<String>

  package init(run: String, dataset: String, metric: String, value: Grounded<String>) {
    self.run = run
    self.dataset = dataset
    self.metric = metric
    self.value = value
  }
}
