/// What is common in artifacts of the same domain and is not stated by this work's inputs.
///
/// Never a fact: a candidate is filed as `collective_inference` and names where it comes from.
package struct Candidates: Slot {
  package var candidates: [Candidate] = []

  package init(candidates: [Candidate] = []) { self.candidates = candidates }
}

package struct Candidate: Hashable, Codable, Sendable {
  package enum Kind: String, Codable, Sendable { case heuristic, setting }

  /// Where it was found: an artifact, and what stands there.
  package struct Occurrence: Hashable, Codable, Sendable {
    package let artifact: String
    /// The title of the heuristic, or the value of the setting.
    package let text: String

    package init(artifact: String, text: String) {
      self.artifact = artifact
      self.text = text
    }
  }

  package let kind: Kind
  /// In the words of the first artifact that has it.
  package let name: String
  /// In the order of the artifacts' names; at least two.
  package let occurrences: [Occurrence]

  package init(kind: Kind, name: String, occurrences: [Occurrence]) {
    self.kind = kind
    self.name = name
    self.occurrences = occurrences
  }
}
