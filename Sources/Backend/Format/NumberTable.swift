internal import IR

/// The numbers that stand in evidence, configurations and data.
struct NumberTable: Sendable {
  private let byFile: [String: (all: Set<DecimalText>, cells: Set<DecimalText>)]
  /// Of all files of `src/configs`.
  let configuration: Set<DecimalText>
  /// Of all files of `src/configs` and `data`.
  let settings: Set<DecimalText>
  /// Of all evidence and configuration files.
  let recorded: NumberPool
  /// Of the evidence that is no table and no figure: what the prose states.
  let stated: Set<DecimalText>
  /// Cells of evidence tables that look like measured values.
  let resultCells: Set<DecimalText>

  init(_ artifact: ParsedFiles) {
    var byFile: [String: (all: Set<DecimalText>, cells: Set<DecimalText>)] = [:]
    var configuration: Set<DecimalText> = []
    var settings: Set<DecimalText> = []
    var recorded: Set<DecimalText> = []
    var stated: Set<DecimalText> = []
    var results: Set<DecimalText> = []
    for file in artifact.markdownFiles {
      let isEvidence = file.path.hasPrefix("evidence/") && file.kind != .evidenceIndex
      guard isEvidence || file.kind == .configuration || file.kind == .data else { continue }
      let (cells, printed) = Self.cells(of: file)
      let numbers = cells.union(Self.proseNumbers(in: file))
      byFile[file.path] = (numbers, cells)
      if file.kind == .configuration { configuration.formUnion(numbers) }
      if isEvidence || file.kind == .configuration { recorded.formUnion(numbers) }
      if !isEvidence { settings.formUnion(numbers) }
      if isEvidence, !file.kind.isExhibit { stated.formUnion(numbers) }
      if file.kind.isExhibit {
        results.formUnion(printed.subtracting(Self.ticks(of: file)).filter(\.isResultLike))
      }
    }
    self.byFile = byFile
    self.configuration = configuration
    self.settings = settings
    self.recorded = NumberPool(recorded, cells: [])
    self.stated = stated
    resultCells = results
  }

  /// The numbers of some evidence files.
  func pool(of paths: some Sequence<String>) -> NumberPool {
    let files = paths.compactMap { byFile[$0] }
    return NumberPool(
      files.reduce(into: []) { $0.formUnion($1.all) },
      cells: files.reduce(into: []) { $0.formUnion($1.cells) })
  }

  /// Fields that say where a file comes from, not what it holds.
  private static let originFields: Set<String> = ["Source", "Screenshot", "Derived from"]

  private static func proseNumbers(in file: MarkdownFile) -> Set<DecimalText> {
    let origins = Set(file.fields.filter { originFields.contains($0.name) }.map(\.line))
    var numbers: Set<DecimalText> = []
    for line in 1..<(file.text.lines.count + 1) where !origins.contains(line) {
      for number in file.text.numbers(inLine: line) {
        numbers.insert(DecimalText(number.text))
        if number.text.utf8.contains(UInt8(ascii: ",")) {
          numbers.formUnion(DecimalText.list(number.text))
        }
      }
    }
    return numbers
  }

  /// The scales of the axes, where the file lists what is printed in a plot.
  private static func ticks(of file: MarkdownFile) -> Set<DecimalText> {
    let rows = file.tables.flatMap(\.rows).map(\.cells)
    let listed = rows.filter { $0.count > 1 && $0[$0.count - 1].text == PrintedLabel.kind }
    return AxisTicks.scan(listed.map { $0[0].text })
  }

  /// The columns that date their rows: what stands there was not measured.
  private static func yearColumns(of table: PipeTable) -> Set<Int> {
    let columns = table.header.cells.indices.filter { column in
      let cells = table.rows.filter { column < $0.cells.count }.map { $0.cells[column].text }
      return table.header.cells[column].text.lowercased().hasPrefix("year")
        && cells.allSatisfy { $0.isEmpty || isYear($0) }
    }
    return Set(columns)
  }

  private static func isYear(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 4 && Int(text).map((1900...2100).contains) == true
  }

  /// Whether a number is the year of a work or an edition that a cell names: `Doe et al. 2018`.
  private static func isNamingYear(_ number: DecimalText, in cell: Substring) -> Bool {
    guard isYear(number.digits), let year = cell.find(number.digits) else { return false }
    return cell[..<year.lowerBound].last { !" .,(".contains($0) }?.isLetter ?? false
  }

  /// The numbers of all cells, and of those that are printed in the source: what was measured on
  /// a plot is no value that its source states, since its last digits are the reader's, and where
  /// it stands on the axis is a setting as often as a result.
  private static func cells(of file: MarkdownFile)
    -> (all: Set<DecimalText>, printed: Set<DecimalText>)
  {
    var all: Set<DecimalText> = []
    var printed: Set<DecimalText> = []
    for table in file.tables {
      let years = Self.yearColumns(of: table)
      for row in table.rows {
        for (column, cell) in row.cells.enumerated() {
          let numbers = CellNumbers.scan(cell.text)
          all.formUnion(numbers)
          let isPrinted = !cell.text.utf8.starts(with: "≈".utf8) && !years.contains(column)
          if isPrinted { printed.formUnion(numbers.filter { !isNamingYear($0, in: cell.text) }) }
        }
      }
    }
    return (all, printed)
  }
}
