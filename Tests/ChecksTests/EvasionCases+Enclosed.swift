import Rules

/// Values in replies, diffs and notebooks.
extension EvasionCase {
  /// A token, a call and a number in each form of Markdown.
  static let inMarkdown = markdown.flatMap { place -> [EvasionCase] in
    statements.map { statement in
      EvasionCase(
        "\(statement.name) in \(place.name)", "reply.md",
        place.text.replacing("«@»", with: statement.text), statement.category,
        unless: place.isProse && statement.category == .unsafeAPI
          ? "words about a call are no program" : nil)
    }
  }

  private static let statements: [(name: String, text: String, category: RuleCategory)] = [
    ("a token", #"token = "«token»""#, .secret), ("a call", "«call»", .unsafeAPI),
    ("a card", #"card = "«card»""#, .pii),
  ]

  /// `«@»` stands for the statement.
  private static let markdown: [(name: String, text: String, isProse: Bool)] = [
    ("a fence without a language", "```⏎«@»⏎```", false),
    ("a fence of another language", "```text⏎«@»⏎```", false),
    ("a fence of a wrong language", "```css⏎«@»⏎```", false),
    ("a fence of an unknown language", "```foo-bar⏎«@»⏎```", false),
    ("a fence within a fence", "````markdown⏎Here:⏎⏎```python⏎«@»⏎```⏎````", false),
    ("a fence that does not end", "```python⏎«@»", false),
    ("a fence in a list", "1. Then:⏎⏎   ```python⏎   «@»⏎   ```", false),
    ("a fence in a quotation", "> ```python⏎> «@»⏎> ```", false),
    ("tildes", "~~~py⏎«@»⏎~~~", false),
    ("a fence with attributes", "```{.python .numberLines}⏎«@»⏎```", false),
    ("a fence with a title", #"```py title="a.txt"⏎«@»⏎```"#, false),
    ("indented text", "So:⏎⏎    «@»", false),
    ("inline code", "Use `«@»` here.", true),
    ("double inline code", "Use ``«@»`` here.", true),
    ("a comment of HTML", "<!-- «@» -->", true),
    ("details", "<details><summary>x</summary>⏎⏎```python⏎«@»⏎```⏎⏎</details>", false),
    ("a pre element", #"<pre><code class="language-python">«@»</code></pre>"#, false),
    ("a table", "| step | code |⏎|---|---|⏎| 1 | `«@»` |", true),
    ("a footnote", "Text.[^1]⏎⏎[^1]: `«@»`", true),
    ("a heading", "# «@»", true),
    ("plain words", "Just run «@» and be done.", true),
    ("a reference definition", "[x]: https://x.example '«@»'", true),
    ("an image's text", "![«@»](a.png)", true),
    ("front matter", "---⏎title: x⏎setup: '«@»'⏎---⏎⏎Text.", true),
    (
      "a fence of a diff",
      "```diff⏎--- a/a.py⏎+++ b/a.py⏎@@ -1,1 +1,2 @@⏎ import os⏎+«@»⏎```", false
    ),
    ("a fence of a console", "```console⏎$ python3⏎>>> «@»⏎```", false),
    ("a hidden element", #"<div style="display:none">«@»</div>"#, true),
  ]

  /// Tokens in replies, diffs and notebooks.
  static let enclosedTokens = rows(
    .secret,
    [
      (
        "a token in a fence of JSON", "reply.md",
        #"```json⏎{"source": ["token = \"«token»\""]}⏎```"#
      ),
      ("a link's target", "reply.md", "[x](https://api.example/v1?access_token=«token»)"),
      (
        "a diff's added line", "change.diff",
        """
        diff --git a/a.py b/a.py
        --- a/a.py
        +++ b/a.py
        @@ -1,1 +1,2 @@
         import os
        +token = "«token»"
        """
      ),
      (
        "a token joined over added lines", "change.diff",
        """
        diff --git a/a.py b/a.py
        --- a/a.py
        +++ b/a.py
        @@ -1,1 +1,3 @@
         import os
        +t = ("«a»"
        +     "«bc»")
        """
      ),
      (
        "a diff with wrong counts", "change.diff",
        """
        diff --git a/a.py b/a.py
        --- a/a.py
        +++ b/a.py
        @@ -1,1 +1,1 @@
         import os
        +x = 1
        +token = "«token»"
        """
      ),
      (
        "a diff that says binary", "change.diff",
        """
        diff --git a/a.py b/a.py
        Binary files a/a.py and b/a.py differ
        @@ -0,0 +1 @@
        +token = "«token»"
        """
      ),
      (
        "a combined diff", "change.diff",
        """
        diff --cc a.py
        index 1,2..3
        --- a/a.py
        +++ b/a.py
        @@@ -1,1 -1,1 +1,2 @@@
          import os
        ++token = "«token»"
        """
      ),
      (
        "a commit message over a diff", "change.patch",
        """
        From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001
        From: A <a@example.org>
        Subject: [PATCH] use «token»

        ---
         a.py | 1 +

        diff --git a/a.py b/a.py
        --- a/a.py
        +++ b/a.py
        @@ -1,1 +1,2 @@
         import os
        +x = 1
        """
      ),
      (
        "a notebook's cell", "a.ipynb",
        #"""
        {"cells": [{"cell_type": "code", "metadata": {}, "execution_count": 1, "outputs": [], \#
        "source": ["token = \"«token»\"\n"]}], "metadata": {"language_info": {"name": "python"}}, \#
        "nbformat": 4, "nbformat_minor": 5}
        """#
      ),
      (
        "a token over the lines of a cell", "a.ipynb",
        #"""
        {"cells": [{"cell_type": "code", "metadata": {}, "execution_count": 1, "outputs": [], \#
        "source": ["t = (\"«a»\"\n", "  \"«bc»\")\n"]}], "metadata": {"language_info": {"name": \#
        "python"}}, "nbformat": 4, "nbformat_minor": 5}
        """#
      ),
      (
        "a notebook's output", "a.ipynb",
        #"""
        {"cells": [{"cell_type": "code", "metadata": {}, "execution_count": 1, "outputs": \#
        [{"name": "stdout", "output_type": "stream", "text": ["token «token»\n"]}], "source": \#
        ["print(1)"]}], "metadata": {"language_info": {"name": "python"}}, "nbformat": 4, \#
        "nbformat_minor": 5}
        """#
      ),
      (
        "a raw cell", "a.ipynb",
        """
        {"cells": [{"cell_type": "raw", "metadata": {}, "source": ["«token»"]}], "metadata": \
        {"language_info": {"name": "python"}}, "nbformat": 4, "nbformat_minor": 5}
        """
      ),
      (
        "a notebook's metadata", "a.ipynb",
        #"{"cells": [], "metadata": {"token": "«token»"}, "nbformat": 4, "nbformat_minor": 5}"#
      ),
      (
        "a picture of a notebook", "a.ipynb",
        """
        {"cells": [{"cell_type": "code", "metadata": {}, "execution_count": 1, "outputs": \
        [{"output_type": "display_data", "data": {"text/html": ["<b>«token»</b>"]}, "metadata": \
        {}}], "source": []}], "metadata": {"language_info": {"name": "python"}}, "nbformat": 4, \
        "nbformat_minor": 5}
        """
      ),
    ])

  /// Calls in replies, diffs and notebooks.
  static let enclosedCalls = rows(
    .unsafeAPI,
    [
      ("a call in a fence of JSON", "reply.md", #"```json⏎{"source": ["«call|jsonEscaped»"]}⏎```"#),
      ("a script in Markdown", "reply.md", "<script>⏎«js»⏎</script>"),
      (
        "an image with a handler", "reply.md",
        #"<img src=x onerror="eval(location.hash.slice(1))">"#
      ),
      ("a command in words", "reply.md", "Then «sh» and restart."),
      ("a command in a fence without a language", "reply.md", "```⏎«sh»⏎```"),
      ("a command in a fence of text", "reply.md", "```text⏎$ «sh»⏎```"),
      (
        "a call in a diff's added line", "change.diff",
        "diff --git a/a.py b/a.py⏎--- a/a.py⏎+++ b/a.py⏎@@ -1,1 +1,2 @@⏎ import os⏎+«call»"
      ),
      (
        "a call in a notebook's cell", "a.ipynb",
        #"""
        {"cells": [{"cell_type": "code", "metadata": {}, "execution_count": 1, "outputs": [], \#
        "source": ["import os\n", "«call|jsonEscaped»\n"]}], "metadata": {"language_info": \#
        {"name": "python"}}, "nbformat": 4, "nbformat_minor": 5}
        """#
      ),
      (
        "a shell line of a notebook", "a.ipynb",
        #"""
        {"cells": [{"cell_type": "code", "metadata": {}, "execution_count": 1, "outputs": [], \#
        "source": ["!«sh»\n"]}], "metadata": {"language_info": {"name": "python"}}, "nbformat": 4, \#
        "nbformat_minor": 5}
        """#
      ),
      (
        "a cell of another language", "a.ipynb",
        #"""
        {"cells": [{"cell_type": "code", "metadata": {}, "execution_count": 1, "outputs": [], \#
        "source": ["%%bash\n", "«sh»\n"]}], "metadata": {"language_info": {"name": "python"}}, \#
        "nbformat": 4, "nbformat_minor": 5}
        """#
      ),
      ("a string of JSON in Markdown", "reply.md", #"```json⏎{"run": "«call|jsonEscaped»"}⏎```"#),
    ])

  /// Numbers in replies, diffs and notebooks.
  static let enclosedIdentifiers = rows(
    .pii,
    [
      ("a card in a fence of JSON", "reply.md", #"```json⏎{"source": ["card = \"«card»\""]}⏎```"#),
      ("a card in a link's target", "reply.md", "[pay](https://pay.example/?card=«card»)"),
      (
        "a card in a diff's added line", "change.patch",
        """
        diff --git a/a.py b/a.py
        --- a/a.py
        +++ b/a.py
        @@ -1,1 +1,2 @@
         import os
        +card = "«card»"
        """
      ),
      (
        "a card in a notebook's output", "a.ipynb",
        #"""
        {"cells": [{"cell_type": "code", "metadata": {}, "execution_count": 1, "outputs": \#
        [{"name": "stdout", "output_type": "stream", "text": ["card number: «card»\n"]}], \#
        "source": ["print(1)"]}], "metadata": {"language_info": {"name": "python"}}, "nbformat": \#
        4, "nbformat_minor": 5}
        """#
      ),
    ])
}
