internal import IR

extension Mutation {
  private static let path = "rubric/requirements.md"

  /// The requirements of a rubric.
  static let rubric: [Mutation] = [
    head("ARA802", "rubric-without-its-total") { _ in [] },
    head("ARA803", "wrong-total-of-requirements") { _ in ["**Total leaf requirements**: 9999"] },
    Mutation("requirement-out-of-order", "ARA805") { base in
      base.parts(.requirement).dropLast().compactMap { part in
        let id = base.undefinedID(.requirement) + "9"
        let edits = part.heading("\(id): \(part.block.title.text)").edits
        return Injection(edits, file: path, subject: id)
      }
    },
    drop("ARA806", "Rubric ID", from: .requirement),
    drop("ARA806", "Category", from: .requirement),
    drop("ARA806", "Weight", from: .requirement),
    drop("ARA806", "Requirement", from: .requirement),
    drop("ARA807", "ARA coverage", from: .requirement),
    drop("ARA807", "Key detail", from: .requirement),
    set("ARA809", "folder-as-coverage", "ARA coverage", of: .requirement, to: "src/"),
    set("ARA809", "rubric-as-coverage", "ARA coverage", of: .requirement, to: path),
    Mutation("requirement-not-covered", "ARA810") { base in
      base.parts(.requirement).compactMap { part in
        guard let field = part.field("ARA coverage"), !field.value.text.hasPrefix("Not") else {
          return nil
        }
        return part.setting(field, to: "Not covered")
      }
    },
    Mutation("detail-of-another-file", "ARA811") { base in
      base.parts(.requirement).compactMap { part in
        guard let field = part.field("Key detail"),
          part.field("ARA coverage")?.value.text.hasPrefix("Not") == false
        else { return nil }
        return part.setting(field, to: "7391.46837")
      }
    },
  ]

  /// The line of the total is another one.
  private static func head(
    _ code: DiagnosticCode, _ name: String, _ lines: @escaping @Sendable (Field) -> [String]
  ) -> Mutation {
    Mutation(name, code) { base in
      guard let file = base.artifact.rubric?.file,
        let field = file.topField("Total leaf requirements")
      else { return [] }
      return [
        Injection(.lines(field.line..<(field.line + 1), of: path, lines(field)), file: path)
      ]
    }
  }
}
