internal import IR

/// What a font's name tells of its style.
struct FontStyle: Hashable {
  let isBold: Bool
  let isItalic: Bool
  let isMath: Bool
  let isMonospaced: Bool
  let isSmallCaps: Bool
  let isDingbats: Bool
  /// Of TeX's fonts of tall brackets, in pieces, and large operators.
  let isExtension: Bool
  /// For fonts with an encoding of TeX's own.
  let tex: TeXFont?

  /// `name` as in the PDF, with or without its subset prefix (`ABCDEF+`).
  init(_ name: String) {
    let base = name.split(separator: "+").last.map { $0.lowercased() } ?? ""
    let face = Self.libertine(base)
    isBold = Self.bold.contains { base.has($0) } || face.contains { $0 == "b" || $0 == "z" }
    isItalic = Self.italic.contains { base.has($0) } || face.contains("i")
    tex = TeXFont(base)
    isMath = tex != nil || Self.math.contains { base.hasPrefix($0) } || base.has("math")
    isMonospaced = Self.monospaced.contains { base.has($0) }
    isDingbats = base.has("dingbat")
    isExtension = Self.extensions.contains { base.hasPrefix($0) }
    isSmallCaps = base.has("csc") || base.has("smallcap") || base.hasSuffix("sc")
  }

  /// `bi` of `LinLibertineTBI`: the fonts of ACM's class tell their style in single letters. What has
  /// no `T` sets formulas.
  private static func libertine(_ base: String) -> Substring {
    ["linlibertinet", "linbiolinumt"].first(where: base.hasPrefix).map { base.dropFirst($0.count) }
      ?? ""
  }

  private static let bold = [
    "bold", "cmbx", "medi", "black", "heavy", "demi", "-bd", "ptmb", "phvb", "sfbx", "cmssbx",
    "lmssbx", "semib",
  ]
  private static let italic = ["ital", "obli", "cmti", "sfti", "slant", "cmsl"]
  /// `STIX` and `XITS` are text faces too; those for formulas have `Math` in their names.
  private static let math = [
    "cmmi", "cmsy", "cmex", "msam", "msbm", "eufm", "rsfs", "txsy", "txmi", "txex", "pxsy", "pxmi",
    "mathpazo", "mtmi", "mtsy", "mtex", "rmtmi", "zptm", "fourier-math", "newtxmi",
    "ntxmi", "ntxsy",
    "pazomath", "bbm", "dsrom", "stmary", "esint", "wasy",
  ]
  private static let extensions = [
    "cmex", "lmex", "euex", "txex", "pxex", "ntxex", "mtex", "rmtex",
  ]
  private static let monospaced = [
    "mono", "cmtt", "courier", "sftt", "nimbusmon", "inconsolata", "consolas", "beramono", "txtt",
    "lmtt", "typewriter",
  ]
}
