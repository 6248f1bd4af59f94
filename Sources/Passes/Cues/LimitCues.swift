internal import IR

/// How papers say what their work does not do, does badly or leaves for later.
///
/// A row of weight 3 says so by itself, others do with one another, or if the sentence speaks of the
/// paper's own work.
package enum LimitCues {
  package static let table = CueTable(denials + bounds + costs + plans)

  private static let denials: [Cue] = [
    Cue(
      "we|i ... do|did|have|had|were|are not ... consider*|study|studied|evaluat*|address*|test|tested|explor*|investigat*|cover*|compar*|claim*|prove|proved|analy*|examin*|quantif*|verif*|validat*|establish*|guarantee*|know|try|tried|able|perform|performed|conduct|conducted|report|provide|run|train|trained|tune|tuned|optimize|optimized|optimise|optimised|measure|measured|attempt|attempted|compute|computed",
      .limitation, weight: 3,
      matches: "We do not consider damp marbles.", ignores: "We do consider damp marbles."),
    Cue(
      "we|i ... do|did|are not take|account|accounting|include|incorporate|capture|seek|aim|intend|distinguish|attempt|explicitly|separately",
      .limitation, weight: 3,
      matches: "We did not seek to weigh steel.", ignores: "We seek to weigh steel."),
    Cue(
      "we|i ... do|did not ... have a|an|any|enough|sufficient|access|reliable", .limitation,
      weight: 2,
      matches: "We do not have a scale.", ignores: "We did not have to stop."),
    Cue(
      "no|not|never|means ... exhaustive|comprehensive|complete|conclusive|definitive",
      .limitation, weight: 2,
      matches: "The list of pans is by no means exhaustive.", ignores: "The list is exhaustive."),
    Cue(
      "not|never ... feasible|possible|practical|practicable|available", .limitation, weight: 2,
      matches: "Weighing all marbles is not feasible.", ignores: "It is feasible."),
    Cue(
      "unable|insufficient|infeasible to|for", .limitation, weight: 2,
      matches: "We were unable to weigh steel.", ignores: "We were able to weigh steel."),
    Cue(
      "there is|are|was|were no ... way|means|method|ground to|truth", .limitation, weight: 2,
      matches: "There is no certain way to weigh steel.", ignores: "That is the way to go."),
    Cue(
      "we|i cannot|can't", .limitation, weight: 2,
      matches: "We cannot rule out a draught.", ignores: "Scales cannot be red."),
    Cue(
      "we|i can|could not", .limitation, weight: 2,
      matches: "We could not rule out a draught.", ignores: "Scales could not be red."),
    Cue(
      "paper|work|study|article|analysis|evaluation|experiments does|do|did not consider|address|cover|include|evaluate|account",
      .limitation, weight: 3,
      matches: "Our study does not cover damp marbles.", ignores: "Our study covers them."),
    Cue(
      "have|has|had|was|were|is|are not ... yet", .limitation, weight: 2,
      matches: "We have not yet weighed steel.", ignores: "Yet it was not red."),
    Cue(
      "not|never been ... studied|tested|evaluated|explored|investigated|verified|validated|tried|examined|considered|compared|optimized|optimised|tuned",
      .limitation, weight: 3,
      matches: "Damp marbles have not been tested.", ignores: "It has not been cold."),
    Cue(
      "is|are|was|were not tested|evaluated|compared|optimized|optimised|examined|investigated",
      .limitation, weight: 3,
      matches: "Damp marbles are not tested here.", ignores: "It was not cold."),
    Cue(
      "we|i ... did|do|could|have not ... observe*|find|found|see|seen|notice*|obtain* ... advantage*|benefit*|improvement*|gain|gains|difference*",
      .limitation, weight: 3,
      matches: "We did not observe any benefit on steel.", ignores: "We did observe a benefit."),
    Cue(
      "beyond|outside|out of|the scope", .limitation, weight: 3,
      matches: "Damp is beyond the scope of this work.", ignores: "The range is wide."),
    Cue(
      "may|might|could|does|do|did|will|would|need not ... generalize|generalise|hold|transfer*|extend|imply|reflect|capture|suffice|guarantee",
      .limitation, weight: 3,
      matches: "The result may not generalize to steel.", ignores: "The general may come."),
    Cue(
      "may|might|could|does not scale|work", .limitation, weight: 2,
      matches: "The sorter may not scale to barrels.", ignores: "The scale may come."),
    Cue(
      "not necessarily|guaranteed|guarantee", .limitation, weight: 1,
      matches: "The sorter is not guaranteed to halt.", ignores: "The guarantee is void."),
    Cue(
      "no guarantee|guarantees|advantage|advantages|proof", .limitation, weight: 2,
      matches: "There is no guarantee for steel.", ignores: "The guarantee holds."),
  ]

  private static let bounds: [Cue] = [
    Cue(
      "our|these|this ... experiments|evaluation|results|findings|study|analysis ... based|conducted|performed|obtained|carried|tested on|with|using|out|in ... small|single|one|fixed|few|limited|specific|synthetic|toy",
      .limitation, weight: 3,
      matches: "Our experiments were conducted with a fixed set of pans.",
      ignores: "Our experiments were conducted at night."),
    Cue(
      "due|owing|because|for|given ... practical|computational|memory|resource|budget|hardware|compute considerations|constraints|reasons|concerns|limitations|restrictions",
      .limitation, weight: 3,
      matches: "One pan is used for practical reasons.", ignores: "One reason is practical."),
    Cue(
      "budget|cost|infrastructure|hardware|resource|computational|gpu constraint|constraints|reasons|limitations|restrictions|availability",
      .limitation, weight: 2,
      matches: "For cost reasons we weighed twelve marbles.", ignores: "The cost is low."),
    Cue(
      "unfortunately|regrettably", .limitation, weight: 2,
      matches: "Unfortunately the pan swings.", ignores: "The fortune is small."),
    Cue(
      "is|are|remains|remain|an|a ... empirical|open question|matter|problem", .limitation,
      weight: 3,
      matches: "Which effect wins is an empirical question.", ignores: "Questions are open."),
    Cue(
      "can|may|could|might ... cause|lead|result|introduce ... bias*|error|errors|instabilit*|misspecification|unintended|degrad*|failure|failures|collapse",
      .limitation, weight: 2,
      matches: "Clipping could itself cause errors.", ignores: "Clipping can help."),
    Cue(
      "limitation|limitations|caveat|caveats|drawback|drawbacks|shortcoming|shortcomings|weakness|weaknesses|downside|downsides|disadvantage|disadvantages",
      .limitation, weight: 2,
      matches: "One limitation is the pan.", ignores: "The pan is limited by steel."),
    Cue(
      "limitation|limitations|caveat|caveats|drawback|drawbacks|shortcoming|shortcomings|weakness|downside|disadvantage ... is|are|of our|this|the|that",
      .limitation, weight: 3,
      matches: "One limitation of our pan is noise.", ignores: "The limitation ended."),
    Cue(
      "is|are|was|were|remain*|also|still|been limited|restricted|confined|constrained to|by|in|on|for",
      .limitation, weight: 2,
      matches: "Our study is limited to glass marbles.", ignores: "The limit is high."),
    Cue(
      "limit*|restrict*|confine* ... ourselves|attention|consideration|study|analysis|scope|evaluation|experiments|investigation",
      .limitation, weight: 2,
      matches: "We limit consideration to glass.", ignores: "The limit is high."),
    Cue(
      "shows|show|has|have|exhibit* limitation|limitations|limited", .limitation, weight: 2,
      matches: "The sorter shows limitations on steel.", ignores: "The limitation ended."),
    Cue(
      "we|our|experiments|evaluation|study|results ... only ... evaluat*|test*|study|studied|experiment*|explor*|address*|cover*|compar*|tried|investigat*",
      .limitation, weight: 2,
      matches: "We only tested glass marbles.", ignores: "Only glass shines."),
    Cue(
      "we|our|experiments|evaluation|study|results|it|and ... only|solely|exclusively|merely consider|considers|considered|considering|focus|focuses|focused|record|recorded|use|used|uses|train|trained|include|included|includes|chose|select|selected|a",
      .limitation, weight: 2,
      matches: "We only recorded one pan.", ignores: "Only a marble rolled."),
    Cue(
      "we|our|experiments|evaluation|study|results|analysis ... consider|considers|considered|cover|covers|covered|test|tested|evaluate|evaluated|study|studied|examine|examined|compare|compared only|solely|exclusively",
      .limitation, weight: 2,
      matches: "The experiments cover only glass.", ignores: "Only glass was tested."),
    Cue(
      "may|might|could|can ... affect|influence|bias|confound|limit|undermine|restrict|reduce ... generalizability|generalisability|generality|interpretab*|interpretation|validity|representativeness|applicability",
      .limitation, weight: 2,
      matches: "The wind may limit the validity of our scale.", ignores: "The scale is valid."),
    Cue(
      "far from ideal|perfect|optimal|complete|satisfactory|practical|exhaustive", .limitation,
      weight: 2,
      matches: "Our scale is far from perfect.", ignores: "It is far from the yard."),
    Cue(
      "room|space|far for|from improvement|improvements|finding|human|human-level|clear|solved|understood",
      .limitation, weight: 3,
      matches: "On steel there is room for improvement.", ignores: "There is room for the pan."),
    Cue(
      "metric|metrics|measure|measures|score|scores|values|estimates|plots|curves|rates ... noisy|unreliable|brittle|overestimate*|underestimate*|overrate*|inflated",
      .limitation, weight: 3,
      matches: "The mean score tends to be very noisy.", ignores: "The yard is noisy."),
    Cue(
      "not|undermin* ... reliable|comparable|compared ... metric|measure|indicator|across",
      .limitation, weight: 3,
      matches: "Mean drift is not a reliable measure.", ignores: "Drift is a reliable measure."),
    Cue(
      "this|our|present|the paper|work|study|article|analysis|evaluation omits|excludes|ignores|neglects|disregards",
      .limitation, weight: 3,
      matches: "The present study omits steel.", ignores: "Wind ignores this study."),
    Cue(
      "should|must|ought not be interpreted|read|taken|understood|construed|regarded|viewed|seen as",
      .limitation,
      weight: 3,
      matches: "Our drift should not be read as a claim on steel.",
      ignores: "It may be read as one."),
    Cue(
      "caution ... should|must|is|when", .limitation, weight: 3,
      matches: "Caution should be exercised on steel.", ignores: "He cautioned us."),
    Cue(
      "interpret*|treat*|generaliz*|generalis* ... caution|cautiously|carefully", .limitation,
      weight: 3,
      matches: "Small drifts must be interpreted with caution.", ignores: "He is careful."),
    Cue(
      "only ... small|single|one|two|few|limited ... experiments|runs|seeds|seed|datasets|dataset|language|languages|domain|domains|architecture|gpu",
      .limitation, weight: 2,
      matches: "We made only a small number of experiments.", ignores: "Only glass shines."),
    Cue(
      "because|due|owing of|to limited|computational|resource|budget|time|lack",
      .limitation, weight: 2,
      matches: "Due to limited time we weighed once.", ignores: "Rain is due to fall."),
    Cue(
      "limited|insufficient|lack time|compute|resources|budget|computational|of", .limitation,
      weight: 1,
      matches: "With limited time we weighed once.", ignores: "Time flies."),
    Cue(
      "sensitive|susceptible|vulnerable|prone to", .limitation, weight: 2,
      matches: "The sorter is sensitive to wind.", ignores: "Skin is sensitive."),
    Cue(
      "rely|relies|depend|depends ... heavily|strongly|on|upon ... choice|quality|availability|assumption",
      .limitation, weight: 2,
      matches: "The sorter depends on the quality of the pan.", ignores: "It depends."),
    Cue(
      "at the cost|expense|price of", .limitation, weight: 2,
      matches: "It is exact at the cost of time.", ignores: "The cost is low."),
    Cue(
      "problem|issue|difficulty with our|this|the", .limitation, weight: 1,
      matches: "The problem with the pan is noise.", ignores: "The problem is old."),
    Cue(
      "remain*|is|are ... unclear|unexplored|untested|unsolved|unresolved|unexplained|inconclusive",
      .limitation, weight: 2,
      matches: "The cause remains unclear.", ignores: "The sky is clear."),
    Cue(
      "remain* ... challenging|difficult|challenge|open|limited|unknown", .limitation, weight: 2,
      matches: "Damp marbles remain difficult.", ignores: "Difficult marbles roll."),
  ]

  private static let costs: [Cue] = [
    Cue(
      "outperform|outperforms|outperformed|outperforming|surpass|surpasses|surpassed|beat|beats ours",
      .limitation, weight: 3,
      matches: "On steel, their sorter outperforms ours.", ignores: "Our sorter outperforms theirs."
    ),
    Cue(
      "outperform|outperforms|outperformed|outperforming|surpass|surpasses|surpassed|beat|beats our method|approach|model|algorithm|system|framework|implementation",
      .limitation, weight: 3,
      matches: "On steel, the sieve surpasses our method.",
      ignores: "Our method surpasses the sieve."),
    Cue(
      "our|proposed ... fail|fails|failed|struggle|struggles|struggled|cannot|underperform|underperforms|breaks",
      .limitation, weight: 2,
      matches: "Our sorter fails on damp marbles.", ignores: "Sorters fail in rain."),
    Cue(
      "come|comes|came|incurs|incur|introduces|adds|requires ... cost|costs|price|overhead|expense",
      .limitation, weight: 2,
      matches: "The sorter comes at a cost.", ignores: "The cost is low."),
    Cue(
      "increase*|longer|higher|additional|more ... training|inference|computational|memory|computation time|times|cost|costs|overhead|complexity|requirements|burden",
      .limitation, weight: 1,
      matches: "It needs longer inference times.", ignores: "Times are hard."),
    Cue(
      "additional|extra|added ... cost|costs|overhead|increase|burden", .limitation, weight: 3,
      matches: "The main additional cost is that of the pan.", ignores: "The cost is low."),
    Cue(
      "computationally|prohibitively|too|very|more|significantly|relatively expensive|costly|intensive|demanding|slow|slower",
      .limitation, weight: 1,
      matches: "It is too slow.", ignores: "The slow train came."),
    Cue(
      "smaller|modest|limited|diminishing|little|less|marginal improvement|improvements|gain|gains|benefit|benefits|speedup|speedups",
      .limitation, weight: 2,
      matches: "It gives a smaller improvement on steel.", ignores: "It gives less noise."),
    Cue(
      "due|owing|because ... mismatch|discrepancy|absence|lack|shortage|scarcity", .limitation,
      weight: 1,
      matches: "It is due to a mismatch of pans.", ignores: "It is due to wind."),
    Cue(
      "less effective|pronounced|suitable|beneficial|accurate|competitive", .limitation, weight: 1,
      matches: "It is less effective on steel.", ignores: "The effect is small."),
    Cue(
      "overfit|overfits|overfitting|overfitted", .limitation, weight: 1,
      matches: "Sorters overfit easily.", ignores: "The fit is over."),
  ]

  private static let plans: [Cue] = [
    Cue(
      "future work|works|research|studies|study|investigation|investigations|direction|directions|extension|extensions|exploration|efforts",
      .future, weight: 3,
      matches: "Damp is a matter of future work.", ignores: "The future is bright."),
    Cue(
      "leave|leaves|left ... to|for|as ... future|further|open|others|later", .future, weight: 3,
      matches: "We leave damp for later.", ignores: "Leaves fall."),
    Cue(
      "we|i ... plan|intend|hope ... to", .future, weight: 3,
      matches: "We plan to weigh damp marbles.", ignores: "The plan is old."),
    Cue(
      "further|more|additional|future research|work|investigation|study|studies|exploration|experiments|analysis|refinement|validation ... needed|required|necessary|warranted",
      .future, weight: 3,
      matches: "Further research is needed.", ignores: "Research is slow."),
    Cue(
      "interesting|promising|exciting|valuable|fruitful|open direction|directions|avenue|avenues|question|questions|extension|extensions|problem|problems",
      .future, weight: 2,
      matches: "Damp is an interesting direction.", ignores: "The direction is north."),
    Cue(
      "warrant|warrants|deserve|deserves|merit|merits ... further|investigation|study", .future,
      weight: 3,
      matches: "Damp marbles warrant further study.", ignores: "The warrant is old."),
    Cue(
      "would be|also interesting|worthwhile|valuable|useful|beneficial to", .future, weight: 3,
      matches: "It would be interesting to weigh steel.", ignores: "Interest is low."),
    Cue(
      "remain|remains to be", .future, weight: 3,
      matches: "Steel remains to be weighed.", ignores: "Steel remains."),
    Cue(
      "in the|near future", .future, weight: 2,
      matches: "We weigh steel in the future.", ignores: "The future is near."),
    Cue(
      "can|could|should|must|might|will be ... extended|explored|investigated|improved|studied|generalized|refined",
      .future, weight: 2,
      matches: "The sorter could be extended to steel.", ignores: "It was extended."),
    Cue(
      "is|are|be|remains another|a|an ... goal|goals|aim|challenge|step", .future, weight: 2,
      matches: "Less noise is another goal.", ignores: "He scored a goal."),
  ]
}
