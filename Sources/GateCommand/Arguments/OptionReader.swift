import Checks
import Gate
import Reporting
import ReviewGate

/// Gives the options and operands of one command line their meaning, gathering what is wrong.
struct OptionReader {
  private(set) var problems: [String]
  private let typed: TypedArguments
  private let surroundings: Invocation.Surroundings
  private let verb: Verb

  init(_ typed: TypedArguments, in surroundings: Invocation.Surroundings) {
    self.typed = typed
    self.surroundings = surroundings
    verb = typed.verb ?? .check
    problems = typed.problems
  }

  /// Whose help page tells more; nil for the overview.
  var hintVerb: Verb? {
    if let verb = typed.verb { return verb == .help ? nil : verb }
    return typed.options.isEmpty && typed.problems.isEmpty ? nil : .check
  }

  /// Nil where there are problems that leave nothing to run.
  mutating func read() -> Invocation? {
    for option in typed.options where !verb.options.contains(option.name) {
      problems.append(
        "\(verb.rawValue) has no option \(option.name.typed)" + Suggestion.place(of: option.name))
    }
    switch verb {
    case .check: return readCheck().map(Invocation.check)
    case .filter: return readFilter().map(Invocation.filter)
    case .batch: return readBatch().map(Invocation.batch)
    case .hook: return readHook().map(Invocation.hook)
    case .mcp: return .mcp(readServing())
    case .rules: return readRules().map(Invocation.rules)
    case .explain: return readExplain().map(Invocation.explain)
    case .licenses: return readLicenses().map(Invocation.licenses)
    case .completions: return readCompletions().map(Invocation.completions)
    case .help: return readHelp().map(Invocation.help)
    }
  }

  // MARK: - check

  private mutating func readCheck() -> CheckOptions? {
    var options = CheckOptions(source: .paths([]))
    for option in typed.options { read(option, into: &options) }
    readSource(typed.operands.map(\.text), into: &options)
    checkExclusions(in: options)
    return options
  }

  private mutating func read(_ option: TypedArguments.Option, into options: inout CheckOptions) {
    let value = option.value ?? ""
    switch option.name {
    case .staged, .diff: break  // readSource weighs them against the operands
    case .name: options.name = value
    case .exclude: options.excludes.append(value)
    case .noIgnore: options.obeysIgnoreFiles = false
    case .allowEmpty: options.allowsEmpty = true
    case .rules: options.rulePaths.append(value)
    case .only: options.only += globs(value, of: option.name)
    case .skip: options.skip += globs(value, of: option.name)
    case .policy: options.policyFile = value
    case .preset: options.preset = choice(value, of: option.name) ?? options.preset
    case .noPolicy: options.readsPolicy = false
    case .failOn: options.failOn = choice(value, of: option.name) ?? options.failOn
    case .format: options.format = format(value, of: option.name) ?? options.format
    case .report: readReportFile(value, into: &options)
    case .color: options.color = choice(value, of: option.name) ?? options.color
    case .quiet: options.detail = .quiet
    case .verbose: options.detail = .verbose
    case .noProgress: options.showsProgress = false
    case .stats: options.showsStatistics = true
    case .jobs: options.jobs = jobs(value) ?? options.jobs
    case .maxFileSize:
      options.maxFileSize = Quantity.bytes(value)
      if options.maxFileSize == nil {
        problems.append("--max-file-size \(value): not a size; write 4096, 512KB, 10MB or 1GiB")
      }
    case .timeout:
      options.timeout = Quantity.milliseconds(value).map(Duration.milliseconds)
      if options.timeout == nil {
        problems.append("--timeout \(value): not a time; write 500ms, 30s or 2m")
      }
    // Refused by `read`, or done by `parse`.
    case .license, .project, .background, .output, .help, .version: break
    // Weighed by the verbs that have them.
    case .mask, .keepForm, .field, .nameField, .install, .uninstall: break
    }
  }

  /// `paths` may be what is reviewed where nothing was typed.
  private mutating func readSource(_ paths: [String], into options: inout CheckOptions) {
    var sources: [(option: OptionName, source: CheckOptions.Source)] = []
    for option in typed.options {
      switch (option.name, option.value) {
      case (.staged, _):
        if !sources.contains(where: { $0.option == .staged }) { sources.append((.staged, .staged)) }
      case (.diff, let value?):
        sources.removeAll { $0.option == .diff }
        if value != "-", value.hasPrefix("-") {
          problems.append("--diff \(value): not a revision")
        }
        sources.append((.diff, value == "-" ? .diffOnStandardInput : .diff(value)))
      default: break
      }
    }
    if sources.count > 1 { problems.append("--staged and --diff exclude each other") }
    if let chosen = sources.first {
      options.source = chosen.source
      if !paths.isEmpty, verb != .explain || typed.operands.count > 1 {
        problems.append(
          "\(chosen.option.typed) reviews a change and takes no paths: \(list(paths))")
      }
      if options.name != nil {
        problems.append("--name is for standard input and does not go with \(chosen.option.typed)")
      }
      return
    }
    readPaths(paths, into: &options)
  }

  private mutating func readPaths(_ paths: [String], into options: inout CheckOptions) {
    if paths.filter({ $0 == "-" }).count > 1 { problems.append("- was given twice") }
    if paths.contains("") { problems.append("a path is empty") }
    let isGuess = typed.verb == nil && typed.operands.first?.isLiteral == false
    if isGuess, let first = paths.first, first != "-", !surroundings.exists(first),
      let near = Suggestion.verb(first)
    {
      problems.append("no such verb or path: \(first); did you mean \(near)?")
    }
    guard paths.isEmpty else {
      if options.name != nil, !paths.contains("-") {
        problems.append("--name is for standard input, which is not among the paths")
      }
      options.source = .paths(paths)
      return
    }
    if surroundings.standardInputIsTerminal {
      problems.append("nothing to review: name files or folders, or pipe a text in")
    }
    options.source = .paths(["-"])
  }

  private mutating func checkExclusions(in options: CheckOptions) {
    let names = Set(typed.options.map(\.name))
    let pairs: [(OptionName, OptionName)] = [
      (.noPolicy, .policy), (.quiet, .verbose), (.install, .uninstall),
    ]
    for (one, other) in pairs where names.contains(one) && names.contains(other) {
      problems.append("\(one.typed) and \(other.typed) exclude each other")
    }
  }

  private mutating func readReportFile(_ value: String, into options: inout CheckOptions) {
    let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty else {
      problems.append("--report \(value): " + Suggestion.report(value))
      return
    }
    guard let format = format(String(parts[0]), of: .report) else { return }
    let path = String(parts[1])
    if path == "-" {
      problems.append("--report \(value): standard output is what --format writes to")
    } else if options.reportFiles.contains(where: { $0.path == path }) {
      problems.append("--report \(value): \(path) was given twice")
    }
    options.reportFiles.append(ReportFile(format: format, path: path))
  }

  // MARK: - filter and batch

  private mutating func readFilter() -> FilterOptions? {
    let review = readReview(of: "a text")
    let names = Set(typed.options.map(\.name))
    if names.contains(.keepForm), !names.contains(.mask) {
      problems.append("--keep-form says how --mask replaces values, which is not asked for")
    }
    let masks: ReviewRun.Wants.Masks? =
      names.contains(.mask) ? (names.contains(.keepForm) ? .forms : .kinds) : nil
    return FilterOptions(review: review, masks: masks)
  }

  private mutating func readBatch() -> BatchOptions? {
    var options = BatchOptions(review: readReview(of: "records"))
    for option in typed.options {
      switch (option.name, option.value) {
      case (.field, let value?): options.fields.text = value
      case (.nameField, let value?): options.fields.name = value
      default: break  // read already
      }
    }
    return options
  }

  /// What verbs that review standard input have in common.
  private mutating func readReview(of what: String) -> CheckOptions {
    var options = CheckOptions(source: .paths(["-"]))
    for option in typed.options { read(option, into: &options) }
    if !typed.operands.isEmpty {
      problems.append(
        "\(verb.rawValue) reads standard input and takes no paths: "
          + "\(list(typed.operands.map(\.text))) (reviewgate \(verb.rawValue) < FILE)")
    } else if surroundings.standardInputIsTerminal {
      problems.append(
        "nothing to review: pipe in \(what), or reviewgate \(verb.rawValue) < FILE")
    }
    checkExclusions(in: options)
    return options
  }

  // MARK: - hook

  private mutating func readHook() -> HookOptions? {
    guard let word = typed.operands.first?.text else {
      problems.append("hook needs a host: \(HookHost.words.inWords(last: "or"))")
      return nil
    }
    guard let host = HookHost(word: word) else {
      let action = OptionName(rawValue: word).flatMap { verb.options.contains($0) ? $0 : nil }
      problems.append(
        action.map { "hook needs a host, such as reviewgate hook git \($0.typed)" }
          ?? no("hook for \(word)", word, among: HookHost.words))
      return nil
    }
    if typed.operands.count > 1 {
      problems.append(
        "hook \(word) takes no operands: \(list(typed.operands.dropFirst().map(\.text)))"
          + Suggestion.option(typed.operands[1].text, of: verb))
    }
    var options = HookOptions(host: host, action: .run, review: CheckOptions(source: .staged))
    for option in typed.options {
      switch option.name {
      case .install: options.action = .install
      case .uninstall: options.action = .uninstall
      default: read(option, into: &options.review)
      }
    }
    checkExclusions(in: options.review)
    return options
  }

  private mutating func readServing() -> CheckOptions {
    var options = CheckOptions(source: .paths(["-"]))
    for option in typed.options { read(option, into: &options) }
    if !typed.operands.isEmpty {
      problems.append("mcp takes no operands: \(list(typed.operands.map(\.text)))")
    }
    checkExclusions(in: options)
    return options
  }

  // MARK: - The other verbs

  private mutating func readRules() -> RulesOptions? {
    var operands = typed.operands.map(\.text)[...]
    guard let word = operands.popFirst() else {
      problems.append("rules needs one of \(RulesAction.words.inWords(last: "or"))")
      return nil
    }
    let action: RulesAction
    switch word {
    case "list":
      if !operands.isEmpty {
        problems.append("rules list takes no operands: \(list(Array(operands)))")
      }
      action = .list
    case "show":
      if operands.isEmpty { problems.append("rules show needs the id of a rule") }
      action = .show(Array(operands))
    case "test": action = .test(Array(operands))
    default:
      problems.append(
        word.contains("/")
          ? "no rules \(word); did you mean rules show \(word)?"
          : no("rules \(word)", word, among: RulesAction.words))
      return nil
    }
    var options = RulesOptions(action: action)
    for option in typed.options {
      let value = option.value ?? ""
      switch option.name {
      case .rules: options.rulePaths.append(value)
      case .only: options.only += globs(value, of: .only)
      case .skip: options.skip += globs(value, of: .skip)
      case .color: options.color = choice(value, of: .color) ?? options.color
      case .quiet: options.detail = .quiet
      case .verbose: options.detail = .verbose
      default: break  // refused by `read`, or done by `parse`
      }
    }
    return options
  }

  /// A rule by its id, or a finding by the beginning of its fingerprint, then where it is looked for.
  private mutating func readExplain() -> ExplainOptions? {
    var operands = typed.operands.map(\.text)
    guard !operands.isEmpty else {
      problems.append("explain needs the id of a rule, or the beginning of a fingerprint")
      return nil
    }
    let subject = operands.removeFirst()
    if subject.count >= ExplainOptions.shortestFingerprint, subject.allSatisfy(\.isHexDigit) {
      var options = CheckOptions(source: .paths(["."]))
      for option in typed.options { read(option, into: &options) }
      options.detail = .verbose
      readSource(operands.isEmpty ? ["."] : operands, into: &options)
      return .finding(subject.lowercased(), options)
    }
    if !subject.isEmpty, subject.allSatisfy(\.isHexDigit) {
      problems.append(
        "explain \(subject): of a fingerprint \(ExplainOptions.shortestFingerprint) digits are needed "
          + "at least; a rule's id has a slash, such as secrets/github-token")
    }
    if !operands.isEmpty { problems.append("explain takes one rule at a time") }
    var options = RulesOptions(action: .show([subject]))
    for option in typed.options {
      let value = option.value ?? ""
      switch option.name {
      case .rules: options.rulePaths.append(value)
      case .color: options.color = choice(value, of: .color) ?? options.color
      case .help, .version: break
      default: problems.append("\(option.name.typed) is for findings, and \(subject) is a rule")
      }
    }
    return .rule(options)
  }

  private mutating func readLicenses() -> LicensesOptions? {
    let operands = typed.operands.map(\.text)
    guard let word = operands.first else {
      problems.append("licenses needs one of \(LicensesOptions.words.inWords(last: "or"))")
      return nil
    }
    guard LicensesOptions.words.contains(word) else {
      problems.append(no("licenses \(word)", word, among: LicensesOptions.words))
      return nil
    }
    var options = LicensesOptions(folders: Array(operands.dropFirst()), license: "", output: "")
    if options.folders.isEmpty { problems.append("licenses index needs a folder of sources") }
    for option in typed.options {
      let value = option.value ?? ""
      switch option.name {
      case .license: options.license = license(value) ?? value
      case .project: options.project = value
      case .background: options.backgrounds.append(value)
      case .output: options.output = value
      case .exclude: options.excludes.append(value)
      case .noIgnore: options.obeysIgnoreFiles = false
      default: break  // refused by `read`, or done by `parse`
      }
    }
    for (name, value) in [(OptionName.license, options.license), (.output, options.output)]
    where value.isEmpty {
      problems.append("licenses index needs \(name.typed)")
    }
    return options
  }

  /// An expression whose every license is known.
  private mutating func license(_ value: String) -> String? {
    guard let expression = SPDXExpression(value), expression.isWhole else {
      problems.append("--license \(value): not an SPDX expression, such as GPL-2.0-or-later")
      return nil
    }
    // As they are written: reviews read names that people give licenses, an index needs the license.
    let words = value.split(whereSeparator: { " ()".contains($0) }).map(String.init)
    let known = LicenseTable.ids + LicenseTable.exceptionNames + ["AND", "OR", "WITH"]
    for word in words where !known.contains(word) && !word.hasPrefix("LicenseRef-") {
      problems.append(
        "--license \(value): \(word) is on no list of SPDX" + Suggestion.license(word, known))
    }
    return expression.text
  }

  private mutating func readCompletions() -> Shell? {
    let names = Shell.allCases.map(\.rawValue)
    guard let word = typed.operands.first?.text, typed.operands.count == 1 else {
      problems.append("completions needs one shell: \(names.inWords(last: "or"))")
      return nil
    }
    guard let shell = Shell(rawValue: word) else {
      problems.append(no("completions for \(word)", word, among: names))
      return nil
    }
    return shell
  }

  private mutating func readHelp() -> HelpTopic? {
    guard let word = typed.operands.first?.text else { return .overview }
    if typed.operands.count > 1 { problems.append("help takes one topic at a time") }
    if word == HelpTopic.reportSchemaWord { return .reportSchema }
    if word == HelpTopic.manualWord { return .manual }
    if let verb = Verb(rawValue: word) { return .verb(verb) }
    problems.append(
      Later.verbs.contains(word)
        ? Later.message(word) : no("help on \(word)", word, among: HelpTopic.words))
    return nil
  }

  // MARK: - Values

  private mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: String, of option: OptionName
  ) -> Choice? where Choice.RawValue == String {
    if let choice = Choice(rawValue: value) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    problems.append(
      "\(option.typed) \(value): not one of \(names.inWords(last: "or"))"
        + Suggestion.asked(value, among: names))
    return nil
  }

  private mutating func format(_ value: String, of option: OptionName) -> ReportFormat? {
    if let format = ReportFormat(rawValue: value) { return format }
    let names = ReportFormat.allCases.map(\.rawValue)
    problems.append(
      "\(option.typed) \(value): no such format; there are \(names.inWords(last: "and"))"
        + Suggestion.asked(value, among: names))
    return nil
  }

  private mutating func globs(_ value: String, of option: OptionName) -> [String] {
    var globs: [String] = []
    for word in value.split(separator: ",", omittingEmptySubsequences: false) {
      guard !word.isEmpty else {
        problems.append("\(option.typed) \(value): an entry of the list is empty")
        continue
      }
      switch RuleSelector.glob(String(word)) {
      case .success(let glob): globs.append(glob)
      case .failure(let problem): problems.append("\(option.typed): \(problem.text)")
      }
    }
    return globs
  }

  private mutating func jobs(_ value: String) -> Int? {
    if let jobs = Int(value), 1...1024 ~= jobs { return jobs }
    problems.append("--jobs \(value): not a number from 1 to 1024")
    return nil
  }

  private func no(_ what: String, _ word: String, among names: [String]) -> String {
    if let near = Suggestion.nearest(to: word, among: names) {
      return "no \(what); did you mean \(near)?"
    }
    return "no \(what); there "
      + (names.count == 1 ? "is only \(names[0])" : "are \(names.inWords(last: "and"))")
  }

  private func list(_ words: [String]) -> String {
    words.prefix(3).joined(separator: " ") + (words.count > 3 ? " ..." : "")
  }
}
