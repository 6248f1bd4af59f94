internal import FoundationEssentials
internal import IR

/// The pictures of display equations, which stand beside the text that has them.
struct EquationPictures {
  /// Of each block with a picture, by its span: `equation3`, `equation_p4_1`.
  private var stems: [SourceSpan: String] = [:]

  static let folder = "evidence/text"

  init(_ paper: Paper) {
    var used: Set<String> = []
    var counts: [Int: Int] = [:]
    for block in paper.blocks where block.picture != nil {
      guard let page = block.area?.page else { continue }
      counts[page, default: 0] += 1
      let number = (block.label ?? "").map { $0 == "." ? "_" : $0 }
        .filter { $0.isASCIIAlphanumeric || $0 == "_" }
      var stem = "equation" + String(number)
      if number.isEmpty || !used.insert(stem.lowercased()).inserted {
        stem = "equation_p\(page)_\(counts[page] ?? 0)"
        used.insert(stem)
      }
      stems[block.span] = stem
    }
  }

  /// The file name of a block's picture.
  func name(of span: SourceSpan?) -> String? { span.flatMap { stems[$0] }.map { $0 + ".png" } }

  func add(_ paper: Paper, to artifact: inout ArtifactWriter) {
    for block in paper.blocks {
      guard let name = name(of: block.span), let picture = block.picture,
        let data = Data(base64Encoded: picture.base64)
      else { continue }
      artifact.add(bytes: Array(data), at: "\(Self.folder)/\(name)")
    }
  }
}

extension Character {
  fileprivate var isASCIIAlphanumeric: Bool { isASCII && (isLetter || isNumber) }
}
