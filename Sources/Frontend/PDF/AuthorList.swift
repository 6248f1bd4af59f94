internal import IR

/// The authors of an entry, in the printed order.
struct AuthorList {
  let names: [String]
  let firstSurname: String?

  init(_ text: Substring) {
    let parts = Self.commas(text).split(separator: ",").map { Self.trimmedName($0) }.filter {
      !$0.isEmpty && !Self.isOthers($0)
    }
    // "Vaswani, A., Shazeer, N." against "A. Vaswani, N. Shazeer": in the first, initials follow.
    if parts.count > 1, Self.isInitials(parts[1]) {
      names = Self.turned(parts)
      firstSurname = parts[0]
    } else if Self.isTurned(text, parts) {
      let own = parts.filter { !Self.suffixes.contains($0) }
      names = stride(from: 0, to: own.count, by: 2).map { index in
        index + 1 < own.count ? "\(own[index + 1]) \(own[index])" : own[index]
      }
      firstSurname = own.first
    } else {
      // `AB` may be a surname in capitals, unless everybody has one.
      let areShort = parts.count > 1 && parts.allSatisfy { Self.surnameFirst($0) != nil }
      func turned(_ part: String) -> (surname: String, initials: String)? {
        Self.surnameFirst(part).flatMap { areShort || $0.initials.contains(".") ? $0 : nil }
      }
      names = parts.reduce(into: []) { names, part in
        if Self.suffixes.contains(part), let last = names.popLast() {
          names.append("\(last) \(part)")
        } else if let (surname, initials) = turned(part) {
          names.append("\(initials) \(surname)")
        } else {
          names.append(part)
        }
      }
      firstSurname =
        parts.first.flatMap { turned($0)?.surname } ?? names.first.map(AuthorList.surname)
    }
  }

  /// `Vaswani`, `A.`, `Jr.`, `Shazeer`, `N.` as `A. Vaswani Jr.`, `N. Shazeer`.
  private static func turned(_ parts: [String]) -> [String] {
    var names: [String] = []
    var suffix = ""
    for part in parts {
      if isInitials(part), let last = names.popLast() {
        names.append("\(part) \(last)\(suffix)")
        suffix = ""
      } else if suffixes.contains(part), !names.isEmpty {
        suffix = " \(part)"
      } else {
        names.append(part)
      }
    }
    return names
  }

  /// Whether whole first names follow surnames: `Vaswani, Ashish, & Shazeer, Noam`. A name behind
  /// the last `and` has no comma otherwise, and two names without it have none between them.
  private static func isTurned(_ text: Substring, _ parts: [String]) -> Bool {
    let text = text.trimmedPart
    let own = parts.filter { !suffixes.contains($0) }
    guard own.count > 1, own.count % 2 == 0 else { return false }
    if let and = [" & ", " and "].compactMap({ text.lastRange(of: $0) }).max() {
      let last = text.utf8.dropFirst(and)
      return last.contains(UInt8(ascii: ",")) && !text.has("et al")
    }
    let words = own[0].split(separator: " ")
    return own.count == 2 && !text.has("et al") && own[1].first?.isUppercase == true
      && words.count { $0.first?.isUppercase == true } == 1
  }

  /// `Pebble M. A.`, `van der Stone AB`.
  private static func surnameFirst(_ name: String) -> (surname: String, initials: String)? {
    let words = name.split(separator: " ")
    let initials = words.reversed().prefix {
      isInitials(String($0)) && !suffixes.contains(String($0))
    }
    let surname = words.dropLast(initials.count)
    guard !initials.isEmpty, let first = surname.first, !isInitials(String(first)) else {
      return nil
    }
    return (surname.joined(separator: " "), initials.reversed().joined(separator: " "))
  }

  private static let suffixes: Set<String> = ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"]

  /// The last word of a name, without what follows a surname.
  static func surname(_ name: String) -> String {
    let words = name.split(separator: " ").filter {
      !["et", "al", "al.", "jr.", "jr"].contains($0.lowercased())
    }
    let last = words.last { !suffixes.contains(String($0)) } ?? words.last
    return last.map(String.init) ?? name
  }

  /// With each `and` as a comma.
  private static func commas(_ text: Substring) -> String {
    text.split(separator: " ", omittingEmptySubsequences: true).map { word in
      word == "and" || word == "&" ? "," : word == "and," ? "," : String(word)
    }.joined(separator: " ").swapping(" ,", for: ",").swapping(";", for: ",")
  }

  private static func trimmedName(_ text: Substring) -> String {
    let name = text.drop { " .;:".contains($0) }
    var view = name
    while let last = view.last, " ;:".contains(last) { view.removeLast() }
    for tail in [" et al.", " et al"] where view.hasSuffix(tail) { view.removeLast(tail.count) }
    return String(view)
  }

  /// `et al.`, `1 others`, `eds.`: what stands for names or says what they did.
  private static func isOthers(_ part: String) -> Bool {
    let key = part.lowercase.trimmed(of: " .()")
    if key.hasPrefix("et al") || key.hasSuffix("others") { return true }
    return ["ed", "eds", "editor", "editors"].contains(key)
  }

  /// `A.`, `A. B.`, `J.-P.`, `AB`.
  private static func isInitials(_ text: String) -> Bool {
    let letters = text.filter(\.isLetter)
    guard !letters.isEmpty, letters.count <= 3 else { return false }
    if letters.allSatisfy(\.isUppercase) {
      return text.contains(".") || letters.count == text.count
    }
    // The second half may be small: `W.-t.`.
    return text.contains(".") && text.split { ".-‐ ".contains($0) }.allSatisfy { $0.count == 1 }
  }
}

extension Substring {
  /// UTF-8 offset behind the last place of `needle`.
  fileprivate func lastRange(of needle: String) -> Int? {
    var end: Int?
    while let range = utf8Range(of: needle, from: end ?? 0) { end = range.upperBound }
    return end
  }
}
