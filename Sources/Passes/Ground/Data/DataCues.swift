internal import IR

/// Phrases that tell where data comes from and what was done to it.
///
/// Weights rank the phrases of one field: what a sentence says of the data set as such stands above
/// what it says of some samples.
enum DataCues {
  /// Sets of data by name of kind.
  private static let sets =
    "dataset|datasets|data|corpus|corpora|benchmark|benchmarks|collection|database"
  /// What such sets are made of.
  static let units =
    "images|samples|examples|instances|records|rows|sentences|utterances|tokens|pairs|clips|documents|articles|questions|items|graphs|nodes|songs|tracks|speakers|patients|subjects|participants|respondents|scans|videos|trajectories|reviews|tweets|users|commits|repositories|observations|cases|prompts|conversations|dialogues|problems|recordings|signals|responses|annotations|texts|excerpts|molecules|queries|minutes|hours|days"
  private static let matter = sets + "|" + units + "|inputs|text|audio|image|sample|signal|values"

  /// Whether a sentence speaks of data at all.
  static let subjects = CueTable([
    Cue(
      matter, .configuration, weight: 1, matches: "The marbles are images.",
      ignores: "The marbles are small."),
    Cue(
      "training|test|validation|development|held-out set|sets|split", .configuration, weight: 1,
      matches: "The test set is small.", ignores: "The test is small."),
  ])

  static let provenance = CueTable([
    Cue(
      "\(sets) ... is|are|was|were ... collected|sourced|taken|drawn|obtained|gathered|compiled|scraped|downloaded|recorded|acquired|constructed|generated",
      .configuration, weight: 4,
      matches: "The dataset was collected in the yard.", ignores: "The dataset is large."),
    Cue(
      "we|i ... collect*|gather*|record*|acquir*|captur*|scrap*|construct*|build|built|creat*|compile*|introduc*|generat*|curat* ... \(sets)",
      .configuration, weight: 4,
      matches: "We collected a new corpus of marbles.", ignores: "We use a corpus."),
    Cue(
      "we|i ... use|used|choose|chose|select*|consider|employ*|adopt*|take|took ... ... \(sets)",
      .configuration, weight: 4,
      matches: "We use the Yard dataset.", ignores: "We know of a dataset."),
    Cue(
      "we|i ... evaluat*|test|tested|train|trained|experiment*|benchmark* ... on ... ... ... \(sets)",
      .configuration, weight: 4,
      matches: "We evaluate the sorter on the Yard dataset.", ignores: "We evaluate the sorter."),
    Cue(
      "is|are a|the|our|an ... \(sets) of|with|from", .configuration, weight: 3,
      matches: "The yard set is a dataset of marbles.", ignores: "The dataset is the yard's."),
    Cue(
      "trained|evaluated|tested|conducted|performed|carried ... on ... \(sets)", .configuration,
      weight: 3,
      matches: "Experiments were conducted on two datasets.",
      ignores: "Experiments were conducted."),
    Cue(
      "dataset|datasets|corpus|corpora|benchmark|benchmarks|database ... consist*|contain*|compris*|include*|cover*|span*",
      .configuration, weight: 3,
      matches: "The corpus contains 12 bells.", ignores: "The corpus is loud."),
    Cue(
      "taken|drawn|obtained|sourced|downloaded|scraped|recorded|sampled from", .configuration,
      weight: 2,
      matches: "The marbles are taken from the yard.", ignores: "The marbles are taken away."),
  ])

  static let variables = CueTable([
    Cue(
      "\(matter) ... contain*|consist*|has|have|includ*|provid*|compris*|record*|with ... # ... features|attributes|variables|columns|classes|labels|categories|fields|types",
      .configuration, weight: 4,
      matches: "The dataset contains 3 features of each marble.",
      ignores: "The dataset has gaps."),
    Cue(
      "\(sets) ... contain*|consist*|includ*|record* ... features|attributes|variables|columns|fields|demographics",
      .configuration, weight: 3,
      matches: "The dataset includes the attributes of a marble.",
      ignores: "The dataset includes marbles."),
    Cue(
      "each|every \(units)|image|sample|example|instance|record|row|item|question|document|entry|patient|participant|case ... contain*|consist*|has|have|includ*|compris*|records",
      .configuration, weight: 3,
      matches: "Each record has a colour and a mass.", ignores: "Each pan has a mass."),
    Cue(
      "annotated|labeled|labelled with", .configuration, weight: 2,
      matches: "Marbles are annotated with a colour.", ignores: "Marbles are annotated twice."),
  ])

  static let cleaning = CueTable([
    Cue(
      "we|i ... remov*|filter*|exclud*|discard*|drop|dropped|deduplicat*|clean|cleaned ... \(matter)|outliers|duplicates|entries|missing",
      .configuration, weight: 4,
      matches: "We remove all images of chipped marbles.", ignores: "We remove the pan."),
    Cue(
      "\(matter)|outliers|duplicates|entries ... ... is|are|was|were|being ... removed|filtered|excluded|discarded|dropped|deduplicated|cleaned",
      .configuration, weight: 4,
      matches: "Images with glare were discarded.", ignores: "Pans were discarded."),
    Cue(
      "was|were removed|filtered|excluded|discarded|dropped", .configuration, weight: 1,
      matches: "Minutes with a frozen pan were excluded.", ignores: "The pan was frozen."),
    Cue(
      "data cleaning", .configuration, weight: 3,
      matches: "Data cleaning took a day.", ignores: "Cleaning the pan took a day."),
  ])

  static let normalization = CueTable([
    Cue(
      "is|are|was|were|been ... normalized|normalised|standardized|standardised|tokenized|tokenised|resized|rescaled|whitened|downsampled|resampled|cropped|lowercased|binarized|z-scored",
      .configuration, weight: 3,
      matches: "All images are resized to one size.", ignores: "The normalized score is high."),
    Cue(
      "we|i|then|and ... normalize|normalise|standardize|standardise|tokenize|tokenise|resize|resized|rescale|rescaled|whiten|whitened|downsample|downsampled|resample|resampled|normalized|normalised|standardized|tokenized|lowercase",
      .configuration, weight: 3,
      matches: "We normalize the inputs.", ignores: "The inputs are normal."),
    Cue(
      "apply|applied|use|used|using|perform|performed ... normalization|normalisation|standardization|standardisation|tokenization|tokenisation|min-max|min–max|z-score|augmentation",
      .configuration, weight: 3,
      matches: "We apply min–max normalization to all values.",
      ignores: "We apply the sorter."),
  ])

  /// What is normalised inside of a network, or is so by name.
  static let normalizationVetoes = CueTable([
    Cue(
      "batch|layer|group|instance|spectral|weight|root-mean-square|rms norm*|standardi*",
      .configuration, weight: 1,
      matches: "We use batch normalization.", ignores: "We use min–max normalization."),
    Cue(
      "layer-norm*|batch-norm*|batchnorm|layernorm|rmsnorm", .configuration, weight: 1,
      matches: "The values are normalized by LayerNorm.", ignores: "The values are normalized."),
    Cue(
      "score|scores|loss|attention|weights|gradient|gradients|metric|accuracy|error ... is|are|was|were normal*|rescaled",
      .configuration, weight: 1,
      matches: "The scores are normalized.", ignores: "The images are normalized."),
  ])

  static let qualityControl = CueTable([
    Cue(
      "quality control|assurance|checks|check", .configuration, weight: 4,
      matches: "Quality control was strict.", ignores: "The quality is high."),
    Cue(
      "annotat*|label*|verif*|check*|review*|validat*|inspect*|transcrib*|rated ... by ... human*|expert*|annotator*|author*|specialist*|radiologist*|physician*|crowd*|rater*|worker*",
      .configuration, weight: 4,
      matches: "All images were labelled by two experts.", ignores: "It was labelled by hand."),
    Cue(
      "manual*|hand ... annotat*|label*|verif*|check*|review*|validat*|inspect*|transcrib*",
      .configuration, weight: 3,
      matches: "All images were manually checked.", ignores: "The manual is old."),
    Cue(
      "agreement|kappa ... annotators|raters|experts|labels", .configuration, weight: 3,
      matches: "The agreement of the annotators is high.", ignores: "The agreement is signed."),
    Cue(
      "inter-annotator|inter-rater", .configuration, weight: 3,
      matches: "Inter-annotator agreement is high.", ignores: "The annotator is tired."),
  ])

  static let splits = CueTable([
    Cue(
      "split|splits|divide*|partition* ... into|in ... train|training|test|testing|validation|folds|parts|subsets",
      .configuration, weight: 4,
      matches: "We split the data into training and test sets.", ignores: "We split the marble."),
    Cue(
      "# ... for|as|in|to ... training|train|testing|test|validation|evaluation|development|tuning",
      .configuration, weight: 3,
      matches: "We keep 200 marbles for testing.", ignores: "We keep 200 marbles."),
    Cue(
      "training|train|test|testing|validation|dev|development|held-out set|sets|split|splits|fold|folds|data ... # ",
      .configuration, weight: 3,
      matches: "The training set has 200 marbles.", ignores: "The training set is small."),
    Cue(
      "form|forms|serve*|used|held|kept|make ... training|train|test|testing|validation|held-out set|sets|data|split",
      .configuration, weight: 3,
      matches: "The first ten days form the training set.", ignores: "The first day is long."),
    Cue(
      "# training|train|test|testing|validation|held-out", .configuration, weight: 3,
      matches: "There are 200 training marbles.", ignores: "Training marbles are rare."),
    Cue(
      "k-fold|leave-one-out|cross-validation|train/test|train-test", .configuration, weight: 3,
      matches: "We use leave-one-out tests.", ignores: "We leave one out."),
    Cue(
      "official|standard|predefined|provided|original train|training|test|splits|split|partition",
      .configuration, weight: 3,
      matches: "We use the official split.", ignores: "We split it."),
  ])

  /// A sentence on splits names two parts, or one part and that it was split off.
  static let parts = CueTable([
    Cue(
      "training|train|trained|calibration", .configuration, weight: 1,
      matches: "It has 200 training marbles.", ignores: "It has 200 marbles."),
    Cue(
      "test|testing|tested|evaluation|evaluating|held-out", .configuration, weight: 1,
      matches: "It has 200 test marbles.", ignores: "It has 200 marbles."),
    Cue(
      "validation|validating|dev|development|tuning", .configuration, weight: 1,
      matches: "It has 200 marbles for validation.", ignores: "It has 200 marbles."),
    Cue(
      "split|splits|splitting|partition|partitions|partitioned|fold|folds|k-fold|leave-one-out|cross-validation|train/test|train-test",
      .configuration, weight: 2, matches: "We use ten folds.", ignores: "We keep it."),
    Cue(
      "form|forms|serve|serves|held|kept ... training|test|validation|held-out set|sets|data",
      .configuration, weight: 1, matches: "Ten days form the test set.",
      ignores: "The test set has ten days."),
  ])

  static let licensing = CueTable([
    Cue(
      "licen* ... under|cc*|mit|apache*|bsd*|gpl*|creative", .configuration, weight: 3,
      matches: "The images are licensed under CC BY.", ignores: "A licence plate is seen."),
    Cue(
      "under ... licen*|cc*|mit|creative", .configuration, weight: 3,
      matches: "The corpus is released under an open licence.", ignores: "It is under the pan."),
    Cue(
      "creative|public commons|domain", .configuration, weight: 3,
      matches: "The texts are in the public domain.", ignores: "The public reads the texts."),
  ])

  static let ethics = CueTable([
    Cue(
      "ethic* ... approval|committee|board|review|consider*|statement|guideline*", .configuration,
      weight: 4,
      matches: "The ethics committee agreed.", ignores: "Work ethics matter."),
    Cue(
      "institutional review", .configuration, weight: 4,
      matches: "The institutional review board agreed.", ignores: "The review was short."),
    Cue(
      "informed|written consent", .configuration, weight: 4,
      matches: "All speakers gave informed consent.", ignores: "We are well informed."),
    Cue(
      "personally identif*|sensitive", .configuration, weight: 3,
      matches: "It holds no personally identifying records.", ignores: "We identify marbles."),
    Cue(
      "anonymi*|de-identif*|deidentif*", .configuration, weight: 3,
      matches: "All records were anonymised.", ignores: "All records were kept."),
  ])

  static let sizes = CueTable([
    Cue(
      "\(sets)|set|sets ... consist*|contain*|compris*|includ*|has|have|total*|of|with ... #",
      .configuration, weight: 4,
      matches: "The dataset consists of 600 marbles.", ignores: "The dataset is large."),
    Cue(
      "# ... \(units)", .configuration, weight: 2,
      matches: "There are 600 images.", ignores: "There are images."),
  ])
}
