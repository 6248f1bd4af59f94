import Foundation
import Frontend
import Passes
import Testing

/// A reply that is kept under the name of the pass that asks for it, without what changes with
/// every change of the rules: the digest of the request, and the names in it.
///
/// In `"target": "@words"` the words find the one entity whose fields hold them, and `"span": "@"`
/// stands for the span that holds the quote.
struct RecordedReply: Codable {
  private struct Edit: Codable {
    struct Quote: Codable {
      var span: String
      let text: String
    }

    let op: String
    var target: String?
    let field: String
    let value: String
    var quotes: [Quote]
  }

  private var edits: [Edit]

  /// Puts the replies of a case where `--llm replay:replies` finds them.
  static func place(of golden: CompileGolden, in work: WorkFolder) throws {
    let files = FileManager.default
    let asking = golden.words.map {
      $0 == "replay:replies" ? "command:/usr/bin/tee request.json" : $0
    }
    _ = try work.compile(words: asking, to: "asking.ara")
    let bytes = try Data(contentsOf: URL(filePath: work.path + "/request.json"))
    let request = try JSONDecoder().decode(ModelRequest.self, from: bytes)
    let pass = String(request.pass.prefix { $0 != "@" })
    try #require(
      try files.contentsOfDirectory(atPath: golden.replies) == ["\(pass).json"],
      "\(pass) asks, and no other pass")
    let stored = try Data(contentsOf: URL(filePath: golden.replies + "/\(pass).json"))
    let reply = try JSONDecoder().decode(RecordedReply.self, from: stored).named(for: request)
    try files.createDirectory(
      atPath: work.path + "/replies", withIntermediateDirectories: false)
    let digest = Digest.sha256(Array(bytes))
    try JSONEncoder().encode(reply).write(
      to: URL(filePath: work.path + "/replies/\(digest).json"))
  }

  private func named(for request: ModelRequest) throws -> RecordedReply {
    var reply = self
    for index in reply.edits.indices {
      if let target = reply.edits[index].target, target.hasPrefix("@") {
        let words = target.dropFirst()
        let found = request.current.filter { $0.values.contains { $0.contains(words) } }
        try #require(found.count == 1, "\(found.count) entities hold “\(words)”")
        reply.edits[index].target = found[0]["id"]
      }
      for place in reply.edits[index].quotes.indices
      where reply.edits[index].quotes[place].span == "@" {
        let text = reply.edits[index].quotes[place].text
        let span = request.spans.first { $0.text.contains(text) }
        reply.edits[index].quotes[place].span = try #require(span, "nothing holds “\(text)”").id
      }
    }
    return reply
  }
}
