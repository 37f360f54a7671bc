/// A writing system, as UTS 39 needs it to tell a word of one script from a word of several.
///
/// Named are the scripts that people write today, and those whose letters pass for Latin ones;
/// the other scripts of history are one, `other`.
enum Script: UInt8 {
  case common, inherited, other, latin, greek, cyrillic, armenian, georgian, hebrew, arabic
  case syriac, thaana, nko, adlam, hanifiRohingya, mandaic, samaritan, yezidi, devanagari
  case bengali, gurmukhi, gujarati, oriya, tamil, telugu, kannada, malayalam, sinhala, thai
  case lao, tibetan, myanmar, khmer, mongolian, ethiopic, cherokee, canadianAboriginal, han
  case hiragana, katakana, bopomofo, hangul, yi, coptic, lisu, miao, tifinagh, vai, deseret
  case osage, olChiki, meeteiMayek, newa, javanese, balinese, sundanese, batak, chakma
  case cham, lepcha, limbu, kayahLi, newTaiLue, taiLe, taiTham, taiViet, saurashtra
  case sylotiNagri, bamum, nyiakengPuachueHmong, wancho, warangCiti, mro, kaithi, phagsPa
  case braille, runic, gothic, glagolitic, oldItalic, shavian

  /// Whether ZERO WIDTH JOINER and NON-JOINER are ordinary spelling in the script: they choose
  /// between joined and unjoined forms (Persian, Urdu, Kurdish, Uyghur, Syriac, Mongolian) or
  /// between a conjunct, a half form and a visible virama (the scripts of India and their kin).
  var needsJoiners: Bool {
    switch self {
    case .arabic, .syriac, .nko, .adlam, .hanifiRohingya, .mandaic, .mongolian, .phagsPa: true
    case .devanagari, .bengali, .gurmukhi, .gujarati, .oriya, .tamil, .telugu, .kannada: true
    case .malayalam, .sinhala, .newa, .kaithi, .meeteiMayek, .sylotiNagri, .saurashtra: true
    case .chakma, .tibetan, .myanmar, .khmer, .balinese, .javanese, .sundanese, .taiTham: true
    default: false
    }
  }

  /// Whether the script is written without spaces, so that ZERO WIDTH SPACE and WORD JOINER mark
  /// the ends of its words, or the places where they must not be broken.
  var breaksWordsInvisibly: Bool {
    switch self {
    case .thai, .lao, .khmer, .myanmar, .tibetan, .taiTham, .taiLe, .newTaiLue, .taiViet: true
    case .cham, .javanese, .balinese, .sundanese, .batak: true
    default: false
    }
  }

  /// Whether the script runs from right to left, so that direction marks (U+061C, U+200E, U+200F)
  /// and embeddings or isolates around names and numbers are ordinary in it.
  var isRightToLeft: Bool {
    switch self {
    case .hebrew, .arabic, .syriac, .thaana, .nko, .adlam, .hanifiRohingya, .mandaic: true
    case .samaritan, .yezidi: true
    default: false
    }
  }
}

/// The script of every character.
///
/// Derived from `Scripts.txt` of Unicode 18.0.0: `common` is what several scripts share, as
/// digits, punctuation, emoji and mathematical letters; `inherited` are the marks that take the
/// script of their base. An unassigned character has the script of the one before it.
enum ScriptTable {
  static func of(_ scalar: UInt32) -> Script {
    if scalar < 0x80 {
      return (0x61...0x7A).contains(scalar | 0x20) ? .latin : .common
    }
    // The blocks of most text, each of one script.
    if (0x4E00...0x9FFF).contains(scalar) { return .han }
    if (0xAC00...0xD7A3).contains(scalar) { return .hangul }
    var lower = 0
    var upper = starts.count
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if starts[middle] >> 8 <= scalar { lower = middle } else { upper = middle }
    }
    return Script(rawValue: UInt8(truncatingIfNeeded: starts[lower])) ?? .other
  }

  static func needsJoiners(_ script: Script) -> Bool {
    script.needsJoiners
  }

  // Where the script changes: a scalar and, in the lowest byte, the raw value of the script from
  // there on; in ascending order.
  private static let starts: [UInt32] = [
    0x0000_00, 0x0041_03, 0x005B_00, 0x0061_03, 0x007B_00, 0x00AA_03, 0x00AB_00, 0x00BA_03,
    0x00BB_00, 0x00C0_03, 0x00D7_00, 0x00D8_03, 0x00F7_00, 0x00F8_03, 0x02B9_00, 0x02E0_03,
    0x02E5_00, 0x02EA_28, 0x02EC_00, 0x0300_01, 0x0370_04, 0x0374_00, 0x0375_04, 0x037E_00,
    0x037F_04, 0x0385_00, 0x0386_04, 0x0387_00, 0x0388_04, 0x03E2_2B, 0x03F0_04, 0x0400_05,
    0x0485_01, 0x0487_05, 0x0531_06, 0x0591_08, 0x0600_09, 0x0605_00, 0x0606_09, 0x060C_00,
    0x060D_09, 0x061B_00, 0x061C_09, 0x061F_00, 0x0620_09, 0x0640_00, 0x0641_09, 0x064B_01,
    0x0656_09, 0x0670_01, 0x0671_09, 0x06DD_00, 0x06DE_09, 0x0700_0A, 0x0750_09, 0x0780_0B,
    0x07C0_0C, 0x0800_10, 0x0840_0F, 0x0860_0A, 0x0870_09, 0x08E2_00, 0x08E3_09, 0x0900_12,
    0x0951_01, 0x0955_12, 0x0964_00, 0x0966_12, 0x0980_13, 0x0A01_14, 0x0A81_15, 0x0B01_16,
    0x0B82_17, 0x0C00_18, 0x0C80_19, 0x0D00_1A, 0x0D81_1B, 0x0E01_1C, 0x0E3F_00, 0x0E40_1C,
    0x0E81_1D, 0x0F00_1E, 0x0FD5_00, 0x0FD9_1E, 0x1000_1F, 0x10A0_07, 0x10FB_00, 0x10FC_07,
    0x1100_29, 0x1200_22, 0x13A0_23, 0x1400_24, 0x1680_02, 0x16A0_4C, 0x16EB_00, 0x16EE_4C,
    0x1700_02, 0x1735_00, 0x1740_02, 0x1780_20, 0x1800_21, 0x1802_00, 0x1804_21, 0x1805_00,
    0x1806_21, 0x18B0_24, 0x1900_3C, 0x1950_3F, 0x1980_3E, 0x19E0_20, 0x1A00_02, 0x1A20_40,
    0x1AB0_01, 0x1B00_36, 0x1B80_37, 0x1BC0_38, 0x1C00_3B, 0x1C50_32, 0x1C80_05, 0x1C90_07,
    0x1CC0_37, 0x1CD0_01, 0x1CD3_00, 0x1CD4_01, 0x1CE1_00, 0x1CE2_01, 0x1CE9_00, 0x1CED_01,
    0x1CEE_00, 0x1CF4_01, 0x1CF5_00, 0x1CF8_01, 0x1CFA_00, 0x1D00_03, 0x1D26_04, 0x1D2B_05,
    0x1D2C_03, 0x1D5D_04, 0x1D62_03, 0x1D66_04, 0x1D6B_03, 0x1D78_05, 0x1D79_03, 0x1DBF_04,
    0x1DC0_01, 0x1E00_03, 0x1F00_04, 0x2000_00, 0x200C_01, 0x200E_00, 0x2071_03, 0x2074_00,
    0x207F_03, 0x2080_00, 0x2090_03, 0x20A0_00, 0x20D0_01, 0x2100_00, 0x2126_04, 0x2127_00,
    0x212A_03, 0x212C_00, 0x2132_03, 0x2133_00, 0x214E_03, 0x214F_00, 0x2160_03, 0x2189_00,
    0x2800_4B, 0x2900_00, 0x2C00_4E, 0x2C60_03, 0x2C80_2B, 0x2D00_07, 0x2D30_2E, 0x2D80_22,
    0x2DE0_05, 0x2E00_00, 0x2E80_25, 0x2FF0_00, 0x3005_25, 0x3006_00, 0x3007_25, 0x3008_00,
    0x3021_25, 0x302A_01, 0x302E_29, 0x3030_00, 0x3038_25, 0x303C_00, 0x3041_26, 0x3099_01,
    0x309B_00, 0x309D_26, 0x30A0_00, 0x30A1_27, 0x30FB_00, 0x30FD_27, 0x3105_28, 0x3131_29,
    0x3190_00, 0x31A0_28, 0x31C0_00, 0x31F0_27, 0x3200_29, 0x3220_00, 0x3260_29, 0x327F_00,
    0x32D0_27, 0x32FF_00, 0x3300_27, 0x3358_00, 0x3400_25, 0x4DC0_00, 0x4E00_25, 0xA000_2A,
    0xA4D0_2C, 0xA500_2F, 0xA640_05, 0xA6A0_44, 0xA700_00, 0xA722_03, 0xA788_00, 0xA78B_03,
    0xA800_43, 0xA830_00, 0xA840_4A, 0xA880_42, 0xA8E0_12, 0xA900_3D, 0xA92E_00, 0xA92F_3D,
    0xA930_02, 0xA960_29, 0xA980_35, 0xA9CF_00, 0xA9D0_35, 0xA9E0_1F, 0xAA00_3A, 0xAA60_1F,
    0xAA80_41, 0xAAE0_33, 0xAB01_22, 0xAB30_03, 0xAB5B_00, 0xAB5C_03, 0xAB65_04, 0xAB66_03,
    0xAB6A_00, 0xAB6C_03, 0xAB70_23, 0xABC0_33, 0xAC00_29, 0xF900_25, 0xFB00_03, 0xFB13_06,
    0xFB1D_08, 0xFB50_09, 0xFD3E_00, 0xFD40_09, 0xFE00_01, 0xFE10_00, 0xFE20_01, 0xFE2E_05,
    0xFE30_00, 0xFE70_09, 0xFEFF_00, 0xFF21_03, 0xFF3B_00, 0xFF41_03, 0xFF5B_00, 0xFF66_27,
    0xFF70_00, 0xFF71_27, 0xFF9E_00, 0xFFA0_29, 0xFFE0_00, 0x10000_02, 0x10100_00, 0x10140_04,
    0x10190_00, 0x101A0_04, 0x101D0_00, 0x101FD_01, 0x10280_02, 0x102E0_01, 0x102E1_00, 0x10300_4F,
    0x10330_4D, 0x10350_02, 0x10400_30, 0x10450_50, 0x10480_02, 0x104B0_31, 0x10500_02, 0x10780_03,
    0x10800_02, 0x10D00_0E, 0x10D40_02, 0x10E60_09, 0x10E80_11, 0x10EC2_09, 0x10F00_02, 0x11080_49,
    0x110D0_02, 0x11100_39, 0x11150_02, 0x111E1_1B, 0x11200_02, 0x1133B_01, 0x1133C_02, 0x11400_34,
    0x11480_02, 0x11660_21, 0x11680_02, 0x116D0_1F, 0x11700_02, 0x118A0_47, 0x11900_02, 0x11AB0_24,
    0x11AC0_02, 0x11B00_12, 0x11B60_02, 0x11DF0_13, 0x11EE0_02, 0x11FB0_2C, 0x11FC0_17, 0x12000_02,
    0x16800_44, 0x16A40_48, 0x16A70_02, 0x16F00_2D, 0x16FE0_02, 0x16FE2_25, 0x16FE4_02, 0x16FF0_25,
    0x17000_02, 0x1AFF0_27, 0x1B001_26, 0x1B120_27, 0x1B123_26, 0x1B124_27, 0x1B132_26, 0x1B155_27,
    0x1B170_02, 0x1BCA0_00, 0x1CF00_01, 0x1CF50_00, 0x1D127_01, 0x1D129_00, 0x1D167_01, 0x1D16A_00,
    0x1D17B_01, 0x1D183_00, 0x1D185_01, 0x1D18C_00, 0x1D1AA_01, 0x1D1AE_00, 0x1D200_04, 0x1D250_00,
    0x1D25B_01, 0x1D25D_00, 0x1D800_02, 0x1DB00_00, 0x1DF00_03, 0x1DFF3_04, 0x1DFF5_03, 0x1E000_4E,
    0x1E030_05, 0x1E100_45, 0x1E290_02, 0x1E2C0_46, 0x1E4D0_02, 0x1E7E0_22, 0x1E800_02, 0x1E900_0D,
    0x1EC71_00, 0x1EE00_09, 0x1F000_00, 0x1F200_26, 0x1F201_00, 0x20000_25, 0x3D000_02, 0xE0001_00,
    0xE0100_01,
  ]
}
