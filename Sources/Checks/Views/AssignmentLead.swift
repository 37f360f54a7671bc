/// What leads up to a joined value: the start of its line, or of the one on which the assignment
/// begins, so that a reading is `name = "value"` however the pieces are written.
struct AssignmentLead {
  private(set) var range: Range<Int>
  /// Something between the lead and the value is left out: brackets, line ends, a call that joins.
  private(set) var isCut: Bool

  private static let reach = 120

  init(before start: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    var end = start
    var isOnOtherLine = false
    while end > 0, start - end < Self.reach, Self.isFiller(bytes[end - 1]) {
      end -= 1
      if bytes[end] == 0x0A { isOnOtherLine = true }
    }
    var low = end
    var mark: Int?
    while low > 0, end - low < Self.reach, bytes[low - 1] != 0x0A {
      low -= 1
      let byte = bytes[low]
      if mark == nil, byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":") { mark = low }
      // Another value of the same list or statement: nothing before it names this one.
      if mark == nil, byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") { mark = -1 }
    }
    while low < end, bytes[low] <= 0x20 { low += 1 }
    // A cut scalar is none.
    while low < end, bytes[low] & 0xC0 == 0x80 { low += 1 }
    if let mark, mark >= low {
      let next = mark + 1
      let isArrow = next < end && bytes[next] == UInt8(ascii: ">")
      end = isArrow ? next + 1 : next
      range = low..<end
      isCut = start - end > 1
    } else {
      range = low..<(isOnOtherLine ? end : start)
      isCut = isOnOtherLine
    }
  }

  private static func isFiller(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): true
    default: false
    }
  }
}
