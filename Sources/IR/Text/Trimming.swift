extension StringProtocol {
  /// Without the given characters at both ends.
  package func trimmed(of characters: String) -> String {
    var view = self[...]
    while let first = view.first, characters.contains(first) { view.removeFirst() }
    while let last = view.last, characters.contains(last) { view.removeLast() }
    return String(view)
  }
}
