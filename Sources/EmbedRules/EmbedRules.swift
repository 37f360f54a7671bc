import Foundation
import PackagePlugin

/// Has `rules/**/*.toml` and the fingerprints of license texts written into one Swift file before the target is compiled.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "rules")
    let files = try FileManager.default.subpathsOfDirectory(atPath: rules.path())
      .filter { $0.hasSuffix(".toml") || $0.hasSuffix(".fingerprints") }
      .sorted()
      .map { rules.appending(path: $0) }
    let output = context.pluginWorkDirectoryURL.appending(path: "RuleFiles.swift")
    // The names are arguments, so that a file that comes, goes or changes its name is noticed too.
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) rule files",
        executable: try context.tool(named: "embed-rules").url,
        arguments: [output.path(), context.package.directoryURL.path()] + files.map { $0.path() },
        inputFiles: files,
        outputFiles: [output])
    ]
  }
}
