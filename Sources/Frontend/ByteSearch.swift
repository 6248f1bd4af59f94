internal import IR

extension [UInt8] {
  /// Whether the bytes of `mark`, at least one, stand somewhere in these.
  func holds(_ mark: StaticString) -> Bool {
    withUnsafeBufferPointer { bytes in
      mark.withUTF8Buffer { bytes.firstOffset(of: $0) != nil }
    }
  }
}
