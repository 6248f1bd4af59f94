// Boxes and places have short forms in IR files: a paper has thousands of them.

extension Box: Codable {
  @usableFromInline package init(from decoder: any Decoder) throws {
    var values = try decoder.unkeyedContainer()
    self.init(
      try values.decode(Double.self), try values.decode(Double.self),
      try values.decode(Double.self), try values.decode(Double.self))
  }

  @usableFromInline package func encode(to encoder: any Encoder) throws {
    var values = encoder.unkeyedContainer()
    for value in [x0, y0, x1, y1] { try values.encode(value) }
  }
}

extension Place: Codable {
  private enum CodingKeys: String, CodingKey {
    case page, box, path, line, run, message, node
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    if let page = try values.decodeIfPresent(Int.self, forKey: .page) {
      self = .page(page, try values.decode(Box.self, forKey: .box))
    } else if let path = try values.decodeIfPresent(String.self, forKey: .path) {
      self = .lines(path: path, firstLine: try values.decode(Int.self, forKey: .line))
    } else if let run = try values.decodeIfPresent(String.self, forKey: .run) {
      self = .message(run: run, ordinal: try values.decode(Int.self, forKey: .message))
    } else {
      self = .node(try values.decode(String.self, forKey: .node))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .page(let page, let box):
      try values.encode(page, forKey: .page)
      try values.encode(box, forKey: .box)
    case .lines(let path, let line):
      try values.encode(path, forKey: .path)
      try values.encode(line, forKey: .line)
    case .message(let run, let ordinal):
      try values.encode(run, forKey: .run)
      try values.encode(ordinal, forKey: .message)
    case .node(let id):
      try values.encode(id, forKey: .node)
    }
  }
}
