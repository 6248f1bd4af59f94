import TestSupport

/// A declaration that code outside its scope can see.
struct Declaration: Equatable {
  /// The declared words up to the body: `package init ( _ mark : page_mark )`. A member of an
  /// extension begins with what is extended.
  let words: [String]
  let line: Int

  /// The name of a type that is declared here, nested ones included.
  var typeName: String? {
    guard let keyword = words.lastIndex(where: { DeclarationScanner.types.contains($0) }),
      keyword + 1 < words.count
    else { return nil }
    return words[keyword + 1]
  }
}

/// Finds the declarations of a file that are not private, at file scope and in types.
struct DeclarationScanner {
  private enum Scope {
    case body
    case type(isPrivate: Bool, extended: [String])
  }

  static let types: Set<String> = ["struct", "class", "enum", "actor", "protocol", "typealias"]
  private static let members: Set<String> = [
    "func", "var", "let", "init", "subscript", "case", "associatedtype",
  ]
  private static let continuations: Set<String> = ["where", "throws", "async", "rethrows"]

  private let tokens: [SwiftToken]
  private var at = 0
  private var scopes: [Scope] = []
  private var found: [Declaration] = []

  private init(_ tokens: [SwiftToken]) { self.tokens = tokens }

  static func declarations(in tokens: [SwiftToken]) -> [Declaration] {
    var scanner = DeclarationScanner(tokens)
    while scanner.at < tokens.count { scanner.step() }
    return scanner.found
  }

  private mutating func step() {
    let token = tokens[at]
    switch (token.kind, token.text) {
    case (.punctuation, "{"):
      scopes.append(.body)
      at += 1
    case (.punctuation, "}"):
      _ = scopes.popLast()
      at += 1
    case (.word, let word) where Self.types.contains(word) && isDeclaring:
      declareType(isExtension: false)
    case (.word, "extension") where isDeclaring:
      declareType(isExtension: true)
    case (.word, let word) where Self.members.contains(word) && isDeclaring:
      declareMember()
    default:
      at += 1
    }
  }

  /// Whether the word here declares something of the file or of a type, and nothing local.
  private var isDeclaring: Bool {
    if at > 0, tokens[at - 1].isMark(".") { return false }
    return scopes.allSatisfy { scope in
      if case .type = scope { true } else { false }
    }
  }

  private var isInPrivateType: Bool {
    scopes.contains { scope in
      if case .type(isPrivate: true, _) = scope { true } else { false }
    }
  }

  private var extended: [String] {
    guard case .type(_, let words) = scopes.last else { return [] }
    return words
  }

  private mutating func declareType(isExtension: Bool) {
    let start = at
    let isPrivate = hasPrivateModifier(before: start)
    at = signatureEnd(from: start)
    let words = tokens[start..<at].map(\.text)
    if !isExtension, !isPrivate, !isInPrivateType {
      found.append(Declaration(words: words, line: tokens[start].line))
    }
    guard at < tokens.count, tokens[at].text == "{" else { return }
    scopes.append(.type(isPrivate: isPrivate, extended: isExtension ? words : []))
    at += 1
  }

  private mutating func declareMember() {
    let start = at
    let isPrivate = hasPrivateModifier(before: start)
    at = signatureEnd(from: start)
    guard !isPrivate, !isInPrivateType else { return }
    let words = extended + tokens[start..<at].map(\.text)
    found.append(Declaration(words: words, line: tokens[start].line))
  }

  /// `private` or `fileprivate` among the words before a keyword; `private(set)` is none.
  private func hasPrivateModifier(before keyword: Int) -> Bool {
    var index = keyword - 1
    while index >= 0, tokens[index].line == tokens[keyword].line,
      tokens[index].kind == .word || tokens[index].isMark("()@")
    {
      if ["private", "fileprivate"].contains(tokens[index].text), !tokens[index + 1].isMark("(") {
        return true
      }
      index -= 1
    }
    return false
  }

  /// Where the words of a declaration end: at its body, its value, or the end of its line.
  private func signatureEnd(from start: Int) -> Int {
    var depth = 0
    var hasType = false
    for index in tokens.indices.dropFirst(start + 1) {
      let token = tokens[index]
      if depth == 0 {
        let isNewLine = token.line > tokens[index - 1].line
        if isNewLine, !continues(tokens[index - 1], token) { return index }
        if token.isMark("{}") { return index }
        // What is assigned tells the type where none is written.
        if token.isMark(":") { hasType = true }
        if token.isMark("="), hasType { return index }
      }
      if token.isMark("([") { depth += 1 }
      if token.isMark(")]") { depth -= 1 }
    }
    return tokens.count
  }

  /// Whether a line goes on with `next` what the line before left open.
  private func continues(_ last: SwiftToken, _ next: SwiftToken) -> Bool {
    Self.continuations.contains(next.text) || next.isMark("-=:") || last.isMark(",=:<&")
  }
}
