internal import IR

/// The cells of a table that a sentence speaks of without printing them: `Our deep sorter beats all
/// others` of the row `WeighTwice (deep)`.
///
/// A sentence names a row or a column with all words that tell it apart, those aside that say what is
/// measured; the rows of its paper's own system it names as `our` too. Nothing where more cells are left
/// than a reader takes in.
struct NamedCells {
  /// In the order of the table, never empty.
  let entries: [AddressedTable.Entry]
  /// Of how many words the longest label is that the sentence names; 0 where it speaks of `ours` alone.
  let strength: Int

  /// Whether a cell stands under the average of what a sentence does not tell apart: that sums up the
  /// cells that are too many.
  private static func sumsUp(
    _ entry: AddressedTable.Entry, besides named: [[Set<String>]]
  ) -> Bool {
    entry.labels.indices.contains { slot in
      guard named[slot].isEmpty, let label = entry.labels[slot] else { return false }
      return !summaries.isDisjoint(with: label.words.all) && label.words.all.count <= 2
    }
  }

  private static let summaries: Set<String> = [
    "average", "avg", "overall", "all", "mean", "total", "aggregate",
  ]

  private static let most = 8
  /// Of sentences that name no row.
  private static let mostOfColumns = 4

  /// - Parameters:
  ///   - words: Those of a sentence.
  ///   - hasNumbers: Whether the sentence prints any.
  init?(_ words: Set<String>, hasNumbers: Bool, in table: AddressedTable, own: OwnNames) {
    let isOurs = words.contains("our") || words.contains("proposed")
    let ours = isOurs ? own.names.union(["our"]) : []
    let named = table.names.map { labels in
      labels.filter { label in
        let told = label.subtracting(table.measures)
        let core = told.subtracting(ours)
        return !told.isEmpty && (core.isEmpty ? told : core).isSubset(of: words)
      }.longest
    }
    let measured = table.names.map { labels in
      labels.filter { label in
        label.isSubset(of: table.measures) && label.isSubset(of: words)
      }
    }
    strength = named.joined().map(\.count).max() ?? 0
    let namesRow = named.prefix(table.rowLabels).contains { !$0.isEmpty }
    let (isOnlyOurs, most) = (strength == 0, namesRow ? Self.most : Self.mostOfColumns)
    guard !isOnlyOurs || isOurs else { return nil }
    let all = table.entries.filter { entry in
      let labels = entry.labels.map { $0?.telling ?? [] }
      guard
        labels.indices.allSatisfy({ slot in
          (named[slot].isEmpty || named[slot].contains(labels[slot]))
            && (measured[slot].isEmpty || measured[slot].contains(labels[slot]))
        })
      else { return false }
      return namesRow
        || entry.labels.indices.contains { slot in
          guard let label = entry.labels[slot], isOnlyOurs || !named[slot].isEmpty else {
            return false
          }
          // A plain word as `Nodes` may head a column and stand in any sentence.
          return own.hold(label.text) || !isOnlyOurs && ProperNames.isName(label.text)
        }
    }
    // What prints numbers of its own may speak of another table.
    let isTooMany = all.count > most && !hasNumbers
    entries = isTooMany ? all.filter { Self.sumsUp($0, besides: named) } : all
    guard !entries.isEmpty, entries.count <= (isTooMany ? Self.most : most),
      entries.count < table.entries.count
    else {
      return nil
    }
  }
}
