internal import IR

/// A row: what a file is by its name, or by the program that its first line asks for.
struct FileLanguage: Sendable {
  let name: String?
  let kind: RepositoryFile.Kind
  /// Without the dot, in lower case.
  var extensions: [String] = []
  /// Whole names, in lower case.
  var names: [String] = []
  /// Programs of a `#!` line, without version digits.
  var interpreters: [String] = []

  init(
    _ name: String?, _ kind: RepositoryFile.Kind, _ extensions: [String], names: [String] = [],
    interpreters: [String] = []
  ) {
    self.name = name
    self.kind = kind
    self.extensions = extensions
    self.names = names
    self.interpreters = interpreters
  }

  static let rows: [FileLanguage] = sources + texts

  private static let sources: [FileLanguage] = [
    FileLanguage("Python", .source, ["py", "pyi", "pyw"], interpreters: ["python", "pypy"]),
    FileLanguage("Jupyter Notebook", .notebook, ["ipynb"]),
    FileLanguage("Cython", .source, ["pyx", "pxd", "pxi"]),
    FileLanguage("C", .source, ["c", "h"]),
    FileLanguage("C++", .source, ["cc", "cpp", "cxx", "hh", "hpp", "hxx", "ipp"]),
    FileLanguage("CUDA", .source, ["cu", "cuh"]),
    FileLanguage("Metal", .source, ["metal"]),
    FileLanguage("OpenCL", .source, ["cl"]),
    FileLanguage("C#", .source, ["cs"]),
    FileLanguage("Java", .source, ["java"]),
    FileLanguage("Kotlin", .source, ["kt", "kts"]),
    FileLanguage("Scala", .source, ["scala"]),
    FileLanguage("Go", .source, ["go"]),
    FileLanguage("Rust", .source, ["rs"]),
    FileLanguage("Swift", .source, ["swift"]),
    FileLanguage("JavaScript", .source, ["js", "jsx", "mjs", "cjs"], interpreters: ["node"]),
    FileLanguage("TypeScript", .source, ["ts", "tsx", "mts"], interpreters: ["deno", "bun"]),
    FileLanguage("Vue", .source, ["vue"]),
    FileLanguage("Julia", .source, ["jl"], interpreters: ["julia"]),
    FileLanguage("R", .source, ["r"], interpreters: ["rscript"]),
    FileLanguage("R Markdown", .source, ["rmd", "qmd"]),
    FileLanguage("MATLAB", .source, ["m"]),
    FileLanguage("Stata", .source, ["do", "ado"]),
    FileLanguage("Fortran", .source, ["f", "f77", "f90", "f95", "f03", "f08"]),
    FileLanguage("Haskell", .source, ["hs"], interpreters: ["runhaskell"]),
    FileLanguage("OCaml", .source, ["ml", "mli"]),
    FileLanguage("Lua", .source, ["lua"], interpreters: ["lua", "luajit", "th"]),
    FileLanguage("Perl", .source, ["pl", "pm"], interpreters: ["perl"]),
    FileLanguage("Ruby", .source, ["rb"], interpreters: ["ruby"]),
    FileLanguage("PHP", .source, ["php"], interpreters: ["php"]),
    FileLanguage("Prolog", .source, ["pro"], interpreters: ["swipl"]),
    FileLanguage("Lean", .source, ["lean"]),
    FileLanguage("Coq", .source, ["v"]),
    FileLanguage("Zig", .source, ["zig"]),
    FileLanguage("SQL", .source, ["sql"]),
    FileLanguage("Awk", .source, ["awk"], interpreters: ["awk", "gawk"]),
    FileLanguage("Assembly", .source, ["s", "asm", "ptx"]),
    FileLanguage("Protocol Buffers", .source, ["proto"]),
    FileLanguage("HTML", .source, ["html", "htm"]),
    FileLanguage("CSS", .source, ["css", "scss", "less"]),
    FileLanguage(
      "Shell", .source, ["sh", "bash", "zsh", "fish", "slurm", "sbatch", "pbs", "lsf"],
      interpreters: ["sh", "bash", "zsh", "dash", "ksh", "fish"]),
    FileLanguage("PowerShell", .source, ["ps1"], interpreters: ["pwsh"]),
    FileLanguage("Batch", .source, ["bat", "cmd"]),
  ]

  private static let texts: [FileLanguage] = [
    FileLanguage("YAML", .configuration, ["yaml", "yml"], names: ["citation.cff"]),
    FileLanguage("TOML", .configuration, ["toml"], names: ["pipfile"]),
    FileLanguage(
      "INI", .configuration, ["ini", "cfg", "conf", "properties", "env", "gin"],
      names: [".gitmodules", ".editorconfig", ".flake8", ".pylintrc", ".env", ".env.example"]),
    FileLanguage("Makefile", .configuration, ["mk"], names: ["makefile", "gnumakefile"]),
    FileLanguage("CMake", .configuration, ["cmake"], names: ["cmakelists.txt"]),
    FileLanguage(
      "Dockerfile", .configuration, ["dockerfile", "def"], names: ["dockerfile", "containerfile"]),
    FileLanguage("Nix", .configuration, ["nix"]),
    FileLanguage("Terraform", .configuration, ["tf", "hcl"]),
    FileLanguage("Starlark", .configuration, ["bzl"], names: ["build.bazel", "workspace"]),
    FileLanguage("Snakemake", .configuration, ["smk"], names: ["snakefile"]),
    FileLanguage("Jsonnet", .configuration, ["jsonnet", "libsonnet"]),
    FileLanguage(
      nil, .configuration, [],
      names: [
        ".gitignore", ".gitattributes", ".dockerignore", "manifest.in", ".python-version",
        "procfile", ".npmrc", ".nvmrc",
      ]),
    FileLanguage("Markdown", .documentation, ["md", "markdown", "mdx"]),
    FileLanguage("reStructuredText", .documentation, ["rst"]),
    FileLanguage("TeX", .documentation, ["tex", "bib", "sty", "cls", "bst"]),
    FileLanguage("Org", .documentation, ["org"]),
    FileLanguage("AsciiDoc", .documentation, ["adoc", "asciidoc"]),
    FileLanguage(
      nil, .documentation, [],
      names: [
        "readme", "readme.txt", "authors", "authors.txt", "changelog", "changelog.txt", "changes",
        "contributors", "install", "install.txt", "notes.txt", "todo", "todo.txt", "citation",
        "citation.txt", "contributing",
      ]),
    FileLanguage(
      "JSON", .data, ["json", "geojson", "json5"], names: [".eslintrc", ".prettierrc", ".babelrc"]),
    FileLanguage("JSON Lines", .data, ["jsonl", "ndjson"]),
    FileLanguage("CSV", .data, ["csv"]),
    FileLanguage("TSV", .data, ["tsv", "tab"]),
    FileLanguage("XML", .data, ["xml", "xsd", "urdf", "xacro"]),
    FileLanguage("SVG", .data, ["svg"]),
    FileLanguage(nil, .data, ["txt", "dat", "data", "list", "map", "lock", "arff", "libsvm"]),
    FileLanguage(nil, .log, ["log", "out", "err", "stdout", "stderr"], names: ["nohup.out"]),
    FileLanguage(
      nil, .binary,
      [
        "png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp", "ico", "pdf", "ps", "eps", "mp3",
        "mp4", "wav", "avi", "mov", "ttf", "woff", "woff2", "zip", "gz", "tgz", "bz2", "xz", "tar",
        "7z", "rar", "zst", "whl", "jar", "so", "dll", "dylib", "a", "o", "exe", "class", "pyc",
        "pkl", "pickle", "npy", "npz", "pt", "pth", "ckpt", "safetensors", "bin", "h5", "hdf5",
        "onnx", "pb", "tflite", "mat", "parquet", "feather", "arrow", "db", "sqlite", "joblib",
        "msgpack", "rds", "rda", "rdata", "sav", "xls", "xlsx", "doc", "docx", "ppt", "pptx",
      ]),
  ]

  static let byExtension = index(rows) { $0.extensions }
  static let byName = index(rows) { $0.names }
  static let byInterpreter = index(rows) { $0.interpreters }

  private static func index(
    _ rows: [FileLanguage], by keys: (FileLanguage) -> [String]
  ) -> [String: FileLanguage] {
    let pairs = rows.flatMap { row in keys(row).map { ($0, row) } }
    return Dictionary(pairs) { first, _ in first }
  }
}
