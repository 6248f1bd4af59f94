/// The American Mathematical Society's fonts of signs, `MSAM` and `MSBM`, by code. poppler gives the
/// code for the meaning where the name of a character is in no glyph list.
enum TeXSigns {
  static let first = codes([
    "⊡⊞⊠□■▪◇◆↻↺⇌⇋⊟⊩⊪⊨",
    "↠↞⇇⇉⇈⇊↾⇂↿⇃↣↢⇆⇄↰↱",
    "⇝↭↫↬≗≿≳⪆⊸∴∵≑≜≾≲⪅",
    "⪕⪖⋞⋟≼≦⩽≶‵.≓≒≽≧⩾≷",
    "⊏⊐⊳⊲⊵⊴★≬▼▶◀..△▲▽",
    "≖⋚⋛⪋⪌¥⇛⇚✓⊻⊼⩞∠∡∢∝",
    "⌣⌢⋐⋑⋓⋒⋏⋎⋋⋌⫅⫆≏≎⋘⋙",
    "⌜⌝®Ⓢ⋔∔∽⋍⌞⌟✠∁⊺⊚⊛⊝",
  ])

  /// Without its capitals with double strokes.
  static let second = codes([
    "≨≩≰≱≮≯⊀⊁≨≩≰≱⪇⪈⋠⋡",
    "⋨⋩⋦⋧≰≱⪵⪶⪹⪺⪉⪊≁≇⟋⟍",
    "⊊⊋⊈⊉⫋⫌⫋⫌⊊⊋⊈⊉∦∤∤∦",
    "⊬⊮⊭⊯⋭⋬⋪⋫↚↛⇍⇏⇎↮⋇∅",
    "∄...............",
    "................",
    "Ⅎ⅁....℧ð≂ℶℷℸ⋖⋗⋉⋊",
    "∣∥∖∼≈≊⪸⪷↶↷ϝϰ𝕜ℏℏ∍",
  ])

  /// Sixteen codes a row; a full stop stands for a code that is no sign of its own.
  private static func codes(_ rows: [String]) -> [UInt32: Unicode.Scalar] {
    var codes: [UInt32: Unicode.Scalar] = [:]
    for (code, scalar) in rows.joined().unicodeScalars.enumerated() where scalar != "." {
      codes[UInt32(code)] = scalar
    }
    return codes
  }
}
