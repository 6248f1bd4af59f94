/// A value and the spans that it came from.
///
/// `spans` follow source order: emitters cite the first. A value without spans may only be
/// structural; `ARA729` reports any number that reaches an artifact that way.
package struct Grounded<Value: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
  package var value: Value
  package var spans: [SourceSpan]
  /// How the value follows from the spans; nil if it stands there verbatim.
  package var derivation: Derivation?

  package init(_ value: Value, _ spans: [SourceSpan], _ derivation: Derivation? = nil) {
    self.value = value
    self.spans = spans
    self.derivation = derivation
  }
}

/// How a value that does not stand verbatim in its spans follows from them.
package enum Derivation: Hashable, Codable, Sendable {
  /// Computed by a rule; the expression says how (`sentence without its numbers`).
  case computed(String)
  /// Reconstructed from the spans without a rule that guarantees it.
  case inferred
  /// Written by the named model; the spans are the quotes that let it pass.
  case model(String)
}

/// What an input says of something, or that it is silent.
package enum Stated<Value: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
  case stated(Grounded<Value>)
  /// The inputs of the right kind are silent. Only an emitter puts this into words.
  case notSpecified
  /// No input of the kind that would say it was given.
  case notAvailable

  package init(_ value: Grounded<Value>?, else absence: Stated = .notSpecified) {
    self = value.map { .stated($0) } ?? absence
  }

  package var grounded: Grounded<Value>? {
    if case .stated(let value) = self { value } else { nil }
  }
}
