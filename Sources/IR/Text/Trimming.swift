extension StringProtocol {
  /// Without the given characters at both ends.
  package func trimmed(of characters: String) -> String {
    let dropped = characters.unicodeScalars
    var view = unicodeScalars[...]
    while let first = view.first, dropped.contains(first) { view.removeFirst() }
    while let last = view.last, dropped.contains(last) { view.removeLast() }
    return String(self[view.startIndex..<view.endIndex])
  }
}
