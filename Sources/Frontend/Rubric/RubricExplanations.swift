package import IR

extension RubricReader {
  /// What there is to say of each code that this reader reports.
  package static let explanations: [Explanation] = [
    Explanation(
      code: "F301", severity: .error,
      summary: "a file is no rubric",
      cause: "A PaperBench rubric is one JSON object with 'requirements' and 'sub_tasks'.",
      cure: "Name the file rubric.json of the paper.",
      example: #"{"tasks": []}"#),
    Explanation(
      code: "F302", severity: .error,
      summary: "a rubric does not parse",
      cause: "It is no valid JSON; the line is that of the first fault.",
      cure: "Repair the line that is named.",
      example: #"{"id": "a", "requirements": "x" "weight": 1}"#),
    Explanation(
      code: "F303", severity: .error,
      summary: "a rubric is too large or nested too deeply",
      cause: "It has more than 64 MiB, 1,000,000 nodes or 512 levels.",
      cure: "No real rubric is like this: check what made the file.",
      example: #"{"sub_tasks": [{"sub_tasks": [{"sub_tasks": […"#),
    Explanation(
      code: "F304", severity: .error,
      summary: "a rubric has no requirements",
      cause: "Nothing stands below its root.",
      cure: "Check that the file is whole.",
      example: #"{"requirements": "All", "sub_tasks": []}"#),
    Explanation(
      code: "F305", severity: .warning,
      summary: "nodes of a rubric have no id",
      cause: "The key 'id' is missing, null or empty.",
      cure: "Nothing has to be done: requirements are numbered in the artifact.",
      example: #"{"requirements": "x", "weight": 1, "sub_tasks": []}"#),
    Explanation(
      code: "F306", severity: .note,
      summary: "nodes of a rubric share an id",
      cause: "Some published rubrics repeat ids; they are kept as found.",
      cure: "Nothing has to be done: requirements are numbered in the artifact.",
      example: #""id": "results" in two nodes"#),
    Explanation(
      code: "F307", severity: .warning,
      summary: "nodes of a rubric have no requirement text",
      cause: "The key 'requirements' is missing or no text.",
      cure: "Complete the rubric, or leave such nodes out of it.",
      example: #"{"id": "a", "requirements": null, "sub_tasks": []}"#),
    Explanation(
      code: "F308", severity: .warning,
      summary: "nodes of a rubric have no proper weight",
      cause: "A weight is a number of at least 0; what was found is kept as it is.",
      cure: "Correct the weight in the rubric.",
      example: #""weight": "high""#),
    Explanation(
      code: "F309", severity: .note,
      summary: "leaves of a rubric have no task category",
      cause: "The key 'task_category' is missing or null.",
      cure: "Add the category, or accept that the requirement is filed as uncategorised.",
      example: #""task_category": null on a leaf"#),
    Explanation(
      code: "F310", severity: .note,
      summary: "a rubric has a category that is not in the published lists",
      cause: "The lists of task categories are closed today; the value is kept as it is.",
      cure: "Check the spelling of the category.",
      example: #""task_category": "Code Developement""#),
    Explanation(
      code: "F311", severity: .warning,
      summary: "a list of sub-tasks holds something that is no node",
      cause: "Its entries must be objects; others are skipped.",
      cure: "Remove the entry from the list.",
      example: #""sub_tasks": ["see below"]"#),
    Explanation(
      code: "F312", severity: .note,
      summary: "a rubric is graded, and the grades are not read",
      cause: "Its nodes have 'score' and 'valid_score': it comes from a judged submission.",
      cure: "Nothing has to be done: a rubric's requirements are the same with and without grades.",
      example: #""score": 0.5, "valid_score": true"#),
    Explanation(
      code: "F313", severity: .warning,
      summary: "something follows the rubric in its file",
      cause: "Only the first JSON value of the file is read.",
      cure: "Split the file if the rest is needed.",
      example: #"{"requirements": …} {"requirements": …}"#),
  ]
}
