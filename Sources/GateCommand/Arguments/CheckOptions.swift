import AgentHooks
import Gate
import Reporting
import ReviewGate

/// What `check` is asked to do, every value read and validated.
package struct CheckOptions: Sendable, Equatable {
  /// What is reviewed.
  package enum Source: Sendable, Equatable {
    /// Files and folders, as they were typed; `-` is standard input and occurs at most once. Never
    /// empty. Whether they exist is not known yet.
    case paths([String])
    case staged
    /// What changed since a revision, or between two (`A..B`); never begins with `-`.
    case diff(String)
    /// A unified diff on standard input.
    case diffOnStandardInput
  }

  package var source: Source
  /// What standard input is called.
  package var name: String?
  package var excludes: [String] = []
  package var obeysIgnoreFiles = true
  package var allowsEmpty = false

  /// More rule files and folders.
  package var rulePaths: [String] = []
  /// Globs of rule ids; empty for all. Whether they match any rule is not known yet.
  package var only: [String] = []
  package var skip: [String] = []
  package var policyFile: String?
  package var preset: Policy.Preset?
  /// Whether a policy file is looked for (or was named).
  package var readsPolicy = true
  /// Nil where the policy shall say.
  package var failOn: Policy.FailureLevel?

  package var format = ReportFormat.text
  package var reportFiles: [ReportFile] = []
  package var color = ColorChoice.auto
  package var detail = ReportOptions.Detail.normal
  package var showsProgress = true
  package var showsStatistics = false

  package var jobs: Int?
  /// In bytes.
  package var maxFileSize: Int?
  package var timeout: Duration?

  package init(source: Source) { self.source = source }
}

/// What `filter` is asked to do. Of `review` the source is not looked at: it is standard input.
package struct FilterOptions: Sendable, Equatable {
  package var review: CheckOptions
  /// What secrets and identifiers are replaced by; nil to leave them.
  package var masks: ReviewRun.Wants.Masks?
}

/// What `batch` is asked to do. Of `review` the source is not looked at: it is standard input.
package struct BatchOptions: Sendable, Equatable {
  package var review: CheckOptions
  package var fields = Fields()

  /// The members of a record.
  package struct Fields: Sendable, Equatable {
    /// Holds the text.
    package var text = "text"
    /// Holds what the text is called, such as `app.py`; records may lack it.
    package var name = "name"
  }
}

/// What `hook` is asked to do.
package struct HookOptions: Sendable, Equatable {
  package enum Action: Sendable, Equatable {
    /// Be the hook.
    case run
    case install, uninstall
  }

  package var host: HookHost
  package var action: Action
  /// Its source is not looked at: the host says what is reviewed.
  package var review: CheckOptions
}

/// Who calls a hook.
package enum HookHost: Sendable, Equatable {
  case git
  case agent(Agent)

  static let words = ["git"] + Agent.allCases.map(\.rawValue)

  init?(word: String) {
    if word == "git" {
      self = .git
    } else if let agent = Agent(rawValue: word) {
      self = .agent(agent)
    } else {
      return nil
    }
  }
}

/// A report that is written beside the one on standard output.
package struct ReportFile: Sendable, Equatable {
  package var format: ReportFormat
  package var path: String
}

/// Whether reports for people are colored.
package enum ColorChoice: String, Sendable, CaseIterable {
  /// If standard output is a terminal that shows colors, and `NO_COLOR` is not set.
  case auto
  case always, never
}

/// What `rules` is asked to do.
package struct RulesOptions: Sendable, Equatable {
  package var action: RulesAction
  package var rulePaths: [String] = []
  /// Globs of rule ids.
  package var only: [String] = []
  package var skip: [String] = []
  package var color = ColorChoice.auto
  /// Under `quiet`, `list` prints ids alone.
  package var detail = ReportOptions.Detail.normal
}

package enum RulesAction: Sendable, Equatable {
  case list
  /// The ids, as they were typed; never empty.
  case show([String])
  /// Files and folders of rules; empty for the built-in ones.
  case test([String])

  static let words = ["list", "show", "test"]
}

/// What `explain` is asked to do.
package enum ExplainOptions: Sendable, Equatable {
  /// Tell of rules.
  case rule(RulesOptions)
  /// Tell of the findings whose fingerprints begin so, in lower case, in what the review finds.
  case finding(String, CheckOptions)

  /// So many digits of a fingerprint are needed at least.
  static let shortestFingerprint = 6
}

/// What `licenses` is asked to do.
package struct LicensesOptions: Sendable, Equatable {
  /// Folders whose files are indexed; never empty.
  package var folders: [String]
  /// An SPDX expression with a license that is known, or a `LicenseRef-`.
  package var license: String
  package var output: String
  /// Nil for the names of the folders.
  package var project: String?
  package var backgrounds: [String] = []
  package var excludes: [String] = []
  package var obeysIgnoreFiles = true

  static let words = ["index"]
}

/// The shells that completions are written for.
package enum Shell: String, Sendable, CaseIterable {
  case bash, zsh, fish
}

/// What help can be asked of.
package enum HelpTopic: Sendable, Equatable {
  case overview
  case verb(Verb)
  /// The JSON Schema of the JSON report.
  case reportSchema
  /// The manual page, for `man`.
  case manual

  static let reportSchemaWord = "report-schema"
  static let manualWord = "man"
  static let words = Verb.allCases.map(\.rawValue) + [reportSchemaWord, manualWord]
}
