import Foundation
import Testing

/// What documents cannot show: odd files, names and streams.
@Suite struct SurroundingsTests {
  @Test func `a FIFO is not waited for`() throws {
    let folder = try ScratchFolder()
    try folder.write("x = 1\n", to: "a.py")
    _ = try BuiltProgram.run(["mkfifo", "pipe"], in: folder, program: "/usr/bin/env")
    let named = try BuiltProgram.run(["check", "pipe"], in: folder)
    #expect(named.output.contains("pipe: is a FIFO, not a file: not reviewed"))
    #expect(named.exit == 2)
    let inFolder = try BuiltProgram.run(["check", "."], in: folder)
    #expect(inFolder.output == "skipped: 1 FIFO\n\napprove: nothing found in 1 input (6 bytes)\n")
    #expect(inFolder.exit == 0)
  }

  @Test func `links inside a folder are not followed`() throws {
    let folder = try ScratchFolder()
    try folder.write("x = 1\n", to: "a.py")
    for (name, target) in [("loop", "."), ("dangling", "nowhere")] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.url(name).path, withDestinationPath: target)
    }
    let result = try BuiltProgram.run(["check", "."], in: folder)
    #expect(result.output.contains("skipped: 2 symbolic link"))
    #expect(result.exit == 0)
    #expect(try BuiltProgram.run(["check", "dangling"], in: folder).exit == 2)
  }

  @Test func `UTF-16 is read as the text it is`() throws {
    let folder = try ScratchFolder()
    let text = "import os\r\n" + CaseFile.filled("token = \"ghp_{github-checksum}\"\r\n")
    try folder.write(
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, to: "a.py")
    let result = try BuiltProgram.run(["check", "a.py", "--quiet"], in: folder)
    #expect(result.output == "a.py:2:10: block secrets/github-token: GitHub access token\n")
    #expect(result.exit == 1)
  }

  @Test func `binary files in a folder are skipped and counted`() throws {
    let folder = try ScratchFolder()
    try folder.write((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 31) }, to: "image.bin")
    try folder.write("x = 1\n", to: "a.py")
    let result = try BuiltProgram.run(["check", "."], in: folder)
    #expect(result.output.contains("skipped: 1 binary"))
    #expect(result.exit == 0)
    let alone = try BuiltProgram.run(["check", "image.bin", "--quiet"], in: folder)
    #expect(
      alone.output.contains("image.bin: not reviewed: nothing could be reviewed there: binary"))
    #expect(alone.exit == 2)
  }

  @Test(arguments: ["out", "in", "err"])
  func `a closed stream is no way into a file`(_ stream: String) throws {
    let folder = try ScratchFolder()
    try folder.write("x = 1\n", to: "a.py")
    let closing = ["out": ">&-", "in": "<&-", "err": "2>&-"][stream] ?? ""
    let result = try BuiltProgram.run(
      ["-c", "'\(BuiltProgram.path)' check a.py --report json=report.json \(closing)"], in: folder,
      program: "/bin/sh")
    #expect(result.exit == (stream == "out" ? 2 : 0))
    let report = try? String(contentsOf: folder.url("report.json"), encoding: .utf8)
    #expect(stream == "out" || report?.hasPrefix("{") == true)
  }

  @Test func `a reader that has enough ends the program quietly`() throws {
    let folder = try ScratchFolder()
    let line = CaseFile.filled("token = \"ghp_{github-checksum}\"\n")
    try folder.write(String(repeating: line, count: 3000), to: "a.py")
    let result = try BuiltProgram.run(
      ["-c", "'\(BuiltProgram.path)' check a.py --quiet | head -n 1"], in: folder,
      program: "/bin/sh")
    #expect(result.output == "a.py:1:10: block secrets/github-token: GitHub access token\n")
    #expect(result.errors == "")
  }

  @Test func `the same input gives the same bytes, whatever the number of workers`() throws {
    let folder = try ScratchFolder()
    for number in 0..<20 {
      try folder.write(CaseFile.filled("token = \"ghp_{github-checksum}\"\n"), to: "\(number).py")
    }
    let reports = try ["1", "2", "7"].map {
      try BuiltProgram.run(["check", ".", "--format", "json", "--jobs", $0], in: folder).output
    }
    #expect(Set(reports).count == 1)
    #expect(reports[0].contains("\"block\": 20"))
  }
}
