import SourceText

/// Names of functions that programs put together from pieces, which nobody does who has nothing to hide.
enum ConcealedName {
  /// The reversed literals that are such a name, to be read as it.
  static func replacements(in joined: DerivedText) -> [PlainReading.Replacement] {
    joined.stretches.compactMap { stretch in
      guard stretch.how == .reversed, let value = value(of: stretch.range, in: joined.bytes),
        let literal = literal(of: joined.bytes[value])
      else { return nil }
      return PlainReading.Replacement(range: stretch.place, bytes: literal)
    }
  }

  /// The literal that pieces make, where it is such a name.
  static func name(_ pieces: [Range<Int>], in bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard pieces.count <= 16, pieces.reduce(0, { $0 + $1.count }) <= 40 else { return nil }
    return literal(of: pieces.flatMap { bytes[$0] })
  }

  /// A name in quotes, where it is one of a function.
  private static func literal(of name: some Collection<UInt8>) -> [UInt8]? {
    let isKnown = names.contains(String(decoding: name, as: UTF8.self).lowercased())
    return isKnown ? quote + name + quote : nil
  }

  /// What stands between the quotes that a reading ends with.
  private static func value(of range: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
    guard let end = range.last, isQuote(bytes[end]) else { return nil }
    var start = end
    while start > range.lowerBound, end - start <= 64, !isQuote(bytes[start - 1]) { start -= 1 }
    guard start > range.lowerBound, isQuote(bytes[start - 1]), end > start else { return nil }
    return start..<end
  }

  private static let quote: [UInt8] = [UInt8(ascii: "\"")]

  private static func isQuote(_ byte: UInt8) -> Bool { "\"'`".utf8.contains(byte) }

  /// In lower case.
  private static let names: Set<String> = [
    "eval", "exec", "execfile", "system", "popen", "getoutput", "check_output", "spawn", "execsync",
    "spawnsync", "execve", "execvp", "subprocess", "child_process", "function", "constructor",
    "compile", "os", "posix", "pty", "ctypes", "builtins", "__builtins__", "__import__",
    "importlib",
    "pickle", "marshal", "loads", "shell_exec", "passthru", "proc_open", "pcntl_exec", "assert",
    "create_function", "call_user_func", "preg_replace", "base64_decode", "instance_eval",
    "class_eval", "send", "kernel", "open3", "java.lang.runtime", "java.lang.processbuilder",
    "runtime", "getruntime", "system.diagnostics.process", "invoke-expression", "iex",
    "invoke-command", "downloadstring", "start-process", "powershell", "execute", "loadstring",
    "do_string", "dofile", "settimeout", "document.write", "innerhtml", "unserialize", "yaml.load",
    "command", "curl", "wget", "bash", "/bin/sh", "/bin/bash", "cmd.exe", "nc", "ncat",
  ]
}
