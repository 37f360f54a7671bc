/// The version that reports and protocols tell.
package enum ProgramVersion {
  package static let current = "0.1.0"
}
