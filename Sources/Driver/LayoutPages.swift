internal import Backend
internal import FoundationEssentials
internal import Frontend
internal import IR

/// The files of `arac text --layout-debug`: a picture of each page, and `index.json`.
enum LayoutPages {
  static let indexName = "index.json"

  static func isOwn(_ name: String) -> Bool {
    name == indexName || (name.hasPrefix("page") && name.hasSuffix(".png"))
  }

  static func tree(_ drawings: [PageDrawing]) -> ArtifactTree {
    var tree = ArtifactTree()
    var lines: [String] = []
    for drawing in drawings {
      guard let data = Data(base64Encoded: drawing.picture.base64) else { continue }
      let digits = String(drawing.page)
      let name = "page" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ".png"
      tree[name] = Array(data)
      lines.append(
        "  {\"page\": \(drawing.page), \"file\": \"\(name)\", \"width\": \(drawing.picture.width), \"height\": \(drawing.picture.height)}"
      )
    }
    tree[indexName] = Array("[\n\(lines.joined(separator: ",\n"))\n]\n".utf8)
    return tree
  }
}
