import Backend
import IR

/// The inputs from which the base artifact of the goldens could have been compiled.
enum StudyDocument {
  /// The documents that goldens name.
  static func named(_ name: String) -> Document? {
    switch name {
    case "study": document(hasCode: true)
    case "prose": document(hasCode: false)
    default: nil
    }
  }

  private static let paperID = SourceID("paper")
  private static let repositoryID = SourceID("repo")
  private static let rubricID = SourceID("rubric")
  private static let logID = SourceID("log")

  private static let title = "Clip or Crease: Where a Paper Glider Wants Its Weight"
  private static let abstract =
    "Sheets of office paper are folded into gliders and thrown from a balcony. A paper clip is "
    + "moved along the body and the leading edge is creased with care or without. A clip near "
    + "the nose carries the gliders far, a clip at the tail makes them loop."

  /// The pages of the paper, piece by piece.
  private static let pages: [[String]] = [
    [title, "P. Fold", "Q. Crease", "Letters of the Balcony Society, 2033", abstract],
    [
      "1 Introduction", "Everybody folds gliders and nobody asks where the clip belongs.",
      "Algorithm 1: glide clips the sheet at its place and calls throw.",
      "The clip sits 3 cm behind the nose.",
      "Table 1: Flight distance and turns for each place of the clip.",
      "Table 2: Flight distance for pressed, soft and unfolded edges.",
      "Figure 1: The launch rail on the balcony.",
      "Figure 2: Flight distance while the clip moves towards the nose.",
      "Figure 3: Two gliders that looped.",
    ],
    [
      "A Protocol", "As a rule, every sheet rests for 5 minutes after folding.",
      "Stand behind the line. Push the glider along the rail. Do not aim.",
      "B Proofs", "Lemma 1. The margin is bounded.",
      "Looper, L. (2028). Tails that swing. Balcony Notes. doi:10.0000/balcony.2028.2",
      "Presser, N. (2030). On fingernails. Balcony Notes.",
      "Lawn, O. (2031). Grass for soft landings. Balcony Notes.",
    ],
  ]

  private static let repositoryFiles = [
    ("sweep.py", "import throw_log\nPLACE = 4\n"),
    ("throw_log.py", "THROWS = 40\n\n\ndef write(distance):\n    print(distance)\n"),
  ]

  private static let requirements = [
    (
      "The clip can be put at a place that is given as a distance from the nose.", "1",
      "Code Development", "Method Implementation", "b1"
    ),
    (
      "The three places of the clip are compared.", "2", "Result Analysis",
      "Evaluation, Metrics & Benchmarking", "b2"
    ),
  ]

  private static func document(hasCode: Bool) -> Document {
    let (paperText, paper) = paper(hasCode: hasCode)
    let (repositoryText, repository) = repository()
    let (rubricText, rubric) = rubric()
    var document = Document(
      sources: SourceMap([paperText] + (hasCode ? [repositoryText] : []) + [rubricText]),
      inputs: Inputs(
        paper: paper, repository: hasCode ? repository : nil, rubric: rubric))
    document.inputs.logs = [RunLog(source: logID, form: .maltSamples, runs: [screenedRun()])]
    let span = SourceSpan(paperID, 0..<4)
    document.parameters = Parameters(parameters: [
      Parameter(
        group: .model, name: Grounded("Clip place", [span]), value: Grounded("3 cm", [span]),
        conflicts: [
          RepositoryValue(value: Grounded("4 cm", [span]), places: [Grounded("clip.py:1", [span])])
        ])
    ])
    document.heuristics = Heuristics(heuristics: [
      Heuristic(
        id: EntityID(2), title: Grounded("Let the sheet rest", [span]),
        rationale: Grounded("It settles.", [span]), provenance: .collectiveInference)
    ])
    return document
  }

  /// A run whose second attempt is better than the reference.
  private static func screenedRun() -> Run {
    var run = Run(id: "run-7", model: "toy-model", messages: 9)
    run.scoring = Scoring(direction: .lower, reference: "0.9")
    run.withheld = [WithheldAttempt(index: 2, origin: .scorer, reason: .beatsReference)]
    return run
  }

  private static func paper(hasCode: Bool) -> (SourceText, Paper) {
    var builder = SourceTextBuilder(paperID)
    var spans: [String: SourceSpan] = [:]
    for (index, pieces) in pages.enumerated() {
      for piece in pieces {
        spans[piece] = builder.append(piece, at: .page(index + 1, Box(0, 0, 100, 10)))
        builder.separate("\n")
      }
    }
    func grounded(_ piece: String) -> Grounded<String> {
      Grounded(piece, [spans[piece]].compactMap(\.self))
    }
    let text = SourceText(
      id: paperID, kind: .pdf, file: "clip-or-crease.pdf", sha256: digest("a1"),
      pages: pages.count, text: builder.text, regions: builder.regions)
    let paper = Paper(
      source: paperID,
      metadata: PaperMetadata(
        title: grounded(title), authors: [grounded("P. Fold"), grounded("Q. Crease")],
        abstract: grounded(abstract), year: Grounded(2033, [])),
      pages: pages.indices.map { Page(number: $0 + 1, width: 600, height: 800, characters: 100) },
      sections: sections(grounded), blocks: blocks(spans, hasCode: hasCode),
      tables: exhibits(.table, 2, spans), figures: exhibits(.figure, 3, spans),
      references: references(spans), citations: [], links: [], leftOut: [])
    return (text, paper)
  }

  private static func sections(_ grounded: (String) -> Grounded<String>) -> [Section] {
    [
      Section(title: grounded(title), level: 0),
      Section(number: "1", title: grounded("1 Introduction"), level: 1),
      Section(number: "A", title: grounded("A Protocol"), level: 1, isAppendix: true),
      Section(number: "B", title: grounded("B Proofs"), level: 1, isAppendix: true),
    ]
  }

  private static func blocks(_ spans: [String: SourceSpan], hasCode: Bool) -> [Block] {
    pages.joined().compactMap { piece in
      let isAlgorithm = hasCode && piece.hasPrefix("Algorithm")
      return spans[piece].map {
        Block(kind: isAlgorithm ? .algorithm : .paragraph, span: $0, section: 0)
      }
    }
  }

  private static func exhibits(
    _ kind: ExhibitKind, _ count: Int, _ spans: [String: SourceSpan]
  ) -> [Exhibit] {
    (1...count).compactMap { number in
      let label = ExhibitLabel(kind: kind, number: String(number))
      let caption = pages[1].first { $0.hasPrefix(label.description + ":") }
      let rows = [[Cell]](repeating: [Cell(), Cell()], count: 4)
      return caption.flatMap { spans[$0] }.map {
        Exhibit(
          label: label, caption: $0, page: 2, box: Box(0, 0, 100, 50), section: 1,
          grids: kind == .table ? [Grid(rows: rows, headerRows: 1, headerColumns: 1)] : [])
      }
    }
  }

  private static func references(_ spans: [String: SourceSpan]) -> [Reference] {
    pages[2].suffix(3).compactMap { piece in
      spans[piece].map {
        Reference(
          entry: $0, surname: String(piece.prefix { $0 != "," }),
          year: piece.split { $0 == "(" || $0 == ")" }.dropFirst().first.map(String.init))
      }
    }
  }

  private static func repository() -> (SourceText, Repository) {
    var builder = SourceTextBuilder(repositoryID)
    var files: [RepositoryFile] = []
    for (path, content) in repositoryFiles {
      let span = builder.append(content, at: .lines(path: path, firstLine: 1))
      files.append(
        RepositoryFile(
          path: path, kind: .source, language: "python", size: content.utf8.count,
          lines: content.split(separator: "\n", omittingEmptySubsequences: false).count - 1,
          blob: "00", text: span))
    }
    let text = SourceText(
      id: repositoryID, kind: .git, file: "repo", sha256: digest("a2"), text: builder.text,
      regions: builder.regions)
    return (text, Repository(source: repositoryID, files: files))
  }

  private static func rubric() -> (SourceText, Rubric) {
    var builder = SourceTextBuilder(rubricID)
    let root = builder.append("The paper has been reproduced.", at: .node("root"))
    var nodes = [Rubric.Node(id: "root", requirement: root, weight: "1", isLeaf: false)]
    for (text, weight, category, fine, id) in requirements {
      let name = "00000000-0000-4000-8000-0000000000" + id
      nodes.append(
        Rubric.Node(
          id: name, requirement: builder.append(text, at: .node(name)), weight: weight,
          category: category, fineCategory: fine, parent: 0, isLeaf: true))
    }
    let text = SourceText(
      id: rubricID, kind: .rubric, file: "rubric.json", sha256: digest("a3"), text: builder.text,
      regions: builder.regions)
    return (text, Rubric(source: rubricID, paper: "clip-or-crease", nodes: nodes))
  }

  private static func digest(_ ending: String) -> String {
    String(repeating: "0", count: 62) + ending
  }
}
