// swift-tools-version: 6.2
import PackageDescription

/// What every target is compiled with: warnings are errors, in the Swift 6 language mode.
let checked: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// The shipped program is one file: linked against the static Swift runtime, without what it does
/// not use. (macOS ships the runtime with the system.)
let standalone: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-executable", "-Xlinker", "--gc-sections", "-Xlinker", "-s"],
    .when(platforms: [.linux], configuration: .release))
]

let package = Package(
  name: "reviewgate",
  products: [
    .executable(name: "reviewgate", targets: ["reviewgate-main"]),
    .library(name: "ReviewGate", targets: ["ReviewGate"]),
  ],
  targets: [
    // Arrows go downward only; README.md draws them.
    .target(name: "PatternEngine", swiftSettings: checked),
    .target(name: "SourceText", swiftSettings: checked),
    .target(name: "JSON", dependencies: ["SourceText"], swiftSettings: checked),
    .target(name: "Input", dependencies: ["JSON", "SourceText"], swiftSettings: checked),
    .target(name: "CopiedCode", dependencies: ["SourceText"], swiftSettings: checked),
    .target(name: "Rules", dependencies: ["PatternEngine", "SourceText"], swiftSettings: checked),
    .target(name: "LicenseTexts", dependencies: ["PatternEngine"], swiftSettings: checked),
    // Its link to rules/ is not compiled; it makes the build notice files that come and go there.
    .target(
      name: "BuiltinRules", dependencies: ["Rules", "PatternEngine"], exclude: ["rules"],
      swiftSettings: checked,
      plugins: ["EmbedRules"]),
    .target(
      name: "Checks",
      dependencies: ["LicenseTexts", "CopiedCode", "Rules", "PatternEngine", "SourceText"],
      swiftSettings: checked),
    .target(
      name: "Gate", dependencies: ["Checks", "Rules", "SourceText"], swiftSettings: checked),
    .target(
      name: "Reporting", dependencies: ["Gate", "Checks", "Rules", "JSON", "SourceText"],
      swiftSettings: checked),
    // The Model Context Protocol; knows nothing of what a review is made of but its report.
    .target(name: "ModelContext", dependencies: ["JSON", "SourceText"], swiftSettings: checked),
    .target(
      name: "ReviewGate",
      dependencies: [
        "Reporting", "Gate", "Checks", "BuiltinRules", "Rules", "CopiedCode", "Input", "SourceText",
      ],
      swiftSettings: checked),
    .target(
      name: "AgentHooks",
      dependencies: ["Gate", "Checks", "Rules", "Input", "JSON", "SourceText"],
      swiftSettings: checked),
    .target(
      name: "GateCommand",
      dependencies: [
        "AgentHooks", "ModelContext", "ReviewGate", "Reporting", "Gate", "Checks", "Rules",
        "CopiedCode", "Input", "JSON", "SourceText", "PatternEngine",
      ],
      swiftSettings: checked),
    // Not named as the program: where case does not count, that is the name of the library.
    .executableTarget(
      name: "reviewgate-main", dependencies: ["GateCommand"], swiftSettings: checked,
      linkerSettings: standalone),

    // Checks, packs and embeds rules/ at build time, so that the program is one file.
    .plugin(
      name: "EmbedRules", capability: .buildTool(), dependencies: ["embed-rules"],
      path: "Sources/EmbedRules"),
    .executableTarget(
      name: "embed-rules", dependencies: ["Checks", "Rules", "SourceText"],
      swiftSettings: checked),

    // Writes rules/licenses/texts.fingerprints from license texts; not shipped.
    .executableTarget(
      name: "license-fingerprints", dependencies: ["LicenseTexts"], swiftSettings: checked),

    // Measures the stages of a review; not shipped.
    .executableTarget(
      name: "reviewgate-bench",
      dependencies: [
        "Reporting", "Gate", "Checks", "BuiltinRules", "Rules", "Input", "SourceText",
        "PatternEngine",
      ],
      swiftSettings: checked),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: checked),
    .testTarget(
      name: "PatternEngineTests", dependencies: ["PatternEngine"], swiftSettings: checked),
    .testTarget(
      name: "LicenseTextsTests", dependencies: ["LicenseTexts", "PatternEngine"],
      swiftSettings: checked),
    .testTarget(
      name: "SourceTextTests", dependencies: ["SourceText"], swiftSettings: checked),
    .testTarget(
      name: "CopiedCodeTests", dependencies: ["CopiedCode", "SourceText"], swiftSettings: checked),
    .testTarget(
      name: "InputTests", dependencies: ["Input", "JSON", "SourceText"], swiftSettings: checked),
    .testTarget(
      name: "ChecksTests",
      dependencies: [
        "Checks", "BuiltinRules", "Rules", "CopiedCode", "Input", "PatternEngine", "SourceText",
      ],
      swiftSettings: checked),
    .testTarget(
      name: "RulesTests",
      dependencies: ["Rules", "BuiltinRules", "Checks", "Input", "PatternEngine", "SourceText"],
      swiftSettings: checked),
    .testTarget(
      name: "GateTests", dependencies: ["Gate", "Checks", "Rules", "SourceText"],
      swiftSettings: checked),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Reporting", "Gate", "Checks", "Rules", "SourceText", "TestSupport"],
      exclude: ["Golden"], swiftSettings: checked),
    .testTarget(
      name: "ModelContextTests",
      dependencies: ["ModelContext", "Reporting", "JSON", "TestSupport"], swiftSettings: checked),
    .testTarget(
      name: "AgentHooksTests",
      dependencies: ["AgentHooks", "Gate", "Checks", "Rules", "Input", "JSON", "SourceText"],
      exclude: ["Payloads"], swiftSettings: checked),
    .testTarget(
      name: "GateCommandTests",
      dependencies: [
        "GateCommand", "ReviewGate", "Reporting", "Gate", "Checks", "Input", "TestSupport",
      ],
      exclude: ["Golden"], swiftSettings: checked),
    .testTarget(
      name: "ReviewGateTests", dependencies: ["ReviewGate", "Gate", "Checks", "Input"],
      swiftSettings: checked),
    // Runs the built program, which it therefore depends on.
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["reviewgate-main", "Reporting", "Checks", "TestSupport"],
      exclude: ["Cases"], swiftSettings: checked),
  ],
  swiftLanguageModes: [.v6]
)
