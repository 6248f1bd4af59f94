internal import IR

/// The passes, in order: every pass reads only what stands above it.
package enum Pipeline {
  package static let passes: [AnyPass] = [
    // Semantic deconstruction
    AnyPass(AtomRules()),
    // Cognitive mapping
    AnyPass(EvidenceFiler()),
    AnyPass(ProblemRules()),
    AnyPass(ConceptRules()),
    AnyPass(RelatedWorkRules()),
    AnyPass(ClaimModel()),
    AnyPass(ExperimentRules()),
    AnyPass(SolutionRules()),
    // Physical grounding
    AnyPass(ParameterRules()),
    AnyPass(CodeFactRules()),
    AnyPass(EnvironmentRules()),
    AnyPass(CodeRules()),
    AnyPass(DataRules()),
    AnyPass(HeuristicRules()),
    // Trace extraction
    AnyPass(TraceRules()),
    // Linking and coverage
    AnyPass(ManifestRules()),
    AnyPass(CollectiveRules()),
    AnyPass(LinkRules()),
    AnyPass(CoverageRules()),
  ]
}
