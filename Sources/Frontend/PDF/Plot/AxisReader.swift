internal import IR

/// Reads the axis along one edge of a frame.
struct AxisReader {
  let scene: PlotScene
  let frame: Box
  /// In which its values grow.
  let direction: PlotDirection
  /// Whether it is the edge at the larger coordinate: the lower one, the right one.
  let isFar: Bool

  private var texts: AxisLabels {
    AxisLabels(scene: scene, frame: frame, direction: direction, isFar: isFar)
  }
  private var edge: Double { texts.edge }
  private func distance(_ box: Box) -> Double { texts.distance(box) }

  private struct Pair {
    let tick: Double
    let label: PlotLabel
  }

  /// Numbers are words; names may be of several.
  func read() -> AxisReading? {
    let groups = tickGroups()
    let near = texts.readable(among: scene.labels.tokens)
    if let reading = read(near, groups), reading.scale != nil { return reading }
    let names =
      direction == .across
      ? groups.map { joined(near, at: $0.ticks) } : [texts.readable(among: scene.labels.lines)]
    let readings = names.compactMap { read($0, groups) }
    return readings.max { $0.labels.count < $1.labels.count }
  }

  /// Words in a row that belong to one tick are one name.
  private func joined(_ words: [PlotLabel], at ticks: [Double]) -> [PlotLabel] {
    guard ticks.count >= 2, ticks.count <= 40 else { return words }
    var names: [[PlotLabel]] = Array(repeating: [], count: ticks.count)
    for word in words.sorted(by: { $0.box.x0 < $1.box.x0 }) {
      let place = word.place(.across)
      let next = ticks.partitioningIndex { $0 >= place }
      let nearest = [next - 1, next].filter(ticks.indices.contains)
        .min { abs(ticks[$0] - place) < abs(ticks[$1] - place) }
      if let nearest { names[nearest].append(word) }
    }
    return names.filter { !$0.isEmpty }.map { parts in
      PlotLabel(joining: parts, text: parts.map(\.text).joined(separator: " "))
    }
  }

  /// Whether nothing is printed along the edge.
  var isBare: Bool { texts.near(among: scene.labels.tokens).count < 2 }

  /// Whether numbers stand along the edge, read or not.
  var hasNumbers: Bool {
    texts.near(among: scene.labels.tokens).count { AxisNumber($0.text) != nil } >= 2
  }

  private func read(_ labels: [PlotLabel], _ groups: [TickGroup]) -> AxisReading? {
    guard labels.count >= 2 else { return nil }
    var best: (pairs: [Pair], length: Double)?
    for group in groups {
      let pairs = matched(labels, to: group.ticks)
      let known = best?.pairs.count ?? 1
      if pairs.count > known || pairs.count == known && group.length > (best?.length ?? 0) {
        best = (pairs, group.length)
      }
    }
    var reading = AxisReading()
    reading.ticks = groups.flatMap(\.ticks).sorted()
    reading.marks = groups.reduce(into: []) { $0.formUnion($1.marks) }
    var pairs = best?.pairs ?? []
    // Ticks that most labels do not stand at are those of the other axis, or of its grid.
    guard pairs.count < 2 || pairs.count * 2 > labels.count else { return nil }
    if pairs.count < 2 {
      reading.isExact = false
      pairs = labels.map { Pair(tick: $0.place(direction), label: $0) }
    }
    pairs.sort { $0.tick < $1.tick }
    reading.labels = pairs.map(\.label)
    if let scale = scale(of: pairs, reading) {
      // Boxes of labels follow the extent of a font, not that of its digits: without ticks they do
      // not tell heights.
      guard reading.isExact || direction == .across else { return nil }
      reading.scale = scale
      return reading
    }
    // Pieces of names at an angle are no names.
    guard direction == .down || !scene.labels.hasSlantedPieces else { return nil }
    let values = pairs.compactMap { pair in
      AxisNumber(pair.label.text).map { PlotScale.Tick(position: pair.tick, value: $0.value) }
    }
    guard isEven(pairs, exact: reading.isExact),
      values.count * 2 < pairs.count
        || (reading.isExact || direction == .across) && areGroups(values)
    else { return nil }
    reading.categories = pairs.map { ($0.tick, $0.label) }
    if direction == .down { reading.categories.reverse() }
    return reading
  }

  // MARK: Ticks

  private struct TickGroup {
    let length: Double
    var ticks: [Double] = []
    var marks: [Int] = []
  }

  /// Ticks of one length, and the lines of a grid; longest first.
  private func tickGroups() -> [TickGroup] {
    var groups: [Int: TickGroup] = [:]
    for index in scene.lines(direction.other) {
      let box = scene.marks[index].box
      let place = box.middle(direction)
      guard place >= frame.start(direction) - 1, place <= frame.end(direction) + 1 else { continue }
      let length = box.length(direction.other)
      let isGrid =
        length > 0.97 * frame.length(direction.other)
        && (box.middle(direction.other) - frame.middle(direction.other)).magnitude < 2
      guard isGrid || length <= 12 && touches(box) else { continue }
      if direction == .down, !isGrid, scene.labels.isSign(box) { continue }
      let key = isGrid ? 1000 : Int((length * 4).rounded())
      groups[key, default: TickGroup(length: isGrid ? 0.5 : length)].ticks.append(place)
      groups[key]?.marks.append(index)
    }
    return groups.sorted { $0.key > $1.key }.map { item in
      var group = item.value
      group.ticks = group.ticks.sorted().reduce(into: []) { kept, tick in
        if kept.last.map({ tick - $0 > 0.25 }) ?? true { kept.append(tick) }
      }
      return group
    }
  }

  /// Whether a short line begins at the edge, or a little outside where axes are set apart.
  private func touches(_ box: Box) -> Bool {
    let near = distance(box)
    let inner = isFar ? edge - box.end(direction.other) : box.start(direction.other) - edge
    return near < 14 && inner < 0.8
  }

  // MARK: Labels

  /// Each label with its tick: the nearest, all with the same small shift.
  private func matched(_ labels: [PlotLabel], to ticks: [Double]) -> [Pair] {
    guard ticks.count >= 2, ticks.count < 400 else { return [] }
    var nearest: [Double: (label: PlotLabel, shift: Double)] = [:]
    for label in labels {
      let place = label.place(direction)
      let next = ticks.partitioningIndex { $0 >= place }
      let options = [next - 1, next].filter(ticks.indices.contains)
      guard let tick = options.map({ ticks[$0] }).min(by: { abs($0 - place) < abs($1 - place) })
      else { continue }
      let shift = place - tick
      let most = direction == .down ? 0.6 * label.size : max(3, 0.3 * label.box.width)
      guard abs(shift) <= most, abs(shift) < abs(nearest[tick]?.shift ?? .infinity) else {
        continue
      }
      nearest[tick] = (label, shift)
    }
    let shifts = nearest.values.map(\.shift).sorted()
    guard !shifts.isEmpty else { return [] }
    let usual = shifts[shifts.count / 2]
    return nearest.filter { abs($0.value.shift - usual) < 2 }
      .map { Pair(tick: $0.key, label: $0.value.label) }
  }

  // MARK: Scales

  private func scale(of pairs: [Pair], _ reading: AxisReading) -> PlotScale? {
    let numbers = pairs.compactMap { pair in
      AxisNumber(pair.label.text).map { (pair.tick, $0) }
    }
    guard numbers.count >= 2, numbers.count * 3 >= pairs.count * 2 else { return nil }
    // Labels in a row that lie over each other are pieces of others, at an angle.
    let isPieced = zip(pairs, pairs.dropFirst()).contains { first, second in
      first.label.anchor == nil && first.label.box.x1 > second.label.box.x0 + 2
    }
    guard direction == .down || !isPieced else { return nil }
    let units = Set(numbers.filter { $0.1.value != 0 }.map(\.1.unit))
    guard units.count <= 1 else { return nil }
    let factors = offsetTexts()
    let printed = numbers.map(\.1.value)
    let offset = factors.lazy.compactMap(AxisOffset.init).first { $0.suits(printed) }
    // A factor that cannot be read makes every value wrong.
    guard offset != nil || factors.allSatisfy({ !AxisOffset.mayBe($0) }) else { return nil }
    let ticks = numbers.map { number in
      PlotScale.Tick(
        position: number.0, value: offset?.value(number.1.value) ?? number.1.value)
    }
    // Powers fall along no axis; those of a font that has lost the signs of exponents seem to.
    let growth = direction == .down ? -1.0 : 1
    let fall = zip(ticks, ticks.dropFirst()).allSatisfy { growth * ($1.value - $0.value) < 0 }
    guard !fall || numbers.contains(where: { !$0.1.isPower || $0.1.value < 1 }) else { return nil }
    let tolerance = reading.isExact ? 0.4 : 0.8
    let linear = PlotScale.fit(ticks, tolerance: tolerance, isLog: false)
    let log = PlotScale.fit(ticks, tolerance: tolerance, isLog: true)
    // The lines of the frame stand where it ends, not where a value is.
    let inner = reading.ticks.filter {
      $0 > frame.start(direction) + 0.5 && $0 < frame.end(direction) - 0.5
    }
    let proof = ScaleProof(ticks: inner, labelled: ticks)
    switch (linear, log) {
    case (let linear?, let log?):
      if linear.used.count > 2 || log.used.count > 2 {
        return linear.used.count >= log.used.count ? linear.0 : log.0
      }
      if proof.isLog(log.0) || areDecades(numbers.map(\.1)) { return log.0 }
      return !numbers.contains(where: \.1.isPower) && proof.isLinear(linear.0) ? linear.0 : nil
    case (let linear?, nil):
      return linear.used.count > 2 || proof.isLinear(linear.0) ? linear.0 : nil
    case (nil, let log?):
      return log.used.count > 2 || proof.isLog(log.0) || areDecades(numbers.map(\.1)) ? log.0 : nil
    case (nil, nil): return nil
    }
  }

  /// Whether two ticks are printed as powers, the second of them ten times the first: no linear
  /// axis has ticks at 10 and 100 and nowhere else.
  private func areDecades(_ numbers: [AxisNumber]) -> Bool {
    guard numbers.count == 2, numbers.allSatisfy({ $0.isPower && $0.value > 0 }) else {
      return false
    }
    let ratio = numbers[1].value / numbers[0].value
    return abs(ratio - 10) < 1e-6 || abs(ratio - 0.1) < 1e-8
  }

  /// What is printed at the end of the axis, where a factor of all its numbers stands.
  private func offsetTexts() -> [String] {
    var texts: [String] = []
    let candidates = scene.labels.tokens + scene.labels.lines
    for label in candidates where !label.isSideways {
      let box = label.box
      let isPlaced: Bool
      if direction == .down {
        let ends = [frame.x0, frame.x1]
        let distance = abs(ends[isFar ? 1 : 0] - box.midX)
        isPlaced =
          box.y1 < frame.y0 + 0.3 * box.height && box.y1 > frame.y0 - 16
          && distance < abs(ends[isFar ? 0 : 1] - box.midX) && distance < 30 + box.width / 2
      } else {
        isPlaced =
          distance(box) > 4 && distance(box) < 40 && box.x1 > frame.x0 + 0.75 * frame.width
          && box.midX < frame.x1 + 30
      }
      guard isPlaced else { continue }
      texts.append(withItsSign(label))
      // A number in small type before the title of the panel: its sign may be lost.
      if direction == .down, label.text.hasPrefix("_{") || label.text.hasPrefix("^{"),
        AxisNumber(String(label.text.dropFirst(2).prefix { $0 != "}" })) != nil
      {
        texts.append(AxisOffset.unread)
      }
      // It may stand right behind the title.
      if let last = label.text.split(separator: " ").last, AxisOffset.mayBe(String(last)) {
        texts.append(String(last))
      } else if let sign = label.text.lastIndex(where: AxisOffset.signs.contains),
        label.text[..<sign].trimmed(of: " )]").last?.isLetter == true
      {
        texts.append(String(label.text[sign...]))
      }
    }
    return texts
  }

  /// `1e 5` with a minus sign on a line of its own over the gap.
  private func withItsSign(_ label: PlotLabel) -> String {
    let parts = label.text.split(separator: " ")
    let isSigned = scene.labels.tokens.contains { token in
      ["−", "-", "–"].contains(token.text) && token.box.x0 > label.box.x0
        && token.box.x1 < label.box.x1 && token.box.overlapsVertically(label.box, by: 1)
    }
    return isSigned && parts.count == 2 ? "\(parts[0])−\(parts[1])" : label.text
  }

  /// Whether numbers may be names of groups: they grow along the axis and form no scale. Others are
  /// not understood: a font may have lost their signs, or the page their common factor.
  private func areGroups(_ ticks: [PlotScale.Tick]) -> Bool {
    let values = direction == .down ? ticks.map(\.value).reversed() : ticks.map(\.value)
    return values.count > 2 && zip(values, values.dropFirst()).allSatisfy { $0 < $1 }
      && ![false, true].contains { PlotScale.fit(ticks, tolerance: 0.8, isLog: $0) != nil }
  }

  /// Whether names stand at equal distances, or in a row that only a few numbers break.
  private func isEven(_ pairs: [Pair], exact: Bool) -> Bool {
    guard pairs.count >= 2, pairs.count <= 40 else { return false }
    let steps = zip(pairs, pairs.dropFirst()).map { $1.tick - $0.tick }
    guard let least = steps.min(), let most = steps.max(), least > 4 else { return false }
    return most - least < (exact ? 0.6 : 0.2 * least)
  }
}
