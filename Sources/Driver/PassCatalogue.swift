internal import Frontend
package import IR
package import Passes

/// The passes, for commands that list them or run one.
package enum PassCatalogue {
  package static var all: [AnyPass] { Pipeline.passes }

  /// For people: the passes in order, with what each reads and writes.
  package static var listing: String {
    all.map { pass in
      let repairs = pass.repairs.sorted().map(\.name).joined(separator: ", ")
      let lines = [
        "\(pass.id)", "  reads    \(pass.reads.joined(separator: ", "))",
        "  writes   \(pass.writes)",
      ]
      return (lines + (repairs.isEmpty ? [] : ["  repairs  " + repairs])).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  package static var names: [String] { all.map(\.id.name) }

  package static func pass(_ name: String) -> AnyPass? { all.first { $0.id.name == name } }

  /// Runs one pass on the document of an IR file and gives the document as IR text, or what learned cues look at in
  /// its sentences.
  package static func result(of name: String, ir: String, features: Bool = false) async
    -> Result<[UInt8], Failure>
  {
    do throws(Failure) {
      return .success(try await features ? self.features(ir: ir) : run(name, ir: ir))
    } catch {
      return .failure(error)
    }
  }

  /// A line per sentence with its bytes, its text and its features with their keys, parted by tabs.
  private static func features(ir: String) throws(Failure) -> [UInt8] {
    let document = try document(at: ir)
    guard let text = document.inputs.paper.flatMap({ document.sources[$0.source] }) else {
      return []
    }
    let lines = AtomRules.features(of: document).map { atom, features in
      let words = text.text(of: atom.span.bytes).split(whereSeparator: \.isWhitespace)
      let listed = features.map { "\($0.name)=\(String($0.key, radix: 16))" }
      return ([atom.span.description, words.joined(separator: " ")] + listed)
        .joined(separator: "\t") + "\n"
    }
    return Array(lines.joined().utf8)
  }

  private static func document(at ir: String) throws(Failure) -> Document {
    do throws(FrontendError) {
      return try IRFile.document(at: ir)
    } catch {
      throw Failure(status: .unreadableInput, diagnostic: error.diagnostic)
    }
  }

  static func run(_ name: String, ir: String) async throws(Failure) -> [UInt8] {
    guard let pass = pass(name) else {
      throw Failure(status: .usage, diagnostic: .unknownPass(name))
    }
    var document = try document(at: ir)
    do {
      _ = try await pass.run(on: &document, in: PassContext())
      return try DocumentText.encode(document)
    } catch {
      throw Failure(status: .internalError, diagnostic: .passFailed("\(error)"))
    }
  }

  package struct Failure: Error, Sendable {
    package let status: ExitStatus
    package let diagnostic: Diagnostic
  }
}
