internal import CSandbox
internal import FoundationEssentials
internal import Frontend
internal import Glibc
package import Passes
internal import Subprocess
internal import Synchronization
internal import SystemPackage

/// The textual form of requests: what commands read and recordings are keyed by.
package enum ModelRequestText {
  package static func encode(_ request: ModelRequest) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(request)).map { Array($0) } ?? []
  }
}

/// Replies recorded in a directory: `<SHA-256 of the request>.json`.
package struct RecordedModel: LanguageModel {
  package let name = "replay"
  let directory: String

  package init(directory: String) { self.directory = directory }

  package func reply(to request: ModelRequest) async throws(ModelError) -> ModelReply {
    let digest = Digest.sha256(ModelRequestText.encode(request))
    let path = "\(directory)/\(digest).json"
    // Not blocking: what lies there may be a pipe that nobody writes to.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      throw ModelError(message: "no recorded reply \(digest).json for \(request.pass)")
    }
    defer { close(file) }
    // A reply over the limit is dropped whatever follows.
    return try ModelReply(bytes: Descriptor.readAll(file, limit: ModelReplyReader.limit))
  }
}

extension ModelReply {
  /// Throws for bytes that are no text: repaired, they would be something that nobody said.
  fileprivate init(bytes: [UInt8]) throws(ModelError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ModelError(message: "the reply is no UTF-8")
    }
    self.init(text: text)
  }
}

/// A program that reads the request on standard input and prints the reply.
package struct CommandModel: LanguageModel {
  package let name: String
  private let words: [String]
  private let seconds: Int
  private let interruption: Interruption

  /// `words` is the program and its arguments; no shell is asked. The program and what it starts
  /// end with the reply, the limit of time or the interruption.
  package init(words: [String], seconds: Int = 300, interruption: Interruption = Interruption()) {
    self.words = words
    self.seconds = seconds
    self.interruption = interruption
    name = words.first?.split(separator: "/").last.map(String.init) ?? "command"
  }

  package func reply(to request: ModelRequest) async throws(ModelError) -> ModelReply {
    let input = ModelRequestText.encode(request)
    let result = await withTaskGroup(of: Result<ModelReply, ModelError>.self) { group in
      group.addTask { await ask(input) }
      group.addTask {
        try? await Task.sleep(for: .seconds(seconds))
        return .failure(ModelError(message: "no reply within \(seconds) seconds"))
      }
      let first = await group.next() ?? .failure(ModelError(message: "no reply"))
      group.cancelAll()
      return first
    }
    return try result.get()
  }

  /// What a program may print before it is stopped.
  private static let outputLimit = 4 * ModelReplyReader.limit

  private func ask(_ input: [UInt8]) async -> Result<ModelReply, ModelError> {
    guard let program = words.first else {
      return .failure(ModelError(message: "no program given"))
    }
    guard let request = Self.file(holding: input) else {
      return .failure(ModelError(message: "there is no memory for the request"))
    }
    var group: pid_t = 0
    defer {
      // What the program left running has nobody to answer to.
      if group > 0 { kill(-group, SIGKILL) }
      interruption.release(group: group)
    }
    do {
      let result = try await Subprocess.run(
        program.contains("/") ? .path(FilePath(program)) : .name(program),
        arguments: Arguments(Array(words.dropFirst())), platformOptions: Self.ownGroup,
        input: .fileDescriptor(request, closeAfterSpawningProcess: true),
        output: .bytes(limit: Self.outputLimit), error: .discarded
      ) { execution in
        group = execution.processIdentifier.value
        interruption.adopt(group: group)
      }
      guard result.terminationStatus.isSuccess else {
        return .failure(ModelError(message: "\(program) \(result.terminationStatus.words)"))
      }
      return Result { () throws(ModelError) in try ModelReply(bytes: result.standardOutput) }
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      return .failure(ModelError(message: "\(program) prints more than \(Self.outputLimit) bytes"))
    } catch {
      return .failure(ModelError(message: "\(program) could not be run: \(error)"))
    }
  }

  /// The request as a file in memory: at the end of a pipe, a program that does not read would
  /// end the compiler with SIGPIPE.
  private static func file(holding bytes: [UInt8]) -> FileDescriptor? {
    let file = arac_memory_file()
    guard file >= 0 else { return nil }
    guard Descriptor.writeAll(bytes, to: file) == 0, lseek(file, 0, SEEK_SET) == 0 else {
      close(file)
      return nil
    }
    return FileDescriptor(rawValue: file)
  }

  /// A process group of its own, so that what the program starts can be ended with it.
  private static var ownGroup: PlatformOptions {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [
      .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .seconds(1))
    ]
    return options
  }
}

extension TerminationStatus {
  fileprivate var words: String {
    switch self {
    case .exited(let code): "ended with status \(code)"
    case .signaled(let signal): "was ended by signal \(signal)"
    }
  }
}

/// Asks another model once for each request: a pass that a repair round runs again gets the reply
/// that it had.
package final class RememberingModel: LanguageModel {
  package let name: String
  private let model: any LanguageModel
  private let replies = Mutex<[ModelRequest: Result<ModelReply, ModelError>]>([:])

  package init(_ model: any LanguageModel) {
    self.model = model
    name = model.name
  }

  package func reply(to request: ModelRequest) async throws(ModelError) -> ModelReply {
    if let known = replies.withLock({ $0[request] }) { return try known.get() }
    let result: Result<ModelReply, ModelError>
    do throws(ModelError) {
      result = .success(try await model.reply(to: request))
    } catch {
      result = .failure(error)
    }
    replies.withLock { $0[request] = result }
    return try result.get()
  }
}

extension CompileOptions.Model {
  func languageModel(_ interruption: Interruption) -> any LanguageModel {
    switch self {
    case .replay(let directory): RecordedModel(directory: directory)
    case .command(let words):
      RememberingModel(CommandModel(words: words, interruption: interruption))
    }
  }
}
