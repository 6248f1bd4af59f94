import Driver
import IR

/// `docs/diagnostics.md`: every code with what `arac explain` says of it.
enum DiagnosticsDocument {
  struct Family {
    /// What its codes begin with.
    let prefix: String
    let title: String
    let introduction: String
  }

  /// In the order in which a compilation meets them.
  static let families = [
    Family(
      prefix: "F0", title: "Recognising inputs",
      introduction: "What kind an input is, is told by its content."),
    Family(
      prefix: "F1", title: "Papers", introduction: "Reading a PDF."),
    Family(
      prefix: "F2", title: "Repositories",
      introduction: "Reading a directory or a git repository; nothing of it is run."),
    Family(
      prefix: "F3", title: "Rubrics", introduction: "Reading a PaperBench rubric."),
    Family(
      prefix: "F4", title: "Run logs",
      introduction: "Reading MALT rows, Inspect logs, run folders and session transcripts."),
    Family(
      prefix: "P1", title: "Language models",
      introduction: "What a model proposes, and why it is not let in. The deterministic result "
        + "stands in its place."),
    Family(
      prefix: "P2", title: "Coverage of a rubric",
      introduction: "What the artifact leaves open of what its inputs say."),
    Family(
      prefix: "P3", title: "A paper against itself",
      introduction: "Sentences that the paper's own tables do not bear out."),
    Family(
      prefix: "D1", title: "Reading processes",
      introduction: "Every input is read by a process of its own, under limits."),
    Family(prefix: "D2", title: "Command line", introduction: "What was asked for."),
    Family(prefix: "D3", title: "Files", introduction: "Reading and writing on disk."),
    Family(
      prefix: "D4", title: "Passes", introduction: "Defects of the compiler, and models that fail."),
    Family(
      prefix: "ARA1", title: "Level 1: layout",
      introduction: "Files and folders of an artifact, their bytes and their links."),
    Family(prefix: "ARA2", title: "Level 1: manifest", introduction: "`PAPER.md`."),
    Family(
      prefix: "ARA3", title: "Level 1: fields",
      introduction: "What claims, experiments, concepts and the other entities must say."),
    Family(
      prefix: "ARA4", title: "Level 1: references",
      introduction: "Identifiers and paths that must lead somewhere, and agree."),
    Family(
      prefix: "ARA5", title: "Level 1: trace", introduction: "`trace/exploration_tree.yaml`."),
    Family(
      prefix: "ARA6", title: "Level 1: evidence",
      introduction: "Tables, figures, results and their index."),
    Family(
      prefix: "ARA7", title: "Level 1: sources",
      introduction: "Numbers, quotations and places against the inputs."),
    Family(
      prefix: "ARA8", title: "Level 1: rubric", introduction: "`rubric/requirements.md`."),
  ]

  static func text(_ explanations: [Explanation]) -> String {
    var text = introduction
    for family in families {
      text += "- [\(family.title)](#\(anchor(family.title))): `\(family.prefix)…`\n"
    }
    for family in families {
      text += "\n## \(family.title)\n\n\(family.introduction)\n"
      for explanation in explanations where explanation.code.name.hasPrefix(family.prefix) {
        text += entry(explanation)
      }
    }
    return text
  }

  private static let introduction = """
    # Diagnostics

    Every code that `arac` reports, with its severity, what causes it, what cures it, and an example:
    a line of input or artifact that brings it about, a command, or the line that is then printed.
    `arac explain CODE` prints the same.

    Codes are stable and never reused. The severity of an `ARA` code is the one in the profile
    `superset`; other profiles may weigh it differently, or leave it out. Only errors change the exit
    status, unless `arac verify --strict` lets warnings change it too.

    This file is made from the code: change the explanation there, then run
    `ARAC_UPDATE_GOLDEN=1 swift test --filter DocumentationTests`.


    """

  private static func entry(_ explanation: Explanation) -> String {
    """

    ### \(explanation.code): \(explanation.summary)

    - **Severity**: \(explanation.severity.rawValue)
    - **Cause**: \(explanation.cause)
    - **Cure**: \(explanation.cure)
    - **Example**: \(code(explanation.example))

    """
  }

  /// A code span, with more backticks around it than stand side by side in it.
  private static func code(_ text: String) -> String {
    let runs = text.split(omittingEmptySubsequences: true) { $0 != "`" }.map(\.count)
    let fence = String(repeating: "`", count: (runs.max() ?? 0) + 1)
    let needsSpace = text.hasPrefix("`") || text.hasSuffix("`")
    return needsSpace ? "\(fence) \(text) \(fence)" : fence + text + fence
  }

  private static func anchor(_ title: String) -> String {
    String(
      title.lowercased().compactMap { character -> Character? in
        if character == " " { return "-" }
        return character.isLetter || character.isNumber || character == "-" ? character : nil
      })
  }
}
