/// The keys that a reader knows in one kind of object; at most 64.
struct JSONKeys<Key: CaseIterable & RawRepresentable<String> & Sendable>: Sendable {
  private let keys: [Key]
  private let names: [[UInt8]]

  init() {
    keys = Array(Key.allCases)
    names = keys.map { Array($0.rawValue.utf8) }
  }

  subscript(index: Int) -> Key { keys[index] }

  /// The place of a key by its name as it stands in the file, escapes and all.
  func index(of name: UnsafeBufferPointer<UInt8>) -> Int? {
    if let found = names.firstIndex(where: { $0.elementsEqual(name) }) { return found }
    guard name.contains(UInt8(ascii: "\\")) else { return nil }
    let plain = Array(JSONText(Array(name)).text.utf8)
    return names.firstIndex(of: plain)
  }
}
