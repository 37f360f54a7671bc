import Rules

/// What is the same in every page: its style, its script, and the policy that lets in nothing else.
enum HTMLPageParts {
  /// Nothing is loaded, nothing is sent, and of style and script only these two run
  /// (Content Security Policy Level 3). The bytes between the tags are what is hashed.
  static let contentPolicy =
    "default-src 'none'; style-src '\(hash(of: style))'; script-src '\(hash(of: script))'; "
    + "base-uri 'none'; form-action 'none'"

  private static func hash(of part: StaticString) -> String {
    var hash = SHA256()
    part.withUTF8Buffer { hash.update($0) }
    return "sha256-" + base64(hash.finish())
  }

  /// RFC 4648 section 4, with padding.
  private static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = 0
      for index in start..<start + 3 {
        bits = bits << 8 | (index < bytes.count ? Int(bytes[index]) : 0)
      }
      for place in 0..<4 {
        result.append(
          place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  // MARK: - Style

  /// Every pair of a ground and a color on it differs by a contrast of 4.5 or more (WCAG 2.2,
  /// 1.4.3), in light and in dark.
  static let style: StaticString = """

    :root {
      color-scheme: light dark;
      --ground: #ffffff; --raised: #f5f6f8; --line: #d4d8de; --ink: #1c2128; --faint: #566070;
      --link: #0b57b8; --block: #a8201a; --flag: #7d5000; --note: #475467; --approve: #0b6b3a;
      --on: #ffffff; --mark: #ffe58a; --mark-ink: #1c2128; --marked-line: #fff8dc;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #14171c; --raised: #1d2128; --line: #3a414c; --ink: #e6e9ee; --faint: #a3adbb;
        --link: #8ab8ff; --block: #ff9d95; --flag: #f0bf58; --note: #b4bfcf; --approve: #7ad6a0;
        --on: #14171c; --mark: #6b5200; --mark-ink: #fff4d1; --marked-line: #2a2718;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 4.5rem; }
    body {
      margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: anywhere;
      font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
    }
    header, main, footer { max-width: 68rem; margin: 0 auto; padding: 0 1rem; }
    h1 { font-size: 2rem; line-height: 1.2; margin: 0; }
    h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
    h3 { font-size: 1rem; margin: 1.5rem 0 .4rem; }
    p { margin: .3rem 0; }
    a { color: var(--link); }
    code, .frame { font: .875em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
    code, .frame li, .path { unicode-bidi: isolate; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: -3px; border-radius: 4px; }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { left: 1rem; top: .5rem; z-index: 3; padding: .5rem; background: var(--ground); }
    .banner { padding-top: 1.5rem; padding-bottom: 1rem; }
    .banner .tool { color: var(--faint); }
    .banner .sum { font-size: 1.15rem; }
    .verdict { display: flex; align-items: center; gap: .75rem; }
    .sign {
      flex: none; display: grid; place-items: center; width: 2.6rem; height: 2.6rem;
      border-radius: 50%; color: var(--on); font-weight: 700;
    }
    .sign.block { background: var(--block); }
    .sign.flag { background: var(--flag); }
    .sign.approve { background: var(--approve); }
    .missing {
      margin: 1rem 0; padding: .75rem 1rem; border: 2px solid var(--block); border-radius: 8px;
    }
    .missing h2 { margin: 0; color: var(--block); }
    ul { margin: .4rem 0; padding-left: 1.3rem; }
    .bar {
      position: sticky; top: 0; z-index: 2; margin: 0 -1rem; background: var(--raised);
      border-block: 1px solid var(--line);
    }
    .bar > div {
      max-width: 68rem; margin: 0 auto; padding: .4rem 1rem; display: flex; flex-wrap: wrap;
      align-items: center; gap: .4rem 1rem;
    }
    form { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem .9rem; flex: 1; }
    [hidden] { display: none !important; }
    input[type=search] { flex: 1 1 12rem; min-width: 8rem; }
    input, select, button { font: inherit; accent-color: var(--link); }
    input[type=search], select, button {
      min-height: 2.1rem; padding: .1rem .5rem; color: var(--ink); background: var(--ground);
      border: 1px solid var(--faint); border-radius: 6px;
    }
    fieldset { display: flex; gap: .75rem; margin: 0; padding: 0; border: 0; }
    fieldset label { display: flex; gap: .3rem; align-items: center; min-height: 1.5rem; }
    input[type=checkbox] { width: 1.1rem; height: 1.1rem; margin: 0; }
    output { color: var(--faint); white-space: nowrap; }
    ::placeholder { color: var(--faint); opacity: 1; }
    .unseen {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
    }
    .counts {
      display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 27rem), 1fr));
      gap: 0 2rem; align-items: start;
    }
    .counts > :last-child { grid-column: 1 / -1; }
    table { width: 100%; border-collapse: collapse; margin: .5rem 0 1rem; }
    caption { text-align: left; font-weight: 600; padding: .2rem 0; }
    th, td {
      width: 3.8rem; padding: .2rem .3rem; border-bottom: 1px solid var(--line);
      text-align: right; vertical-align: top; white-space: nowrap;
    }
    thead th { color: var(--faint); font-weight: 400; font-size: .875rem; }
    th:first-child {
      width: auto; padding-left: 0; text-align: left; font-weight: 400; white-space: normal;
    }
    td { font-variant-numeric: tabular-nums; }
    td.some { font-weight: 700; }
    .many .file { content-visibility: auto; contain-intrinsic-size: auto 8rem; }
    .many .finding { content-visibility: auto; contain-intrinsic-size: auto 2.8rem; }
    .file h3 .n { color: var(--faint); font-weight: 400; }
    .finding {
      margin: .4rem 0; border: 1px solid var(--line); border-left: 5px solid var(--note);
      border-radius: 6px; overflow: hidden;
    }
    .finding.block { border-left-color: var(--block); }
    .finding.flag { border-left-color: var(--flag); }
    summary { padding: .45rem .7rem; cursor: pointer; }
    summary > * { margin-right: .5rem; }
    .a {
      display: inline-block; min-width: 3.4rem; padding: 0 .4rem; border-radius: 4px;
      text-align: center; font-size: .875rem; font-weight: 700; color: var(--on);
      background: var(--note);
    }
    .a.block, .block > summary .a { background: var(--block); }
    .a.flag, .flag > summary .a { background: var(--flag); }
    .a.approve { background: var(--approve); }
    .t { font-weight: 600; }
    summary code, .w { color: var(--faint); }
    .frame {
      margin: 0; padding: .5rem .7rem .5rem 5rem; background: var(--raised); overflow: hidden;
      border-block: 1px solid var(--line); white-space: pre-wrap;
    }
    .frame li { padding-left: .3rem; }
    .frame li::marker { content: counter(list-item) " "; color: var(--faint); }
    .frame .m { background: var(--marked-line); }
    .frame .m::marker {
      content: "\\25B8 \\2002" counter(list-item) " "; color: var(--ink); font-weight: 700;
    }
    mark {
      background: var(--mark); color: var(--mark-ink); border-bottom: 2px solid currentColor;
      border-radius: 2px;
    }
    dl {
      display: grid; grid-template-columns: max-content 1fr; gap: .15rem .9rem; margin: .6rem 0;
    }
    .finding dl { margin: .6rem .7rem; }
    dt { color: var(--faint); }
    dd { margin: 0; }
    dd code { font-size: .8rem; }
    footer { margin-top: 2.5rem; padding-bottom: 2rem; color: var(--faint); font-size: .875rem; }
    @media (max-width: 40rem) {
      body { font-size: .95rem; }
      h1 { font-size: 1.6rem; }
      .bar > div { gap: .3rem .5rem; font-size: .875rem; }
      form { display: contents; }
      .bar button, output span + span { display: none; }
      input[type=search] { order: -1; flex-basis: 7rem; min-width: 0; }
      .bar .a { order: -2; }
      output { order: -1; }
      fieldset { gap: .5rem; }
      select { flex: 1 1 6rem; min-width: 0; }
      .frame { padding-left: 3.6rem; }
      dl { grid-template-columns: 1fr; gap: 0; }
      dd { margin-bottom: .4rem; }
    }
    @media print {
      .bar, .skip { display: none; }
      body { font-size: 10pt; }
      .many .file, .many .finding { content-visibility: visible; }
      .finding { break-inside: avoid; }
      .finding::details-content { content-visibility: visible; display: block; height: auto; }
      .a, .sign, mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }

    """

  // MARK: - Script

  /// Filters and folds what is there; without it everything is shown.
  static let script: StaticString = #"""

    "use strict";
    (() => {
      const form = document.getElementById("filters");
      if (!form) return;
      const find = document.getElementById("find");
      const category = document.getElementById("category");
      const boxes = [...form.querySelectorAll("input[type=checkbox]")];
      const shown = document.getElementById("shown");
      const none = document.getElementById("none");
      const files = [...document.querySelectorAll(".file")].map(section => {
        const path = section.querySelector(".path").textContent.toLowerCase();
        return {
          section, findings: [...section.querySelectorAll(".finding")].map(item => {
            const [, title, rule] = item.firstElementChild.children;
            return {
              item, action: item.dataset.a, category: item.dataset.c,
              text: `${path}\n${title.textContent}\n${rule.textContent}`.toLowerCase(),
            };
          }),
        };
      });
      const all = files.reduce((sum, file) => sum + file.findings.length, 0);
      const number = count => count.toLocaleString("en");

      const apply = () => {
        const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
        const actions = new Set(boxes.filter(box => box.checked).map(box => box.value));
        const only = category.value;
        let total = 0;
        for (const file of files) {
          let here = 0;
          for (const finding of file.findings) {
            const fits = actions.has(finding.action) && (!only || finding.category === only)
              && words.every(word => finding.text.includes(word));
            if (fits) here += 1;
            if (finding.item.hidden === fits) finding.item.hidden = !fits;
          }
          if (file.section.hidden !== (here === 0)) file.section.hidden = here === 0;
          total += here;
        }
        shown.textContent = `${number(total)} of ${number(all)}`;
        none.hidden = total > 0;
      };
      const items = () => files.flatMap(file => file.findings).map(finding => finding.item);
      const unfold = open => {
        for (const item of items()) if (!item.hidden) item.open = open;
      };
      form.addEventListener("input", apply);
      form.addEventListener("submit", event => event.preventDefault());
      document.getElementById("unfold").addEventListener("click", () => unfold(true));
      document.getElementById("fold").addEventListener("click", () => unfold(false));

      // What is printed is read without a mouse.
      let opened = [];
      addEventListener("beforeprint", () => {
        opened = items().filter(item => !item.open && !item.hidden);
        for (const item of opened) item.open = true;
      });
      addEventListener("afterprint", () => {
        for (const item of opened) item.open = false;
      });
      form.hidden = false;
      apply();
    })();

    """#
}
