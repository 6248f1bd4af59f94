// The physical layer (`spec/ara-format.md`, 5.8 to 5.12).

/// What configures the work: one block per parameter in `src/configs/*.md`.
package struct Parameters: Slot {
  package var parameters: [Parameter] = []
  /// Whether something may have been trained; if not, `training.md` and `model.md` say so.
  package var trains: Bool = true

  package init(parameters: [Parameter] = [], trains: Bool = true) {
    self.parameters = parameters
    self.trains = trains
  }
}

package struct Parameter: Hashable, Codable, Sendable {
  /// The file of `src/configs` that holds it.
  package enum Group: String, Codable, Sendable, CaseIterable {
    case training, model, inference, data
  }

  /// What a comparison of paper and repository said.
  package enum Standing: String, Codable, Sendable {
    case agreed, paperOnly, codeOnly, conflicting
  }

  package let group: Group
  package var name: Grounded<String>
  /// What narrows the name, in words of the paper: its symbol, the model or data that it is for.
  package var scope: [Grounded<String>] = []
  package var value: Grounded<String>
  /// Which input has it; nil where there is no other input to compare with.
  package var standing: Standing? = nil
  /// What settings of the repository have for it that are no value which the paper states.
  package var conflicts: [RepositoryValue] = []
  package var rationale: Stated<String> = .notSpecified
  package var searchRange: Stated<String> = .notSpecified
  package var sensitivity: Stated<Sensitivity> = .notSpecified
  /// Printed labels of where it stands.
  package var source: [Grounded<String>] = []

  package init(
    group: Group, name: Grounded<String>, scope: [Grounded<String>] = [],
    value: Grounded<String>, standing: Standing? = nil, conflicts: [RepositoryValue] = [],
    rationale: Stated<String> = .notSpecified, searchRange: Stated<String> = .notSpecified,
    sensitivity: Stated<Sensitivity> = .notSpecified, source: [Grounded<String>] = []
  ) {
    self.group = group
    self.name = name
    self.scope = scope
    self.value = value
    self.standing = standing
    self.conflicts = conflicts
    self.rationale = rationale
    self.searchRange = searchRange
    self.sensitivity = sensitivity
    self.source = source
  }
}

/// A value in a repository, and where it stands: `train.py:12`.
package struct RepositoryValue: Hashable, Codable, Sendable {
  package let value: Grounded<String>
  /// Never empty; in the order of the repository.
  package var places: [Grounded<String>]

  package init(value: Grounded<String>, places: [Grounded<String>]) {
    self.value = value
    self.places = places
  }
}

/// What the work runs on (5.9).
package struct Environment: Slot {
  package var runtime: Stated<String> = .notSpecified
  package var python: Stated<String> = .notSpecified
  package var framework: Stated<String> = .notSpecified
  package var hardware: Stated<String> = .notSpecified
  package var dataSources: [Grounded<String>] = []
  package var dependencies: [Grounded<String>] = []
  package var protocols: Stated<String> = .notSpecified
  package var seeds: Stated<String> = .notSpecified
  /// Declarations that name a version of CUDA.
  package var cuda: [Grounded<String>] = []
  /// Images of containers and of the machines that run the tests.
  package var images: [Grounded<String>] = []
  /// What a batch system is asked for: `gres = gpu:4`.
  package var requests: [Grounded<String>] = []
  /// Commands that install what the code needs.
  package var setUp: [Grounded<String>] = []
  /// Commands, calls and addresses that bring data.
  package var dataLocations: [Grounded<String>] = []
  /// Where code sets seeds, and to what.
  package var seedSettings: [Grounded<String>] = []

  package init(
    runtime: Stated<String> = .notSpecified, python: Stated<String> = .notSpecified,
    framework: Stated<String> = .notSpecified, hardware: Stated<String> = .notSpecified,
    dataSources: [Grounded<String>] = [], dependencies: [Grounded<String>] = [],
    protocols: Stated<String> = .notSpecified, seeds: Stated<String> = .notSpecified
  ) {
    self.runtime = runtime
    self.python = python
    self.framework = framework
    self.hardware = hardware
    self.dataSources = dataSources
    self.dependencies = dependencies
    self.protocols = protocols
    self.seeds = seeds
  }
}

/// The code of the work, indexed and, where it would be lost otherwise, copied.
package struct CodeIndex: Slot {
  package enum Mode: String, Codable, Sendable { case kernel, repo }

  package var mode: Mode? = nil
  /// Why it is that mode.
  package var reason: Grounded<String>? = nil
  /// The code that carries the work out comes first, then by path.
  package var artifacts: [CodeArtifact] = []
  /// The strongest first.
  package var bindings: [CodeBinding] = []
  package var modules: [ExecutionModule] = []
  package var prompts: [Prompt] = []

  package init(
    mode: Mode? = nil, reason: Grounded<String>? = nil, artifacts: [CodeArtifact] = [],
    bindings: [CodeBinding] = [], modules: [ExecutionModule] = [], prompts: [Prompt] = []
  ) {
    self.mode = mode
    self.reason = reason
    self.artifacts = artifacts
    self.bindings = bindings
    self.modules = modules
    self.prompts = prompts
  }
}

/// The data of the work (5.11); nil where no sentence speaks of data.
package struct DataCards: Slot {
  package var dataset: DatasetCard? = nil
  package var preprocessing: PreprocessingCard? = nil

  package init(dataset: DatasetCard? = nil, preprocessing: PreprocessingCard? = nil) {
    self.dataset = dataset
    self.preprocessing = preprocessing
  }
}

package struct DatasetCard: Hashable, Codable, Sendable {
  package var provenance: Stated<String> = .notSpecified
  package var source: [Grounded<String>] = []
  package var size: Stated<String> = .notSpecified
  package var licensing: Stated<String> = .notSpecified
  package var ethics: Stated<String> = .notSpecified
  package var variables: Stated<String> = .notSpecified

  package init(
    provenance: Stated<String> = .notSpecified, source: [Grounded<String>] = [],
    size: Stated<String> = .notSpecified, licensing: Stated<String> = .notSpecified,
    ethics: Stated<String> = .notSpecified, variables: Stated<String> = .notSpecified
  ) {
    self.provenance = provenance
    self.source = source
    self.size = size
    self.licensing = licensing
    self.ethics = ethics
    self.variables = variables
  }
}

package struct PreprocessingCard: Hashable, Codable, Sendable {
  package var cleaning: Stated<String> = .notSpecified
  package var normalization: Stated<String> = .notSpecified
  package var qualityControl: Stated<String> = .notSpecified
  package var splits: Stated<String> = .notSpecified

  package init(
    cleaning: Stated<String> = .notSpecified, normalization: Stated<String> = .notSpecified,
    qualityControl: Stated<String> = .notSpecified, splits: Stated<String> = .notSpecified
  ) {
    self.cleaning = cleaning
    self.normalization = normalization
    self.qualityControl = qualityControl
    self.splits = splits
  }
}

/// A block of `src/artifacts.md`.
package struct CodeArtifact: Hashable, Codable, Sendable {
  package let path: Grounded<String>
  package var nature: String
  package var contents: Stated<String> = .notSpecified
  package var run: Stated<String> = .notSpecified
  /// The component of the solution that it serves.
  package var component: Stated<String> = .notSpecified

  package init(
    path: Grounded<String>, nature: String, contents: Stated<String> = .notSpecified,
    run: Stated<String> = .notSpecified, component: Stated<String> = .notSpecified
  ) {
    self.path = path
    self.nature = nature
    self.contents = contents
    self.run = run
    self.component = component
  }
}

/// What the work names, and the definition that carries it out.
package struct CodeBinding: Hashable, Codable, Sendable {
  package enum Subject: String, Codable, Sendable { case component, equation, algorithm, term }

  /// What speaks for a binding, the strongest first.
  package enum Evidence: String, Codable, Sendable, CaseIterable {
    /// A comment of the code names the equation or algorithm.
    case citation
    /// The name of the definition holds the words.
    case name
    /// Its documentation does.
    case documentation
    /// Other files of the repository import it.
    case imports
  }

  package let subject: Subject
  /// In the words of the work.
  package let term: Grounded<String>
  /// Where those stand: `§3.1`.
  package let place: Grounded<String>
  /// The name of the definition, as the code has it.
  package let symbol: Grounded<String>
  package let code: CodeReference
  /// Sorted, never empty.
  package let evidence: [Evidence]

  package init(
    subject: Subject, term: Grounded<String>, place: Grounded<String>, symbol: Grounded<String>,
    code: CodeReference, evidence: [Evidence]
  ) {
    self.subject = subject
    self.term = term
    self.place = place
    self.symbol = symbol
    self.code = code
    self.evidence = evidence
  }
}

/// A file of `src/execution`.
package struct ExecutionModule: Hashable, Codable, Sendable {
  package enum Grounding: Hashable, Codable, Sendable {
    /// A file of the repository, unchanged.
    case transcribed(CodeReference)
    /// Literal constants copied from filed tables (5.12, choice 3).
    case reportedValues
  }

  /// Base name in `src/execution`.
  package let file: String
  package let grounding: Grounding
  /// The content below the grounding line, one entry per line.
  package let lines: [Grounded<String>]

  package init(file: String, grounding: Grounding, lines: [Grounded<String>]) {
    self.file = file
    self.grounding = grounding
    self.lines = lines
  }
}

/// A prompt or template, verbatim.
package struct Prompt: Hashable, Codable, Sendable {
  package let name: String
  package let title: Grounded<String>
  package let text: [Grounded<String>]

  package init(name: String, title: Grounded<String>, text: [Grounded<String>]) {
    self.name = name
    self.title = title
    self.text = text
  }
}
