internal import IR

/// The settings of a repository, joined to the parameters that its paper states.
struct RepositorySettings {
  private let settings: [(setting: Setting, row: ParameterName)]

  /// Parameters that only the repository has.
  private static let addedLimit = 60
  private static let placeLimit = 4
  private static let conflictLimit = 4

  init(_ repository: Repository) {
    settings = repository.settings.compactMap { setting in
      guard let row = ParameterTable.row(forCode: setting.name),
        Self.isPlain(setting.value.value), !Self.isSecret(setting)
      else { return nil }
      return (setting, row)
    }
  }

  /// Adds the places that agree with a stated value, reports what disagrees with every stated
  /// value, and appends what the paper does not name.
  func joined(to stated: [Parameter]) -> [Parameter] {
    var parameters = stated
    var rest: [(setting: Setting, row: ParameterName)] = []
    var agreed: Set<String> = []
    for (setting, row) in settings {
      if let index = index(of: setting, row, in: parameters) {
        agreed.insert(row.name)
        append(place(of: setting), to: &parameters[index])
      } else {
        rest.append((setting, row))
      }
    }
    var added: [Parameter] = []
    for (setting, row) in rest {
      if !agreed.contains(row.name), disagree(setting, row, &parameters) { continue }
      add(setting, row, to: &added)
    }
    return parameters + added
  }

  private func index(of setting: Setting, _ row: ParameterName, in parameters: [Parameter])
    -> Int?
  {
    parameters.firstIndex {
      $0.name.value == row.name && Magnitude.areSame($0.value.value, setting.value.value)
    }
  }

  /// Notes the value as a conflict of the first parameter that it can be compared with.
  private func disagree(_ setting: Setting, _ row: ParameterName, _ parameters: inout [Parameter])
    -> Bool
  {
    guard !ParameterTable.ambiguous.contains(row.name),
      let index = parameters.firstIndex(where: {
        $0.name.value == row.name
          && Self.areComparable($0.value.value, setting.value.value, row.value)
      })
    else { return false }
    let known = parameters[index].conflicts
    let isKnown = known.contains { Magnitude.areSame($0.value.value, setting.value.value) }
    if !isKnown, known.count < Self.conflictLimit {
      parameters[index].conflicts.append(
        RepositoryValue(value: setting.value, place: place(of: setting)))
    }
    return true
  }

  private static func areComparable(_ a: String, _ b: String, _ kind: ParameterName.Value) -> Bool {
    switch kind {
    case .number: Magnitude.parse(a) != nil && Magnitude.parse(b) != nil
    case .word: a.allSatisfy(\.isLetter) && b.allSatisfy(\.isLetter)
    }
  }

  /// One parameter for each value, whatever files hold it; the first gives it its name.
  private func add(_ setting: Setting, _ row: ParameterName, to added: inout [Parameter]) {
    if let index = added.firstIndex(where: {
      $0.name.value.hasPrefix(row.name + " (")
        && Magnitude.areSame($0.value.value, setting.value.value)
    }) {
      return append(place(of: setting), to: &added[index])
    }
    guard added.count < Self.addedLimit else { return }
    added.append(
      Parameter(
        group: Parameter.Group(rawValue: row.group) ?? .training,
        name: Grounded(
          "\(row.name) (`\(setting.name)` in \(setting.path))", setting.value.spans,
          .computed("usual name of a setting")),
        value: setting.value, source: [place(of: setting)]))
  }

  private func place(of setting: Setting) -> Grounded<String> {
    Grounded("\(setting.path):\(setting.line)", setting.value.spans)
  }

  private func append(_ place: Grounded<String>, to parameter: inout Parameter) {
    if parameter.source.count < Self.placeLimit { parameter.source.append(place) }
  }

  private static func isPlain(_ value: String) -> Bool {
    !value.isEmpty && value.count < 60 && !value.has("\n") && !value.has("`") && value != "None"
      && value != "null" && !value.has("{")
  }

  private static func isSecret(_ setting: Setting) -> Bool {
    let lower = setting.name.lowercase
    return ["password", "secret", "token", "api_key", "apikey", "credential"].contains {
      lower.has($0)
    }
  }
}
