/// Words of four letters or more that carry no content, in lower case: what the name-deletion test
/// does not count (`spec/level1-checks.md`, ARA320).
package enum FunctionWords {
  package static let all: Set<String> = [
    "about", "above", "after", "again", "against", "also", "although", "among", "because", "been",
    "before", "being", "below", "between", "both", "cannot", "could", "does", "doing", "down",
    "during", "each", "either", "ever", "every", "from", "further", "hardly", "have", "having",
    "here", "hers", "herself", "himself", "into", "itself", "just", "less", "like", "many", "might",
    "more", "most", "much", "must", "nearly", "neither", "never", "nor", "once", "only", "other",
    "ours", "over", "same", "shall", "should", "since", "some", "such", "than", "that", "their",
    "theirs", "them", "then", "there", "these", "they", "this", "those", "through", "thus", "under",
    "until", "upon", "very", "well", "were", "what", "when", "where", "whereas", "whether", "which",
    "while", "whose", "will", "with", "within", "without", "would", "your",
  ]
}
