import Foundation
import Frontend
import IR
import Testing

/// Where there is much Python, the parser gets only what may say something: what comes of a module
/// must be what comes of it where it is parsed whole.
struct RepoThinningTests {
  private func read(_ module: String, amid filler: Int) throws -> ReadRepository {
    let repository = try TestRepository()
    try repository.write("module.py", module)
    // Of many lines: what stands on one long line is taken for generated, and is not kept.
    let text = String(
      repeating: "# A grain of sand, and another one, that say nothing.\n", count: 4_500)
    for number in 0..<filler { try repository.write("filler/part\(number).py", text) }
    let outliner = CountingOutliner()
    let read = try repository.read(python: outliner)
    try #require(filler == 0 || outliner.bytes < text.utf8.count, "nothing was taken out")
    return read
  }

  private func told(_ read: ReadRepository) -> [String] {
    let symbols = read.facts.symbols.filter { $0.path == "module.py" }.map { symbol in
      "\(symbol.kind.rawValue) \(symbol.name) \(symbol.lines) \(symbol.signature)"
        + " | \(read.text(symbol.doc) ?? "-") | \(read.text(symbol.span)?.utf8.count ?? 0)"
    }
    let settings = read.facts.settings.filter { $0.path == "module.py" }.map { setting in
      let uses = setting.uses.compactMap { read.location($0).map { "\($0)" } }
      return "\(setting.line) \(setting.name) = \(setting.value.value) \(setting.type ?? "-")"
        + " \(read.text(setting.help) ?? "-") \(uses)"
    }
    return symbols + settings
  }

  /// More than makes the reader thin, in files of 240 kB.
  private static let much = 20

  @Test(arguments: [
    """
    RATE = 0.1

    class Belt(Base):
        \"\"\"Moves marbles.\"\"\"
        speed: float = 2.0

        @property
        def width(self) -> int:
            '''How wide.'''
            total = 0
            for box in self.boxes:
                total += box  # a remark
                if box: continue
                else:
                    total -= 1
            return total

        async def run(self, args, *, warm=True):
            left = [
                1, 2,
            ]
            text = \"\"\"
    no code: RATE
    \"\"\"
            if args.speed > RATE:
                left.append(3)
            elif left:
                left.clear()
            try:
                await self.go(f"{RATE} of {left}", 'it''s')
            except ValueError:
                pass
            finally: left = None

    """,
    """
    def get_config():
        rows = dict(size=3)
        return {"size": 4, "kind": "wide"}

    def main(args):
        warmup_steps = 100
        other = 5
        optimizer = Adam(weights, lr=1e-3)
        def inner():
            x = 1; y = 2
            return \\
                x + y
        match other:
            case 1:
                seed(3)
            case _:
                pass
        with open(args.path) as file: text = file.read()
        return inner

    parser.add_argument("--path", default="a.txt", help="where")
    """,
    """
    # What moves marbles.
    import os, sys; LIMIT = 3
    from belts import (  # all of them
        Belt, Pan,
    )
      # further in
    def turn(belt, rate=0.5):
        # A remark.
        import late
        x = 1
        # Another one.
        y = x
    # Between.
    @wraps
    # Below a decorator.
    def weigh(pan):
        "Weighs."  # behind
        # Only this.
        return pan

    try:
        import fast
    except ImportError:
        fast = None
    learning_rate = 0.25  # of all
    """,
    """
    \"""Ümit's belts, that move marbles of every size and colour: \"fast\", and with care.é

    Twice a day.
    \"""
    class Pan(Base, metaclass=Meta):
        rows: int = 3
        \"""How many rows of marbles a pan has, counted from the left to the right.\"""

        def weigh(
            self,  # the pan
            marbles: list[Marble], /,
            *, scale: Optional[Scale] = None, mark="a:b",
        ) -> dict[str, list[Weight]]:
            \"""   Weighs all marbles that lie in the pan, one after the other.   \"""
            total = 0
            return total

        async def shake(self, lr=0.1, rate: float = 2.0) -> T:
            r'''Shakes the pan until the marbles lie still: "gently", not too long.'''
            await self.turn()

        @app.command()
        def sort(self, depth: int = 4, name: str = "all"): pass

        def escape(self, a: int) -> int:
            \"""A text with a backslash \\\\ in it, which is left as it is written.\"""
            return a

    def turn(size: int = 3) -> int: return size
    """,
    """
    import fire

    def run(depth: int = 4, name: str = "all") -> None:
        \"""Runs what nobody else would run on a Sunday, or on any other day.\"""
        print(depth)

    fire.Fire(run)
    """,
    """
    @ex.config
    def settings():
        anything = 12  # of marbles

    def late(x, params: dict = None):
    \ttotal = x
    \tparams["anything"] = 3
    \treturn total
    """,
  ])
  func nothingIsLost(_ module: String) throws {
    let whole = told(try read(module, amid: 0))
    #expect(whole.count > 2)
    #expect(told(try read(module, amid: Self.much)) == whole)
  }

  /// A module of tests sets nothing, whatever else is taken out of it.
  @Test func importsThatTellOfTestsStay() throws {
    let module = "import unittest\n\nRATE = 0.1\n\ndef run():\n    x = 1\n    y = 2\n"
    #expect(told(try read(module, amid: Self.much)) == told(try read(module, amid: 0)))
  }

  /// The fault is looked for in the module as it was written.
  @Test func aFaultHasItsLine() throws {
    let module = "def run(args):\n    x = 1\n    y = 2\n    args.go(]\n"
    let found = try read(module, amid: Self.much).diagnostic("F220")
    #expect(found?.input?.line == 4)
  }

  @Test func brokenTextIsNoTrap() throws {
    for module in [
      "def f():\n  x = '''", "def f():\n  (\n", "\\", "def f():\n\tx\\", "@", "def", "if x:\n",
      "def f():\n  a\n b\n", "f\"{", "def f():\n    'a", "x = )\ndef g():\n  y = 1\n",
    ] {
      let read = try read(module, amid: Self.much)
      #expect(read["module.py"] != nil)
    }
  }
}

/// Tells how much was given to the parser. The reader calls it from one thread.
private final class CountingOutliner: PythonOutliner, @unchecked Sendable {
  private(set) var bytes = 0

  func outlines(
    of sources: [[UInt8]], meanwhile work: (_ serve: () -> Void) -> Void
  ) -> [PythonOutline]? {
    bytes += sources.reduce(0) { $0 + $1.count }
    return PythonProcess().outlines(of: sources, meanwhile: work)
  }
}
