@testable import PatternEngine

// The engines against each other: on any patterns and any text, the matcher and the prefiltered set
// (in blocks of several sizes) find what the simulation finds, and on small ones what the naive
// matcher finds. The input is up to four patterns and the text, each ended by a zero byte; where
// the text begins with 0x01 the rest of it is read as choices, and the text made of samples of the
// patterns.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEngine(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var pieces = input(start, count).split(
    separator: 0, maxSplits: 4, omittingEmptySubsequences: false)
  let last = pieces.removeLast()
  let patterns = pieces.map { String(decoding: $0, as: UTF8.self) }
  guard !patterns.isEmpty, let set = try? PatternSet(patterns) else { return 0 }
  var programs: [Program] = []
  for pattern in patterns {
    // A larger program tells no more, and the slow engine takes long.
    guard let program = try? ProgramCompiler.compile(pattern), program.instructions.count <= 2_000
    else { return 0 }
    programs.append(program)
  }
  var text = Array(last)
  if text.first == 1, let made = try? samples(of: patterns, choices: Array(text.dropFirst())) {
    text = made
  }
  let expected = programs.map { simulatedMatches($0, in: text) }
  for (index, pattern) in patterns.enumerated() {
    var matcher = Matcher(programs[index], relaxedLimit: text.count % 2 * 8)
    let found = matcher.matches(in: text)
    require(found == expected[index], told("matcher", pattern, text, found, expected[index]))
    let isMatch = matcher.matches(text)
    // An empty match within a scalar is one to the automaton, and none to a search.
    require(
      isMatch || expected[index].isEmpty, told("question", pattern, text, [], expected[index]))
    guard text.count <= 24, pattern.utf8.count <= 48, let naive = try? NaiveMatcher(pattern),
      !naive.isAmbiguous, let slow = naive.matches(in: text, effort: 5_000)
    else { continue }
    require(slow == expected[index], told("naive", pattern, text, slow, expected[index]))
  }
  let filter = set.filter()
  for blockSize in [16_384, 1 + text.count % 13] {
    var cache = SearchCache()
    cache.blockSize = blockSize
    cache.relaxedLimit = blockSize % 2 * 4
    // Twice, since what a search leaves in its cache must not change the next.
    for round in 1...2 {
      var found: [[[Range<Int>?]]] = Array(repeating: [], count: patterns.count)
      text.withUnsafeBufferPointer { bytes in
        set.forEachMatch(in: bytes, filter: filter, cache: &cache) {
          found[$0.pattern].append($0.groups)
        }
      }
      for (index, pattern) in patterns.enumerated() {
        require(
          found[index] == expected[index],
          told("set \(blockSize) \(round)", pattern, text, found[index], expected[index]))
      }
    }
  }
  return 0
}

private func told(
  _ engine: String, _ pattern: String, _ text: [UInt8], _ found: [[Range<Int>?]],
  _ expected: [[Range<Int>?]]
) -> String {
  """
  \(engine): /\(pattern)/ on \(String(decoding: text, as: UTF8.self).debugDescription) \(text): \
  \(found) for \(expected)
  """
}

/// Choices that are read from the input, over and over.
private struct Choices: RandomNumberGenerator {
  let bytes: [UInt8]
  var index = 0

  mutating func next() -> UInt64 {
    guard !bytes.isEmpty else { return 0 }
    index += 1
    // Turns over what is read again, so that loops come to an end.
    return UInt64(bytes[(index - 1) % bytes.count]) &+ UInt64(index / bytes.count)
  }
}

private func samples(of patterns: [String], choices: [UInt8]) throws -> [UInt8] {
  let syntaxes = try patterns.map { try PatternParser.parse($0).syntax }
  var sampler = MatchSampler(random: Choices(bytes: choices), limit: 60)
  var text: [UInt8] = []
  for _ in 0..<min(12, choices.count) {
    let sample = sampler.sample(syntaxes[sampler.below(syntaxes.count)])
    switch sampler.below(6) {
    case 0: text += sample.prefix(sampler.below(sample.count + 1))
    case 1: text += sample.suffix(sampler.below(sample.count + 1))
    case 2: text += sample + Array(repeating: UInt8(ascii: " "), count: sampler.below(40))
    case 3: text.append(choices[sampler.below(choices.count)])
    default: text += sample
    }
  }
  return text
}
