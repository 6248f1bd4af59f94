import Foundation
import Frontend
import IR
import Testing

struct RepoPythonTests {
  let repository: TestRepository

  init() throws { repository = try TestRepository() }

  @Test func argumentsOfCommandLines() throws {
    try repository.write(
      "train.py",
      """
      p.add_argument("--learning-rate", "-l", type=float, default=3e-4,
                     help="step size")
      p.add_argument('-n', '--epochs', default=1_000, type=int)
      p.add_argument("--amp", action="store_true")
      p.add_argument("--data", required=True)
      p.add_argument("--none", default=None)
      p.set_defaults(optimizer="adamw")
      flags.DEFINE_integer('batch_size', 512, 'Mini batch size.')
      config_flags.DEFINE_config_dict('agent', agent)
      @click.option("--seed", default=7, help="the seed")
      def main(seed): pass
      @app.command()
      def run(width: int = 64, rate: Annotated[float, typer.Option(help="drop")] = 0.1,
              depth: int = typer.Option(3, help="how deep"), *, name="x"): pass

      """)
    let read = try repository.read()
    #expect(
      read.settings("train.py") == [
        "learning-rate = 3e-4", "epochs = 1_000", "amp = False", "optimizer = adamw",
        "batch_size = 512", "seed = 7", "width = 64", "rate = 0.1", "depth = 3", "name = x",
      ])
    #expect(read.facts.settings.allSatisfy { $0.origin == .argument })
    let first = read.facts.settings[0]
    #expect(first.type == "float")
    #expect(first.line == 1)
    #expect(read.text(first.help) == "step size")
    #expect(read.text(first.value.spans[0]) == "3e-4")
    #expect(read.text(read.facts.settings[2].value.spans[0]) == "store_true")
    #expect(read.facts.settings[2].value.derivation != nil)
  }

  @Test func fieldsOfConfigurationClasses() throws {
    try repository.write(
      "config.py",
      """
      @dataclass
      class Args:
          lr: float = 1e-3
          \"""the learning rate\"""
          betas: Tuple[float, float] = (0.9, 0.999)  # of Adam
          layers: List[int] = field(default_factory=lambda: [64, 64], metadata={"help": "widths"})
          path: str = None
          size: int

      class Model(BaseModel):
          depth: int = Field(12, description="blocks")

      class EnvCfg:
          class sim:
              dt = 0.005
          _private = 3

      class Plain:
          speed = 3

      """)
    let read = try repository.read()
    #expect(
      read.settings("config.py") == [
        "Args.lr = 1e-3", "Args.betas = (0.9, 0.999)", "Args.layers = [64, 64]",
        "Model.depth = 12", "EnvCfg.sim.dt = 0.005",
      ])
    #expect(
      read.facts.settings.map { read.text($0.help) } == [
        "the learning rate", "of Adam", "widths", "blocks", nil,
      ])
  }

  @Test func constantsDictionariesAndCalls() throws {
    try repository.write(
      "run.py",
      """
      SEED = 42
      API_KEY = "sk-1"
      HOME_PAGE = "HOME_PAGE"
      learning_rate = 10 ** -3
      count = 0
      CONFIG = {"model": {"dim": 256, "act": "gelu"}, "note text": 1, "lr": LR}
      agent_config = ml_collections.ConfigDict({'tau': 0.005, 'dims': (512,
        512)})
      agent_config.update(dict(gamma=0.99))
      config.train.steps = 500
      cfg["warmup"] = 10
      optimizer = torch.optim.AdamW(params, lr=2e-4, betas=(0.9, 0.95), weight_decay=wd)
      loader = DataLoader(data, batch_size=64, shuffle=True, num_workers=n)
      run_attack(model, n_steps=500, verbose=True, dim=3)
      torch.manual_seed(0)
      wandb.init(project="x", config={"epochs": 5})
      logging.basicConfig(level=10)

      """)
    let read = try repository.read()
    #expect(
      read.settings("run.py") == [
        "SEED = 42", "learning_rate = 10 ** -3", "CONFIG.model.dim = 256",
        "CONFIG.model.act = gelu", "agent_config.tau = 0.005", "agent_config.dims = (512, 512)",
        "agent_config.gamma = 0.99", "config.train.steps = 500", "cfg.warmup = 10",
        "AdamW.lr = 2e-4", "AdamW.betas = (0.9, 0.95)", "DataLoader.batch_size = 64",
        "DataLoader.shuffle = True", "run_attack.n_steps = 500", "torch.manual_seed = 0",
        "config.epochs = 5",
      ])
    let dims = try #require(read.facts.settings.first { $0.name == "agent_config.dims" })
    #expect(dims.value.derivation != nil)
    #expect(read.location(dims.value.spans[0]) == .lines(path: "run.py", 7...8))
  }

  @Test func definitions() throws {
    try repository.write(
      "model.py",
      """
      \"""Модель.\"""
      EPS = 1e-8

      class Encoder(nn.Module):
          '''Encodes.

          Slowly.
          '''
          @property
          def width(self) -> int:
              return 3

          async def forward(
              self, x: Tensor,  # batch, time
              mask=lambda y: y,
          ): return x

      if True:
          def helper(*args, key="a:b", **kw):
              def inner(): pass

      """)
    let read = try repository.read()
    #expect(
      read.facts.symbols.map(\.name) == [
        "EPS", "Encoder", "Encoder.width", "Encoder.forward", "helper",
      ])
    #expect(read.facts.symbols.map(\.kind) == [.constant, .type, .method, .method, .function])
    #expect(
      read.facts.symbols.map(\.signature) == [
        "EPS = 1e-8", "class Encoder(nn.Module)", "def width(self) -> int",
        "async def forward(self, x: Tensor, mask=lambda y: y)",
        "def helper(*args, key=\"a:b\", **kw)",
      ])
    #expect(read.facts.symbols.map(\.lines) == [2...2, 4...16, 9...11, 13...16, 19...20])
    #expect(read.text(read.facts.symbols[1].doc) == "Encodes.\n\n    Slowly.")
    #expect(read.location(read.facts.symbols[2].span) == .lines(path: "model.py", 9...11))
    #expect(read.text(read["model.py"]?.summary) == "Модель.")
  }

  @Test func testsSetNothing() throws {
    try repository.write("tests/helper.py", "SEED = 1\n")
      .write("check.py", "import pytest\nSEED = 1\n").write("test_agent.py", "SEED = 1\n")
    let read = try repository.read()
    #expect(read.facts.settings.map(\.path) == ["test_agent.py"])
  }

  /// Every file would leave a mark if it were imported, run, or found on a path.
  @Test func nothingIsRun() throws {
    let mark = repository.file("mark").path
    let trap = "open('\(mark)', 'w').write('run')\n"
    for name in [
      "ast.py", "json.py", "re.py", "sitecustomize.py", "usercustomize.py", "setup.py",
      "conftest.py", "__init__.py", "encodings/__init__.py", "pkg/__main__.py",
    ] {
      try repository.write(name, trap)
    }
    try repository.write("python3", "#!/bin/sh\ntouch \(mark)\n")
      .write("x.pth", "import os; os.mkdir('\(mark)')\n")
      .write(".gitattributes", "*.py filter=trap diff=trap\n")
    chmod(repository.file("python3").path, 0o755)
    try repository.commit("trap")
    try repository.write(".git/hooks/post-checkout", "#!/bin/sh\ntouch \(mark)\n")
    chmod(repository.file(".git/hooks/post-checkout").path, 0o755)
    try repository.git("config", "core.fsmonitor", "touch \(mark)")
    try repository.git("config", "filter.trap.clean", "touch \(mark)")
    let read = try repository.read()
    #expect(read.codes == [])
    #expect(read.facts.files.count { $0.language == "Python" } == 10)
    #expect(!FileManager.default.fileExists(atPath: mark))
    #expect(!FileManager.default.fileExists(atPath: repository.file("__pycache__").path))
  }

  @Test func filesThatDoNotParseAreOutlinedRoughly() throws {
    try repository.write("old.py", "class A:\n    def go(self):\n        print 'x'\n")
      .write("good.py", "B = 2\n")
      .write("nested.py", String(repeating: "(\n", count: 50_000))
      .write("sum.py", "x = (" + String(repeating: "1+\n", count: 40_000) + "1)\n")
    let read = try repository.read()
    let broken = read.input.diagnostics.filter { $0.code == "F220" }
    #expect(broken.map { $0.input?.file } == ["code/nested.py", "code/old.py", "code/sum.py"])
    let lines = broken.compactMap(\.input).map(\.line)
    #expect(lines.contains(3))
    #expect(read.facts.symbols.map(\.name) == ["B", "A", "A.go"])
    #expect(read.settings("good.py") == ["B = 2"])
  }

  @Test func withoutPythonThereIsARoughOutline() throws {
    try repository.write("a.py", "LR = 1\ndef go():\n    pass\n")
    for outliner in [
      PythonProcess(interpreters: ["/nonexistent/python3"]), PythonProcess(interpreters: []),
    ] {
      let read = try repository.read(python: outliner)
      #expect(read.codes == ["F202", "F219"])
      #expect(read.facts.symbols.map(\.name) == ["go"])
      #expect(read.facts.settings == [])
    }
  }

  @Test func parserThatDiesCostsOneFile() throws {
    try repository.write("a.py", "A = 1\n").write("b.py", "B = 1\n")
    let read = try repository.read(python: PythonProcess(interpreters: ["/bin/false"]))
    #expect(read.input.diagnostics.count { $0.code == "F220" } == 2)
  }

  @Test func parserThatHangsIsEnded() throws {
    try repository.write("a.py", "A = 1\n").write("hang", "#!/bin/sh\nexec sleep 600\n")
    chmod(repository.file("hang").path, 0o755)
    let hanging = PythonProcess(interpreters: [repository.file("hang").path], seconds: 1)
    let start = ContinuousClock.now
    let read = try repository.read(python: hanging)
    #expect(ContinuousClock.now - start < .seconds(30))
    #expect(read.codes == ["F202", "F220"])
  }

  /// What the parser answers is not trusted: it may have been taken over by what it parsed.
  @Test func rangesOutsideTheFileAreDropped() throws {
    struct Liar: PythonOutliner {
      func outlines(
        of sources: [[UInt8]], meanwhile work: (_ serve: () -> Void) -> Void
      ) -> [PythonOutline]? {
        work {}
        let answer = """
          {"doc": [5, 900], "symbols": [
            {"name": "a", "kind": "function", "head": [0, 1], "span": [3, 2], "doc": null},
            {"name": "b", "kind": "function", "head": [0, 1], "span": [-4, 2], "doc": null},
            {"name": "c", "kind": "spell", "head": [0, 1], "span": [0, 2], "doc": null},
            {"name": "d", "kind": "function", "head": [0, 1], "span": [0, 9], "doc": [8, 9]},
            {"name": "e", "kind": "function", "head": [0, 99], "span": [0, 9], "doc": null}],
           "settings": [{"name": "s", "origin": "argument", "value": [0, 8], "type": null,
            "help": null, "implied": null}], "requirements": [[1]], "python": null}
          """
        return sources.map { _ in
          (try? JSONDecoder().decode(PythonOutline.self, from: Data(answer.utf8)))
            ?? PythonOutline()
        }
      }
    }
    try repository.write("a.py", "x = 'é'  ")
    let read = try repository.read(python: Liar())
    #expect(read.facts.symbols.map(\.name) == ["d"])
    #expect(read.facts.settings.map(\.value.value) == ["x = 'é'"])
  }
}
