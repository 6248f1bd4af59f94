internal import IR

/// Puts the history that was walked into words with spans.
enum CommitReader {
  struct History {
    var commits: [Commit] = []
    let walked: Int
    let isCut: Bool
    let missing: Int
    let damaged: Int
    /// Commits whose changed paths are unknown because a tree is missing.
    var unknownChanges = 0
    /// Messages that were cut.
    var cutMessages = 0
  }

  /// Appends the messages of the commits to `text`.
  static func history(_ walk: CommitWalk, into text: inout SourceTextBuilder) -> History {
    var history = History(
      walked: walk.walked, isCut: walk.isCut, missing: walk.missing, damaged: walk.damaged)
    for step in walk.steps {
      history.commits.append(read(step, into: &text))
      if step.paths == nil { history.unknownChanges += 1 }
      if step.isMessageCut { history.cutMessages += 1 }
    }
    RevertFinder(history.commits, in: text).mark(&history.commits)
    return history
  }

  private static func read(
    _ step: CommitWalk.Step, into text: inout SourceTextBuilder
  ) -> Commit {
    let message = SecretMask.masked(step.message)?.text ?? step.message
    let span = text.append(message, at: .lines(path: "commit \(step.id.hex)", firstLine: 1))
    text.separate("\n")
    let bytes = Array(message.utf8)
    let subjectEnd = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let bodyStart = bytes[subjectEnd...].firstIndex { $0 != UInt8(ascii: "\n") } ?? bytes.count
    var read = Commit(
      id: step.id.hex, time: step.time, subject: span.narrowed(to: 0..<subjectEnd))
    if bodyStart < bytes.count { read.body = span.narrowed(to: bodyStart..<bytes.count) }
    read.isMerge = step.parents > 1
    read.paths = (step.paths ?? []).map(\.text)
    return read
  }
}

/// Finds the commits that say which commit they take back, in the words that git writes.
private struct RevertFinder {
  private let text: SourceTextBuilder
  private let commits: [Commit]
  /// Positions of the commits with a subject, the newest first.
  private var subjects: [Substring: [Int]] = [:]

  init(_ commits: [Commit], in text: SourceTextBuilder) {
    self.commits = commits
    self.text = text
    for (index, commit) in commits.enumerated() {
      subjects[words(commit.subject), default: []].append(index)
    }
  }

  func mark(_ commits: inout [Commit]) {
    for index in commits.indices {
      commits[index].reverts = namedCommit(commits[index]) ?? quotedCommit(index)
    }
  }

  private func words(_ span: SourceSpan) -> Substring {
    let utf8 = text.text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: Int(span.bytes.lowerBound))
    let end = utf8.index(start, offsetBy: span.bytes.count)
    return text.text[start..<end]
  }

  /// `This reverts commit 1f3a…`: the identifier, in full if it was shortened.
  private func namedCommit(_ commit: Commit) -> String? {
    guard let body = commit.body.map(words),
      let phrase = body.find("This reverts commit ")
    else { return nil }
    let id = body[phrase.upperBound...].prefix { $0.isHexDigit && $0.isASCII }.lowercased()
    guard (7...40).contains(id.count) else { return nil }
    return commits.first { $0.id.hasPrefix(id) }?.id ?? id
  }

  /// `Revert "…"`: the newest older commit with that subject.
  private func quotedCommit(_ index: Int) -> String? {
    let subject = words(commits[index].subject)
    guard subject.hasPrefix("Revert \""), let end = subject.lastIndex(of: "\"") else { return nil }
    let start = subject.index(subject.startIndex, offsetBy: 8)
    guard start < end else { return nil }
    return subjects[subject[start..<end]]?.first { $0 > index }.map { commits[$0].id }
  }
}
