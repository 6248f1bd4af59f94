/// One page of a `PDFFixture` as content operators. Coordinates are points from the lower left.
package struct PDFSheet: Sendable {
  package enum Face: String, Sendable, CaseIterable {
    case roman = "Times-Roman"
    case bold = "Times-Bold"
  }

  package static let width = 612.0
  package static let height = 792.0

  package private(set) var operators = ""
  /// Entries of the page's dictionary in the place of its media box.
  package let attributes: String

  package init() { self.init(operators: "") }

  /// A page that does what these content operators say.
  package init(operators: String, attributes: String = "") {
    self.operators = operators
    let box = attributes.contains("/MediaBox") ? "" : "/MediaBox[0 0 \(Self.width) \(Self.height)]"
    self.attributes = box + attributes
  }

  /// Characters of any script, half as wide as they are high, from the left as given: words that are
  /// read from the right are given from their ends. The fixture has a font for them.
  package mutating func characters(_ text: String, x: Double, y: Double, size: Double = 10) {
    let codes = text.utf16.map { code in
      let digits = String(code, radix: 16)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }
    operators += "BT /\(Self.anyScript) \(size) Tf \(x) \(y) Td <\(codes.joined())> Tj ET\n"
  }

  /// The name of the font of `characters`.
  static let anyScript = "FU"

  /// One line of ASCII text and the ligatures `ﬁ` and `ﬂ` with its baseline at `y`.
  package mutating func text(
    _ line: String, x: Double, y: Double, size: Double = 10, face: Face = .roman
  ) {
    let font = "F\(Face.allCases.firstIndex(of: face) ?? 0)"
    operators += "BT /\(font) \(size) Tf \(x) \(y) Td (\(Self.escaped(line))) Tj ET\n"
  }

  /// A line that is read upwards, with its baseline at `x` and its begin at `y`.
  package mutating func sideways(_ line: String, x: Double, y: Double, size: Double = 10) {
    operators += "BT /F0 \(size) Tf 0 1 -1 0 \(x) \(y) Tm (\(Self.escaped(line))) Tj ET\n"
  }

  /// A horizontal rule.
  package mutating func rule(x: Double, y: Double, width: Double, thickness: Double = 0.8) {
    operators += "\(thickness) w \(x) \(y) m \(x + width) \(y) l S\n"
  }

  /// A vertical rule from `y` upwards.
  package mutating func vertical(x: Double, y: Double, height: Double, thickness: Double = 0.4) {
    operators += "\(thickness) w \(x) \(y) m \(x) \(y + height) l S\n"
  }

  /// A picture of two by two grey pixels, stretched over a box.
  package mutating func picture(x: Double, y: Double, width: Double, height: Double) {
    operators += "q \(width) 0 0 \(height) \(x) \(y) cm\n"
    operators += "BI /W 2 /H 2 /CS /G /BPC 8 /F /AHx ID 00804Cff> EI Q\n"
  }

  /// A white ground, as drawings have it.
  package mutating func ground(x: Double, y: Double, width: Double, height: Double) {
    operators += "1 g \(x) \(y) \(width) \(height) re f 0 g\n"
  }

  private static func escaped(_ line: String) -> String {
    line.reduce(into: "") { text, character in
      switch character {
      case "(", ")", "\\": text += "\\\(character)"
      case "\u{FB01}": text += "\\001"
      case "\u{FB02}": text += "\\002"
      default: text.append(character)
      }
    }
  }
}
