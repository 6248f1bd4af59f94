internal import IR

/// The files that the agent writes in a message, by the arguments of its calls.
enum WrittenFiles {
  private static let pathKeys = ["file_path", "path", "filename", "notebook_path"]
  private static let writers = ["write", "edit", "create", "patch", "replace", "insert"]

  /// The last components of their paths, in order.
  static func names(tool: String, arguments: Literal?, raw: String) -> [String] {
    let isWriter = writers.contains { tool.lowercased().contains($0) }
    if isWriter, let path = pathKeys.lazy.compactMap({ arguments?[$0]?.string }).first {
      return [lastComponent(path)].compactMap(\.self)
    }
    let command = arguments?["command"]?.string ?? arguments?["cmd"]?.string
    guard let command = command ?? (arguments == nil ? raw : nil) else { return [] }
    return Lines(command).prefix(lineLimit).flatMap(targets).compactMap(lastComponent)
  }

  private static let lineLimit = 400

  /// What a line of a shell writes to: `cat > FILE`, `tee FILE`, `sed -i … FILE`.
  private static func targets(_ line: Substring) -> [Substring] {
    let words = line.split { $0 == " " || $0 == "\t" || $0 == ";" }
    var found: [Substring] = []
    for (index, word) in words.enumerated() where index + 1 < words.count {
      if word == ">" || word == ">>" || word == "tee" { found.append(words[index + 1]) }
    }
    if words.first == "sed", words.contains("-i"),
      let end = words.firstIndex(where: { $0 == "&&" })
        ?? words.indices.last.map({ $0 + 1 })
    {
      found.append(words[end - 1])
    }
    return found
  }

  /// Nil for what is no file of the work: a device, a stream, an option, a variable.
  private static func lastComponent(_ path: some StringProtocol) -> String? {
    let bare = path.drop { $0 == "\"" || $0 == "'" }
    let clean = String(bare.prefix { $0 != "\"" && $0 != "'" && $0 != ")" })
    guard clean.contains("."), !clean.hasPrefix("/dev/"),
      clean.utf8.allSatisfy({ $0 > 0x20 && !"&$*<>|{}".utf8.contains($0) }),
      let name = clean.split(separator: "/").last, name.first != "-", name.count <= 100
    else { return nil }
    return String(name)
  }
}

extension Transcript {
  /// The files that are written in these messages, each once, with the message that writes it
  /// first.
  func writtenFiles(in ordinals: ClosedRange<Int>, limit: Int) -> [AttemptDraft.Quote] {
    var seen: Set<String> = []
    var files: [AttemptDraft.Quote] = []
    for ordinal in ordinals where record(ordinal).role == .assistant {
      for (name, call) in calls(of: ordinal) where files.count < limit {
        let raw = argumentBytes(call, of: ordinal) ?? []
        let names = WrittenFiles.names(
          tool: name, arguments: arguments(call, of: ordinal)?.literal,
          raw: String(decoding: raw, as: UTF8.self))
        for file in names where seen.insert(file).inserted && files.count < limit {
          files.append(
            AttemptDraft.Quote(text: file, place: .message(run: run, ordinal: ordinal)))
        }
      }
    }
    return files
  }
}
