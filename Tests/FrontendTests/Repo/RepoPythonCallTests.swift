import Frontend
import IR
import Testing

/// What calls of a Python module say besides their keywords.
struct RepoPythonCallTests {
  let repository: TestRepository

  init() throws { repository = try TestRepository() }

  @Test func whatHoldsWhereTheEnvironmentSetsNothing() throws {
    try repository.write(
      "train.py",
      """
      EPOCHS = int(os.environ.get("EPOCHS", "3"))
      LR = float(os.getenv("LR", 1e-4))
      NAME = os.environ["NAME"]
      args = TrainingArguments(num_train_epochs=int(os.environ.get("N", 2)))
      p.add_argument("--width", default=os.environ.get("WIDTH", 64))

      """)
    #expect(
      try repository.read().settings("train.py") == [
        "EPOCHS = 3", "LR = 1e-4", "TrainingArguments.num_train_epochs = 2", "width = 64",
      ])
  }

  @Test func whatACallBelongsTo() throws {
    try repository.write(
      "train.py",
      """
      whole = Adam(model.parameters(), lr=1e-3)
      probing = Adam(self.probe.parameters(), lr=1e-2)
      data = DataLoader(split="valid", batch_size=4)
      other = DataLoader(split="train", batch_size=8)

      """)
    #expect(
      try repository.read().settings("train.py") == [
        "Adam.lr = 1e-3", "probe.Adam.lr = 1e-2", "valid.DataLoader.split = valid",
        "valid.DataLoader.batch_size = 4", "DataLoader.split = train",
        "DataLoader.batch_size = 8",
      ])
  }
}
