internal import IR

/// Where code reads the values of its configuration, by the last part of their names.
struct SettingUses {
  private var places: [String: [(path: String, span: SourceSpan)]] = [:]

  mutating func add(_ uses: [(name: String, span: SourceSpan)], in file: KeptFile) {
    for (name, span) in uses { places[name, default: []].append((file.path, span)) }
  }

  /// Notes with each setting where it is read: first in its own file, then in the others.
  func mark(_ settings: inout [Setting]) {
    for index in settings.indices where settings[index].origin != .callKeyword {
      let setting = settings[index]
      let name = setting.name.split(separator: ".").last ?? ""
      let known = places[String(name).replacing("-", with: "_")] ?? []
      let (own, others) = (
        known.filter { $0.path == setting.path }, known.filter { $0.path != setting.path }
      )
      let uses = (own + others).lazy.map(\.span).filter { !setting.value.spans.contains($0) }
      settings[index].uses = Array(uses.prefix(Setting.mostUses))
    }
  }
}
