internal import IR

/// Tells names of people from what else stands on a title page.
enum NameText {
  /// The names of a list of names; none where less than most of its parts are some.
  static func names(in text: String) -> [String] {
    guard !isContact(text), !isAffiliation(text) else { return [] }
    let isByline = text.lowercased().hasPrefix("by ")
    let parts = split(withoutLabel(text)).filter { !isHonour($0) }
    let names = parts.filter { isName($0) || isByline }
    return names.count * 2 > parts.count ? names : []
  }

  /// `Authors: Mara Pebble` says twice what it is.
  private static func withoutLabel(_ text: String) -> String {
    guard let colon = text.firstIndex(of: ":"),
      ["author", "authors", "by", "written by"].contains(text[..<colon].lowercased())
    else { return text }
    return String(text[text.index(after: colon)...])
  }

  /// Degrees and ranks stand behind the names that have them.
  private static func isHonour(_ part: String) -> Bool {
    let words = part.lowercased().split(separator: " ").map { $0.filter { $0 != "." } }
    return !words.isEmpty && words.allSatisfy(honours.contains)
  }

  private static let honours: Set<String> = [
    "phd", "md", "msc", "bsc", "ms", "bs", "ma", "ba", "mba", "mph", "mphil", "dphil", "meng",
    "beng",
    "rn", "dds", "dvm", "pharmd", "jd", "jr", "sr", "ii", "iii", "ieee", "acm", "member", "fellow",
    "senior", "student", "graduate", "associate", "life",
  ]

  /// Splits a list of names at commas, `and`, and the marks that point to affiliations.
  static func split(_ text: String) -> [String] {
    var parts = [""]
    for word in withoutMarks(text).split(separator: " ") {
      if ["and", "&", "·", "•", "|"].contains(word) {
        parts.append("")
        continue
      }
      let pieces = word.split(separator: ",", omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { parts.append("") }
        guard !piece.isEmpty else { continue }
        parts[parts.count - 1] += (parts[parts.count - 1].isEmpty ? "" : " ") + piece
      }
    }
    return parts.map { part in
      let name = part.trimmed(of: " ,;:")
      return name.hasPrefix("By ") || name.hasPrefix("by ") ? String(name.dropFirst(3)) : name
    }.filter { !$0.isEmpty }
  }

  /// With each raised mark (`^†`, `^{1,2}`, `∗`) replaced by a comma.
  private static func withoutMarks(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.first {
      rest.removeFirst()
      if character == "^" {
        if rest.first == "{" {
          rest = rest.drop { $0 != "}" }.dropFirst()
        } else {
          rest = rest.first?.isNumber == true ? rest.drop { $0.isNumber } : rest.dropFirst()
        }
        result += ","
      } else if "∗*†‡§¶♢♠♡♣⋆♯⇤".contains(character) || character.isNumber {
        result += ","
      } else {
        result.append(character == ";" ? "," : character)
      }
    }
    return result
  }

  /// Two to five capitalised words, particles and initials among them.
  static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ").filter { !isNickname($0) }
    guard (2...5).contains(words.count), text.count < 45 else { return false }
    if text.lowercased().hasPrefix("anonymous author") { return true }
    let isSound = words.allSatisfy { word in
      guard let first = word.first else { return false }
      if particles.contains(word.lowercased()) { return true }
      return first.isUppercase && word.allSatisfy { $0.isLetter || "-.'’‐".contains($0) }
    }
    // `A.` is an initial.
    return isSound
      && !words.contains { $0.count > 2 && notNames.contains($0.lowercased().trimmed(of: ".")) }
  }

  /// `(Mara)`: what somebody is called stands in brackets.
  private static func isNickname(_ word: Substring) -> Bool {
    guard word.first == "(", word.last == ")", word.count > 3 else { return false }
    let name = word.dropFirst().dropLast()
    return name.first?.isUppercase == true && name.allSatisfy { $0.isLetter || $0 == "-" }
  }

  private static let particles: Set<String> = [
    "van", "von", "de", "der", "den", "di", "da", "dos", "del", "della", "la", "le", "el", "al",
    "bin", "ibn", "ter", "ten", "zu", "y", "e",
  ]

  private static let notNames: Set<String> = [
    "university", "institute", "department", "school", "college", "laboratory", "laboratories",
    "lab", "labs", "research", "center", "centre", "academy", "corporation", "inc", "ltd", "llc",
    "company", "technologies", "technology", "science", "sciences", "engineering", "faculty",
    "group", "foundation", "hospital", "brain", "deepmind", "google", "microsoft", "facebook",
    "meta", "openai", "nvidia", "amazon", "ibm", "intelligence", "learning", "systems", "street",
    "avenue", "abstract", "preprint", "draft", "review", "anonymous", "conference", "workshop",
    "proceedings", "equal", "contribution", "author", "authors", "corresponding", "under", "paper",
    "introduction", "independent", "researcher", "student", "professor", "member", "the", "of",
    "for", "with", "in", "on", "a", "an", "usa", "uk",
  ]

  static func isAffiliation(_ text: String) -> Bool {
    let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
    return !words.isDisjoint(with: affiliationWords)
  }

  private static let affiliationWords: Set<String> = [
    "university", "institute", "department", "school", "college", "laboratory", "laboratories",
    "lab", "labs", "center", "centre", "academy", "corporation", "inc", "universität", "université",
    "universidad", "università", "eth", "epfl", "mit", "inria", "cnrs", "dept", "faculty",
    "hospital", "deepmind", "openai", "research", "usa", "china", "germany", "france", "canada",
  ]

  static func isContact(_ text: String) -> Bool {
    text.has("@") || text.has("http") || text.has("www.") || text.has(".edu")
      || text.has(".com")
  }
}
