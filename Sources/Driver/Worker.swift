internal import CSandbox
package import Frontend
internal import Glibc
package import IR

/// What a worker is asked.
package struct WorkerRequest: Sendable {
  package var read: ReadRequest
  package let limits: InputLimits
  /// Where the text of a paper is wanted, and not its facts.
  package var rendering: RenderingRequest? = nil
}

/// What a worker answers.
package enum WorkerReply: Codable, Sendable {
  case read(ReadInput)
  case rendered(PaperRendering)
  case failed(Diagnostic)
}

/// What the parsing of one input may cost.
package struct InputLimits: Hashable, Sendable {
  package var memoryBytes: Int
  package var seconds: Int

  package init(memoryBytes: Int = 3 << 30, seconds: Int = 300) {
    self.memoryBytes = memoryBytes
    self.seconds = seconds
  }

  package static let standard = InputLimits()

  /// Less than a day, and less than any machine has: sums with a clock and sizes in bytes hold.
  package static let possibleSeconds = 1...86_400
  package static let possibleMebibytes = 64...(1 << 30)
}

/// The child process: reads one input under limits and hands its facts back.
///
/// A crash or a hang in a parser costs the input, never the run.
enum Worker {
  /// Answers a request on a descriptor and ends the process.
  static func run(_ request: WorkerRequest, replyingTo descriptor: Int32) -> Never {
    var request = request
    // A confined process makes no files.
    if request.read.kind == .log { request.read.spool = Spool() }
    Readers.prepare(for: request.read.kind)
    confine(request)
    guard let reply = try? WireFormat.pieces(of: answer(request)) else {
      _exit(ExitStatus.internalError.rawValue)
    }
    let size = UInt64(reply.reduce(0) { $0 + $1.count })
    var error = withUnsafeBytes(of: size) { Descriptor.writeAll($0, to: descriptor) }
    for piece in reply where error == 0 {
      error = piece.withBytes { Descriptor.writeAll($0, to: descriptor) }
    }
    // Nothing that was registered for the end of the process is this copy's business.
    _exit(error == 0 ? 0 : ExitStatus.internalError.rawValue)
  }

  static func answer(_ request: WorkerRequest) -> WorkerReply {
    do throws(FrontendError) {
      let input = try Readers.reader(for: request.read.kind).read(request.read)
      return request.rendering.map {
        .rendered(PaperRendering(input, named: request.read.name, $0))
      } ?? .read(input)
    } catch {
      return .failed(error.diagnostic)
    }
  }

  private static func confine(_ request: WorkerRequest) {
    // Fonts that a PDF does not embed, the C library's data, and python's own modules.
    let folders = [
      "/usr", "/lib", "/lib64", "/bin", "/etc", "/opt", "/var/cache/fontconfig", "/dev/null",
      "/dev/urandom", "/proc",
    ]
    let strings = folders.map { strdup($0) }
    let (input, scratch) = (strdup(request.read.path), request.read.scratch.flatMap { strdup($0) })
    defer { for string in strings + [input, scratch] { free(string) } }
    let readable = strings.map { UnsafePointer<CChar>($0) }
    readable.withUnsafeBufferPointer { buffer in
      var confinement = arac_confinement(
        memory_bytes: UInt(request.limits.memoryBytes), cpu_seconds: UInt32(request.limits.seconds),
        readable: buffer.baseAddress, readable_count: Int32(buffer.count),
        may_execute: request.read.kind == .git, input: input, scratch: scratch)
      // Where the kernel refuses, the limits that it took still hold.
      _ = arac_confine(&confinement)
    }
  }
}

/// Whole reads and writes of file descriptors.
package enum Descriptor {
  /// Ends early once there are more bytes than `limit`; `size` is how many are likely.
  static func readAll(_ descriptor: Int32, limit: Int = .max, likely size: Int = 1 << 16)
    -> [UInt8]
  {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(size, limit))
    var buffer = [UInt8](repeating: 0, count: max(1 << 12, min(size, 1 << 16)))
    while true {
      guard bytes.count <= limit else { return bytes }
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer[..<count]
      } else if count == 0 || errno != EINTR {
        return bytes
      }
    }
  }

  /// 0, or an errno.
  package static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { writeAll($0, to: descriptor) }
  }

  static func writeAll(_ buffer: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var offset = 0
    while offset < buffer.count {
      let count = write(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
      if count > 0 {
        offset += count
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
