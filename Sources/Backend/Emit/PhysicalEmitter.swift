internal import IR

/// `src/environment.md`, `src/configs` and `data` (`spec/ara-format.md`, 5.8, 5.9, 5.11).
struct PhysicalEmitter: Emitter {
  func emit(into artifact: inout ArtifactWriter) {
    writeEnvironment(into: &artifact)
    for group in Parameter.Group.allCases { writeConfiguration(group, into: &artifact) }
    writeData(into: &artifact)
  }

  private func writeEnvironment(into artifact: inout ArtifactWriter) {
    let environment = artifact.document.environment
    let absence = artifact.document.describesCode ? Phrase.notSpecified : Phrase.notAvailable
    var file = artifact.file("src/environment.md")
    file.line("# Environment")
    file.field("Language/runtime", environment.runtime.line(ifSilent: absence))
    file.field("Python", environment.python.line(ifSilent: absence))
    file.field("Framework", environment.framework.line(ifSilent: absence))
    file.field("Hardware", environment.hardware.line(ifSilent: absence))
    file.field("Data sources", "\(environment.dataSources, separator: ", ", ifEmpty: absence)")
    file.field("Key dependencies", "\(environment.dependencies, separator: ", ", ifEmpty: absence)")
    file.field("Protocols", environment.protocols.line(ifSilent: absence))
    file.field("Random seeds", environment.seeds.line(ifSilent: absence))
    for (name, values) in [
      ("CUDA", environment.cuda), ("Images", environment.images),
      ("Requested from the batch system", environment.requests),
      ("Set-up commands", environment.setUp), ("Data locations", environment.dataLocations),
      ("Seeds in the code", environment.seedSettings),
    ] where !values.isEmpty {
      file.field(name, "\(values, separator: "; ")")
    }
    artifact.add(
      file, .physical, "Runtime, hardware, data, dependencies, seeds",
      claims: allClaims(artifact.document))
  }

  /// What every run depends on serves every claim.
  private func allClaims(_ document: Document) -> [EntityID<Claim>] {
    document.claims.claims.map(\.id)
  }

  private func writeConfiguration(_ group: Parameter.Group, into artifact: inout ArtifactWriter) {
    let document = artifact.document
    let parameters = document.parameters.parameters.filter { $0.group == group }
    // Only the two files that every artifact has are written without content.
    guard !parameters.isEmpty || group == .training || group == .model else { return }
    var file = artifact.file("src/configs/\(group.rawValue).md")
    let title = group.rawValue.prefix(1).uppercased() + group.rawValue.dropFirst()
    file.line("# \(words: title) configuration")
    let settings = SettingPlaces(document)
    for parameter in parameters {
      write(parameter, into: &file)
      settings.write(parameter, into: &file)
    }
    if parameters.isEmpty {
      let absence = document.describesCode ? Phrase.notSpecified : Phrase.notAvailable
      file.blank()
      file.line("## \(words: title) parameters")
      file.field(
        "Value",
        "\(words: document.parameters.trains ? absence : Phrase.notTrained)")
      for field in ["Rationale", "Search range", "Sensitivity", "Source"] {
        file.field(field, "\(words: absence)")
      }
    }
    artifact.add(
      file, .physical, "\(words: title) parameters", claims: allClaims(document))
  }

  private func write(_ parameter: Parameter, into file: inout FileWriter) {
    file.blank()
    let title: Line =
      parameter.scope.isEmpty
      ? "\(parameter.name)" : "\(parameter.name) (\(parameter.scope, separator: "; "))"
    file.line("## \(title)", field: "Name")
    let others = parameter.conflicts.map { "\($0.value)" as Line }
    let value: Line =
      others.isEmpty
      ? "\(parameter.value)"
      : "\(parameter.value) (paper); \(others, separator: ", ") (repository)"
    file.field("Value", value)
    file.field("Rationale", "\(parameter.rationale)")
    file.field("Search range", "\(parameter.searchRange)")
    file.field("Sensitivity", "\(parameter.sensitivity)")
    file.field("Source", "\(parameter.source, separator: "; ")")
  }

  // MARK: Data

  private func writeData(into artifact: inout ArtifactWriter) {
    if let card = artifact.document.data.dataset {
      var file = artifact.file("data/dataset.md")
      file.line("# Dataset")
      file.field("Provenance", "\(card.provenance)")
      file.field("Source", "\(card.source, separator: "; ")")
      file.field("Size", "\(card.size)")
      file.field("Licensing", "\(card.licensing)")
      file.field("Ethics", "\(card.ethics)")
      file.field("Variables", "\(card.variables)")
      artifact.add(file, .data, "Data of the work")
    }
    if let card = artifact.document.data.preprocessing {
      var file = artifact.file("data/preprocessing.md")
      file.line("# Preprocessing")
      file.field("Cleaning", "\(card.cleaning)")
      file.field("Normalization", "\(card.normalization)")
      file.field("Quality control", "\(card.qualityControl)")
      file.field("Splits", "\(card.splits)")
      artifact.add(file, .data, "Cleaning and splits")
    }
  }
}

extension Document {
  /// Whether an input describes the code: of runs alone neither settings nor an environment follow.
  fileprivate var describesCode: Bool { inputs.paper != nil || inputs.repository != nil }
}

extension Stated<String> {
  /// The value, or the phrase for its absence.
  fileprivate func line(ifSilent absence: String) -> Line {
    switch self {
    case .stated(let value): "\(value)"
    case .notSpecified: "\(words: absence)"
    case .notAvailable: "\(words: Phrase.notAvailable)"
    }
  }
}
