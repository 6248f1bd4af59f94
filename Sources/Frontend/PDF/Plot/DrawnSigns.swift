internal import IR

/// Minus signs that are shapes. Drawing programs embed fonts of 256 characters, and paint the sign,
/// which is none of them, as a filled bar before the digits. A number read without it has the wrong
/// sign, a power the wrong size.
struct DrawnSigns {
  /// By their middles, top to bottom.
  private let bars: [Box]
  /// Lines that are too long for a character: a short bar that ends at one is a tick.
  private let edges: [Box]

  init(_ marks: [Mark]) {
    bars = marks.filter(Self.mayBeSign).map(\.box).sorted { $0.midY < $1.midY }
    edges =
      bars.isEmpty ? [] : marks.filter { $0.shape == .vertical && $0.box.height > 20 }.map(\.box)
  }

  private static func mayBeSign(_ mark: Mark) -> Bool {
    mark.kind == .fill && mark.shape != .other && mark.shape != .vertical && !mark.isWhite
      && mark.box.width > 1 && mark.box.width < 16 && mark.box.height < 0.3 * mark.box.width
  }

  /// The label with the signs that are drawn before its digits or between them. A bar on the label
  /// that can be no sign of it leaves a text that is no number.
  func signed(_ label: PlotLabel) -> PlotLabel {
    let text = label.text
    guard !bars.isEmpty, !label.isSideways, let first = text.first,
      first.isASCIIDigit || first == "."
    else { return label }
    let (box, size) = (label.box, label.size)
    var index = bars.partitioningIndex { $0.midY >= box.y0 + 0.1 * box.height }
    var signed = label
    while index < bars.count, bars[index].midY <= box.y1 - 0.1 * box.height {
      let bar = bars[index]
      index += 1
      guard bar.width > 0.15 * size, bar.width < 0.95 * size else { continue }
      if abs(box.x0 - bar.x1 - 0.075 * size) < 0.225 * size, !isTick(bar) {
        signed = PlotLabel(signed, text: "−" + signed.text, box: signed.box.union(bar))
      } else if bar.x0 > box.x0, bar.x1 < box.x1 {
        signed = PlotLabel(signed, text: raised(signed.text, bar, label), box: signed.box)
      }
    }
    return signed
  }

  /// `10^{4}` or `1e 4` with the sign of its exponent.
  private func raised(_ text: String, _ bar: Box, _ label: PlotLabel) -> String {
    let exponent = text.dropFirst(2).filter { !"^{} ".contains($0) }
    guard !exponent.isEmpty, exponent.allSatisfy(\.isASCIIDigit),
      bar.midX > label.box.x0 + 0.4 * label.box.width
    else { return text + "\u{FFFD}" }
    if text.hasPrefix("1e") { return "1e−\(exponent)" }
    return text.hasPrefix("10") && bar.midY < label.box.midY
      ? "10^{−\(exponent)}" : text + "\u{FFFD}"
  }

  private func isTick(_ bar: Box) -> Bool {
    edges.contains { edge in
      edge.y0 < bar.midY && bar.midY < edge.y1
        && (abs(edge.midX - bar.x0) < 0.8 || abs(edge.midX - bar.x1) < 0.8)
    }
  }
}
