internal import IR

/// What the first page says of the paper's licence and of its code.
enum AccessWords {
  /// The sentence of a place that speaks of a licence, or of the holder of the copyright.
  static func licence(in place: Grounded<String>) -> Grounded<String>? {
    var start = place.value.startIndex
    while start < place.value.endIndex {
      let rest = place.value[start...]
      let stop = rest.indices.first { ".!?".contains(rest[$0]) && rest.isSentenceEnd($0) }
      let end = stop.map { rest.index(after: $0) } ?? rest.endIndex
      let sentence = String(rest[..<end]).trimmed(of: " ")
      let key = sentence.lowercase
      if sentence.count < 400, leads.contains(where: { key.has($0) }) {
        return place.part(sentence)
      }
      start = end
    }
    return nil
  }

  private static let leads = [
    "licensed under", "under a creative commons", "creative commons attribution", "cc by", "cc-by",
    "all rights reserved", "©", "grants permission", "permission to make digital", "copyright 20",
    "copyright ©", "license: ", "licence: ",
  ]

  /// Whether a note says that something can be had.
  static func speaksOfCode(_ text: String) -> Bool {
    let key = text.lowercase
    return ["code", "available", "implementation"].contains { key.has($0) }
  }

  /// Addresses of places where code is kept.
  static func code(in place: Grounded<String>) -> [Grounded<String>] {
    var found: [Grounded<String>] = []
    for host in hosts {
      var at = 0
      while let range = place.value.utf8Range(of: host, from: at) {
        at = range.upperBound
        let index = place.value.utf8.index(place.value.startIndex, offsetBy: range.lowerBound)
        let head = place.value[..<index].reversed().prefix { $0 != " " && $0 != "(" }.count
        let start = place.value.index(index, offsetBy: -head)
        let tail = String(place.value[start...])
        let address =
          ReferenceIdentifiers(text: tail).url().map(String.init)
          ?? String(tail.prefix { !" ),;".contains($0) }).trimmed(of: ".")
        // An owner and a name at least.
        guard tail.hasPrefix(address), address.split(separator: "/").count > 2 else { continue }
        found.append(place.part(address))
      }
    }
    return found
  }

  private static let hosts = [
    "github.com/", "gitlab.com/", "bitbucket.org/", "codeberg.org/", "huggingface.co/",
    "anonymous.4open.science/", "zenodo.org/",
  ]
}
