package import IR

/// A pass behind one type, with what `arac passes` prints of it.
package struct AnyPass: Sendable {
  package let id: PassID
  package let reads: [String]
  /// Name of the slot that it fills.
  package let writes: String
  package let repairs: Set<DiagnosticCode>
  private let step:
    @Sendable (inout Document, [Diagnostic], PassContext) async throws(PassError) -> [Diagnostic]

  package init<P: Pass>(_ pass: P) {
    id = P.id
    reads = P.reads
    writes = P.Output.name
    repairs = P.repairs
    step = { (document, findings, context) async throws(PassError) -> [Diagnostic] in
      let result = try await pass.run(
        pass.input(from: document), addressing: findings, in: context)
      document[keyPath: P.Output.field] = result.value
      return result.diagnostics
    }
  }

  /// Fills the pass's slot in `document`.
  package func run(
    on document: inout Document, addressing findings: [Diagnostic] = [], in context: PassContext
  ) async throws(PassError) -> [Diagnostic] {
    try await step(&document, findings, context)
  }
}

/// Runs passes in order.
package struct PassManager: Sendable {
  package let passes: [AnyPass]

  package init(_ passes: [AnyPass] = Pipeline.passes) { self.passes = passes }

  package subscript(name: String) -> AnyPass? { passes.first { $0.id.name == name } }

  /// Runs every pass.
  ///
  /// `observe` is called after each pass with the document as it then stands.
  package func run(
    _ document: Document, in context: PassContext,
    observe: (AnyPass, Document) throws -> Void = { _, _ in }
  ) async throws -> Reported<Document> {
    var document = document
    var diagnostics: [Diagnostic] = []
    for pass in passes {
      diagnostics += try await pass.run(on: &document, in: context)
      try observe(pass, document)
    }
    return Reported(document, diagnostics)
  }

  /// Runs the passes that repair the code of a finding, and those that read what another one filled
  /// anew: passes are pure, and the others would say what they said before.
  package func rerun(
    _ document: Document, addressing findings: [Diagnostic], in context: PassContext
  ) async throws -> Reported<Document> {
    var document = document
    var diagnostics: [Diagnostic] = []
    var renewed: Set<String> = []
    for pass in passes {
      let own = findings.filter { pass.repairs.contains($0.code) }
      guard !own.isEmpty || !renewed.isDisjoint(with: pass.reads) else { continue }
      diagnostics += try await pass.run(on: &document, addressing: own, in: context)
      renewed.insert(pass.writes)
    }
    return Reported(document, diagnostics)
  }
}
