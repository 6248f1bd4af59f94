internal import FoundationEssentials
internal import IR

/// One change that a model proposes, before it has been checked.
package struct ModelEdit: Hashable, Codable, Sendable {
  package struct Quote: Hashable, Codable, Sendable {
    package let span: String
    package let text: String

    package init(span: String, text: String) {
      self.span = span
      self.text = text
    }
  }

  /// `replace` a field of an entity, or `add` an entity.
  package let op: String
  package var target: String? = nil
  package let field: String
  package let value: String
  package let quotes: [Quote]

  package init(
    op: String, target: String? = nil, field: String, value: String, quotes: [Quote]
  ) {
    self.op = op
    self.target = target
    self.field = field
    self.value = value
    self.quotes = quotes
  }
}

/// Reads replies.
package enum ModelReplyReader {
  /// In bytes; no refinement has that much to say.
  package static let limit = 256 * 1024
  /// All fields of all claims could be written with fewer.
  package static let editLimit = 100

  private struct Reply: Codable {
    let edits: [ModelEdit]
  }

  /// The edits of a reply, or why it is none.
  package static func edits(of reply: ModelReply) -> Result<[ModelEdit], ReplyFault> {
    guard reply.text.utf8.count <= limit else { return .failure(.oversized(reply.text.utf8.count)) }
    guard reply.text.contains(where: { !$0.isWhitespace }) else { return .failure(.empty) }
    do {
      let parsed = try JSONDecoder().decode(Reply.self, from: Data(reply.text.utf8))
      guard parsed.edits.count <= editLimit else {
        return .failure(.tooManyEdits(parsed.edits.count))
      }
      return parsed.edits.isEmpty ? .failure(.empty) : .success(parsed.edits)
    } catch let error as DecodingError {
      return .failure(.malformed(error.plainWords))
    } catch {
      return .failure(.malformed("not JSON"))
    }
  }
}

/// Why a reply as a whole was dropped.
package enum ReplyFault: Error, Hashable, Sendable {
  case empty
  /// In bytes.
  case oversized(Int)
  case tooManyEdits(Int)
  case malformed(String)
}
