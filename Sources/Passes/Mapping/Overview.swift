internal import IR

/// Tells sentences in which the authors present what they made.
///
/// An introduction also presents examples, findings and what others would have to do; these show no
/// part of a solution.
enum Overview {
  static func tells(_ sentence: CueWords) -> Bool {
    !presentations.matches(in: sentence).isEmpty && others.matches(in: sentence).isEmpty
  }

  static let presentations = CueTable([
    Cue(
      "we|us|paper|work|study|article|project|research|thesis ... propose|proposes|introduc*|present|presents|presented|design|designs|designed|develop|develops|developed|build|builds|built|describ*|devis*|explor*|creat*|construct|constructs|release|releases|offer|offers|formulat*|advocat*|adopt|implement*|extend|extends|use|uses|appl*|provid*",
      .contribution, weight: 1,
      matches: "In this paper we propose a scale.", ignores: "Many papers propose scales."),
    Cue(
      "we|i|is|are proposed", .contribution, weight: 1, matches: "We proposed a scale.",
      ignores: "We review the proposed scale."),
  ])

  static let others = CueTable([
    Cue(
      "outperform*", .result, weight: 1, matches: "We present a scale that outperforms all others.",
      ignores: "We present a scale for all."),
    Cue(
      "present|presents|provide|provides|describe|describes ... examples|evidence|results|studies|finding|findings|analysis|experiments|discussion",
      .result, weight: 1, matches: "We present two case studies.", ignores: "We present a scale."),
    Cue(
      "we compare|demonstrate|show|evaluate|report|claim", .result, weight: 1,
      matches: "We compare the proposed scale with others.", ignores: "We propose a scale."),
    Cue(
      "next|following|this|remaining section|sections", .result, weight: 1,
      matches: "The next section of this paper presents the scale.",
      ignores: "This paper presents a scale."),
  ])
}
