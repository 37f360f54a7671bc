import Foundation

/// Runs a folder of public engine tests (one JSON object a line) through the engine and prints, for
/// each source, how many answers are exact, how many ask for what we do not offer and why, and each
/// that differs. The status is 1 where one differs.
@main struct Conformance {
  static func main() throws {
    guard let folder = CommandLine.arguments.dropFirst().first else {
      print("usage: conformance FOLDER")
      exit(2)
    }
    let readers: [(file: String, read: (Case) throws -> Outcome)] = [
      ("rust-regex", RegexCases.rust), ("re2-search", RegexCases.re2),
      ("aho-corasick", LiteralCases.ahoCorasick),
    ]
    var differs = false
    for (file, read) in readers {
      let url = URL(fileURLWithPath: folder).appendingPathComponent(file + ".jsonl")
      var tally = Tally()
      for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
        let example = try Case(line)
        tally.add(try read(example), example)
      }
      tally.show(file)
      differs = differs || !tally.differing.isEmpty
    }
    exit(differs ? 1 : 0)
  }
}

/// One line of a file.
struct Case {
  let id: String
  let text: [UInt8]
  let label: [String: Any]

  init(_ line: some StringProtocol) throws {
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
    id = object["id"] as? String ?? ""
    label = object["label"] as? [String: Any] ?? [:]
    if let encoded = object["text_b64"] as? String {
      text = Array(Data(base64Encoded: encoded) ?? Data())
    } else {
      text = Array((object["text"] as? String ?? "").utf8)
    }
  }

  var group: String { label["group"] as? String ?? "" }

  func flag(_ name: String) -> Bool? { label[name] as? Bool }

  func word(_ name: String) -> String? { label[name] as? String }
}

/// What became of a case.
enum Outcome {
  /// The answer of every engine that can be asked is the expected one; how it was asked.
  case exact(String)
  /// We do not offer what it asks for.
  case outside(String)
  /// The answer is another one.
  case differs(String)
}

struct Tally {
  private var exact: [String: Int] = [:]
  private var outside: [String: [String]] = [:]
  private(set) var differing: [String] = []

  mutating func add(_ outcome: Outcome, _ example: Case) {
    switch outcome {
    case .exact(let kind): exact[kind, default: 0] += 1
    case .outside(let reason): outside[reason, default: []].append(example.id)
    case .differs(let how): differing.append("\(example.id): \(how)")
    }
  }

  func show(_ file: String) {
    let exactCount = exact.values.reduce(0, +)
    let outsideCount = outside.values.reduce(0) { $0 + $1.count }
    print("\n\(file): \(exactCount) exact, \(outsideCount) outside, \(differing.count) differ")
    for (kind, count) in exact.sorted(by: { $0.key < $1.key }) {
      print("  exact    \(count)  \(kind)")
    }
    for (reason, ids) in outside.sorted(by: { $0.key < $1.key }) {
      print("  outside  \(ids.count)  \(reason)")
      if CommandLine.arguments.contains("--list") { for id in ids { print("             \(id)") } }
    }
    for how in differing { print("  DIFFERS  \(how)") }
  }
}
