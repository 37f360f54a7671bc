/// The characters that identifiers are made of.
extension UInt8 {
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  var isASCIILetter: Bool { (0x41...0x5A).contains(self & 0xDF) }
  /// The place of an upper-case ASCII letter in the alphabet, from 0.
  var letterIndex: Int { Int(self) - 0x41 }
  /// What a digit or an upper-case letter counts where letters follow 9: A is 10.
  var base36: Int { isASCIIDigit ? Int(self - 0x30) : letterIndex + 10 }
}
