/// The words that tell what kind of address one is.
enum Address {
  /// ASCII letters in lower case; everything else as it is.
  static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
  }

  /// A mail provider for private persons.
  static func isFreeMail(_ labels: [String]) -> Bool {
    labels.dropLast().contains(where: providers.contains)
      || providers.contains(labels.suffix(2).joined(separator: "."))
  }

  /// RFC 6761, RFC 6762, and what networks use inside.
  static let reservedTopLevels: Set<String> = [
    "test", "example", "invalid", "localhost", "local", "internal", "lan", "home", "corp",
    "intranet",
    "private", "localdomain", "arpa", "onion", "tld", "domain", "host", "server",
  ]

  /// What looks like a top-level domain after an @ in code and in file names.
  static let fileExtensions: Set<String> = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "bmp", "css", "scss", "js", "mjs", "cjs",
    "ts",
    "tsx", "jsx", "json", "html", "htm", "xml", "yml", "yaml", "toml", "txt", "log", "csv", "tsv",
    "pdf", "tar", "gz", "jar", "war", "dll", "exe", "bin", "conf", "cfg", "ini", "service",
    "socket",
    "timer", "target", "mount", "slice", "java", "kt", "swift", "rb", "php", "cpp", "hpp", "cs",
    "vue", "sql", "lock", "class", "pyc", "ipynb", "tmpl", "value", "length",
    "username", "password", "user", "key", "data", "git",
  ]

  /// Nobody reads what is sent there.
  static let automatic: Set<String> = [
    "noreply", "nobody", "donotreply", "mailer", "daemon", "postmaster", "bounce", "bounces", "bot",
    "automation", "notifications", "notification", "robot", "root", "cron", "system", "null",
    "placeholder", "invalid", "devnull",
  ]

  /// Any of them makes the whole address one for tests.
  static let testWords: Set<String> = [
    "test", "tests", "testing", "demo", "dummy", "example", "fake",
  ]

  static let roles: Set<String> = [
    "info", "support", "sales", "security", "hello", "hi", "contact", "contacts", "help",
    "helpdesk",
    "admin", "administrator", "office", "service", "services", "team", "press", "media", "jobs",
    "careers", "billing", "invoice", "invoices", "accounts", "accounting", "legal", "privacy",
    "abuse",
    "webmaster", "hostmaster", "feedback", "marketing", "news", "newsletter", "orders", "order",
    "shop", "store", "enquiries", "inquiries", "kontakt", "kundenservice", "datenschutz",
    "bewerbung", "vertrieb", "presse", "contacto", "ventas", "soporte", "contato", "vendas",
    "suporte",
    "biuro", "hr", "it", "ops", "devops", "dev", "developers", "engineering", "alerts", "alert",
    "monitoring", "reports", "report", "dpo", "gdpr", "licensing", "partners", "reception",
    "booking",
    "bookings", "reservations", "events", "community", "maintainers", "maintainer", "opensource",
    "oss", "list", "lists", "users", "announce", "discuss", "committers", "customerservice", "care",
    "mail", "email", "everyone", "all", "staff", "finance", "payroll", "buchhaltung", "rechnung",
    "conduct", "coc", "api", "www", "web", "webhook", "postmaster", "psirt", "cert", "secure",
    "soc",
    "servicedesk", "portal", "onboarding", "returns", "claims", "core", "license", "policy",
    "transfer", "distribution", "coordinator",
    "registrar", "registry", "secretary", "director", "board", "research", "lab", "library", "desk",
    "complaints", "studio",
    "membership",
  ]

  /// Local parts of nobody, and parts of such.
  static let placeholders: Set<String> = [
    "test", "tests", "tester", "testing", "testuser", "test1", "test2", "user", "user1", "user2",
    "user3", "username", "example", "sample", "demo", "dummy", "fake", "foo", "bar", "baz", "qux",
    "foobar", "someone", "somebody", "anyone", "you", "your", "yourname", "youremail", "myemail",
    "me",
    "name", "first", "last", "firstname", "lastname", "john", "jane", "doe", "johndoe", "janedoe",
    "jdoe", "max", "mustermann", "erika", "musterfrau", "muster", "alice", "bob", "carol", "dave",
    "eve", "mallory", "joe", "bloggs", "smith", "a", "b", "c", "x", "y", "z", "abc", "xyz", "new",
    "old", "customer", "client", "guest", "member", "owner", "author", "person", "recipient",
    "sender",
    "from", "to", "reply", "address", "account", "valid", "email", "mail", "mario", "rossi", "juan",
    "perez", "nombre", "usuario", "prueba", "jean", "dupont", "jan", "kowalski", "novak", "jansen",
    "login", "your-email", "your-name", "yourusername", "other", "another", "unknown", "anonymous",
    "1", "2", "3", "123",
  ]

  static let placeholderHosts: Set<String> = [
    "domain", "mydomain", "company", "mycompany", "somecompany", "test", "testing", "foo", "bar",
    "baz", "foobar", "sample", "demo", "site", "mysite", "website", "somewhere", "nowhere", "corp",
    "mycorp", "myorg", "org", "organization", "contoso", "fabrikam", "northwind", "adventure-works",
    "initech", "globex", "umbrella", "host", "hostname", "server", "email", "provider", "anything",
    "whatever", "abc", "xyz", "x", "y", "a", "b", "c", "d", "b4", "beispiel", "ejemplo", "exemple",
    "exemplo", "esempio", "przyklad", "voorbeeld", "muster", "musterfirma", "business", "customer",
    "client", "app", "myapp",
  ]

  private static let providers: Set<String> = [
    "gmail", "googlemail", "yahoo", "ymail", "rocketmail", "hotmail", "outlook", "live", "msn",
    "icloud", "me.com", "mac.com", "aol", "gmx", "web.de", "t-online", "freenet", "arcor", "posteo",
    "mailbox.org", "protonmail", "proton", "pm.me", "tutanota", "tuta", "zoho", "yandex", "mail.ru",
    "bk.ru", "inbox.ru", "list.ru", "rambler", "mail.com", "fastmail", "hey.com", "orange.fr",
    "wanadoo", "free.fr", "laposte", "sfr.fr", "libero", "virgilio", "tiscali", "alice.it",
    "bluewin",
    "telenet", "skynet.be", "ziggo", "kpnmail", "xs4all", "onet", "wp.pl", "interia", "o2.pl",
    "seznam", "centrum.cz", "azet.sk", "freemail", "citromail", "abv.bg", "telia", "comhem",
    "online.no",
    "btinternet", "sky.com", "virginmedia", "ntlworld", "talktalk", "blueyonder", "eircom",
    "comcast",
    "verizon", "att.net", "sbcglobal", "bellsouth", "cox.net", "charter", "earthlink", "shaw",
    "videotron", "sympatico", "rogers", "telus", "bigpond", "optusnet", "xtra", "uol", "bol.com.br",
    "terra", "ig.com.br", "naver", "daum", "hanmail", "qq", "163", "126", "sina", "foxmail",
    "rediffmail",
    "docomo", "softbank", "ezweb", "walla", "bezeqint", "mweb", "telkomsa",
  ]
}
