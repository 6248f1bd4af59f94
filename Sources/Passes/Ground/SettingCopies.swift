internal import IR

/// Settings that stand under one name in several configurations of one folder, as the experiments
/// of one work have them.
///
/// Where at least two thirds of them have what the paper states, the paper speaks of this setting,
/// whatever it calls what the setting belongs to, and those that differ contradict it.
struct SettingCopies {
  private struct Family: Hashable {
    let name: String
    let folder: Substring
    let ending: Substring

    init(_ setting: Setting) {
      let path = setting.path
      name = setting.name
      folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
      ending = path[(path.lastIndex(of: ".") ?? path.endIndex)...]
    }
  }

  /// How many have the value of a statement, by its index.
  private var agreeing: [Int: [Family: Int]]
  private var differing: [Family: Int] = [:]

  /// Fewer may agree by chance, and of a sweep more than a third differ.
  private static let leastAgreeing = 3
  private static let agreeingForOne = 2

  init(agreeing: [Int: [SettingSite]], differing: [SettingSite]) {
    self.agreeing = agreeing.mapValues { Self.counts($0) }
    self.differing = Self.counts(differing)
  }

  private static func counts(_ sites: [SettingSite]) -> [Family: Int] {
    sites.reduce(into: [:]) { counts, site in
      guard site.setting.origin == .configurationFile else { return }
      counts[Family(site.setting), default: 0] += 1
    }
  }

  /// Whether a site differs where most of its copies have what the statement says.
  func isOutlier(_ site: SettingSite, of statement: PaperStatement) -> Bool {
    guard site.setting.origin == .configurationFile, statement.isNamed(like: site),
      (site.number == nil) == statement.numbers.isEmpty, let known = agreeing[statement.index]
    else { return false }
    let family = Family(site.setting)
    let others = differing[family] ?? 0
    return known[family].map { $0 >= max(Self.leastAgreeing, others * Self.agreeingForOne) }
      ?? false
  }
}
