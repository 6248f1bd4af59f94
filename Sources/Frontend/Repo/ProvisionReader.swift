internal import IR

/// What a file says of the software and the data that the work needs: images of containers,
/// commands that install, and commands, calls and addresses that bring data.
struct ProvisionReader {
  private let file: KeptFile
  private var found: [Provision] = []

  /// A file with more is a list of something else.
  private static let mostInFile = 40

  static func read(_ file: KeptFile) -> [Provision] {
    guard SettingsReader.isResearch(file.path) || isPipeline(file.path) else { return [] }
    var reader = ProvisionReader(file: file)
    reader.scan()
    return Array(reader.found.prefix(mostInFile))
  }

  private init(file: KeptFile) { self.file = file }

  private mutating func scan() {
    let isPipeline = Self.isPipeline(file.path)
    if isPipeline { readPipeline() }
    switch file.language {
    case "Dockerfile": readImageFile()
    case "Shell", "Makefile": readCommands(0..<file.bytes.count)
    case "Markdown" where file.kind == .documentation:
      for block in LaunchLines.fences(of: file) { readCommands(block) }
      readCodeSpans()
    case "Python", "Jupyter Notebook":
      readCalls()
    default: break
    }
    if file.kind == .notebook { readMagic() }
    let mayName = [.source, .notebook, .configuration, .documentation].contains(file.kind)
    let isImage = file.language == "Dockerfile"
    if mayName, !isPipeline, !isImage, !DependencyReader.isManifest(file) { readAddresses() }
  }

  private mutating func add(_ kind: Provision.Kind, _ range: Range<Int>) {
    let range = range.trimmed(in: file.bytes)
    guard (2...400).contains(range.count), found.count < Self.mostInFile else { return }
    let value = onOneLine(range)
    guard !found.contains(where: { $0.kind == kind && $0.value.value == value.value }) else {
      return
    }
    found.append(
      Provision(kind: kind, value: value, path: file.path, line: file.line(at: range.lowerBound)))
  }

  /// As written, without the backslashes that carry a command over to the next line.
  private func onOneLine(_ range: Range<Int>) -> Grounded<String> {
    let written = file.grounded(range)
    guard file.bytes[range].contains(UInt8(ascii: "\n")) else { return written }
    let words = written.value.split(whereSeparator: \.isWhitespace).filter { $0 != "\\" }
    return Grounded(
      words.joined(separator: " "), written.spans, .computed("its line breaks removed"))
  }

  // MARK: Images

  /// Whether a file tells a service what to do with each commit.
  static func isPipeline(_ path: String) -> Bool {
    let isYAML = path.hasSuffix(".yml") || path.hasSuffix(".yaml")
    return isYAML
      && (path.hasPrefix(".github/workflows/") || path == ".gitlab-ci.yml"
        || path.hasPrefix(".circleci/") || path.hasPrefix("azure-pipelines")
        || path == ".travis.yml")
  }

  /// `image: python:3.11`, `python-version: ["3.10", "3.11"]`, each on a line of its own.
  private mutating func readPipeline() {
    for row in file.lineStarts.indices {
      var line = file.row(row).trimmed(in: file.bytes)
      if file.bytes[line].starts(with: "- ".utf8) {
        line = (line.lowerBound + 2)..<line.upperBound
      }
      guard let colon = file.bytes[line].firstIndex(of: UInt8(ascii: ":")) else { continue }
      let kind: Provision.Kind
      switch file.text(line.lowerBound..<colon) {
      case "image", "container", "runs-on", "vmImage": kind = .image
      case "python-version", "python", "PYTHON_VERSION": kind = .python
      default: continue
      }
      let value = unquoted((colon + 1)..<line.upperBound)
      guard !file.bytes[value].contains(UInt8(ascii: "$")) else { continue }
      add(kind, value)
    }
  }

  private func unquoted(_ range: Range<Int>) -> Range<Int> {
    let range = range.trimmed(in: file.bytes)
    guard range.count > 1, let first = range.first, "\"'".utf8.contains(file.bytes[first]),
      file.bytes[range.upperBound - 1] == file.bytes[first]
    else { return range }
    return (first + 1)..<(range.upperBound - 1)
  }

  /// `FROM image AS stage` and `From: image`, and the commands behind `RUN`.
  private mutating func readImageFile() {
    var stages: Set<String> = ["scratch"]
    for row in file.lineStarts.indices {
      let line = file.row(row).trimmed(in: file.bytes)
      let words = self.words(of: line)
      guard let first = words.first.map({ file.text($0).lowercased() }) else { continue }
      if first == "from" || first == "from:" {
        let image = words.dropFirst().first { !file.bytes[$0].starts(with: "--".utf8) }
        if let image, !stages.contains(file.text(image)) { add(.image, image) }
        if let name = words.last, words.count > 3 { stages.insert(file.text(name)) }
      } else if first == "run", words.count > 1 {
        var last = row
        while last + 1 < file.lineStarts.count, endsInBackslash(last) { last += 1 }
        readCommands(words[1].lowerBound..<file.row(last).upperBound)
      }
    }
  }

  private func endsInBackslash(_ row: Int) -> Bool {
    file.bytes[file.row(row).trimmed(in: file.bytes)].last == UInt8(ascii: "\\")
  }

  private func words(of line: Range<Int>) -> [Range<Int>] {
    file.bytes[line].split(whereSeparator: { $0 == 0x20 || $0 == 0x09 }).map(\.indices)
  }

  // MARK: Commands

  private mutating func readCommands(_ range: Range<Int>) {
    for command in ShellScanner.commands(in: file.bytes, range) {
      let words = command.drop { word in
        let text = file.text(word.range)
        return Self.prefixes.contains(text) || word.sign != nil && !text.hasPrefix("-")
      }
      guard let first = words.first, let last = words.last else { continue }
      let texts = words.prefix(4).map { file.text($0.range) }
      // What ends in an option speaks of a command, and is none.
      guard var kind = Self.kind(of: texts), !file.text(last.range).hasPrefix("-") else {
        continue
      }
      let range = first.range.lowerBound..<end(of: last)
      if kind == .data {
        let command = file.text(range)
        if DataSource.isOwnMachine(command) { continue }
        // What an image of a container fetches is software, as is what can be run.
        if file.language == "Dockerfile" || DataSource.isProgram(command) { kind = .install }
      }
      add(kind, range)
    }
  }

  /// Behind the quote that ends a word.
  private func end(of word: ShellScanner.Word) -> Int {
    let end = word.range.upperBound
    return end < file.bytes.count && "\"'".utf8.contains(file.bytes[end]) ? end + 1 : end
  }

  private static let prefixes: Set<String> = [
    "$", "%", "!", "sudo", "@", "&&", "time", "exec", "-",
  ]

  /// What a command brings, by its first words.
  static func kind(of words: [String]) -> Provision.Kind? {
    guard let program = words.first.map(ProvisionCommand.program) else { return nil }
    return ProvisionCommand.byProgram[program]?.first { $0.fits(words) }?.kind
  }

  /// `!pip install x` and `%pip install x` in the cells of a notebook.
  private mutating func readMagic() {
    for row in file.lineStarts.indices {
      let line = file.row(row).trimmed(in: file.bytes)
      guard let first = line.first, "!%".utf8.contains(file.bytes[first]) else { continue }
      readCommands((first + 1)..<line.upperBound)
    }
  }

  /// `pip install x` between backquotes in a sentence.
  private mutating func readCodeSpans() {
    for row in file.lineStarts.indices {
      let line = file.row(row)
      guard !file.bytes[line.trimmed(in: file.bytes)].starts(with: "```".utf8) else { continue }
      let marks = line.filter { file.bytes[$0] == UInt8(ascii: "`") }
      for pair in stride(from: 0, to: marks.count - marks.count % 2, by: 2) {
        readCommands((marks[pair] + 1)..<marks[pair + 1])
      }
    }
  }

  // MARK: Data

  /// `load_dataset("name"` and its like: the call up to its first argument.
  private mutating func readCalls() {
    let bytes = file.bytes
    for (index, byte) in bytes.enumerated()
    where byte == UInt8(ascii: "(") && index > 0 && DataSource.callEnds.contains(bytes[index - 1]) {
      guard let name = DataSource.calls.first(where: { bytes[..<index].ends(with: $0) }),
        index == name.count || !DataSource.isName(bytes[index - name.count - 1]),
        index + 1 < bytes.count
      else { continue }
      let argument = bytes[(index + 1)...].prefix { $0 != UInt8(ascii: "\n") }.indices.trimmed(
        in: bytes)
      guard let quote = argument.first, "\"'".utf8.contains(bytes[quote]),
        let close = bytes[(quote + 1)...].prefix(160).firstIndex(of: bytes[quote])
      else { continue }
      let rest = bytes[(close + 1)...].prefix {
        $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "(")
      }
      let end = rest.firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 } ?? close + 1
      add(.data, (index - name.count)..<end)
    }
    readDownloads()
  }

  /// Calls that are told to download: the line, as it stands.
  private mutating func readDownloads() {
    let (name, value) = (Array("download".utf8), Array("True".utf8))
    let bytes = file.bytes
    for (index, byte) in bytes.enumerated()
    where byte == UInt8(ascii: "=") && index > 0 && bytes[index - 1] == UInt8(ascii: "d") {
      guard bytes[..<index].ends(with: name), bytes[(index + 1)...].starts(with: value) else {
        continue
      }
      let line = file.row(file.row(at: index)).trimmed(in: bytes)
      if bytes[line].contains(UInt8(ascii: "(")) { add(.data, line) }
    }
  }

  /// Addresses of files of data, and of places that keep nothing else.
  private mutating func readAddresses() {
    let bytes = file.bytes
    var at = 0
    while let colon = bytes[at...].firstIndex(of: UInt8(ascii: ":")) {
      at = colon + 1
      guard bytes[colon...].starts(with: "://".utf8) else { continue }
      var start = colon
      while start > 0, DataSource.isName(bytes[start - 1]) { start -= 1 }
      let tail = bytes[colon...].prefix { $0 > 0x20 && !"\"'`<>()[]{},;|\\".utf8.contains($0) }
      at = tail.endIndex
      var end = tail.endIndex
      while end > colon, ".:*".utf8.contains(bytes[end - 1]) { end -= 1 }
      let address = file.text(start..<end)
      // A command says where its address leads.
      let isKnown = found.contains { $0.kind == .data && $0.value.value.contains(address) }
      if !isKnown, DataSource.isAddress(address) { add(.data, start..<end) }
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with bytes: [UInt8]) -> Bool {
    count >= bytes.count && suffix(bytes.count).elementsEqual(bytes)
  }
}
