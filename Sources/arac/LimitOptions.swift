internal import ArgumentParser
internal import Driver

/// What reading an input may cost.
struct LimitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Time that reading one input may take.", valueName: "seconds"))
  var inputTimeout: Int = InputLimits.standard.seconds

  @Option(help: ArgumentHelp("Memory that reading one input may take.", valueName: "mebibytes"))
  var inputMemory: Int = InputLimits.standard.memoryBytes >> 20

  func validate() throws {
    guard InputLimits.possibleSeconds.contains(inputTimeout) else {
      throw ValidationError("--input-timeout takes \(InputLimits.possibleSeconds.words) seconds")
    }
    guard InputLimits.possibleMebibytes.contains(inputMemory) else {
      throw ValidationError("--input-memory takes \(InputLimits.possibleMebibytes.words) mebibytes")
    }
  }

  var values: InputLimits { InputLimits(memoryBytes: inputMemory << 20, seconds: inputTimeout) }
}

extension ClosedRange<Int> {
  fileprivate var words: String { "\(lowerBound) to \(upperBound)" }
}
