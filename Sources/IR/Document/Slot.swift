/// The part of a document that one pass writes.
package protocol Slot: Hashable, Codable, Sendable {
  /// Where it stands in a document.
  static var field: any WritableKeyPath<Document, Self> & Sendable { get }
  /// Its key in IR files and its name in `arac passes`.
  static var name: String { get }
}

// One row per slot, in the order in which the passes fill them.

extension Atoms {
  package static var field: any WritableKeyPath<Document, Atoms> & Sendable { \.atoms }
  package static var name: String { "atoms" }
}

extension Evidence {
  package static var field: any WritableKeyPath<Document, Evidence> & Sendable { \.evidence }
  package static var name: String { "evidence" }
}

extension Problem {
  package static var field: any WritableKeyPath<Document, Problem> & Sendable { \.problem }
  package static var name: String { "problem" }
}

extension Concepts {
  package static var field: any WritableKeyPath<Document, Concepts> & Sendable { \.concepts }
  package static var name: String { "concepts" }
}

extension RelatedWorks {
  package static var field: any WritableKeyPath<Document, RelatedWorks> & Sendable {
    \.relatedWorks
  }
  package static var name: String { "relatedWorks" }
}

extension Claims {
  package static var field: any WritableKeyPath<Document, Claims> & Sendable { \.claims }
  package static var name: String { "claims" }
}

extension Experiments {
  package static var field: any WritableKeyPath<Document, Experiments> & Sendable { \.experiments }
  package static var name: String { "experiments" }
}

extension Solution {
  package static var field: any WritableKeyPath<Document, Solution> & Sendable { \.solution }
  package static var name: String { "solution" }
}

extension Parameters {
  package static var field: any WritableKeyPath<Document, Parameters> & Sendable { \.parameters }
  package static var name: String { "parameters" }
}

extension Discrepancies {
  package static var field: any WritableKeyPath<Document, Discrepancies> & Sendable {
    \.discrepancies
  }
  package static var name: String { "discrepancies" }
}

extension Environment {
  package static var field: any WritableKeyPath<Document, Environment> & Sendable { \.environment }
  package static var name: String { "environment" }
}

extension CodeIndex {
  package static var field: any WritableKeyPath<Document, CodeIndex> & Sendable { \.code }
  package static var name: String { "code" }
}

extension DataCards {
  package static var field: any WritableKeyPath<Document, DataCards> & Sendable { \.data }
  package static var name: String { "data" }
}

extension Heuristics {
  package static var field: any WritableKeyPath<Document, Heuristics> & Sendable { \.heuristics }
  package static var name: String { "heuristics" }
}

extension Trace {
  package static var field: any WritableKeyPath<Document, Trace> & Sendable { \.trace }
  package static var name: String { "trace" }
}

extension Manifest {
  package static var field: any WritableKeyPath<Document, Manifest> & Sendable { \.manifest }
  package static var name: String { "manifest" }
}

extension Candidates {
  package static var field: any WritableKeyPath<Document, Candidates> & Sendable { \.candidates }
  package static var name: String { "candidates" }
}

extension Links {
  package static var field: any WritableKeyPath<Document, Links> & Sendable { \.links }
  package static var name: String { "links" }
}

extension Coverage {
  package static var field: any WritableKeyPath<Document, Coverage> & Sendable { \.coverage }
  package static var name: String { "coverage" }
}
