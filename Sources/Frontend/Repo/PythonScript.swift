/// The program that `PythonProcess` runs: what a module defines.
///
/// It reads sources from standard input, each after a line with its length, and answers each with
/// one line of JSON in the form of `PythonOutline`.
enum PythonScript {
  static let text = [rows, nodes, settings, outline].joined(separator: "\n\n")

  static let outline = #"""
    class Outline(Rules):
        """What one module defines, configures and requires, as byte ranges of its text."""

        def __init__(self, text):
            self.text = text.encode()
            self.starts = [0]
            for line in self.text.split(b"\n"):
                self.starts.append(self.starts[-1] + len(line) + 1)
            self.symbols, self.settings, self.requirements = [], {}, []
            self.python, self.lists, self.uses = None, {}, {}
            tree = compile(text, "<unknown>", "exec", ast.PyCF_ONLY_AST)
            self.definitions, self.commands = {}, []
            self.doc = self.docstring(tree)
            self.block(tree.body, "", False)
            if b"test" in self.text and TESTED.search(self.text):
                self.settings = {}  # tests set what they like
                return
            plan_of, nodes = PLANS.get, [tree]
            pop, push, extend = nodes.pop, nodes.append, nodes.extend
            while nodes:
                node = pop()
                visit, children = plan_of(node.__class__, IDLE)
                if visit:
                    visit(self, node)
                if children:
                    for child in children(node):
                        if child.__class__ is list:
                            extend(child)
                        elif child is not None:
                            push(child)

        def span(self, node):
            return [
                self.starts[node.lineno - 1] + node.col_offset,
                self.starts[node.end_lineno - 1] + node.end_col_offset]

        def inside(self, node):
            """The range of a node; of a single string literal, without its quotes."""
            start, end = self.span(node)
            if text_of(node) is None:
                return [start, end]
            found = QUOTED.match(self.text[start:end])
            quotes = found and found.group(1)
            if not found or quotes in found.group(2).replace(b"\\" + quotes, b""):
                return [start, end]  # several literals side by side
            return [start + found.start(2), start + found.end(2)]

        def written(self, node):
            if node is None:
                return None
            start, end = self.inside(node)
            text = " ".join(self.text[start:end].decode().split())
            return text if len(text) <= LONGEST else None

        def line_rest(self, node):
            end = self.span(node)[1]
            return end, self.text[end:self.starts[node.end_lineno] - 1].decode()

        def add(self, name, origin, value, kind=None, help=None, implied=None):
            """Records a setting; the first rule that takes a value keeps it."""
            start, end = self.inside(value)
            if text_of(value) and (start == self.span(value)[0] or "\n" in text_of(value)):
                return  # a text of several literals or lines
            if start < end <= start + LONGEST and start not in self.settings:
                if isinstance(help, ast.AST):
                    help = self.inside(help) if isinstance(help, STRINGS) else None
                self.settings[start] = {
                    "name": name, "origin": origin, "value": [start, end], "type": kind,
                    "help": help if help and help[0] < help[1] else None, "implied": implied}

        def docstring(self, node):
            first = node.body[0] if node.body else None
            if not isinstance(first, ast.Expr) or text_of(first.value) is None:
                return None
            start, end = self.inside(first.value)
            text = self.text[start:end]
            start += len(text) - len(text.lstrip())
            end = start + len(text.strip())
            return [start, end] if start < end else None

        def block(self, body, scope, in_class):
            for node in body:
                if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    self.definitions.setdefault(scope.split(".")[0] or node.name, []).append(node)
                    self.symbol(node, scope + node.name, "method" if in_class else "function")
                elif isinstance(node, ast.ClassDef):
                    self.symbol(node, scope + node.name, "type")
                    self.fields(node, scope + node.name)
                    self.block(node.body, scope + node.name + ".", True)
                elif isinstance(node, (ast.Assign, ast.AnnAssign)) and not in_class:
                    self.constants(node)
                elif isinstance(node, COMPOUND):
                    for name in ("body", "orelse", "finalbody"):
                        self.block(getattr(node, name, None) or [], scope, in_class)
                    for handler in getattr(node, "handlers", []):
                        self.block(handler.body, scope, in_class)

        def constants(self, node):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if isinstance(target, ast.Name) and node.value is not None:
                self.constant(target.id, node.value)
                if isinstance(node.value, (ast.List, ast.Tuple)):
                    self.lists[target.id] = node.value
                if target.id.isupper() and is_literal(node.value):
                    self.symbol(node, target.id, "constant")
            elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                for name, value in zip(target.elts, node.value.elts):
                    if isinstance(name, ast.Name):
                        self.constant(name.id, value)

        def symbol(self, node, name, kind):
            start, end = self.span(node)
            decorators = getattr(node, "decorator_list", [])
            first = min([node.lineno] + [item.lineno for item in decorators])
            self.symbols.append({
                "name": name, "kind": kind, "head": [start, self.head_end(node, start, end)],
                "span": [self.starts[first - 1], end],
                "doc": None if kind == "constant" else self.docstring(node)})

        def head_end(self, node, start, end):
            """Where the colon stands that ends the head of a definition."""
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                args = node.args
                parts = args.posonlyargs + args.args + args.kwonlyargs + args.defaults
                parts += args.kw_defaults + [args.vararg, args.kwarg, node.returns]
            elif isinstance(node, ast.ClassDef):
                parts = node.bases + [item.value for item in node.keywords]
            else:
                return end
            return self.colon(max([start] + [self.span(part)[1] for part in parts if part]), end)

        def colon(self, start, end):
            """Where the first colon stands that is in no comment; `end` without one."""
            while start < end:
                stop = self.text.find(b"\n", start, end)
                stop = end if stop < 0 else stop
                line = self.text[start:stop]
                if b":" in line:
                    if b"#" in line:
                        line = COMMENT.sub(lambda found: b" " * len(found.group()), line)
                    colon = line.find(b":")
                    if colon >= 0:
                        return start + colon
                start = stop + 1
            return end

        def result(self):
            return {
                "doc": self.doc, "symbols": self.symbols, "requirements": self.requirements,
                "python": self.python,
                "uses": [
                    {"name": name, "span": span} for name in sorted(self.uses)
                    for span in sorted(self.uses[name])[:3]],
                "settings": [self.settings[start] for start in sorted(self.settings)]}


    # What is done with a node of a kind; all others are only passed on the way down.
    VISITS = {
        ast.Call: Outline.called, ast.Assign: Outline.assigned, ast.AnnAssign: Outline.annotated,
        ast.FunctionDef: Outline.defined, ast.AsyncFunctionDef: Outline.defined,
        ast.Attribute: Outline.use, ast.Subscript: Outline.use, ast.Name: Outline.named}
    # The fields of a kind that may hold nodes of those kinds, in order.
    WORDS = {"ctx", "op", "ops", "id", "attr", "arg", "name", "names", "kind", "module", "level"}


    def children_of(kind):
        """What gets the children of a node, in order; None where there are none."""
        fields = [field for field in kind._fields if field not in WORDS]
        if len(fields) == 1:
            only = operator.attrgetter(fields[0])
            return lambda node: (only(node),)
        return operator.attrgetter(*fields) if fields else None


    IDLE = (None, None)
    PLANS = {
        kind: (VISITS.get(kind), children_of(kind))
        for kind in vars(ast).values()
        if isinstance(kind, type) and issubclass(kind, ast.AST) and kind is not ast.Constant}
    COMPOUND = tuple(
        kind for kind in PLANS if issubclass(kind, ast.stmt) and "body" in kind._fields)
    STRINGS = (ast.Constant, ast.JoinedStr)
    QUOTED = re.compile(rb"^[A-Za-z]{0,2}(\"\"\"|'''|\"|')(.*)\1$", re.S)
    COMMENT = re.compile(rb"(?:(?<=\s)|^)#[^\n'\"]*$", re.M)
    TESTED = re.compile(rb"^(?:import|from) (?:pytest|unittest)\b", re.M)


    def outlined(text):
        try:
            return Outline(text.replace("\r", "\n")).result()
        except SyntaxError as error:
            return {"error": error.msg, "line": error.lineno}
        except (ValueError, RecursionError, MemoryError) as error:
            return {"error": type(error).__name__, "line": None}


    def main():
        warnings.simplefilter("ignore")
        gc.disable()  # syntax trees have no cycles, and collecting takes most of the time
        if sys.version_info < (3, 9):
            sys.exit(64)
        for kind, value in ((resource.RLIMIT_AS, 2 << 30), (resource.RLIMIT_CORE, 0)):
            hard = resource.getrlimit(kind)[1]
            value = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(kind, (value, value))
        while True:
            header = sys.stdin.buffer.readline()
            if not header:
                return
            text = sys.stdin.buffer.read(int(header)).decode()
            sys.stdout.write(json.dumps(outlined(text), separators=(",", ":")) + "\n")
            sys.stdout.flush()


    main()

    """#
}
