import Rules
import SourceText

/// Tells cards and bank accounts of people from those of companies and from other numbers.
enum AccountJudge {
  /// A payment card.
  static func judgeCard(_ candidate: inout Candidate, _ around: Surroundings) -> Bool {
    guard !around.isEmbedded, !around.isInURL else { return false }
    let scan = around.scan
    let isNamed = scan.isNamed(candidate)
    if !isNamed {
      if around.isAboutOtherNumber || isInHexadecimalTable(candidate.value, scan) {
        return false
      }
      // Sixteen digits are most often something else.
      if scan.bytes[candidate.value].allSatisfy(\.isASCIIDigit) { candidate.confidence = .low }
    }
    return true
  }

  /// Whether a number in groups of four has another group beside it: `542D 5751 5994 6333 7841 727C`.
  private static func isInHexadecimalTable(_ value: Range<Int>, _ scan: DocumentScan) -> Bool {
    func isGroup(_ range: Range<Int>) -> Bool {
      range.lowerBound >= 0 && range.upperBound <= scan.bytes.count
        && scan.bytes[range].allSatisfy {
          $0.isASCIIDigit || (0x41...0x46).contains($0 & 0xDF)
        }
    }
    func isSpace(_ place: Int) -> Bool {
      scan.bytes.indices.contains(place) && scan.bytes[place] == 0x20
    }
    let (start, end) = (value.lowerBound, value.upperBound)
    return isSpace(start - 1) && isGroup((start - 5)..<(start - 1))
      || isSpace(end) && isGroup((end + 1)..<(end + 5))
  }

  /// The three digits on the back of a card, or four on its front.
  static func judgeSecurityCode(_ candidate: inout Candidate, _ around: Surroundings) -> Bool {
    let judgements = around.scan.cardJudgements(in: around.lines(before: 6, after: 6))
    guard !judgements.isEmpty else { return false }
    if judgements.allSatisfy({ if case .documented = $0 { true } else { false } }) {
      candidate.severity = .low
      candidate.evidence.append("beside a published test card")
    } else {
      candidate.evidence.append("beside a card number")
    }
    return true
  }

  static func judgeIBAN(_ candidate: inout Candidate, _ around: Surroundings) -> Bool {
    guard !around.isEmbedded else { return false }
    if candidate.severity > .medium, around.isAboutCompany {
      candidate.severity = .medium
      candidate.evidence.append("account of a company")
    }
    return true
  }

  /// The code of a bank is public; beside an account it says whom to debit.
  static func judgeBankCode(_ candidate: inout Candidate, _ around: Surroundings) -> Bool {
    guard !around.isEmbedded, !around.isInURL else { return false }
    if !candidate.isDocumented,
      AccountScan.holdsIBAN(around.scan.bytes[around.lines(before: 4, after: 4)])
    {
      candidate.severity = .medium
      candidate.evidence.append("beside an account number")
    }
    return true
  }

  /// A number that a label calls an account.
  static func judgeAccount(_ candidate: inout Candidate, _ around: Surroundings) -> Bool {
    guard !around.isEmbedded else { return false }
    if around.scan.isNamed(candidate) { return true }
    // An account may be one of a cloud or a game, but a person's is theirs.
    candidate.severity = .medium
    return around.isCustomerOnLine && !around.isAboutSamplePerson(before: 0, after: 0)
  }
}
