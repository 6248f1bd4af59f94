/// The fonts whose encodings are TeX's own: their characters have names that no glyph list knows,
/// so that poppler gives the code of the character instead of its meaning.
enum TeXFont {
  /// Letters of formulas (`OML`), as in `CMMI10`.
  case letters
  /// Signs of formulas (`OMS`), as in `CMSY10`.
  case symbols
  /// Signs that grow (`OMX`), as in `CMEX10`: they hang from the baseline.
  case tall
  /// Letters with double strokes.
  case doubleStruck
  case fraktur
  case script
  /// The first of the American Mathematical Society's fonts of signs.
  case amsSymbols
  /// The second, which has letters with double strokes too.
  case amsLetters

  /// `base` is the font's name in lower case, without its subset prefix.
  init?(_ base: String) {
    guard let row = Self.rows.first(where: { base.hasPrefix($0.prefix) }) else { return nil }
    self = row.kind
  }

  private static let rows: [(prefix: String, kind: TeXFont)] = [
    ("cmmi", .letters), ("lmmathitalic", .letters), ("txmi", .letters), ("pxmi", .letters),
    ("newtxmi", .letters), ("ntxmi", .letters), ("xchartermathmi", .letters), ("rmtmi", .letters),
    ("mtmi", .letters), ("zptmcm7m", .letters),
    ("cmsy", .symbols), ("cmbsy", .symbols), ("lmmathsymbols", .symbols), ("txsys", .symbols),
    ("pxsys", .symbols), ("ntxsy", .symbols), ("mtsy", .symbols), ("zptmcm7y", .symbols),
    ("cmex", .tall), ("lmmathextension", .tall), ("txex", .tall),
    ("pxex", .tall), ("ntxex", .tall), ("mtex", .tall),
    ("zptmcm7v", .tall),
    ("msbm", .amsLetters), ("bbm", .doubleStruck), ("dsrom", .doubleStruck),
    ("txsyb", .amsLetters), ("pxsyb", .amsLetters),
    ("eufm", .fraktur), ("eufb", .fraktur), ("rsfs", .script), ("eusm", .script),
    ("msam", .amsSymbols), ("txsya", .amsSymbols), ("pxsya", .amsSymbols),
  ]

  /// What the character with this code looks like; nil where poppler knows it.
  ///
  /// Codes that have a name in the glyph list come as that name's character: what is left in ASCII
  /// is a code, but for the letters of alphabets and the signs that stand where ASCII has them.
  func seen(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    // Codes that are white space cannot be told from the spaces between words.
    if scalar.properties.isWhitespace { return nil }
    return switch self {
    case .letters: Self.letterCodes[scalar.value]
    case .symbols: Self.symbolCodes[scalar.value] ?? Self.styled(scalar, .script)
    case .tall: Self.tallCodes[scalar.value]
    case .doubleStruck: Self.styled(scalar, .doubleStruck)
    case .fraktur: Self.styled(scalar, .fraktur)
    case .script: Self.styled(scalar, .script)
    case .amsSymbols: TeXSigns.first[scalar.value]
    case .amsLetters: TeXSigns.second[scalar.value] ?? Self.styled(scalar, .doubleStruck)
    }
  }

  /// A capital of one of Unicode's mathematical alphabets, whose holes are older characters.
  private static func styled(_ scalar: Unicode.Scalar, _ style: TeXFont) -> Unicode.Scalar? {
    guard scalar.value >= 0x41, scalar.value <= 0x5A else {
      return scalar == "1" && style == .doubleStruck ? "\u{1D7D9}" : nil
    }
    let (start, holes): (UInt32, [Unicode.Scalar: Unicode.Scalar]) =
      switch style {
      case .doubleStruck: (0x1D538, doubleStruckHoles)
      case .fraktur: (0x1D504, frakturHoles)
      default: (0x1D49C, scriptHoles)
      }
    return holes[scalar] ?? Unicode.Scalar(start + scalar.value - 0x41)
  }

  private static let doubleStruckHoles: [Unicode.Scalar: Unicode.Scalar] = [
    "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ",
  ]
  private static let frakturHoles: [Unicode.Scalar: Unicode.Scalar] = [
    "C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ",
  ]
  private static let scriptHoles: [Unicode.Scalar: Unicode.Scalar] = [
    "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ",
  ]

  /// Codes of `OML` whose names the glyph list lacks.
  private static let letterCodes: [UInt32: Unicode.Scalar] = [
    0x0B: "α", 0x0C: "β", 0x0D: "γ", 0x0E: "δ", 0x0F: "ϵ", 0x10: "ζ", 0x11: "η", 0x12: "θ",
    0x13: "ι", 0x14: "κ", 0x15: "λ", 0x16: "μ", 0x17: "ν", 0x18: "ξ", 0x19: "π", 0x1A: "ρ",
    0x1B: "σ", 0x1C: "τ", 0x1D: "υ", 0x1E: "ϕ", 0x1F: "χ", 0x60: "ℓ", 0x7E: "\u{20D7}",
  ]

  /// Codes of `OMS` whose names the glyph list lacks.
  private static let symbolCodes: [UInt32: Unicode.Scalar] = [
    0x0F: "∙", 0x10: "≍", 0x1C: "≪", 0x1D: "≫", 0x1E: "≺", 0x1F: "≻",
    0x2C: "↼", 0x2D: "⇀", 0x30: "′", 0x31: "∞", 0x32: "∈", 0x33: "∋", 0x34: "△", 0x35: "▽",
    0x36: "\u{338}", 0x37: "↦", 0x38: "∀", 0x39: "∃", 0x3A: "¬", 0x3B: "∅", 0x3C: "ℜ", 0x3D: "ℑ",
    0x3E: "⊤", 0x3F: "⊥", 0x40: "ℵ", 0x5E: "∧", 0x5F: "∨", 0x60: "⊢", 0x61: "⊣", 0x62: "⌊",
    0x63: "⌋", 0x64: "⌈", 0x65: "⌉", 0x68: "⟨", 0x69: "⟩", 0x6B: "∥", 0x6C: "↕", 0x6D: "⇕",
    0x6F: "≀", 0x70: "√", 0x71: "⨿", 0x72: "∇", 0x73: "∫", 0x74: "⊔", 0x75: "⊓", 0x76: "⊑",
    0x77: "⊒",
  ]

  /// The codes of `OMX` in order from 0.
  private static let tallCodes: [UInt32: Unicode.Scalar] = {
    let rows = [
      "()[]⌊⌋⌈⌉{}⟨⟩|∥/\\", "()()[]⌊⌋⌈⌉{}⟨⟩/\\",
      "()[]⌊⌋⌈⌉{}⟨⟩/\\/\\", "⎛⎞⎡⎤⎣⎦⎢⎥⎧⎫⎩⎭⎨⎬⎪⏐",
      "⎝⎠⎜⎟⟨⟩⨆⨆∮∮⨀⨀⨁⨁⨂⨂", "∑∏∫⋃⋂⨄⋀⋁∑∏∫⋃⋂⨄⋀⋁", "∐∐ˆˆˆ˜˜˜[]⌊⌋⌈⌉{}", "√√√√√⏐√∥↑↓︷︷︸︸⇑⇓",
    ]
    // `txexs` adds small ones.
    var codes: [UInt32: Unicode.Scalar] = [0xCD: "∑", 0xCE: "∏", 0xCF: "∐"]
    for (row, characters) in rows.enumerated() {
      for (column, scalar) in characters.unicodeScalars.enumerated() {
        codes[UInt32(row * 16 + column)] = scalar
      }
    }
    return codes
  }()
}
