import Rules

/// What is known of a value without running anything.
struct FlowValue {
  /// A literal that the value is known to be.
  enum Constant: Equatable {
    case text(String)
    case number(Double)
    case boolean(Bool)
    case null
  }

  /// A step on the way of a value, for the report.
  struct Step: Equatable {
    /// The token that the step is told of.
    var token: Int
    /// The name that was given the value, or the source as it is written, without its literals.
    var name: String
  }

  /// Kinds of ``ValueSource``.
  struct Sources: OptionSet, Hashable {
    var rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ sources: some Sequence<ValueSource>) {
      rawValue = 0
      for source in sources {
        guard let place = ValueSource.allCases.firstIndex(of: source) else { continue }
        rawValue |= 1 << UInt8(place)
      }
    }

    /// What counts as outside input where a rule says nothing else. Who starts a program may name its
    /// files and read its log.
    static func usual(for kind: HarmKind) -> Sources {
      kind.isDisjoint(with: [.path, .url, .line, .html])
        ? Sources([.request, .argument, .model]) : Sources([.request, .model])
    }

    /// What a rule counts.
    static func wanted(_ sources: [ValueSource], for kind: HarmKind) -> Sources {
      sources.isEmpty ? usual(for: kind) : Sources(sources)
    }

    static let request = Sources([.request])
    static let argument = Sources([.argument])

    var all: [ValueSource] {
      ValueSource.allCases.enumerated().filter { rawValue & (1 << UInt8($0.offset)) != 0 }
        .map(\.element)
    }
  }

  /// Where it may come from outside the program.
  var sources: Sources = []
  /// Something in it is not known.
  var isUnknown = false
  /// What it can do no harm in, since it is constant, or was quoted, checked or converted.
  var safeFor = HarmKind.all
  /// A constant by its name only, which the document does not show.
  var isAssumed = false
  /// A text put together from a literal and something that is not known.
  var isBuilt = false
  /// On its way it went through a function that the document does not hold.
  var isIndirect = false
  /// A whole request, which holds input and is none itself.
  var isCarrier = false
  var constant: Constant?
  var elements: [FlowValue]?
  var entries: [String: FlowValue]?
  /// The way of what comes from outside, from its source on.
  var trace: [Step] = []

  /// A constant of a class or another file.
  static let assumed = FlowValue(isAssumed: true)
  static let unknown = FlowValue(isUnknown: true, safeFor: [])
  /// A number, a truth value, a digest: not known, and harmless but as a size.
  static let harmless = FlowValue(isUnknown: true, safeFor: HarmKind.all.subtracting(.memory))

  static func literal(_ constant: Constant?) -> FlowValue { FlowValue(constant: constant) }

  static func outside(_ sources: Sources, _ step: Step) -> FlowValue {
    FlowValue(sources: sources, isUnknown: true, safeFor: [], trace: [step])
  }

  /// Only literals, wherever they come from.
  var isConstant: Bool { sources.isEmpty && !isUnknown }

  /// Whether it comes from one of the sources, and may do harm of a kind.
  func comes(from wanted: Sources, harming kind: HarmKind) -> Bool {
    !isCarrier && !sources.isDisjoint(with: wanted) && safeFor.isDisjoint(with: kind)
  }

  /// The value after a function that makes it safe.
  func cleaned(for kinds: HarmKind) -> FlowValue {
    var result = self
    result.safeFor.formUnion(kinds)
    result.constant = nil
    result.elements = nil
    result.entries = nil
    return result
  }

  /// One value or another, or both put together.
  func joined(_ other: FlowValue) -> FlowValue {
    var result = self
    if result.trace.isEmpty || sources.isEmpty && !other.sources.isEmpty {
      result.trace = other.trace
      result.isIndirect = other.isIndirect
      result.isCarrier = other.isCarrier
    }
    result.sources.formUnion(other.sources)
    result.isUnknown = isUnknown || other.isUnknown
    result.safeFor.formIntersection(other.safeFor)
    result.isBuilt = isBuilt || other.isBuilt
    result.isAssumed = isAssumed || other.isAssumed
    if result.sources.isEmpty { result.isIndirect = isIndirect || other.isIndirect }
    if constant != other.constant { result.constant = nil }
    result.elements = nil
    result.entries = nil
    return result
  }

  /// The longest way that is told.
  private static let longestTrace = 6

  /// The value after a further step.
  func passing(_ step: Step) -> FlowValue {
    guard !sources.isEmpty, trace.last != step, trace.count < Self.longestTrace else { return self }
    var result = self
    result.trace.append(step)
    return result
  }

  /// Everything that a container may hold, as one value.
  var anyElement: FlowValue {
    let parts = (elements ?? []) + (entries.map { Array($0.values) } ?? [])
    guard var result = parts.first else {
      var whole = self
      whole.constant = nil
      return whole
    }
    for part in parts.dropFirst() { result = result.joined(part) }
    if !isConstant {
      var whole = self
      whole.constant = nil
      result = result.joined(whole)
    }
    return result
  }
}
