import Foundation
import Frontend
import IR
import Testing

struct RepoDependencyTests {
  let repository: TestRepository

  init() throws { repository = try TestRepository() }

  private func dependencies(_ path: String, _ content: String) throws -> [String] {
    try repository.write(path, content)
    let read = try repository.read()
    for dependency in read.facts.dependencies {
      #expect(read.text(dependency.declared.spans.first) == dependency.declared.value)
    }
    #expect(read.settings(path) == [])
    return read.dependencies(path)
  }

  @Test func requirements() throws {
    let found = try dependencies(
      "requirements.txt",
      """
      # comment
      torch==2.1.0  # pinned
      numpy>=1.20,<2 ; python_version < "3.12"
      Jinja2 [extra] ~= 3.0
      plain
      -r other.txt
      --index-url https://example.org
      -e git+https://example.org/a/thing.git@v2#egg=thing
      git+https://example.org/b/other.git@main
      wheel @ https://example.org/w.whl
      hashed==1 --hash=sha256:0 \\
      ./local
      """)
    #expect(
      found == [
        "torch ==2.1.0", "numpy >=1.20,<2", "Jinja2 ~= 3.0", "plain -",
        "thing git+https://example.org/a/thing.git@v2#egg=thing",
        "other git+https://example.org/b/other.git@main", "wheel @ https://example.org/w.whl",
        "hashed ==1",
      ])
  }

  @Test func project() throws {
    let found = try dependencies(
      "pyproject.toml",
      """
      [project]
      name = "toy"
      requires-python = ">=3.10"
      dependencies = ["numpy>=1", 'scipy']
      [project.optional-dependencies]
      model = ["torch"]
      dev = ["pytest"]
      [tool.poetry.dependencies]
      python = "^3.9"
      jax = {version = "0.4.1", extras = ["cuda"]}
      [tool.poetry.group.test.dependencies]
      mock = "1"
      [tool.black]
      line-length = 100
      """)
    #expect(
      found == [
        "python >=3.10", "numpy >=1", "scipy -", "torch -", "python ^3.9", "jax 0.4.1",
      ])
  }

  @Test func setupFiles() throws {
    #expect(
      try dependencies(
        "setup.py",
        """
        needs = ["torch>=1.7", "tqdm"]
        setup(name="x", install_requires=needs, python_requires=">=3.8",
              extras_require={"gpu": ["cupy"], "dev": ["black"]})
        """) == ["torch >=1.7", "tqdm -", "cupy -", "python >=3.8"])
    #expect(
      try dependencies(
        "setup.cfg",
        """
        [metadata]
        name = x
        [options]
        python_requires = >=3.7
        install_requires =
            numpy>=1.1
            pandas
        [options.extras_require]
        test = pytest
        """) == ["python >=3.7", "numpy >=1.1", "pandas -"])
  }

  @Test func condaEnvironment() throws {
    let found = try dependencies(
      "env/environment.yml",
      """
      name: toy
      channels:
        - defaults
      dependencies:
        - python=3.9
        - conda-forge::jaxlib=0.4.14=*cuda*
        - "numpy >=1.2"
        - pip:
          - -r requirements.txt
          - torch==2.0
      prefix: /opt
      """)
    #expect(
      found == ["python =3.9", "jaxlib =0.4.14=*cuda*", "numpy >=1.2", "torch ==2.0"])
  }

  @Test func otherManifests() throws {
    #expect(
      try dependencies(
        "Pipfile",
        "[packages]\nrequests = \"*\"\ntorch = {version = \"==1.0\"}\n[requires]\npython_version = \"3.8\"\n"
      ) == ["requests -", "torch ==1.0", "python 3.8"])
    #expect(
      try dependencies(
        "Cargo.toml",
        "[package]\nversion = \"0.1\"\n[dependencies]\nserde = \"1.0\"\n[dev-dependencies]\nx = \"1\"\n"
      ) == ["serde 1.0"])
    #expect(
      try dependencies(
        "package.json", "{\"name\": \"x\", \"dependencies\": {\"@a/b.c\": \"^1.2\"}}\n")
        == ["@a/b.c ^1.2"])
    #expect(try dependencies(".python-version", "3.11.4\n") == ["python 3.11.4"])
  }
}
