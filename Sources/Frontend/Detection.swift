package import IR

/// Tells the kind of an input by its content; its name serves the wording of errors only
/// (`spec/logs-and-rubrics.md`, section 1).
package enum InputRecogniser {
  /// The kind of the file or folder at `path`; `name` is what the user called it.
  ///
  /// Throws if there is nothing, if it cannot be read, or if it is none of the kinds.
  package static func recognise(path: String, name: String) throws(FrontendError) -> InputKind {
    switch try content(path: path, name: name) {
    case .pdf: .pdf
    case .repository: .git
    case .rubric: .rubric
    case .log: .log
    }
  }

  enum Content: Hashable {
    case pdf, repository, rubric
    case log(LogShape)
  }

  /// `spool` takes the beginning of what is packed, and is empty again afterwards.
  static func content(path: String, name: String, spool: Spool? = nil) throws(FrontendError)
    -> Content
  {
    let file: InputFile
    do throws(PathFault) {
      file = try InputFile(path: path)
    } catch {
      guard error == .directory else { throw .unreachable(name, error) }
      return try contentOfFolder(path: path, name: name)
    }
    return try content(of: file, name: name, spool: spool)
  }

  private static func contentOfFolder(path: String, name: String) throws(FrontendError) -> Content {
    do throws(PathFault) {
      return RunFolder.isRunFolder(try InputFolder(path: path)) ? .log(.runFolder) : .repository
    } catch {
      throw .unreachable(name, error)
    }
  }

  static func content(of file: InputFile, name: String, spool: Spool? = nil)
    throws(FrontendError) -> Content
  {
    guard file.size > 0 else { throw .empty(name) }
    let head = file.bytes(in: 0..<4096)
    if Array(head.prefix(1024)).holds("%PDF-") { return contentOfMarked(file, head) }
    if GitBundle.isBundle(head) { return .repository }
    if head.starts(with: "PAR1".utf8) { throw .parquet(name) }
    if head.starts(with: "version https://git-lfs".utf8) { throw .pointer(name, head) }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      guard ZipDirectory(file)?.holdsInspectLog == true else { throw .archive(name, "zip") }
      return .log(.inspectArchive)
    }
    if let form = PackedData.Form(head: head) {
      return try contentOfPacked(file, form, name, spool)
    }
    if let packing = packing(of: head) { throw .archive(name, packing) }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      throw .unknown(name, "is text in UTF-16, where UTF-8 is needed")
    }
    guard isText(head) else { throw .unknown(name, "holds binary data of no known kind") }
    switch head.firstInk {
    case nil: throw .empty(name)
    case UInt8(ascii: "{"), UInt8(ascii: "["): return try contentOfJSON(file, name: name)
    case UInt8(ascii: "<"): throw .unknown(name, "is text with markup, such as a saved web page")
    case _ where ResultsTableReader.isTable(head): return .log(.results)
    default: throw .unknown(name, "is plain text")
    }
  }

  /// A PDF may have a beginning of its own before its mark, but a log that speaks of PDFs is a log.
  private static func contentOfMarked(_ file: InputFile, _ head: [UInt8]) -> Content {
    guard head.firstInk == UInt8(ascii: "{") || head.firstInk == UInt8(ascii: "[") else {
      return .pdf
    }
    return (try? contentOfJSON(file, name: "")) ?? .pdf
  }

  private static func contentOfJSON(_ file: InputFile, name: String) throws(FrontendError)
    -> Content
  {
    switch JSONEvidence(file) {
    case .rubric: return .rubric
    case .log(.harness): throw .harness(name)
    case .log(let shape): return .log(shape)
    case .other(let keys): throw .otherJSON(name, keys)
    case .broken(let line, let fault): throw .brokenJSON(name, line, fault)
    }
  }

  /// The beginning of what is packed tells the kind: a log, or nothing that is read packed.
  private static func contentOfPacked(
    _ file: InputFile, _ form: PackedData.Form, _ name: String, _ spool: Spool?
  ) throws(FrontendError) -> Content {
    guard let spool = spool ?? Spool() else { throw .archive(name, form.name) }
    var size = 0
    let data = PackedData(file: file, range: 0..<file.size, form: form)
    let end = data.unpack(limit: .max) { block in
      size += block.count
      return spool.append(block) && size < JSONRows.lookahead
    }
    guard end != .noLibrary, size > 0, let head = try? spool.file(),
      case .log(let shape) = try? contentOfJSON(head, name: name), spool.clear()
    else { throw .archive(name, form.name) }
    return .log(shape)
  }

  private static func packing(of head: [UInt8]) -> String? {
    let marks: [(bytes: [UInt8], name: String)] = [
      ([0x42, 0x5A, 0x68], "bzip2"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"), ([0x37, 0x7A, 0xBC, 0xAF], "7-zip"),
    ]
    return marks.first { head.starts(with: $0.bytes) }?.name
  }

  /// Whether bytes are text: UTF-8 but for a character cut at the end, or the beginning of JSON
  /// (whose strings are repaired), and no zero byte.
  private static func isText(_ head: [UInt8]) -> Bool {
    if head.contains(0) { return false }
    if let ink = head.firstInk, ink == UInt8(ascii: "{") || ink == UInt8(ascii: "[") { return true }
    return (0...3).contains { String(validating: head.dropLast($0), as: UTF8.self) != nil }
  }
}

extension [UInt8] {
  /// The first byte that is neither white space nor part of a byte order mark.
  fileprivate var firstInk: UInt8? {
    let text = starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self[...]
    return text.first { $0 > 0x20 }
  }
}

extension FrontendError {
  static func unreachable(_ name: String, _ fault: PathFault) -> Self {
    switch fault {
    case .missing: .recognition("F001", name, "there is no file or folder of this name")
    case .forbidden:
      .recognition("F002", name, "is not readable: the system denies access to it")
    case .failed(let words): .recognition("F002", name, "is not readable: \(words)")
    case .special: .recognition("F003", name, "is a pipe or a device; a file or a folder is needed")
    case .directory: .recognition("F002", name, "is a folder; a file is needed")
    }
  }

  fileprivate static func empty(_ name: String) -> Self {
    .recognition("F004", name, "is empty; \(expected)")
  }

  fileprivate static func parquet(_ name: String) -> Self {
    .recognition("F006", name, "is a Parquet file, which is not read: export to JSON Lines first")
  }

  fileprivate static func pointer(_ name: String, _ head: [UInt8]) -> Self {
    let lines = String(decoding: head, as: UTF8.self).split(separator: "\n")
    let object = lines.first { $0.hasPrefix("oid ") }?.dropFirst(4) ?? "which it does not name"
    return .recognition(
      "F007", name,
      "is a Git LFS pointer and not the file: fetch the object \(object.prefix(80)) first")
  }

  fileprivate static func archive(_ name: String, _ packing: String) -> Self {
    .recognition(
      "F008", name, "is a packed file (\(packing)) without a log that can be read: unpack it first")
  }

  fileprivate static func harness(_ name: String) -> Self {
    .recognition("F009", name, "is a trace of the extension harness, which is not read")
  }

  fileprivate static func brokenJSON(_ name: String, _ line: Int, _ fault: JSONFault) -> Self {
    .recognition(
      "F010", name, "begins like JSON and does not parse: \(fault.words); \(expected)", line: line)
  }

  fileprivate static func otherJSON(_ name: String, _ keys: [String]) -> Self {
    let seen =
      keys.isEmpty
      ? "holds no object"
      : "its first object has the keys \(keys.prefix(6).map { "'\($0)'" }.joined(separator: ", "))"
    return .unknown(name, "is JSON, but neither a rubric nor a log: \(seen)")
  }

  /// `finding` says what the content is. A file that is only named like a PDF has a code of its
  /// own, since the usual cause is a failed download.
  fileprivate static func unknown(_ name: String, _ finding: String) -> Self {
    let isNamedPDF = name.lowercased().hasSuffix(".pdf")
    return isNamedPDF
      ? .recognition("F005", name, "is named like a PDF and is none: it \(finding)")
      : .recognition("F011", name, "\(finding); \(expected)")
  }

  private static var expected: String {
    "a PDF, a repository, a rubric (JSON) or a log (JSON Lines) was expected"
  }

  private static func recognition(
    _ code: DiagnosticCode, _ name: String, _ message: String, line: Int? = nil
  ) -> Self {
    FrontendError(
      Diagnostic(
        code: code, severity: .error, message: message, input: InputPlace(file: name, line: line)))
  }
}
