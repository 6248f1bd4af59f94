extension PythonScript {
  /// The names that tell what configures: tables only.
  static let rows = #"""
    # `_ast` has the nodes; to load `ast` would take a third of the time until the first source.
    import _ast as ast
    import fnmatch, gc, json, operator, re, resource, sys, warnings


    def named(rows, endings=""):
        """Matches names against rows of patterns; of endings, also behind an underscore."""
        patterns = rows.split() + endings.split() + ["*_" + row for row in endings.split()]
        match, known = re.compile("|".join(map(fnmatch.translate, patterns))).match, {}

        def matches(name):
            found = known.get(name)
            if found is None:
                found = known[name] = bool(match(name))
            return found

        return matches


    # Variables that hold a configuration, in lower case.
    CONFIGURATION = \#(PythonNames.configuration.script)
    # Variables that values of one are read from, in lower case.
    HOLDER = \#(PythonNames.holder.script)
    # Classes whose attributes are one.
    CONFIGURATION_CLASS = named(
        "*[Cc]onfig *CFG *C[Ff]g *Conf *[Pp]arams *HParams *Hparams *Hyperparameters *Args"
        " *Arguments *Settings *Options args options")
    FIELD_DECORATOR = named("dataclass define frozen mutable s attrs chz struct")
    FIELD_BASE = named("NamedTuple BaseModel BaseSettings Struct Tap")
    FIELD_CALL = named("field Field ib attrib")
    OPTION = named("Option Argument")
    # Calls that make a dictionary of their keywords.
    CONTAINER = named(
        "dict ConfigDict FrozenConfigDict EasyDict edict AttrDict DotMap Box Munch Namespace"
        " SimpleNamespace *.ConfigDict *.FrozenConfigDict *.Namespace *.SimpleNamespace"
        " OmegaConf.create")
    # Calls whose keywords are settings: optimisers, schedules, loaders, trainers, estimators.
    CONFIGURED = \#(PythonNames.configured.script)
    # Calls whose one argument is a seed.
    SEEDING = \#(PythonNames.seeding.script)
    # Names under which a number is a hyperparameter wherever it stands.
    HYPERPARAMETER = \#(PythonNames.hyperparameter.script)
    # Functions whose local hyperparameters are the program's own.
    MAIN = named("main train run experiment main_* train_* run_* experiment_*")
    # Names of a whole network, in lower case.
    WHOLE = named("model net network module self nn")
    # Uses of a model other than training it, in lower case.
    USE = named("val valid* test* eval* pred* infer*")
    DEVELOPMENT = named(
        "dev develop development test tests testing doc docs lint ci style typing")
    TOOL_COMMENT = named("noqa* nosec* type:* pylint* pragma* fmt:* mypy* pyright* ruff* isort*")
    CONTAINED = named("config hparams params hyper_params hyperparameters")
    KEY = re.compile(r"^[\w./-]{1,64}$").match
    LONGEST = 160

    """#
}
