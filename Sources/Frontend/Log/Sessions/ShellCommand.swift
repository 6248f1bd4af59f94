/// The command of a call of a shell.
enum ShellCommand {
  private static let keys = ["command", "cmd", "script", "code"]

  /// A text, or the words of a list; of `bash -lc TEXT` the text.
  static func text(of arguments: Literal) -> String? {
    for key in keys {
      guard let value = arguments[key] else { continue }
      if let text = value.string { return text }
      let words = value.elements.compactMap(\.string)
      if words.count == 3, words[1] == "-c" || words[1] == "-lc" { return words[2] }
      if !words.isEmpty { return words.joined(separator: " ") }
    }
    return nil
  }
}

/// What a tool printed, where its result is an object around that.
enum ToolOutput {
  /// `{"output": "…", "metadata": {"exit_code": 0}}`, or the text itself.
  static func text(of result: String) -> String {
    guard result.utf8.first == UInt8(ascii: "{") else { return result }
    var parser = LiteralParser(Array(result.utf8))
    return parser.parse()?["output"]?.string ?? result
  }
}
