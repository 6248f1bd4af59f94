internal import IR

/// Settings of the synonyms table that the paper does not state.
struct CodeOnlyParameters {
  private(set) var parameters: [Parameter] = []

  private static let limit = 60
  private static let placeLimit = 4

  init(_ sites: [SettingSite], _ settings: EffectiveSettings) {
    for site in sites {
      guard let row = site.row else { continue }
      add(site, row, settings)
    }
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
