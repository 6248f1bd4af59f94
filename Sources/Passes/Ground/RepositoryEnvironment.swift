internal import IR

/// What a repository says of what it runs on, added to what the paper says.
struct RepositoryEnvironment {
  private let repository: Repository
  private let text: SourceText

  private static let mostDependencies = 80
  private static let mostOfAKind = 24

  init(_ repository: Repository, _ text: SourceText) {
    self.repository = repository
    self.text = text
  }

  func add(to environment: inout Environment) {
    environment.runtime = Stated(runtime())
    let declared = declared()
    environment.dependencies = key(declared.packages)
    if let python = declared.python ?? pipelinePython() {
      environment.python = Self.joined(environment.python, python)
    }
    let frameworks = frameworks(among: declared.packages)
    if !frameworks.isEmpty {
      environment.framework = Self.joined(environment.framework, Self.listed(frameworks))
    }
    environment.images = provisions(.image)
    environment.setUp = provisions(.install)
    environment.dataLocations = provisions(.data)
    environment.requests = settings { $0.name.hasPrefix("sbatch.") }
    environment.seedSettings = settings(where: Self.isSeed)
    environment.cuda = Array(
      (environment.dependencies + environment.images + environment.setUp).filter {
        Self.namesCUDA($0.value)
      }.prefix(4))
  }

  /// The language of most lines of source code, with those that come near it; scripts that start
  /// programs have few lines, and pages and their styles run nothing.
  private func runtime() -> Grounded<String>? {
    let files = repository.files.filter {
      ($0.kind == .source || $0.kind == .notebook) && !FileRelevance.isWriting($0.path)
    }
    let languages = Dictionary(grouping: files, by: { Self.language(of: $0) ?? "" })
      .filter { !$0.key.isEmpty }
    let lines = languages.mapValues { files in files.reduce(0) { $0 + ($1.lines ?? 0) } }
    let ranked = languages.keys.sorted { (lines[$1] ?? 0, $0) < (lines[$0] ?? 0, $1) }
    guard let main = ranked.first else { return nil }
    let named = ranked.filter {
      $0 == main || $0 != "Shell" && Self.share * (lines[$0] ?? 0) >= lines[main] ?? 0
    }
    let spans = named.compactMap { language in
      languages[language]?.lazy.compactMap { $0.text ?? $0.summary }.first.map {
        $0.narrowed(to: 0..<min(1, $0.bytes.count))
      }
    }
    guard spans.count == named.count else { return nil }
    return Grounded(
      named.joined(separator: ", "), spans, .computed("languages of most lines of source code"))
  }

  /// A language with a fourth of the lines of the first one is needed as well.
  private static let share = 4

  private static func language(of file: RepositoryFile) -> String? {
    switch file.language {
    case "HTML", "CSS", "Protocol Buffers", "Awk", "Batch", "PowerShell": nil
    case "R Markdown": "R"
    case "Jupyter Notebook": "Python"
    default: file.kind == .notebook ? "Python" : file.language
    }
  }

  // MARK: Packages

  /// What manifests declare, each with the version that a lock file has chosen for it; what is
  /// locked where nothing is declared, and what is imported where nothing is locked either.
  private func declared() -> (packages: [Grounded<String>], python: Grounded<String>?) {
    var packages: [Grounded<String>] = []
    var seen: Set<String> = []
    let own = repository.dependencies.filter { !$0.isLocked }
    let locked = repository.dependencies.filter(\.isLocked)
    let versions = Dictionary(locked.map { (Self.key($0.name), $0) }) { first, _ in first }
    var named: Set<String> = []
    for dependency in own where dependency.name.lowercase != "python" {
      let key = Self.key(dependency.name)
      let isKnown = !named.insert(key).inserted
      // A list of pins repeats what the lock file says, and a bare name what was said before.
      let adds = dependency.version.map { $0 != "==\(versions[key]?.version ?? "")" } ?? false
      guard !isKnown || adds, seen.insert(dependency.declared.value).inserted else { continue }
      packages.append(Self.with(versions[Self.key(dependency.name)], dependency))
    }
    if packages.isEmpty { packages = locked.map { Self.pinned($0) } }
    if packages.isEmpty { packages = PythonImports(repository, text).packages() }
    return (packages, own.first { $0.name.lowercase == "python" }?.declared)
  }

  /// Of more packages than anybody names by hand, those that the code imports come first: a list of
  /// all that is installed goes by the alphabet.
  private func key(_ packages: [Grounded<String>]) -> [Grounded<String>] {
    guard packages.count > Self.mostDependencies else { return packages }
    let modules = PythonImports(repository, text).packages().map(\.value)
    let imported = Set(modules.map { Self.name(of: Self.packages[$0] ?? $0) })
    let first = packages.filter { imported.contains(Self.name(of: $0.value)) }
    let rest = packages.filter { !imported.contains(Self.name(of: $0.value)) }
    return Array((first + rest).prefix(Self.mostDependencies))
  }

  /// Of modules that are not called what their package is.
  private static let packages = [
    "sklearn": "scikit-learn", "skimage": "scikit-image", "cv2": "opencv-python", "PIL": "pillow",
    "yaml": "pyyaml", "bs4": "beautifulsoup4", "dateutil": "python-dateutil",
  ]

  private static func name(of package: String) -> String {
    key(String(package.prefix { $0.isLetter || $0.isNumber || "-_.".contains($0) }))
  }

  /// Names of packages are the same whatever their case and their dashes.
  private static func key(_ name: String) -> String {
    String(name.lowercase.map { "_.".contains($0) ? "-" : $0 })
  }

  private static func with(_ lock: Dependency?, _ dependency: Dependency) -> Grounded<String> {
    guard let lock, let version = lock.version, !dependency.declared.value.hasSuffix(version) else {
      return dependency.declared
    }
    return Grounded(
      "\(dependency.declared.value) (\(version) in \(lock.path))",
      dependency.declared.spans + lock.declared.spans,
      .computed("the declaration, with the version in the lock file"))
  }

  private static func pinned(_ lock: Dependency) -> Grounded<String> {
    Grounded(
      "\(lock.name) \(lock.version ?? "")", lock.declared.spans,
      .computed("the package of the lock file with its version"))
  }

  /// What a program is built on rather than what it also uses.
  private static let foundations = [
    "torch", "pytorch", "tensorflow", "jax", "flax", "keras", "mxnet", "transformers", "lightning",
  ]

  private func frameworks(among packages: [Grounded<String>]) -> [Grounded<String>] {
    let names = packages.map { package in
      package.value.lowercase.prefix { $0.isLetter || $0.isNumber || "-_".contains($0) }
    }
    let found = zip(names, packages).filter { name, _ in
      Self.foundations.contains { name == $0 || name == "pytorch-" + $0 }
    }
    return Array(found.map(\.1).prefix(4))
  }

  /// A package, an image or an address that a version of CUDA stands in.
  private static func namesCUDA(_ value: String) -> Bool {
    let lower = value.lowercase
    return ["cuda", "+cu1", "/cu1", "-cu1", "cudnn"].contains { mark in
      lower.find(mark).map { lower[$0.lowerBound...].prefix(16).contains(where: \.isNumber) }
        ?? false
    }
  }

  // MARK: Other files

  private func provisions(_ kind: Provision.Kind) -> [Grounded<String>] {
    var seen: Set<String> = []
    let found = repository.provisions.filter { provision in
      provision.kind == kind && seen.insert(provision.value.value).inserted
    }
    return found.prefix(Self.mostOfAKind).map { provision in
      let value = provision.value
      return Grounded(
        "`\(value.value)` (\(provision.path):\(provision.line))", value.spans,
        .computed("as it stands in the file, with its place"))
    }
  }

  private func pipelinePython() -> Grounded<String>? {
    repository.provisions.first { $0.kind == .python }?.value
  }

  private func settings(where accepts: (Setting) -> Bool) -> [Grounded<String>] {
    var seen: Set<String> = []
    let found = repository.settings.filter { setting in
      accepts(setting) && setting.value.value.utf8.count < 60
        && seen.insert("\(setting.name) \(setting.value.value)").inserted
    }
    return found.prefix(Self.mostOfAKind / 2).map { setting in
      Grounded(
        "\(setting.name) = \(setting.value.value) (\(setting.path):\(setting.line))",
        setting.value.spans, .computed("setting of the repository"))
    }
  }

  private static func isSeed(_ setting: Setting) -> Bool {
    let name = setting.name.split(separator: ".").last?.lowercase ?? ""
    return name.hasSuffix("seed") || name.hasSuffix("seeds") || name.hasSuffix("random_state")
      || name.hasSuffix("prngkey") || name.hasSuffix("default_rng") || name == "seed_everything"
  }

  // MARK: Both sides

  private static func joined(
    _ stated: Stated<String>, _ declared: Grounded<String>
  ) -> Stated<String> {
    guard let said = stated.grounded, said.value != declared.value else {
      return .stated(declared)
    }
    return .stated(
      Grounded(
        "\(said.value) The repository declares \(declared.value)", said.spans + declared.spans,
        .computed("the words of the paper, then those of the repository")))
  }

  private static func listed(_ values: [Grounded<String>]) -> Grounded<String> {
    guard values.count > 1 else { return values[0] }
    return Grounded(
      values.map(\.value).joined(separator: ", "), values.flatMap(\.spans),
      .computed("declarations of the repository, one after the other"))
  }
}
