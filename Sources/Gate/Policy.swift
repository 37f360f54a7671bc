import Checks
import Rules
import SourceText

/// What becomes of findings, and what limits a review has.
package struct Policy: Sendable {
  /// What a policy starts from.
  package enum Preset: String, Sendable, CaseIterable {
    /// Critical and high severity block, or flag where the confidence is low; medium flags.
    case `default`
    /// Medium severity blocks as well, and low severity flags.
    case strict
    /// Nothing blocks: what would, flags.
    case advisory
    /// As `strict` for what rules refer to a law of data protection for, and as `default` for all else:
    /// personal data (GDPR), the identifiers of patients (HIPAA), data of card holders (PCI DSS).
    case gdpr, hipaa, pci

    /// What the references of a rule begin with that the preset is strict about.
    private var law: String? {
      switch self {
      case .gdpr: "GDPR"
      case .hipaa: "HIPAA"
      case .pci: "PCI DSS"
      case .default, .strict, .advisory: nil
      }
    }

    /// The preset by whose table a finding with such references is decided.
    package func table(for references: [String]) -> Preset {
      guard let law else { return self }
      return references.contains { $0.hasPrefix(law) } ? .strict : .default
    }
  }

  /// The verdict from which on a review ends with a failing exit status.
  package enum FailureLevel: String, Sendable, CaseIterable {
    case block, flag, never
  }

  /// A line of the policy that decides certain findings, whatever the preset says.
  package struct Override: Sendable {
    package var category: RuleCategory?
    /// A glob of rule ids.
    package var rule: String?
    /// A glob of paths.
    package var path: String?
    package var severity: Severity?
    package var confidence: Confidence?
    package var action: Verdict
    package var reason: String?
    package var source: RuleSource

    package init(
      category: RuleCategory? = nil, rule: String? = nil, path: String? = nil,
      severity: Severity? = nil, confidence: Confidence? = nil, action: Verdict,
      reason: String? = nil, source: RuleSource
    ) {
      self.category = category
      self.rule = rule
      self.path = path
      self.severity = severity
      self.confidence = confidence
      self.action = action
      self.reason = reason
      self.source = source
    }
  }

  /// Limits of a review; nil for none.
  package struct Limits: Sendable, Hashable {
    /// In bytes.
    package var maximumFileSize: Int?
    /// In milliseconds.
    package var timeout: Int?
    package var jobs: Int?

    package init(maximumFileSize: Int? = nil, timeout: Int? = nil, jobs: Int? = nil) {
      self.maximumFileSize = maximumFileSize
      self.timeout = timeout
      self.jobs = jobs
    }
  }

  package var preset: Preset
  package var failOn: FailureLevel
  /// Further rule files and folders, from the policy file's folder.
  package var rules: [String]
  /// Globs of paths to leave out, from the policy file's folder.
  package var exclude: [String]
  package var limits: Limits
  package var licenses: Licenses
  /// Later ones win.
  package var overrides: [Override]

  package init(
    preset: Preset = .default, failOn: FailureLevel = .block, rules: [String] = [],
    exclude: [String] = [], limits: Limits = Limits(), licenses: Licenses = Licenses(),
    overrides: [Override] = []
  ) {
    self.preset = preset
    self.failOn = failOn
    self.rules = rules
    self.exclude = exclude
    self.limits = limits
    self.licenses = licenses
    self.overrides = overrides
  }

  /// `sha256:…` over all that the policy decides; layout, comments and the file's name do not count.
  package var digest: String {
    var text = "preset=\(preset.rawValue)\nfail-on=\(failOn.rawValue)\n"
    func add(_ key: String, _ values: [String]) {
      text += "\(key)=\(values.count)"
      for value in values { text += ":\(value.utf8.count):\(value)" }
      text += "\n"
    }
    add("rules", rules)
    add("exclude", exclude)
    add("limits", [limits.maximumFileSize, limits.timeout, limits.jobs].map { "\($0 ?? -1)" })
    add("licenses.allow", licenses.allow)
    add("licenses.flag", licenses.flag)
    add("licenses.block", licenses.block)
    add("licenses.indexes", licenses.indexes)
    for override in overrides {
      add(
        "override",
        [
          override.category?.rawValue ?? "", override.rule ?? "", override.path ?? "",
          override.severity?.rawValue ?? "", override.confidence?.rawValue ?? "",
          override.action.rawValue, override.reason ?? "",
        ])
    }
    return "sha256:" + SHA256.hexadecimal(of: text)
  }
}

extension Policy.Override {
  /// Whether all that is given holds for a finding; `path` is counted from the policy's folder.
  func covers(_ finding: Finding, path: String) -> Bool {
    (category.map { $0 == finding.category } ?? true)
      && (severity.map { $0 == finding.severity } ?? true)
      && (confidence.map { $0 == finding.confidence } ?? true)
      && (rule.map { Glob($0, anchored: true).matches(finding.rule.text) } ?? true)
      && (self.path.map { Glob($0, anchored: true).matches(path) } ?? true)
  }

  /// What the override is about, in the words of its file.
  var scope: String {
    let subject = [
      severity.map { "\($0.rawValue) severity" }, confidence.map { "\($0.rawValue) confidence" },
      category?.rawValue, rule,
    ].compactMap { $0 }
    let about = subject.isEmpty ? "everything" : subject.joined(separator: " ")
    return path.map { "\(about) in \($0)" } ?? about
  }
}
