import IR
import Testing

@testable import Passes

extension Cue: CustomTestStringConvertible {
  package var testDescription: String { pattern }
}

struct CueTests {
  private static let tables = [
    LimitCues.table.rows, LimitCues.restraints.rows, LimitCues.remarks.rows,
    LimitCues.prospects.rows, LimitCues.concessions.rows, LimitCues.own.rows, LimitCues.others.rows,
    LimitCues.vetoes.rows, AssumptionCues.table.rows, AssumptionCues.premises.rows,
    AssumptionCues.pointers.rows, AssumptionCues.vetoes.rows,
    AssumptionCues.conditions.rows, AssumptionCues.boundaries.rows, AssumptionCues.scope.rows,
    AssumptionCues.scopeVetoes.rows, AssumptionCues.terms.rows, AssumptionCues.settings.rows,
    AssumptionCues.shared.rows, AssumptionCues.exclusions.rows, AssumptionCues.setups.rows,
    AssumptionCues.hints.rows,
    LimitCues.exceptions.rows, LimitCues.hopes.rows, LimitCues.influence.rows,
    LimitCues.proposals.rows,
    MethodCues.rows, MotivationCues.rows, ResultCues.rows, RelationCues.rows.map(\.cue),
    NoClaim.pointers.rows, NoClaim.displaying.rows, NoClaim.findings.rows, NoClaim.pointsAside.rows,
    NoClaim.announcements.rows,
    NoClaim.suppositions.rows, NoClaim.doings.rows, NoClaim.outcomes.rows, NoClaim.listings.rows,
    CaptionFindings.legends.rows,
    Practice.reasons.rows, Practice.trials.rows,
    DataCues.subjects.rows, DataCues.provenance.rows, DataCues.sizes.rows,
    DataCues.variables.rows, DataCues.cleaning.rows, DataCues.normalization.rows,
    DataCues.normalizationVetoes.rows, DataCues.qualityControl.rows, DataCues.splits.rows,
    DataCues.licensing.rows, DataCues.ethics.rows, DataSentences.titles.rows,
    DataCues.parts.rows, EnvironmentRules.uses.rows,
    MethodSteps.openings.rows, MethodSteps.intentions.rows, MethodActs.trials.rows,
    Overview.presentations.rows, Overview.others.rows,
    ComponentFields.taking.rows, ComponentFields.inputs.rows, ComponentFields.giving.rows,
    ComponentFields.outputs.rows, ComponentFields.joining.rows, ComponentFields.choosing.rows,
    ComplexityFinder.costs.rows, ComplexityFinder.growth.rows, ComplexityFinder.own.rows,
    Repetition.cues.rows, Protocol.cues.rows, PlanWriter.uses.rows, PlanSentence.gains.rows,
    PlanWriter.bases.rows, PlanWriter.tools.rows,
    ProblemCues.gaps.rows, ProblemCues.turns.rows,
    ProblemCues.vetoes.rows, ProblemCues.listings.rows, ProblemCues.attempts.rows,
    ProblemCues.closings.rows, ProblemCues.means.rows,
    SettingActs.acts.rows, SettingActs.deeds.rows, Equipment.runs.rows, Equipment.measurements.rows,
    Equipment.deeds.rows,
    Equipment.limits.rows,
    SetbackCues.all.rows, DeadEndRules.losses.rows, TrialCues.denials.rows, TrialCues.asides.rows,
    TrialCues.trials.rows,
    Setback.others.rows, Setback.explanations.rows, TriedVariant.trials.rows,
    TriedVariant.losers.rows,
    Rejection.considerations.rows, Rejection.decisions.rows, Alternative.preferences.rows,
    NoChoice.expositions.rows, NoChoice.customs.rows, NoChoice.works.rows,
    ChoiceRules.options.rows, ChoiceRules.acts.rows, Reason.consequences.rows,
    PivotRules.starts.rows, PivotRules.doubts.rows, PivotRules.turns.rows,
    AblationTable.effects.rows, AblationTable.settings.rows, Falsification.denials.rows,
    Falsification.equalities.rows, Falsification.falls.rows, TopicSentences.scenes.rows,
    Falsification.gains.rows, Falsification.rises.rows, FindingCues.table.rows,
    FindingCues.guesses.rows,
    FindingCues.proofs.rows, FindingCues.assertions.rows, FindingCues.wishes.rows,
    FindingCues.asides.rows, FindingCues.signposts.rows, Contribution.offers.rows,
    CodeComments.warnings.rows,
    CodeComments.reasons.rows, CodeComments.plumbing.rows, HistoryWords.repairs.rows,
    HistoryWords.failures.rows, HistoryWords.programs.rows, HistoryWords.duplicates.rows,
  ]

  @Test(arguments: tables.flatMap(\.self))
  func aRowMatchesItsSentenceAndNotTheOther(_ cue: Cue) {
    #expect(cue.matches(CueWords(cue.matches)))
    #expect(!cue.matches(CueWords(cue.ignores)))
    #expect(cue.weight > 0)
  }

  @Test func rowsAreToldApart() {
    for rows in [AtomRules.cues.rows, RelationCues.rows.map(\.cue)] {
      let keys = rows.map { "\($0.role) \($0.pattern)" }
      #expect(Set(keys).count == keys.count)
    }
    #expect(Self.tables.joined().count > 100)
  }

  /// The compiled table finds what its rows find one by one.
  @Test func aTableFindsWhatItsRowsFind() {
    let table = AtomRules.cues
    for sentence in table.rows.flatMap({ [$0.matches, $0.ignores] }) {
      let words = CueWords(sentence)
      let one = table.rows.indices.filter { table.rows[$0].matches(words) }
      #expect(table.matches(in: words) == one, "\(sentence)")
    }
  }

  @Test func saysWhichWordsARowTakes() {
    let row = Cue("no ... gain", .negative, weight: 1, matches: "", ignores: "")
    let found = CueTable([row]).occurrences(
      in: CueWords("We saw no clear gain, and no gain later."))
    #expect(found.map(\.words) == [2..<5, 6..<8])
  }

  @Test func addsWeightsAndPutsTheHeaviestFirst() {
    func cue(_ pattern: String, _ role: Atom.Role, _ weight: Int) -> Cue {
      Cue(pattern, role, weight: weight, matches: "", ignores: "")
    }
    let table = CueTable([
      cue("helps", .claim, 2), cue("does not", .negative, 3), cue("help|helps", .claim, 2),
      cue("waiting", .method, 3),
    ])
    let roles = table.roles(of: CueWords("Waiting helps, and it does not hurt."))
    #expect(roles.map(\.role) == [.claim, .method, .negative])
    #expect(roles.map(\.weight) == [4, 3, 3])
    #expect(table.roles(of: CueWords("")).isEmpty)
  }
}

struct CuePatternTests {
  private func matches(_ pattern: String, _ sentence: String) -> Bool {
    Cue(pattern, .claim, weight: 1, matches: "", ignores: "").matches(CueWords(sentence))
  }

  @Test(arguments: [
    ("better than", "It is better than that.", true),
    ("better than", "It is better, than that.", true),
    ("better than", "Better than all.", true),
    ("better than", "It is better.", false),
    ("better than", "Than better.", false),
    ("outperform*", "It outperforms all.", true),
    ("outperform*", "It can outperform all.", true),
    ("outperform*", "It performs.", false),
    ("a|b c", "b c", true),
    ("a|b c", "a b", false),
    ("a|b* c", "bull c", true),
    ("a|b* c", "apple c", false),
    ("^ unlike", "Unlike others we wait.", true),
    ("^ unlike", "We, unlike others, wait.", false),
    ("from # to #", "from 3 to 4.5", true),
    ("from # to #", "from here to 4", false),
    ("two|# marbles", "I saw 4 marbles.", true),
    ("two|# marbles", "I saw red marbles.", false),
    ("we ... wait", "We wait.", true),
    ("we ... wait", "We one two three four wait.", true),
    ("we ... wait", "We one two three four five wait.", false),
    ("we ... wait ... now", "We do wait, even now.", true),
    ("is not", "It isn’t.", true),
    ("can't", "It can’t.", true),
  ])
  func matchesWordsInOrder(_ pattern: String, _ sentence: String, _ isMatch: Bool) {
    #expect(matches(pattern, sentence) == isMatch)
  }

  @Test(arguments: [
    ("State-of-the-art, at last!", ["state-of-the-art", "at", "last"]),
    ("99.5% (Table 2).", ["99.5%", "table", "2"]),
    ("e.g. -3 –x–", ["e.g", "3", "x"]),
    ("L’Œuvre ÉTÉ", ["l'œuvre", "été"]),
    ("...", []),
  ])
  func splitsSentencesToWords(_ sentence: String, _ words: [String]) {
    #expect(CueWords(sentence).words == words)
  }
}
