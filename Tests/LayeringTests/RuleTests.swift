import TestSupport
import Testing

/// The rules against source that breaks them: a rule that cannot fail guards nothing.
struct RuleTests {
  private static func file(_ path: String, _ text: String) -> SourceFile {
    SourceFile(path: "Sources/" + path, text: text)
  }

  @Test(arguments: [
    ("IR/A.swift", "import Frontend"),
    ("IR/A.swift", "internal import YAML"),
    ("YAML/A.swift", "internal import IR"),
    ("Frontend/A.swift", "internal import Passes"),
    ("Frontend/A.swift", "// why\npackage import struct Backend.ArtifactTree"),
    ("Passes/A.swift", "@testable import Frontend"),
    ("Passes/A.swift", "internal import YAML"),
    ("Backend/A.swift", "internal import Driver"),
    ("Backend/A.swift", "internal import Foundation"),
    ("Driver/A.swift", "internal import arac"),
    ("Driver/A.swift", "internal import ArgumentParser"),
    ("Elsewhere/A.swift", "internal import IR"),
    ("Frontend/A.swift", "internal import CPoppler"),
    ("Passes/A.swift", "internal import Glibc"),
    ("Frontend/PDF/PDFDocument.swift", "package import CPoppler"),
  ])
  func refusesAnImport(_ path: String, _ text: String) {
    #expect(Layers.violations(in: Self.file(path, text)).count == 1)
  }

  @Test(arguments: [
    ("Frontend/A.swift", "internal import IR\ninternal import YAML"),
    ("Frontend/PDF/PDFDocument.swift", "internal import CPoppler"),
    ("Passes/A.swift", "let text = \"import Frontend\" // import Backend\n/* import Driver */"),
    ("Passes/A.swift", "let text = \"\\(name(\"import Frontend\")) import Backend\""),
  ])
  func allowsAnImport(_ path: String, _ text: String) {
    #expect(Layers.violations(in: Self.file(path, text)) == [])
  }

  @Test func refusesADependency() {
    let manifest = PackageManifest(
      """
      let parser: Target.Dependency = .product(name: "ArgumentParser", package: "parser")
      let package = Package(
        name: "p",
        targets: [
          .systemLibrary(name: "CGit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
          .target(name: "CPageTap", dependencies: ["CPoppler"]),
          module("IR", []), module("Passes", ["IR", "Backend"]), module("Backend", ["IR", "CGit2"]),
          .executableTarget(
            name: "arac", dependencies: ["Driver", parser], swiftSettings: strict),
          .executableTarget(name: "Driver", dependencies: ["IR", parser]),
        ])
      """)
    #expect(manifest.targets.count == 7)
    #expect(manifest.dependencies(of: "arac") == ["Driver", "ArgumentParser"])
    #expect(
      manifest.targets.flatMap(Layers.violations) == [
        "Package.swift: Passes may not depend on Backend",
        "Package.swift: Backend may not depend on CGit2",
        "Package.swift: Driver may not depend on ArgumentParser",
      ])
  }

  @Test(arguments: [
    "package func f(_ oid: git_oid) {}",
    "struct S { var entry: UnsafePointer<git_tree>? }",
    "struct S {\n  func f(\n    a: Int,\n    b: git_oid\n  )\n    -> Int\n  { 1 }\n}",
    "struct S { let size = git_size() }",
    "struct S { let repository: OpaquePointer }",
    "typealias ID = git_oid",
    "extension git_oid { var text: String { \"\" } }",
    "enum E { case found(git_oid) }",
  ])
  func refusesALeak(_ text: String) {
    let file = Self.file("Frontend/A.swift", "internal import CGit2\n" + text)
    #expect(Layers.leaks(in: file).count == 1)
  }

  @Test(arguments: [
    "struct S { private let id: git_oid }",
    "struct S { fileprivate init(_ id: git_oid) {} }",
    "private struct S { let id: git_oid }",
    "struct S { func f() { let id: git_oid = git_oid() } }",
    "struct S { let size: Int = git_size()\n  var count: Int { git_count() } }",
    "extension git_oid { fileprivate init(_ text: String) {} }",
    "/// A git_oid.\nfunc f() -> String { \"git_oid\" }",
  ])
  func allowsWhatStays(_ text: String) {
    let file = Self.file("Frontend/A.swift", "internal import CGit2\n" + text)
    #expect(Layers.leaks(in: file) == [])
  }

  @Test func findsNestedTypes() {
    let file = Self.file("Driver/A.swift", "enum Outer { struct Driver: Codable {} }")
    #expect(
      DeclarationScanner.declarations(in: file.tokens).compactMap(\.typeName) == [
        "Outer", "Driver",
      ])
  }
}
