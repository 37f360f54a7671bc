import Foundation
import PackagePlugin

/// Has `rules/**/*.toml`, and what else of `rules/` the program holds, written into one Swift file
/// before the target is compiled.
@main
struct EmbedRules: BuildToolPlugin {
  /// Files of other forms, below `rules/`; `embed-rules` knows what each is called in the program.
  private static let others = ["licenses/known-code.index", "licenses/texts.fingerprints"]

  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "rules")
    let files = try FileManager.default.subpathsOfDirectory(atPath: rules.path())
      .filter { $0.hasSuffix(".toml") }
      .sorted()
      .map { rules.appending(path: $0) }
    let others = Self.others.map { rules.appending(path: $0) }
    let output = context.pluginWorkDirectoryURL.appending(path: "RuleFiles.swift")
    // The names are arguments, so that a file that comes, goes or changes its name is noticed too.
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) rule files",
        executable: try context.tool(named: "embed-rules").url,
        arguments: [output.path(), context.package.directoryURL.path()]
          + (files + others).map { $0.path() },
        inputFiles: files + others,
        outputFiles: [output])
    ]
  }
}
