extension PythonScript {
  /// What expressions say by themselves.
  static let nodes = #"""
    def dotted(node):
        """`a.b.c` of a chain of names, or None."""
        parts = []
        while isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name):
            return None
        return ".".join([node.id] + parts[::-1])


    def last_name(node):
        return getattr(node, "attr", None) or getattr(node, "id", "")


    def callee(node):
        """The last name of what a call calls; empty for anything else."""
        return last_name(node.func) if isinstance(node, ast.Call) else ""


    def keyword(call, *names):
        for item in call.keywords:
            if item.arg in names:
                return item.value
        return None


    def text_of(node):
        """The value of a string literal, or None."""
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        return node.value if is_text else None


    def is_number(node):
        if isinstance(node, ast.UnaryOp):
            return is_number(node.operand)
        if isinstance(node, ast.BinOp):
            return is_number(node.left) and is_number(node.right)
        if isinstance(node, ast.Call):
            return last_name(node.func) in ("int", "float") and all(map(is_literal, node.args))
        return isinstance(node, ast.Constant) and isinstance(node.value, (int, float, complex))


    def is_literal(node):
        """A number, a string, a truth value or a short list of them; not None, not empty."""
        if isinstance(node, ast.Constant):
            return isinstance(node.value, (int, float, complex, str, bool)) and node.value != ""
        if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
            return 0 < len(node.elts) <= 16 and all(map(is_literal, node.elts))
        return is_number(node)


    def is_value(node):
        """A literal, a qualified name, or a call that has only literals as arguments."""
        if isinstance(node, ast.Call):
            arguments = node.args + [item.value for item in node.keywords]
            name = dotted(node.func) or "environ"
            literal = bool(arguments) and all(map(is_literal, arguments))
            return literal and "environ" not in name and "getenv" not in name
        return is_literal(node) or (isinstance(node, ast.Attribute) and bool(dotted(node)))


    def fallback(node):
        """The value that holds where the environment sets none: `3` of
        `int(os.environ.get("EPOCHS", 3))`; any other node is its own."""
        inner = node
        if callee(inner) in ("int", "float", "str") and len(inner.args) == 1:
            inner = inner.args[0]
        if callee(inner) not in ("get", "getenv") or len(inner.args) != 2:
            return node
        reads = (dotted(inner.func) or "").split(".")
        is_read = "environ" in reads or "getenv" in reads
        return inner.args[1] if is_read and is_literal(inner.args[1]) else node


    def belonging(call):
        """What the keywords of a call belong to besides what is called: the part of a network whose
        parameters an optimiser gets, and the use that a mode names."""
        owners = []
        first = call.args[0] if call.args else None
        if callee(first) == "parameters" and isinstance(first.func, ast.Attribute):
            part = last_name(first.func.value)
            owners += [part] if part and not WHOLE(part.lower()) else []
        mode = text_of(keyword(call, "mode", "split", "phase", "stage"))
        return owners + ([mode] if mode and USE(mode.lower()) else [])

    """#
}
