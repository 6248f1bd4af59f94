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

  /// Runs one pass on the document of an IR file and gives the document as IR text.
  package static func result(of name: String, ir: String) async -> Result<[UInt8], Failure> {
    do throws(Failure) {
      return .success(try await run(name, ir: ir))
    } catch {
      return .failure(error)
    }
  }

  /// What learned cues look at in the sentences of an IR file: a line per sentence with its bytes, its text and its
  /// features with their keys, parted by tabs.
  package static func features(ir: String) -> Result<[UInt8], Failure> {
    do throws(FrontendError) {
      let document = try IRFile.document(at: ir)
      guard let text = document.inputs.paper.flatMap({ document.sources[$0.source] }) else {
        return .success([])
      }
      let lines = AtomRules.features(of: document).map { atom, features in
        let words = text.text(of: atom.span.bytes).split(whereSeparator: \.isWhitespace)
        let listed = features.map { "\($0.name)=\(String($0.key, radix: 16))" }
        return ([atom.span.description, words.joined(separator: " ")] + listed)
          .joined(separator: "\t")
      }
      return .success(Array(lines.map { $0 + "\n" }.joined().utf8))
    } catch {
      return .failure(Failure(status: .unreadableInput, diagnostic: error.diagnostic))
    }
  }

  static func run(_ name: String, ir: String) async throws(Failure) -> [UInt8] {
    guard let pass = pass(name) else {
      throw Failure(status: .usage, diagnostic: .unknownPass(name))
    }
    var document: Document
    do throws(FrontendError) {
      document = try IRFile.document(at: ir)
    } catch {
      throw Failure(status: .unreadableInput, diagnostic: error.diagnostic)
    }
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
