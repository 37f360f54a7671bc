import BuiltinRules
import Checks
import CopiedCode
import Input
import Rules
import SourceText

/// Loads the rules that are asked for.
package struct RuleLoading {
  package var rulePaths: [String]
  /// Rule files that were read already.
  package var files: [RuleFile]
  package var only: [String]
  package var skip: [String]
  /// Built-in rules come with their examples, for which their files must be read.
  package var needsExamples: Bool

  package init(
    rulePaths: [String] = [], files: [RuleFile] = [], only: [String] = [], skip: [String] = [],
    needsExamples: Bool = false
  ) {
    self.rulePaths = rulePaths
    self.files = files
    self.only = only
    self.skip = skip
    self.needsExamples = needsExamples
  }

  /// The selected rules, or the faults of the files, told in full.
  package func catalog() throws(GateError) -> RuleCatalog {
    var catalog: RuleCatalog
    do throws(RuleError) {
      catalog = needsExamples ? try BuiltinRules.load() : BuiltinRules.catalog
      let given = rulePaths.isEmpty ? files : files + (try Self.files(rulePaths))
      if !given.isEmpty {
        catalog = try RuleCatalog(builtin: catalog, files: given, vocabulary: .complete)
      }
    } catch {
      throw GateError(error.description)
    }
    let selection = catalog.selecting(only: only, skip: skip)
    guard selection.unmatched.isEmpty else {
      let names = catalog.names
      throw GateError(
        selection.unmatched.map { name in
          let near = nearest(to: name, in: names).map { "; did you mean \($0)?" } ?? ""
          return "no rule or category matches '\(name)'\(near)"
        }.joined(separator: "\n"))
    }
    return selection.catalog
  }

  /// The rule files that paths name: files as they are, of folders every `.toml`.
  package static func files(_ paths: [String]) throws(RuleError) -> [RuleFile] {
    var files: [RuleFile] = []
    var faults: [TOMLFault] = []
    let list = FileSource.list(paths: paths, options: InputOptions(obeysIgnoreFiles: false))
    for error in list.errors {
      faults.append(TOMLFault(file: error.path, line: 0, column: 0, message: error.message))
    }
    for source in list.sources where source.path.hasSuffix(".toml") || paths.contains(source.path) {
      do throws(InputError) {
        guard let bytes = try FileSource.contents(ofFile: source.path) else { continue }
        files.append(RuleFile(name: source.path, bytes: bytes, isBuiltin: false))
      } catch {
        faults.append(
          TOMLFault(file: source.path, line: 0, column: 0, message: error.message))
      }
    }
    if files.isEmpty, faults.isEmpty {
      faults.append(
        TOMLFault(
          file: paths.joined(separator: " "), line: 0, column: 0, message: "no rule files there"))
    }
    guard faults.isEmpty else { throw RuleError(faults) }
    return files
  }

  /// What comes with the program beside the rules.
  package static var data: CheckData {
    CheckData(licenseTexts: BuiltinRules.licenseTexts, knownCode: BuiltinRules.knownCode)
  }

  /// The plan of a catalog, with indexes of code beside the one that comes with the program. Built-in
  /// patterns were checked by the build, a user's on loading.
  package static func plan(
    _ catalog: RuleCatalog, codeIndexes: [CodeIndex] = []
  ) throws(GateError) -> ScanPlan {
    var data = data
    data.codeIndexes += codeIndexes
    do {
      return try ScanPlan(catalog: catalog, checks: AllChecks.all(data))
    } catch {
      throw GateError("a pattern cannot be read: \(error.error.message)")
    }
  }
}
