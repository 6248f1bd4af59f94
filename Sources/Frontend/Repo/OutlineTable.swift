internal import IR

/// A row: the words with which a language begins a definition.
struct OutlineRow: Sendable {
  let languages: [String]
  /// Words before the name of a function.
  var functions: [String] = []
  /// Words before the name of a type or module.
  var types: [String] = []
  /// Words that may stand before those.
  var modifiers: [String] = []
  /// What begins a comment line.
  var comments = ["//", "/*", "*"]
  /// Whether functions are written as in C: a type, a name, parentheses, a brace.
  var hasBareFunctions = false
  /// Words that add to a type without defining it.
  var extensions: [String] = []
  /// Whether the members of a type are written as functions are in C.
  var hasMethods = false
  /// Whether functions are assigned: `name <- function(x)`, `const name = (x) => …`.
  var hasAssignedFunctions = false

  /// Whether one of the words that begin a definition begins with a byte.
  var firstBytes: [Bool] {
    var table = [Bool](repeating: false, count: 256)
    for word in functions + types + modifiers + extensions {
      if let first = word.utf8.first { table[Int(first)] = true }
    }
    return table
  }

  /// The words that begin a definition.
  var firstWords: Set<[UInt8]> {
    Set((functions + types + modifiers + extensions).map { Array($0.utf8) })
  }

  static let rows: [OutlineRow] = [
    OutlineRow(
      languages: ["Python", "Jupyter Notebook", "Cython", "Starlark", "Snakemake"],
      functions: ["def", "cpdef", "cdef"], types: ["class", "rule"], modifiers: ["async"],
      comments: ["#"]),
    OutlineRow(
      languages: ["C", "C++", "CUDA", "Metal", "OpenCL"],
      types: ["struct", "class", "enum", "union", "namespace"],
      modifiers: ["typedef", "static", "template", "export", "inline"], hasBareFunctions: true),
    OutlineRow(
      languages: ["Java", "C#"], types: ["class", "interface", "enum", "record", "struct"],
      modifiers: [
        "public", "private", "protected", "static", "final", "abstract", "sealed", "partial",
      ],
      hasBareFunctions: true),
    OutlineRow(languages: ["Go"], functions: ["func"], types: ["type"]),
    OutlineRow(
      languages: ["Rust", "Zig"], functions: ["fn", "macro_rules!"],
      types: ["struct", "enum", "trait", "mod", "union", "type"],
      modifiers: ["pub", "async", "unsafe", "const", "extern", "inline", "export"],
      extensions: ["impl"]),
    OutlineRow(
      languages: ["Swift", "Kotlin", "Scala"], functions: ["func", "fun", "def"],
      types: ["class", "struct", "enum", "protocol", "actor", "object", "interface", "trait"],
      modifiers: [
        "public", "private", "internal", "package", "open", "final", "static", "override", "data",
        "sealed", "abstract", "suspend", "case", "mutating", "inline", "implicit", "indirect",
      ]),
    OutlineRow(
      languages: ["JavaScript", "TypeScript", "Vue", "PHP"], functions: ["function", "function*"],
      types: ["class", "interface", "enum", "trait", "namespace", "type"],
      modifiers: [
        "export", "default", "async", "abstract", "declare", "public", "private", "protected",
        "static", "final", "const",
      ], hasMethods: true, hasAssignedFunctions: true),
    OutlineRow(
      languages: ["Julia"], functions: ["function", "macro"],
      types: ["struct", "module", "abstract type"], modifiers: ["mutable"], comments: ["#"]),
    OutlineRow(
      languages: ["R", "R Markdown"], comments: ["#"], hasAssignedFunctions: true),
    OutlineRow(
      languages: ["Ruby"], functions: ["def"], types: ["class", "module"], comments: ["#"]),
    OutlineRow(
      languages: ["Lua"], functions: ["function"], modifiers: ["local"], comments: ["--"],
      hasAssignedFunctions: true),
    OutlineRow(
      languages: ["MATLAB"], functions: ["function"], types: ["classdef"], comments: ["%"]),
    OutlineRow(
      languages: ["Shell"], functions: ["function"], comments: ["#"], hasBareFunctions: true),
    OutlineRow(languages: ["Perl"], functions: ["sub"], types: ["package"], comments: ["#"]),
    OutlineRow(
      languages: ["Fortran"], functions: ["subroutine", "function"], types: ["module", "program"],
      modifiers: ["pure", "elemental", "recursive", "integer", "real", "logical"],
      comments: ["!", "c ", "C "]),
    OutlineRow(
      languages: ["Haskell"], types: ["data", "newtype", "class", "module"], comments: ["--"]),
    OutlineRow(
      languages: ["Lean", "Coq"],
      functions: [
        "theorem", "lemma", "def", "Theorem", "Lemma", "Definition", "Fixpoint", "Corollary",
        "Proposition",
      ], types: ["structure", "inductive", "class", "Inductive", "Record"],
      modifiers: ["noncomputable", "private", "protected"], comments: ["--", "(*"]),
    OutlineRow(
      languages: ["Protocol Buffers"], functions: ["rpc"], types: ["message", "service", "enum"]),
  ]

  static let byLanguage: [String: OutlineRow] = Dictionary(
    rows.flatMap { row in row.languages.map { ($0, row) } }
  ) { first, _ in first }

  /// Words that begin a statement with a call in it.
  static let statements: Set<Substring> = [
    "return", "throw", "new", "delete", "case", "else", "goto", "await", "yield", "assert",
  ]

  /// Words before a parenthesis that are no function's name.
  static let control: Set<Substring> = [
    "if", "for", "while", "switch", "catch", "return", "else", "do", "new", "throw", "sizeof",
    "defined", "using", "lock", "foreach", "synchronized", "case", "assert", "until", "elif",
  ]
}
