internal import IR

/// A row: how a command begins that brings software or data.
struct ProvisionCommand: Sendable {
  let kind: Provision.Kind
  /// The program, without digits of a version and without folders.
  let program: String
  /// One of the words that follow must be one of these; empty if the program does nothing else.
  var verbs: [String] = []

  /// The name of the program that a word starts.
  static func program(_ word: String) -> String {
    var name = word[(word.lastIndex(of: "/").map { word.index(after: $0) } ?? word.startIndex)...]
    while let last = name.last, last.isNumber || last == "." { name.removeLast() }
    return String(name)
  }

  func fits(_ words: [String]) -> Bool {
    verbs.isEmpty || words.dropFirst().contains(where: verbs.contains)
  }

  static let byProgram = Dictionary(grouping: rows, by: \.program)

  static let rows: [ProvisionCommand] = [
    ProvisionCommand(kind: .install, program: "pip", verbs: ["install"]),
    ProvisionCommand(kind: .install, program: "python", verbs: ["pip", "venv", "setup.py"]),
    ProvisionCommand(kind: .install, program: "uv", verbs: ["sync", "install", "add", "venv"]),
    ProvisionCommand(kind: .install, program: "conda", verbs: ["install", "create", "env"]),
    ProvisionCommand(kind: .install, program: "mamba", verbs: ["install", "create", "env"]),
    ProvisionCommand(kind: .install, program: "micromamba", verbs: ["install", "create", "env"]),
    ProvisionCommand(kind: .install, program: "poetry", verbs: ["install", "add"]),
    ProvisionCommand(kind: .install, program: "pdm", verbs: ["install", "sync", "add"]),
    ProvisionCommand(kind: .install, program: "pipenv", verbs: ["install", "sync"]),
    ProvisionCommand(kind: .install, program: "apt", verbs: ["install"]),
    ProvisionCommand(kind: .install, program: "apt-get", verbs: ["install"]),
    ProvisionCommand(kind: .install, program: "brew", verbs: ["install"]),
    ProvisionCommand(kind: .install, program: "npm", verbs: ["install", "ci"]),
    ProvisionCommand(kind: .install, program: "cargo", verbs: ["install", "build"]),
    ProvisionCommand(kind: .install, program: "module", verbs: ["load"]),
    ProvisionCommand(kind: .install, program: "docker", verbs: ["build", "pull"]),
    ProvisionCommand(kind: .install, program: "git", verbs: ["clone", "submodule"]),
    ProvisionCommand(kind: .data, program: "git", verbs: ["lfs"]),
    ProvisionCommand(kind: .data, program: "wget"),
    ProvisionCommand(kind: .data, program: "curl"),
    ProvisionCommand(kind: .data, program: "gdown"),
    ProvisionCommand(kind: .data, program: "kaggle"),
    ProvisionCommand(kind: .data, program: "zenodo_get"),
    ProvisionCommand(kind: .data, program: "aws", verbs: ["s3"]),
    ProvisionCommand(kind: .data, program: "gsutil", verbs: ["cp", "rsync"]),
    ProvisionCommand(kind: .data, program: "azcopy"),
    ProvisionCommand(kind: .data, program: "huggingface-cli", verbs: ["download"]),
    ProvisionCommand(kind: .data, program: "hf", verbs: ["download"]),
    ProvisionCommand(kind: .data, program: "dvc", verbs: ["pull", "get"]),
  ]
}

/// Where data comes from.
enum DataSource {
  /// Functions whose first argument names a data set or the place of one.
  static let calls: [[UInt8]] = [
    "load_dataset", "load_dataset_builder", "fetch_openml", "tfds.load", "fetch_ucirepo",
    "PygNodePropPredDataset", "PygGraphPropPredDataset", "NodePropPredDataset",
    "snapshot_download", "hf_hub_download", "urlretrieve", "download_url",
    "download_and_extract_archive", "gdown.download", "kagglehub.dataset_download",
    "sns.load_dataset",
  ].map { Array($0.utf8) }

  /// What the names of calls end with: nearly no other name is worth comparing.
  static let callEnds = Set(calls.compactMap(\.last))

  static func isName(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || byte.isASCIILetter
      || byte == UInt8(ascii: "_")
  }

  /// Whether an address is one of data: a file of it, or a page of a place that keeps data.
  static func isAddress(_ address: String) -> Bool {
    let lower = address.lowercased()
    guard let scheme = schemes.first(where: lower.hasPrefix) else { return false }
    let rest = lower.dropFirst(scheme.count)
    guard let slash = rest.firstIndex(of: "/"), rest[slash...].count > 1 else { return false }
    if scheme == "s3://" || scheme == "gs://" { return true }
    let page = rest.hasPrefix("www.") ? rest.dropFirst(4) : rest
    let isKept = places.contains { page.hasPrefix($0) && page.count > $0.count }
    if isKept { return !page.contains("/discussions") }
    let path = rest[slash...].prefix { $0 != "?" && $0 != "#" }
    // Pages that show a file of code, and installers of software, are not the data.
    return !path.contains("/blob/") && endings.contains { path.hasSuffix($0) }
  }

  /// Whether a command asks a server that the reader has to start, or that it only stands for.
  static func isOwnMachine(_ command: String) -> Bool {
    ["localhost", "127.0.0.1", "0.0.0.0", "://<", "://$"].contains { command.contains($0) }
  }

  /// Whether a command fetches something to be run or installed.
  static func isProgram(_ command: String) -> Bool {
    command.split { " \t\"'".contains($0) }.contains { word in
      word.contains("://")
        && [".py", ".sh", ".deb", ".rpm", ".whl", ".exe", ".dmg", ".pkg"].contains {
          word.lowercased().hasSuffix($0)
        }
    }
  }

  private static let schemes = ["https://", "http://", "ftp://", "s3://", "gs://"]

  private static let places = [
    "zenodo.org/record", "figshare.com/articles", "drive.google.com/", "huggingface.co/datasets/",
    "kaggle.com/datasets/", "kaggle.com/c/", "kaggle.com/competitions/", "osf.io/",
    "archive.ics.uci.edu/", "physionet.org/content/", "data.mendeley.com/datasets/",
    "openml.org/d/", "dataverse.harvard.edu/", "doi.org/10.7910/", "doi.org/10.5281/",
    "snap.stanford.edu/data/", "ogb.stanford.edu/docs/", "files.grouplens.org/",
  ]

  private static let endings = [
    ".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".csv", ".csv.gz", ".tsv", ".jsonl", ".jsonl.gz",
    ".json.gz", ".parquet", ".npz", ".npy", ".h5", ".hdf5", ".mat", ".pkl", ".arrow", ".txt.gz",
    ".nii.gz", ".fasta", ".fasta.gz", ".root", ".lmdb", ".tfrecord", ".pt", ".pth", ".safetensors",
  ]
}
