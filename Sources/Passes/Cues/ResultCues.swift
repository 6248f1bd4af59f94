internal import IR

/// What sentences say was found: results, comparisons, failures.
package enum ResultCues {
  package static let rows: [Cue] = [
    Cue(
      "we|our ... achieve*|obtain*|reach*|attain*", .result, weight: 3,
      matches: "We achieve 91.2% accuracy on the toy set.", ignores: "Others achieve less."),
    Cue(
      "achiev*|obtain*|attain* ... #", .result, weight: 2,
      matches: "The sorter attains an accuracy of 96.4.", ignores: "The sorter attains its goal."),
    Cue(
      "result*|experiment* show*|indicate*|demonstrate*|suggest*|reveal*|confirm*", .result,
      weight: 3,
      matches: "The results show that averaging helps.", ignores: "We show the scale."),
    Cue(
      "table|figure|fig ... show*|report*|present*|summari*|list*|compare*", .result, weight: 2,
      matches: "Table 2 shows the accuracy.", ignores: "The table stands in the room."),
    Cue(
      "we ... find|found|observe*|see|note ... that", .result, weight: 2,
      matches: "We find that the band matters.", ignores: "They find marbles."),
    Cue(
      "our experiments|evaluation|results", .result, weight: 2,
      matches: "In our experiments noise falls.",
      ignores: "In the experiments of others noise falls."),
    Cue(
      "state-of-the-art", .result, weight: 2,
      matches: "It sets a new state-of-the-art.", ignores: "It states the art of sorting."),
    Cue(
      "correlat* with", .result, weight: 1,
      matches: "Weight correlates with colour.", ignores: "A correlation is missing."),
    Cue(
      "from # to #", .result, weight: 1,
      matches: "Errors fall from 9 to 4.", ignores: "Errors fall from here on."),

    Cue(
      "outperform*|out-perform*|surpass*|exceed*", .comparison, weight: 3,
      matches: "Averaging outperforms selection.", ignores: "Averaging performs well."),
    Cue(
      "better|worse|higher|lower|faster|slower|fewer|larger|smaller|greater|cheaper ... than",
      .comparison, weight: 3,
      matches: "Two readings are better than one.", ignores: "Two readings are better."),
    Cue(
      "improv* ... over|upon|by|from", .comparison, weight: 3,
      matches: "It improves over one reading.", ignores: "It improves nothing."),
    Cue(
      "compared to|with", .comparison, weight: 2,
      matches: "Errors fall compared to one reading.", ignores: "We compared it."),
    Cue(
      "reduc*|decreas*|increas*|cut* ... by", .comparison, weight: 2,
      matches: "The band reduces errors by half.", ignores: "The reduction is large."),
    Cue(
      "par|comparable|competitive|similar|equivalent with|to", .comparison, weight: 2,
      matches: "It is comparable to weighing twice.", ignores: "It is comparable."),
    Cue(
      "match*|rival* ... performance|accuracy|quality|results", .comparison, weight: 2,
      matches: "It matches the performance of the large scale.", ignores: "The colours match."),
    Cue(
      "speed-up|speedup|speedups", .comparison, weight: 2,
      matches: "A speedup of two is seen.", ignores: "Speed is up to the user."),
    Cue(
      "best|highest|lowest ... performance|accuracy|result*|score*|error|trade-off", .comparison,
      weight: 2,
      matches: "The best accuracy comes from averaging.", ignores: "The best marbles are blue."),
    Cue(
      "significant|substantial|consistent* ... improvement*|gain*|reduction*|increase*",
      .comparison, weight: 2,
      matches: "We see a significant improvement in accuracy.", ignores: "The improvement is small."
    ),

    Cue(
      "did|does|do not ... help|improve|work|converge|generali*|transfer|benefit|lead|yield|provide|affect|change",
      .negative,
      weight: 3, matches: "Selecting the larger reading does not help.", ignores: "It does help."),
    Cue(
      "no ... improvement|benefit|gain|effect|difference|advantage", .negative, weight: 3,
      matches: "We saw no clear improvement.", ignores: "The improvement was clear."),
    Cue(
      "fail*|failed|failure to", .negative, weight: 2,
      matches: "The larger reading fails to separate them.", ignores: "The fall was long."),
    Cue(
      "degrad*|hurt*|harm*|deteriorat*|worsen*", .negative, weight: 3,
      matches: "Dropping the band hurts accuracy.", ignores: "The band helps accuracy."),
    Cue(
      "perform*|result* ... worse|poorly|badly", .negative, weight: 3,
      matches: "The third rule performs worse.", ignores: "The third rule performs well."),
    Cue(
      "drop|drops|dropped|declin*|fall*|decreas* ... when|without|if|after", .negative, weight: 2,
      matches: "Accuracy drops when the band is removed.", ignores: "Drops of water fall."),
    Cue(
      "unstable|instability|diverge|diverges|diverged|diverging|collapse*", .negative, weight: 2,
      matches: "Readings become unstable with wind.", ignores: "The table is stable."),
    Cue(
      "lead*|led|result* to|in ... worse|poor|lower|inferior|overfitting", .negative, weight: 2,
      matches: "Wide bands led to lower accuracy.", ignores: "Wide bands led to success."),
    Cue(
      "unsuccessful*|ineffective|detrimental|suboptimal|sub-optimal", .negative, weight: 2,
      matches: "A single reading is suboptimal.", ignores: "A single reading is optimal."),
    Cue(
      "without|removing|replacing|ablat* ... drop|drops|dropped|worse|lower|lowers|degrad*|decreas*|reduc*",
      .negative,
      weight: 2,
      matches: "Removing the band makes accuracy worse.", ignores: "Removing dust is good."),
    Cue(
      "surprising*|unexpected*|counterintuitive*|interestingly", .negative, weight: 1,
      matches: "Surprisingly the small scale won.", ignores: "As planned the large scale won."),
  ]
}
