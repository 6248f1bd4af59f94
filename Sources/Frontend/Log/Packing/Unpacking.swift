internal import IR

/// Makes a plain file of a packed log (`spec/logs-and-rubrics.md`, sections 4 and 12).
struct Unpacking {
  let request: ReadRequest
  private(set) var diagnostics: [Diagnostic] = []

  /// In bytes, of one input.
  private static let limit = 8 << 30
  /// Of a member of a zip above 1 MiB, to one byte packed.
  private static let ratioLimit = 200

  init(_ request: ReadRequest) { self.request = request }

  private func spool() throws(FrontendError) -> Spool {
    guard let spool = request.spool ?? Spool() else { throw .noRoom(request.name) }
    return spool
  }

  /// The content of a file that is packed as a whole.
  mutating func file(_ packed: InputFile, _ form: PackedData.Form) throws(FrontendError)
    -> InputFile
  {
    let spool = try spool()
    let data = PackedData(file: packed, range: 0..<packed.size, form: form)
    let end = data.unpack(limit: Self.limit, spool.append)
    try check(end, form, "the file")
    return try plain(spool)
  }

  /// An Inspect archive as the one JSON object that it would be without its zip: what stands in
  /// the header, and the samples.
  mutating func inspectLog(_ archive: InputFile, _ directory: ZipDirectory) throws(FrontendError)
    -> InputFile
  {
    let spool = try spool()
    let header =
      directory.member("header.json") ?? directory.member("_journal/start.json")
    guard let header, var head = try bytes(of: header, in: archive) else {
      throw .brokenArchive(request.name, "has no readable header")
    }
    while let last = head.last, last <= 0x20 { head.removeLast() }
    guard head.popLast() == UInt8(ascii: "}") else {
      throw .brokenArchive(request.name, "has a header that is no JSON object")
    }
    var isWritten = head.withUnsafeBytes { spool.append($0) } && spool.append(",\n\"samples\": [\n")
    var isFirst = true
    for member in directory.members
    where member.name.hasPrefix("samples/") && member.name.hasSuffix(".json") {
      guard member.name.split(separator: "/").count == 2 else {
        diagnostics.append(.splitSample(request.name, member.name))
        continue
      }
      if !isFirst { isWritten = isWritten && spool.append(",\n") }
      isFirst = false
      let data = ZipDirectory.data(of: member, in: archive)
      guard let data else {
        isWritten = isWritten && spool.append("null")
        diagnostics.append(.brokenMember(request.name, member.name))
        continue
      }
      let limit = max(1 << 20, data.range.count * Self.ratioLimit)
      try check(data.unpack(limit: limit, spool.append), data.form, member.name)
    }
    isWritten = isWritten && spool.append("\n]}\n")
    guard isWritten else { throw .noRoom(request.name) }
    return try plain(spool)
  }

  private mutating func bytes(of member: ZipDirectory.Member, in archive: InputFile)
    throws(FrontendError) -> [UInt8]?
  {
    guard let data = ZipDirectory.data(of: member, in: archive) else { return nil }
    var bytes: [UInt8] = []
    let end = data.unpack(limit: 64 << 20) { block in
      bytes += block
      return true
    }
    try check(end, data.form, member.name)
    return bytes
  }

  private func plain(_ spool: Spool) throws(FrontendError) -> InputFile {
    do throws(PathFault) {
      return try spool.file()
    } catch {
      throw .unreachable(request.name, error)
    }
  }

  /// What was unpacked before damage is read.
  private mutating func check(_ end: PackedData.End, _ form: PackedData.Form, _ part: String)
    throws(FrontendError)
  {
    switch end {
    case .whole: break
    case .damaged: diagnostics.append(.brokenMember(request.name, part))
    case .full: throw .tooMuch(request.name)
    case .noLibrary: throw .noLibrary(request.name, form)
    }
  }
}

extension Diagnostic {
  fileprivate static func brokenMember(_ name: String, _ part: String) -> Self {
    Diagnostic(
      code: "F439", severity: .warning,
      message: "the packed data of \(part) breaks off or is damaged; what came before was read",
      input: InputPlace(file: name))
  }

  fileprivate static func splitSample(_ name: String, _ part: String) -> Self {
    Diagnostic(
      code: "F440", severity: .warning,
      message: "the sample of \(part) is split over several files and was not read",
      input: InputPlace(file: name))
  }
}

extension FrontendError {
  fileprivate static func noRoom(_ name: String) -> Self {
    packed("F441", name, "there is no room for temporary files to unpack it to")
  }

  fileprivate static func tooMuch(_ name: String) -> Self {
    packed("F442", name, "unpacks to more than 8 GiB, or a part to more than 200 times its size")
  }

  fileprivate static func brokenArchive(_ name: String, _ reason: String) -> Self {
    packed("F402", name, "is an Inspect log in a zip that \(reason)")
  }

  fileprivate static func noLibrary(_ name: String, _ form: PackedData.Form) -> Self {
    packed(
      "F443", name,
      "is packed with \(form.name), and this machine has no library for it: unpack it first"
        + " ('inspect log convert --to json' for an Inspect log)")
  }

  private static func packed(_ code: DiagnosticCode, _ name: String, _ message: String) -> Self {
    FrontendError(
      Diagnostic(code: code, severity: .error, message: message, input: InputPlace(file: name)))
  }
}
