import Foundation
import Testing

@testable import Input

struct FileSourceTests {
  @Test func `a folder is walked whole, in the order of path bytes`() throws {
    let folder = try ScratchFolder()
    for name in [
      "b.py", "a/z.py", "a-b.py", "a.py", ".env", ".github/x.yml", ".git/config", "a/.git/x",
    ] {
      try folder.write("x", to: name)
    }
    #expect(folder.found() == [".env", ".github/x.yml", "a-b.py", "a.py", "a/z.py", "b.py"])
  }

  @Test(arguments: [
    ("src", "src/a.py"), ("./src/", "src/a.py"), (".", "src/a.py"), ("./", "src/a.py"),
    ("src/a.py", "src/a.py"), ("././src/a.py", "src/a.py"),
  ])
  func `a path is shown as it was given`(given: String, shown: String) throws {
    let folder = try ScratchFolder()
    try folder.write("x", to: "src/a.py")
    // Named from the folder itself, since the current folder belongs to the whole process.
    let list = FileSource.list(paths: [folder.path + "/" + given], options: InputOptions())
    let expected: String
    switch given {
    case ".": expected = folder.path + "/./src/a.py"
    case "./": expected = folder.path + "/./src/a.py"
    case "./src/": expected = folder.path + "/./src/a.py"
    case "././src/a.py": expected = folder.path + "/././src/a.py"
    default: expected = folder.path + "/" + shown
    }
    #expect(list.sources.map(\.path) == [expected])
    #expect(list.sources.first?.read().review?.byteCount == 1)
  }

  @Test func `what is reached twice is reviewed once`() throws {
    let folder = try ScratchFolder()
    try folder.write("x", to: "src/a.py")
    try folder.link("other", to: "src")
    let paths = ["/src/a.py", "/src", "/other", "/src/a.py"].map { folder.path + $0 }
    let list = FileSource.list(paths: paths, options: InputOptions())
    #expect(list.sources.map(\.path) == [folder.path + "/src/a.py"])
  }

  @Test func `links in a folder are not followed, one named outright is`() throws {
    let folder = try ScratchFolder()
    try folder.write("x", to: "src/a.py")
    try folder.link("src/loop", to: "..")
    try folder.link("src/gone", to: "nothing")
    try folder.link("src/self", to: "self")
    try folder.link("src/b.py", to: "a.py")
    let list = FileSource.list(paths: [folder.path + "/src"], options: InputOptions())
    #expect(list.sources.map(\.path) == [folder.path + "/src/a.py"])
    #expect(list.skipped.count == 4)
    #expect(list.errors.isEmpty)
    let named = FileSource.list(paths: [folder.path + "/src/b.py"], options: InputOptions())
    #expect(named.sources.first?.read().review?.byteCount == 1)
    let loop = FileSource.list(paths: [folder.path + "/src/self"], options: InputOptions())
    #expect(loop.errors.map(\.message) == ["too many symbolic links"])
  }

  @Test func `a FIFO is never waited for`() throws {
    let folder = try ScratchFolder()
    try folder.write("x", to: "a.py")
    #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
    let list = FileSource.list(paths: [folder.path], options: InputOptions())
    #expect(list.sources.count == 1)
    #expect(list.skipped.map(\.reason) == ["FIFO"])
    let named = FileSource.list(paths: [folder.path + "/pipe"], options: InputOptions())
    #expect(named.errors.map(\.message) == ["is a FIFO, not a file: not reviewed"])
    let device = FileSource.list(paths: ["/dev/null"], options: InputOptions())
    #expect(device.errors.map(\.message) == ["is a device, not a file: not reviewed"])
  }

  @Test func `a file that becomes a FIFO or a link is an error`() throws {
    let folder = try ScratchFolder()
    try folder.write("x", to: "a.py")
    try folder.write("x", to: "b.py")
    let list = FileSource.list(paths: [folder.path], options: InputOptions())
    try FileManager.default.removeItem(atPath: folder.path + "/a.py")
    try FileManager.default.removeItem(atPath: folder.path + "/b.py")
    #expect(mkfifo(folder.path + "/a.py", 0o600) == 0)
    try folder.link("b.py", to: "/etc/passwd")
    #expect(
      list.sources.map { $0.read().failure }
        == Array(repeating: "changed while it was read: review it again", count: 2))
  }

  @Test func `what is not there, and a list without any file, are errors`() throws {
    let folder = try ScratchFolder()
    let list = FileSource.list(paths: [folder.path + "/gone.py"], options: InputOptions())
    #expect(list.errors.map(\.message) == ["no such file or folder"])
    let empty = FileSource.list(paths: [folder.path], options: InputOptions())
    #expect(empty.errors.map(\.message) == ["nothing to review in \(folder.path)"])
  }

  @Test func `what must not be read is an error`() throws {
    let folder = try ScratchFolder()
    try folder.write("x", to: "a.py")
    try folder.write("x", to: "closed/b.py")
    chmod(folder.path + "/a.py", 0)
    chmod(folder.path + "/closed", 0)
    defer { chmod(folder.path + "/closed", 0o700) }
    let list = FileSource.list(paths: [folder.path], options: InputOptions())
    // Nothing is closed to the superuser.
    if getuid() == 0 {
      #expect(list.sources.count == 2)
    } else {
      #expect(list.errors.map(\.message) == ["cannot open the folder: permission denied"])
      #expect(list.sources.map { $0.read().failure } == ["permission denied"])
    }
  }

  @Test func `a limit is an error where it cuts something off`() throws {
    let folder = try ScratchFolder()
    try folder.write(String(repeating: "x", count: 2048), to: "a.py")
    try folder.write(String(repeating: "x", count: 2049), to: "b.py")
    let list = FileSource.list(paths: [folder.path], options: InputOptions(maxFileSize: 2048))
    #expect(list.sources[0].read().review?.byteCount == 2048)
    #expect(list.sources[1].read().failure == "larger than the limit of 2 KiB: not reviewed")
  }

  @Test func `binary files are skipped and empty ones are fine`() throws {
    let folder = try ScratchFolder()
    try folder.write([0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 1], to: "a")
    try folder.write("", to: "b.py")
    let list = FileSource.list(paths: [folder.path], options: InputOptions())
    #expect(list.sources[0].read().skipReason == "binary")
    #expect(list.sources[1].read().review?.documents.count == 1)
  }

  @Test func `names need not be utf-8`() throws {
    let folder = try ScratchFolder()
    let path = Array((folder.path + "/x").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0]
    let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
    #expect(descriptor >= 0)
    #expect(write(descriptor, "abc", 3) == 3)
    close(descriptor)
    let list = FileSource.list(paths: [folder.path], options: InputOptions())
    #expect(list.sources.map(\.path) == [folder.path + "/x\u{FFFD}"])
    #expect(list.sources.first?.read().review?.byteCount == 3)
  }

  @Test func `deep folders are walked as far as paths reach, and the rest is said`() throws {
    let folder = try ScratchFolder()
    try folder.write("x", to: "a.py")
    let start = open(".", O_RDONLY)
    defer { close(start) }
    var descriptor = open(folder.path, O_RDONLY)
    for _ in 0..<2500 {
      #expect(mkdirat(descriptor, "dd", 0o700) == 0)
      let next = openat(descriptor, "dd", O_RDONLY)
      close(descriptor)
      descriptor = next
    }
    close(descriptor)
    let list = FileSource.list(paths: [folder.path], options: InputOptions())
    #expect(list.sources.count == 1)
    #expect(list.errors.count == 1)
    #expect(list.errors.first?.message.hasSuffix("the path is too long: not reviewed") == true)
  }

  @Test func `excludes hold for names, paths and folders`() throws {
    let folder = try ScratchFolder()
    for name in ["a.py", "b/a.py", "b/c.js", "vendor/x.js", "b/vendor/y.js"] {
      try folder.write("x", to: name)
    }
    #expect(folder.found(InputOptions(excludes: ["vendor/"])) == ["a.py", "b/a.py", "b/c.js"])
    #expect(folder.found(InputOptions(excludes: ["/b/*.py", "*.js"])) == ["a.py"])
    #expect(
      FileSource.list(paths: [folder.path + "/a.py"], options: InputOptions(excludes: ["a.py"]))
        .errors.count == 1)
  }

  private static func standardInput(_ bytes: [UInt8]) throws -> InputResult {
    let folder = try ScratchFolder()
    try folder.write(bytes, to: "a")
    let descriptor = open(folder.path + "/a", O_RDONLY)
    defer { close(descriptor) }
    return StandardInput.read(descriptor: descriptor, options: InputOptions())
  }

  @Test func `standard input is read to its end`() throws {
    let folder = try ScratchFolder()
    try folder.write(String(repeating: "abc\n", count: 100_000), to: "a")
    let descriptor = open(folder.path + "/a", O_RDONLY)
    defer { close(descriptor) }
    let text = StandardInput.read(descriptor: descriptor, options: InputOptions(name: "x.py"))
    #expect(text.review?.byteCount == 400_000)
    #expect(text.review?.outer.path == "x.py")
    #expect(
      try Self.standardInput([0, 1, 2, 3]).failure == "binary: it could not be reviewed")
    #expect(try Self.standardInput([]).review?.byteCount == 0)
  }
}
