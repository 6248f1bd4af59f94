internal import IR

/// How a sentence among results says what was found, where it names neither its authors nor a
/// table: `The permutation task showed limited generalization.`
///
/// These words are common; they mean a finding only where findings are told.
enum FindingCues {
  static let table = CueTable([
    Cue(
      "more|less|fewer|better|worse|higher|lower|faster|slower|larger|smaller|greater|stronger|weaker|earlier|longer|shorter|cheaper|easier|harder|closer|deeper|bigger",
      .comparison, weight: 1,
      matches: "Damp marbles are slower.", ignores: "Damp marbles are slow."),
    Cue(
      "is|are|was|were|be|perform|performs|train|trains|converge|converges|become|becomes ... more|less|better|worse|higher|lower|faster|slower|larger|smaller|greater|stronger|weaker|earlier|longer|shorter|cheaper|easier|harder|bigger",
      .comparison, weight: 1,
      matches: "Damp marbles are slower.", ignores: "A slower hand sorts them."),
    Cue(
      "best|worst|highest|lowest|fastest|slowest|strongest|weakest|largest|smallest|earliest|most",
      .comparison, weight: 1,
      matches: "Wind does the largest harm.", ignores: "Wind does harm."),
    Cue(
      "the|a first ... to|that|which|result*|model*|method*", .claim, weight: 2,
      matches: "It is the first sorter that hears the marbles.",
      ignores: "At first the sorter listens."),
    Cue(
      "increases|decreases|drops|declines|narrows|shrinks|grows|rises|improves|degrades|reduces|converges|diverges|outperforms|saturates|deteriorates|falls|plateaus|lifts|boosts|raises|lowers|halves|doubles|recovers",
      .result, weight: 2,
      matches: "The error narrows with time.", ignores: "An increase was planned."),
    Cue(
      "increased|decreased|dropped|declined|narrowed|shrank|grew|rose|improved|degraded|reduced|converged|diverged|outperformed|saturated|deteriorated|fell|lifted|boosted|raised|lowered|halved|doubled|recovered",
      .result, weight: 2,
      matches: "The error narrowed with time.", ignores: "An increase was planned."),
    Cue(
      "leads|lead|led|results|resulted to|in", .result, weight: 2,
      matches: "A third reading leads to fewer false rings.", ignores: "He led the way."),
    Cue(
      "yields|yielded|yield|provides|enables|enabled|enable|allowed|permits", .result, weight: 2,
      matches: "The band yields a calm pan.", ignores: "The band is calm."),
    Cue(
      "identical|similar|comparable|same ... result*|performance|accuracy|error|errors|trend*|score*",
      .comparison, weight: 2,
      matches: "We observe nearly identical results.", ignores: "A similar marble rolls."),
    Cue(
      "identical|similar|comparable|equal|close to|across", .comparison, weight: 1,
      matches: "Its drift is close to none.", ignores: "The same marble rolls."),
    Cue(
      "is|are|was|were|remain|remains|remained|be|prove|proves ... robust|stable|consistent|insensitive|sensitive|effective|helpful|sufficient|necessary|essential|critical|crucial|beneficial|detrimental|responsible|negligible|limited|impossible|unstable|reliable|distinct|possible|unnecessary",
      .claim, weight: 2,
      matches: "The order remains stable.", ignores: "The stable is full."),
    Cue(
      "not necessarily|alone|only|merely|simply|solely", .negative, weight: 2,
      matches: "A careful sorter is not necessarily fast.", ignores: "It is necessary."),
    Cue(
      "cannot|can't|fail|fails|failed|unable", .negative, weight: 1,
      matches: "One reading cannot tell them apart.", ignores: "One reading tells."),
    Cue(
      "does|do|did not", .negative, weight: 1,
      matches: "Wind does not matter.", ignores: "Wind matters."),
    Cue(
      "exhibits|exhibited|exhibit|showed|shows|displays|demonstrates|demonstrated|reveals|revealed|confirms|confirmed|indicates|indicating|suggests|suggesting|highlights|highlighting|implies",
      .result, weight: 2,
      matches: "The careful sorter showed a small drift.", ignores: "A small drift."),
    Cue(
      "seem|seems|appear|appears|appeared|tend|tends|learn|learns|learned to", .result, weight: 2,
      matches: "Sorters learn to listen.", ignores: "Sorters listen."),
    Cue(
      "despite|although|even ... with|though|when|without|having|the|of|only", .result, weight: 1,
      matches: "It sorts well despite having one pan.", ignores: "It is an even number."),
    Cue(
      "correlat*|scales|depends|vary|varies with|on|as|across|linearly|by", .result, weight: 2,
      matches: "The error depends on the wind.", ignores: "The scale is red."),
    Cue(
      "theorem*|proposition*|lemma*|corollar* ... show*|imply|implies|state*|prove*|give*|guarantee*|establish*",
      .claim, weight: 3,
      matches: "Theorem 2 shows how noise adds up.", ignores: "The theorem is old."),
    Cue(
      "proving|showing|demonstrating|finding that", .claim, weight: 2,
      matches: "We bound the noise, proving that it adds up.", ignores: "The finding is old."),
    Cue(
      "because|due|attributed|explained|explains|caused|stems to|of|by|from|why|it|they", .result,
      weight: 1,
      matches: "The drift is due to wind.", ignores: "It is due."),
    Cue(
      "slight*|significant*|substantial*|considerabl*|dramatic*|sharply|monotonic*|consistently|markedly|extremely|successful*|severe*|strong*|almost|nearly|modest*|marginal*",
      .result, weight: 1,
      matches: "It drifts sharply.", ignores: "It drifts."),
    Cue(
      "gain|gains|improvement|improvements|reduction|reductions|speedup|speedups|advantage|benefit|benefits|generalization|degradation|overfitting|trade-off|tradeoff",
      .result, weight: 1,
      matches: "There is a gain in the dark.", ignores: "It is dark."),
    Cue(
      "accuracy|error|errors|score|scores|performance|loss|reward|rate|bleu|perplexity|f1 ... of ... #",
      .result, weight: 2,
      matches: "It has an error of 4.5.", ignores: "It has an error."),
    Cue(
      "we observe|observed|find|found|see|notice|noticed|confirm|confirmed", .result, weight: 1,
      matches: "We observe a drift.", ignores: "They observe it."),
    Cue(
      "observe|observed|find|found|note|noted ... that|no|this|little", .result, weight: 1,
      matches: "We swap the pans and observe no drift.", ignores: "The found pan."),
    Cue(
      "whereas|contrary|contrast", .comparison, weight: 2,
      matches: "One scale swings whereas the other stands.", ignores: "Both scales swing."),
    Cue(
      "can|must|always|never|requires|require|needs|none", .result,
      weight: 1,
      matches: "The scale requires a calm room.", ignores: "The scale is calm."),
    Cue(
      "as expected|predicted|anticipated", .result, weight: 1,
      matches: "As expected, damp marbles are slow.", ignores: "We expected rain."),
    Cue(
      "encouraged|surprised|surprising*|remarkabl*|interestingly|notably by|that|to", .result,
      weight: 1,
      matches: "It is surprising that wind helps.", ignores: "A surprise."),
  ])

  /// The weight of what a sentence says of findings.
  static func weight(of words: CueWords) -> Int {
    table.matches(in: words).reduce(0) { $0 + table.rows[$1].weight }
  }

  /// Guesses at what is behind a result: they are claims too, if only hypotheses.
  static let guesses = CueTable([
    Cue(
      "we suspect|believe|hypothesize|hypothesise|conjecture|speculate that", .claim, weight: 2,
      matches: "We suspect that large pans swing.", ignores: "They suspect that we swing."),
    Cue(
      "we ... attribute ... to", .claim, weight: 2,
      matches: "We attribute this drift to wind.", ignores: "The attribute is red."),
  ])

  /// Theorems, and what they say.
  static let proofs = CueTable([
    Cue(
      "theorem*|proposition*|lemma*|corollar* ... show*|imply|implies|state*|prove*|give*|guarantee*|establish*",
      .claim, weight: 2,
      matches: "Theorem 2 shows how noise adds up.", ignores: "The theorem is old."),
    Cue(
      "^ theorem|proposition|corollary #", .claim, weight: 2,
      matches: "Theorem 2 (Noise). Noise adds up.", ignores: "This theorem is old."),
    Cue(
      "we ... prove|show|provide|derive|establish ... bound|lower-bound|upper-bound|that", .claim,
      weight: 2,
      matches: "We prove a lower bound.", ignores: "The bound is loose."),
  ])

  /// What makes a sentence of the title of a figure.
  static let assertions = CueTable([
    Cue(
      "achieves|achieve|outperforms|outperform|improves|improve|increases|decreases|reduces|reduce|converges|converge|grows|drops|falls|rises|leads|yields|enables|enable|allow|allows|generalizes|generalize|exhibit|exhibits|remains|remain|benefits|hurts|helps|is|are|can|does|do",
      .result, weight: 1,
      matches: "Careful sorters outperform hasty ones.", ignores: "Error of the sorters.")
  ])

  /// What speaks of what is to come, of an example or of a wish rather than of what was found.
  static let wishes = CueTable([
    Cue(
      "we hope|plan|encourage|recommend|leave|intend|want|wish|aim|seek|expect|would|will|aimed|begin",
      .future, weight: 1,
      matches: "We hope that wind is better.", ignores: "They hope."),
    Cue(
      "would likely|probably|presumably|perhaps", .future, weight: 1,
      matches: "Wind would likely help.", ignores: "Wind would help."),
    Cue(
      "could|would|should|might|may be ... explored|investigated|studied|extended|considered|interesting|worth*|useful|valuable|improved",
      .future, weight: 1,
      matches: "Wind could be studied further.", ignores: "Wind is studied."),
    Cue(
      "new|novel|better|improved|more ... methods|approaches|techniques|work|research ... ... ... "
        + "are|is needed|required|necessary", .future, weight: 1,
      matches: "New methods that weigh marbles in the wind are needed.",
      ignores: "Two pans are needed."),
    Cue(
      "goal|goals", .future, weight: 1,
      matches: "Speed is another goal of ours.", ignores: "Speed is higher."),
    Cue(
      "future work|research|studies|directions|efforts|investigation*|version*|exploration*|improvement*|development*|iteration*",
      .future, weight: 1, matches: "Future work may weigh faster.", ignores: "The future is faster."
    ),
  ])

  /// What is said among results and is none: habits of the field, works of others, how things are
  /// drawn.
  static let asides = CueTable([
    Cue(
      "^ investigating|exploring|developing|examining|extending|studying|addressing|overcoming|tackling",
      .future, weight: 1,
      matches: "Investigating the drift on larger scales.", ignores: "The drift on larger scales."),
    Cue(
      "^ further improving|exploring|investigating", .future, weight: 1,
      matches: "Further improving the scale.", ignores: "The scale improves further."),
    Cue(
      "findings|results|study|work|analysis|experiments|conclusion ... underscore|underscores|highlight|highlights|emphasize|emphasizes|stress|stresses ... importance|need|necessity|significance|value of|for|to",
      .motivation, weight: 1,
      matches: "Our findings underscore the importance of calm.",
      ignores: "Our findings highlight a drift."),
    Cue(
      "currently|typically|commonly|usually|traditionally|conventionally", .motivation, weight: 1,
      matches: "Scales are currently slower.", ignores: "The current scale is slower."),
    Cue(
      "experiments|evaluation|evaluations|study|studies|ablations|analyses is|are|was|were designed to",
      .method, weight: 1,
      matches: "All experiments are designed to show how calm improves a scale.",
      ignores: "The scale was designed to improve all experiments."),
    Cue(
      "several|some|many|few|certain|a limitations|limitation|challenges|issues remain|remains|exist|exists",
      .limitation, weight: 1,
      matches: "The scale is fast, although several limitations remain.",
      ignores: "The limitations of the scale are small."),
    Cue(
      "related work|works", .motivation, weight: 1,
      matches: "Related work is slower.", ignores: "The related scale is slower."),
    Cue(
      "paper|authors|al reports|report|reported", .motivation, weight: 1,
      matches: "Pretend's paper reports the error.", ignores: "The paper is white."),
    Cue(
      "^ for example|instance", .question, weight: 1,
      matches: "For example, one sorter slept.", ignores: "We give an example."),
    Cue(
      "there are several|many|some|a ... avenues|limitations|directions|opportunities", .future,
      weight: 1,
      matches: "Although it is faster, there are several limitations.",
      ignores: "There are several sorters."),
    Cue(
      "recent|prior|previous|existing|earlier research|work|works|studies has|have", .motivation,
      weight: 1,
      matches: "Recent research has shown faster scales.", ignores: "Our research is recent."),
    Cue(
      "columns|rows|marks|arrows|dots|bars|markers|stars|circles|squares|triangles|shading|colors|colours|panel|panels|highlights|boxes|bands indicate|indicates|denote|denotes|represent|represents|correspond",
      .method, weight: 1,
      matches: "Check marks indicate calm sorters.", ignores: "Our results indicate noise."),
    Cue(
      "in bold|boldface|italics", .method, weight: 1,
      matches: "The lowest errors are in bold.", ignores: "The bold sorter is slower."),
    Cue(
      "legend|axis|axes|x-axis|y-axis", .method, weight: 1,
      matches: "The legend indicates the sorters.", ignores: "The legs are longer."),
    Cue(
      "of interest|note", .question, weight: 1,
      matches: "A quantity of interest is the largest pan.", ignores: "The largest pan wins."),
    Cue(
      "scores|results|values|details|numbers|code|data are|is|was|were given|listed|provided|plotted|available|released",
      .method, weight: 1,
      matches: "Mean scores are given beside those of two sorters.",
      ignores: "Mean scores are lower."),
    Cue(
      "supplementary figure|table|material", .method, weight: 1,
      matches: "Supplementary Figure S2 shows the better scale.", ignores: "Figure 2 shows it."),
    Cue(
      "json|csv|github|url|http*", .method, weight: 1,
      matches: "Data for all figures in JSON format.", ignores: "Data for all figures."),
    Cue(
      "colored|coloured|color|colour|visualization|visualizations|legibility|readability", .method,
      weight: 1,
      matches: "The lines are colored darker.", ignores: "The lines are darker."),
  ])

  /// Words about the text itself.
  static let signposts = CueTable([
    Cue(
      "section|subsection|appendix|chapter provides|describes|gives|presents|contains|lists|discusses|covers",
      .method, weight: 1,
      matches: "The following section provides an overview of lower sorters.",
      ignores: "The section of the pan is lower."),
    Cue(
      "in this|the section|subsection|appendix|chapter|following", .method, weight: 1,
      matches: "In this section we weigh faster.", ignores: "This section is faster."),
    Cue(
      "the next|following theorem|lemma|proposition|corollary|section|subsection|example|paragraph",
      .method, weight: 1,
      matches: "The next theorem relates speed to error.", ignores: "The theorem holds."),
  ])
}
