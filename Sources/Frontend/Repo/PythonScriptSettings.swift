extension PythonScript {
  /// Which values of a module configure it.
  static let settings = #"""
    class Rules:
        """Fills `settings` and `requirements` from the nodes of one module."""

        def called(self, node):
            self.call(node, last_name(node.func))

        def assigned(self, node):
            for target in node.targets:
                self.assignment(target, node.value)

        def annotated(self, node):
            self.assignment(node.target, node.value)

        def defined(self, node):
            self.command(node)
            self.function(node)

        def use(self, node):
            """Notes where a value of a configuration is read: `args.lr`, `cfg["lr"]`."""
            name = node.attr if node.__class__ is ast.Attribute else text_of(node.slice)
            if name and node.ctx.__class__ is ast.Load and HOLDER(last_name(node.value).lower()):
                self.uses.setdefault(name, []).append(self.span(node))

        def named(self, node):
            """Notes where a constant of a module is read: `RATE`."""
            if node.id.isupper() and node.ctx.__class__ is ast.Load:
                self.uses.setdefault(node.id, []).append(self.span(node))

        def call(self, node, name):
            if name == "add_argument" or name == "option" and text_of((node.args or [None])[0]):
                self.option(node, node.args, keyword(node, "default"), keyword(node, "help"))
            elif name == "set_defaults":
                for item in node.keywords:
                    if item.arg and is_literal(item.value):
                        self.add(item.arg, "argument", item.value)
            elif name.startswith("DEFINE_") and len(node.args) > 1:
                help = keyword(node, "help") or (node.args[2] if len(node.args) > 2 else None)
                self.option(node, node.args[:1], node.args[1], help, name[7:])
            elif SEEDING(name):
                if len(node.args) == 1 and is_number(node.args[0]):
                    self.add(dotted(node.func) or name, "callKeyword", node.args[0])
            elif name == "setup":
                self.setup(node)
            elif name == "Fire" and node.args:
                self.fired(last_name(node.args[0]))
            elif name == "update" and isinstance(node.func, ast.Attribute):
                for item in node.args:
                    self.assignment(node.func.value, item)
            elif name == "partial" and node.args:
                self.keywords(node, last_name(node.args[0]) or name)
            elif not CONTAINER(name):
                self.keywords(node, name)

        def keywords(self, node, name):
            configured = CONFIGURED(name)
            name = ".".join(belonging(node) + [name])
            for item in node.keywords:
                if CONTAINED(item.arg or "") and isinstance(item.value, (ast.Dict, ast.Call)):
                    self.entries(item.arg, item.value, "constant")
                    continue
                value = fallback(item.value)
                if item.arg and (
                    is_literal(value) if configured
                    else is_number(value) and HYPERPARAMETER(item.arg)
                ):
                    self.add(name + "." + item.arg, "callKeyword", value)

        def option(self, node, flags, default, help, kind=None):
            flags = [flag for flag in map(text_of, flags) if flag]
            long = [flag for flag in flags if flag.startswith("--")] or flags
            if not long:
                return
            name = long[0].split("/")[0].lstrip("-")
            kind = kind or self.written(keyword(node, "type"))
            action = keyword(node, "action")
            if default is not None:
                default = fallback(default)
                if is_value(default):
                    self.add(name, "argument", default, kind, help)
            elif text_of(action) in ("store_true", "store_false"):
                implied = "False" if text_of(action) == "store_true" else "True"
                self.add(name, "argument", action, kind, help, implied)

        def fired(self, name):
            """Fire makes a command of each parameter of a function, and of a class's methods."""
            for node in self.definitions.get(name, []):
                if node not in self.commands:
                    self.commands.append(node)
                    self.command(node)

        def command(self, node):
            """The parameters of a typer command, and options wherever they stand."""
            arguments = (node.args.posonlyargs + node.args.args)[::-1]
            pairs = list(zip(arguments, node.args.defaults[::-1]))
            pairs += zip(node.args.kwonlyargs, node.args.kw_defaults)
            is_command = node in self.commands or any(
                callee(item) == "command" for item in node.decorator_list)
            for argument, default in pairs:
                kind, help = argument.annotation, None
                if isinstance(kind, ast.Subscript) and last_name(kind.value) == "Annotated":
                    parts = getattr(kind.slice, "elts", [])
                    help = keyword(parts[-1], "help") if OPTION(callee(parts[-1])) else None
                    kind = parts[0]
                if OPTION(callee(default)):
                    help = keyword(default, "help")
                    default = keyword(default, "default") or (default.args or [None])[0]
                elif not is_command:
                    continue
                if default is not None and is_value(default):
                    self.add(argument.arg, "argument", default, self.written(kind), help)

        def function(self, node):
            """What a main function or a function that returns a configuration sets."""
            is_scope = any(last_name(item) == "config" for item in node.decorator_list)
            for item in node.body:
                if isinstance(item, ast.Return) and CONFIGURATION(node.name.lower()):
                    if isinstance(item.value, (ast.Dict, ast.Call)):
                        self.entries(node.name, item.value, "constant")
                elif isinstance(item, ast.Assign) and isinstance(item.targets[0], ast.Name):
                    name = item.targets[0].id
                    if is_scope and is_literal(item.value):
                        self.add(name, "constant", item.value, None, self.remark(item.value))
                    elif MAIN(node.name) and HYPERPARAMETER(name):
                        self.constant(name, item.value)

        def assignment(self, target, value):
            name = dotted(target)
            if isinstance(target, ast.Subscript) and text_of(target.slice):
                name = dotted(target.value)
                name = name and name + "." + text_of(target.slice)
            if not name or value is None:
                return
            root = name[5:] if name.startswith("self.") else name
            head, _, rest = root.partition(".")
            if rest and CONFIGURATION(head.lower()) and KEY(rest):
                self.entries(root, value, "constant")
            elif not rest and CONFIGURATION(root.lower()):
                self.entries(root, value, "constant")

        def entries(self, name, value, origin, depth=6):
            """The values of a literal dictionary under dotted names, or one literal."""
            if isinstance(value, ast.Dict) and depth:
                for key, item in zip(value.keys, value.values):
                    if text_of(key) and KEY(text_of(key)):
                        self.entries(name + "." + text_of(key), item, origin, depth - 1)
            elif isinstance(value, ast.Call) and CONTAINER(dotted(value.func) or ""):
                for item in value.args[:1]:
                    self.entries(name, item, origin, depth)
                for item in value.keywords:
                    if item.arg:
                        self.entries(name + "." + item.arg, item.value, origin, depth - 1)
            elif isinstance(value, ast.List) and depth and len(value.elts) <= 64 and all(
                isinstance(item, (ast.Dict, ast.Call)) for item in value.elts
            ):
                for index, item in enumerate(value.elts):
                    self.entries("%s.%d" % (name, index), item, origin, depth - 1)
            elif is_literal(value) and "." in name:
                self.add(name, origin, value, None, self.remark(value))

        def constant(self, name, value):
            """A module-level `NAME = literal`, or one with the name of a hyperparameter."""
            value = fallback(value)
            if re.match(r"^_?[A-Z][A-Z0-9_]*$", name):
                if is_literal(value) and text_of(value) != name:
                    self.add(name, "constant", value, None, self.remark(value))
            elif HYPERPARAMETER(name) and is_number(value):
                self.add(name, "constant", value, None, self.remark(value))

        def fields(self, node, scope):
            """The fields with defaults of a class that holds configuration."""
            names = [last_name(getattr(item, "func", item)) for item in node.decorator_list]
            bases = [last_name(item) for item in node.bases]
            if not (
                any(map(FIELD_DECORATOR, names)) or any(map(FIELD_BASE, bases))
                or any(map(CONFIGURATION_CLASS, bases + [node.name, scope.split(".")[0]]))
            ):
                return
            for index, item in enumerate(node.body):
                after = node.body[index + 1] if index + 1 < len(node.body) else None
                if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
                    self.field(scope + "." + item.target.id, item, after)
                elif isinstance(item, ast.Assign) and isinstance(item.targets[0], ast.Name):
                    name = item.targets[0].id
                    if FIELD_CALL(callee(item.value)):
                        self.field(scope + "." + name, item, after)
                    elif not name.startswith("_") and name != "model_config":
                        self.entries(scope + "." + name, item.value, "constant")

        def field(self, name, item, after):
            value, help = item.value, None
            if FIELD_CALL(callee(value)):
                metadata = keyword(value, "metadata")
                help = keyword(value, "help", "description", "doc")
                if isinstance(metadata, ast.Dict):
                    pairs = zip(map(text_of, metadata.keys), metadata.values)
                    help = dict(pairs).get("help", help)
                factory = keyword(value, "default_factory", "factory")
                value = keyword(value, "default") or (value.args or [None])[0]
                if value is None and isinstance(factory, ast.Lambda):
                    value = factory.body
            if help is None and isinstance(after, ast.Expr) and text_of(after.value):
                help = after.value
            if value is None:
                return
            if is_value(value):
                kind = self.written(getattr(item, "annotation", None))
                self.add(name, "dataclass", value, kind, help or self.remark(value))
            else:
                self.entries(name, value, "dataclass")

        def setup(self, node):
            requires = keyword(node, "install_requires")
            if isinstance(requires, ast.Name):
                requires = self.lists.get(requires.id)
            groups = [requires]
            extras = keyword(node, "extras_require")
            if isinstance(extras, ast.Dict):
                groups += [
                    value for key, value in zip(extras.keys, extras.values)
                    if not DEVELOPMENT(text_of(key) or "")]
            for group in groups:
                for item in getattr(group, "elts", []):
                    if text_of(item):
                        self.requirements.append(self.inside(item))
            if text_of(keyword(node, "python_requires")):
                self.python = self.inside(keyword(node, "python_requires"))

        def remark(self, value):
            """The comment that follows a value on its line."""
            start, rest = self.line_rest(value)
            found = re.match(r"[ \t]*[,;)\]}]*[ \t]*#+[ \t]*([^\n]*\S)", rest)
            if not found or TOOL_COMMENT(found.group(1)):
                return None
            before = len(rest[:found.start(1)].encode())
            return [start + before, start + before + len(found.group(1).encode())]

    """#
}
