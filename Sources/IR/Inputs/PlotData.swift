/// What was read back from the paths of a plot.
package struct PlotData: Hashable, Codable, Sendable {
  /// The panels whose scales are known, top to bottom and left to right.
  package var panels: [PlotPanel] = []
  /// Why something was not read; nil if all panels were.
  package var obstacle: PlotObstacle? = nil

  package init(panels: [PlotPanel] = [], obstacle: PlotObstacle? = nil) {
    self.panels = panels
    self.obstacle = obstacle
  }
}

/// Why a plot gives no data.
package enum PlotObstacle: String, Codable, Sendable {
  /// No frame or pair of axes with labels that form a scale.
  case noScale
  /// Axes were read, but nothing in them is a line, a marker or a bar for sure.
  case noSeries
  /// Two scales share a frame, and what belongs to which cannot be told.
  case sharedFrame
  /// More paths or labels than a reader could tell apart.
  case crowded
}

/// One pair of axes with what is drawn between them.
package struct PlotPanel: Hashable, Codable, Sendable {
  /// The frame, in points of the page.
  package var box: Box
  /// What is printed above the frame.
  package var title: Grounded<String>? = nil
  package var x: PlotAxis
  package var y: PlotAxis
  /// The axis on the right, where it has a scale of its own.
  package var secondY: PlotAxis? = nil
  package var series: [PlotSeries] = []
  package var obstacle: PlotObstacle? = nil

  package init(box: Box, x: PlotAxis, y: PlotAxis) {
    self.box = box
    self.x = x
    self.y = y
  }
}

package struct PlotAxis: Hashable, Codable, Sendable {
  package enum Scale: String, Codable, Sendable { case linear, log, category }

  package var scale: Scale
  /// As printed along the axis.
  package var title: Grounded<String>? = nil
  /// The values at the ends of the frame, left to right or bottom to top; nil on a category axis.
  package var ends: [Double]? = nil
  /// Decimals that the drawing resolves, negative for tens; significant digits on a log scale.
  package var digits: Int
  /// The first and the last tick label: values were measured between them.
  package var ticks: [SourceSpan] = []
  /// Of a category axis: its labels; a value is an index of this list.
  package var categories: [Grounded<String>] = []

  package init(scale: Scale, digits: Int) {
    self.scale = scale
    self.digits = digits
  }

  /// A value of this axis as far as the drawing resolves it: `0.843`, `1200`.
  package func text(of value: Double) -> String {
    scale == .log
      ? RoundedNumber.text(value, significant: digits)
      : RoundedNumber.text(value, decimals: scale == .category ? 0 : digits)
  }
}

/// The values of one line, one kind of marker or one kind of bar.
package struct PlotSeries: Hashable, Codable, Sendable {
  package enum Kind: String, Codable, Sendable { case line, points, bars }

  /// What tells apart lines that the legend gives one name.
  package enum Variant: Hashable, Codable, Sendable {
    /// Thinner, or thicker, than the line in the legend.
    case thin, thick
    /// One of several that look alike, in painting order, from 1.
    case run(Int)
  }

  package var kind: Kind
  /// As the legend has it.
  package var name: Grounded<String>? = nil
  package var variant: Variant? = nil
  /// `0xRRGGBB`.
  package var color: UInt32
  package var isOnSecondAxis = false
  /// Points that were read; of many, an even choice is kept.
  package var count: Int
  package var x: [Double]
  package var y: [Double]
  /// The ends of error bars or of the band around each value; empty without them.
  package var low: [Double] = []
  package var high: [Double] = []
  /// Of bars that lie on their side, `low` and `high` belong to `x`.
  package var isSideways = false

  package init(kind: Kind, color: UInt32, x: [Double], y: [Double]) {
    self.kind = kind
    self.color = color
    self.x = x
    self.y = y
    count = x.count
  }
}
