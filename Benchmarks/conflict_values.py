"""Finds configuration values and signatures of a repository, and what a paper says of them.

Nothing here looks at what arac reads. Python is read with `ast`, other files line by line; a paper
is the text that `pdftotext` gives.
"""
import ast
import collections
import os
import re

# Files that try the code out or that tools write say nothing of what a paper ran.
TRIALS = re.compile(r"(^|[/_.-])(tests?|smoke|fixtures?|conftest|debug|examples?|lock)([/_.-]|$)")
# Sections and values of a configuration that say the same: `fixture:`, `kind: toy`.
TRIAL_LINES = re.compile(
    r"(^(smoke|fixture|debug|toy|dummy):\s*$)|(:\s*[\"']?(smoke|fixture|debug|toy|dummy)[\"']?\s*$)", re.M)
NUMBER = r"[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
CONFIG_LINE = re.compile(r"^\s*(?:-\s+)?[\"']?([A-Za-z_][\w.-]*)[\"']?\s*[:=]\s*(%s),?\s*(?:#.*)?$" % NUMBER)
OPTION = re.compile(r"--?([A-Za-z][\w.-]+)[= ](%s)(?=\s|$|\\)" % NUMBER)

# The span of `text` in a line of a file; `name` is dotted as in the source, its own part last.
Value = collections.namedtuple("Value", "path line start end name text number kind")
Signature = collections.namedtuple("Signature", "path line start end name")

# Keywords that tell a function which side of an array it works on.
SHAPES = {"dim", "axis", "ndim", "keepdim", "indent", "ndigits"}

# Words of code and of papers for one thing.
SYNONYMS = {
    "lr": "learning rate", "wd": "weight decay", "bs": "batch size", "minibatch": "batch",
    "dim": "dimension", "temp": "temperature", "n": "number", "num": "number",
    "eps": "epsilon", "iters": "iterations", "iter": "iterations", "seq": "sequence",
    "len": "length", "ctx": "context", "steps": "iterations", "minibatches": "batch",
    "samples": "sequences", "boot": "bootstrap", "resamples": "samples", "max": "", "size": "",
    "number": "", "value": "", "rate": "", "default": "", "total": "", "train": "", "training": "",
}


def numeric(text):
    """The number that a literal or a printed value is, or None."""
    core = text.replace("_", "").replace(",", "").replace("−", "-").strip()
    power = re.fullmatch(r"(?:([-+.\d]+)\s*[×·x*]\s*)?10\s*\^?\s*\{?(-?\d+)\}?", core)
    if power and ("^" in core or "×" in core or "·" in core):
        return float(power.group(1) or 1) * 10 ** int(power.group(2))
    try:
        return float(core)
    except ValueError:
        return None


def same(first, second):
    return abs(first - second) <= 1e-9 * max(abs(first), abs(second))


def numbers(text):
    """All numbers in a printed value."""
    text = re.sub(r"\s*([×·])\s*10\s*\^", r"\1 10^", text).replace("× 10", "×10").replace("· 10", "·10")
    return [number for number in map(numeric, re.split(r"[ ;/()]+", text)) if number is not None]


def words(name):
    """The words of a name that tell it from others, synonyms replaced."""
    parts = re.findall(r"[A-Za-zα-ω]+", re.sub(r"([a-z])([A-Z])", r"\1 \2", name))
    found = set()
    for part in parts:
        for word in SYNONYMS.get(part.lower(), part.lower()).split():
            word = SYNONYMS.get(word, word)
            found.update(piece[:-1] if len(piece) > 3 and piece.endswith("s") else piece
                         for piece in word.split())
    return found


def files(root):
    """The files of a repository that may configure what a paper ran, sorted."""
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            path = os.path.relpath(os.path.join(folder, name), root)
            whole = os.path.join(root, path)
            if TRIALS.search(path.lower()) or os.path.islink(whole) or os.path.getsize(whole) > 300_000:
                continue
            if path.endswith((".py", ".yaml", ".yml", ".toml", ".sh", ".md")) or name == "Makefile":
                found.append(path)
    return [path for path in sorted(found) if os.path.basename(path) != "pyproject.toml"]


def text_of(root, path):
    try:
        with open(os.path.join(root, path), encoding="utf-8", newline="") as file:
            return file.read()
    except UnicodeDecodeError:
        return ""


class PythonValues(ast.NodeVisitor):
    """Numbers that assignments, options, fields, dictionaries and keywords set."""

    def __init__(self, path, lines):
        self.path, self.lines = path, lines
        self.values, self.signatures = [], []
        self.depth = 0

    def add(self, name, node, kind):
        if node.lineno != node.end_lineno or not name:
            return
        # Columns of `ast` count bytes.
        line = self.lines[node.lineno - 1].encode()
        text = line[node.col_offset:node.end_col_offset].decode()
        number = numeric(text)
        if number is None and isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
            sides = [side.value for side in (node.left, node.right) if isinstance(side, ast.Constant)]
            if len(sides) == 2 and all(type(side) is int and abs(side) < 64 for side in sides):
                number = float(sides[0] ** sides[1])
        if number is None:
            return
        start = len(line[:node.col_offset].decode())
        self.values.append(
            Value(self.path, node.lineno, start, start + len(text), name, text, number, kind))

    def visit_FunctionDef(self, node):
        line = self.lines[node.lineno - 1]
        place = re.search(r"\bdef\s+(%s)\b" % re.escape(node.name), line)
        if place and not node.name.startswith("__"):
            self.signatures.append(
                Signature(self.path, node.lineno, place.start(1), place.end(1), node.name))
        self.depth += 1
        self.generic_visit(node)
        self.depth -= 1

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Assign(self, node):
        if len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            # Within a function a number is more often a counter than a setting.
            if self.depth == 0:
                self.add(name, node.value, "assignment")
        self.generic_visit(node)

    def visit_AnnAssign(self, node):
        if isinstance(node.target, ast.Name) and node.value is not None and self.depth == 0:
            self.add(node.target.id, node.value, "default")
        self.generic_visit(node)

    def visit_Dict(self, node):
        for key, value in zip(node.keys, node.values):
            if len(node.keys) > 2 and isinstance(key, ast.Constant) and isinstance(key.value, str):
                self.add(key.value, value, "assignment")
        self.generic_visit(node)

    def visit_Call(self, node):
        function = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if function == "add_argument":
            names = [arg.value for arg in node.args
                     if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            for keyword in node.keywords:
                if keyword.arg == "default" and names:
                    self.add(max(names, key=len).lstrip("-"), keyword.value, "default")
        else:
            for keyword in node.keywords:
                if keyword.arg not in SHAPES:
                    # A record of a configuration is built from defaults where no file is given.
                    is_record = re.search(r"(Config|Args|Arguments|Options|Settings)$", function)
                    self.add(keyword.arg, keyword.value, "default" if is_record else "keyword")
        self.generic_visit(node)


def read(root):
    """All values and signatures of a repository, in the order of its files."""
    values, signatures = [], []
    for path in files(root):
        text = text_of(root, path)
        lines = text.split("\n")
        if path.endswith(".py"):
            try:
                visitor = PythonValues(path, lines)
                visitor.visit(ast.parse(text))
            except (SyntaxError, ValueError, RecursionError):
                continue
            values += visitor.values
            signatures += visitor.signatures
            continue
        is_config = path.endswith((".yaml", ".yml", ".toml"))
        if is_config and TRIAL_LINES.search(text):
            continue
        for number, line in enumerate(lines, 1):
            matches = [CONFIG_LINE.match(line)] if is_config else OPTION.finditer(line)
            for match in matches:
                if match and numeric(match.group(2)) is not None:
                    values.append(Value(
                        path, number, match.start(2), match.end(2), match.group(1),
                        match.group(2), numeric(match.group(2)), "file" if is_config else "launch"))
    return values, signatures


class PaperText:
    """What a paper prints, for the question whether it states a value or names a function."""

    def __init__(self, text, truth):
        # A name that a line break or wide spacing cut is one name.
        text = re.sub(r"(?<=\w) _ (?=\w)|_\n", "_", text)
        self.text = re.sub(r"\s+", " ", text)
        self.truth = [(words(row["name"]), numeric(row["value"])) for row in truth]
        self.names = collections.Counter(re.findall(r"[A-Za-z_]\w+", self.text))

    def in_truth(self, value):
        """Whether the listed hyperparameters have the value under a name that shares a word."""
        own = words(value.name.split(".")[-1])
        return any(number is not None and same(number, value.number) and own & name
                   for name, number in self.truth)

    def prints(self, value):
        """Whether the number stands within a few words of all words of the name."""
        own = words(value.name.split(".")[-1])
        if not any(len(word) >= 4 for word in own):
            return False
        for match in re.finditer(r"(?<![\w.])(%s|\d{1,3}(?:,\d{3})+)(?![\w]|\.\d)" % NUMBER, self.text):
            number = numeric(match.group(1))
            if number is None or not same(number, value.number):
                continue
            before = self.text[max(0, match.start() - 40):match.start()]
            after = self.text[match.end():match.end() + 30]
            # The neighbours in the same sentence, as one name before or behind the number.
            before = re.split(r"[.;:,!?()] |[(\d]", before)[-1]
            after = re.split(r"[.;:,!?()\d]", after)[0]
            if own <= words(before) or own <= words(after):
                return True
        return False

    def names_function(self, name):
        """Whether the paper prints the name of a function, which is no word of a language."""
        return "_" in name.strip("_") and len(name) > 5 and self.names[name] > 0
