internal import IR

/// The packages that the Python files of a repository import, where nothing declares them.
struct PythonImports {
  private let repository: Repository
  private let text: SourceText
  /// What an import may mean inside the repository: folders and files by their bare names.
  private let own: Set<Substring>

  private static let limit = 60

  init(_ repository: Repository, _ text: SourceText) {
    self.repository = repository
    self.text = text
    own = Set(
      repository.files.flatMap { file in
        file.path.split(separator: "/").map { $0.hasSuffix(".py") ? $0.dropLast(3) : $0 }
      })
  }

  /// Each package once, where it is imported first, in alphabetical order.
  func packages() -> [Grounded<String>] {
    var places: [Substring: SourceSpan] = [:]
    for file in repository.files where file.language == "Python" {
      guard let span = file.text else { continue }
      for (name, bytes) in Self.imports(in: text.text(of: span.bytes))
      where places[name] == nil && !own.contains(name) && !Self.standard.contains(String(name)) {
        places[name] = span.narrowed(to: bytes)
      }
    }
    return places.sorted { $0.key < $1.key }.prefix(Self.limit).map { name, span in
      Grounded(String(name), [span])
    }
  }

  /// The first part of what statements at the left margin import, with its bytes in the file.
  static func imports(in content: String) -> [(name: Substring, bytes: Range<Int>)] {
    var found: [(Substring, Range<Int>)] = []
    var isQuoted = false
    var start = 0
    for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
      defer { start += line.utf8.count + 1 }
      let opens = !isQuoted
      for mark in ["\"\"\"", "'''"] where line.occurrences(of: mark) % 2 == 1 { isQuoted.toggle() }
      guard opens, line.hasPrefix("import ") || (line.hasPrefix("from ") && line.has(" import "))
      else { continue }
      let end = line.firstIndex(of: "#") ?? line.endIndex
      let names =
        line.hasPrefix("import ")
        ? line[..<end].dropFirst("import ".count).split(separator: ",")
        : [line.dropFirst("from ".count)]
      for part in names {
        let name = part.drop { $0 == " " }.prefix { $0.isAlphanumeric || $0 == "_" }
        guard let first = name.first, !first.isASCIIDigit else { continue }
        let offset = content.utf8.distance(from: content.startIndex, to: name.startIndex)
        found.append((name, offset..<(offset + name.utf8.count)))
      }
    }
    return found
  }

  /// Modules of Python's own that programs of research import.
  private static let standard: Set<String> = [
    "__future__", "abc", "argparse", "array", "ast", "asyncio", "atexit", "base64", "binascii",
    "bisect", "builtins", "bz2", "calendar", "cmath", "codecs", "collections", "concurrent",
    "configparser", "contextlib", "copy", "csv", "ctypes", "dataclasses", "datetime", "decimal",
    "difflib", "dis", "email", "enum", "errno", "fcntl", "fnmatch", "fractions", "functools", "gc",
    "getopt", "getpass", "glob", "graphlib", "gzip", "hashlib", "heapq", "hmac", "html", "http",
    "importlib", "inspect", "io", "ipaddress", "itertools", "json", "keyword", "linecache",
    "locale", "logging", "lzma", "marshal", "math", "mimetypes", "mmap", "multiprocessing",
    "numbers", "operator", "optparse", "os", "pathlib", "pdb", "pickle", "pkgutil", "platform",
    "posixpath", "pprint", "profile", "cProfile", "pstats", "queue", "random", "re", "readline",
    "reprlib", "resource", "runpy", "sched", "secrets", "select", "selectors", "shelve", "shlex",
    "shutil", "signal", "site", "smtplib", "socket", "socketserver", "sqlite3", "ssl", "stat",
    "statistics", "string", "struct", "subprocess", "symtable", "sys", "sysconfig", "tarfile",
    "tempfile", "textwrap", "threading", "time", "timeit", "tkinter", "token", "tokenize",
    "tomllib", "trace", "traceback", "tracemalloc", "turtle", "types", "typing", "unicodedata",
    "unittest", "urllib", "uuid", "venv", "warnings", "wave", "weakref", "webbrowser", "xml",
    "zipfile", "zlib", "zoneinfo",
  ]
}

extension Substring {
  /// How often a mark stands in the line.
  fileprivate func occurrences(of mark: String) -> Int {
    var count = 0
    var rest = self
    while let found = rest.find(mark) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
