internal import IR

/// Puts characters that stand in two dimensions into one line of text: fractions as `(a)/(b)`,
/// roots as `√(a)`, raised parts after `^`, lowered ones and limits after `_`.
struct FormulaText {
  /// A line of a formula.
  struct Row {
    let text: String
    /// Indexes of the words that it holds, in order.
    let words: [Int]
    let base: Double
  }

  /// Fraction bars and the lines over roots.
  var bars: [Box] = []

  func rows(_ items: [FormulaItem]) -> [Row] {
    let reduced = FormulaParts(bars: bars).reduced(items)
    return stacked(reduced).map { row in
      Row(
        text: line(row.items, base: row.base, size: row.size),
        words: Array(Set(row.items.flatMap(\.words))).sorted(), base: row.base)
    }
  }

  /// What stands in a line of running text, whose baseline and size are given.
  func text(_ items: [FormulaItem], base: Double, size: Double) -> String {
    line(FormulaParts(bars: bars).reduced(items), base: base, size: size)
  }

  /// Everything in one line; rows one after the other.
  func text(_ items: [FormulaItem]) -> String {
    rows(items).map(\.text).joined(separator: " ")
  }

  // MARK: Rows

  struct Stack {
    var items: [FormulaItem]
    var base: Double
    let size: Double
    var axis: Double { base - FormulaItem.axisHeight * size }
  }

  /// The size that lines are set in: the largest, but for single characters among many.
  static func mainSize(_ items: [FormulaItem]) -> Double {
    let sizes = items.filter { !$0.isTall }.map(\.size).sorted(by: >)
    guard let largest = sizes.first else { return items.map(\.size).max() ?? 10 }
    return sizes.count > 12 ? sizes[sizes.count / 12] : largest
  }

  static func isMain(_ item: FormulaItem, at size: Double) -> Bool {
    item.axis == nil && item.size >= 0.86 * size
  }

  /// Items by the line that they stand on, top to bottom.
  func stacked(_ items: [FormulaItem]) -> [Stack] {
    guard !items.isEmpty else { return [] }
    let size = Self.mainSize(items)
    var stacks: [Stack] = []
    var total = 0.0
    for item in items.filter({ Self.isMain($0, at: size) }).sorted(by: {
      ($0.base, $0.x0) < ($1.base, $1.x0)
    }) {
      if let last = stacks.indices.last, item.base - stacks[last].base <= 0.5 * size {
        stacks[last].items.append(item)
        total += item.base
        stacks[last].base = total / Double(stacks[last].items.count)
      } else {
        stacks.append(Stack(items: [item], base: item.base, size: size))
        total = item.base
      }
    }
    let rest = items.filter { !Self.isMain($0, at: size) }
    guard !stacks.isEmpty else {
      let axis = rest.compactMap(\.axis).first ?? rest[0].midY
      return [Stack(items: rest, base: axis + FormulaItem.axisHeight * size, size: size)]
    }
    for item in rest {
      let height = item.axis ?? item.midY
      let nearest = stacks.indices.min {
        abs(stacks[$0].axis - height) < abs(stacks[$1].axis - height)
      }
      if let nearest { stacks[nearest].items.append(item) }
    }
    return stacks
  }

  // MARK: A line

  enum Level { case main, raised, lowered }

  private func level(of item: FormulaItem, base: Double, size: Double) -> Level {
    if let axis = item.axis {
      if item.isTall, item.size >= 0.86 * size { return .main }
      let shift = base - FormulaItem.axisHeight * size - axis
      let isScript = abs(shift) > (item.isTall ? 0.5 : 0.35) * size
      return isScript && item.size < 0.86 * size ? (shift > 0 ? .raised : .lowered) : .main
    }
    guard item.size < 0.86 * size else { return .main }
    if item.base < base - 0.12 * size { return .raised }
    return item.base > base + 0.07 * size ? .lowered : .main
  }

  private struct Part {
    var item: FormulaItem
    var raised: [FormulaItem] = []
    var lowered: [FormulaItem] = []
    /// Right edge of what stands behind it.
    var right: Double
  }

  /// `space` is the least gap between words as a share of the size.
  private func line(
    _ items: [FormulaItem], base: Double, size: Double, space: Double = 0.12
  ) -> String {
    var parts: [Part] = []
    var scripts: [(item: FormulaItem, isRaised: Bool)] = []
    var hosts = ScriptHosts()
    for item in items.sorted(by: { ($0.x0, $0.base) < ($1.x0, $1.base) }) {
      let own = level(of: item, base: base, size: size)
      let level = hosts.level(of: item, else: own, size: size)
      switch level {
      case .main: parts.append(Part(item: item, right: item.x1))
      case .raised: scripts.append((item, true))
      case .lowered: scripts.append((item, false))
      }
    }
    var first = Part(
      item: FormulaItem("", of: [], base: base, axis: nil, size: size), right: -.infinity)
    for isRaised in [true, false] {
      let own = scripts.filter { $0.isRaised == isRaised }.map(\.item)
      // Labels of braces stand farther off than the scripts between them and their braces.
      let isFar = { (item: FormulaItem) in
        isRaised ? item.bottom < base - size : item.top > base
      }
      for part in [own.filter { !isFar($0) }, own.filter(isFar)] {
        for run in Self.runs(part, gap: 0.4 * size, step: 0.55 * size) {
          place(run, isRaised: isRaised, in: &parts, or: &first)
        }
      }
    }
    return Self.joined([first] + parts, space: space * size, scripts: script)
  }

  /// Scripts that stand together, at about one height.
  private static func runs(_ items: [FormulaItem], gap: Double, step: Double) -> [[FormulaItem]] {
    var runs: [[FormulaItem]] = []
    var right = -Double.infinity
    for item in items {
      if let last = runs.last?.last, item.x0 - right < gap, abs(item.base - last.base) < step {
        runs[runs.count - 1].append(item)
        right = max(right, item.x1)
      } else {
        runs.append([item])
        right = item.x1
      }
    }
    return runs
  }

  /// Gives a run to the operator that it is a limit of, or else item by item to what stands before.
  private func place(
    _ run: [FormulaItem], isRaised: Bool, in parts: inout [Part], or first: inout Part
  ) {
    let whole = FormulaItem("", of: run, base: 0, axis: nil, size: 0)
    let operators = parts.indices.filter {
      parts[$0].item.isOperator && parts[$0].item.overlap(whole) > 0
    }
    if operators.count > 1 {
      // The limits of two sums may touch.
      for item in run {
        let nearest = operators.min {
          abs(parts[$0].item.midX - item.midX) < abs(parts[$1].item.midX - item.midX)
        }
        guard let nearest else { continue }
        if isRaised {
          parts[nearest].raised.append(item)
        } else {
          parts[nearest].lowered.append(item)
        }
      }
      return
    }
    if let host = limitHost(of: whole, in: parts) {
      if isRaised { parts[host].raised += run } else { parts[host].lowered += run }
      return
    }
    if let host = labelHost(of: run, in: parts) {
      if isRaised { parts[host].raised += run } else { parts[host].lowered += run }
      return
    }
    for item in run {
      let before = parts.partitioningIndex { $0.item.x0 >= item.midX } - 1
      guard before >= 0 else {
        if isRaised { first.raised.append(item) } else { first.lowered.append(item) }
        continue
      }
      if isRaised { parts[before].raised.append(item) } else { parts[before].lowered.append(item) }
      parts[before].right = max(parts[before].right, item.x1)
    }
  }

  /// The last part over or under which a run stands wholly, as the label of a brace does.
  private func labelHost(of run: [FormulaItem], in parts: [Part]) -> Int? {
    // Limits have signs, labels are words.
    let isWords = run.allSatisfy { $0.text.allSatisfy { $0.isLetter || "-()".contains($0) } }
    guard run.count > 3, isWords, let left = run.map(\.x0).min(),
      let right = run.map(\.x1).max()
    else { return nil }
    return parts.indices.last { index in
      let item = parts[index].item
      return item.x0 < right && left < item.x1
        && (run.allSatisfy { $0.top > item.base } || run.allSatisfy { $0.bottom < item.top })
    }
  }

  /// The operator that a run stands above or below: a sign, or a word such as `max`.
  private func limitHost(of run: FormulaItem, in parts: [Part]) -> Int? {
    let start = max(0, parts.partitioningIndex { $0.item.x0 >= run.x0 } - 1)
    var host: Int?
    for index in start..<parts.count {
      let item = parts[index].item
      if item.x0 > run.x1 { break }
      let shared = item.overlap(run)
      let isCovered = shared > 0.6 * min(item.width, run.width) && shared > 0
      guard isCovered,
        item.isOperator || run.top > item.base || run.bottom < item.top + 0.2 * item.size
      else { continue }
      if item.isOperator { return index }
      guard item.text.allSatisfy(\.isLetter) else { continue }
      host = index
    }
    guard var last = host else { return nil }
    while last + 1 < parts.count, parts[last + 1].item.text.allSatisfy(\.isLetter),
      parts[last + 1].item.words == parts[last].item.words
    {
      last += 1
    }
    return last
  }

  // MARK: Text

  private func script(_ items: [FormulaItem], isRaised: Bool, after text: String) -> String {
    guard !items.isEmpty else { return "" }
    let inner = stacked(items).map { line($0.items, base: $0.base, size: $0.size, space: 0.3) }
      .joined(separator: " ")
    return ScriptText.marked(inner, isRaised: isRaised, after: text)
  }

  private static func joined(
    _ parts: [Part], space: Double,
    scripts: (_ items: [FormulaItem], _ isRaised: Bool, _ after: String) -> String
  ) -> String {
    var text = ""
    var last: Part?
    var isOpen = false
    for part in parts {
      if let last, !part.item.text.isEmpty {
        let isOneWord = last.item.words.last == part.item.words.first && last.item.words.count == 1
        let gap = part.item.x0 - last.right
        let isApart = gap > (isOneWord && last.right == last.item.x1 ? 4 * space : space)
        // `W_i X`: without a space the script would seem to go on.
        let runsOn = isOpen && part.item.text.first?.isAlphanumeric == true
        if !text.isEmpty, isApart || runsOn { text += " " }
      }
      text += part.item.text
      let before = text.utf8.count
      text += scripts(part.lowered, false, text)
      text += scripts(part.raised, true, text)
      isOpen = text.utf8.count > before && text.last?.isAlphanumeric == true
      last = part.item.text.isEmpty ? nil : part
    }
    return text
  }
}
