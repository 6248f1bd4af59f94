internal import IR

/// What the text tells of a row of a table where it calls it by its name.
struct VariantMentions {
  let view: PaperView
  let atoms: Atoms
  let results: ReportedResults

  /// What is told of a variant under its name, in the paragraphs that speak of its table or in the
  /// section where that stands; best a sentence that tells what came of it.
  func sentence(naming label: String, besides spoken: [Int], in section: Int)
    -> Grounded<String>?
  {
    // The text calls `→Lamp` by its name.
    let variant = label.trimmed(of: "→⇒↳+ ")
    guard Self.isName(variant) else { return nil }
    let places = spoken + atoms.atoms.indices.filter { atoms.atoms[$0].section == section }
    let naming = places.map { atoms.atoms[$0] }.filter {
      results.isUsable($0) && view.text(of: $0.span).hasWhole(variant)
    }
    return
      (naming.first { $0.weight(of: .negative) > 0 || results.reports($0, atLeast: 2) }
      ?? naming.first).map { view.grounded($0.span) }
  }

  /// The first sentence that prints a setting: `N = 6`.
  func sentence(stating setting: String) -> Grounded<String>? {
    let dense = setting.filter { $0 != " " }
    return atoms.atoms.first { atom in
      let text = view.text(of: atom.span)
      return (text.hasWhole(setting) || text.hasWhole(dense)) && results.isUsable(atom)
    }.map { view.grounded($0.span) }
  }

  /// Whether a label is no common word: `w/o-lamp`, `Sorter-2`.
  private static func isName(_ label: String) -> Bool {
    label.utf8.count >= 4
      && label.dropFirst().contains { $0.isUppercase || $0.isNumber || "-/".contains($0) }
  }
}

extension String {
  /// Whether a phrase stands in it that no longer name begins or ends with.
  fileprivate func hasWhole(_ phrase: String) -> Bool {
    func joins(_ byte: UInt8?) -> Bool {
      byte.map { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") } ?? false
    }
    let bytes = Array(utf8)
    var start = 0
    while let found = utf8Range(of: phrase, from: start) {
      let before = found.lowerBound > 0 ? bytes[found.lowerBound - 1] : nil
      let after = found.upperBound < bytes.count ? bytes[found.upperBound] : nil
      if !joins(before), !joins(after) { return true }
      start = found.upperBound
    }
    return false
  }
}
