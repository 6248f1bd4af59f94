extension Verifier {
  /// Every check of an artifact alone.
  static let checks: [any Check] = [
    DirectoryCheck(), CoreFileCheck(), MinimumFilesCheck(), EncodingCheck(), PathCheck(),
    LeftoverCheck(), CredentialCheck(), MachineTraceCheck(), CodeIndexCheck(),
    FrontmatterFormCheck(), FrontmatterKeyCheck(), LayerIndexCheck(), DeclaredCountCheck(),
    ManifestBodyCheck(),
    BlockFormCheck(), ClaimFieldCheck(), PlaceholderCheck(), FieldFormCheck(), StatementCheck(),
    ConditionsCheck(), ProblemCheck(), ConceptCheck(), ExperimentFieldCheck(), ResultLeakCheck(),
    HeuristicFieldCheck(), RelatedWorkCheck(), PhysicalFieldCheck(), SolutionSectionCheck(),
    ReferenceCheck(), ProofCheck(), VerifiesCheck(), DependencyCheck(), CodeReferenceCheck(),
    ExperimentLinkCheck(), TreeEvidenceCheck(), ComponentWordCheck(), OrphanCheck(),
    ClaimConsistencyCheck(),
    TraceFormCheck(), TraceIdentityCheck(), TraceCountCheck(), TraceBodyCheck(),
    TraceSupportCheck(), TraceDependencyCheck(), TraceKeyCheck(),
    EvidenceIndexCheck(), ExhibitFieldCheck(), ExhibitLabelCheck(), DerivationCheck(),
    PictureCheck(), FigureCheck(), EstimateCheck(), ResultFileCheck(),
    SourceEntryCheck(), CitedPlaceCheck(), NumberOriginCheck(), CodeGroundingCheck(),
    SourceMapCheck(), RubricFormCheck(), CoverageCheck(),
  ]

  /// Every check of an artifact beside its inputs.
  static let sourceChecks: [any SourceCheck] = [
    InputQuoteCheck(), MappedQuoteCheck(), TranscriptionCheck(), ReconstructionCheck(),
    RepositoryPathCheck(),
    TitlePageCheck(), BibliographyCheck(), LedgerCheck(), RubricSourceCheck(),
    ParameterSourceCheck(), PopulationCheck(), UnitCheck(), FairnessCheck(),
  ]
}
