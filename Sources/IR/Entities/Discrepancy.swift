/// What the paper says of its code and the repository does not bear out, without values of
/// parameters: those are in `Parameter.conflicts`.
package struct Discrepancies: Slot {
  package var discrepancies: [Discrepancy] = []

  package init(discrepancies: [Discrepancy] = []) {
    self.discrepancies = discrepancies
  }
}

package struct Discrepancy: Hashable, Codable, Sendable {
  package enum Kind: String, Codable, Sendable, CaseIterable {
    /// A path that the repository has not.
    case file
    /// A function or class that is not where the paper says, or nowhere.
    case definition
    /// A call that the definition does not take.
    case signature
    /// A number of lines.
    case size
    /// What the paper says that the code is written with.
    case framework
  }

  package let kind: Kind
  /// As the paper writes it: a path, a name, a call, a number.
  package let subject: Grounded<String>
  /// What the repository has, as the end of a sentence that begins with it: `has no such file`.
  package let found: Grounded<String>
  /// Printed label of where the paper says it.
  package let source: Grounded<String>

  package init(
    kind: Kind, subject: Grounded<String>, found: Grounded<String>, source: Grounded<String>
  ) {
    self.kind = kind
    self.subject = subject
    self.found = found
    self.source = source
  }
}
