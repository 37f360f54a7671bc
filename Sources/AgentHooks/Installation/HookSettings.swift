import JSON

/// The settings of an agent as a text with places, to put hooks in and take them out.
struct HookSettings {
  private let bytes: [UInt8]
  private let tree: JSONTree
  private let agent: Agent
  /// The object of all hooks; nil if there is none yet.
  private let hooks: Int?

  init(_ bytes: [UInt8], _ agent: Agent, byHand: String) throws(AgentInstallationError) {
    func fault(_ what: String) -> AgentInstallationError {
      AgentInstallationError(message: what + byHand)
    }
    guard let tree = JSONTree(bytes), tree.nodes[0].kind == .object else {
      throw fault(
        "the settings are no JSON that can be changed safely (a comment, a trailing comma, a fault)"
      )
    }
    self.bytes = bytes
    self.tree = tree
    self.agent = agent
    let hooks = tree.member("hooks", of: 0, in: bytes)
    self.hooks = hooks
    if let off = tree.member("disableAllHooks", of: 0, in: bytes),
      bytes[tree.nodes[off].range].elementsEqual("true".utf8)
    {
      throw fault("the settings switch all hooks off (disableAllHooks): take that out first")
    }
    guard let hooks else { return }
    guard tree.nodes[hooks].kind == .object else { throw fault("`hooks` is no object there") }
    for event in tree.children(of: hooks) where tree.nodes[event].kind != .array {
      let names = HookEntry.all(of: agent, program: "reviewgate").map(\.event)
      if names.contains(name(of: event)) {
        throw fault("`hooks.\(name(of: event))` is no list there")
      }
    }
  }

  private func name(of node: Int) -> String {
    guard let key = tree.nodes[node].key else { return "" }
    var string = JSONString()
    string.append(key, of: bytes)
    return String(decoding: string.bytes, as: UTF8.self)
  }

  private func value(of node: Int) -> [UInt8] { Array(bytes[tree.nodes[node].range]) }

  // MARK: - What is there

  /// The elements of events that start this agent's hook.
  var ours: Set<Int> {
    var found: Set<Int> = []
    for event in hooks.map(tree.children) ?? [] {
      for element in tree.children(of: event) {
        if isOurs(element) { found.insert(element) }
        // The hooks of a group with a matcher, which may be others' too.
        for member in tree.children(of: element) where name(of: member) == "hooks" {
          let hooks = tree.children(of: member)
          let mine = hooks.filter(isOurs)
          if !mine.isEmpty { found.formUnion(mine.count == hooks.count ? [element] : mine) }
        }
      }
    }
    return found
  }

  private func isOurs(_ node: Int) -> Bool {
    guard tree.nodes[node].kind == .object else { return false }
    return tree.children(of: node).contains { member in
      guard ["command", "bash", "powershell"].contains(name(of: member)),
        tree.nodes[member].kind == .string
      else { return false }
      var string = JSONString()
      string.append(tree.nodes[member].range, of: bytes)
      return HookEntry.starts(String(decoding: string.bytes, as: UTF8.self), agent)
    }
  }

  /// Whether all of these stand there, and none of ours besides.
  func holds(_ entries: [HookEntry]) -> Bool {
    var wanted = entries
    let ours = ours
    for event in hooks.map(tree.children) ?? [] {
      for element in tree.children(of: event) where ours.contains(element) {
        let json = JSONText(value(of: element)).map { JSONLayout.plain($0.root) }
        guard
          let place = wanted.firstIndex(where: {
            $0.event == name(of: event) && $0.json == json
          })
        else { return false }
        wanted.remove(at: place)
      }
    }
    return wanted.isEmpty
  }

  // MARK: - Adding

  func adding(_ entry: HookEntry) -> [UInt8] {
    let unit = JSONLayout.unit(of: bytes)
    guard let hooks else {
      let version = agent == .cursor || agent == .copilot
      var json = Array("{\"\(entry.event)\":[".utf8)
      json += entry.json
      json += Array("]}".utf8)
      var result = inserting(json, named: "hooks", into: 0, depth: 1, unit)
      if version, tree.member("version", of: 0, in: bytes) == nil, let tree = JSONTree(result) {
        result = Self.inserting(
          Array("1".utf8), named: "version", into: 0, of: tree, result, depth: 1, unit)
      }
      return result
    }
    if let event = tree.member(entry.event, of: hooks, in: bytes) {
      return inserting(entry.json, named: nil, into: event, depth: 3, unit)
    }
    return inserting(
      [0x5B] + entry.json + [0x5D], named: entry.event, into: hooks, depth: 2, unit)
  }

  private func inserting(
    _ json: [UInt8], named name: String?, into node: Int, depth: Int, _ unit: String
  ) -> [UInt8] {
    Self.inserting(json, named: name, into: node, of: tree, bytes, depth: depth, unit)
  }

  /// Puts a value behind the last one of an object or list. `depth` is that of the value.
  private static func inserting(
    _ json: [UInt8], named name: String?, into node: Int, of tree: JSONTree, _ bytes: [UInt8],
    depth: Int, _ unit: String
  ) -> [UInt8] {
    let indent = String(repeating: unit, count: depth)
    var text = name.map { Array("\"\($0)\": ".utf8) } ?? []
    text += JSONLayout.pretty(json, indent: indent, unit: unit)
    let start = [0x0A] + Array(indent.utf8)
    let range = tree.nodes[node].range
    if let last = tree.children(of: node).last {
      let place = tree.nodes[last].range.upperBound
      return bytes[..<place] + [0x2C] + start + text + bytes[place...]
    }
    let end = [0x0A] + Array(String(repeating: unit, count: depth - 1).utf8)
    return bytes[...range.lowerBound] + start + text + end + bytes[(range.upperBound - 1)...]
  }

  // MARK: - Taking out

  /// The settings without ours, and without the lists and objects that would be empty then.
  var withoutOurs: [UInt8] {
    var gone = ours
    for event in hooks.map(tree.children) ?? [] {
      let elements = tree.children(of: event)
      if !elements.isEmpty, elements.allSatisfy(gone.contains) { gone.insert(event) }
    }
    if let hooks, case let events = tree.children(of: hooks), !events.isEmpty,
      events.allSatisfy(gone.contains)
    {
      gone.insert(hooks)
    }
    var cuts: [Range<Int>] = []
    for parent in tree.nodes.indices where tree.nodes[parent].firstChild != nil {
      let children = tree.children(of: parent)
      guard children.contains(where: gone.contains) else { continue }
      cuts += self.cuts(children, gone, in: tree.nodes[parent].range)
    }
    var result: [UInt8] = []
    var place = 0
    for cut in cuts.sorted(by: { $0.lowerBound < $1.lowerBound }) where cut.upperBound > place {
      result += bytes[place..<max(place, cut.lowerBound)]
      place = cut.upperBound
    }
    return result + bytes[place...]
  }

  /// What is to be cut so that some children of a node go, with their commas.
  private func cuts(_ children: [Int], _ gone: Set<Int>, in parent: Range<Int>) -> [Range<Int>] {
    func start(_ node: Int) -> Int {
      tree.nodes[node].key?.lowerBound ?? tree.nodes[node].range.lowerBound
    }
    guard let kept = children.firstIndex(where: { !gone.contains($0) }) else {
      return [(parent.lowerBound + 1)..<(parent.upperBound - 1)]
    }
    var cuts: [Range<Int>] = []
    if kept > 0 { cuts.append(start(children[0])..<start(children[kept])) }
    for index in children.indices.dropFirst(kept + 1) where gone.contains(children[index]) {
      let before = tree.nodes[children[index - 1]].range.upperBound
      cuts.append(before..<tree.nodes[children[index]].range.upperBound)
    }
    return cuts
  }
}
