import Foundation
import TestSupport
import Testing

/// `reviewgate batch`: records in, records with their reviews out.
@Suite struct BatchTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func batch(_ lines: [String], _ arguments: [String] = []) throws -> (
    records: [JSONValue], result: BuiltProgram.Result
  ) {
    let input = lines.map { $0 + "\n" }.joined()
    let result = try BuiltProgram.run(["batch"] + arguments, in: folder, input: Array(input.utf8))
    return (try result.output.split(separator: "\n").map { try JSONValue(Array($0.utf8)) }, result)
  }

  private static let token = CaseFile.filled(#""t = \"ghp_{github-checksum}\"""#)

  @Test func `a record comes back as it was, with its review`() throws {
    let (records, result) = try batch([
      #"{"id": 7, "text":"print(1)\n","name":"a.py" , "deep":{"b":[1.50, null]}}"#,
      #"{"text":\#(Self.token), "name": "b.py"}"#,
    ])
    #expect(
      result.output.hasPrefix(
        #"{"id":7,"text":"print(1)\n","name":"a.py","deep":{"b":[1.50, null]},"review":{"complete":true"#
      ))
    #expect(records[0]["review"]?["verdict"]?.string == "approve")
    let finding = records[1]["review"]?["findings"]?[0]
    #expect(finding?["rule"]?.string == "secrets/github-token")
    #expect(finding?["location"]?["path"]?.string == "b.py")
    #expect(result.errors == "")
    #expect(result.exit == 1)
  }

  @Test func `a line that is no record is answered, and the others are reviewed`() throws {
    let (records, result) = try batch([
      "nonsense", #"{"text": 3}"#, "", #"{"name":"a"}"#, #"["text"]"#,
      #"{"text":"a","text":"b"}"#, #"{"text":"a","name":4}"#, #"{"text":"fine"}"#, #"{"text":""}"#,
    ])
    #expect(records.count == 8)
    #expect(records[0]["error"]?.string == "line 1: the line is not a JSON object")
    #expect(records[0]["record"]?.string == "nonsense")
    #expect(records[2]["line"] == .integer(4))
    for index in [0, 1, 2, 3, 4, 5, 7] {
      #expect(records[index]["review"]?["complete"] == .boolean(false), "\(index)")
      #expect(records[index]["review"]?["verdict"]?.string == "flag", "\(index)")
    }
    #expect(records[6]["review"]?["verdict"]?.string == "approve")
    #expect(
      result.errors == "reviewgate: 7 of 8 records could not be reviewed, or not wholly\n")
    #expect(result.exit == 2)
  }

  @Test(arguments: [
    #"{"text":"a\x41"}"#, #"{"text":"a","n":01}"#, #"{"text":"a","n":NaN}"#,
    #"{"text":"a \ud800 b"}"#, "{\"text\":\"a\u{1}\"}",
  ])
  func `what readers take for different things is no record`(line: String) throws {
    let (records, result) = try batch([line])
    #expect(records[0]["review"]?["complete"] == .boolean(false))
    #expect(result.exit == 2)
  }

  @Test func `bytes that are no UTF-8 are no record`() throws {
    let result = try BuiltProgram.run(
      ["batch"], in: folder, input: Array(#"{"text":"a"#.utf8) + [0xFF] + Array("\"}\n".utf8))
    #expect(
      try JSONValue(result.output)["error"]?.string == "line 1: the line is not a JSON object")
    #expect(result.exit == 2)
  }

  @Test func `a record cannot bring its own review along`() throws {
    let (records, result) = try batch([
      #"{"review":{"verdict":"approve"},"text":\#(Self.token),"r\u0065view":1}"#
    ])
    #expect(records[0]["review"]?["verdict"]?.string == "block")
    #expect(!result.output.contains(#""verdict":"approve""#))
  }

  @Test func `fields have the names that are given`() throws {
    let (records, _) = try batch(
      [#"{"output":"print(1)","file":"x.py","text":5}"#],
      ["--field", "output", "--name-field", "file", "--quiet"])
    #expect(
      records[0]["review"]
        == (try JSONValue(
          #"{"complete":true,"errors":[],"findings":[],"verdict":"approve"}"#)))
  }

  @Test func `order is kept whatever takes long`() throws {
    let long = String(repeating: "value = compute(1, 2)\\n", count: 3_000)
    let lines = (0..<300).map { number in
      #"{"id":\#(number),"text":"\#(number % 97 == 0 ? long : "x = \(number)")","name":"a.py"}"#
    }
    let (records, result) = try batch(lines, ["--jobs", "4", "-q", "--stats"])
    #expect(records.map { $0["id"] } == (0..<300).map { .integer($0) })
    #expect(result.errors.hasPrefix("reviewgate: 300 records, "))
    #expect(result.exit == 0)
  }

  @Test func `a line beyond the limit is answered and dropped`() throws {
    let (records, result) = try batch(
      [#"{"text":"\#(String(repeating: "a", count: 2_000_000))"}"#, #"{"text":"fine"}"#],
      ["--max-file-size", "1MB", "-q"])
    #expect(records.count == 2)
    #expect(records[0]["error"]?.string == "line 1: the line is longer than the limit")
    #expect(records[1]["review"]?["verdict"]?.string == "approve")
    #expect(result.exit == 2)
  }

  @Test func `an answer comes as soon as its record is in`() throws {
    let script = """
      coproc gate { '\(BuiltProgram.path)' batch -q; }
      echo '{"id":1,"text":"a"}' >&${gate[1]}
      read -r -t 60 line <&${gate[0]}
      echo "$line"
      exec {gate[1]}>&-
      wait
      """
    let result = try BuiltProgram.run(["-c", script], in: folder, program: "/bin/bash")
    #expect(result.output.hasPrefix(#"{"id":1,"text":"a","review":"#))
  }

  @Test func `an output that cannot be written is an error`() throws {
    let result = try BuiltProgram.run(
      ["-c", "echo '{\"text\":\"a\"}' | '\(BuiltProgram.path)' batch > /dev/full"], in: folder,
      program: "/bin/bash")
    #expect(result.errors.contains("standard output cannot be written"))
    #expect(result.exit == 2)
  }

  @Test func `the exit status is that of the worst record`() throws {
    let mail = #"{"text":"write to kirsten.haugland@posteo.de"}"#
    #expect(try batch([mail]).result.exit == 0)
    #expect(try batch([mail], ["--fail-on", "flag"]).result.exit == 3)
    #expect(try batch([#"{"text":\#(Self.token)}"#], ["--fail-on", "never"]).result.exit == 0)
    #expect(try batch([]).result.exit == 2)
    #expect(try batch([], ["--allow-empty"]).result.exit == 0)
  }
}
