internal import IR

/// Lowers a git repository or a plain directory to facts: files, definitions, settings,
/// dependencies, history.
///
/// A work tree is read as it lies there, a bare repository as its `HEAD` commit has it. Nothing of
/// the repository is executed, and nothing outside it is read: no configuration of git, no link,
/// no submodule. Two clones of one commit give equal results.
package struct RepositoryReader: SourceReader {
  private let python: any PythonOutliner

  package init(python: any PythonOutliner = PythonProcess()) { self.python = python }

  package func read(_ request: ReadRequest) throws(FrontendError) -> ReadInput {
    var findings = RepositoryFindings(name: request.name)
    let path = try directory(of: request, at: findings.place)
    guard let root = DirectoryHandle(root: path) else {
      throw FrontendError(.noDirectory(at: findings.place))
    }
    let opened = try OpenedRepository(root, path: path, &findings)
    let inventory = Inventory()
    for path in opened.listing.unreadable { inventory.report(.missingObject(path)) }
    if !opened.listing.isComplete { inventory.report(.tooMany) }
    if opened.isBare, let git = opened.git {
      CommittedFiles(git: git, listing: opened.listing, inventory: inventory).list()
    } else {
      var files = WorkTreeFiles(
        root: root, git: opened.git, listing: opened.listing, inventory: inventory)
      files.list()
    }
    findings.append(inventory, comparesWithCommit: opened.isWhole)

    var text = SourceTextBuilder(request.id)
    let contents = inventory.fileContents(into: &text)
    findings.append(masked: inventory.masked)
    findings.append(omissions: inventory.omissions)
    var history: OpenedRepository.Past?
    let outlines = PythonOutlines(contents, python) { history = opened.past(serving: $0) }
    let analysis = RepositoryAnalysis(contents, python: outlines, findings: &findings)
    let commits = opened.history(history, into: &text, &findings)
    var repository = Repository(
      source: request.id, head: opened.head?.id.hex,
      files: inventory.files(summaries: analysis.summaries), symbols: analysis.symbols,
      settings: analysis.settings, dependencies: analysis.dependencies,
      provisions: analysis.provisions, commits: commits)
    repository.branches = BranchReader.branches(history?.branches ?? [], into: &text)
    repository.changes = ValueChangeReader.changes(history?.changes ?? [], into: &text)
    let source = SourceText(
      id: request.id, kind: .git, file: "repo", sha256: inventory.digest,
      commit: opened.head?.id.hex, text: text.text, regions: text.regions)
    return ReadInput(
      source: source, facts: .repository(repository), diagnostics: findings.diagnostics)
  }

  /// The directory that is read: of a bundle, the repository that was made of it.
  private func directory(
    of request: ReadRequest, at place: InputPlace
  ) throws(FrontendError) -> String {
    guard let scratch = request.scratch else { return request.path }
    try BundleUnpacker(path: request.path, place: place).unpack(into: scratch)
    return scratch
  }
}

extension Diagnostic {
  fileprivate static func noDirectory(at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F201", severity: .error, message: "is no directory that can be read", input: place)
  }
}
