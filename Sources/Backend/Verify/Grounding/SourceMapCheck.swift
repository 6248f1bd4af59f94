internal import IR

/// `evidence/source_map.json`, and that no number escapes it.
struct SourceMapCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA729", .error(), .grounding, "a number has no place, or the source map is wrong",
      cause: "The source map does not parse, an entry does not point at its value, a source is "
        + "not declared in `PAPER.md`, or a number of a text has no entry.",
      cure: "Compile again; a number without a source does not belong into the artifact.",
      example: "a number without a place")
  ]

  private static let path = "evidence/source_map.json"

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let map = artifact.sourceMap else { return }
    for defect in map.defects { report(.defect(defect)) }
    checkSources(map, artifact, report)
    var coverage = NumberCoverage()
    var last: SourceMapFile.Entry?
    var isOrdered = true
    for entry in map.entries {
      if let previous = last, isOrdered, entry.precedes(previous) {
        report(.outOfOrder(entry))
        isOrdered = false
      }
      last = entry
      if !coverage.add(entry, in: artifact) { report(.wrongPlace(entry)) }
    }
    coverage.finish()
    // Of a map that breaks off, what is missing is not known.
    if map.isWhole { checkNumbers(coverage, artifact, report) }
  }

  private func checkSources(
    _ map: SourceMapFile, _ artifact: Artifact, _ report: (Finding) -> Void
  ) {
    let declared = artifact.manifest?.keys.map { Set($0.sources.map(\.id)) }
    var known: Set<String> = []
    for source in map.sources {
      known.insert(source.id)
      if let declared, !declared.contains(source.id) {
        report(.undeclared(source.id, source.line, "is not declared in PAPER.md"))
      }
    }
    // Nearly all entries are of one source.
    var last: String?
    for entry in map.entries {
      for source in entry.sources where source != last {
        if known.contains(source) {
          last = source
        } else {
          report(.undeclared(source, entry.mapLine, "is not among the sources of the map"))
        }
      }
    }
  }

  private func checkNumbers(
    _ coverage: NumberCoverage, _ artifact: Artifact, _ report: (Finding) -> Void
  ) {
    for file in artifact.textFiles where NumberExemption.needsSources(file) {
      let exemption = NumberExemption(file, artifact)
      let covered = coverage.places(in: file.path)
      for line in 1..<(file.lines.count + 1) {
        for number in file.numbers(inLine: line)
        where !covered.cover(number, in: file) && !exemption.applies(to: number) {
          report(.noPlace(number, artifact.subject(at: line, of: file.path), file.path))
        }
      }
    }
  }
}

extension SourceMapFile.Entry {
  fileprivate func precedes(_ other: SourceMapFile.Entry) -> Bool {
    if file != other.file {
      return file.utf8.lexicographicallyPrecedes(other.file.utf8)
    }
    return (line, column) < (other.line, other.column)
  }
}

/// What the entries of a source map cover.
private struct NumberCoverage {
  private var places: [String: CoveredPlaces] = [:]
  /// The file of the last entry: entries of one file follow one another.
  private var file: (path: String, text: TextFile?, places: CoveredPlaces) = ("", nil, .init())
  /// Where the last entry began: entries come in order, and columns are counted forward.
  private var cursor = (file: "", line: 0, column: 1, offset: 0)

  /// Whether the entry points at its value.
  mutating func add(_ entry: SourceMapFile.Entry, in artifact: Artifact) -> Bool {
    if file.path != entry.file { open(entry.file, in: artifact) }
    guard let text = file.text, entry.column > 0,
      (1...max(text.lines.count, 1)).contains(entry.line)
    else { return false }
    let line = text.line(entry.line)
    if cursor.file != entry.file || cursor.line != entry.line || cursor.column > entry.column {
      cursor = (entry.file, entry.line, 1, 0)
    }
    let rest = line[utf8Range: cursor.offset..<line.utf8.count]
    let start = cursor.offset + rest.offset(ofColumn: entry.column - cursor.column + 1)
    cursor = (entry.file, entry.line, entry.column, start)
    guard let length = Self.match(entry.value, line, at: start) else {
      return false
    }
    file.places.add(start..<(start + length), inLine: entry.line)
    return true
  }

  private mutating func open(_ path: String, in artifact: Artifact) {
    finish()
    file = (path, artifact.text(path), places.removeValue(forKey: path) ?? CoveredPlaces())
  }

  /// Files the places in the last file; no entry may follow.
  mutating func finish() {
    file.places.order()
    if !file.places.isEmpty { places[file.path] = file.places }
    file.places = CoveredPlaces()
  }

  func places(in path: String) -> CoveredPlaces { places[path] ?? CoveredPlaces() }

  /// The length in the line of what stands for `value` there: Markdown and YAML may escape with
  /// backslashes.
  private static func match(_ value: String, _ line: Substring, at start: Int) -> Int? {
    if value.isEmpty { return nil }
    var value = value
    return line.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      value.withUTF8 { wanted in
        var at = start
        var next = 0
        while next < wanted.count {
          guard at < bytes.count else { return nil }
          if bytes[at] == wanted[next] {
            next += 1
          } else if bytes[at] != UInt8(ascii: "\\") {
            return nil
          }
          at += 1
        }
        return at - start
      }
    } ?? nil
  }
}

/// What entries cover in one file, as UTF-8 ranges in lines.
private struct CoveredPlaces {
  private var ranges: [(line: Int, bytes: Range<Int>)] = []
  private var isOrdered = true

  var isEmpty: Bool { ranges.isEmpty }

  mutating func add(_ bytes: Range<Int>, inLine line: Int) {
    isOrdered = isOrdered && ranges.last.map { $0.line <= line } ?? true
    ranges.append((line, bytes))
  }

  mutating func order() {
    if !isOrdered { ranges.sort { $0.line < $1.line } }
    isOrdered = true
  }

  func cover(_ number: LinePiece, in file: TextFile) -> Bool {
    let first = ranges.partitioningIndex { $0.line >= number.line }
    let start = file.line(number.line).offset(ofPiece: number.text)
    let end = start + number.text.utf8.count
    return ranges[first...].lazy.prefix { $0.line == number.line }
      .contains { $0.bytes.lowerBound <= start && end <= $0.bytes.upperBound }
  }
}

extension Finding {
  private static let path = "evidence/source_map.json"

  fileprivate static func defect(_ defect: SourceMapFile.Defect) -> Finding {
    Finding(
      "ARA729", at: ArtifactPlace(file: path, line: defect.line), about: defect.message,
      "the source map is not in form: \(defect.message)")
  }

  fileprivate static func undeclared(_ id: String, _ line: Int, _ what: String) -> Finding {
    Finding(
      "ARA729", at: ArtifactPlace(file: path, line: line), about: Excerpt.of(id),
      "the source \(Quoted(id)) \(what)")
  }

  fileprivate static func outOfOrder(_ entry: SourceMapFile.Entry) -> Finding {
    Finding(
      "ARA729", at: ArtifactPlace(file: path, line: entry.mapLine), about: "order",
      "the entries are not ordered by file, line and column")
  }

  fileprivate static func wrongPlace(_ entry: SourceMapFile.Entry) -> Finding {
    Finding(
      "ARA729", at: ArtifactPlace(file: path, line: entry.mapLine),
      about: "\(Excerpt.of(entry.file)): \(Excerpt.of(entry.value))",
      "\(Quoted(entry.value)) does not stand at \(Quoted(entry.file)), line \(entry.line), "
        + "column \(entry.column)")
  }

  fileprivate static func noPlace(_ number: LinePiece, _ subject: String?, _ file: String)
    -> Finding
  {
    Finding(
      "ARA729", on: number, in: file, subject: subject,
      "\(Brief(number.text)) has no entry in the source map")
  }
}
