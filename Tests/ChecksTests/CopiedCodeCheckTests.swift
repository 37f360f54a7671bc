import BuiltinRules
import CopiedCode
import Rules
import SourceText
import Testing

@testable import Checks

/// Copied code as a review finds it, by an index of code that was written for the test.
struct CopiedCodeCheckTests {
  /// A function that nobody else has.
  private static let original = """
    static int weigh_ledger(struct ledger *book, const struct rate *rates, int count)
    {
      int total = 0, carried = 7, index;
      for (index = 0; index < count; index++) {
        struct entry *entry = book->first;
        while (entry && entry->day >= rates[index].since) {
          if (entry->kind == 3 || entry->kind == 11)
            total += entry->amount * rates[index].factor - carried;
          else if (entry->flags & 0x41)
            carried ^= entry->amount >> 2;
          entry = entry->next;
        }
        if (total > 90210)
          total = total % 90210 + carried * 3;
        book->seen[index & 15] += total;
      }
      return total - carried;
    }

    """

  /// The same with other names, layout and comments.
  private static let copy = """
    // Sums up what was used.
    int computeUsage(Usage* usage, const Price* prices, int n) {
        int sum = 0, rest = 7, i;
        for (i = 0; i < n; i++)
        {
            Item* item = usage->head;   /* the first */
            while (item && item->date >= prices[i].start)
            {
                if (item->type == 3 || item->type == 11) sum += item->value * prices[i].weight - rest;
                else if (item->mask & 0x41) rest ^= item->value >> 2;
                item = item->following;
            }
            if (sum > 90210) sum = sum % 90210 + rest * 3;
            usage->counts[i & 15] += sum;
        }
        return sum - rest;
    }

    """

  private static func scanner(license: String) throws -> Scanner {
    var builder = CodeIndexBuilder()
    builder.begin(project: "Acme Ledger", license: license)
    #expect(builder.add(file: "src/ledger.c", bytes: Array(original.utf8)) == .added)
    var data = CheckData()
    data.codeIndexes = [try CodeIndex(IndexBytes(builder.build()))]
    let rules = try BuiltinRules.load().rules.filter { $0.category == .license }
    return Scanner(try ScanPlan(rules: rules, checks: AllChecks.all(data)))
  }

  private func found(_ text: String, license: String = "GPL-2.0-only") throws -> [Candidate] {
    let bytes = Array(text.utf8)
    let document = Document(
      outer: OuterText(path: "a.c", bytes: bytes), name: "a.c", bytes: bytes,
      language: LanguageDetection.language(name: "a.c", bytes: bytes))
    var scanner = try Self.scanner(license: license)
    return scanner.scan(document).map(\.candidate)
  }

  @Test(arguments: [Self.original, Self.copy])
  func `a copy is found whatever its names and layout are`(text: String) throws {
    let candidates = try found("#include <stdio.h>\n\n" + text)
    #expect(candidates.count == 1)
    let candidate = try #require(candidates.first)
    #expect(candidate.rule.id.text == "licenses/copied-code")
    #expect(candidate.severity == .high)
    #expect(candidate.evidence.contains { $0.hasSuffix("src/ledger.c of Acme Ledger") })
    #expect(candidate.license?.expression.text == "GPL-2.0-only")
  }

  @Test func `the license of the project says how bad it is`() throws {
    #expect(try found(Self.copy, license: "LGPL-2.1-or-later").first?.severity == .medium)
    #expect(try found(Self.copy, license: "MIT").first?.severity == .low)
  }

  @Test func `other code is nobody's`() throws {
    let other = """
      int gcd(int a, int b) {
        while (b) { int t = a % b; a = b; b = t; }
        return a;
      }

      """
    #expect(try found(other).isEmpty)
  }

  @Test func `who states the license of the copy has said it`() throws {
    let tagged = "// SPDX-License-Identifier: GPL-2.0-only\n" + Self.copy
    #expect(try found(tagged).map(\.rule.id.text) == ["licenses/spdx-identifier"])
    let other = "// SPDX-License-Identifier: MIT\n" + Self.copy
    #expect(try found(other).map(\.rule.id.text).contains("licenses/copied-code"))
  }
}
