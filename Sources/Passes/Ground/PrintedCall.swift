internal import IR

/// The arguments in the brackets of a call or of a signature.
struct PrintedCall {
  /// Of arguments that have a name and a value: `edge=2`.
  private(set) var keywords: [String] = []
  /// Of all arguments that are names.
  private(set) var names: Set<String> = []
  private(set) var count = 0
  /// Whether it takes any number of arguments.
  private(set) var takesAnything = false
  /// UTF-8 offset behind the closing bracket.
  private(set) var end = 0

  private static let longest = 600

  /// Nil where no bracket follows at once, or it holds anything but names and literals.
  init?(_ text: String, at start: Int) {
    let bytes = Array(text.utf8)
    guard start < bytes.count, bytes[start] == 0x28 else { return nil }
    self.init(bytes, start)
    guard count > 0, keywords.count + names.count > 0 else { return nil }
  }

  /// The first bracket of a signature.
  init?(_ signature: String) {
    let bytes = Array(signature.utf8)
    guard let start = bytes.firstIndex(of: 0x28) else { return nil }
    self.init(bytes, start)
  }

  private init?(_ bytes: [UInt8], _ start: Int) {
    var depth = 0
    var first = start + 1
    var at = start
    while at < bytes.count, at - start < Self.longest {
      switch bytes[at] {
      case 0x28, 0x5B, 0x7B: depth += 1
      case 0x29, 0x5D, 0x7D:
        depth -= 1
        if depth == 0 {
          add(bytes[first..<at])
          end = at + 1
          return
        }
      case 0x2C where depth == 1:
        add(bytes[first..<at])
        first = at + 1
      default: break
      }
      at += 1
    }
    return nil
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>) {
    let argument = String(decoding: bytes, as: UTF8.self).trimmed(of: " \n\t")
    guard !argument.isEmpty, argument != "/", argument != "self", argument != "cls" else { return }
    if argument.hasPrefix("*") || argument.has("...") || argument.has("…") {
      takesAnything = takesAnything || argument != "*"
      return
    }
    count += 1
    let name = String(argument.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    guard !name.isEmpty else { return }
    names.insert(name)
    let rest = argument.dropFirst(name.count).drop { $0 == " " }
    if rest.first == "=" { keywords.append(name) }
  }
}
