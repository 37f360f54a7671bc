#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A regular file whose bytes are read where they lie, as they are asked for.
///
/// Whoever cuts it off meanwhile ends the program: it is for files that are not under review.
// The mapping is read-only and ends with the object, which every user of `bytes` must keep.
package final class MappedFile: @unchecked Sendable {
  package let bytes: UnsafeRawBufferPointer

  package init(path: String) throws(InputError) {
    let file = try FileSystem.open(file: Array(path.utf8), following: true)
    guard file.size > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    let start = mmap(nil, file.size, PROT_READ, MAP_PRIVATE, file.descriptor, 0)
    guard let start, start != MAP_FAILED else { throw .system(errno) }
    bytes = UnsafeRawBufferPointer(start: start, count: file.size)
  }

  deinit {
    guard let start = bytes.baseAddress else { return }
    munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
  }
}
