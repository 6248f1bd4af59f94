internal import IR

/// Settings of the synonyms table that the paper does not state.
struct CodeOnlyParameters {
  private(set) var parameters: [Parameter] = []

  private static let limit = 60
  private static let placeLimit = 4

  init(_ sites: [SettingSite], _ settings: EffectiveSettings) {
    let rewarded = Set(sites.filter { $0.row?.name == "Discount factor" }.map(\.setting.path))
    for site in sites where !Comparability.isPlaceholder(site) && !site.isPresentation {
      guard let row = site.row, !Self.counts(site, row), Self.isOfKind(site, row) else { continue }
      let isRewarded = rewarded.contains(site.setting.path)
      let other = isRewarded && !site.name.words.contains("temperature") ? row.name : ""
      add(site, Self.rewardedMeanings[other] ?? row, settings)
    }
  }

  /// Whether a value is of the kind of its row: a path or a list of names is no size.
  private static func isOfKind(_ site: SettingSite, _ row: ParameterName) -> Bool {
    guard row.value == .number, site.number == nil else { return true }
    let value = site.setting.value.value
    // A list, an exponent, a factor.
    return value.contains(where: \.isASCIIDigit)
      && value.unicodeScalars.allSatisfy {
        " ()[],.+-*/%:_xkKmMeE".unicodeScalars.contains($0)
          || (0x30...0x39).contains($0.value)
      }
  }

  /// What names mean where there is a discount factor: `tau` blends the target network, and
  /// `timesteps` are those of the environment.
  private static let rewardedMeanings: [String: ParameterName] = [
    "Temperature": training("Target network update rate"),
    "Diffusion timesteps": training("Environment steps"),
  ]

  private static func training(_ name: String) -> ParameterName {
    ParameterName(
      name: name, spellings: [], group: Parameter.Group.training.rawValue, value: .number,
      counted: [], code: [])
  }

  /// Whether the name counts batches rather than saying how large one is: `num_minibatches`.
  private static func counts(_ site: SettingSite, _ row: ParameterName) -> Bool {
    guard row.name == "Batch size" else { return false }
    let pieces = NameWords.pieces(of: String(site.setting.name.split(separator: ".").last ?? ""))
      .map(\.lowercase)
    return !pieces.contains("size") && pieces.contains { NameWords.normal($0) == ["number"] }
  }

  /// One parameter for each value, whatever files hold it; the first gives it its name.
  private mutating func add(
    _ site: SettingSite, _ row: ParameterName, _ settings: EffectiveSettings
  ) {
    let setting = site.setting
    if let index = parameters.firstIndex(where: {
      $0.name.value.hasPrefix(row.name + " (")
        && Magnitude.areSame($0.value.value, setting.value.value)
    }) {
      if parameters[index].source.count < Self.placeLimit {
        parameters[index].source.append(settings.place(of: site))
      }
      return
    }
    guard parameters.count < Self.limit else { return }
    parameters.append(
      Parameter(
        group: Parameter.Group(rawValue: row.group) ?? .training,
        name: Grounded(
          "\(row.name) (`\(setting.name)` in \(setting.path))", setting.value.spans,
          .computed("usual name of a setting")),
        value: setting.value, standing: .codeOnly, source: [settings.place(of: site)]))
  }
}
