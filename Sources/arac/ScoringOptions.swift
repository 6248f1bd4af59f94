internal import ArgumentParser
internal import Driver
internal import Frontend
internal import IR

/// How the attempts of run logs are held against a reference score.
struct ScoringOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Score of the reference solution: attempts of run logs that beat it are left out.",
      valueName: "number"))
  var referenceScore: String?

  @Option(help: "Which scores are better: lower or higher.")
  var scoreDirection: Scoring.Direction?

  @Option(
    help: ArgumentHelp(
      "JSON file that says how a task is scored. May be given again.", valueName: "file"),
    completion: .file())
  var taskCard: [String] = []

  @Flag(help: "Keep attempts that beat the reference score.")
  var keepBeyondReference = false

  func validate() throws {
    guard let referenceScore else { return }
    guard Double(referenceScore)?.isFinite == true else {
      throw ValidationError("--reference-score takes a number")
    }
  }

  /// Reads the task cards; what is wrong with one ends the command.
  func request(_ console: Console) throws -> ScoringRequest {
    var request = ScoringRequest(
      reference: referenceScore, direction: scoreDirection,
      keepsBeyondReference: keepBeyondReference)
    do throws(FrontendError) {
      for path in taskCard {
        request.tasks += try TaskCardReader.cards(path: InputPlan.absolute(path), name: path)
      }
    } catch {
      throw console.end(.unreadableInput, [error.diagnostic])
    }
    return request
  }
}

extension Scoring.Direction: ExpressibleByArgument {}
