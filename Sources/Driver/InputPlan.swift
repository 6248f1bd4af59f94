package import Frontend
package import IR

/// The inputs of a command line as requests, in order, each with its kind and name.
package struct InputPlan: Sendable {
  package let requests: [ReadRequest]
  /// Inputs that could not be recognised; the others are compiled.
  package let diagnostics: [Diagnostic]

  package struct Failure: Error, Sendable {
    package let status: ExitStatus
    package let diagnostics: [Diagnostic]
  }

  package static func requests(
    _ inputs: [String], rubrics: [String], logs: [String], pictures: Bool, password: String?,
    scoring: ScoringRequest = ScoringRequest(), fromIR: Bool
  ) -> Result<InputPlan, Failure> {
    var named: [(path: String, kind: InputKind)] = []
    var diagnostics: [Diagnostic] = []
    for path in inputs {
      do throws(FrontendError) {
        named.append((path, try InputRecogniser.recognise(path: absolute(path), name: path)))
      } catch {
        diagnostics.append(error.diagnostic)
      }
    }
    named += rubrics.map { ($0, .rubric) } + logs.map { ($0, .log) }
    guard !named.isEmpty || fromIR else {
      let hasInput = !diagnostics.isEmpty
      return .failure(
        Failure(
          status: hasInput ? .unreadableInput : .usage,
          diagnostics: hasInput ? diagnostics : [.noInput()]))
    }
    for kind in [InputKind.pdf, .git, .rubric] {
      let same = named.filter { $0.kind == kind }
      if same.count > 1 {
        return .failure(
          Failure(status: .usage, diagnostics: [.twoOfAKind(same[1].path, kind, same[0].path)]))
      }
    }
    return .success(
      InputPlan(
        requests: requests(named, pictures, password, scoring), diagnostics: diagnostics))
  }

  private static func requests(
    _ named: [(path: String, kind: InputKind)], _ pictures: Bool, _ password: String?,
    _ scoring: ScoringRequest
  ) -> [ReadRequest] {
    let order: [InputKind] = [.pdf, .git, .rubric, .log]
    let sorted = order.flatMap { kind in named.filter { $0.kind == kind } }
    var logs = 0
    return sorted.map { path, kind in
      var id = kind.sourceName
      if kind == .log {
        logs += 1
        if logs > 1 { id += String(logs) }
      }
      var request = ReadRequest(
        path: absolute(path), name: path, id: SourceID(id), kind: kind, pictures: pictures,
        password: password)
      request.scoring = scoring
      return request
    }
  }

  package static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : DiskTree.workingDirectory + "/" + path
  }
}

extension InputKind {
  /// The name of the source in an artifact.
  fileprivate var sourceName: String {
    switch self {
    case .pdf: "paper"
    case .git: "repo"
    case .rubric: "rubric"
    case .log: "log"
    }
  }
}
