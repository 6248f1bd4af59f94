package import Backend
internal import Frontend
package import IR

/// Errors put into an artifact on disk (`arac mutate`).
package struct MutationRun: Sendable {
  private let trial: MutationTrial

  /// Reads the artifact in a directory and, for the checks that compare with the inputs, the
  /// document that it was made from.
  package init(_ directory: String, ir: String?) throws(Failure) {
    guard let tree = DiskTree.load(directory) else {
      throw .unreadable(.cannotRead(directory, "no directory, or no permission"))
    }
    guard tree["PAPER.md"] != nil else { throw .unreadable(.noArtifact(directory)) }
    do throws(FrontendError) {
      let document = try ir.map { (path) throws(FrontendError) in try IRFile.document(at: path) }
      trial = MutationTrial(tree, against: document)
    } catch {
      throw .unreadable(error.diagnostic)
    }
  }

  /// The class with this name. Throws for a name that none has.
  package static func mutation(named name: String) throws -> Mutation {
    guard let mutation = Mutation.named(name) else { throw UnknownClass(name: name) }
    return mutation
  }

  /// What came of one class, whose error is written to `output`, or of trying all of them.
  package func lines(of mutation: Mutation?, seed: UInt64, output: String?) throws(Failure)
    -> [String]
  {
    guard let mutation else { return measure(seed: seed) }
    return [try write(mutation, seed: seed, to: output ?? "\(mutation.name).ara")]
  }

  /// Writes the artifact with one error in it and says where the error is.
  private func write(_ mutation: Mutation, seed: UInt64, to directory: String) throws(Failure)
    -> String
  {
    var dice = Dice(seed: seed)
    guard let injection = trial.injection(of: mutation, &dice) else {
      return "no place for \(mutation.name)"
    }
    do throws(DiskTree.WriteError) {
      try DiskTree.publish(trial.base.applying(injection), at: directory, Interruption())
    } catch {
      throw Failure(diagnostic: .cannotWrite(error.path, error.reason), status: .cannotWrite)
    }
    return injection.place
  }

  /// Tries every class once and says of each what came of it, in four columns: `found`, `missed`
  /// or `no place`; the severity; the code and the class; the place.
  private func measure(seed: UInt64) -> [String] {
    Mutation.all.enumerated().map { index, mutation in
      // Each class rolls dice of its own: what is rolled for one changes nothing for the others.
      var dice = Dice(seed: seed &+ UInt64(index) &* 0x1_0000)
      let name = "\(mutation.severity)\t\(mutation.code) \(mutation.name)"
      guard let injection = trial.injection(of: mutation, &dice) else {
        return "no place\t\(name)\t"
      }
      let outcome = trial.isFound(injection, of: mutation) ? "found" : "missed"
      return "\(outcome)\t\(name)\t\(injection.place)"
    }
  }

  private struct UnknownClass: Error, CustomStringConvertible {
    let name: String
    var description: String { "there is no class '\(name)'" }
  }

  package struct Failure: Error, Sendable {
    package let diagnostic: Diagnostic
    package let status: ExitStatus

    fileprivate static func unreadable(_ diagnostic: Diagnostic) -> Failure {
      Failure(diagnostic: diagnostic, status: .unreadableInput)
    }
  }
}
