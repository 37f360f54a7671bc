import Checks
import Testing

struct SecretPlaceholderTests {
  @Test(arguments: [
    "", "   ", "changeme", "your-api-key-here", "<token>", "${TOKEN}", "{{ token }}", "%s",
    "$TOKEN",
    "xxxxxxxxxxxxxxxx", "****", "sk-...", "abc…", "#{token}", "%(token)s", "REPLACE_ME", "null",
    "None",
    "process.env.TOKEN", "vault:secret/data/app#key", "{token}", "prefix-${TOKEN}-suffix",
    "example-token", "dummy", "not-a-real-key", "<%= token %>", "op://vault/item/field",
    "@@TOKEN@@", "@db.password@", "__API_KEY__", "%%TOKEN%%", "enc:9sdf87sdf87sdf",
    "AQICAHhzsplUGvYl3wGBZcJ5Uw0mHGx7uY2kNqAmxLpEo9Xf", "secretref:db-password",
  ])
  func `a stand-in is a placeholder`(value: String) {
    #expect(Placeholder.matches(Array(value.utf8)))
  }

  @Test(arguments: [
    "hunter2", "Kiesel#Weg_19", "p{4}a$$word", "9mK2vQ8xT4wZ7bN3", "tiger-lily-9", "a{b}c$d(e",
    "@Summer2024@", "kiesel<npit>weg",
  ])
  func `what may be a value is none`(value: String) {
    #expect(!Placeholder.matches(Array(value.utf8)))
  }

  @Test func `random values are no placeholders, masks or sequences`() {
    var random = ExampleRandom(seed: 3)
    for _ in 0..<2_000 {
      let value = Array(
        random.text(40, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789").utf8)
      #expect(!Placeholder.matches(value))
      #expect(!Placeholder.isSequence(value))
    }
  }

  @Test(arguments: [
    "1234567890abcdef", "abcdefghijklmnop", "qwertyuiop", "aaaabbbbcccc", "0123456789",
  ])
  func `what is counted up is a sequence`(value: String) {
    #expect(Placeholder.isSequence(Array(value.utf8)))
  }

  @Test(arguments: [
    ("dummy text data data", true), ("This is not a key.", true), ("id=7 key=8 who=9", false),
    ("onewordwithoutanyblanks", false), ("two words", false),
    ("user:Winter is here now", false),
  ])
  func `base64 of a few plain words was not issued`(text: String, isWords: Bool) {
    #expect(Placeholder.isEncodedWords(Array(Base64Text.encode(text.utf8).utf8)) == isWords)
  }

  @Test(arguments: [
    ("DOTENV_PUBLIC_KEY", true), ("publishableKey", true), ("PUBLISHER_KEY", false),
    ("republic_token", false),
  ])
  func `a name says that everybody may have it`(name: String, isPublished: Bool) {
    #expect(CredentialName(Array(name.utf8)).isOfPublished == isPublished)
  }
}

struct SecretWordLikenessTests {
  @Test(arguments: [
    "getAuthToken", "settings.apiKey.hint", "authorization_code", "my-service-name", "production",
    "client_credentials", "RefreshTokenExpiry",
  ])
  func `names of programs are words`(value: String) {
    #expect(WordLikeness(Array(value.utf8)).isWords)
  }

  @Test func `few random values are words`() {
    var random = ExampleRandom(seed: 5)
    var taken = 0
    for _ in 0..<2_000 {
      let value = random.text(24, of: "abcdefghijklmnopqrstuvwxyz0123456789")
      if WordLikeness(Array(value.utf8)).isWords { taken += 1 }
    }
    #expect(taken <= 2)
  }
}

struct SecretEntropyTests {
  @Test func `entropy is nothing for one byte and eight bits for all of them`() {
    #expect(Entropy.bitsPerByte([UInt8]()) == 0)
    #expect(Entropy.bitsPerByte(Array("aaaaaaaa".utf8)) == 0)
    #expect(Entropy.bitsPerByte(Array("abababab".utf8)) == 1)
    #expect(Entropy.bitsPerByte((0...255).map { UInt8($0) }) == 8)
  }
}
