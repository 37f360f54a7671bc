/// The places in which a match of one pattern may begin, as offsets, both inclusive.
struct StartInterval: Sendable, Hashable {
  var first: Int
  var last: Int
}
