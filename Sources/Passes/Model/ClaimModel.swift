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
          "evidence": sentences.filter { sentence in
            claim.ground.contains { $0.contains(sentence.span) || sentence.span.contains($0) }
          }.map(\.id).commaSeparated,
        ]
      }, schema: Self.schema)
  }

  private static let task =
    "Refine the claims of a research paper. Reply with edits only. Each edit replaces one field of one claim, or adds a "
    + "claim by its statement. No field holds a number. Quote, for each edit, the sentences that support it: a clause or "
    + "more, verbatim, with the name of its span; to replace a field of a claim, quote at least one sentence of its "
    + "evidence. Keep to the words of the quotes. What no span supports must not be said."

  private static let schema = """
    {"type":"object","required":["edits"],"properties":{"edits":{"type":"array","items":{"type":"object",\
    "required":["op","field","value","quotes"],"properties":{"op":{"enum":["replace","add"]},"target":{"type":"string"},\
    "field":{"enum":["title","statement","falsification","interpretation"]},"value":{"type":"string"},\
    "quotes":{"type":"array","items":{"type":"object","required":["span","text"],"properties":{"span":{"type":"string"},\
    "text":{"type":"string"}}}}}}}}}
    """

  // MARK: Edits

  private static let replaceable = [
    EditField("title", longest: 160), EditField("statement"),
    EditField("falsification", mayContradict: true), EditField("interpretation"),
  ]

  private func apply(
    _ edits: [ModelEdit], to claims: Claims, _ sentences: [Sentence], _ model: String
  ) -> Reported<Claims> {
    let targets = claims.claims.map {
      ($0.id.description, $0.ground)
    }
    let gate = EditGate(
      resolver: QuoteResolver(sentences), replaceable: Self.replaceable,
      addable: [EditField("statement")],
      targets: Dictionary(targets, uniquingKeysWith: { first, _ in first }))
    var result = Reported(claims)
    var written: Set<[String]> = []
    for (index, edit) in edits.enumerated() {
      do throws(EditFault) {
        let quotes = try gate.admit(edit)
        let value = Grounded(edit.value, quotes.flatMap(\.spans), .model(model))
        guard let target = edit.target, edit.op == "replace" else {
          try add(value, quotes, to: &result.value)
          continue
        }
        guard !written.contains([target, edit.field]) else { throw .repeated }
        try replace(edit.field, of: target, by: value, in: &result.value)
        written.insert([target, edit.field])
      } catch {
        result.diagnostics.append(.editDropped(Self.id, index, error))
      }
    }
    return result
  }

  private func add(
    _ statement: Grounded<String>, _ quotes: [Grounded<String>], to claims: inout Claims
  ) throws(EditFault) {
    guard !repeats(statement, claims.claims) else { throw .duplicate }
    claims.claims.append(added(statement, quotes, EntityID(claims.claims.count + 1)))
  }

  private func replace(
    _ field: String, of target: String, by value: Grounded<String>, in claims: inout Claims
  ) throws(EditFault) {
    guard let index = claims.claims.firstIndex(where: { $0.id.description == target }) else {
      throw .undefined(target)
    }
    var claim = claims.claims[index]
    switch field {
    case "title": claim.title = value
    case "statement":
      guard !repeats(value, claims.claims.filter { $0.id != claim.id }) else { throw .duplicate }
      claim.statement = value
    case "falsification": claim.falsification = value
    default: claim.interpretation = .stated(value)
    }
    guard claim.words != claims.claims[index].words else { throw .duplicate }
    claims.claims[index] = claim
  }

  private func repeats(_ statement: Grounded<String>, _ claims: [Claim]) -> Bool {
    claims.contains { Wording.similarity($0.statement.value, statement.value) > 0.7 }
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

extension Claim {
  var isWrittenByModel: Bool {
    [title, statement, falsification, interpretation.grounded].contains { value in
      if case .model = value?.derivation { true } else { false }
    }
  }

  /// What it rests on.
  fileprivate var ground: [SourceSpan] { statement.spans + basis.flatMap(\.spans) }

  /// What a model can rewrite.
  fileprivate var words: [String] {
    [title.value, statement.value, falsification.value, interpretation.grounded?.value ?? ""]
  }
}
