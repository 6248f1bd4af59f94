internal import IR

/// The tree of a run log: one question per task, or per session, and below it one node per approach
/// (`spec/logs-and-rubrics.md`, sections 8 to 11 and 14).
struct LogTree {
  let log: RunLog
  let sources: SourceMap

  private static let nodeLimit = 200

  func roots() -> [TraceNode] {
    if log.form == .session { return log.runs.compactMap { root([$0]) } }
    return log.tasks.compactMap { task in root(log.runs.filter { ($0.task ?? "") == task }) }
  }

  /// Without a question in its own words, a task's name says what was asked.
  private func root(_ runs: [Run]) -> TraceNode? {
    let asked = runs.lazy.compactMap(\.question).first
    let nodes = LogNodes(log: log, sources: sources)
    guard let text = asked.map(nodes.oneLine) ?? runs.lazy.compactMap(\.name).first else {
      return nil
    }
    return TraceNode(
      id: EntityID(1), title: Title.make(of: asking(text)) ?? text, kind: .question,
      support: asked == nil ? .inferred : .explicit,
      sourceRefs: runs.prefix(20).map { Grounded("\(log.form.rawValue) run \($0.id)", text.spans) },
      provenance: .user, description: text, children: children(of: runs, nodes))
  }

  /// Of the request of a session the sentence that asks, of an idea its title.
  private func asking(_ text: Grounded<String>) -> Grounded<String> {
    guard text.derivation == nil || log.form == .runFolder, let span = text.spans.first else {
      return text
    }
    if log.form == .runFolder { return title(span) }
    guard log.form == .session else { return text }
    let bytes = Array(text.value.utf8)
    let question = SentenceSplitter.ranges(in: text.value).first {
      bytes[$0].last == UInt8(ascii: "?")
    }
    return question.map {
      Grounded(String(decoding: bytes[$0], as: UTF8.self), [span.narrowed(to: $0)])
    } ?? text
  }

  /// The first line, which holds the title of the idea; its description follows.
  private func title(_ span: SourceSpan) -> Grounded<String> {
    let bytes = Array(sources.text(of: span).utf8)
    let line = 0..<(bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count)
    return Grounded(String(decoding: bytes[line], as: UTF8.self), [span.narrowed(to: line)])
  }

  /// In the order of the log. What was done after a change of direction stands below it.
  private func children(of runs: [Run], _ nodes: LogNodes) -> [TraceNode] {
    let groups = ApproachGroups(runs: runs, sources: sources).groups
    let approaches = Sweep.gathered(groups, sources).prefix(Self.nodeLimit).map { item in
      switch item {
      case .approach(let group): (group.first.attempt.messages.upperBound, nodes.node(group, runs))
      case .sweep(let sweep):
        (sweep.groups[0].first.attempt.messages.upperBound, nodes.node(sweep, runs))
      }
    }
    guard log.form == .session || log.form == .runFolder, let run = runs.first else {
      return approaches.map(\.1)
    }
    let steps =
      run.choices.map { ($0.message, nodes.node($0)) } + approaches
      + run.turns.map { ($0.message, nodes.node($0)) }
    let ordered = steps.enumerated().sorted {
      ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
    }.map(\.element.1)
    return ordered.reduce(into: []) { roots, node in
      if case .pivot = node.kind { return roots.append(node) }
      guard let last = roots.indices.last, case .pivot = roots[last].kind else {
        return roots.append(node)
      }
      roots[last].children.append(node)
    }
  }
}

extension RunLog {
  /// The names of its tasks, in the order of their first runs; empty for runs that name none.
  var tasks: [String] { runs.map { $0.task ?? "" }.distinct }
}

extension Run {
  /// The name of its task, or else of the run, where its attempts are all that it says.
  fileprivate var name: Grounded<String>? {
    attempts.lazy.compactMap { $0.approach ?? $0.failure ?? $0.score?.spans.first }.first.map {
      Grounded(task ?? "Run \(id)", [$0], .computed("name of the run"))
    }
  }
}

extension Sequence<String> {
  /// Each text once, in the order of their first appearance.
  var distinct: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
