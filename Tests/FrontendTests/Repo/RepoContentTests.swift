import Foundation
import Frontend
import IR
import Testing

/// What files are taken for, what is kept of them, and what they say of themselves.
struct RepoContentTests {
  let repository: TestRepository

  init() throws { repository = try TestRepository() }

  struct Sample: Sendable, CustomTestStringConvertible {
    let path: String
    let content: String
    let kind: RepositoryFile.Kind
    var language: String? = nil

    var testDescription: String { path }
  }

  static let samples: [Sample] = [
    Sample(path: "train.py", content: "x = 1\n", kind: .source, language: "Python"),
    Sample(
      path: "run", content: "#!/usr/bin/env -S python3.11 -u\n", kind: .source, language: "Python"),
    Sample(path: "job", content: "#!/bin/bash\necho\n", kind: .source, language: "Shell"),
    Sample(path: "kernel.cu", content: "int x;\n", kind: .source, language: "CUDA"),
    Sample(path: "Makefile", content: "all:\n", kind: .configuration, language: "Makefile"),
    Sample(
      path: "Dockerfile.gpu", content: "FROM x\n", kind: .configuration, language: "Dockerfile"),
    Sample(path: "conf/model.json", content: "{}\n", kind: .configuration, language: "JSON"),
    Sample(path: "ds_config.json", content: "{}\n", kind: .configuration, language: "JSON"),
    Sample(path: "results.json", content: "{}\n", kind: .data, language: "JSON"),
    Sample(path: "requirements-dev.txt", content: "x\n", kind: .configuration),
    Sample(path: "setup.cfg.example", content: "[a]\n", kind: .configuration, language: "INI"),
    Sample(path: "scores.csv", content: "a,b\n", kind: .data, language: "CSV"),
    Sample(path: "numbers.txt", content: "1\n", kind: .data),
    Sample(path: "README", content: "Hello.\n", kind: .documentation),
    Sample(path: "docs/use.md", content: "Hello.\n", kind: .documentation, language: "Markdown"),
    Sample(path: "LICENSE-MIT", content: "MIT\n", kind: .license),
    Sample(path: "DATA_LICENSE.txt", content: "CC\n", kind: .license),
    Sample(path: "license_check.py", content: "x = 1\n", kind: .source, language: "Python"),
    Sample(path: "train.log", content: "epoch 1\n", kind: .log),
    Sample(path: "mystery", content: "words\n", kind: .data),
    Sample(path: "model.py", content: "\0\u{1}", kind: .binary),
    Sample(path: "plot.png", content: "not really\n", kind: .binary),
    Sample(
      path: "weights.bin", content: "version https://git-lfs.github.com/spec/v1\noid sha256:0\n",
      kind: .largeFilePointer),
    Sample(
      path: "app.js", content: String(repeating: "var a=1;", count: 2_000), kind: .generated,
      language: "JavaScript"),
    Sample(path: "uv.lock", content: "version = 1\n", kind: .data),
  ]

  @Test(arguments: samples) func kindAndLanguage(_ sample: Sample) throws {
    try repository.write(sample.path, sample.content)
    let file = try #require(try repository.read(python: NoPython())[sample.path])
    #expect(file.kind == sample.kind)
    #expect(file.language == sample.language)
    #expect((file.lines == nil) == (sample.kind == .binary))
  }

  @Test func linesCountTheLastOne() throws {
    try repository.write("a.c", "int a;\nint b;").write("b.c", "int a;\n").write("c.c", "")
    let read = try repository.read()
    #expect(["a.c", "b.c", "c.c"].map { read[$0]?.lines } == [2, 1, 0])
  }

  @Test func lineEndsAndByteOrderMark() throws {
    try repository.write("a.yaml", "\u{FEFF}lr: 1\r\nseed: 2\r\n")
    let read = try repository.read()
    #expect(read.text(read["a.yaml"]?.text) == "lr: 1\nseed: 2\n")
    #expect(read.settings("a.yaml") == ["lr = 1", "seed = 2"])
    let seed = read.facts.settings.last?.value.spans.first
    #expect(read.location(seed) == .lines(path: "a.yaml", 2...2))
  }

  @Test func contentsThatAreNotKept() throws {
    try repository.write("latin.py", [0x61, 0x20, 0x3D, 0x20, 0x22, 0xE9, 0x22, 0x0A])
      .write("big.c", String(repeating: "int a;\n", count: 40_000))
      .write("rows.csv", String(repeating: "1,2\n", count: 9_000))
      .write("broken.ipynb", "{\"cells\": 3}")
      .write(".env", "HF_TOKEN=hf_x\n")
    let read = try repository.read()
    #expect(read.facts.files.allSatisfy { $0.text == nil })
    #expect(read.input.source.text == "")
    #expect(
      read.diagnostic("F216")?.notes.map(\.message) == [
        "1 larger than 256 KiB", "1 data or logs larger than 32 KiB", "1 not in UTF-8",
        "1 notebooks that do not parse", "1 with names of files that hold secrets",
      ])
  }

  @Test func sourceCodeIsKeptBeforeData() throws {
    let text = String(repeating: "words.\n", count: 36_000)
    for number in 100..<170 { try repository.write("doc/f\(number).tex", text) }
    try repository.write("a.csv", "1,2\n")
    let read = try repository.read()
    let kept = read.facts.files.filter { $0.text != nil }
    #expect(kept.count == 67)
    #expect(read.input.source.text.utf8.count <= (16 << 20) + 1_000)
    #expect(read["doc/f165.tex"]?.text != nil)
    #expect(read["doc/f166.tex"]?.text == nil)
    #expect(read["a.csv"]?.text != nil)
    #expect(read.diagnostic("F216")?.notes.map(\.message) == ["4 beyond 16 MiB in all"])
  }

  struct Summary: Sendable, CustomTestStringConvertible {
    let path: String
    let content: String
    let summary: String?

    var testDescription: String { path }
  }

  static let summaries: [Summary] = [
    Summary(
      path: "a.py", content: "\"\"\"Trains a toy.\n\nMore.\n\"\"\"\n", summary: "Trains a toy."),
    Summary(
      path: "b.py", content: "\"\"\"\nCopyright (c) Nobody.\n\nSorts marbles\nby weight.\n\"\"\"\n",
      summary: "Sorts marbles\nby weight."),
    Summary(
      path: "c.py",
      content: "#!/usr/bin/env python3\n# Copyright Nobody\n\n# Weighs marbles.\n\nimport os\n",
      summary: "# Weighs marbles."),
    Summary(path: "d.py", content: "# third party\nimport os\n", summary: nil),
    Summary(
      path: "e.sh", content: "#!/bin/sh\n#########\n# Runs all.\n#########\necho\n",
      summary: "# Runs all."),
    Summary(path: "f.rs", content: "//! Sorting.\n\nfn a() {}\n", summary: "//! Sorting."),
    Summary(
      path: "g.md",
      content:
        "---\ntitle: x\n---\n# Marbles\n\n[![badge](x)](y)\n\nThis sorts marbles twice,\nnever once.\n\n## Use\n",
      summary: "This sorts marbles twice,\nnever once."),
    Summary(path: "h.md", content: "# Only\n\n- a list of things\n", summary: nil),
    Summary(
      path: "i.rst",
      content: "A long heading of text\n======================\n\nSome words that are prose.\n",
      summary: "Some words that are prose."),
  ]

  @Test(arguments: summaries) func summary(_ sample: Summary) throws {
    try repository.write(sample.path, sample.content)
    let read = try repository.read()
    #expect(read.text(read[sample.path]?.summary) == sample.summary)
  }

  @Test func notebookGivesItsCodeWithItsLines() throws {
    try repository.write(
      "plot.ipynb",
      """
      {
       "cells": [
        {"cell_type": "markdown", "source": ["# Plots"]},
        {
         "cell_type": "code",
         "outputs": [],
         "source": [
          "%matplotlib inline\\n",
          "SEED = 7\\n",
          "def draw(n):\\n",
          "    return n\\n"
         ]
        },
        {"cell_type": "code", "source": ["%%bash\\n", "echo $HOME"]},
        {
         "cell_type": "code",
         "source": [
          "optim.SGD(p, lr=0.3)"
         ]
        },
        {"cell_type": "code", "source": ["NAME = # yours\n"]}
       ],
       "nbformat": 4
      }

      """)
    let read = try repository.read()
    #expect(read.codes == ["F202", "F220"])
    #expect(read.diagnostic("F220")?.input == InputPlace(file: "code/plot.ipynb", line: 21))
    #expect(read["plot.ipynb"]?.kind == .notebook)
    #expect(read.settings("plot.ipynb") == ["SEED = 7", "SGD.lr = 0.3"])
    #expect(read.facts.settings.map(\.line) == [9, 18])
    #expect(
      read.location(read.facts.settings[1].value.spans[0]) == .lines(path: "plot.ipynb", 18...18))
    #expect(read.facts.symbols.map(\.name) == ["SEED", "draw"])
    #expect(read.facts.symbols.map(\.lines) == [9...9, 10...11])
  }
}
