import BuiltinRules
import Checks
import CopiedCode
import Input
import Rules
import SourceText

/// Loads the rules that a command asks for.
struct RuleLoading {
  var rulePaths: [String] = []
  /// Rule files that were read already.
  var files: [RuleFile] = []
  var only: [String] = []
  var skip: [String] = []
  /// Built-in rules come with their examples, for which their files must be read.
  var needsExamples = false

  /// The selected rules, or the faults of the files, told in full.
  func catalog() throws(CommandError) -> RuleCatalog {
    var catalog: RuleCatalog
    do throws(RuleError) {
      catalog = needsExamples ? try BuiltinRules.load() : BuiltinRules.catalog
      let given = rulePaths.isEmpty ? files : files + (try Self.files(rulePaths))
      if !given.isEmpty {
        catalog = try RuleCatalog(builtin: catalog, files: given, vocabulary: .complete)
      }
    } catch {
      throw CommandError(error.description)
    }
    let selection = catalog.selecting(only: only, skip: skip)
    guard selection.unmatched.isEmpty else {
      let names = catalog.names
      throw CommandError(
        selection.unmatched.map { name in
          let near = nearest(to: name, in: names).map { "; did you mean \($0)?" } ?? ""
          return "no rule or category matches '\(name)'\(near)"
        }.joined(separator: "\n"))
    }
    return selection.catalog
  }

  /// The rule files that paths name: files as they are, of folders every `.toml`.
  static func files(_ paths: [String]) throws(RuleError) -> [RuleFile] {
    var files: [RuleFile] = []
    var faults: [TOMLFault] = []
    let list = FileSource.list(paths: paths, options: InputOptions(obeysIgnoreFiles: false))
    for error in list.errors {
      faults.append(TOMLFault(file: error.path, line: 1, column: 1, message: error.message))
    }
    for source in list.sources where source.path.hasSuffix(".toml") || paths.contains(source.path) {
      do throws(InputError) {
        guard let bytes = try FileSource.contents(ofFile: source.path) else { continue }
        files.append(RuleFile(name: source.path, bytes: bytes, isBuiltin: false))
      } catch {
        faults.append(
          TOMLFault(file: source.path, line: 1, column: 1, message: error.message))
      }
    }
    if files.isEmpty, faults.isEmpty {
      faults.append(
        TOMLFault(
          file: paths.joined(separator: " "), line: 1, column: 1, message: "no rule files there"))
    }
    guard faults.isEmpty else { throw RuleError(faults) }
    return files
  }

  /// What comes with the program beside the rules.
  static var data: CheckData {
    CheckData(licenseTexts: BuiltinRules.licenseTexts, knownCode: BuiltinRules.knownCode)
  }

  /// The plan of a catalog, with indexes of code beside the one that comes with the program. Built-in
  /// patterns were checked by the build, a user's on loading.
  static func plan(
    _ catalog: RuleCatalog, codeIndexes: [CodeIndex] = []
  ) throws(CommandError) -> ScanPlan {
    var data = data
    data.codeIndexes += codeIndexes
    do {
      return try ScanPlan(catalog: catalog, checks: AllChecks.all(data))
    } catch {
      throw CommandError("a pattern cannot be read: \(error.error.message)")
    }
  }
}

/// Why a command could not do its work; each line is told after the program's name.
struct CommandError: Error {
  let message: String

  init(_ message: String) { self.message = message }

  /// `reviewgate: ` before each fault; lines that belong to one stay as they are.
  var text: String {
    message.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix(" ") || line.isEmpty ? "\(line)\n" : "reviewgate: \(line)\n"
    }.joined()
  }
}
