import Input
import SourceText

/// Ends the process where a text that was read breaks a promise: its documents are valid UTF-8,
/// every byte of theirs leads to bytes of the outer text, in order and unchanged where both are
/// equally long, and what counts lies within them.
///
/// `rawCount` are the bytes of the input up to the end of the text, which may be a piece of it.
func requireSound(_ text: ReviewText, rawCount: Int) {
  let outer = text.outer
  requireValid(outer.bytes)
  requireCovered(
    outer.encoded, inner: outer.bytes, outer: rawCount - outer.origin.byteOffset)
  for document in text.documents {
    let bytes = document.bytes
    requireValid(bytes)
    requireCovered(document.positions, inner: bytes, outer: outer.bytes.count)
    if document.positions.pieces.isEmpty {
      require(bytes == outer.bytes, "what is not moved is the whole")
    }
    for piece in document.positions.pieces where piece.length == piece.outerLength {
      require(
        bytes[piece.inner..<(piece.inner + piece.length)]
          == outer.bytes[piece.outer..<(piece.outer + piece.length)],
        "equally long bytes are the same")
    }
    require(areSound(document.reviewable ?? [], count: bytes.count), "what counts is in order")
    require(document.reviewable?.isEmpty != true, "something of a document counts")
    for offset in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 500)) {
      let place = document.positions.outer(offset..<(offset + 1))
      require(
        place.lowerBound >= 0 && place.upperBound <= outer.bytes.count, "a byte has its place")
      let region = outer.region(of: place)
      require(region.startLine >= 1 && region.startColumn >= 1, "lines and columns count from 1")
      require(
        (region.endLine, region.endColumn) >= (region.startLine, region.startColumn),
        "a region ends after it starts")
      require(
        region.byteOffset >= 0 && region.byteOffset + region.byteLength <= rawCount,
        "a region lies within the input")
      require(
        document.within(at: offset).count == document.containers.count, "every container is named")
      _ = document.isReviewable(offset..<(offset + 1))
    }
  }
}

private func requireValid(_ bytes: [UInt8]) {
  require(String(validating: bytes, as: UTF8.self) != nil, "a text is valid UTF-8")
}

private func requireCovered(_ map: PositionMap, inner: [UInt8], outer: Int) {
  guard !map.pieces.isEmpty else { return }
  var end = 0
  for piece in map.pieces {
    // A decoded text starts with an empty piece: it is not the identity even when it is empty.
    let isStart = piece.outerLength == 0 && end == 0
    require(piece.inner == end && (piece.length > 0 || isStart), "pieces follow each other")
    require(piece.outer >= 0 && piece.outerLength >= 0, "pieces lead somewhere")
    require(piece.outer + piece.outerLength <= outer, "pieces lead into the text around")
    require(piece.units >= 1 && piece.length % piece.units == 0, "units are of one length")
    end += piece.length
  }
  require(end == inner.count, "pieces cover the whole text")
}
