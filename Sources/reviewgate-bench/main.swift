// Measures the stages of a review, one after the other and on one core, so that the next slow thing
// is in plain sight. Not part of the shipped program.
//
// Every figure is the median of the processor time of some runs over bytes that are in memory but for
// the first stage; a megabyte is 1,000,000 bytes. Compare figures of one run of this program with each
// other: those of another day or machine tell little.

let usage = """
  usage: reviewgate-bench [FOLDER] [--runs N]          MB/s of each stage over a folder's files
         reviewgate-bench hostile [FOLDER] [--only TEXT] [--size BYTES] [--runs N] [--all]
                                                       rules' own examples, as dense as they go,
                                                       beside the folder's files
         reviewgate-bench rules N [FOLDER] [--runs N]  the search with N more token formats
         reviewgate-bench costs [FOLDER] [--top N] [--only TEXT] [--runs N]
                                                       the ten costliest rules over a folder's files
  FOLDER is the current one unless it is given; build with -c release

  """

var arguments = Arguments()
let runs = arguments.number("--runs")
do {
  if arguments.flag("--help") {
    print(usage)
  } else if arguments.rest.first == "hostile" {
    let (only, size) = (arguments.option("--only"), arguments.number("--size"))
    let showsAll = arguments.flag("--all")
    try HostileBench(
      folder: arguments.rest.dropFirst().first ?? ".", only: only, size: size ?? 1 << 15,
      runs: runs ?? 1, showsAll: showsAll
    ).run()
  } else if arguments.rest.first == "rules" {
    guard arguments.rest.count > 1, let count = Int(arguments.rest[1]) else {
      throw BenchError(description: "how many more rules? \(usage)")
    }
    let folder = arguments.rest.dropFirst(2).first ?? "."
    try RuleCountBench(count: count, folder: folder, runs: runs ?? 5).run()
  } else if arguments.rest.first == "costs" {
    let (only, top) = (arguments.option("--only"), arguments.number("--top"))
    try RuleCostBench(
      folder: arguments.rest.dropFirst().first ?? ".", top: top ?? 10, only: only, runs: runs ?? 2
    ).run()
  } else {
    try StageBench(folder: arguments.rest.first ?? ".", runs: runs ?? 5).run()
  }
} catch {
  print("reviewgate-bench: \(error)")
}

/// What is wrong with the arguments.
struct BenchError: Error, CustomStringConvertible {
  let description: String
}

/// The arguments that are left once the options are taken out.
struct Arguments {
  private(set) var rest = Array(CommandLine.arguments.dropFirst())

  mutating func option(_ name: String) -> String? {
    guard let place = rest.firstIndex(of: name), place + 1 < rest.count else { return nil }
    defer { rest.removeSubrange(place...(place + 1)) }
    return rest[place + 1]
  }

  /// At least 1.
  mutating func number(_ name: String) -> Int? {
    option(name).flatMap { Int($0) }.map { max(1, $0) }
  }

  mutating func flag(_ name: String) -> Bool {
    guard let place = rest.firstIndex(of: name) else { return false }
    rest.remove(at: place)
    return true
  }
}
