/// Inputs of the kinds that are text.
enum Samples {
  static let rubric = """
    {"id": "0d00be11-0000-4000-8000-000000000000", "requirements": "The gliders have been thrown.",
     "weight": 1, "sub_tasks": [
      {"id": "0d00be11-0000-4000-8000-000000000001", "weight": 2, "sub_tasks": [],
       "requirements": "A clip is pushed over the nose of each glider.",
       "task_category": "Code Development", "finegrained_task_category": "Method Implementation"},
      {"id": "0d00be11-0000-4000-8000-000000000002", "weight": 1, "sub_tasks": [],
       "requirements": "The glider with a clip flies farther than the bare glider.",
       "task_category": "Result Analysis", "finegrained_task_category": null}],
     "task_category": null, "finegrained_task_category": null}

    """

  static let log =
    #"{"run_id": 7, "task_id": "gliders/main", "model": "toy-agent-1", "labels": [], "#
    + #""has_chain_of_thought": false, "node_count": 2, "messages": ["#
    + #"{"role": "user", "content": "Fold a glider that flies far. The score is the distance."}, "#
    + #"{"role": "assistant", "content": "I will push a clip over the nose."}]}"# + "\n"
}
