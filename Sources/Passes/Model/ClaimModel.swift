package import IR

/// Claims by rules, refined by a model where one is given.
package struct ClaimModel: Pass {
  package typealias Input = ClaimRules.Input

  package static let id = PassID("claims", version: 1)
  package static let reads = ClaimRules.reads
  package static let repairs = ClaimRules.repairs

  package init() {}

  package func input(from document: Document) -> Input { ClaimRules().input(from: document) }

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Claims>
  {
    let claims = ClaimRules().derive(input, addressing: findings)
    // A repair round keeps to the rules: what a model said was checked once.
    guard let model = context.model, let view = input.view, findings.isEmpty else {
      return Reported(claims)
    }
    let sentences = shownSentences(input, claims, view)
    let reply: ModelReply
    do throws(ModelError) {
      reply = try await model.reply(to: request(claims, sentences))
    } catch {
      if context.requiresModel {
        throw PassError(pass: Self.id, code: "P101", message: error.message)
      }
      return Reported(claims, [.modelFailed(Self.id, error)])
    }
    switch ModelReplyReader.edits(of: reply) {
    case .failure(let fault): return Reported(claims, [.replyDropped(Self.id, fault)])
    case .success(let edits): return apply(edits, to: claims, sentences, model.name)
    }
  }

  // MARK: Request

  private typealias Sentence = (id: String, span: SourceSpan, text: String)

  private static let sentenceLimit = 300

  /// The sentences that claims rest on, and those that claim, compare or report besides.
  private func shownSentences(_ input: Input, _ claims: Claims, _ view: PaperView) -> [Sentence] {
    let own = Set(claims.claims.flatMap { $0.basis.flatMap(\.spans) })
    let spans = input.atoms.atoms.filter { atom in
      own.contains(atom.span)
        || atom.weight(of: .result) + atom.weight(of: .comparison) + atom.weight(of: .claim) >= 2
    }.map(\.span).prefix(Self.sentenceLimit)
    return spans.enumerated().map { ("s\($0 + 1)", $1, view.text(of: $1)) }
  }

  private func request(_ claims: Claims, _ sentences: [Sentence]) -> ModelRequest {
    ModelRequest(
      pass: Self.id.description, task: Self.task,
      spans: sentences.map { ModelRequest.Span(id: $0.id, text: $0.text) },
      current: claims.claims.map { claim in
        [
          "id": claim.id.description, "title": claim.title.value,
          "statement": claim.statement.value,
          "falsification": claim.falsification.value,
          "interpretation": claim.interpretation.grounded?.value ?? "",
        ]
      }, schema: Self.schema)
  }

  private static let task =
    "Refine the claims of a research paper. Reply with edits only. Each edit replaces one field of one claim, or adds a "
    + "claim by its statement. A statement and a title are reusable conclusions without numbers. Quote, for each edit, the "
    + "sentences that support it, verbatim, with the name of the span. What no span supports must not be said."

  private static let schema = """
    {"type":"object","required":["edits"],"properties":{"edits":{"type":"array","items":{"type":"object",\
    "required":["op","field","value","quotes"],"properties":{"op":{"enum":["replace","add"]},"target":{"type":"string"},\
    "field":{"enum":["title","statement","falsification","interpretation"]},"value":{"type":"string"},\
    "quotes":{"type":"array","items":{"type":"object","required":["span","text"],"properties":{"span":{"type":"string"},\
    "text":{"type":"string"}}}}}}}}}
    """

  // MARK: Edits

  private func apply(
    _ edits: [ModelEdit], to claims: Claims, _ sentences: [Sentence], _ model: String
  ) -> Reported<Claims> {
    let gate = EditGate(
      resolver: QuoteResolver(sentences),
      fields: ["title", "statement", "falsification", "interpretation"],
      numberFree: ["title", "statement", "falsification", "interpretation"],
      targets: Set(claims.claims.map(\.id.description)))
    var result = Reported(claims)
    var applied: Set<ModelEdit> = []
    for (index, edit) in edits.enumerated() {
      switch gate.check(edit) {
      case .failure(let fault):
        result.diagnostics.append(.editDropped(Self.id, index, fault))
      case .success(let spans):
        let value = Grounded(edit.value, spans, .model(model))
        let isNew = applied.insert(edit).inserted
        if !isNew || !change(&result.value, edit, value) {
          result.diagnostics.append(.editDropped(Self.id, index, .duplicate))
        }
      }
    }
    return result
  }

  /// False if the edit changes nothing.
  private func change(_ claims: inout Claims, _ edit: ModelEdit, _ value: Grounded<String>) -> Bool
  {
    if edit.op == "add" {
      guard edit.field == "statement",
        !claims.claims.contains(where: { Wording.similarity($0.statement.value, value.value) > 0.7 }
        )
      else {
        return false
      }
      let basis = zip(edit.quotes, value.spans).map { Grounded($0.text, [$1]) }
      claims.claims.append(added(value, basis, EntityID(claims.claims.count + 1)))
      return true
    }
    guard let index = claims.claims.firstIndex(where: { $0.id.description == edit.target }) else {
      return false
    }
    switch edit.field {
    case "title":
      guard claims.claims[index].title.value != value.value else { return false }
      claims.claims[index].title = value
    case "statement":
      guard claims.claims[index].statement.value != value.value else { return false }
      claims.claims[index].statement = value
    case "falsification":
      guard claims.claims[index].falsification.value != value.value else { return false }
      claims.claims[index].falsification = value
    default:
      guard claims.claims[index].interpretation.grounded?.value != value.value else { return false }
      claims.claims[index].interpretation = .stated(value)
    }
    return true
  }

  private func added(
    _ statement: Grounded<String>, _ basis: [Grounded<String>], _ id: EntityID<Claim>
  ) -> Claim {
    Claim(
      id: id,
      title: Title.make(of: Grounded(statement.value, statement.spans, statement.derivation))
        ?? statement,
      statement: statement, conditions: [], status: .hypothesis,
      falsification: Grounded(
        "A repetition of the evaluation that the quoted sentences report contradicts them.",
        statement.spans,
        .computed("criterion from the quoted sentences")), basis: basis)
  }
}
