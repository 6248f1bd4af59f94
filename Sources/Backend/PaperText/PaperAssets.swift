internal import FoundationEssentials
package import IR

/// The files of `arac text --assets`: a picture of each numbered table and figure, each grid as
/// CSV, and `index.json`, which names them.
package struct PaperAssets {
  /// Targets of links to the files of one exhibit.
  package struct Files: Sendable {
    package fileprivate(set) var picture: String? = nil
    package fileprivate(set) var tables: [String] = []
  }

  package private(set) var tree = ArtifactTree()
  private let folder: String
  private var links: [ExhibitLabel: Files] = [:]
  private var entries: [Entry] = []

  /// The name of the file that tells a folder of such files from others.
  package static let indexName = "index.json"

  private struct Entry: Encodable {
    let label: String
    let page: Int
    /// Left, top, right and bottom in points from the page's top left corner.
    let box: [Double]
    let caption: String
    let picture: String?
    let tables: [String]
  }

  /// `folder` is the path from the text to the files.
  package init(_ paper: Paper, _ sources: SourceMap, folder: String) {
    self.folder = folder
    for exhibit in paper.tables + paper.figures { add(exhibit, sources) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    if let index = try? encoder.encode(entries) { tree[Self.indexName] = Array(index) + [0x0A] }
  }

  package func files(of label: ExhibitLabel) -> Files? { links[label] }

  /// Whether a name is one that these files have.
  package static func isOwn(_ name: String) -> Bool {
    name == indexName
      || (["table", "figure"].contains { name.hasPrefix($0) }
        && [".png", ".csv"].contains { name.hasSuffix($0) })
  }

  private mutating func add(_ exhibit: Exhibit, _ sources: SourceMap) {
    guard links[exhibit.label] == nil else { return }
    let stem = stem(of: exhibit.label)
    var files = Files()
    var names: (picture: String?, tables: [String]) = (nil, [])
    if let picture = exhibit.picture, let data = Data(base64Encoded: picture.base64) {
      let name = stem + ".png"
      tree[name] = Array(data)
      names.picture = name
      files.picture = link(name)
    }
    for (index, grid) in exhibit.grids.enumerated() {
      let name = stem + (index == 0 ? "" : "-\(index + 1)") + ".csv"
      tree[name] = Array(Self.csv(grid, sources).utf8)
      names.tables.append(name)
      files.tables.append(link(name))
    }
    links[exhibit.label] = files
    let box = exhibit.box.rounded
    entries.append(
      Entry(
        label: exhibit.label.description, page: exhibit.page,
        box: [box.x0, box.y0, box.x1, box.y1], caption: sources.text(of: exhibit.caption),
        picture: names.picture, tables: names.tables))
  }

  /// `table3`, `figureA.2`: `A.2` and `A2` may both stand in a paper.
  private func stem(of label: ExhibitLabel) -> String {
    let number = label.number.filter { $0.isASCII && ($0.isAlphanumeric || $0 == ".") }
    let base = label.kind.rawValue + number.prefix(40)
    var stem = base
    var count = 1
    while tree[stem + ".png"] != nil || tree[stem + ".csv"] != nil {
      count += 1
      stem = "\(base)_\(count)"
    }
    return stem
  }

  private func link(_ name: String) -> String {
    let path = folder.isEmpty ? name : folder + "/" + name
    let kept = Set("/.-_~".utf8)
    return path.utf8.map { byte in
      let isPlain = kept.contains(byte) || UnicodeScalar(byte).isASCIIAlphanumeric
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + digits
    }.joined()
  }

  /// RFC 4180, with line feeds.
  private static func csv(_ grid: Grid, _ sources: SourceMap) -> String {
    grid.rows.map { row in
      row.map { cell -> String in
        let text = cell.span.map { Escape.oneLine(sources.text(of: $0)) } ?? ""
        let needsQuotes = text.contains { "\",".contains($0) }
        return needsQuotes ? "\"\(text.swapping("\"", for: "\"\""))\"" : text
      }.joined(separator: ",") + "\n"
    }.joined()
  }
}

extension UnicodeScalar {
  fileprivate var isASCIIAlphanumeric: Bool {
    isASCII && (properties.isAlphabetic || properties.numericType != nil)
  }
}
