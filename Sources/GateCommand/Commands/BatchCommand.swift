// Records come in on standard input, one JSON object a line, and go out with their reviews in the same
// order. Workers take lines from the stream as they come and hand their answers to one output, which
// writes them in order. A worker that is far ahead of the slowest waits, and where standard output is
// slow all do, so that memory does not grow with the stream.

import Dispatch
import Gate
import Input
import ReviewGate
import Synchronization

/// `reviewgate batch`.
struct BatchCommand {
  let options: BatchOptions
  let console: Console

  func run() throws(ConsoleError) -> ExitStatus {
    let start = ContinuousClock.now
    do throws(GateError) {
      let setup = ReviewSetup(options.review)
      let engine = try setup.engine()
      engine.scanners.keepUntilExit()
      let bar = ProgressBar.started(on: console, isWanted: options.review.showsProgress)
      let answering = RecordAnswering(
        engine: engine, fields: options.fields, isBrief: options.review.detail == .quiet,
        allowsEmpty: options.review.allowsEmpty, timeout: setup.timeout(engine),
        progress: bar?.progress)
      let jobs = setup.jobs(engine)
      let longest =
        options.review.maxFileSize ?? engine.policy.limits.maximumFileSize ?? Self.longestLine
      let stream = RecordStream(LineReader(longest: longest), console: console, ahead: 8 * jobs)
      DispatchQueue.concurrentPerform(iterations: jobs) { _ in
        while let group = stream.next() {
          var answers: [UInt8] = []
          var tally = BatchTally()
          for line in group.lines { answers += answering.answer(to: line, &tally) }
          stream.deliver(answers, tally, number: group.number)
        }
      }
      bar?.stop()
      let end = stream.end
      if let failure = end.failure { throw GateError(failure) }
      tell(end.tally, ContinuousClock.now - start)
      if end.tally.records == 0, !options.review.allowsEmpty { throw GateError(Self.noRecords) }
      return end.tally.status(failOn: options.review.failOn ?? engine.policy.failOn)
    } catch {
      console.say(error.text)
      return .notReviewed
    }
  }

  private static let noRecords =
    "standard input holds no records: nothing was reviewed (--allow-empty if that is right)"

  /// A line is held as a whole; of the texts in it positions are counted in 32 bits.
  private static let longestLine = 1 << 30

  private func tell(_ tally: BatchTally, _ time: Duration) {
    if tally.incomplete > 0 {
      console.say(
        "reviewgate: \(tally.incomplete) of \(tally.records) records could not be reviewed, or not wholly\n"
      )
    }
    guard options.review.showsStatistics else { return }
    let milliseconds =
      Int(time.components.seconds) * 1000 + Int(time.components.attoseconds / 1_000_000_000_000_000)
    console.say(
      """
      reviewgate: \(tally.records) records, \(tally.bytes) bytes: \(tally.count(.approve)) approved, \
      \(tally.count(.flag)) flagged, \(tally.count(.block)) blocked in \(milliseconds) ms\
      \(milliseconds > 0 ? ", \(tally.records * 1000 / milliseconds) records a second" : "")

      """)
  }
}

/// What became of records.
struct BatchTally: Sendable {
  private(set) var records = 0
  private(set) var incomplete = 0
  /// Of the texts that were reviewed.
  private(set) var bytes = 0
  private var verdicts: [Verdict: Int] = [:]

  mutating func add(_ review: Review) {
    records += 1
    bytes += review.bytes
    if !review.isComplete { incomplete += 1 }
    verdicts[review.verdict, default: 0] += 1
  }

  mutating func add(_ other: BatchTally) {
    records += other.records
    incomplete += other.incomplete
    bytes += other.bytes
    verdicts.merge(other.verdicts, uniquingKeysWith: +)
  }

  func count(_ verdict: Verdict) -> Int { verdicts[verdict] ?? 0 }

  /// By the worst of the records; as with one review, one that is not complete comes first.
  func status(failOn: Policy.FailureLevel) -> ExitStatus {
    ExitStatus(
      of: verdicts.keys.max() ?? .approve, isComplete: incomplete == 0, failOn: failOn)
  }
}

/// Hands out lines to workers and writes their answers in order.
private final class RecordStream: Sendable {
  struct Group: Sendable {
    /// From 0, in the order of the stream.
    var number: Int
    var lines: ArraySlice<LineReader.Line>
  }

  /// Enough that handing them out costs nothing beside their review, few enough that all workers have some.
  private static let mostLines = 32

  private struct Input {
    var reader: LineReader
    var next = 0
    var isAtEnd = false
  }

  private struct Output {
    var next = 0
    var waiting: [Int: [UInt8]] = [:]
    var tally = BatchTally()
    var failure: String?
  }

  private let input: Mutex<Input>
  private let output = Mutex(Output())
  private let console: Console
  /// How many groups may be under way that are not yet written.
  private let window: DispatchSemaphore

  init(_ reader: LineReader, console: Console, ahead: Int) {
    input = Mutex(Input(reader: reader))
    self.console = console
    window = DispatchSemaphore(value: ahead)
  }

  /// Waits for lines; nil at the end, or where the output cannot be written any more.
  func next() -> Group? {
    window.wait()
    let group = input.withLock { state -> Group? in
      if state.isAtEnd || output.withLock({ $0.failure != nil }) { return nil }
      do throws(InputError) {
        if let lines = try state.reader.next(atMost: Self.mostLines) {
          defer { state.next += 1 }
          return Group(number: state.next, lines: lines)
        }
      } catch {
        fail("standard input: \(error.message): what follows was not reviewed")
      }
      state.isAtEnd = true
      return nil
    }
    if group == nil { window.signal() }
    return group
  }

  func deliver(_ answers: [UInt8], _ tally: BatchTally, number: Int) {
    output.withLock { state in
      state.waiting[number] = answers
      state.tally.add(tally)
      while let ready = state.waiting.removeValue(forKey: state.next) {
        state.next += 1
        if state.failure == nil {
          do throws(ConsoleError) {
            try console.write(ready)
          } catch {
            state.failure = error.description
          }
        }
        window.signal()
      }
    }
  }

  var end: (tally: BatchTally, failure: String?) {
    output.withLock { ($0.tally, $0.failure) }
  }

  private func fail(_ message: String) {
    output.withLock { if $0.failure == nil { $0.failure = message } }
  }
}
