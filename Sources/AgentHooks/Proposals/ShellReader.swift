// Reads a shell script as far as it must be understood to know what files it writes and which programs it
// starts with which words: simple commands with their redirections and here-documents (POSIX, 2.7.4 and 2.10,
// and what bash adds). Nothing is expanded. Substitutions `$(…)` are read as scripts of their own, in place;
// they nest no deeper than the program can follow, and what lies deeper is not read.
//
// Linear in the script.

struct ShellReader {
  private let bytes: [UInt8]
  private var index = 0
  private var pending: [(command: Int, delimiter: [UInt8], isLiteral: Bool, stripsTabs: Bool)] = []
  private(set) var commands: [ShellCommand] = []
  private static let deepest = 24

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    read(depth: 0, inSubstitution: false)
    readHeredocs()
  }

  /// Reads commands up to the end, or up to the `)` that closes a substitution.
  private mutating func read(depth: Int, inSubstitution: Bool) {
    // The command that is being read; others may be added while it is.
    var current: Int?
    var isPiped = false
    var opened = 0
    func command(_ reader: inout ShellReader) -> Int {
      if let current { return current }
      var command = ShellCommand()
      command.isPiped = isPiped
      isPiped = false
      reader.commands.append(command)
      current = reader.commands.count - 1
      return reader.commands.count - 1
    }
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x20, 0x09, 0x0D: index += 1
      case 0x5C where byteAt(1) == 0x0A: index += 2
      case 0x0A:
        current = nil
        index += 1
        readHeredocs()
      case UInt8(ascii: "#"): skipLine()
      case UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"):
        current = nil
        isPiped = false
        index += 1
        if byte == UInt8(ascii: "(") { opened += 1 }
        if byte == UInt8(ascii: ")") {
          if inSubstitution, opened == 0 { return }
          opened = max(0, opened - 1)
        }
      case UInt8(ascii: "&") where byteAt(1) == UInt8(ascii: ">"):
        let number = command(&self)
        index += byteAt(2) == UInt8(ascii: ">") ? 3 : 2
        let target = word(depth: depth, after: true)
        commands[number].writes.append(target)
      case UInt8(ascii: "&"):
        current = nil
        isPiped = false
        index += byteAt(1) == byte ? 2 : 1
      case UInt8(ascii: "|"):
        current = nil
        isPiped = byteAt(1) != byte
        index += !isPiped || byteAt(1) == UInt8(ascii: "&") ? 2 : 1
      case UInt8(ascii: ">"), UInt8(ascii: "<"):
        let number = command(&self)
        redirect(of: number, depth)
      default:
        let number = command(&self)
        let word = word(depth: depth, after: false)
        // `2>`: the number belongs to the redirection.
        if word.text.count <= 2, !word.text.isEmpty, word.text.allSatisfy({ 0x30...0x39 ~= $0 }),
          byteAt(0) == UInt8(ascii: ">") || byteAt(0) == UInt8(ascii: "<")
        {
          continue
        }
        commands[number].words.append(word)
      }
    }
  }

  private mutating func redirect(of command: Int, _ depth: Int) {
    let isOutput = bytes[index] == UInt8(ascii: ">")
    index += 1
    switch byteAt(0) {
    // A process takes the place of a file: it is read as a command of its own.
    case UInt8(ascii: "("): return
    case UInt8(ascii: "<") where !isOutput: return readInput(of: command, depth)
    case UInt8(ascii: "&"), UInt8(ascii: ">"), UInt8(ascii: "|"): index += 1
    default: break
    }
    let names = isOutput || bytes[index - 1] == UInt8(ascii: ">")
    let target = word(depth: depth, after: true)
    // `>&2` and `2>&-` name no file.
    let isFile = target.text.contains { !(0x30...0x39 ~= $0) && $0 != UInt8(ascii: "-") }
    if names, isFile { commands[command].writes.append(target) }
  }

  /// `<<` and `<<<`; the index is at the second sign.
  private mutating func readInput(of command: Int, _ depth: Int) {
    index += 1
    if byteAt(0) == UInt8(ascii: "<") {
      index += 1
      let text = word(depth: depth, after: true)
      commands[command].heredocs.append(
        ShellHeredoc(text: text.text + [0x0A], range: text.range, isLiteral: text.isLiteral))
      return
    }
    let strips = byteAt(0) == UInt8(ascii: "-")
    if strips { index += 1 }
    skipBlanks()
    let start = index
    let delimiter = word(depth: Self.deepest, after: true)
    let isQuoted = bytes[start..<index].contains { $0 == 0x27 || $0 == 0x22 || $0 == 0x5C }
    pending.append((command, delimiter.text, isQuoted, strips))
  }

  /// The bodies of the here-documents that were announced on the line that has ended.
  private mutating func readHeredocs() {
    for (command, delimiter, isLiteral, stripsTabs) in pending {
      let start = index
      var end = index
      var text: [UInt8] = []
      while index < bytes.count {
        end = index
        let lineEnd = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
        var line = bytes[index..<lineEnd]
        if stripsTabs { line = line.drop { $0 == 0x09 } }
        index = min(lineEnd + 1, bytes.count)
        let plain = line.last == 0x0D ? line.dropLast() : line
        if plain.elementsEqual(delimiter) { break }
        text += line
        text.append(0x0A)
        end = index
      }
      let expands = text.contains(UInt8(ascii: "$")) || text.contains(UInt8(ascii: "`"))
      commands[command].heredocs.append(
        ShellHeredoc(text: text, range: start..<end, isLiteral: isLiteral || !expands))
    }
    pending = []
  }

  // MARK: - Words

  /// The word at the index; with `after` blanks before it are skipped.
  private mutating func word(depth: Int, after: Bool) -> ShellWord {
    if after { skipBlanks() }
    var word = ShellWord()
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if Self.endsWord(byte) { break }
      index += 1
      switch byte {
      case 0x5C:
        if index < bytes.count {
          if bytes[index] != 0x0A { word.text.append(bytes[index]) }
          index += 1
        }
      case 0x27: single(&word)
      case 0x22: double(&word, depth)
      case UInt8(ascii: "$"): dollar(&word, depth, inQuotes: false)
      case UInt8(ascii: "`"): backquoted(&word, depth)
      case UInt8(ascii: "*"), UInt8(ascii: "?"):
        word.isLiteral = false
        word.text.append(byte)
      default: word.text.append(byte)
      }
    }
    word.range = start..<index
    return word
  }

  private mutating func single(_ word: inout ShellWord) {
    let end = bytes[index...].firstIndex(of: 0x27) ?? bytes.count
    word.text += bytes[index..<end]
    index = min(end + 1, bytes.count)
  }

  private mutating func double(_ word: inout ShellWord, _ depth: Int) {
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case 0x22: return
      case 0x5C:
        guard index < bytes.count else { return }
        switch bytes[index] {
        case 0x22, 0x5C, UInt8(ascii: "$"), UInt8(ascii: "`"): word.text.append(bytes[index])
        case 0x0A: break
        default: word.text += [0x5C, bytes[index]]
        }
        index += 1
      case UInt8(ascii: "$"): dollar(&word, depth, inQuotes: true)
      case UInt8(ascii: "`"): backquoted(&word, depth)
      default: word.text.append(byte)
      }
    }
  }

  /// What a `$` begins, which stands before the index.
  private mutating func dollar(_ word: inout ShellWord, _ depth: Int, inQuotes: Bool) {
    switch byteAt(0) {
    case UInt8(ascii: "("):
      word.isLiteral = false
      index += 1
      let start = index
      if depth < Self.deepest {
        let waiting = pending
        pending = []
        read(depth: depth + 1, inSubstitution: true)
        pending = waiting
      } else {
        index = bytes.count
      }
      word.text += bytes[start..<index]
    case 0x27 where !inQuotes:
      index += 1
      ShellText.unescape(bytes, &index, until: 0x27, into: &word.text)
    case UInt8(ascii: "{"):
      word.isLiteral = false
      let end = bytes[index...].firstIndex { $0 == UInt8(ascii: "}") || $0 == 0x0A } ?? bytes.count
      word.text += [UInt8(ascii: "$")] + bytes[index..<end]
      index = end
    default:
      word.isLiteral = false
      word.text.append(UInt8(ascii: "$"))
    }
  }

  private mutating func backquoted(_ word: inout ShellWord, _ depth: Int) {
    word.isLiteral = false
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "`") {
      index += bytes[index] == 0x5C ? 2 : 1
    }
    index = min(index, bytes.count)
    // Its places are not those of this script, so nothing of it is told by them.
    for var inner in ShellReader(Array(bytes[start..<index])).commands {
      for number in inner.words.indices { inner.words[number].isLiteral = false }
      for number in inner.heredocs.indices { inner.heredocs[number].isLiteral = false }
      commands.append(inner)
    }
    index = min(index + 1, bytes.count)
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"):
      true
    default: false
    }
  }

  private func byteAt(_ distance: Int) -> UInt8? {
    index + distance < bytes.count ? bytes[index + distance] : nil
  }

  private mutating func skipBlanks() {
    while index < bytes.count {
      if bytes[index] == 0x5C, byteAt(1) == 0x0A {
        index += 2
      } else if bytes[index] == 0x20 || bytes[index] == 0x09 {
        index += 1
      } else {
        return
      }
    }
  }

  private mutating func skipLine() {
    index = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
  }
}
