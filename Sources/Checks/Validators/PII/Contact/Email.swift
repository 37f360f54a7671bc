/// E-mail addresses: whether one could be a person's, by its form (RFC 5322), the names that are kept for
/// documentation (RFC 2606, RFC 6761), and the words in it.
enum Email {
  static let validator = Validator(
    name: "email",
    example: { argument, random in
      let local = "\(random.text(1, of: "bdfgkm"))\(random.text(6, of: "aeiourlnst"))"
      let last = random.text(7, of: "abdegiklmnorstuv")
      return "\(local).\(last)@\(argument.isEmpty ? "gmail.com" : argument)"
    },
    judge: { judge($0.value) })

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let at = value.lastIndex(of: UInt8(ascii: "@")) else { return .refuted }
    let local = Address.lowercased(value[..<at])
    let domain = Address.lowercased(value[(at + 1)...])
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard isLocalPart(local), labels.count >= 2, domain.utf8.count <= 253,
      labels.allSatisfy(isLabel), let top = labels.last, isTopLevel(top),
      !Address.reservedTopLevels.contains(String(top)),
      !Address.fileExtensions.contains(String(top))
    else { return .refuted }
    // RFC 2606 and RFC 6761 keep these names for documentation.
    if labels.contains("example") || labels.contains(where: { $0.hasPrefix("example-") }) {
      return .refuted
    }
    let words = local.split(whereSeparator: { ".-_+".contains($0) }).map(String.init)
    if words.contains(where: Address.automatic.contains) || local == "git" || local == "hg" {
      return .refuted
    }
    if words.contains(where: Address.roles.contains) { return .documented("role address") }
    if words.contains(where: Address.testWords.contains) || Address.placeholders.contains(local)
      || words.allSatisfy(Address.placeholders.contains)
    {
      return .documented("placeholder address")
    }
    let host = String(labels[labels.count - 2])
    if Address.placeholderHosts.contains(host) || host.hasPrefix("acme") || host.hasPrefix("your")
      || host.hasSuffix("example")
    {
      return .documented("placeholder domain")
    }
    if domain == "users.noreply.github.com" || domain.hasSuffix("gserviceaccount.com") {
      return .refuted
    }
    return Address.isFreeMail(labels.map(String.init))
      ? .plausible("address at a mail provider") : .plausible(nil)
  }

  /// RFC 5322 atoms: no dot at either end, none doubled.
  private static func isLocalPart(_ local: String) -> Bool {
    guard !local.isEmpty, local.utf8.count <= 64, !local.hasPrefix("."), !local.hasSuffix(".")
    else {
      return false
    }
    guard local.utf8.contains(where: { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80 }) else {
      return false
    }
    return !zip(local.utf8, local.utf8.dropFirst()).contains { $0 == 0x2E && $1 == 0x2E }
  }

  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
      && label.utf8.allSatisfy {
        $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 >= 0x80
      }
  }

  private static func isTopLevel(_ top: Substring) -> Bool {
    top.hasPrefix("xn--")
      || (2...18).contains(top.utf8.count) && top.utf8.allSatisfy { $0.isASCIILetter || $0 >= 0x80 }
  }
}
