/// The values with which scripts start programs: options of Python commands, the variables and
/// loops that fill them, and what a batch system is asked for.
struct LaunchLines {
  private let file: KeptFile
  private var found: [FoundValue] = []
  /// Variables that launch lines mention, directly or through a loop.
  private var used: Set<String> = []
  /// The command that is being read.
  private var command: Range<Int>?
  /// Options whose value is a variable, which may be assigned further down.
  private var deferred: [(name: String, variable: String, command: Range<Int>?)] = []

  /// The launch lines of a shell script or a makefile.
  static func read(_ file: KeptFile) -> [FoundValue] {
    var lines = LaunchLines(file)
    let commands = ShellScanner.commands(in: file.bytes, 0..<file.bytes.count)
    for command in commands { lines.launch(command) }
    lines.command = nil
    lines.assignments(commands)
    lines.resolve()
    lines.batchOptions()
    return lines.found.sorted { $0.ranges[0].lowerBound < $1.ranges[0].lowerBound }
  }

  /// The launch lines in the fenced blocks of a Markdown document.
  static func read(fencesOf file: KeptFile) -> [FoundValue] {
    var lines = LaunchLines(file)
    for block in fences(of: file) {
      for command in ShellScanner.commands(in: file.bytes, block) {
        let isPrompt = command.first.map { file.text($0.range) == "$" } ?? false
        lines.launch(Array(command.dropFirst(isPrompt ? 1 : 0)))
      }
    }
    return lines.found
  }

  /// The launch lines in the cells of a notebook: `!python train.py --lr 1`, over as many lines as end
  /// in a backslash.
  static func read(cellsOf file: KeptFile) -> [FoundValue] {
    var lines = LaunchLines(file)
    var row = 0
    while row < file.lineStarts.count {
      let line = file.row(row).trimmed(in: file.bytes)
      row += 1
      guard let first = line.first, file.bytes[first] == UInt8(ascii: "!") else { continue }
      var end = line.upperBound
      while row < file.lineStarts.count, file.bytes[..<end].last == UInt8(ascii: "\\") {
        end = file.row(row).trimmed(in: file.bytes).upperBound
        row += 1
      }
      for command in ShellScanner.commands(in: file.bytes, (first + 1)..<end) {
        lines.launch(command)
      }
    }
    return lines.found
  }

  private init(_ file: KeptFile) { self.file = file }

  /// The insides of the fenced blocks of a Markdown document.
  static func fences(of file: KeptFile) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var start: Int?
    for row in file.lineStarts.indices {
      let line = file.row(row)
      let words = withoutMark(line.trimmed(in: file.bytes), of: file)
      guard file.bytes[words].starts(with: "```".utf8) else { continue }
      if let first = start {
        blocks.append(first..<line.lowerBound)
        start = nil
      } else {
        start = min(line.upperBound + 1, file.bytes.count)
      }
    }
    return blocks.filter { !$0.isEmpty }
  }

  /// A line behind the mark of a list, in whose entries blocks stand too.
  private static func withoutMark(_ line: Range<Int>, of file: KeptFile) -> Range<Int> {
    let isMarked =
      line.count > 2 && "-*+".utf8.contains(file.bytes[line.lowerBound])
      && file.bytes[line.lowerBound + 1] == 0x20
    return isMarked ? ((line.lowerBound + 2)..<line.upperBound).trimmed(in: file.bytes) : line
  }

  private static let launchers: Set<Substring> = [
    "python", "pythonw", "ipython", "torchrun", "accelerate", "deepspeed", "horovodrun", "mpirun",
    "srun", "uv", "poetry",
  ]

  private mutating func launch(_ command: [ShellScanner.Word]) {
    guard let start = launcher(of: command) else { return }
    for word in command where word.isExpanded { used.formUnion(names(in: word.range)) }
    self.command = command.first.flatMap { first in
      command.last.map { first.range.lowerBound..<max($0.range.upperBound, first.range.upperBound) }
    }
    var index = start
    var hasScript = false
    while index < command.count {
      let word = command[index]
      index += 1
      let text = file.text(word.range)
      if let sign = word.sign {
        // `--name=value`, or `group.name=value` as Hydra takes it
        let name = file.text(word.range.lowerBound..<sign).drop { "-+~".contains($0) }
        let value = unquoted((sign + 1)..<word.range.upperBound)
        add(String(name), [value], isExpanded: word.isExpanded)
      } else if isOption(text) {
        let values = command[index...].prefix { $0.sign == nil && !isOption(file.text($0.range)) }
        index += values.count
        let endsInScript = !hasScript && (values.last.map { isScript($0) } ?? false)
        hasScript = hasScript || endsInScript || text == "-m"
        add(
          String(text.drop { $0 == "-" }), values.dropLast(endsInScript ? 1 : 0).map(\.range),
          isExpanded: values.contains(where: \.isExpanded))
      } else {
        hasScript = hasScript || isScript(word)
      }
    }
  }

  /// The position of the word after the one that starts a Python program; nil for other commands.
  private func launcher(of command: [ShellScanner.Word]) -> Int? {
    let texts = command.map { file.text($0.range) }
    let isLauncher: (String) -> Bool = { text in
      // `!` runs a command from a cell.
      let name = text.drop { $0 == "!" }.split(separator: "/").last ?? ""
      return Self.launchers.contains(name) || name.hasPrefix("python3") || name.hasPrefix("python2")
        || text.hasPrefix("$") && text.lowercased().contains("python")
    }
    guard let start = texts.firstIndex(where: isLauncher), let first = texts.first,
      !Self.otherPrograms.contains(first),
      texts[start...].contains(where: { $0.hasSuffix(".py") || $0 == "-m" })
    else { return nil }
    return start + 1
  }

  /// Programs that take the words of a command without running it.
  private static let otherPrograms: Set<String> = [
    "echo", "printf", "cat", "grep", "find", "ls", "cp", "mv", "rm", "sed", "pip", "which", "alias",
  ]

  private func isScript(_ word: ShellScanner.Word) -> Bool {
    file.text(word.range).hasSuffix(".py")
  }

  private func isOption(_ word: String) -> Bool {
    word.hasPrefix("-") && word.count > 1
      && !(word.dropFirst().first.map { $0.isNumber || $0 == "." } ?? false)
  }

  private mutating func add(_ name: String, _ ranges: [Range<Int>], isExpanded: Bool) {
    let isPlaceholder = ranges.contains { range in
      file.bytes[range].contains { "<>{}[]".utf8.contains($0) } || file.text(range).hasSuffix("...")
    }
    if isExpanded, ranges.count == 1, let variable = variable(in: ranges[0]) {
      deferred.append((name, variable, command))
    }
    guard !isExpanded, !isPlaceholder, FoundValue.isName(name), name.count > 1, !ranges.isEmpty,
      ranges.count <= FoundValue.mostItems, let first = ranges.first, let last = ranges.last,
      ranges.allSatisfy({ !$0.isEmpty && $0.count <= FoundValue.longest })
    else { return }
    let whole = first.lowerBound..<last.upperBound
    let isVerbatim =
      ranges.count == 1 || !file.bytes[whole].contains { "\n\"'".utf8.contains($0) }
    found.append(
      FoundValue(name: name, ranges: isVerbatim ? [whole] : ranges, command: command))
  }

  /// The `LR` of `$LR` and `${LR}`.
  private func variable(in range: Range<Int>) -> String? {
    let name = file.text(range).drop { $0 == "$" || $0 == "{" }.prefix { $0 != "}" }
    let isName = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return file.bytes[range].first == UInt8(ascii: "$") && isName && !name.isEmpty
      ? String(name) : nil
  }

  /// Options that pass a variable on have its value, if the script assigns one and no other.
  private mutating func resolve() {
    for (name, variable, command) in deferred {
      if name == variable {
        for index in found.indices where found[index].name == name && found[index].command == nil {
          found[index].command = command
        }
        continue
      }
      let values = found.filter { $0.name == variable && $0.command == nil }
      guard values.count == 1, FoundValue.isName(name), name.count > 1 else { continue }
      found.append(FoundValue(name: name, ranges: values[0].ranges, command: command))
    }
  }

  /// Variables and loops, as far as launch lines use them.
  private mutating func assignments(_ commands: [[ShellScanner.Word]]) {
    let loops = commands.filter { $0.count > 3 && file.text($0[0].range) == "for" }
    for _ in 0..<8 {
      let before = used.count
      for loop in loops where used.contains(file.text(loop[1].range)) {
        for word in loop[3...] where word.isExpanded { used.formUnion(names(in: word.range)) }
      }
      if used.count == before { break }
    }
    for loop in loops where used.contains(file.text(loop[1].range)) {
      add(
        file.text(loop[1].range), loop[3...].map(\.range),
        isExpanded: loop[3...].contains(where: \.isExpanded))
    }
    for command in commands {
      let isExport = command.first.map { file.text($0.range) == "export" } ?? false
      let words = command.dropFirst(isExport ? 1 : 0)
      guard words.allSatisfy({ $0.sign != nil }) else { continue }
      for word in words { assignment(word) }
    }
  }

  private mutating func assignment(_ word: ShellScanner.Word) {
    guard let sign = word.sign else { return }
    let name = file.text(word.range.lowerBound..<sign)
    guard used.contains(name) else { return }
    let value = unquoted((sign + 1)..<word.range.upperBound)
    if word.isExpanded, let fallback = fallback(in: value) {
      add(name, [fallback], isExpanded: false)
    } else {
      add(name, [value], isExpanded: word.isExpanded)
    }
  }

  /// The `42` of `${SEED:-42}`.
  private func fallback(in value: Range<Int>) -> Range<Int>? {
    let bytes = file.bytes[value]
    guard bytes.starts(with: "${".utf8), bytes.last == UInt8(ascii: "}"),
      let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      bytes[colon...].starts(with: ":-".utf8)
    else { return nil }
    let fallback = (colon + 2)..<(value.upperBound - 1)
    return file.bytes[fallback].contains { "${}`".utf8.contains($0) } ? nil : fallback
  }

  /// Names after `$` and `${`.
  private func names(in range: Range<Int>) -> [String] {
    file.text(range).split(separator: "$", omittingEmptySubsequences: false).dropFirst().map {
      String($0.drop { $0 == "{" || $0 == "#" }.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    }
  }

  private func unquoted(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 1, let first = range.first else { return range }
    let pair = [file.bytes[first], file.bytes[range.upperBound - 1]]
    let isQuoted = ["''", "\"\"", "()"].contains { $0.utf8.elementsEqual(pair) }
    guard isQuoted else { return range }
    return ((first + 1)..<(range.upperBound - 1)).trimmed(in: file.bytes)
  }

  /// `#SBATCH --gres=gpu:4`, under `sbatch.gres`.
  private mutating func batchOptions() {
    for row in file.lineStarts.indices {
      let line = file.row(row)
      guard file.bytes[line].starts(with: "#SBATCH --".utf8) else { continue }
      let option = (line.lowerBound + 10)..<line.upperBound
      let command = ShellScanner.commands(in: file.bytes, option).first ?? []
      guard let word = command.first else { continue }
      if let sign = word.sign {
        let name = file.text(word.range.lowerBound..<sign)
        add("sbatch." + name, [(sign + 1)..<word.range.upperBound], isExpanded: word.isExpanded)
      } else if command.count > 1 {
        add(
          "sbatch." + file.text(word.range), [command[1].range], isExpanded: command[1].isExpanded)
      }
    }
  }
}
