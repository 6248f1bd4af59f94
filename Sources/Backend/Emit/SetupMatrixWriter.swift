internal import IR

/// The setups that a rubric wants run, in front of the plans of `logic/experiments.md`.
///
/// They stand outside of all blocks: what a rubric asks is no plan of the paper, and no result.
enum SetupMatrixWriter {
  static func write(_ matrices: [SetupMatrix], into file: inout FileWriter) {
    guard !matrices.isEmpty else { return }
    file.blank()
    file.line(
      "The rubric asks for these setups, one in each row. It says what to run, and no result.")
    for matrix in matrices { write(matrix, into: &file) }
  }

  private static func write(_ matrix: SetupMatrix, into file: inout FileWriter) {
    let spans = matrix.setups.first?.levels.flatMap(\.spans) ?? []
    let count = Grounded(
      String(matrix.setups.count), spans, .computed("number of different combinations"))
    let sizes = matrix.sizes.map { size -> Line in
      "\(Grounded(String(size), spans, .computed("number of different values")))"
    }
    file.blank()
    file.line(.joined(["Setups: \(count), of ", .joined(sizes, " × ")], ""))
    file.blank()
    for (index, demand) in matrix.demands.enumerated() {
      let pieces = demand.pieces.map { piece -> Line in
        switch piece {
        case .words(let words): "\(words)"
        case .factor(let factor): "[\(words: letter(factor))]"
        }
      }
      let mark: Line = "- (\(words: letter(index).lowercased())) "
      file.text(.joined(pieces, " "), after: mark, escape: .verbatim)
    }
    file.blank()
    let factors = matrix.sizes.indices.map { factor -> Line in "\(words: letter(factor))" }
    let demands = matrix.demands.indices.map { demand -> Line in
      "(\(words: letter(demand).lowercased()))"
    }
    let rows = matrix.setups.map { setup in
      setup.levels.map { level -> Line in "\(level)" }
        + setup.requirements.map { requirements -> Line in
          "\(words: requirements.map(\.description).joined(separator: ", "))"
        }
    }
    file.table([factors + demands] + rows)
  }

  /// `A` for the first; `AA` follows upon `Z`.
  private static func letter(_ index: Int) -> String {
    let last = String(UnicodeScalar(UInt8(0x41 + index % 26)))
    return index < 26 ? last : letter(index / 26 - 1) + last
  }
}
