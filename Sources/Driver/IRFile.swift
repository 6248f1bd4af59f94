internal import Frontend
internal import IR

/// Documents in files, as `--emit-ir` writes them and `--from-ir` reads them.
enum IRFile {
  /// Larger than any that inputs within their limits give.
  private static let sizeLimit = 1 << 30

  /// Throws for a file that cannot be read, is no document, or is an unsound one: passes rely on
  /// what `DocumentVerifier` checks.
  static func document(at path: String) throws(FrontendError) -> Document {
    guard let bytes = DiskTree.bytes(of: path, limit: sizeLimit) else {
      throw FrontendError(.cannotRead(path, "no such file, no permission, or over 1 GiB"))
    }
    let document: Document
    do {
      document = try DocumentText.decode(bytes)
    } catch {
      throw FrontendError(.notIR(path, "\(error)"))
    }
    if let problem = DocumentVerifier.problems(in: document).first {
      throw FrontendError(.notIR(path, problem))
    }
    return document
  }
}
