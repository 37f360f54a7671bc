import Input
import SourceText

// Any bytes are read as Markdown (two out of four), as a text without a name, and as the other
// kinds that hold parts, under every promise of `requireSound`. The last byte chooses the name.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMarkdown(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var bytes = input(start, count)
  guard let choice = bytes.popLast() else { return 0 }
  let others = ["page.html", "book.ipynb", "data.json", "data.yaml"]
  let name: String? =
    switch choice % 4 {
    case 0, 1: "reply.md"
    case 2: nil
    default: others[Int(choice / 4) % others.count]
    }
  if case .text(let text) = ReviewText.read(bytes, path: name ?? "<stdin>", name: name) {
    require(text.byteCount == bytes.count, "all bytes are counted")
    requireSound(text, rawCount: bytes.count)
  }
  return 0
}
