internal import IR

/// The comments of a source or configuration file, with the code that each belongs to.
struct CommentReader {
  struct Comment {
    /// On one line, without its marks.
    let words: String
    let spans: [SourceSpan]
    let firstLine: Int
    let lastLine: Int
    /// The statement before it on its line, or the first one below it.
    let code: Grounded<String>?
  }

  private let file: RepositoryFile
  private let whole: SourceSpan
  private let marks: [String]
  private var comments: [Comment] = []
  private var open: (words: [String], spans: [SourceSpan], first: Int, last: Int)?
  /// Whether a statement was seen: what stands before the first heads the file.
  private var hasBegun = false

  private static let longestLine = 400
  private static let longestBlock = 6
  /// By language: what begins a comment that ends with the line.
  private static let marksByLanguage: [String: [String]] = [
    "Python": ["#"], "Cython": ["#"], "Shell": ["#"], "YAML": ["#"], "TOML": ["#"], "R": ["#"],
    "Julia": ["#"], "INI": ["#", ";"], "MATLAB": ["%"], "Lua": ["--"], "Haskell": ["--"],
    "C": ["//"], "C++": ["//"], "CUDA": ["//"], "Metal": ["//"], "OpenCL": ["//"], "Java": ["//"],
    "Kotlin": ["//"], "Scala": ["//"], "Go": ["//"], "Rust": ["//"], "Swift": ["//"],
    "JavaScript": ["//"], "TypeScript": ["//"], "C#": ["//"],
  ]

  /// Empty for a language without such comments.
  static func comments(of file: RepositoryFile, in text: SourceText) -> [Comment] {
    guard file.kind == .source || file.kind == .configuration, let whole = file.text,
      let marks = file.language.flatMap({ marksByLanguage[$0] })
    else { return [] }
    var reader = CommentReader(file: file, whole: whole, marks: marks)
    reader.read(text.text(of: whole.bytes))
    return reader.comments
  }

  private init(file: RepositoryFile, whole: SourceSpan, marks: [String]) {
    self.file = file
    self.whole = whole
    self.marks = marks
  }

  private mutating func read(_ content: String) {
    var start = 0
    var isQuoted = false
    let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      defer { start += line.utf8.count + 1 }
      let bytes = Array(line.utf8)
      let wasQuoted = isQuoted
      if file.language == "Python", Self.togglesQuote(line) { isQuoted.toggle() }
      guard !wasQuoted, bytes.count < Self.longestLine, let at = mark(in: bytes) else {
        let code = statement(bytes[...], from: start)
        close(at: wasQuoted ? nil : code)
        hasBegun = hasBegun || code != nil && !wasQuoted
        continue
      }
      guard let code = statement(bytes[..<at], from: start) else {
        add(bytes, at, from: start, line: index + 1)
        continue
      }
      close(at: code)
      hasBegun = true
      add(bytes, at, from: start, line: index + 1)
      close(at: code)
    }
    close(at: nil)
  }

  private func statement(_ bytes: ArraySlice<UInt8>, from start: Int) -> Grounded<String>? {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return nil }
    return Grounded(
      String(decoding: bytes[first...last], as: UTF8.self),
      [whole.narrowed(to: (start + first)..<(start + last + 1))])
  }

  /// Whether an odd number of long quotes stands on a line.
  private static func togglesQuote(_ line: Substring) -> Bool {
    ["\"\"\"", "'''"].contains { mark in
      var count = 0
      var rest = line
      while let found = rest.find(mark) {
        count += 1
        rest = rest[found.upperBound...]
      }
      return count % 2 == 1
    }
  }

  /// Where a comment begins: at the start, or behind a blank and outside quotes.
  private func mark(in bytes: [UInt8]) -> Int? {
    var quote: UInt8?
    for (at, byte) in bytes.enumerated() {
      if let open = quote {
        if byte == open, bytes[at - 1] != UInt8(ascii: "\\") { quote = nil }
        continue
      }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        continue
      }
      let isFree = at == 0 || bytes[at - 1] == 0x20 || bytes[at - 1] == 0x09
      if isFree, marks.contains(where: { bytes[at...].starts(with: $0.utf8) }) { return at }
    }
    return nil
  }

  private mutating func add(_ bytes: [UInt8], _ at: Int, from start: Int, line: Int) {
    var first = at
    while first < bytes.count, "#/%-;! \t".utf8.contains(bytes[first]) { first += 1 }
    var end = bytes.count
    while end > first, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0D { end -= 1 }
    guard first < end else { return close(at: nil) }
    let words = String(decoding: bytes[first..<end], as: UTF8.self)
    let span = whole.narrowed(to: (start + first)..<(start + end))
    if open == nil {
      open = ([words], [span], line, line)
    } else {
      open?.words.append(words)
      open?.spans.append(span)
      open?.last = line
    }
  }

  private mutating func close(at code: Grounded<String>?) {
    guard let found = open else { return }
    open = nil
    guard found.words.count <= Self.longestBlock, hasBegun else { return }
    comments.append(
      Comment(
        words: found.words.joined(separator: " "), spans: found.spans, firstLine: found.first,
        lastLine: found.last, code: code))
  }
}
