// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  // A generic type is put together from what the compiler knows of its parts. By its mangled name, which
  // is shorter, the runtime would ask for each part whether it conforms, and look through all
  // conformances of the program for that: a tenth of the time that a short paper takes.
  .unsafeFlags(["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"]),
]

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let systemPackage: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")

/// A module of the compiler, under the strict settings.
func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one module; `path` mirrors the module's own folders.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [])
  -> Target
{
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "arac",
  products: [.executable(name: "arac", targets: ["arac"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CPoppler", pkgConfig: "poppler-glib", providers: [.apt(["libpoppler-glib-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "CGit2"),
    .target(name: "CLearnedCues"),
    .target(name: "CPageTap", dependencies: ["CPoppler"]),
    .target(name: "CSandbox"),
    .target(name: "CUnpack", linkerSettings: [.linkedLibrary("z")]),

    module("IR", []),
    module("YAML", ["CYAML"]),
    module("Frontend", ["IR", "YAML", "CPoppler", "CPageTap", "CGit2", "CUnpack", crypto]),
    module("Passes", ["IR", "CLearnedCues"]),
    module("Backend", ["IR", "YAML"]),
    module(
      "Driver", ["IR", "Frontend", "Passes", "Backend", "CSandbox", subprocess, systemPackage]),
    .executableTarget(
      name: "arac",
      dependencies: ["IR", "Frontend", "Backend", "Driver", argumentParser],
      swiftSettings: strict,
      // Much of a short run is the dynamic linker's: packed relocations are read faster, of the
      // program's symbols it need know those alone that the tap puts in the place of cairo's and
      // FreeType's, and the libraries that `CPageTap` loads on demand are not loaded with the program.
      linkerSettings: [
        .unsafeFlags(
          ["-use-ld=lld"]
            + [
              "-z", "pack-relative-relocs", "--no-export-dynamic",
              "--export-dynamic-symbol=cairo_*", "--export-dynamic-symbol=FT_*",
              "--remap-inputs=*/libpoppler-glib.so=/dev/null",
              "--remap-inputs=*/libcairo.so=/dev/null", "--remap-inputs=*/libg*-2.0.so=/dev/null",
            ].flatMap { ["-Xlinker", $0] })
      ]),

    tests("FrontendTests", ["Frontend", "IR", "TestSupport"], exclude: ["PDF/Tables"]),
    .target(
      name: "TestSupport", dependencies: ["IR", "Backend", subprocess, systemPackage],
      path: "Tests/TestSupport", swiftSettings: strict),
    tests("BackendTests", ["IR", "YAML", "Backend", "TestSupport"]),
    tests("IRTests", ["IR", "TestSupport"]),
    tests("PassesTests", ["IR", "Passes"]),
    tests(
      "DriverTests", ["IR", "Frontend", "Passes", "Backend", "Driver", "TestSupport"]),
    tests("CommandLineTests", ["IR", "Driver", "Backend", "TestSupport"]),
    tests("LayeringTests", ["TestSupport"]),
    tests("DocumentationTests", ["IR", "YAML", "Backend", "Driver", "TestSupport"]),
    tests("CorpusTests", ["IR", "Backend", "TestSupport"]),
    tests("GoldenTests", ["Frontend", "Passes", "Backend", "TestSupport"]),
  ]
)
