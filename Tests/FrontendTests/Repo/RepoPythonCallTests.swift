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

  @Test func cellsOfNotebooksAndBlocksInListsStartPrograms() throws {
    let source = [
      #""lr = 3\n""#, #""!python3 /content/train.py \\\n""#, #""    --epochs 2 \\\n""#,
      #""    --rate 1e-4\n""#, #""!echo python train.py --epochs 5\n""#,
    ]
    try repository.write(
      "a.ipynb",
      #"{"nbformat": 4, "cells": [{"cell_type": "code", "source": [\#(source.joined(separator: ",\n"))]}]}"#
    ).write(
      "README.md",
      """
      - Train it:
        - ```python
          !python3 train.py --width 64
          ```
      """)
    let read = try repository.read()
    #expect(read.settings("a.ipynb") == ["lr = 3", "epochs = 2", "rate = 1e-4"])
    #expect(read.settings("README.md") == ["width = 64"])
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
