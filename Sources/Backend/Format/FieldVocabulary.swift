/// A field that the format document names, and how it may be written.
struct FieldName: Sendable {
  enum Shape: Sendable {
    /// One physical line.
    case line
    /// Continues as sub-items.
    case list
  }

  enum Wording: Sendable {
    case own
    /// Quoted from a source: what looks like a gap of a template there is none.
    case quoted
    /// Copied word for word from an input that has to be shown as it is (`ARA808`): a placeholder in
    /// it is a word of the input, unless it is all that the field holds.
    case copied
  }

  let name: String
  var shape: Shape = .line
  /// Names under which foreign artifacts have it (section 12).
  var aliases: [String] = []
  /// Labels of its sub-items.
  var parts: [String] = []
  var mayBeEmpty = false
  var wording = Wording.own

  init(
    _ name: String, _ shape: Shape = .line, aliases: [String] = [], parts: [String] = [],
    mayBeEmpty: Bool = false, wording: Wording = .own
  ) {
    self.name = name
    self.shape = shape
    self.aliases = aliases
    self.parts = parts
    self.mayBeEmpty = mayBeEmpty
    self.wording = wording
  }
}

/// The fields of one kind of file (`spec/ara-format.md`, sections 5 to 8).
struct FieldVocabulary: Sendable {
  let names: [FieldName]
  /// By name and alias.
  private let byLabel: [String: Int]

  init(_ names: [FieldName]) {
    self.names = names
    var byLabel: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      for label in [name.name] + name.aliases { byLabel[label] = index }
    }
    self.byLabel = byLabel
  }

  func field(labelled label: String) -> FieldName? { byLabel[label].map { names[$0] } }

  static func of(_ kind: FileKind) -> FieldVocabulary { table[kind] ?? empty }

  private static let empty = FieldVocabulary([])

  private static let table: [FileKind: FieldVocabulary] = [
    .problem: FieldVocabulary(
      plain([
        "Statement", "Evidence", "Implication", "Caused by", "Existing attempts",
        "Why they fail", "Insight", "Derived from", "Enables",
      ])),
    .claims: FieldVocabulary(
      plain(["Statement", "Status", "Proof", "Evidence basis", "Interpretation"]) + [
        FieldName("Conditions"),
        FieldName("Sources", .list),
        FieldName("Falsification criteria", aliases: ["Falsification"]),
        FieldName("Dependencies"),
        FieldName("Tags", mayBeEmpty: true),
        FieldName("Provenance"),
      ]),
    .concepts: FieldVocabulary([
      FieldName("Notation"), FieldName("Definition"),
      FieldName("Boundary conditions", aliases: ["Boundary"]),
      FieldName("Related concepts", aliases: ["Related"]),
    ]),
    .experiments: FieldVocabulary([
      FieldName("Verifies"), FieldName("Evidence"), FieldName("Run"),
      FieldName("Setup", .list, parts: ["Model", "Hardware", "Dataset", "System"]),
      FieldName("Procedure", .list), FieldName("Metrics"),
      FieldName("Expected outcome", .list, aliases: ["Expected results"]),
      FieldName("Baselines"), FieldName("Dependencies"),
    ]),
    .relatedWork: FieldVocabulary([
      FieldName("Reference", wording: .quoted), FieldName("DOI"), FieldName("Type"),
      FieldName("Delta", .list, parts: ["What changed", "Why"]),
      FieldName("Claims affected"), FieldName("Adopted elements"),
    ]),
    .architecture: FieldVocabulary(
      plain(["Purpose", "Inputs", "Outputs", "Interactions", "Key design choices"])),
    .heuristics: FieldVocabulary(
      plain(["Rationale", "Sensitivity", "Bounds", "Code ref", "Source", "Provenance"]) + [
        FieldName("Sources", .list)
      ]),
    .configuration: FieldVocabulary(
      plain(["Value", "Rationale", "Search range", "Sensitivity", "Source"])),
    .environment: FieldVocabulary(
      plain([
        "Language/runtime", "Python", "Framework", "Hardware", "Data sources",
        "Key dependencies", "Protocols", "Random seeds",
      ])),
    .codeIndex: FieldVocabulary(
      plain([
        "File(s) in repo", "Nature", "What it does / contains", "How to use / run", "Component",
        "Implements", "Claims supported", "Heuristics",
      ]) + [FieldName("Answers requirements", wording: .quoted)]),
    .prompt: FieldVocabulary([FieldName("Source")]),
    .data: FieldVocabulary(
      plain([
        "Provenance", "Source", "Size", "Licensing", "Ethics", "Variables", "Cleaning",
        "Normalization", "Quality control", "Splits",
      ])),
    .table: FieldVocabulary(exhibit + [FieldName("Extraction type"), FieldName("Derived from")]),
    .figure: FieldVocabulary(
      exhibit
        + plain([
          "Extraction type", "Derived from", "Figure type", "Extraction method",
          "Reading confidence", "Plot kind", "Axes", "Components", "Connections", "Annotations",
          "What it conveys", "Shows", "Demonstrates", "Supports",
        ])),
    .result: FieldVocabulary(plain(["Source", "Trace node", "Claim"])),
    .proof: FieldVocabulary(plain(["Source", "Statement", "Assumptions used"])),
    .rubric: FieldVocabulary([
      FieldName("Source"), FieldName("Total leaf requirements"), FieldName("Rubric ID"),
      FieldName("Category"), FieldName("Weight"), FieldName("Requirement", wording: .copied),
      FieldName("Parent context", wording: .copied), FieldName("ARA coverage"),
      FieldName("Key detail", wording: .quoted),
    ]),
  ]

  private static let exhibit = [
    FieldName("Source"), FieldName("Caption", wording: .quoted), FieldName("Screenshot"),
  ]

  private static func plain(_ names: [String]) -> [FieldName] { names.map { FieldName($0) } }
}
