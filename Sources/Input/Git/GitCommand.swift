import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs git, without a shell, and takes what it writes.
///
/// Settings that a repository or a user may bring along and that would change the output or run
/// programs are overruled. The environment is passed on (a hook's `GIT_INDEX_FILE` matters) but
/// for what does the same.
struct GitCommand {
  struct Output {
    var status: Int32
    var bytes: [UInt8]
    var errors: [UInt8]
  }

  /// The output of git; a status other than 0 is an error that says what git said.
  static func output(_ arguments: [String], input: [UInt8] = []) throws(InputError) -> [UInt8] {
    let output = try run(arguments, input: input)
    guard output.status == 0 else { throw .git(words(of: output)) }
    return output.bytes
  }

  /// With `seesHooks` git knows the repository's own `core.hooksPath`: for asking where hooks are,
  /// never for what runs one.
  static func run(
    _ arguments: [String], input: [UInt8] = [], seesHooks: Bool = false
  ) throws(InputError) -> Output {
    var process = try Process(arguments, seesHooks: seesHooks)
    var output = Output(status: -1, bytes: [], errors: [])
    process.exchange(input, &output, isLast: true) { _ in false }
    output.status = process.end()
    return output
  }

  /// A pipe's ends are ours alone only once they are marked so; a process that is started in
  /// between would hold them open. So one is started at a time.
  private static let starting = Mutex(())

  /// A git that runs. Must be ended.
  struct Process {
    private let id: pid_t
    /// Our ends of its pipes; the input's is -1 once it is closed.
    private var input: Int32
    private let output: Int32
    private let errors: Int32

    init(_ arguments: [String], seesHooks: Bool = false) throws(InputError) {
      var settings = [
        "core.fsmonitor=false", "core.quotepath=false", "core.pager=cat",
        "diff.autoRefreshIndex=true", "diff.orderFile=/dev/null", "color.ui=false",
      ]
      if !seesHooks { settings.append("core.hooksPath=/dev/null") }
      let words = ["git", "--no-pager"] + settings.flatMap { ["-c", $0] } + arguments
      (id, input, output, errors) =
        try starting.withLock { _ throws(InputError) in try start(words) }
      _ = fcntl(input, F_SETFL, fcntl(input, F_GETFL) | O_NONBLOCK)
    }

    /// Writes `bytes` and reads at once, so that neither side waits for the other, until all was
    /// written and `isComplete` says so of all that was read, or nothing more comes. Then nothing was
    /// lost, but there is no more to be had: false. With `isLast` git is told that there is no more
    /// input.
    @discardableResult
    mutating func exchange(
      _ bytes: [UInt8], _ result: inout Output, isLast: Bool = false,
      isComplete: ([UInt8]) -> Bool
    ) -> Bool {
      var sent = 0
      var isReading = [true, true]
      while true {
        if sent == bytes.count {
          if isLast { closeInput() }
          if isComplete(result.bytes) { return true }
        }
        let isWriting = sent < bytes.count && input >= 0
        guard isWriting || isReading.contains(true) else { return false }
        // A negative descriptor is passed over.
        var waiting = [
          pollfd(fd: isWriting ? input : -1, events: Int16(POLLOUT), revents: 0),
          pollfd(fd: isReading[0] ? output : -1, events: Int16(POLLIN), revents: 0),
          pollfd(fd: isReading[1] ? errors : -1, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&waiting, nfds_t(waiting.count), -1) > 0 else {
          if errno == EINTR { continue }
          return false
        }
        if waiting[0].revents != 0 {
          if let taken = send(bytes, from: sent, to: input) {
            sent += taken
          } else {
            sent = bytes.count
            closeInput()
          }
        }
        for place in 0..<2 where isReading[place] && waiting[place + 1].revents != 0 {
          let chunk = take(from: place == 0 ? output : errors)
          guard let chunk, !chunk.isEmpty else {
            isReading[place] = false
            continue
          }
          if place == 0 {
            result.bytes += chunk
          } else if result.errors.count < 1 << 16 {
            result.errors += chunk
          }
        }
      }
    }

    private mutating func closeInput() {
      if input >= 0 { close(input) }
      input = -1
    }

    /// Closes what is open to it and waits for its end; its exit status, or 128 and its signal.
    mutating func end() -> Int32 {
      closeInput()
      close(output)
      close(errors)
      var status: Int32 = 0
      while waitpid(id, &status, 0) < 0, errno == EINTR {}
      // What WIFEXITED and WEXITSTATUS say.
      return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }
  }

  private typealias Started = (id: pid_t, input: Int32, output: Int32, errors: Int32)

  private static func start(_ words: [String]) throws(InputError) -> Started {
    // The read and write ends of its input, output and errors.
    var ends: [Int32] = []
    do throws(InputError) {
      for _ in 0..<3 {
        var pair: [Int32] = [-1, -1]
        guard pipe(&pair) == 0 else { throw .system(errno) }
        ends += pair
        for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      }
      let id = try spawn(words, ends[0], ends[3], ends[5])
      for end in [ends[0], ends[3], ends[5]] { close(end) }
      return (id, ends[1], ends[2], ends[4])
    } catch {
      for end in ends { close(end) }
      throw error
    }
  }

  private static func spawn(
    _ words: [String], _ input: Int32, _ output: Int32, _ errors: Int32
  ) throws(InputError) -> pid_t {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      var defaults = sigset_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      var defaults = sigset_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    // An ignored SIGPIPE is ours alone.
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let arguments = words.map { strdup($0) } + [nil]
    let environment = surroundings().map { strdup($0) } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var process: pid_t = 0
    let result = posix_spawnp(&process, "git", &actions, &attributes, arguments, environment)
    if result == ENOENT { throw .git("git was not found: install it or review files instead") }
    guard result == 0 else { throw .system(result) }
    return process
  }

  private static func surroundings() -> [String] {
    let dropped = [
      "LC_ALL", "LANGUAGE", "GIT_OPTIONAL_LOCKS", "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_PAGER",
      "GIT_TERMINAL_PROMPT", "GIT_FLUSH", "GIT_LITERAL_PATHSPECS", "GIT_ICASE_PATHSPECS",
    ]
    var result = ["LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0"]
    var next = environ
    while let text = next.pointee {
      let entry = String(cString: text)
      let name = entry.prefix { $0 != "=" }
      if !dropped.contains(String(name)), !name.hasPrefix("GIT_TRACE") { result.append(entry) }
      next += 1
    }
    return result
  }

  /// nil once nobody reads any more.
  private static func send(_ bytes: [UInt8], from start: Int, to descriptor: Int32) -> Int? {
    // Within the array: `start` is below its count while there is something to send.
    let (sent, failure) = withoutSignal(descriptor) {
      bytes.withUnsafeBytes { bytes in
        bytes.baseAddress.map { write(descriptor, $0 + start, bytes.count - start) } ?? 0
      }
    }
    if sent >= 0 { return sent }
    return failure == EAGAIN || failure == EINTR ? 0 : nil
  }

  /// Calls `write`, which must not end the program if git has gone (for its report it may).
  private static func withoutSignal(
    _ descriptor: Int32, _ write: () -> Int
  ) -> (result: Int, errno: Int32) {
    #if canImport(Darwin)
      _ = fcntl(descriptor, F_SETNOSIGPIPE, 1)
      let result = write()
      return (result, errno)
    #else
      var brokenPipe = sigset_t()
      var before = sigset_t()
      sigemptyset(&brokenPipe)
      sigaddset(&brokenPipe, SIGPIPE)
      pthread_sigmask(SIG_BLOCK, &brokenPipe, &before)
      let result = write()
      let failure = errno
      if result < 0, failure == EPIPE {
        var noTime = timespec()
        while sigtimedwait(&brokenPipe, nil, &noTime) < 0, errno == EINTR {}
      }
      pthread_sigmask(SIG_SETMASK, &before, nil)
      return (result, failure)
    #endif
  }

  /// What is there to read, empty at the end; nil after a failure.
  private static func take(from descriptor: Int32) -> [UInt8]? {
    var taken = 0
    repeat {
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        taken = read(descriptor, buffer.baseAddress, buffer.count)
        count = max(taken, 0)
      }
      if taken >= 0 { return chunk }
    } while errno == EINTR
    return nil
  }

  /// What git said went wrong.
  static func words(of output: Output) -> String {
    let text = String(decoding: output.errors, as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline)
    if text.contains("not a git repository") {
      return "not a git repository: run it inside one, or name files"
    }
    let line = lines.first { $0.hasPrefix("fatal: ") || $0.hasPrefix("error: ") } ?? lines.first
    guard let line else { return "git ended with status \(output.status)" }
    let said = line.hasPrefix("fatal: ") || line.hasPrefix("error: ") ? line.dropFirst(7) : line
    return "git: \(said)"
  }
}
