internal import Subprocess

/// What a program is asked, on its standard input.
///
/// A program may end without reading it all. That is told by how it ends: the write that then
/// fails is no error of ours, and the library would trap where one is thrown.
struct RequestInput: InputProtocol {
  let bytes: [UInt8]

  func write(with writer: StandardInputWriter) async throws {
    _ = try? await writer.write(bytes)
  }
}
