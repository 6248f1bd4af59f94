internal import Glibc

extension [UInt8] {
  /// Whether the bytes of `mark`, at least one, stand somewhere in these.
  func holds(_ mark: StaticString) -> Bool {
    withUnsafeBytes { bytes in
      guard var at = bytes.baseAddress else { return false }
      let last = at + (bytes.count - mark.utf8CodeUnitCount)
      while at <= last {
        let room = at.distance(to: last) + 1
        guard let found = memchr(at, Int32(mark.utf8Start.pointee), room) else { return false }
        if memcmp(found, mark.utf8Start, mark.utf8CodeUnitCount) == 0 { return true }
        at = UnsafeRawPointer(found) + 1
      }
      return false
    }
  }
}
