/// What was computed from the last few keys.
struct RecentValues<Key: Equatable & Sendable, Value: Sendable>: Sendable {
  private var known: [(key: Key, value: Value)] = []
  /// Where the next one goes, over the oldest.
  private var next = 0

  private static var capacity: Int { 4 }

  mutating func value(of key: Key, _ compute: (Key) -> Value) -> Value {
    if let known = known.first(where: { $0.key == key }) { return known.value }
    let value = compute(key)
    if known.count < Self.capacity {
      known.append((key, value))
    } else {
      known[next] = (key, value)
      next = (next + 1) % Self.capacity
    }
    return value
  }
}
