// A link that shows one host and leads to another deceives its reader, unless both belong to one owner:
// `www.` and other subdomains, a redirector of the same site, a mail service that counts clicks. Whom a
// name belongs to is told by its last two labels, or three under a suffix that hands out names.

/// Compares the host that a link shows with the one that it leads to.
enum LinkHosts {
  enum Judgement {
    case same
    /// Another host, which the link says: an archive, a proxy, a page about it.
    case told
    case other
  }

  /// `isBare` says that the shown name has no scheme: it may be a product's.
  static func judge(shown: String, target: String, rest: Substring, isBare: Bool) -> Judgement {
    let shown = plain(shown)
    let target = plain(target)
    guard !shown.isEmpty, !target.isEmpty else { return .same }
    let owner = domain(of: shown)
    guard owner != domain(of: target) else { return .same }
    if redirectors.contains(domain(of: target)) || redirectors.contains(target) { return .same }
    let label = owner.prefix { $0 != "." }
    if domain(of: target).prefix(while: { $0 != "." }).contains(label), isTracker(target) {
      return .same
    }
    if rest.lowercased().contains(owner) { return .told }
    let borrows = target.contains(label) && label.count > 3
    return isBare && !borrows && !isNumber(target) && !target.contains("xn--") ? .told : .other
  }

  private static func plain(_ host: String) -> String {
    var host = host.lowercased()
    while host.hasSuffix(".") { host.removeLast() }
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  /// The part of a host that is registered.
  static func domain(of host: String) -> String {
    let labels = host.split(separator: ".")
    guard labels.count > 2, !isNumber(host) else { return host }
    let isShared = suffixes.contains(labels.suffix(2).joined(separator: "."))
    return labels.suffix(isShared ? 3 : 2).joined(separator: ".")
  }

  private static func isNumber(_ host: String) -> Bool {
    host.utf8.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
  }

  private static func isTracker(_ host: String) -> Bool {
    ["click", "track", "link", "email", "mail", "url", "go", "r"].contains(
      String(host.prefix { $0 != "." }))
  }

  /// Under these everyone registers, or is given, a name of his own (Public Suffix List).
  private static let suffixes: Set<String> = [
    "co.uk", "org.uk", "ac.uk", "gov.uk", "me.uk", "com.au", "net.au", "org.au", "gov.au", "co.nz",
    "co.jp", "or.jp", "ne.jp", "ac.jp", "go.jp", "co.kr", "or.kr", "com.br", "gov.br", "org.br",
    "com.mx", "com.ar", "com.co", "com.cn", "net.cn", "org.cn", "gov.cn", "com.tw", "com.hk",
    "com.sg", "com.my", "co.in", "net.in", "org.in", "gov.in", "co.za", "com.tr", "gov.tr", "co.il",
    "com.ua", "com.pl", "co.id", "com.vn", "com.ph", "com.eg", "com.sa", "github.io", "gitlab.io",
    "web.app", "netlify.app", "vercel.app", "pages.dev", "workers.dev", "herokuapp.com",
    "blogspot.com", "firebaseapp.com", "azurewebsites.net", "appspot.com", "ngrok.io", "r2.dev",
  ]

  /// What shortens or guards addresses, whoever's they are.
  private static let redirectors: Set<String> = [
    "t.co", "lnkd.in", "aka.ms", "goo.gl", "youtu.be", "bit.ly", "doi.org", "dx.doi.org", "g.co",
    "fb.me", "wp.me", "amzn.to", "outlook.com", "proofpoint.com", "mimecast.com", "urldefense.com",
    "web.archive.org", "archive.org", "hdl.handle.net", "tinyurl.com",
  ]
}
