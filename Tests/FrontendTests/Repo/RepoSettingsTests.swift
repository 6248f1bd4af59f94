import Foundation
import Frontend
import IR
import Testing

struct RepoSettingsTests {
  let repository: TestRepository

  init() throws { repository = try TestRepository() }

  /// Writes one file and returns its settings; every verbatim value must stand at its place.
  private func settings(_ path: String, _ content: String) throws -> [String] {
    try repository.write(path, content)
    let read = try repository.read()
    for setting in read.facts.settings
    where setting.path == path && setting.value.derivation == nil {
      #expect(read.text(setting.value.spans.first) == setting.value.value)
      #expect(
        read.location(setting.value.spans.first) == .lines(path: path, setting.line...setting.line))
    }
    return read.settings(path)
  }

  @Test func yaml() throws {
    let found = try settings(
      "configs/train.yaml",
      """
      # of the toy
      model: &m
        name: "toy \\"one\\""
        width: 64   # units
        dims: [8, 16]
        acts:
          - relu
          - 'gelu'
      copy: *m
      path: !path /data
      flow: {a: 1, 'b': 2e-3}
      text: |
        many
        words
      nothing: ~
      hf_token: abc
      "é ü": 3
      runs:
        - seed: 1
        - seed: 2
      lists: [[1, 2], [3]]
      ---
      second: é # ü
      """)
    #expect(
      found == [
        "model.name = toy \\\"one\\\"", "model.width = 64", "model.dims = [8, 16]",
        "model.acts = [relu, gelu]", "copy = *m", "path = /data", "flow.a = 1", "flow.b = 2e-3",
        "runs.0.seed = 1", "runs.1.seed = 2", "lists = [[1, 2], [3]]", "second = é",
      ])
  }

  @Test func commentsBecomeHelp() throws {
    try repository.write("conf.yaml", "lr: 0.1  # small\n").write("conf.toml", "lr = 0.1 # small\n")
      .write("conf.ini", "lr = 0.1 ; small\n")
    let read = try repository.read()
    #expect(read.facts.settings.map { read.text($0.help) } == ["small", "small", "small"])
  }

  @Test func json() throws {
    let found = try settings(
      "config.json",
      "{\"optim\": {\"lr\": 1e-4, \"betas\": [0.9,\n 0.99]}, \"on\": true, \"off\": null,\n\t\"n\": \"x\"}\n"
    )
    #expect(found == ["optim.lr = 1e-4", "optim.betas = [0.9, 0.99]", "on = true", "n = x"])
  }

  @Test func toml() throws {
    let found = try settings(
      "run.toml",
      """
      title = 'toy' # name
      [optim."adam w"]
      skipped = 1
      [optim.adam]
      lr = 1e-3
      betas = [
        0.9, # first
        0.99,
      ]
      inline = { a = 1, b.c = "two" }
      text = \"""
      a = 1
      \"""
      [[stage]]
      steps = 10
      [[stage]]
      steps = 20
      broken =
      = 3
      last = "x"
      """)
    #expect(
      found == [
        "title = toy", "optim.adam.lr = 1e-3",
        "optim.adam.betas = [0.9, 0.99]", "optim.adam.inline.a = 1",
        "optim.adam.inline.b.c = two", "stage.0.steps = 10", "stage.1.steps = 20",
        "stage.1.last = x",
      ])
  }

  @Test func iniAndGin() throws {
    #expect(
      try settings("run.ini", "seed: 3\n[optim]\nlr = 0.1\nname = \"adam w\"\n; no = 1\nempty =\n")
        == ["seed = 3", "optim.lr = 0.1", "optim.name = adam w"])
    #expect(try settings("run.gin", "Trainer.lr = 0.1\n") == ["Trainer.lr = 0.1"])
  }

  @Test func launchLines() throws {
    let found = try settings(
      "scripts/run.sh",
      """
      #!/bin/bash
      #SBATCH --gres=gpu:4
      #SBATCH --time 12:00:00
      lrs=(0.1 0.01)   # swept
      epochs=90
      unused=7
      seed=${SEED:-42}
      out="runs/a b"
      host=$(hostname)
      for lr in "${lrs[@]}"; do
        for wd in 0 1e-4; do
          CUDA_VISIBLE_DEVICES=0 python -u train.py --lr $lr --wd=$wd --epochs $epochs \\
            --seed "$seed" --out "$out" --host $host --batch-size 256 --betas 0.9 0.99 \\
            --fp16 --temperature -0.5 optim.name=adam 2>&1 | tee log.txt
        done
      done
      torchrun --nproc_per_node=8 train.py --steps 5 > log.txt 2>err.txt
      accelerate launch --num_processes 4 train.py --config configs/toy.py --out=$host
      $(PYTHON) eval.py --names "a b" 'c d' <in.txt
      ls --color auto x.py
      echo python a.py --not 1
      """)
    #expect(
      found == [
        "sbatch.gres = gpu:4", "sbatch.time = 12:00:00", "lrs = 0.1 0.01", "epochs = 90",
        "seed = 42", "out = runs/a b", "wd = 0 1e-4", "batch-size = 256", "betas = 0.9 0.99",
        "temperature = -0.5", "optim.name = adam", "nproc_per_node = 8", "steps = 5",
        "num_processes = 4", "config = configs/toy.py", "names = [a b, c d]",
      ])
    #expect(try repository.read().facts.settings.allSatisfy { $0.origin == .launch })
  }

  @Test func launchLinesOfDocumentsStandInFences() throws {
    let found = try settings(
      "README.md",
      """
      Run python train.py --lr 1 first.

      ```bash
      $ python train.py --lr 0.5 --data <path>
      ```
      """)
    #expect(found == ["lr = 0.5"])
  }

  @Test func whatConfiguresToolsOrIsDataIsLeftAlone() throws {
    try repository.write(".github/workflows/ci.yml", "on: push\n").write("mkdocs.yml", "name: x\n")
      .write("pyproject.toml", "[tool.ruff]\nline-length = 88\n").write("data.json", "{\"a\": 1}\n")
      .write("tests/conf.yaml", "a: 1\n").write("third_party/a/config.yaml", "a: 1\n")
      .write("docker-compose.yml", "version: 3\n").write("environment.yml", "name: x\n")
      .write("classes.yaml", (0..<500).map { "c\($0): \($0)\n" }.joined())
    let read = try repository.read()
    #expect(read.facts.settings == [])
    #expect(read.codes == ["F202", "F222"])
  }

  @Test func brokenConfigurationIsLocated() throws {
    try repository.write("a.yaml", "lr: 1\nx: {{ y }}\n").write("b.yaml", "a: 1\n---\nb: [\n")
    let read = try repository.read()
    let broken = read.input.diagnostics.filter { $0.code == "F221" }
    #expect(broken.map { $0.input?.file } == ["code/a.yaml", "code/b.yaml"])
    #expect(broken.first?.input?.line == 2)
    #expect(read.settings("b.yaml") == ["a = 1"])
  }

  @Test func bombsAreRefused() throws {
    let anchors = (1...9).map {
      "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ","))]\n"
    }
    try repository.write("a.yaml", "a0: &a0 [x]\n" + anchors.joined())
      .write("b.json", "{\"config\": " + String(repeating: "[", count: 5_000))
      .write("config.json", String(repeating: "{\"a\":", count: 5_000))
      .write("c.toml", "a = " + String(repeating: "[", count: 5_000))
      .write("d.toml", "a = " + String(repeating: "{a=", count: 5_000))
    let read = try repository.read()
    #expect(read.settings("a.yaml").isEmpty)
    #expect(read.facts.settings.allSatisfy { $0.value.value.utf8.count <= 200 })
  }

  @Test func manyFindingsOfOneKindAreCounted() throws {
    for number in 10..<40 { try repository.write("c\(number).yaml", "a: [\n") }
    let found = try repository.read().input.diagnostics.filter { $0.code == "F221" }
    #expect(found.count == 21)
    #expect(found.last?.message == "the same holds for 10 more places")
  }
}
