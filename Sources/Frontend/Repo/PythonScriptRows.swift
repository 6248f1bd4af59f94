extension PythonScript {
  /// The names that tell what configures: tables only.
  static let rows = #"""
    import ast, fnmatch, gc, json, re, resource, sys, warnings


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
    CONFIGURATION = named(
        "_c *_kwargs *_args *_opts *_options",
        endings="config configs cfg cfgs conf params parameters hparams hyper_params hyperparams"
        " hyperparameters settings defaults")
    # Variables that values of one are read from, in lower case.
    HOLDER = named(
        "_c *_kwargs *_args *_opts *_options args opt opts options flags hp environ",
        endings="config configs cfg cfgs conf params parameters hparams hyper_params hyperparams"
        " hyperparameters settings defaults")
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
    CONFIGURED = named(
        "Adam* RAdam NAdam SGD RMSprop RMSProp Adagrad Adadelta Adafactor LBFGS BFGS Lion LAMB"
        " Lamb LARS Prodigy Sophia* adam adamw sgd rmsprop adagrad adafactor lion lamb lars lbfgs"
        " *LR ReduceLROnPlateau *Scheduler get_*schedule* *_schedule *_decay"
        " *DataLoader *Trainer *TrainingArguments [A-Z]*Config EarlyStopping ModelCheckpoint"
        " SamplingParams train_test_split *KFold *Classifier *Regressor *LogisticRegression"
        " *SearchCV SVC SVR KMeans PCA TSNE UMAP")
    # Calls whose one argument is a seed.
    SEEDING = named(
        "seed manual_seed manual_seed_all set_seed set_seeds set_random_seed set_global_seed"
        " seed_everything seed_all PRNGKey default_rng RandomState")
    # Names under which a number is a hyperparameter wherever it stands.
    HYPERPARAMETER = named(
        "wd beta beta1 beta2 betas gamma tau d_model n_layer n_layers n_head n_heads n_embd"
        " n_samples n_splits n_estimators num_layers num_heads num_samples num_classes"
        " num_neurons num_units num_envs num_rollouts num_workers max_tokens max_new_tokens"
        " max_length max_seq_length max_depth random_state top_k top_p block_size vocab_size"
        " context_length n_ctx *_interval *_frequency *_coef *_coefficient",
        endings="lr learning_rate weight_decay momentum batch_size epoch epochs steps iters"
        " iterations dropout dropout_rate seed temperature warmup patience lambda grad_clip"
        " grad_norm hidden_dim hidden_dims hidden_size embed_dim embedding_dim latent_dim seq_len"
        " test_size val_size noise_std")
    # Functions whose local hyperparameters are the program's own.
    MAIN = named("main train run experiment main_* train_* run_* experiment_*")
    DEVELOPMENT = named(
        "dev develop development test tests testing doc docs lint ci style typing")
    TOOL_COMMENT = named("noqa* nosec* type:* pylint* pragma* fmt:* mypy* pyright* ruff* isort*")
    CONTAINED = named("config hparams params hyper_params hyperparameters")
    KEY = re.compile(r"^[\w./-]{1,64}$").match
    LONGEST = 160

    """#
}
