import FoundationEssentials

/// The program that runs another one on a terminal of its own.
enum TerminalProgram {
  static let path = "/usr/bin/script"
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }
}
