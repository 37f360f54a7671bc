import Checks
import Gate
import Rules

// One file that can be mailed or kept with a build: nothing is loaded from anywhere, and a content
// policy sees to it. What is read first stands first: the verdict, what was not reviewed, where the
// findings are, then they themselves, by file. The script only hides and folds.

/// The report as a web page.
struct HTMLReport {
  /// Up to this many findings that do not pass are shown unfolded.
  private static let unfoldedFindings = 50
  /// A page with more than this many findings lays out only what is in view. That is not done
  /// always: not everything that prints or pictures a page knows of it.
  private static let manyFindings = 200
  /// The rows of a table of counts.
  private static let rowsShown = 10

  private let review: Review
  private let counts: ReviewCounts
  private let tallies: ReviewTallies

  /// The page holds everything; `options` have nothing to say in it.
  init(_ review: Review, options: ReportOptions) {
    self.review = review
    counts = ReviewCounts(review)
    tallies = ReviewTallies(review)
  }

  func write(to sink: ([UInt8]) throws -> Void) throws {
    var page = HTMLWriter()
    head(&page)
    banner(&page)
    try missing(&page, to: sink)
    page.markup("</header>\n")
    page.markup("<main id=\"main\">\n")
    if !review.findings.isEmpty {
      tables(&page)
      try findings(&page, to: sink)
    }
    try reviewed(&page, to: sink)
    page.markup("</main>\n")
    foot(&page)
    try sink(page.take())
  }

  private func pass(_ page: inout HTMLWriter, to sink: ([UInt8]) throws -> Void) throws {
    if page.bytes.count >= reportPieceSize { try sink(page.take()) }
  }

  // MARK: - The begin

  private func head(_ page: inout HTMLWriter) {
    page.markup(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        as StaticString)
    page.element(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"", HTMLPageParts.contentPolicy,
      "\">\n")
    page.markup(
      """
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <meta name="robots" content="noindex">

      """)
    page.element(
      "<title>", "\(review.verdict.rawValue): \(counts.found)", " – reviewgate</title>\n")
    page.markup("<style>")
    page.markup(HTMLPageParts.style)
    page.markup("</style>\n</head>\n")
    page.markup(
      review.findings.count > Self.manyFindings ? "<body class=\"many\">\n" : "<body>\n")
    page.markup("<a class=\"skip\" href=\"#main\">Skip to the content</a>\n")
  }

  private func banner(_ page: inout HTMLWriter) {
    page.element(
      "<header class=\"banner\">\n<p class=\"tool\">reviewgate ", review.version, "</p>\n")
    switch review.verdict {
    case .block:
      page.markup(
        "<h1 class=\"verdict\"><span class=\"sign block\" aria-hidden=\"true\">✕</span> Block</h1>\n"
      )
    case .flag:
      page.markup(
        "<h1 class=\"verdict\"><span class=\"sign flag\" aria-hidden=\"true\">!</span> Flag</h1>\n")
    case .approve:
      page.markup(
        "<h1 class=\"verdict\"><span class=\"sign approve\" aria-hidden=\"true\">✓</span> Approve</h1>\n"
      )
    }
    page.markup("<p class=\"sum\">")
    page.element(
      "<strong>", counts.found.prefix(1).uppercased() + counts.found.dropFirst(), "</strong>")
    page.element(" in ", review.extent, ". ")
    switch review.verdict {
    case .block: page.markup("This must not pass.</p>\n")
    case .flag: page.markup("A person must look at this before it passes.</p>\n")
    case .approve: page.markup("This may pass.</p>\n")
    }
  }

  private func missing(_ page: inout HTMLWriter, to sink: ([UInt8]) throws -> Void) throws {
    guard !review.isComplete || !review.errors.isEmpty else { return }
    page.markup(
      """
      <section class="missing" aria-labelledby="missing">
      <h2 id="missing">Not everything was reviewed</h2>
      <p>What was not reviewed is not approved.</p>

      """)
    if !review.errors.isEmpty {
      page.markup("<ul>\n")
      for error in review.errors {
        page.element("<li><code>", error.path, "</code>: ")
        page.element("", error.message, "\n")
        try pass(&page, to: sink)
      }
      page.markup("</ul>\n")
    }
    page.markup("</section>\n")
  }

  private func filters(_ page: inout HTMLWriter) {
    page.markup("<div class=\"bar\"><div>\n")
    page.element("<strong class=\"a ", review.verdict.rawValue, "\">")
    page.element("", review.verdict.rawValue, "</strong>\n")
    page.markup(
      """
      <form id="filters" role="search" aria-label="Filter findings" autocomplete="off" hidden>
      <label class="unseen" for="find">Rule, path or title</label>
      <input type="search" id="find" placeholder="rule, path or title" spellcheck="false">
      <fieldset><legend class="unseen">Action</legend>

      """)
    for action in [Verdict.block, .flag, .approve] where counts.findings(action) > 0 {
      page.element("<label><input type=\"checkbox\" checked value=\"", action.rawValue, "\">")
      page.text(action.findingWord)
      page.markup("</label>\n")
    }
    page.markup(
      """
      </fieldset>
      <label class="unseen" for="category">Category</label>
      <select id="category"><option value="">every category</option>

      """)
    for (category, tally) in tallies.categories {
      page.element("<option value=\"", category, "\">")
      page.element("", category, " (")
      page.count(tally.all)
      page.markup(")</option>\n")
    }
    page.markup(
      """
      </select>
      <button type="button" id="unfold">Unfold</button>
      <button type="button" id="fold">Fold</button>
      <output for="find category"><span id="shown"></span><span> shown</span></output>
      </form>
      </div></div>

      """)
  }

  // MARK: - Counts

  private func tables(_ page: inout HTMLWriter) {
    page.markup(
      "<section aria-labelledby=\"counts\">\n<h2 id=\"counts\">Counts</h2>\n<div class=\"counts\">\n"
    )
    table(&page, "categories", "By category", tallies.categories)
    table(&page, "rules", "By rule", tallies.rules)
    table(&page, "files", "By file", tallies.files)
    page.markup("</div>\n</section>\n")
  }

  private func table(
    _ page: inout HTMLWriter, _ what: StaticString, _ caption: StaticString,
    _ rows: [ReviewTallies.Row]
  ) {
    page.markup("<div><table><caption>")
    page.markup(caption)
    page.markup(
      """
      </caption>
      <thead><tr><th scope="col"><span class="unseen">name</span><th scope="col">block\
      <th scope="col">flag<th scope="col">note</thead>
      <tbody>

      """)
    for (name, tally) in rows.prefix(Self.rowsShown) {
      page.element("<tr><th scope=\"row\"><code>", name, "</code>")
      for action in [Verdict.block, .flag, .approve] {
        page.markup(tally[action] > 0 ? "<td class=\"some\">" : "<td>")
        page.count(tally[action])
      }
      page.markup("\n")
    }
    page.markup("</tbody></table>\n")
    if rows.count > Self.rowsShown {
      page.markup("<p>and ")
      page.count(rows.count - Self.rowsShown)
      page.markup(" more ")
      page.markup(what)
      page.markup("</p>\n")
    }
    page.markup("</div>\n")
  }

  // MARK: - Findings

  private func findings(_ page: inout HTMLWriter, to sink: ([UInt8]) throws -> Void) throws {
    page.markup("<section aria-labelledby=\"findings\">\n<h2 id=\"findings\">Findings</h2>\n")
    filters(&page)
    page.markup("<p id=\"none\" hidden>No finding fits these filters.</p>\n")
    let pressing = counts.findings(.block) + counts.findings(.flag)
    let isUnfolded = pressing <= Self.unfoldedFindings
    var path: String?
    for (index, decided) in review.findings.enumerated() {
      if path != decided.finding.path {
        if path != nil { page.markup("</section>\n") }
        path = decided.finding.path
        heading(&page, of: review.findings[index...])
      }
      finding(&page, decided, isUnfolded: isUnfolded && decided.action != .approve)
      try pass(&page, to: sink)
    }
    page.markup("</section>\n</section>\n")
  }

  /// Opens the section of the file that the first of the findings lies in.
  private func heading(_ page: inout HTMLWriter, of findings: ArraySlice<DecidedFinding>) {
    guard let path = findings.first?.finding.path else { return }
    var tally = Tally()
    for decided in findings {
      guard decided.finding.path == path else { break }
      tally.count(decided.action)
    }
    page.element(
      "<section class=\"file\">\n<h3><code class=\"path\">", path, "</code> <span class=\"n\">")
    page.count(tally.all)
    page.markup(tally.all == 1 ? " finding</span></h3>\n" : " findings</span></h3>\n")
  }

  private func finding(_ page: inout HTMLWriter, _ decided: DecidedFinding, isUnfolded: Bool) {
    let finding = decided.finding
    switch decided.action {
    case .block: page.markup("<details class=\"finding block\" data-a=\"block\"")
    case .flag: page.markup("<details class=\"finding flag\" data-a=\"flag\"")
    case .approve: page.markup("<details class=\"finding\" data-a=\"approve\"")
    }
    page.element(" data-c=\"", finding.category.rawValue, "\"")
    page.markup(isUnfolded ? " open><summary>" : "><summary>")
    page.element("<span class=\"a\">", decided.action.findingWord, "</span> ")
    page.element("<span class=\"t\">", finding.title, "</span> ")
    page.element("<code>", finding.rule.text, "</code> <span class=\"w\">line ")
    page.number(finding.region.startLine)
    page.markup(":")
    page.number(finding.region.startColumn)
    for within in finding.within { page.element(", in ", within, "") }
    page.markup("</span></summary>\n")
    HTMLCodeFrame.write(finding.shownFrame, to: &page)
    page.markup("<dl>")
    item(&page, "<dt>why<dd>", finding.why)
    item(&page, "<dt>evidence<dd>", finding.evidence.joined(separator: "; "))
    item(&page, "<dt>fix<dd>", finding.fix)
    page.element("<dt>rated<dd>", finding.severity.rawValue, " severity, ")
    page.element("", finding.confidence.rawValue, " confidence\n")
    item(&page, "<dt>decided<dd>", decided.reason)
    references(&page, finding.references)
    item(&page, "<dt>id<dd><code>", finding.fingerprint)
    page.markup(finding.fingerprint.isEmpty ? "</dl></details>\n" : "</code></dl></details>\n")
  }

  private func item(_ page: inout HTMLWriter, _ label: StaticString, _ text: String) {
    guard !text.isEmpty else { return }
    page.element(label, text, "\n")
  }

  private func references(_ page: inout HTMLWriter, _ references: [String]) {
    guard !references.isEmpty else { return }
    page.markup("<dt>see<dd>")
    for (index, reference) in references.enumerated() {
      if index > 0 { page.markup(", ") }
      if reference.isWebAddress {
        page.element("<a rel=\"noopener noreferrer\" href=\"", reference, "\">")
        page.element("", reference, "</a>")
      } else {
        page.text(reference)
      }
    }
    page.markup("\n")
  }

  // MARK: - The end

  private func reviewed(_ page: inout HTMLWriter, to sink: ([UInt8]) throws -> Void) throws {
    page.markup(
      "<section aria-labelledby=\"reviewed\">\n<h2 id=\"reviewed\">What was reviewed</h2>\n<dl>")
    page.markup("<dt>inputs<dd>")
    page.count(review.inputs)
    page.element("\n<dt>size<dd>", byteSize(review.bytes), "\n")
    page.markup("<dt>complete<dd>")
    page.markup(review.isComplete ? "yes\n" : "no\n")
    page.markup("<dt>skipped<dd>")
    page.count(review.skipped.count)
    page.element("\n<dt>rules<dd><code>", review.rulesDigest, "</code>\n")
    page.element("<dt>policy<dd><code>", review.policyDigest, "</code>\n</dl>\n")
    try skipped(&page, to: sink)
    page.markup("</section>\n")
  }

  private func skipped(_ page: inout HTMLWriter, to sink: ([UInt8]) throws -> Void) throws {
    guard !review.skipped.isEmpty else { return }
    page.markup("<details><summary>Skipped: ")
    for (index, (reason, count)) in review.skippedByReason.enumerated() {
      if index > 0 { page.markup(", ") }
      page.count(count)
      page.element(" ", reason, "")
    }
    page.markup("</summary>\n<ul>\n")
    for input in review.skipped {
      page.element("<li><code>", input.path, "</code>: ")
      page.element("", input.reason, "\n")
      try pass(&page, to: sink)
    }
    page.markup("</ul></details>\n")
  }

  private func foot(_ page: inout HTMLWriter) {
    page.element("<footer>\n<p>Written by reviewgate ", review.version, ". ")
    page.markup(
      """
      Values are masked: this page holds no secret, password or personal identifier, and it loads \
      nothing from anywhere.</p>
      </footer>
      <script>
      """)
    page.markup(HTMLPageParts.script)
    page.markup("</script>\n</body>\n</html>\n")
  }
}
