import SourceText

/// The words of a language that keep their meaning in fingerprints; all other names are folded.
///
/// Words are grouped by families of languages, for `new`, `class` and `end` are names in C. Types of
/// the standard libraries (`size_t`, `u32`) are left out on purpose: who renames may rename them too.
struct CodeWords: Sendable {
  /// Open addressing by the upper bits of a word's hash; the lower bits stand in it, 0 for none.
  let slots: [UInt32]

  static let slotBits: UInt64 = 10

  init(_ text: String) {
    var slots = [UInt32](repeating: 0, count: 1 << Int(Self.slotBits))
    for word in text.utf8.split(separator: UInt8(ascii: " ")) {
      let bytes = Array(word)
      let hash = bytes.withUnsafeBufferPointer { TokenHash.hash($0, 0, bytes.count) }
      var slot = Int(hash >> (64 - Self.slotBits))
      let tag = Self.tag(hash)
      while slots[slot] != 0, slots[slot] != tag { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = tag
    }
    self.slots = slots
  }

  /// Whether a word is one of them, by its hash.
  func contains(_ hash: UInt64) -> Bool {
    var slot = Int(hash >> (64 - Self.slotBits))
    while slots[slot] != 0 {
      if slots[slot] == Self.tag(hash) { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  /// Never 0.
  @inline(__always)
  static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash) | 1 }

  /// The words of a language.
  static func words(of language: Language) -> CodeWords {
    switch language.id {
    case "c", "objective-c": c
    case "cpp": cpp
    case "csharp", "java", "kotlin", "scala", "groovy", "dart", "swift": objects
    case "javascript", "typescript": scripts
    case "php": php
    case "python": python
    case "go": go
    case "rust": rust
    case "ruby", "lua", "perl", "shell": blocks
    default: objects
    }
  }

  private static let common = "if else for while return break continue "
  private static let cWords =
    common + """
      do switch case default goto sizeof struct union enum typedef static extern const volatile \
      inline register void char short int long float double signed unsigned \
      define ifdef ifndef endif elif undef include defined
      """
  private static let c = CodeWords(cWords)
  private static let cpp = CodeWords(
    cWords + """
       class new delete this try catch throw template typename namespace using public private \
      protected virtual operator friend explicit mutable bool auto true false nullptr override \
      const_cast static_cast reinterpret_cast dynamic_cast constexpr
      """)
  private static let objects = CodeWords(
    common + """
      do switch case default class interface enum struct new this super null nil true false try \
      catch finally throw throws import package public private protected static final abstract \
      extends implements void char byte short int long float double boolean bool string var val \
      let func fun guard where in is as instanceof synchronized override object
      """)
  private static let scripts = CodeWords(
    common + """
      do switch case default function var let const new this null undefined true false typeof \
      instanceof in of delete void try catch finally throw class extends super import export from \
      async await yield get set static interface type enum
      """)
  private static let php = CodeWords(
    common + """
      do switch case default function class interface trait extends implements new $this self \
      parent static public private protected abstract final const var global null true false NULL \
      TRUE FALSE array list isset empty unset echo print foreach as elseif endif endforeach \
      endwhile try catch finally throw instanceof and or xor use namespace require require_once \
      include include_once exit die
      """)
  private static let python = CodeWords(
    common + """
      def class elif in is not and or lambda try except finally raise with as from import pass None \
      True False self del global nonlocal assert yield async await print
      """)
  private static let go = CodeWords(
    common + """
      func var const type struct interface map chan go defer select switch case default range \
      fallthrough goto package import nil true false int string byte bool error
      """)
  private static let rust = CodeWords(
    common + """
      fn let mut pub struct enum impl trait match loop in as ref self Self super crate mod use \
      where move unsafe const static type dyn true false async await
      """)
  private static let blocks = CodeWords(
    common + """
      def class module end do then elsif elif fi done case esac in unless until begin rescue ensure \
      yield self nil true false and or not local function sub my our foreach next last redo repeat \
      echo export set shift eval exit die print require use package undef defined ref
      """)
}
