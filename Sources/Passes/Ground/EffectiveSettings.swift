internal import IR

/// Which settings take effect: a default in a program gives way to a configuration file, and both
/// to the command line of a launch.
struct EffectiveSettings {
  let sites: [SettingSite]
  private let commands: LaunchCommands?
  /// Sites that replace defaults, by the name of what they set.
  private let replacements: [String: [SettingSite]]
  /// Calls that set a field of a class, by the names of both.
  private let calls: [String: SettingSite]
  /// Assignments to a field of a configuration that was made elsewhere, by the names of both.
  private let assignments: [String: [SettingSite]]

  /// `text` is the repository's; without it launch lines replace defaults of every program.
  init(_ repository: Repository, _ text: SourceText?, _ names: PaperNames?) {
    let pictures = PictureSizes(repository.settings)
    let all = repository.settings.compactMap {
      SettingSite($0, names, isPicture: pictures.have($0))
    }
    let trials = Self.trialFiles(all)
    sites = all.filter { !$0.isTrial && !trials.contains($0.setting.path) }
    commands = text.map { LaunchCommands(repository, $0) }
    replacements = Dictionary(
      grouping: sites.filter {
        $0.setting.origin == .configurationFile || $0.setting.origin == .launch
      }, by: { Self.key($0.setting.name) })
    calls = Dictionary(
      sites.filter { $0.setting.origin == .callKeyword }.map { ($0.setting.name, $0) },
      uniquingKeysWith: { first, _ in first })
    assignments = Dictionary(
      grouping: sites.filter { $0.setting.origin == .constant }.compactMap { site in
        Self.field(site.setting.name).map { (site: site, field: $0) }
      }, by: \.field
    ).mapValues { $0.map(\.site) }
  }

  /// `training_config.batch_size` and `TrainingConfig.batch_size` in one form; nil for what belongs
  /// to nothing.
  private static func field(_ name: String) -> String? {
    let parts = name.split(separator: ".")
    guard parts.count == 2, let owner = parts.first, let own = parts.last else { return nil }
    return "\(String(owner).lowercase.filter { $0 != "_" }).\(own)"
  }

  /// Configuration files that say in a section or a value that they only try the code out.
  private static func trialFiles(_ sites: [SettingSite]) -> Set<String> {
    Set(
      sites.filter { site in
        site.setting.origin == .configurationFile
          && SettingSite.speaksOfTrial(site.setting.value.value)
          && !site.setting.value.value.contains("/")
      }.map(\.setting.path))
  }

  private static func key(_ name: String) -> String {
    (name.split(separator: ".").last.map { String($0) } ?? name).lowercase
      .swapping("-", for: "_")
  }

  /// What takes the place of a default, or of a value in a configuration file that a launch names;
  /// nil for what is never replaced.
  ///
  /// The command line comes before a file.
  func replacement(of site: SettingSite) -> SettingSite? {
    if site.setting.origin == .configurationFile {
      return replacements[Self.key(site.setting.name)]?.first {
        $0.setting.origin == .launch && commands?.names(site.setting.path, $0.setting) == true
      }
    }
    guard site.isDefault else { return nil }
    if site.setting.origin == .dataclass, let call = calls[site.setting.name] { return call }
    if let field = Self.field(site.setting.name),
      let assigned = assignments[field]?.first(where: { $0.setting.path != site.setting.path })
    {
      return assigned
    }
    guard let found = replacements[Self.key(site.setting.name)] else { return nil }
    let launches = found.filter { $0.setting.origin == .launch && starts($0, site.setting.path) }
    return launches.first ?? found.first { $0.setting.origin == .configurationFile }
  }

  /// Whether a launch line may start the program in which a default stands.
  private func starts(_ launch: SettingSite, _ path: String) -> Bool {
    guard let program = commands?.program(of: launch.setting) else { return true }
    return path == program || path.hasSuffix("/" + program) || program.hasSuffix("/" + path)
  }

  /// Where a setting stands, with the launch that it belongs to.
  func place(of site: SettingSite) -> Grounded<String> {
    guard let program = commands?.program(of: site.setting) else { return site.place }
    return Grounded("\(site.place.value) (launch of \(program))", site.place.spans)
  }
}

/// Widths that stand beside a height in one file: those of a picture, a window or a plot.
private struct PictureSizes {
  private struct Place: Hashable {
    let path: String
    let name: String
  }

  private let heights: Set<Place>

  init(_ settings: [Setting]) {
    heights = Set(
      settings.lazy.filter { $0.name.lowercase.hasSuffix("height") }
        .map { Place(path: $0.path, name: $0.name.lowercase) })
  }

  func have(_ setting: Setting) -> Bool {
    let name = setting.name.lowercase
    guard name.hasSuffix("width") else { return false }
    return heights.contains(Place(path: setting.path, name: name.dropLast(5) + "height"))
  }
}
