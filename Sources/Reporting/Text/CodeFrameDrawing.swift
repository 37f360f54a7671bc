import Checks
import SourceText

/// Draws a finding's lines with their numbers, and carets below what it marks.
///
/// Carets stand where a terminal shows the text: tabs become spaces, wide characters take two
/// columns, combining marks none. A line that is too long is cut around its mark.
struct CodeFrameDrawing {
  let width: Int
  let isColored: Bool
  let markStyle: TextStyle
  /// What stands where something was left out.
  var ellipsis = "…"

  private static let tab = 4
  /// The least that is shown of a line, however narrow the terminal.
  private static let least = 24

  func lines(of frame: CodeFrame) -> [String] {
    let last = frame.firstLine + frame.lines.count - 1
    let gutter = String(last).utf8.count
    let room = max(Self.least, width - gutter - 5)
    var result: [String] = []
    for (index, line) in frame.lines.enumerated() {
      let isMarked = index == frame.markedLine
      let cells = cells(of: line)
      let mark = isMarked ? Self.columns(of: frame.marked, in: cells) : 0..<0
      let shown = cut(cells, to: room, around: mark)
      let number = String(frame.firstLine + index).padded(to: gutter)
      result.append(edge("  \(number) | ") + shown.text)
      if isMarked {
        let spaces = String(repeating: " ", count: shown.mark.lowerBound)
        let carets = String(repeating: "^", count: max(1, shown.mark.count))
        result.append(
          edge("  \(String(repeating: " ", count: gutter)) | ") + spaces
            + markStyle.apply(to: carets, isColored: isColored))
      }
    }
    return result.map { $0.withoutTrailingSpaces }
  }

  private func edge(_ text: String) -> String {
    TextStyle.faint.apply(to: text, isColored: isColored)
  }

  /// What is shown for one scalar, and in how many columns.
  private struct Cell {
    var text: String
    var columns: Int
  }

  private func cells(of line: String) -> [Cell] {
    var cells: [Cell] = []
    var column = 0
    for scalar in line.unicodeScalars {
      let cell: Cell
      if scalar == "\t" {
        let columns = Self.tab - column % Self.tab
        cell = Cell(text: String(repeating: " ", count: columns), columns: columns)
      } else if scalar == "…" {
        cell = Cell(text: ellipsis, columns: ellipsis.columns)
      } else if scalar.isDeceptive {
        let text = scalar.visible
        cell = Cell(text: text, columns: text.utf8.count)
      } else {
        cell = Cell(text: String(scalar), columns: scalar.columns)
      }
      cells.append(cell)
      column += cell.columns
    }
    return cells
  }

  /// The columns that a range of scalars takes; what lies past the end counts as the end.
  private static func columns(of scalars: Range<Int>, in cells: [Cell]) -> Range<Int> {
    let from = min(max(0, scalars.lowerBound), cells.count)
    let to = min(max(from, scalars.upperBound), cells.count)
    let start = cells[..<from].reduce(0) { $0 + $1.columns }
    return start..<(start + cells[from..<to].reduce(0) { $0 + $1.columns })
  }

  /// As much of the line as `room` columns hold, with an ellipsis where something is missing.
  private func cut(
    _ cells: [Cell], to room: Int, around mark: Range<Int>
  ) -> (text: String, mark: Range<Int>) {
    let total = cells.reduce(0) { $0 + $1.columns }
    guard total > room else { return (cells.map(\.text).joined(), mark) }
    // A third of the room goes to what stands before the mark, unless there is less of it.
    let wanted = mark.upperBound <= room - ellipsis.columns ? 0 : max(0, mark.lowerBound - room / 3)
    let gap = ellipsis.columns
    var text = wanted > 0 ? ellipsis : ""
    var used = wanted > 0 ? gap : 0
    var column = 0
    var shift: Int?
    for cell in cells {
      defer { column += cell.columns }
      guard column >= wanted else { continue }
      if shift == nil { shift = used - column }
      if used + cell.columns > room - gap,
        column + cell.columns < total || used + cell.columns > room
      {
        text += ellipsis
        break
      }
      text += cell.text
      used += cell.columns
    }
    let start = mark.lowerBound + (shift ?? 0)
    let end = min(mark.upperBound + (shift ?? 0), used)
    return (text, start..<max(start, end))
  }
}

extension String {
  /// With spaces before it.
  fileprivate func padded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - utf8.count)) + self
  }

  fileprivate var withoutTrailingSpaces: String {
    var scalars = unicodeScalars
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
