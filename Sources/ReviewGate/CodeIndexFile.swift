import CopiedCode
import Input

/// An index of code in a file.
package enum CodeIndexFile {
  /// Opens the indexes that a policy names, counted from its folder. They are mapped, not read.
  package static func open(
    _ names: [String], in place: RepositoryPlace
  ) throws(GateError) -> [CodeIndex] {
    var indexes: [CodeIndex] = []
    var faults: [String] = []
    for name in names {
      let path = name.hasPrefix("/") ? name : place.policyFolder + "/" + name
      do {
        let file = try MappedFile(path: path)
        indexes.append(try CodeIndex(IndexBytes(file.bytes, ownedBy: file)))
      } catch let error as InputError {
        faults.append("licenses.indexes: \(name): \(error.message)")
      } catch {
        faults.append(
          "licenses.indexes: \(name): not an index, or cut off; make it anew with reviewgate licenses"
            + " index")
      }
    }
    guard faults.isEmpty else { throw GateError(faults.joined(separator: "\n")) }
    return indexes
  }
}
