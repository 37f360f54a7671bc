import SourceText

@testable import CopiedCode

/// Code written for these tests.
enum SampleCode {
  static let ring = """
    /* Adds a sample to the ring and drops the oldest one if it is full. */
    static int ring_push(struct ring *ring, const struct sample *sample, unsigned flags)
    {
    	size_t next = (ring->head + 17) % ring->capacity;

    	if (!sample || sample->length > RING_LIMIT)
    		return -22;
    	if (next == ring->tail) {
    		if (!(flags & 0x40))
    			return -11;
    		ring->dropped += ring->slots[ring->tail].length;
    		ring->tail = (ring->tail + 1) % ring->capacity;
    	}
    	memcpy(&ring->slots[ring->head], sample, sizeof(*sample));
    	ring->slots[ring->head].stamp = clock_read() >> 3;
    	ring->head = next;
    	return 0;
    }

    """

  static let parser = """
    long parse_duration(const char *text, char **rest)
    {
    	long total = 0;

    	while (*text >= '0' && *text <= '9') {
    		long part = strtol(text, rest, 10);

    		switch (**rest) {
    		case 'h':
    			total += part * 3600;
    			break;
    		case 'm':
    			total += part * 60;
    			break;
    		default:
    			return total - part ^ 0x5a5a;
    		}
    		text = *rest + 1;
    	}
    	return total;
    }

    """

  /// A stretch of `parser` of ten lines.
  static let fragment = parser.split(separator: "\n", omittingEmptySubsequences: false)[4..<14]
    .joined(separator: "\n")

  static let list = """
    void list_insert(struct list *list, struct node *node)
    {
    	node->next = list->head;
    	node->prev = NULL;
    	if (list->head)
    		list->head->prev = node;
    	list->head = node;
    	list->count++;
    }

    """

  static let tally = """
    def tally(rows, limit=40):
        seen = {}
        for row in rows:
            key = (row["name"].strip().lower(), row["year"] // 10)
            if key in seen and seen[key] >= limit:
                raise ValueError("too many rows for %s" % key[0])
            seen[key] = seen.get(key, 0) + len(row["values"]) * 3
        return sorted(seen.items(), key=lambda item: (-item[1], item[0]))[:limit]

    """

  /// All names but keywords changed.
  static func renamed(_ text: String, _ file: String) -> String {
    let bytes = Array(text.utf8)
    let language = LanguageDetection.language(name: file, bytes: bytes)
    let words = CodeWords.words(of: language)
    var result: [UInt8] = []
    var at = 0
    for token in Lexer.lex(bytes, as: language).tokens where token.kind == .identifier {
      let hash = bytes.withUnsafeBufferPointer {
        TokenHash.hash($0, Int(token.start), Int(token.end))
      }
      if words.contains(hash) { continue }
      result += bytes[at..<Int(token.start)]
      result += Array("name\(hash % 9_973)".utf8)
      at = Int(token.end)
    }
    return String(decoding: result + bytes[at...], as: UTF8.self)
  }

  /// Every token of C on a line of its own, with comments between.
  static func laidOutAnew(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let tokens = Lexer.lex(bytes, as: Language(id: "c")).tokens
    return tokens.map { String(decoding: bytes[$0.range], as: UTF8.self) + " /* ; } */\n" }.joined()
  }

  static func index(
    _ projects: [(name: String, license: String, files: [(String, String)])],
    isSevenBit: Bool = false
  ) throws -> CodeIndex {
    try CodeIndex(IndexBytes(bytes(projects, isSevenBit: isSevenBit)))
  }

  static func bytes(
    _ projects: [(name: String, license: String, files: [(String, String)])],
    isSevenBit: Bool = false
  ) -> [UInt8] {
    var builder = CodeIndexBuilder()
    for project in projects {
      builder.begin(project: project.name, license: project.license)
      for file in project.files { _ = builder.add(file: file.0, bytes: Array(file.1.utf8)) }
    }
    return builder.build(isSevenBit: isSevenBit)
  }

  static func matches(_ text: String, as file: String, in index: CodeIndex) -> [CopiedCodeMatch] {
    let bytes = Array(text.utf8)
    let language = LanguageDetection.language(name: file, bytes: bytes)
    return CopiedCodeMatcher(indexes: [index]).matches(
      in: Lexer.lex(bytes, as: language), bytes: bytes, language: language)
  }
}
