import Testing

/// Indexes of code: made by one command, named by a policy, used by a review.
@Suite struct CodeIndexTests {
  private static let source = """
    def settle_accounts(ledger, rates, today):
        carried, total = 7, 0
        for entry in ledger.entries:
            if entry.kind in (3, 11) and entry.day <= today:
                total += entry.amount * rates[entry.kind].factor - carried
            elif entry.flags & 0x41:
                carried ^= entry.amount >> 2
            while total > 90210:
                total = total % 90210 + carried * 3
            ledger.seen[len(entry.name) & 15] += total
        return {"total": total - carried, "carried": carried, "closed": today}

    """

  private static let copy = """
    # What was used, by day.
    def usage_of(account, prices, day):
        rest, used = 7, 0
        for item in account.items:
            if item.type in (3, 11) and item.date <= day:
                used += item.value * prices[item.type].weight - rest
            elif item.mask & 0x41:
                rest ^= item.value >> 2
            while used > 90210:
                used = used % 90210 + rest * 3
            account.counts[len(item.title) & 15] += used
        return {"total": used - rest, "carried": rest, "closed": day}

    """

  private func folder(policy: String) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write(Self.source, to: "theirs/acme/ledger.py")
    try folder.write("no code\n", to: "theirs/acme/notes.txt")
    try folder.write(Self.copy, to: "src/usage.py")
    try folder.write(policy, to: ".reviewgate.toml")
    return folder
  }

  private func index(_ folder: ScratchFolder, _ more: [String] = []) throws -> BuiltProgram.Result {
    try BuiltProgram.run(
      [
        "licenses", "index", "theirs/acme", "--license", "GPL-3.0-or-later", "--output",
        "acme.index",
      ]
        + more, in: folder)
  }

  @Test func `a copy is found by the index that the policy names`() throws {
    let folder = try folder(policy: "[licenses]\nindexes = [\"acme.index\"]\n")
    let made = try index(folder)
    #expect(made.exit == 0)
    #expect(made.errors.contains("acme.index: 1 file, 11 lines, "))
    #expect(made.errors.hasSuffix("left out: 1 no code\n"))
    let review = try BuiltProgram.run(["check", "src", "--format", "json"], in: folder)
    #expect(review.output.contains("\"licenses/copied-code\""))
    #expect(review.output.contains("as in ledger.py of acme"))
    #expect(review.output.contains("license GPL-3.0-or-later"))
  }

  @Test func `the same tree gives the same bytes`() throws {
    let folder = try folder(policy: "")
    _ = try index(folder)
    _ = try BuiltProgram.run(
      [
        "licenses", "index", "./theirs/acme/", "--license", "GPL-3.0-or-later", "--output",
        "b.index",
      ],
      in: folder)
    let same = try BuiltProgram.run(["acme.index", "b.index"], in: folder, program: "/usr/bin/cmp")
    #expect(same.exit == 0)
  }

  @Test func `what the background has too is nobody's`() throws {
    let folder = try folder(policy: "[licenses]\nindexes = [\"acme.index\"]\n")
    try folder.write(Self.source, to: "common/a.py")
    #expect(try index(folder, ["--background", "common"]).exit == 0)
    let review = try BuiltProgram.run(["check", "src", "--format", "json"], in: folder)
    #expect(!review.output.contains("\"licenses/copied-code\""))
  }

  @Test(arguments: [("gone.index", "no such file"), ("damaged.index", "not an index")])
  func `an index that cannot be used ends the review`(name: String, message: String) throws {
    let folder = try folder(policy: "[licenses]\nindexes = [\"\(name)\"]\n")
    try folder.write("rgcode01 and nothing else", to: "damaged.index")
    let review = try BuiltProgram.run(["check", "src"], in: folder)
    #expect(review.exit == 2)
    #expect(review.errors.contains("licenses.indexes: \(name): \(message)"))
  }

  @Test(arguments: [
    (
      ["index", "theirs", "--license", "GPL-3.0-or-late", "--output", "x"],
      "did you mean GPL-3.0-or-later?"
    ),
    (["index", "theirs", "--output", "x"], "needs --license"),
    (["index", "theirs", "--license", "MIT"], "needs --output"),
    (
      ["index", "src", "--license", "MIT", "--output", "no/such/x"],
      "no/such/x: not written: its folder does not exist"
    ),
    (["index", "empty", "--license", "MIT", "--output", "x"], "no source files there"),
  ])
  func `a wrong command says what is wrong`(arguments: [String], message: String) throws {
    let folder = try folder(policy: "")
    try folder.write("text\n", to: "empty/a.txt")
    let result = try BuiltProgram.run(["licenses"] + arguments, in: folder)
    #expect(result.exit == 2)
    #expect(result.errors.contains(message), "\(result.errors)")
  }
}
