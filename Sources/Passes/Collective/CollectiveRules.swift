package import IR

/// Heuristics and settings that are common in a library's artifacts of the same domain, and that
/// this work's inputs do not state.
package struct CollectiveRules: Pass {
  package static let id = PassID("collective-inference", version: 1)
  package static let reads = ["library", "paper", "heuristics", "parameters", "manifest"]

  package struct Input: Codable, Sendable {
    let library: Library?
    let paperText: String
    let heuristics: Heuristics
    let parameters: Parameters
    let manifest: Manifest
  }

  package init() {}

  package func input(from document: Document) -> Input {
    let library = document.inputs.library
    // Nobody asks for the text where there is nothing to compare it with.
    let paper = library == nil ? nil : document.inputs.paper.flatMap { document.sources[$0.source] }
    return Input(
      library: library, paperText: paper?.text ?? "", heuristics: document.heuristics,
      parameters: document.parameters, manifest: document.manifest)
  }

  /// Of heuristics and of settings each.
  private static let most = 8

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Candidates>
  {
    guard let library = input.library else { return Reported(Candidates()) }
    let related = Kinship(input.manifest).related(in: library)
    let least = Self.leastOccurrences(among: related.count)
    let settings = SettingCandidates(input).find(in: related, least: least)
    let heuristics = HeuristicCandidates(input).find(in: related, least: least)
    return Reported(
      Candidates(candidates: Array(Self.best(heuristics)) + Self.best(settings)))
  }

  /// What two artifacts of many have in common is chance.
  private static func leastOccurrences(among count: Int) -> Int { max(2, (count + 9) / 10) }

  /// The most common ones; of equally common ones those that come first by name.
  private static func best(_ candidates: [Candidate]) -> ArraySlice<Candidate> {
    candidates.sorted {
      $0.occurrences.count == $1.occurrences.count
        ? $0.name < $1.name : $0.occurrences.count > $1.occurrences.count
    }.prefix(most)
  }
}

/// Which artifacts are of the domain of this work.
private struct Kinship {
  private static let leastSharedKeywords = 2

  private let title: String?
  private let domain: String?
  private let keywords: Set<String>

  init(_ manifest: Manifest) {
    title = manifest.title.grounded.map { $0.value.lowercased() }
    domain = manifest.domain.grounded.map { $0.value.lowercased() }
    keywords = Set(manifest.keywords.map { $0.value.lowercased() })
  }

  /// Those with the same domain or with keywords in common. Of several artifacts of one work the
  /// first counts, and an earlier one of this work itself would only repeat it.
  func related(in library: Library) -> [LibraryArtifact] {
    var works = Set([title].compactMap(\.self))
    return library.artifacts.filter { artifact in
      guard works.insert(artifact.title.lowercased()).inserted else { return false }
      if let domain, artifact.domain?.lowercased() == domain { return true }
      let shared = Set(artifact.keywords.map { $0.lowercased() }).intersection(keywords)
      return shared.count >= Self.leastSharedKeywords
    }
  }
}
