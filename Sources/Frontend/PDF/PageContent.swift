internal import IR

/// A character with its box and style; compact, as a long document has millions.
struct Glyph {
  let scalar: Unicode.Scalar
  private let fontIndex: Int32
  private let edges: (Float, Float, Float, Float)
  /// No number where it is not known: an optional would cost a ninth of the memory.
  private let standing: Float

  init(scalar: Unicode.Scalar, box: Box, font: Int, baseline: Float? = nil) {
    self.scalar = scalar
    standing = baseline ?? .nan
    fontIndex = Int32(font)
    edges = (Float(box.x0), Float(box.y0), Float(box.x1), Float(box.y1))
  }

  var box: Box { Box(Double(edges.0), Double(edges.1), Double(edges.2), Double(edges.3)) }

  /// Where it stands, as the page draws it; nil where that is not known. The box tells little of
  /// it: its height is the font's, and poppler gives scripts one above the other one height.
  var baseline: Float? { standing.isNaN ? nil : standing }

  var bottom: Double { Double(edges.3) }
  func replaced(by scalar: Unicode.Scalar) -> Glyph {
    Glyph(scalar: scalar, box: box, font: font, baseline: baseline)
  }

  /// Index in `PageContent.fonts`.
  var font: Int { Int(fontIndex) }
}

extension Glyph {
  /// The baseline in points, guessed from the box where it is not known: boxes follow the font's
  /// descent, which is about a fifth of its size.
  func base(_ fonts: [Font]) -> Double {
    baseline.map { Double($0) } ?? box.y1 - 0.2 * fonts[font].size
  }
}

struct Font: Hashable {
  let name: String
  /// In points.
  let size: Double
  /// `0xRRGGBB`.
  let color: UInt32
  /// What the name tells; worked out once per font.
  let style: FontStyle
  /// The name without the design size that TeX fonts carry: `SFBX1440` and `SFBX1200` are one.
  let family: String

  init(name: String, size: Double, color: UInt32) {
    self.name = name
    self.size = size
    self.color = color
    style = FontStyle(name)
    var base = name.split(separator: "+").last ?? ""
    while base.last?.isASCIIDigit == true { base.removeLast() }
    family = String(base)
  }
}

/// The fonts of a document: most stand on every page, and what a name tells is looked for once.
final class FontTable {
  /// A font before its name was looked at.
  struct Key: Hashable {
    let name: String
    let size: Double
    let color: UInt32
  }

  private var fonts: [Key: Font] = [:]
  /// The sizes of fonts without names, by what poppler takes for their sizes.
  var measured: [Double: Double] = [:]

  subscript(key: Key) -> Font {
    if let known = fonts[key] { return known }
    let font = Font(name: key.name, size: key.size, color: key.color)
    fonts[key] = font
    return font
  }
}

/// A path, image or clip of a page.
struct Mark {
  enum Kind { case stroke, fill, image, clip }
  enum Shape { case other, horizontal, vertical, rectangle }

  let kind: Kind
  let shape: Shape
  let box: Box
  let clip: Box
  let points: Int
  let color: UInt32
  /// Of a stroke, in points.
  var lineWidth: Float = 0
  /// Tells dash patterns apart; 0 is solid.
  var dash: UInt16 = 0
  /// 255 is opaque.
  var alpha: UInt8 = 255
  /// The corners in `PageContent.corners`; empty if the box tells the shape.
  var corners: Range<Int32> = 0..<0
}

/// A link area with its target inside the document or a URI.
struct LinkArea {
  enum Target {
    /// `x` is 0 where the target names a height only.
    case place(name: String?, page: Int, x: Double, y: Double)
    case uri(String)
  }

  let box: Box
  let target: Target
}

/// What one pass over a page's content gives.
struct PageContent {
  let width: Double
  let height: Double
  var glyphs: [Glyph] = []
  var fonts: [Font] = []
  var marks: [Mark] = []
  /// Of the paths whose boxes do not tell their shape; in points from the top left.
  var corners: [SIMD2<Float>] = []
  var links: [LinkArea] = []
  /// Marks beyond the limit.
  var droppedMarks = 0
  /// Characters whose text is not known.
  var unreadGlyphs = 0
  /// Characters that a clip takes away.
  var clipped: [Glyph] = []
  /// Words that nobody sees on the page.
  var hidden: [Word] = []
  /// What stands on coloured boxes in the margins.
  var notes: [MarginNote] = []
  /// Characters of text that is not drawn but lies over a picture of it.
  var recognised = 0
  /// About how many tiny characters poppler did not read because there are too many.
  var crowdedOut = 0
  /// False if drawing could not be observed on this system.
  var hasMarks = true
}

extension PageContent {
  /// Whether characters without text are missing between those that have one, so that what is left
  /// makes no words.
  var isGibberish: Bool {
    guard unreadGlyphs > 0 else { return false }
    var (count, inWords, letters) = (0, 0, 0)
    for glyph in glyphs {
      letters = glyph.scalar.isLetter ? letters + 1 : 0
      if !glyph.scalar.isBlank { count += 1 }
      if letters > 2 { inWords += 1 }
    }
    return 5 * inWords <= count
  }
}

// Files may place and size things as they like. What is far off any page is dropped where pages are
// read: later stages turn coordinates into integers.

extension Box {
  /// Whether it is near enough to a page to be looked at; no edge is infinite or no number.
  var isPlausible: Bool {
    abs(x0) <= 100_000 && abs(y0) <= 100_000 && abs(x1) <= 100_000 && abs(y1) <= 100_000
  }
}

extension Font {
  var hasPlausibleSize: Bool { size >= 0 && size <= 10_000 }
}
