internal import IR

/// Screenshots beside evidence files.
struct PictureCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA614", .error(.august2026), .missingFile, "an evidence file has no screenshot",
      cause: "No PNG with the same name stands beside the file; tables that exist only as text "
        + "need none.",
      cure: "Render it again.", example: "`table2.md` without `table2.png`",
      cases: [.derivedFile: .warning(.august2026)]),
    CheckRow(
      "ARA615", .error(.august2026), .danglingReference, "`Screenshot` names another file",
      cause: "It gives the bare name of the PNG beside the file.", cure: "Correct the name.",
      example: "- **Screenshot**: table2.png"),
    CheckRow(
      "ARA616", .warning(), .typeMismatch, "a screenshot shows nothing",
      cause: "The PNG has no valid header, or a side of less than 32 pixels.",
      cure: "Render it again.", example: "a placeholder of one pixel"),
  ]

  private static let leastSide = 32

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for exhibit in artifact.exhibits where !exhibit.isTextSourced {
      if !artifact.files.isPresent(exhibit.picturePath) { report(.noPicture(exhibit)) }
      let name = ArtifactPath.name(of: exhibit.picturePath)
      if let field = exhibit.file.topField("Screenshot") {
        let leaves = ArtifactPath.resolve(
          field.value.text, in: ArtifactPath.directory(of: exhibit.path))
        if field.isSaid, leaves != .outside, field.value.unmarked.text != name {
          let isThere = artifact.files.isPresent(exhibit.picturePath)
          let fixIt = FixIt.replace(field.value, in: exhibit.path, by: name)
          report(.otherName(field.value, name, exhibit).fixed(by: isThere ? fixIt : nil))
        }
      } else {
        report(.missing("ARA615", "field 'Screenshot'", in: exhibit.path))
      }
    }
    for (path, header) in artifact.pictures where path.hasPrefix("evidence/") {
      guard let header else {
        report(.noPNG(path))
        continue
      }
      if min(header.width, header.height) < Self.leastSide { report(.tooSmall(path, header)) }
    }
  }
}

extension Finding {
  fileprivate static func noPicture(_ exhibit: ExhibitFile) -> Finding {
    Finding(
      "ARA614", exhibit.kind == .derived ? .derivedFile : .usual,
      at: ArtifactPlace(file: exhibit.path), about: exhibit.path,
      "there is no \(Quoted(ArtifactPath.name(of: exhibit.picturePath))) beside it")
  }

  fileprivate static func otherName(_ value: LinePiece, _ name: String, _ exhibit: ExhibitFile)
    -> Finding
  {
    Finding(
      "ARA615", on: value, in: exhibit.path, "the screenshot is not \(Quoted(name))")
  }

  fileprivate static func noPNG(_ path: String) -> Finding {
    Finding("ARA616", at: ArtifactPlace(file: path), about: path, "the file is no PNG")
  }

  fileprivate static func tooSmall(_ path: String, _ header: PNGHeader) -> Finding {
    Finding(
      "ARA616", at: ArtifactPlace(file: path), about: path,
      "the picture measures \(header.width) by \(header.height) pixels")
  }
}
