internal import Dispatch
internal import Synchronization

/// Work that goes on beside the thread that began it, until its result is asked for.
final class Background<Value: Sendable>: Sendable {
  private let work: @Sendable () -> Value
  private let result = Mutex<Value?>(nil)
  private let group = DispatchGroup()

  init(_ work: @escaping @Sendable () -> Value) {
    self.work = work
    DispatchQueue.global(qos: .userInitiated).async(group: group) { [self] in
      let value = work()
      result.withLock { $0 = value }
    }
  }

  /// Waits for it.
  var value: Value {
    group.wait()
    // What was begun has ended: nothing is done twice.
    return result.withLock { $0 } ?? work()
  }
}
