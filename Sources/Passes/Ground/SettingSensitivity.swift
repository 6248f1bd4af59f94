internal import IR

/// How much the authors say that results depend on a parameter.
enum SettingSensitivity {
  /// What the paper's sentences say, by the names of rows; the first that speaks of a row counts.
  static func stated(in atoms: Atoms, _ view: PaperView) -> [String: Grounded<Sensitivity>] {
    var found: [String: Grounded<Sensitivity>] = [:]
    for atom in atoms.atoms {
      let text = view.text(of: atom.span)
      guard text.has("ensitiv") || text.has("obust to"),
        SectionRole(of: atom.section, in: view) != .related
      else { continue }
      let words = SettingWords(text)
      guard let degree = degree(words) else { continue }
      for end in words.words.indices {
        // Names that are counted or are symbols stand in too many other sentences.
        guard let mention = ParameterNames.shared.name(endingAt: end, in: words),
          degree.reach.contains(mention.words.lowerBound), found[mention.row.name] == nil
        else { continue }
        found[mention.row.name] = Grounded(
          degree.value, [atom.span], .computed("what the sentence says of its sensitivity"))
      }
    }
    return found
  }

  private static let distance = 9

  /// The degree, and the words that it may be said of: those right behind.
  private static func degree(_ words: SettingWords) -> (value: Sensitivity, reach: Range<Int>)? {
    for index in words.words.indices {
      let reach = (index + 1)..<(index + 1 + distance)
      switch words.lower(index) {
      case "insensitive":
        return (.low, reach)
      case "robust" where words.lower(index + 1) == "to":
        return (.low, reach)
      case "sensitive", "sensitivity":
        guard words.lower(index + 1) == "to" else { continue }
        if words.has(["not", "less", "low", "little", "without", "no"], before: index, within: 3) {
          return (.low, reach)
        }
        let isSlight = words.has(["slightly", "somewhat", "moderately"], before: index, within: 2)
        return (isSlight ? .medium : .high, reach)
      default: continue
      }
    }
    return nil
  }
}
