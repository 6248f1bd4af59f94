import Frontend
import IR
import Testing

/// What the work needs beside packages, and where its settings are used.
struct RepoProvisionTests {
  let repository: TestRepository

  init() throws { repository = try TestRepository() }

  private func provisions(_ kind: Provision.Kind) throws -> [String] {
    try repository.read().facts.provisions.filter { $0.kind == kind }.map {
      "\($0.value.value) \($0.path):\($0.line)"
    }
  }

  @Test func imagesOfContainersAndPipelines() throws {
    try repository.write(
      "Dockerfile",
      """
      FROM --platform=linux/amd64 nvidia/cuda:12.1.1-devel AS base
      RUN apt-get update && apt-get install -y git \\
          wget
      FROM base
      """
    ).write(
      ".github/workflows/ci.yml",
      """
      jobs:
        test:
          runs-on: ubuntu-22.04
          container: "pytorch/pytorch:2.1.0"
          strategy:
            matrix:
              python-version: ["3.10", "3.11"]
              os: ${{ matrix.os }}
      """)
    #expect(
      try provisions(.image) == [
        "ubuntu-22.04 .github/workflows/ci.yml:3",
        "pytorch/pytorch:2.1.0 .github/workflows/ci.yml:4",
        "nvidia/cuda:12.1.1-devel Dockerfile:1",
      ])
    #expect(try provisions(.python) == ["[\"3.10\", \"3.11\"] .github/workflows/ci.yml:7"])
    #expect(try provisions(.install) == ["apt-get install -y git wget Dockerfile:2"])
  }

  @Test func aServerOfOnesOwnHoldsNoData() throws {
    try repository.write(
      "serve.sh",
      """
      curl -s http://localhost:8000/v1/models
      curl http://<ip>:8000/v1/models
      curl https://example.org/get-belt.py -o get-belt.py
      wget https://example.org/marbles.zip
      """
    ).write("Dockerfile", "FROM debian\nRUN wget https://example.org/cmake.tar.gz\n")
    #expect(try provisions(.data) == ["wget https://example.org/marbles.zip serve.sh:4"])
    #expect(
      try provisions(.install) == [
        "wget https://example.org/cmake.tar.gz Dockerfile:2",
        "curl https://example.org/get-belt.py -o get-belt.py serve.sh:3",
      ])
  }

  @Test func commandsThatInstall() throws {
    try repository.write(
      "README.md",
      """
      Install with `pip install -e .`, or read `train.py`.

      ```bash
      $ conda create -n marbles python=3.10
      PIP_NO_CACHE=1 python3 -m pip install "torch==2.1.0"
      python train.py --lr 1
      echo pip install nothing
      ```
      """
    ).write("setup.sh", "sudo apt install ffmpeg\ngit clone https://example.org/a.git\n")
      .write(
        "a.ipynb", #"{"cells": [{"cell_type": "code", "source": ["!pip install einops\n"]}]}"#)
    #expect(
      try provisions(.install) == [
        "conda create -n marbles python=3.10 README.md:4",
        "python3 -m pip install \"torch==2.1.0\" README.md:5", "pip install -e . README.md:1",
        "pip install einops a.ipynb:1", "apt install ffmpeg setup.sh:1",
        "git clone https://example.org/a.git setup.sh:2",
      ])
  }

  @Test func placesOfData() throws {
    try repository.write(
      "data.py",
      """
      # Pages of the work are no data: https://example.org/about, https://example.org/a/blob/x.csv.
      URL = "https://example.org/marbles.tar.gz"
      rows = load_dataset("glue", "sst2", split="train")
      toys = datasets.CIFAR10("./data", train=True, download=True)
      reload_dataset("nothing")
      """
    ).write("README.md", "Get them from <https://zenodo.org/record/12>.\n")
      .write("get.sh", "wget -q https://example.org/balls.zip\n")
    #expect(
      try provisions(.data) == [
        "https://zenodo.org/record/12 README.md:1",
        "load_dataset(\"glue\", \"sst2\", split=\"train\") data.py:3",
        "toys = datasets.CIFAR10(\"./data\", train=True, download=True) data.py:4",
        "https://example.org/marbles.tar.gz data.py:2",
        "wget -q https://example.org/balls.zip get.sh:1",
      ])
  }

  @Test func lockFilesGiveExactVersions() throws {
    let digests = String(repeating: "# \(String(repeating: "0", count: 60))\n", count: 9_000)
    try repository.write(
      "uv.lock",
      digests
        + "version = 1\n\n[[package]]\nname = \"numpy\"\nversion = \"1.26.4\"\n\n[[package]]\n"
        + "name = \"torch\"\nversion = \"2.1.0+cu121\"\n"
    ).write(
      "Pipfile.lock",
      "{\n  \"default\": {\n    \"attrs\": {\n      \"version\": \"==23.1\"\n    }\n  }\n}\n")
    let read = try repository.read()
    #expect(read.dependencies("uv.lock") == ["numpy 1.26.4", "torch 2.1.0+cu121"])
    #expect(read.dependencies("Pipfile.lock") == ["attrs ==23.1"])
    #expect(read.facts.dependencies.allSatisfy { $0.isLocked })
    let torch = read.facts.dependencies.last { $0.path == "uv.lock" }
    #expect(
      read.location(torch?.declared.spans.first) == .lines(path: "uv.lock", 9009...9009))
  }

  @Test func whereSettingsAreRead() throws {
    try repository.write(
      "train.py",
      """
      import argparse
      RATE = 3
      parser = argparse.ArgumentParser()
      parser.add_argument("--weight-decay", default=0.1)
      args = parser.parse_args()
      print(RATE, args.weight_decay)
      """
    ).write("conf.yaml", "model:\n  width: 8\n")
      .write(
        "model.py",
        "def build(cfg, other):\n  return cfg.model.width, other.width, args.weight_decay\n")
    let read = try repository.read()
    func places(_ name: String) -> [Location] {
      let setting = read.facts.settings.first { $0.name == name }
      return (setting?.uses ?? []).compactMap { read.location($0) }
    }
    #expect(places("RATE") == [.lines(path: "train.py", 6...6)])
    #expect(
      places("weight-decay") == [
        .lines(path: "train.py", 6...6), .lines(path: "model.py", 2...2),
      ])
    #expect(places("model.width").isEmpty)
  }

  @Test func commandsThatPassValues() throws {
    try repository.write(
      "run.sh", "LR=0.003\nsrun python train.py --lr $LR \\\n  --seed 7\npython eval.py --lr=1\n")
    let read = try repository.read()
    #expect(read.settings("run.sh") == ["LR = 0.003", "lr = 0.003", "seed = 7", "lr = 1"])
    let commands = read.facts.settings.map { read.text($0.command) }
    #expect(
      commands == [
        nil, "srun python train.py --lr $LR \\\n  --seed 7",
        "srun python train.py --lr $LR \\\n  --seed 7", "python eval.py --lr=1",
      ])
  }

  @Test func parametersOfFire() throws {
    try repository.write(
      "run.py",
      """
      import fire

      def train(rollouts: int = 16, name="x"):
          pass

      class Tool:
          def __init__(self, horizon=200):
              pass

          def play(self, games=3):
              pass

      def other(depth=2):
          pass

      fire.Fire(train)
      fire.Fire(Tool)
      """)
    #expect(
      try repository.read().settings("run.py") == [
        "rollouts = 16", "name = x", "horizon = 200", "games = 3",
      ])
  }

  @Test func fieldsWithoutTypes() throws {
    try repository.write(
      "a.py", "import attr\n\n@attr.s\nclass A:\n    rank = attr.ib(default=8)\n")
    #expect(try repository.read().settings("a.py") == ["A.rank = 8"])
  }

  @Test func environmentFilesWithoutTheirSecrets() throws {
    try repository.write(
      ".env", "SEED=12\nUSE_AMP=true\nAPI_KEY=12345678\nHF_TOKEN=hf_x\nPIN=123456789012\n")
    let read = try repository.read()
    #expect(read.settings(".env") == ["SEED = 12", "USE_AMP = true"])
    #expect(!read.input.source.text.contains("5678"))
  }
}
