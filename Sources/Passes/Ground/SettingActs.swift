internal import IR

/// What authors do with the numbers of a sentence.
enum SettingActs {
  /// What is done with a count rather than found.
  static let acts = CueTable([
    Cue(
      "train*|pre-train*|fine-tun*|optimi*|run|ran|use|uses|used|using|set|consist*",
      .configuration, weight: 1,
      matches: "We train all sorters for 200 steps.", ignores: "It was best after 200 steps."),
    Cue(
      "we focus*", .configuration, weight: 1,
      matches: "We focus on 4 kinds of marbles.", ignores: "They focus on marbles."),
    Cue(
      "we|was|were|is|are ... sampl*|generat*|averag*|limit*|fixed|chosen|selected|tuned|searched|varied|initiali*|resized|employ*",
      .configuration, weight: 1,
      matches: "We sample 40 marbles.", ignores: "A sample of 40 marbles shines."),
  ])

  /// What the authors do with a count where they report nothing.
  static let deeds = CueTable([
    Cue(
      "we ... fix|apply|applied|choose|select|adopt*|collect*|create|created|produce|produced|reserv*|keep|kept|retain*|sampl*|resampl*|subsampl*|downsampl*|split|clip*|configur*|implement*|review*|analyz*|analys*|retriev*|recruit*|survey*|interview*|label*|annotat*|solicit*|perform|performed|conduct|conducted",
      .configuration, weight: 1,
      matches: "We apply a penalty of 2.", ignores: "They apply a penalty of 2."),
    Cue(
      "was|were|is|are ... applied|clipped|adopted|collected|created|reserved|kept|split",
      .configuration, weight: 1,
      matches: "The edges are clipped to 3.", ignores: "The clip has 3 edges."),
  ])
}
