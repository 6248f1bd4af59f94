/// Why JSON could not be read further, and at which byte of the file.
struct JSONFault: Error, Hashable {
  enum Reason: Hashable {
    /// The file ends inside a value.
    case end
    /// The line ends inside a value.
    case lineEnd
    case unexpected(UInt8)
    /// A bare word or number that JSON does not have, cut after 32 bytes.
    case word(String)
    case depth(Int)
    /// More values of one kind than a reader takes.
    case count(Int)
  }

  let reason: Reason
  let offset: Int

  /// `the file ends in the middle of a value`: to be put after a colon.
  var words: String {
    switch reason {
    case .end: "the file ends in the middle of a value"
    case .lineEnd: "the line ends in the middle of a value"
    case .unexpected(let byte) where byte > 0x20 && byte < 0x7F:
      "'\(Character(Unicode.Scalar(byte)))' stands where JSON has something else"
    case .unexpected(let byte): "a byte with the value \(byte) stands where JSON has something else"
    case .word(let word): "'\(word)' is no JSON value"
    case .depth(let limit): "values are nested more than \(limit) levels deep"
    case .count(let limit): "there are more than \(limit) values in one list"
    }
  }
}
