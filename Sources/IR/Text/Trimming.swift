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
    let dropped = characters.unicodeScalars
    var view = unicodeScalars
    while let first = view.first, dropped.contains(first) { view.removeFirst() }
    while let last = view.last, dropped.contains(last) { view.removeLast() }
    return String(Substring(view))
  }
}
