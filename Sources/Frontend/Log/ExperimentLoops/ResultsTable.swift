/// The rows of a `results.tsv`, in which a loop of experiments keeps its outcomes: a commit, the
/// metric, perhaps a cost, the status, and what was tried.
struct ResultsTable {
  struct Row {
    let line: Int
    let cells: [Substring]
  }

  /// What became of an experiment.
  enum Status: String, CaseIterable { case keep, discard, crash }

  let header: [Substring]
  let status: Int
  let description: Int?
  /// The first column of the header that is none of the others: `val_bpb`.
  let metric: Int

  private static let descriptions: Set<Substring> = ["description", "change", "idea", "notes"]
  private static let labels: Set<Substring> = ["commit", "id", "experiment", "run", "date", "time"]

  /// Nil for a line that is no header of such a table: names between tabs, one of them `status`.
  init?(header line: some StringProtocol) {
    let names = Self.cells(line)
    guard names.count >= 3, let status = names.firstIndex(of: "status") else { return nil }
    let description = names.firstIndex { Self.descriptions.contains($0) }
    let metric = names.indices.first { index in
      index != status && index != description && !Self.labels.contains(names[index])
    }
    guard let metric else { return nil }
    header = names
    self.status = status
    self.description = description
    self.metric = metric
  }

  static func cells(_ line: some StringProtocol) -> [Substring] {
    Substring(line).split(separator: "\t", omittingEmptySubsequences: false).map { cell in
      Substring(cell.utf8.drop { $0 == 0x20 || $0 == 0x0D })
    }
  }

  func cell(_ index: Int?, of row: Row) -> Substring {
    index.flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil } ?? ""
  }

  /// Nil for a word that is no status.
  func status(of row: Row) -> Status? {
    let word = cell(status, of: row).lowercased()
    return Status.allCases.first { word.hasPrefix($0.rawValue) }
  }
}
