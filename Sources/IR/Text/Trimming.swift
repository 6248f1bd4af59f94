extension StringProtocol {
  /// Without the given characters at both ends.
  package func trimmed(of characters: String) -> String {
    Substring(self).trimmed(characters.unicodeScalars)
  }
}

extension Substring {
  /// Not generic, so that other modules call it as it was compiled.
  fileprivate func trimmed(_ dropped: String.UnicodeScalarView) -> String {
    var view = unicodeScalars
    while let first = view.first, dropped.contains(first) { view.removeFirst() }
    while let last = view.last, dropped.contains(last) { view.removeLast() }
    return String(Substring(view))
  }
}
