internal import CSandbox
internal import Frontend
internal import Glibc
internal import IR

/// Runs workers: one process per input.
package struct WorkerPool: Sendable {
  /// How a worker ended.
  package enum Outcome: Sendable {
    case replied(WorkerReply)
    case crashed(signal: Int32)
    case timedOut(seconds: Int)
    case garbled
    case notStarted(String)

    /// What the worker gave, or why it gave nothing.
    func reply(to request: WorkerRequest) -> Result<WorkerReply, Failure> {
      let name = request.read.name
      return switch self {
      case .replied(.failed(let diagnostic)): .failure(Failure(diagnostic: diagnostic))
      case .replied(let reply): .success(reply)
      case .crashed(let signal):
        .failure(
          Failure(
            diagnostic: .workerCrashed(name, signal, memoryBytes: request.limits.memoryBytes)))
      case .timedOut(let seconds):
        .failure(Failure(diagnostic: .workerTimedOut(name, seconds)))
      case .garbled: .failure(Failure(diagnostic: .workerGarbled(name)))
      case .notStarted(let reason):
        .failure(Failure(diagnostic: .workerNotStarted(name, reason)))
      }
    }
  }

  /// Why an input gave nothing.
  struct Failure: Error {
    let diagnostic: Diagnostic
  }

  private let run: @Sendable ([WorkerRequest], _ tick: () -> Void) -> [Outcome]

  package init(run: @escaping @Sendable (WorkerRequest) -> Outcome) {
    self.run = { requests, _ in requests.map(run) }
  }

  private init(all run: @escaping @Sendable ([WorkerRequest], _ tick: () -> Void) -> [Outcome]) {
    self.run = run
  }

  /// The outcomes, in the order of the requests. `tick` is called each second of waiting.
  func callAsFunction(_ requests: [WorkerRequest], tick: () -> Void) -> [Outcome] {
    run(requests, tick)
  }

  /// Copies of this process, as many at a time as there are processors.
  ///
  /// They are forked, because to start the program anew costs as much as to read a short paper. A
  /// process may do that only while it has one thread.
  package static let forking = WorkerPool { requests, tick in
    var workers = ForkedWorkers(requests: requests)
    return workers.run(tick: tick)
  }

  /// In this process: for tests of what comes after.
  package static let inProcess = WorkerPool { request in .replied(Worker.answer(request)) }
}

/// The forked workers of one list of requests.
private struct ForkedWorkers {
  private struct Running {
    let index: Int
    let process: pid_t
    /// Where its reply comes from, and what has come: the length of the reply, then the reply.
    let descriptor: Int32
    var reply: [UInt8] = []
    let deadline: Double
  }

  private static let replyLimit = 1 << 30
  private static let headerSize = 8
  /// Room that is made on the word of a worker, which is not to be trusted.
  private static let mostReserved = 64 << 20
  private static let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  private let requests: [WorkerRequest]
  private var outcomes: [WorkerPool.Outcome?]
  private var running: [Running] = []
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  init(requests: [WorkerRequest]) {
    self.requests = requests
    outcomes = Array(repeating: nil, count: requests.count)
  }

  mutating func run(tick: () -> Void) -> [WorkerPool.Outcome] {
    var waiting = requests.indices
    while !waiting.isEmpty || !running.isEmpty {
      if Scratch.isInterrupted {
        for worker in running { _ = expire(worker) }
        break
      }
      while running.count < Self.processors, let index = waiting.popFirst() { start(index) }
      wait(tick)
    }
    return outcomes.map { $0 ?? .garbled }
  }

  // MARK: One worker

  private mutating func start(_ index: Int) {
    let request = requests[index]
    var descriptor: Int32 = -1
    let process = arac_fork(&descriptor)
    if process == 0 {
      FreedMemory.takeForReading()
      Worker.run(request, replyingTo: Int32(ARAC_REPLY))
    }
    guard process > 0 else {
      outcomes[index] = .notStarted(String(cString: strerror(errno)))
      return
    }
    running.append(
      Running(
        index: index, process: process, descriptor: descriptor,
        deadline: ProcessTime.seconds() + Double(request.limits.seconds)))
  }

  /// Takes what a worker has written. Returns how it ended, if it did.
  private mutating func receive(_ position: Int) -> WorkerPool.Outcome? {
    let count = read(running[position].descriptor, &buffer, buffer.count)
    if count > 0 {
      if running[position].reply.isEmpty, count >= Self.headerSize {
        let size = buffer.withUnsafeBytes { $0.load(as: UInt64.self) }
        let likely = Int(min(size, UInt64(Self.mostReserved)))
        FreedMemory.take(forReplyOf: likely)
        running[position].reply.reserveCapacity(Self.headerSize + likely)
      }
      running[position].reply += buffer[..<count]
    }
    if count < 0, errno == EINTR { return nil }
    let isWhole = count <= 0 || running[position].reply.count > Self.replyLimit
    return isWhole ? end(running[position]) : nil
  }

  private func end(_ worker: Running) -> WorkerPool.Outcome {
    // One that has closed its reply and goes on is not waited for.
    kill(worker.process, SIGKILL)
    let reply = try? WireFormat.decode(
      WorkerReply.self, from: worker.reply, at: Self.headerSize)
    let status = reap(worker)
    if let reply { return .replied(reply) }
    switch status & 0x7F {
    case 0: return .garbled
    case SIGXCPU: return .timedOut(seconds: requests[worker.index].limits.seconds)
    case let signal: return .crashed(signal: signal)
    }
  }

  private func expire(_ worker: Running) -> WorkerPool.Outcome {
    kill(worker.process, SIGKILL)
    _ = reap(worker)
    return .timedOut(seconds: requests[worker.index].limits.seconds)
  }

  private func reap(_ worker: Running) -> Int32 {
    close(worker.descriptor)
    var status: Int32 = 0
    while waitpid(worker.process, &status, 0) < 0, errno == EINTR {}
    return status
  }

  // MARK: All of them

  private mutating func wait(_ tick: () -> Void) {
    guard let deadline = running.map(\.deadline).min() else { return }
    let seconds = min(1, max(0, deadline - ProcessTime.seconds()))
    var polled = running.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
    let count = poll(&polled, nfds_t(polled.count), Int32((seconds * 1000).rounded(.up)))
    guard count >= 0 else { return }
    if count == 0 { tick() }
    let now = ProcessTime.seconds()
    for position in running.indices.reversed() {
      let hasNews = polled[position].revents != 0
      let isLate = running[position].deadline <= now
      guard
        let outcome = hasNews ? receive(position) : isLate ? expire(running[position]) : nil
      else { continue }
      outcomes[running[position].index] = outcome
      running.remove(at: position)
    }
  }
}
