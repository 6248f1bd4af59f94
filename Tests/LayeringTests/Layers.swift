import TestSupport

/// Who may import whom (`docs/architecture.md`, "Modules").
enum Layers {
  /// The modules of this package that a module may import.
  static let own: [String: Set<String>] = [
    "IR": [],
    "YAML": [],
    "Frontend": ["IR", "YAML"],
    "Passes": ["IR"],
    "Backend": ["IR", "YAML"],
    "Driver": ["IR", "Frontend", "Passes", "Backend"],
    "arac": ["IR", "Frontend", "Passes", "Backend", "Driver"],
  ]

  /// Modules of other packages.
  static let packages: [String: Set<String>] = [
    "Driver": ["Subprocess", "SystemPackage"],
    "Frontend": ["Crypto"],
    "arac": ["ArgumentParser"],
  ]

  /// Modules of the toolchain that any module may import. `Foundation` is none of them: it costs
  /// start-up time that every worker would pay again.
  static let toolchain: Set<String> = ["FoundationEssentials", "Synchronization", "Dispatch"]

  /// C modules, and the system's, with the files that wrap them. No other file sees a C name.
  static let wrappers: [String: Set<String>] = [
    "CPoppler": [
      "Sources/Frontend/PDF/PDFDocument.swift",
      "Sources/Frontend/PDF/PDFPicture.swift",
      "Sources/Frontend/PDF/Canvas.swift",
      "Sources/Frontend/PDF/PageGeometry.swift",
      "Sources/Frontend/PDF/PageMarks.swift",
      "Sources/Frontend/PDF/PageText.swift",
      "Sources/Frontend/ComposedText.swift",
    ],
    "CPageTap": [
      "Sources/Frontend/PDF/GlyphOrigins.swift",
      "Sources/Frontend/PDF/HiddenText.swift",
      "Sources/Frontend/PDF/PDFDocument.swift",
      "Sources/Frontend/PDF/PageMarks.swift",
    ],
    "CLearnedCues": ["Sources/Passes/Cues/LearnedCues.swift"],
    "CGit2": [
      "Sources/Frontend/Repo/GitRepository.swift",
      "Sources/Frontend/Repo/PackIndexer.swift",
    ],
    "CUnpack": [
      "Sources/Frontend/Log/Packing/PackedData.swift",
      "Sources/Frontend/PDF/File/ZlibStream.swift",
    ],
    "CYAML": ["Sources/YAML/YAMLParser.swift"],
    "CSandbox": [
      "Sources/Driver/DiskTree.swift",
      "Sources/Driver/FreedMemory.swift",
      "Sources/Driver/Interruption.swift",
      "Sources/Driver/Models.swift",
      "Sources/Driver/Scratch.swift",
      "Sources/Driver/TreeUpdate.swift",
      "Sources/Driver/Worker.swift",
      "Sources/Driver/WorkerPool.swift",
    ],
    "Glibc": [
      "Sources/Driver/DiskPaths.swift",
      "Sources/Driver/DiskTree.swift",
      "Sources/Driver/FolderOwner.swift",
      "Sources/Driver/Interruption.swift",
      "Sources/Driver/Models.swift",
      "Sources/Driver/ProcessTime.swift",
      "Sources/Driver/Scratch.swift",
      "Sources/Driver/TreeUpdate.swift",
      "Sources/Driver/Worker.swift",
      "Sources/Driver/WorkerPool.swift",
      "Sources/Frontend/InputFile.swift",
      "Sources/Frontend/JSON/BlockReader.swift",
      "Sources/Frontend/Log/Packing/Spool.swift",
      "Sources/Frontend/PDF/Plot/PlotScale.swift",
      "Sources/Frontend/PDF/Plot/SlantedLabels.swift",
      "Sources/Frontend/Repo/DirectoryHandle.swift",
      "Sources/Frontend/Repo/PythonChild.swift",
      "Sources/Frontend/Repo/PythonProcess.swift",
      "Sources/Frontend/Repo/TextContent.swift",
      "Sources/IR/Text/TextSearch.swift",
      "Sources/arac/Console.swift",
    ],
  ]

  /// How the names of a C module begin.
  static let cNames: [String: [String]] = [
    "CPoppler": ["poppler_", "Poppler", "cairo_", "g_", "G_", "GList", "GError", "gint", "guint"],
    "CPageTap": [
      "page_tap_", "page_mark", "page_point", "glyph_tap_", "glyph_origin", "lost_sign",
    ],
    "CGit2": ["git_", "GIT_"],
    "CUnpack": ["unpacker_", "unpack_", "UNPACK_"],
    "CYAML": ["yaml_", "YAML_"],
    "CSandbox": ["arac_"],
  ]

  /// What is wrong with the imports of a file, one line each.
  static func violations(in file: SourceFile) -> [String] {
    file.imports.flatMap { item -> [String] in
      let place = "\(file.path):\(item.line): "
      if let files = wrappers[item.module] {
        var found: [String] = []
        if !files.contains(file.path) {
          found.append(place + "\(item.module) is imported by the files that wrap it alone")
        }
        if !["internal", "fileprivate", "private"].contains(item.access) {
          found.append(place + "\(item.module) leaves its file by a \(item.access) import")
        }
        return found
      }
      return isAllowed(item.module, in: file.module)
        ? [] : [place + "\(file.module) may not import \(item.module)"]
    }
  }

  /// What is wrong with the dependencies of a target, one line each.
  static func violations(in target: PackageManifest.Target) -> [String] {
    target.dependencies.compactMap { dependency in
      mayDepend(target.name, on: dependency)
        ? nil : "Package.swift: \(target.name) may not depend on \(dependency)"
    }
  }

  private static func mayDepend(_ target: String, on dependency: String) -> Bool {
    guard let files = wrappers[dependency] else { return isAllowed(dependency, in: target) }
    return own[target] == nil || files.contains { $0.hasPrefix("Sources/\(target)/") }
  }

  private static func isAllowed(_ imported: String, in module: String) -> Bool {
    toolchain.contains(imported) || own[module]?.contains(imported) == true
      || packages[module]?.contains(imported) == true
  }
}

extension Layers {
  /// C types that code outside a wrapper could see, one line each. The compiler refuses them in
  /// `package` declarations; here they are refused inside a module too.
  static func leaks(in file: SourceFile) -> [String] {
    let modules = file.imports.map(\.module).filter { cNames[$0] != nil }
    guard !modules.isEmpty else { return [] }
    let prefixes = modules.flatMap { cNames[$0] ?? [] } + ["OpaquePointer"]
    return DeclarationScanner.declarations(in: file.tokens).compactMap { declaration in
      guard
        let name = declaration.words.first(where: { word in
          prefixes.contains { word.hasPrefix($0) }
        })
      else { return nil }
      return "\(file.path):\(declaration.line): \(name) leaves the file that wraps it"
    }
  }
}
