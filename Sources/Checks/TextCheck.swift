import Rules
import SourceText

package struct TextCheck: Check {
  package let category = RuleCategory.text
  package init() {}
  package func judge(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool { true }
  package func settle(_ candidates: [Candidate], in scan: DocumentScan) -> [Candidate] { candidates }
}
