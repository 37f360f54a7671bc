/// Values that vendors print in their documentation: in every tutorial, and of no use to anyone.
package enum KnownExamples {
  /// What a value is known as; nil for any other.
  package static func name(of value: [UInt8]) -> String? {
    let lower = Placeholder.lowercased(value)
    if let number = needles.first(in: lower) { return parts[number].1 }
    // AWS and others write the word into what would otherwise look issued: `AKIA…EXAMPLE`.
    let digits = lower.count { (0x30...0x39).contains($0) }
    if lower.count >= 14, digits >= 1,
      Placeholder.contains(value, "EXAMPLE")
        || digits >= 2 && Placeholder.contains(lower, "example")
    {
      return "says that it is an example"
    }
    return nil
  }

  private static let needles = Needles(parts.map(\.0))

  /// Parts that no issued value holds. They are cut so that none of them is a whole credential.
  private static let parts: [(StaticString, String)] = [
    ("iosfodnn7", "example of the AWS documentation"),
    ("i44qh8dhb", "example of the AWS documentation"),
    ("wjalrxutn", "example of the AWS documentation"),
    ("/bpxrfi", "example of the AWS documentation"),
    ("je7mtgbclwbf", "example of the AWS documentation"),
    ("123e4567-e89b-12d3", "example of a UUID in RFC 9562 and elsewhere"),
    ("examplekey", "says that it is an example"),
    ("exampletoken", "says that it is an example"),
    ("sflkxwrjsmekkf2qt4fwpmejf36", "example of jwt.io"),
    ("tjva95orm7e2cbab30rmhr", "example of jwt.io"),
    ("4ec39hqlyjw", "test key of the Stripe documentation"),
    ("bqokikjovbii2hlwgh4olfq2", "test key of the Stripe documentation"),
    ("tyoomqauvdedq54n", "test key of the Stripe documentation"),
    ("6prnascoboktishfeqd", "test key of the Stripe documentation"),
    ("qwxhbgfgbv", "example of a documentation"),
    ("correcthorsebattery", "example of a comic"),
    ("correct horse battery", "example of a comic"),
    ("t00000000/b00000000", "example of the Slack documentation"),
    ("t00000000", "example of the Slack documentation"),
    ("ywxhzgrpbjpvcgvuihnlc2ftzq", "example of RFC 7617"),
    ("eby8vdm02xnocqflq", "key of the Azure storage emulator"),
    ("c2y6ydjf5/r+ob0n8a", "key of the Azure Cosmos emulator"),
    ("anla7nfelquw1tjfpx", "key in the public repositories of Firebase"),
    ("dmascliylx7f0npdeji1", "key in the public repositories of Firebase"),
    ("aswm6hmtmdywpgmnjrbjxcq9", "key in the public repositories of Firebase"),
    ("bf2rraim4a0mo64eshqfqfd2", "key in the public repositories of Firebase"),
    ("bce-ooibhjyr83gm4r2mfcu4", "key in the public repositories of Firebase"),
    ("b8qgxt4ec15vitgn44duc5uc", "key in the public repositories of Firebase"),
    ("crxp1a7woeojexxjnni43kdqwgnwnreil", "demo key of the Supabase command line"),
    ("egim96razx35ljzdjsyh-qqwv8hdp7fs", "demo key of the Supabase command line"),
  ]
}
