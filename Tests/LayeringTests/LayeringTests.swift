import FoundationEssentials
import TestSupport
import Testing

struct LayeringTests {
  @Test func theSourcesAreFound() {
    #expect(SourceFile.all.count > 200)
    #expect(Set(SourceFile.all.map(\.module)) == Set(Layers.own.keys))
  }

  @Test(arguments: Layers.own.keys.sorted())
  func importsAreAllowed(_ module: String) {
    let files = SourceFile.all.filter { $0.module == module }
    #expect(files.flatMap(Layers.violations) == [])
  }

  @Test func dependenciesAreAllowed() throws {
    let folders = try Self.folders()
    let targets = try PackageManifest.load().targets.filter { folders.contains($0.name) }
    #expect(targets.count == folders.count)
    #expect(targets.flatMap(Layers.violations) == [])
  }

  /// A dependency that nothing imports would let a later import pass unseen.
  @Test(arguments: Layers.own.keys.sorted())
  func dependenciesAreImported(_ module: String) throws {
    let manifest = try PackageManifest.load()
    let declared = try #require(manifest.dependencies(of: module), "\(module) is no target")
    let imported = SourceFile.all.filter { $0.module == module }.flatMap(\.imports).map(\.module)
    #expect(Set(declared) == Set(imported).subtracting(Layers.toolchain).subtracting(["Glibc"]))
  }

  private static func folders() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: PackageFolder.root + "/Sources")
  }

  @Test func everyWrapperWraps() {
    let importers = Dictionary(
      grouping: SourceFile.all.flatMap { file in file.imports.map { ($0.module, file.path) } },
      by: \.0)
    for (module, files) in Layers.wrappers {
      #expect(Set((importers[module] ?? []).map(\.1)) == files, "files that wrap \(module)")
    }
  }

  @Test func noCTypeLeavesItsFile() {
    #expect(SourceFile.all.flatMap(Layers.leaks) == [])
  }

  /// Readers run in forked processes, where the locks of Swift's runtime do not work between threads.
  @Test func readersStartNoThread() {
    let readers = SourceFile.all.filter { ["Frontend", "IR"].contains($0.module) }
    #expect(!readers.isEmpty)
    #expect(readers.filter { $0.imports.contains { $0.module == "Dispatch" } }.map(\.path) == [])
  }

  /// The command line parses arguments and prints; what it does stands in `Driver`.
  @Test func theCommandLineIsThin() {
    let lines = SourceFile.all.filter { $0.module == "arac" }.map(\.lineCount).reduce(0, +)
    #expect((1..<700).contains(lines))
  }
}

struct StyleTests {
  @Test(arguments: SourceFile.all.map(\.path))
  func filesAreShort(_ path: String) throws {
    let file = try #require(SourceFile.all.first { $0.path == path })
    #expect(file.lineCount <= 400, "\(path) has \(file.lineCount) lines")
  }

  /// Inside a module named like one of its types, the module's other names cannot be qualified.
  @Test func noTypeIsNamedLikeItsModule() {
    for file in SourceFile.all {
      let types = DeclarationScanner.declarations(in: file.tokens).compactMap(\.typeName)
      #expect(!types.contains(file.module), "\(file.path)")
    }
  }
}
