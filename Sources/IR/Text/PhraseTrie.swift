/// Phrases by their words: how many begin alike does not matter to a look-up.
package struct PhraseTrie: Sendable {
  private struct Step: Hashable {
    let from: Int
    let word: Substring
  }

  private var steps: [Step: Int] = [:]
  /// Nodes, of which the first is the root, at which a phrase ends.
  private var ends: Set<Int> = []

  package init() {}

  package mutating func insert(_ phrase: [Substring]) {
    var node = 0
    for word in phrase {
      let step = Step(from: node, word: word)
      let next = steps[step] ?? steps.count + 1
      steps[step] = next
      node = next
    }
    ends.insert(node)
  }

  /// The number of words of the longest phrase with which the words begin; 0 without one.
  package func longestMatch(in words: ArraySlice<Substring>) -> Int {
    var node = 0
    var longest = 0
    for (index, word) in words.enumerated() {
      guard let next = steps[Step(from: node, word: word)] else { break }
      node = next
      if ends.contains(node) { longest = index + 1 }
    }
    return longest
  }
}
