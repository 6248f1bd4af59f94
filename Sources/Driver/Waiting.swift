internal import Dispatch
internal import Synchronization

/// Waits on the calling thread for work that suspends.
///
/// For the main thread of a command alone: no task runs there, so none waits for it in turn. Until
/// the first call the process has one thread, which `WorkerPool.forking` needs.
package func waiting<Value: Sendable>(for work: @escaping @Sendable () async -> Value) -> Value {
  let box = Box<Value>()
  let isDone = DispatchSemaphore(value: 0)
  Task.detached {
    let value = await work()
    box.value.withLock { $0 = value }
    isDone.signal()
  }
  while true {
    isDone.wait()
    if let value = box.value.withLock(\.self) { return value }
  }
}

private final class Box<Value: Sendable>: Sendable {
  let value = Mutex<Value?>(nil)
}
