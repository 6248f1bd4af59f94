extension StringProtocol {
  /// Without the given characters at both ends.
  package func trimmed(of characters: String) -> String {
    Substring(self).trimmed(characters)
  }
}

extension Substring {
  /// Not generic, so that other modules call it as it was compiled.
  fileprivate func trimmed(_ characters: String) -> String {
    // Most texts begin and end with what stays, and that is ASCII.
    if let first = utf8.first, let last = utf8.last, first < 0x80, last < 0x80,
      !characters.utf8.contains(first), !characters.utf8.contains(last)
    {
      return String(self)
    }
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
