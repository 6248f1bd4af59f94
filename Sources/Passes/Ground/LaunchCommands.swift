internal import IR

/// The programs that launch lines start, read from the commands that the lines stand in.
struct LaunchCommands {
  private let text: SourceText
  private let files: [String: SourceSpan]

  /// In bytes: a command that is longer is data.
  private static let longest = 4000

  init(_ repository: Repository, _ text: SourceText) {
    self.text = text
    files = Dictionary(
      repository.files.compactMap { file in file.text.map { (file.path, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether the command that a launch belongs to names a configuration file, by its name with or
  /// without the ending.
  func names(_ path: String, _ launch: Setting) -> Bool {
    guard let command = launch.command, command.source == text.id else { return false }
    let file = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    let stem = file.prefix { $0 != "." }
    let all = text.text.utf8
    let start = all.index(all.startIndex, offsetBy: Int(command.bytes.lowerBound))
    let words = String(text.text[start..<all.index(start, offsetBy: command.bytes.count)])
      .split { " \t\n\\\"'=/".contains($0) }
    return words.contains { $0 == file || $0 == stem }
  }

  /// The script or module that the command around a value starts; nil if its file was not kept.
  func program(of setting: Setting) -> String? {
    guard setting.origin == .launch, let file = files[setting.path],
      let value = setting.value.spans.first, value.source == file.source,
      value.bytes.lowerBound >= file.bytes.lowerBound,
      value.bytes.upperBound <= file.bytes.upperBound
    else { return nil }
    let start = max(Int(file.bytes.lowerBound), Int(value.bytes.lowerBound) - Self.longest)
    let all = text.text.utf8
    let lower = all.index(all.startIndex, offsetBy: start)
    let before = Array(
      all[lower..<all.index(lower, offsetBy: Int(value.bytes.lowerBound) - start)])
    var first = before.count
    while first > 0 {
      if before[first - 1] == 0x0A, first < 2 || before[first - 2] != 0x5C { break }
      first -= 1
    }
    let words = String(decoding: before[first...], as: UTF8.self)
      .split { " \t\n\\\"'".contains($0) }
    if let script = words.last(where: { $0.hasSuffix(".py") }) { return String(script) }
    guard let flag = words.firstIndex(of: "-m"), flag + 1 < words.endIndex else { return nil }
    return words[flag + 1].split(separator: ".").joined(separator: "/") + ".py"
  }
}
