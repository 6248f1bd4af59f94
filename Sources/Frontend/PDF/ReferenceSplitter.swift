internal import IR

/// Splits the lines of a bibliography into entries.
struct ReferenceSplitter {
  let lines: [FlowLine]

  /// One group of lines per entry; lines before the first entry make a group of their own.
  func entries() -> [[FlowLine]] {
    guard !lines.isEmpty else { return [] }
    let starts = bracketStarts() ?? numberStarts() ?? indentStarts() ?? gapStarts()
    var groups: [[FlowLine]] = []
    for (index, line) in lines.enumerated() {
      if starts.contains(index) || groups.isEmpty {
        groups.append([line])
      } else {
        groups[groups.count - 1].append(line)
      }
    }
    return groups
  }

  /// The entries of a bibliography, and the paragraphs that belong to none.
  static func split(_ lines: [FlowLine]) -> (entries: [[FlowLine]], others: [[FlowLine]]) {
    let (own, large) = bySize(lines)
    var entries = ReferenceSplitter(lines: own).entries()
    guard let last = entries.popLast() else { return ([], large.map { [$0] }) }
    let end = tail(of: last) ?? last.count
    entries.append(Array(last[..<end]))
    let listed = end == last.count ? imprintStart(in: entries) : entries.count
    let rest = entries[listed...].joined() + last[end...]
    entries.removeSubrange(listed...)
    var others: [[FlowLine]] = []
    for line in rest {
      let follows = line.gapAbove.map { $0 < 0.9 * line.line.size } ?? false
      if follows, let paragraph = others.popLast() {
        others.append(paragraph + [line])
      } else {
        others.append([line])
      }
    }
    return (entries, others + large.map { [$0] })
  }

  /// Lines behind the last entry, where no heading says that the bibliography has ended: they begin
  /// after a full stop on a new page, or far below, and are many.
  private static func tail(of entry: [FlowLine]) -> Int? {
    let end = entry.indices.dropFirst().first { index in
      let (last, line) = (entry[index - 1], entry[index])
      guard last.text.hasSuffix(".") || last.text.hasSuffix("]") else { return false }
      return line.page != last.page || line.gapAbove.map { $0 > 1.5 * line.line.size } ?? false
    }
    return end.flatMap { entry.count - $0 > 2 ? $0 : nil }
  }

  /// Where lines on the paper itself follow the entries: they stand further below these than these from
  /// each other, and alone have no year.
  private static func imprintStart(in entries: [[FlowLine]]) -> Int {
    let undated = (entries.lastIndex { $0.contains(where: isDated) } ?? -1) + 1
    let isDatedList =
      entries[..<undated].count { $0.contains(where: isDated) } * 10 >= undated * 9
    guard undated < entries.count, undated >= leastDated, isDatedList else { return entries.count }
    let usual = entries[..<undated].compactMap { $0.first?.gapAbove }.max() ?? 0
    return entries[undated...].firstIndex { entry in
      entry.first.map { ($0.gapAbove ?? 0) > usual + 0.5 * $0.line.size } ?? false
    } ?? entries.count
  }

  /// The lines of a bibliography, and those that are set much larger: they belong to a figure or a
  /// page that follows.
  private static func bySize(_ lines: [FlowLine]) -> (own: [FlowLine], others: [FlowLine]) {
    let sizes = lines.map(\.line.size).sorted()
    let limit = 1.3 * (sizes.isEmpty ? 0 : sizes[sizes.count / 2])
    return (lines.filter { $0.line.size < limit }, lines.filter { $0.line.size >= limit })
  }

  /// `[12] …`, `[Vas+17] …`. Among labels with digits, `[Online]. Available: …` goes on with an entry.
  private func bracketStarts() -> Set<Int>? {
    let labels = lines.indices.compactMap { index in bracket(at: index).map { (index, $0) } }
    let numbered = labels.filter { $0.1.contains(where: \.isASCIIDigit) }
    let starts = (numbered.count * 2 > labels.count ? numbered : labels).map(\.0)
    return starts.count > 1 && starts.first == 0 ? Set(starts) : nil
  }

  /// What stands in the bracket that a line begins with.
  private func bracket(at index: Int) -> Substring? {
    let text = lines[index].text
    guard text.first == "[", let close = text.firstIndex(of: "]"),
      text.distance(from: text.startIndex, to: close) < 16
    else { return nil }
    return text[..<close].dropFirst()
  }

  /// Whether the lines are works that count up from `[1]`, most of them with a year.
  var isNumberedList: Bool {
    guard let starts = bracketStarts()?.sorted(), starts.count >= Self.leastDated else {
      return false
    }
    let counted = starts.enumerated().count { place, index in
      lines[index].text.hasPrefix("[\(place + 1)]")
    }
    return counted * 10 >= starts.count * 9 && areDated(Set(starts))
  }

  /// `12. …` or `12 …`, each one more than the last.
  private func numberStarts() -> Set<Int>? {
    var starts: Set<Int> = []
    var expected = 1
    for (index, line) in lines.enumerated() {
      guard let word = line.text.split(separator: " ").first,
        let number = Int(String(word).trimmed(of: ".)")),
        number == expected
      else { continue }
      starts.insert(index)
      expected += 1
    }
    return starts.count > 2 && starts.contains(0) ? starts : nil
  }

  /// Hanging indents: an entry begins at the left edge, and its other lines are set in.
  private func indentStarts() -> Set<Int>? {
    var starts: Set<Int> = []
    var hanging = 0
    for group in columnGroups() {
      guard let left = group.map({ lines[$0].line.box.x0 }).min() else { continue }
      for index in group {
        if lines[index].line.box.x0 < left + 3.5 { starts.insert(index) } else { hanging += 1 }
      }
    }
    // A column may begin with the rest of an entry: then all its lines are set in alike.
    return hanging * 5 >= lines.count || hanging > 1 && areDated(starts)
      ? withoutContinuedColumns(starts) : nil
  }

  /// Whether a year stands in nearly every entry that begins at one of some lines: where most
  /// entries are a line long, few lines are set in.
  private func areDated(_ starts: Set<Int>) -> Bool {
    let sorted = starts.sorted()
    guard sorted.count >= Self.leastDated, sorted[0] == 0 else { return false }
    let ends = sorted.dropFirst() + [lines.count]
    let dated = zip(sorted, ends).count { start, end in
      lines[start..<end].contains(where: Self.isDated)
    }
    return Double(dated) >= 0.9 * Double(sorted.count)
  }

  private static func isDated(_ line: FlowLine) -> Bool {
    line.text.split { " .,;:()[]".contains($0) }.contains { PrintedYear($0) != nil }
  }

  private static let leastDated = 5

  /// Lines of one column of one page, which share a left edge.
  private func columnGroups() -> [[Int]] {
    var groups: [[Int]] = []
    for index in lines.indices {
      if let last = groups.last?.last, lines[last].page == lines[index].page,
        lines[last].side == lines[index].side
      {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
    }
    return groups
  }

  private func withoutContinuedColumns(_ starts: Set<Int>) -> Set<Int> {
    var starts = starts
    for group in columnGroups() where isContinued(group, starts) { starts.subtract(group) }
    for group in columnGroups() where group.count <= 2 {
      guard let first = group.first, first > 0, starts.contains(first), let column = lines.first
      else { continue }
      let offset = lines[first].line.box.x0 - lines[first].column.lowerBound
      let usual = column.line.box.x0 - column.column.lowerBound
      if offset > usual + 4 { starts.subtract(group) }
    }
    return starts
  }

  /// Whether a column holds nothing but the rest of a long entry: no line of it is set in against
  /// another, and few have a year.
  private func isContinued(_ column: [Int], _ starts: Set<Int>) -> Bool {
    column.count > 2 && column.first != 0 && column.allSatisfy(starts.contains)
      && column.count { Self.isDated(lines[$0]) } * 3 < column.count
  }

  /// Entries set apart by space only.
  private func gapStarts() -> Set<Int> {
    let gaps = lines.compactMap(\.gapAbove).sorted()
    guard let usual = gaps.isEmpty ? nil : gaps[gaps.count / 4] else { return [0] }
    return Set(
      lines.indices.filter { index in
        guard index > 0 else { return true }
        guard let gap = lines[index].gapAbove else {
          return lines[index - 1].text.hasSuffix(".")
            && lines[index].text.first?.isUppercase == true
        }
        return gap > usual + 2
      })
  }
}
