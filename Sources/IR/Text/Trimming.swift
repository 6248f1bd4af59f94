extension StringProtocol {
  /// Without the given characters at both ends.
  package func trimmed(of characters: String) -> String {
    Substring(self).trimmed(characters)
  }
}

extension String {
  /// The same without a look-up of what a generic text is made of.
  package func trimmed(of characters: String) -> String {
    self[...].isTrimmed(characters) ? self : self[...].trimmed(characters)
  }
}

extension Substring {
  /// The same without a look-up of what a generic text is made of.
  package func trimmed(of characters: String) -> String { trimmed(characters) }

  /// Whether it begins and ends with ASCII that stays, as most texts do.
  fileprivate func isTrimmed(_ characters: String) -> Bool {
    guard let first = utf8.first, let last = utf8.last, first < 0x80, last < 0x80 else {
      return false
    }
    return !characters[...].has(first) && !characters[...].has(last)
  }

  /// The same where all that goes and what stays beside it is ASCII; nil elsewhere.
  private func trimmedASCII(_ characters: String) -> String? {
    let dropped = characters[...]
    return utf8.withContiguousStorageIfAvailable { bytes -> String? in
      var (start, end) = (0, bytes.count)
      while start < end, dropped.has(bytes[start]), bytes[start] < 0x80 { start += 1 }
      while end > start, dropped.has(bytes[end - 1]), bytes[end - 1] < 0x80 { end -= 1 }
      guard start == end || bytes[start] < 0x80 && bytes[end - 1] < 0x80 else { return nil }
      return String(decoding: bytes[start..<end], as: UTF8.self)
    } ?? nil
  }

  /// Not generic, so that other modules call it as it was compiled.
  fileprivate func trimmed(_ characters: String) -> String {
    if isTrimmed(characters) { return String(self) }
    if let text = trimmedASCII(characters) { return text }
    func isDropped(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isASCII
        ? characters.utf8.contains(UInt8(scalar.value)) : characters.unicodeScalars.contains(scalar)
    }
    var view = unicodeScalars
    while let first = view.first, isDropped(first) { view.removeFirst() }
    while let last = view.last, isDropped(last) { view.removeLast() }
    return String(Substring(view))
  }
}
