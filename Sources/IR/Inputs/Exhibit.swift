package enum ExhibitKind: String, Codable, Sendable, Comparable {
  case table, figure

  package static func < (a: ExhibitKind, b: ExhibitKind) -> Bool { a == .table && b == .figure }
}

/// The printed name of a table or figure: `Table 3`, `Figure A.2`.
package struct ExhibitLabel: Hashable, Codable, Sendable, CustomStringConvertible {
  package let kind: ExhibitKind
  /// As printed: `3`, `A.2`, `S1`, `IV`.
  package let number: String

  package init(kind: ExhibitKind, number: String) {
    self.kind = kind
    self.number = number
  }

  package var description: String { (kind == .table ? "Table " : "Figure ") + number }

  /// The number as file names and comparisons have it: `A.2` and `A2` are one.
  package var compactNumber: String {
    number.filter { $0.isAlphanumeric || ($0 == "." && number.first?.isNumber == true) }
  }
}

extension ExhibitLabel: Comparable {
  /// Tables first; `2` before `10`, `V` before `IX`, and all before `A.1`.
  package static func < (a: ExhibitLabel, b: ExhibitLabel) -> Bool {
    guard a.kind == b.kind else { return a.kind < b.kind }
    return a.order.lexicographicallyPrecedes(b.order) { $0 < $1 }
  }

  /// Letters and numbers of the compact number, letters above all numbers.
  private var order: [Int] {
    if let value = RomanNumeral.value(of: number) { return [value] }
    var order: [Int] = []
    var wasDigit = false
    for scalar in number.unicodeScalars {
      if let digit = scalar.isASCIIDigit ? Int(scalar.value) - 48 : nil {
        if wasDigit, let last = order.last, last < 1_000_000 {
          order[order.count - 1] = last * 10 + digit
        } else {
          order.append(digit)
        }
        wasDigit = true
      } else {
        if scalar != "." { order.append(10_000_000 + Int(scalar.value)) }
        wasDigit = false
      }
    }
    return order
  }
}

/// A numbered table or figure.
package struct Exhibit: Hashable, Codable, Sendable {
  /// As printed; `1R2` is the second exhibit of a paper that prints the number 1.
  package var label: ExhibitLabel
  package let caption: SourceSpan
  package let page: Int
  /// The object with its caption left out.
  package var box: Box
  package var section: Int
  /// Of a table: one grid per sub-table. Of a figure: tables that it contains.
  package var grids: [Grid] = []
  /// Text inside the object that is no cell: axis labels, node names.
  package var labels: [SourceSpan] = []
  /// Of a figure; empty if its panels have no captions of their own.
  package var panels: [Panel] = []
  package var contents: FigureContents? = nil
  /// Of a plot; nil if its shapes do not tell.
  package var plotKind: PlotKind? = nil
  /// Of a plot; nil for a picture of one.
  package var plot: PlotData? = nil
  package var picture: Picture? = nil
  package var confidence: Confidence = .high

  package init(
    label: ExhibitLabel, caption: SourceSpan, page: Int, box: Box, section: Int,
    grids: [Grid] = [], labels: [SourceSpan] = [], contents: FigureContents? = nil,
    picture: Picture? = nil, confidence: Confidence = .high
  ) {
    self.label = label
    self.caption = caption
    self.page = page
    self.box = box
    self.section = section
    self.grids = grids
    self.labels = labels
    self.contents = contents
    self.picture = picture
    self.confidence = confidence
  }
}

package enum Confidence: String, Codable, Sendable { case high, medium, low }

/// What a figure is made of, as far as its drawing operators tell.
package enum FigureContents: String, Codable, Sendable {
  case plot, diagram, raster, mixed
  /// Words in lines: samples, listings.
  case text
}

/// What a plot draws its values with (`spec/ara-format.md`, section 3).
package enum PlotKind: String, Codable, Sendable {
  case line, bar, scatter, box, histogram, heatmap
}

/// A part of a figure with a caption of its own.
package struct Panel: Hashable, Codable, Sendable {
  /// As printed, without parentheses: `a`.
  package let mark: String
  /// Without the mark.
  package let caption: SourceSpan

  package init(mark: String, caption: SourceSpan) {
    self.mark = mark
    self.caption = caption
  }
}

/// A table's cells in rows; spanning cells are repeated over the columns that they span.
package struct Grid: Hashable, Codable, Sendable {
  package var rows: [[Cell]]
  package var headerRows: Int
  package var headerColumns: Int
  package var title: SourceSpan? = nil

  package init(rows: [[Cell]], headerRows: Int, headerColumns: Int, title: SourceSpan? = nil) {
    self.rows = rows
    self.headerRows = headerRows
    self.headerColumns = headerColumns
    self.title = title
  }
}

package struct Cell: Hashable, Codable, Sendable {
  /// Nil for an empty cell.
  package var span: SourceSpan? = nil
  /// The part of the text that is set in bold; nil if none is.
  package var bold: SourceSpan? = nil
  /// The part with a line drawn under it.
  package var underlined: SourceSpan? = nil
  package var italic: SourceSpan? = nil

  package init(span: SourceSpan? = nil) { self.span = span }
}

/// A PNG.
package struct Picture: Hashable, Codable, Sendable {
  package let width: Int
  package let height: Int
  /// Base64, as it stands in IR files.
  package let base64: String

  package init(width: Int, height: Int, base64: String) {
    self.width = width
    self.height = height
    self.base64 = base64
  }
}
