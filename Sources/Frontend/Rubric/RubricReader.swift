internal import IR

/// Reads a PaperBench rubric (`spec/logs-and-rubrics.md`, section 15), graded or not.
package struct RubricReader: SourceReader {
  package init() {}

  /// In bytes; the largest published rubric has 2,351,012.
  private static let sizeLimit = 64 << 20

  package func read(_ request: ReadRequest) throws(FrontendError) -> ReadInput {
    let file: InputFile
    do throws(PathFault) {
      file = try InputFile(path: request.path)
    } catch {
      throw .unreachable(request.name, error)
    }
    guard file.size <= Self.sizeLimit else { throw .rubricTooLong(request.name, Self.sizeLimit) }
    var cursor = RubricTree.cursor(file)
    let tree = try tree(&cursor, request.name)
    let hasMore = cursor.peekRow() != nil
    let sha256 = cursor.finish() ?? ""
    if file.didFail { throw .unreachable(request.name, .failed("reading stopped with an error")) }
    var builder = RubricBuilder(tree, request)
    if hasMore { builder.report(.trailingText(request.name, line: cursor.line)) }
    return builder.input(sha256: sha256)
  }

  private func tree(_ cursor: inout JSONCursor, _ name: String) throws(FrontendError) -> RubricTree
  {
    guard cursor.peekRow() == UInt8(ascii: "{") else { throw .noRubric(name) }
    let tree: RubricTree
    do throws(JSONFault) {
      tree = try RubricTree(&cursor)
    } catch {
      throw .brokenRubric(name, cursor.line, error)
    }
    guard tree.isRubric else { throw .noRubric(name) }
    guard tree.nodes.count > 1 else { throw .noLeaves(name) }
    return tree
  }
}
