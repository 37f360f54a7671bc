#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Measures work in the processor time of the whole process.
enum Measuring {
  static var seconds: Double { seconds(by: CLOCK_PROCESS_CPUTIME_ID) }

  /// By a clock that is cheap enough to be read around every step.
  static var wallSeconds: Double { seconds(by: CLOCK_MONOTONIC) }

  private static func seconds(by clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static func once(_ body: () throws -> Void) rethrows -> Double {
    let start = seconds
    try body()
    return seconds - start
  }

  /// The median of some runs, after one that does not count.
  static func median(of runs: Int, _ body: () throws -> Void) rethrows -> Double {
    try body()
    var times: [Double] = []
    for _ in 0..<runs { times.append(try once(body)) }
    return times.sorted()[runs / 2]
  }
}

/// Columns of figures; all but the first are set to the right.
struct Table {
  private var rows: [[String]]

  init(_ head: String...) { rows = [head] }

  mutating func add(_ cells: String...) { rows.append(cells) }

  func show() {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows {
      var line = ""
      for (column, cell) in row.enumerated() {
        let space = String(repeating: " ", count: widths[column] - cell.count)
        line += column == 0 ? cell + space : "  " + space + cell
      }
      print(line)
    }
  }
}

/// A number with that many digits behind the point.
func written(_ value: Double, _ digits: Int = 1) -> String {
  guard value.isFinite, abs(value) < 1e12 else { return "-" }
  var factor = 1.0
  for _ in 0..<digits { factor *= 10 }
  let whole = Int((abs(value) * factor).rounded())
  let sign = value < 0 && whole > 0 ? "-" : ""
  if digits == 0 { return "\(sign)\(whole)" }
  let rest = String(whole % Int(factor))
  return sign + "\(whole / Int(factor))."
    + String(repeating: "0", count: digits - rest.count) + rest
}

/// Bytes in megabytes a second.
func speed(_ bytes: Int, _ seconds: Double) -> String {
  written(Double(bytes) / seconds / 1e6, 0)
}
