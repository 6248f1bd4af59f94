internal import IR

/// Turns the nodes of a rubric file into facts and reports what is odd about them.
struct RubricBuilder {
  private let tree: RubricTree
  private let request: ReadRequest
  private var text: SourceTextBuilder
  private var diagnostics: [Diagnostic] = []
  /// The ids that places have so far.
  private var places: Set<String> = []
  /// How many nodes have an id so far, where several do.
  private var uses: [String: Int] = [:]

  private static let categories: Set<String> = [
    "Code Development", "Code Execution", "Result Analysis",
  ]
  private static let fineCategories: Set<String> = [
    "Environment & Infrastructure Setup", "Dataset and Model Acquisition",
    "Data Processing & Preparation", "Method Implementation", "Experimental Setup",
    "Evaluation, Metrics & Benchmarking", "Logging, Analysis & Presentation",
  ]

  init(_ tree: RubricTree, _ request: ReadRequest) {
    self.tree = tree
    self.request = request
    text = SourceTextBuilder(request.id)
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  mutating func input(sha256: String) -> ReadInput {
    let nodes = tree.nodes.enumerated().map { node($0.element, number: $0.offset + 1) }
    check()
    let isGraded = tree.nodes.contains(where: \.isGraded)
    let source = SourceText(
      id: request.id, kind: .rubric, file: request.baseName, sha256: sha256, text: text.text,
      regions: text.regions)
    let rubric = Rubric(source: request.id, paper: paper, nodes: nodes, isGraded: isGraded)
    return ReadInput(source: source, facts: .rubric(rubric), diagnostics: diagnostics)
  }

  /// The base name of the file without its suffix.
  private var paper: String {
    let name = request.baseName
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  private mutating func node(_ node: RubricTree.Node, number: Int) -> Rubric.Node {
    let place = Place.node(uniqueName(of: node, number: number))
    let words = QuotedText.oneLine(node.requirement ?? "")
    let requirement = text.append(words, at: place)
    text.separate("\n")
    return Rubric.Node(
      id: node.id ?? "", requirement: requirement, weight: node.weight ?? "",
      category: node.category, fineCategory: node.fineCategory, parent: node.parent,
      isLeaf: node.isLeaf)
  }

  /// The id; from its second use on with a number; for a node without one its number.
  private mutating func uniqueName(of node: RubricTree.Node, number: Int) -> String {
    let id = node.id ?? ""
    var name = id.isEmpty ? "#\(number)" : id
    while !places.insert(name).inserted {
      uses[id, default: 1] += 1
      name = "\(id)#\(uses[id, default: 1])"
    }
    return name
  }

  // MARK: Checks

  private mutating func check() {
    let nodes = tree.nodes
    let leaves = nodes.filter(\.isLeaf)
    reportNodes(nodes.filter { ($0.id ?? "").isEmpty }, Diagnostic.missingIDs)
    var seen: Set<String> = []
    let repeated = nodes.filter { node in
      node.id.map { !$0.isEmpty && !seen.insert($0).inserted } ?? false
    }
    reportNodes(repeated, Diagnostic.repeatedIDs)
    reportNodes(nodes.filter { $0.requirement?.isEmpty ?? true }, Diagnostic.missingRequirements)
    reportNodes(nodes.filter { !Self.isWeight($0.weight) }, Diagnostic.oddWeights)
    reportNodes(leaves.filter { $0.category == nil }, Diagnostic.missingCategories)
    reportUnknown(leaves.map { ($0.category, $0.line) }, Self.categories)
    reportUnknown(leaves.map { ($0.fineCategory, $0.line) }, Self.fineCategories)
    if tree.strays > 0 { report(.strayTasks(request.name, tree.strays)) }
    if nodes.contains(where: \.isGraded) { report(.gradesIgnored(request.name)) }
  }

  /// A number that is not negative.
  private static func isWeight(_ weight: String?) -> Bool {
    weight.map { PrintedNumber.isFinite($0) && !$0.hasPrefix("-") } ?? false
  }

  private mutating func reportNodes(
    _ nodes: [RubricTree.Node], _ word: (String, RubricTree.Node, Int) -> Diagnostic
  ) {
    if let first = nodes.first { report(word(request.name, first, nodes.count)) }
  }

  /// The first few unknown values, each once.
  private mutating func reportUnknown(
    _ values: [(value: String?, line: Int)], _ known: Set<String>
  ) {
    var seen = known
    for (value, line) in values where seen.count < known.count + 20 {
      if let value, seen.insert(value).inserted {
        report(.unknownCategory(request.name, value, line))
      }
    }
  }
}

extension FrontendError {
  static func noRubric(_ name: String) -> Self {
    FrontendError(
      .rubric(
        "F301", .error, name, nil,
        "is no rubric: an object with 'requirements' and 'sub_tasks' was expected"))
  }

  static func noLeaves(_ name: String) -> Self {
    FrontendError(
      .rubric("F304", .error, name, nil, "the rubric has no requirements below its root"))
  }

  static func rubricTooLong(_ name: String, _ limit: Int) -> Self {
    FrontendError(
      .rubric("F303", .error, name, nil, "the rubric is longer than \(limit >> 20) MiB"))
  }

  static func brokenRubric(_ name: String, _ line: Int, _ fault: JSONFault) -> Self {
    switch fault.reason {
    case .depth, .count:
      FrontendError(
        .rubric("F303", .error, name, line, "the rubric is too large: \(fault.words)"))
    default: FrontendError(.rubric("F302", .error, name, line, "does not parse: \(fault.words)"))
    }
  }
}

extension Diagnostic {
  fileprivate static func missingIDs(_ name: String, _ node: RubricTree.Node, _ count: Int) -> Self
  {
    rubric("F305", .warning, name, node.line, "\(count) nodes have no id; the first begins here")
  }

  fileprivate static func repeatedIDs(_ name: String, _ node: RubricTree.Node, _ count: Int) -> Self
  {
    rubric(
      "F306", .note, name, node.line,
      "\(count) nodes have the id of an earlier node; the first is '\(node.id ?? "")'")
  }

  fileprivate static func missingRequirements(
    _ name: String, _ node: RubricTree.Node, _ count: Int
  ) -> Self {
    rubric(
      "F307", .warning, name, node.line,
      "\(count) nodes have no requirement text; the first begins here")
  }

  fileprivate static func oddWeights(_ name: String, _ node: RubricTree.Node, _ count: Int) -> Self
  {
    let found = node.weight.map { "'\($0.prefix(20))'" } ?? "none"
    return rubric(
      "F308", .warning, name, node.line,
      "\(count) nodes have no weight that is a number of at least 0; the first has \(found)")
  }

  fileprivate static func missingCategories(
    _ name: String, _ node: RubricTree.Node, _ count: Int
  ) -> Self {
    rubric("F309", .note, name, node.line, "\(count) leaves have no task category")
  }

  fileprivate static func unknownCategory(_ name: String, _ value: String, _ line: Int) -> Self {
    rubric("F310", .note, name, line, "the category '\(value.prefix(80))' is unknown; it is kept")
  }

  fileprivate static func strayTasks(_ name: String, _ count: Int) -> Self {
    rubric("F311", .warning, name, nil, "\(count) entries of lists of sub-tasks are no nodes")
  }

  fileprivate static func gradesIgnored(_ name: String) -> Self {
    rubric("F312", .note, name, nil, "the rubric is graded; grades and explanations are not read")
  }

  static func trailingText(_ name: String, line: Int) -> Self {
    rubric("F313", .warning, name, line, "what follows the rubric in its file is not read")
  }

  fileprivate static func rubric(
    _ code: DiagnosticCode, _ severity: Severity, _ name: String, _ line: Int?, _ message: String
  ) -> Self {
    Diagnostic(
      code: code, severity: severity, message: message, input: InputPlace(file: name, line: line))
  }
}
