import Glibc
import SourceText

@testable import Input

// Any bytes are read as an input that is too long to be held, in pieces of any size: the pieces are
// sound, own every byte once and in order, and count lines, columns and bytes as the whole text does.
// The last three bytes choose the name and the sizes.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPieces(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var bytes = input(start, count)
  guard bytes.count > 3 else { return 0 }
  let choices = [bytes.removeLast(), bytes.removeLast(), bytes.removeLast()].map { Int($0) }
  let names = ["a.py", "reply.md", "a.diff", "a.html", "a.json", "a.yaml", "a.csv", ""]
  let name = names[choices[0] % names.count]
  let sizes = PieceSizes(
    whole: 8, wholeNotebook: 8, piece: 16 + choices[1], context: 16 + choices[2] % 64)
  // The longest input fits into a pipe, so that writing does not wait for reading.
  var ends: [CInt] = [0, 0]
  require(pipe(&ends) == 0, "there is a pipe")
  defer { close(ends[0]) }
  require(write(ends[1], bytes, bytes.count) == bytes.count, "the input is written")
  close(ends[1])
  let options = InputOptions(name: name.isEmpty ? nil : name, pieces: sizes)
  guard case .long(let text) = StandardInput.read(descriptor: ends[0], options: options) else {
    return 0
  }
  // What is read before the first piece decides on the encoding.
  let head = Array(bytes.prefix(sizes.whole + 1))
  let decoded = TextDecoder.decode(bytes, as: TextDecoder.encoding(of: head, goesOn: true)).bytes
  let whole = OuterText(path: "whole", bytes: decoded)
  let isPlain = decoded == bytes
  var owned: [UInt8] = []
  var rawCount = 0
  var number = 0
  while true {
    guard case .piece(let piece) = text.next() else { break }
    let outer = piece.text.outer
    require(piece.number == number, "pieces are numbered")
    require(outer.origin.byteOffset <= rawCount, "a piece begins with what went before")
    requireSound(piece.text, rawCount: bytes.count)
    let own = piece.owned.clamped(to: 0..<outer.bytes.count)
    if isPlain {
      for offset in stride(from: own.lowerBound, to: own.upperBound, by: 5)
      where outer.bytes[offset] & 0xC0 != 0x80 {
        let place = outer.origin.byteOffset + offset
        require(
          outer.region(of: offset..<(offset + 1)) == whole.region(of: place..<(place + 1)),
          "a place in a piece is that of the whole: \(place)")
      }
    }
    owned += outer.bytes[own]
    rawCount += piece.text.byteCount
    number += 1
    require(number <= bytes.count, "pieces come to an end")
  }
  require(rawCount == bytes.count, "all bytes are counted: \(rawCount)")
  require(
    owned == decoded,
    "every byte has one owner: \(owned.count) of \(decoded.count), the first other one at "
      + "\(zip(owned, decoded).enumerated().first { $1.0 != $1.1 }?.offset ?? -1), name \(name) sizes \(sizes)"
  )
  guard case .end = text.next() else {
    require(false, "it ends for good")
    return 0
  }
  return 0
}
