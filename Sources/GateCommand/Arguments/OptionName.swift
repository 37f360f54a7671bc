/// Every option there is; the raw value is what is typed after `--`.
///
/// What the option is to a reader stands in ``CommandOption/all``, what it means in ``Invocation``.
enum OptionName: String, Sendable, CaseIterable {
  case staged, diff, name, exclude
  case mask
  case keepForm = "keep-form"
  case field
  case nameField = "name-field"
  case noIgnore = "no-ignore"
  case allowEmpty = "allow-empty"
  case rules, only, skip, policy, preset
  case noPolicy = "no-policy"
  case failOn = "fail-on"
  case format, report, color, quiet, verbose
  case noProgress = "no-progress"
  case stats, jobs
  case install, uninstall
  case license, project, background, output
  case maxFileSize = "max-file-size"
  case timeout, help, version

  /// As it is typed.
  var typed: String { "--" + rawValue }
}
