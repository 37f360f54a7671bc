import Rules

// An id and the secret that belongs to it open a door together: told as one thing, with its extent
// over both, so that nobody replaces the one and forgets the other.

/// Joins a key id and its secret that stand near one another.
enum CredentialPair {
  /// The rule of the id, and the rules of what completes it.
  private static let secrets: [String: Set<String>] = [
    "secrets/aws-access-key-id": ["secrets/aws-secret-access-key"],
    "secrets/twilio-account-sid": ["secrets/twilio-auth-token"],
    "secrets/alibaba-access-key-id": ["secrets/alibaba-secret-key"],
    "secrets/tencent-secret-id": ["secrets/tencent-secret-key"],
    "secrets/azure-client-id": ["secrets/azure-client-secret"],
  ]

  /// From the start of the one to the start of the other, at most.
  private static let reach = 200

  /// What is left when each secret has taken in the id beside it. `candidates` are in the order of
  /// their places; an id goes to the nearest secret, a secret takes one id.
  static func joined(_ candidates: [Candidate]) -> [Candidate] {
    guard candidates.contains(where: { secrets[$0.rule.id.text] != nil }) else { return candidates }
    var result = candidates
    var isTaken = Set<Int>()
    var isComplete = Set<Int>()
    for (index, id) in candidates.enumerated() {
      guard id.severity != .low, let wanted = secrets[id.rule.id.text] else { continue }
      let near = neighbors(of: index, in: candidates).filter {
        wanted.contains(candidates[$0].rule.id.text) && candidates[$0].severity != .low
          && !isComplete.contains($0)
      }
      guard
        let secret = near.min(by: {
          distance(candidates[$0], id) < distance(candidates[$1], id)
        })
      else { continue }
      isTaken.insert(index)
      isComplete.insert(secret)
      let other = candidates[secret].value
      result[secret].value =
        min(id.value.lowerBound, other.lowerBound)..<max(id.value.upperBound, other.upperBound)
      result[secret].evidence += ["with its key id"] + id.evidence
      result[secret].confidence = .high
    }
    return result.indices.filter { !isTaken.contains($0) }.map { result[$0] }
  }

  /// The candidates within reach of one, on both sides; at most sixteen on each.
  private static func neighbors(of index: Int, in candidates: [Candidate]) -> [Int] {
    let range = max(0, index - 16)..<min(candidates.count, index + 17)
    return range.filter { $0 != index && distance(candidates[$0], candidates[index]) <= reach }
  }

  private static func distance(_ left: Candidate, _ right: Candidate) -> Int {
    abs(left.value.lowerBound - right.value.lowerBound)
  }
}
