import Input
import SourceText

// Any bytes are read as a diff, as a file and as standard input, under every promise of
// `requireSound`. The first byte chooses the name.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDiff(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var bytes = input(start, count)
  guard let choice = bytes.popLast() else { return 0 }
  let name: String? =
    switch choice % 3 {
    case 0: "change.diff"
    case 1: nil
    default: "fix.patch"
    }
  if case .text(let text) = ReviewText.read(bytes, path: name ?? "<stdin>", name: name) {
    require(text.byteCount == bytes.count, "all bytes are counted")
    requireSound(text, rawCount: bytes.count)
  }
  for source in DiffText.list(bytes, options: InputOptions()).sources {
    guard case .text(let text) = source.read() else { continue }
    for document in text.documents {
      require(areSound(document.reviewable ?? [], count: document.bytes.count), "added is in order")
      for offset in stride(from: 0, to: document.bytes.count, by: 7) {
        let region = text.outer.region(of: document.positions.outer(offset..<(offset + 1)))
        require(
          region.startLine >= 0 && region.byteOffset + region.byteLength <= bytes.count,
          "a region lies within the diff")
      }
    }
  }
  return 0
}
