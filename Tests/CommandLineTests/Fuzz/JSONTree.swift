import FoundationEssentials
import TestSupport

/// Any JSON, to be changed where a reader does not expect it.
indirect enum JSONTree: Codable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case list([JSONTree])
  case object([String: JSONTree])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let integer = try? value.decode(Int.self) {
      self = .integer(integer)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let string = try? value.decode(String.self) {
      self = .string(string)
    } else if let list = try? value.decode([JSONTree].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSONTree].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .null: try value.encodeNil()
    case .bool(let bool): try value.encode(bool)
    case .integer(let integer): try value.encode(integer)
    case .number(let number): try value.encode(number)
    case .string(let string): try value.encode(string)
    case .list(let list): try value.encode(list)
    case .object(let object): try value.encode(object)
    }
  }

  // MARK: Mutation

  /// Goes down at random, each key as likely as its neighbours, and changes what it ends at.
  mutating func mutate(_ random: inout SeededGenerator) {
    let isHere = random.below(8) == 0
    switch self {
    case .list(var list) where !list.isEmpty && !isHere:
      list[random.below(list.count)].mutate(&random)
      self = .list(list)
    case .object(var object) where !object.isEmpty && !isHere:
      let key = object.keys.sorted()[random.below(object.count)]
      object[key]?.mutate(&random)
      self = .object(object)
    default: self = replacement(&random)
    }
  }

  private func replacement(_ random: inout SeededGenerator) -> JSONTree {
    switch self {
    case .null: return .integer(0)
    case .bool(let bool): return .bool(!bool)
    case .integer, .number:
      return Self.numbers[random.below(Self.numbers.count)]
    case .string(let string):
      let strings = Self.strings + [string + string, String(string.prefix(1))]
      return .string(strings[random.below(strings.count)])
    case .list(let list):
      let lists = [[], Array(list.dropFirst()), list + list, list.reversed()]
      return .list(lists[random.below(lists.count)])
    case .object(var object):
      guard !object.isEmpty else { return .null }
      object[object.keys.sorted()[random.below(object.count)]] = nil
      return .object(object)
    }
  }

  private static let numbers: [JSONTree] = [
    .integer(0), .integer(-1), .integer(1), .integer(1 << 31), .integer(1 << 53), .integer(.max),
    .integer(.min), .number(0.5), .number(1e308), .number(-1e-308),
  ]

  private static let strings = [
    "", "\u{0}", "../../out", "/etc/passwd", "\n## C01: forged\n", "|", "---\n", "C99", "]: [(",
    "\u{202E}\u{1F600}", String(repeating: "glider", count: 2_000), "paper@0-99999999",
  ]
}
