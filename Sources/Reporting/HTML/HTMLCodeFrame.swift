import Checks
import SourceText

/// Writes a finding's lines as an ordered list, so that their numbers are there without any style
/// and are not copied with the code; the line of the finding has the class `m`.
enum HTMLCodeFrame {
  private static let tab = 4

  static func write(_ frame: CodeFrame, to page: inout HTMLWriter) {
    page.markup("<ol class=\"frame\" start=\"")
    page.number(frame.firstLine)
    page.markup("\">")
    for (index, line) in frame.lines.enumerated() {
      if index == frame.markedLine {
        page.markup("<li class=\"m\">")
        write(line, marked: frame.marked, to: &page)
      } else {
        page.markup("<li>")
        write(line, marked: nil, to: &page)
      }
    }
    page.markup("</ol>\n")
  }

  /// `marked` counts scalars. Where it is empty, or past the end, one place is marked.
  private static func write(_ line: String, marked: Range<Int>?, to page: inout HTMLWriter) {
    let scalars = line.unicodeScalars
    let start = marked.map { min(max(0, $0.lowerBound), scalars.count) }
    let end = start.map { max($0 + 1, min(marked?.upperBound ?? 0, scalars.count)) }
    var column = 0
    var shown = ""
    func flush(_ page: inout HTMLWriter, then tag: StaticString) {
      page.text(shown)
      shown = ""
      page.markup(tag)
    }
    for (index, scalar) in scalars.enumerated() {
      if index == start { flush(&page, then: "<mark>") }
      if index == end { flush(&page, then: "</mark>") }
      if scalar == "\t" {
        let width = tab - column % tab
        shown += String(repeating: " ", count: width)
        column += width
      } else {
        shown += scalar.visible
        column += scalar.isDeceptive ? scalar.visible.utf8.count : scalar.columns
      }
    }
    if start == scalars.count { flush(&page, then: "<mark> ") }
    if let end, end >= scalars.count {
      flush(&page, then: "</mark>")
    } else {
      page.text(shown)
    }
  }
}
