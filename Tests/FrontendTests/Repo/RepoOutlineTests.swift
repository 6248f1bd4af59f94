import Foundation
import Frontend
import IR
import Testing

/// Definitions of languages that have no parser here.
struct RepoOutlineTests {
  let repository: TestRepository

  init() throws { repository = try TestRepository() }

  private func symbols(_ path: String, _ content: String) throws -> [String] {
    try repository.write(path, content)
    return try repository.read().facts.symbols.filter { $0.path == path }.map {
      "\($0.kind.rawValue) \($0.name) \($0.lines.lowerBound)-\($0.lines.upperBound)"
    }
  }

  @Test func c() throws {
    let found = try symbols(
      "a.cu",
      """
      #define MAX(a) (a)
      int table[3] = { 1, 2, 3 };
      float dot(const float *a);
      __global__ void scale(float *x,
                            float by) {
        if (by > 0) { x[0] *= by; }
      }
      struct Pair {
        int a;
        int sum() const {
          return a;
        }
      };
      """)
    #expect(found == ["function scale 4-7", "type Pair 8-13", "method Pair.sum 10-12"])
  }

  @Test func goRustSwift() throws {
    #expect(
      try symbols("a.go", "type T struct {\n}\n\nfunc (t *T) Run(x int) error {\n\treturn nil\n}\n")
        == ["type T 1-2", "method T.Run 4-6"])
    #expect(
      try symbols("a.rs", "pub(crate) async fn go<T>(x: T) {\n}\npub struct S;\n")
        == ["function go 1-2", "type S 3-3"])
    #expect(
      try symbols("a.swift", "public struct S {\n  static func make() -> S {\n  }\n}\n")
        == ["type S 1-4", "method S.make 2-3"])
  }

  @Test func scripts() throws {
    #expect(
      try symbols(
        "a.js", "export default async function load(x) {\n}\nconst f = (a) => {\n}\nlet y = 3\n")
        == ["function load 1-2", "function f 3-4"])
    #expect(
      try symbols("a.R", "fit <- function(x, y) {\n  lm(y ~ x)\n}\n") == ["function fit 1-3"])
    #expect(
      try symbols("a.jl", "function run!(x)\n  x\nend\nmutable struct S\nend\n")
        == ["function run 1-3", "type S 4-5"])
    #expect(
      try symbols("a.sh", "go() {\n  echo\n}\nfunction stop {\n  :\n}\nif (true); then\n  x\nfi\n")
        == ["function go 1-3", "function stop 4-6"])
    #expect(try symbols("a.m", "function y = f(x)\n  y = x;\nend\n").count == 1)
  }

  @Test func commentAboveIsTheDocumentation() throws {
    try repository.write("a.go", "// Run runs.\n// Twice.\nfunc Run() {\n}\n")
    let read = try repository.read()
    #expect(read.text(read.facts.symbols.first?.doc) == "// Run runs.\n// Twice.")
    #expect(read.facts.symbols.first?.signature == "func Run()")
  }

  @Test func namesOfCAndItsKin() throws {
    let found = try symbols(
      "a.cpp",
      """
      typedef struct {
        int a;
      } pair_t;
      struct pair *first;
      enum class Kind { A, B };
      class Box {
        Box& operator=(const Box& other) {
          return *this;
        }
        struct Box *next;
      };
      """)
    #expect(
      found == [
        "type pair_t 1-3", "type Kind 5-5", "type Box 6-11", "method Box.operator= 7-9",
      ])
    #expect(
      try symbols("A.java", "class A {\n  synchronized int size() {\n    return 0;\n  }\n}\n")
        == ["type A 1-5", "method A.size 2-4"])
  }

  @Test func membersOfRustTypes() throws {
    #expect(
      try symbols(
        "a.rs",
        """
        impl<T: Copy> Step for Belt<T> {
            pub(super) fn step(&self) {
            }
        }
        pub unsafe extern "C" fn raw() {
        }
        """) == ["method Belt.step 2-3", "function raw 5-6"])
  }

  @Test func membersOfTypeScriptClasses() throws {
    #expect(
      try symbols(
        "a.ts",
        """
        export type Mode = "fast" | "slow";
        const enum Side { Left }
        class Belt<T> {
          constructor(private width: number) {
            setup(() => {
            });
          }
          async run<K>(key: K): Promise<void> {
            if (key) {
            }
          }
          get size(): number { return 0; }
        }
        const twice = x => x * 2;
        """) == [
          "type Mode 1-1", "type Side 2-2", "type Belt 3-13", "method Belt.constructor 4-7",
          "method Belt.run 8-11", "method Belt.size 12-12", "function twice 14-14",
        ])
  }
}
