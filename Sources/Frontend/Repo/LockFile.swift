internal import IR

/// The versions that a tool has chosen: the lines of a lock file that name packages.
///
/// Lock files are long and mostly digests, so only those lines are kept, each with its place.
struct LockFile {
  /// Two pieces for each package: the line with its name, and the one with its version.
  private(set) var pieces: [Inventory.Piece] = []

  static func isLockFile(_ path: String) -> Bool {
    let name = (path.parts(between: "/").last ?? "").lowercased()
    return names.contains(name)
  }

  private static let names: Set<String> = [
    "poetry.lock", "uv.lock", "pdm.lock", "cargo.lock", "conda-lock.yml", "pixi.lock",
    "pipfile.lock",
  ]

  static let largest = 8 << 20
  private static let mostPackages = 2_000

  init(_ bytes: [UInt8]) {
    var number = 0
    var name: Inventory.Piece?
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard pieces.count < 2 * Self.mostPackages, line.count < 200 else { continue }
      let words = line.drop { $0 == 0x20 }
      if Self.names(words) {
        name = Self.piece(line, number)
      } else if words.starts(with: "version".utf8) || words.starts(with: "\"version\"".utf8),
        let known = name, let version = Self.piece(line, number)
      {
        pieces += [known, version]
        name = nil
      }
    }
  }

  /// `name = "numpy"`, `- name: numpy`, `"numpy": {`.
  private static func names(_ words: ArraySlice<UInt8>) -> Bool {
    words.starts(with: "name = ".utf8) || words.starts(with: "- name: ".utf8)
      || words.first == UInt8(ascii: "\"") && words.suffix(3).elementsEqual(": {".utf8)
  }

  private static func piece(_ line: ArraySlice<UInt8>, _ number: Int) -> Inventory.Piece? {
    String(validating: line, as: UTF8.self).map {
      Inventory.Piece(text: $0 + "\n", firstLine: number, continues: true)
    }
  }

  /// The names and versions of a file of such lines, without quotes.
  static func packages(in file: KeptFile) -> [(name: Range<Int>, version: Range<Int>)] {
    func value(_ row: Int) -> Range<Int> {
      let line = file.row(row).trimmed(in: file.bytes)
      let bytes = file.bytes[line]
      let isKey = bytes.suffix(3).elementsEqual(": {".utf8)
      let sign = bytes.firstIndex { "=:".utf8.contains($0) } ?? line.lowerBound
      var range = isKey ? line.lowerBound..<(line.upperBound - 3) : (sign + 1)..<line.upperBound
      range = range.trimmed(in: file.bytes)
      while let last = range.last, "\"',".utf8.contains(file.bytes[last]) {
        range = range.lowerBound..<last
      }
      while let first = range.first, "\"'".utf8.contains(file.bytes[first]) {
        range = (first + 1)..<range.upperBound
      }
      return range
    }
    return stride(from: 0, to: file.lineStarts.count - 1, by: 2).compactMap { row in
      let (name, version) = (value(row), value(row + 1))
      return name.isEmpty || version.isEmpty ? nil : (name, version)
    }
  }
}
