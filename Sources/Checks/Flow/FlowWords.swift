// What the names of functions and parameters say of the values that go through them. Sources are told
// by the dotted path of a chain (`request.args.get`), by the type of a parameter or by what stands
// around its function; functions by the words of their names.

import Rules
import SourceText

/// The vocabulary of one document's values.
struct FlowWords {
  private unowned let scan: DocumentScan
  private let walk: TokenWalk
  private let ownCleaners: [String]

  init(_ scan: DocumentScan, cleaners: [String]) {
    self.scan = scan
    walk = scan.walk
    ownCleaners = cleaners
  }

  // MARK: - Functions

  /// Functions that make a value of what they are given, and no other.
  static let making: Set<String> = [
    "str", "String", "StringBuilder", "StringBuffer", "StringReader", "StringIO", "BytesIO", "File",
    "Path", "URL", "URI", "Uri", "Buffer", "bytes", "byte", "bytearray", "dict", "list", "tuple",
    "set", "Array", "Object", "of", "asList", "listOf", "arrayOf", "mapOf", "vec", "text", "Text",
    "ByteArrayInputStream", "InputSource", "SafeString", "TemplateString",
    "PathBuf", "CString", "NSString", "Some", "Ok", "Just", "Optional", "URLSearchParams",
    "Headers", "FormData", "Request", "StringContent",
  ]

  /// Functions that hand on what they are given or called on, as text or in another form.
  static let passing: Set<String> = [
    "format", "Sprintf", "sprintf", "snprintf", "formatted", "Format", "join", "Join", "concat",
    "Concat", "append", "Append", "AppendLine", "prepend", "add", "decode", "b64decode", "decode64",
    "b64encode", "encode", "encode64", "urlsafe_b64decode", "urlsafe_b64encode", "decodeBase64",
    "encodeBase64", "encodeBase64String", "getDecoder", "getEncoder", "unquote", "unquote_plus",
    "decodeURIComponent", "decodeURI", "unescape", "atob", "btoa", "trim", "strip", "lstrip",
    "rstrip", "lower", "upper", "toLowerCase", "toUpperCase", "to_s", "toString", "to_string",
    "to_owned", "as_str", "as_bytes", "into", "Trim", "ToLower", "ToUpper", "ToString", "TrimSpace",
    "getOrDefault", "parse", "Parse", "loads", "load", "from", "From", "replace",
    "Replace", "replaceAll", "ReplaceAll", "sub", "gsub", "split", "Split", "splitlines", "slice",
    "substring", "Substring", "substr", "subSequence", "values", "items", "keys", "entries", "repr",
    "chomp", "Combine", "base64_decode", "base64_encode", "urldecode", "rawurldecode", "asprintf",
    "getlist", "get_json", "get_data", "valueOf", "text", "json", "body", "fetch", "read",
    "readLine", "to_str", "implode", "explode", "nth", "unwrap", "expect", "next", "nextElement",
    "unwrap_or", "unwrap_or_default", "unwrap_or_else", "clone", "copy", "copyOf", "Copy", "as_ref",
    "map", "flatMap", "filter", "reduce", "first", "last", "head", "tail", "sorted", "reversed",
    "getBytes", "getChars", "toCharArray", "bytes", "chars", "c_str", "render", "getValue",
    "getKey", "iterator",
    "stream", "collect", "toArray", "toList", "to_vec", "path", "resolve", "normpath", "abspath",
    "realpath", "normalize", "dirname", "Dir", "Clean", "getPath", "toPath", "toURI", "toURL",
    "title",
    "capitalize", "center", "ljust", "rjust", "zfill", "padStart", "padEnd", "repeat", "swapcase",
    "stringify", "dumps", "Marshal", "Unmarshal", "strdup", "ltrim", "rtrim", "nl2br",
    "stripslashes", "addcslashes", "str_replace", "preg_replace", "strtolower", "strtoupper",
    "ucfirst", "sprintf", "vsprintf", "json_decode", "json_encode", "or", "orElse", "get_or_insert",
    "then", "catch", "finally", "dup", "freeze", "presence", "squish", "push", "shift", "peek",
    "read_text", "readlines", "to_a", "to_h", "permit", "require", "dig", "pick", "merge", "assign",
    "string", "url", "elementAt", "charAt", "at", "template", "printf", "safe_substitute",
    "substitute", "render_template_string", "raw", "promisify", "String", "wrap", "decodeURL",
    "group", "groups", "findall", "finditer", "getOrElse", "orEmpty", "takeIf", "ifEmpty",
    "ifBlank", "lowercase", "uppercase", "quoted",
    "data", "utf8", "appendingPathComponent", "addingPercentEncoding", "removingPercentEncoding",
  ]

  /// Functions that read from what they are called on: from what is not known comes what is not known.
  static let reading: Set<String> = [
    "get", "Get", "load", "loads", "read", "readLine", "fetch", "next", "nextElement", "getlist",
    "get_json", "get_data", "json", "body", "text", "data", "read_text", "readlines", "string",
    "url",
    "values", "items", "entries", "getValue", "getKey", "getOrDefault", "getOrElse", "getProperty",
    "getBytes", "at", "elementAt", "peek", "raw", "path", "getPath", "template", "require",
  ]

  /// Those of them that put a text together from others.
  static let formatting: Set<String> = [
    "format", "Sprintf", "sprintf", "snprintf", "formatted", "Format", "join", "Join", "concat",
    "Concat", "append", "Append", "asprintf", "implode", "vsprintf", "String", "printf", "Combine",
    "substitute", "safe_substitute",
  ]

  /// Calls and members that give a number or a truth value.
  static let counting: Set<String> = [
    "length", "len", "size", "count", "Count", "Length", "indexOf", "lastIndexOf", "compareTo",
    "hashCode", "charCodeAt", "codePointAt", "ord", "sum", "strlen", "sizeof", "abs", "round",
    "floor", "ceil", "isdigit", "isalnum", "isEmpty", "is_empty", "empty", "isset", "Sizeof",
    "timestamp", "getTime", "now", "nrows", "byteLength", "exists", "isfile", "isdir",
    "status_code",
  ]

  /// Methods that change what they are called on.
  static let changing: Set<String> = [
    "append", "add", "push", "push_back", "put", "set", "setProperty", "remove", "pop", "insert",
    "extend", "update", "addAll", "putAll", "addLast", "Add", "Append", "AppendLine",
    "AppendFormat",
    "unshift", "shift", "clear", "removeAt", "RemoveAt", "push_str", "write", "Set", "setAttribute",
    "addElement", "poll", "removeFirst", "setdefault", "putIfAbsent", "TryAdd", "concat", "replace",
    "WriteString", "appendString", "AppendString", "Insert", "prepend", "load", "readFrom",
  ]

  /// Functions that put what follows into their first argument.
  static let writing: Set<String> = [
    "sprintf", "snprintf", "strcpy", "strcat", "strncpy", "strncat", "vsnprintf", "asprintf",
    "strlcpy", "strlcat", "memcpy", "memmove", "wcscpy", "wcscat",
  ]

  /// What a function that fills a buffer reads from, and the argument that it fills.
  struct Reading {
    var source: ValueSource
    /// From 0.
    var place: Int
    /// All from there on are filled.
    var isRest = false
  }

  static let readingIntoBuffers: [String: Reading] = [
    "fgets": Reading(source: .argument, place: 0), "gets": Reading(source: .argument, place: 0),
    "getline": Reading(source: .argument, place: 0, isRest: true),
    "scanf": Reading(source: .argument, place: 1, isRest: true),
    "fscanf": Reading(source: .file, place: 2, isRest: true),
    "sscanf": Reading(source: .file, place: 2, isRest: true),
    "fread": Reading(source: .file, place: 0), "read": Reading(source: .file, place: 1),
    "pread": Reading(source: .file, place: 1), "recv": Reading(source: .network, place: 1),
    "recvfrom": Reading(source: .network, place: 1),
    "SSL_read": Reading(source: .network, place: 1),
    "BIO_read": Reading(source: .network, place: 1),
    "cin": Reading(source: .argument, place: 0),
    "read_line": Reading(source: .argument, place: 0),
  ]

  /// `isValid`, `hasAccess`, `checkName`: a truth value, or what was checked.
  static func asking(_ name: String) -> Bool {
    let words = NameWords(name).words
    guard let first = words.first, words.count > 1 else { return false }
    return ["is", "has", "can", "should", "was", "equals"].contains(first)
  }

  /// Functions that look something up or do something with a value, and give something of their own.
  static func looksUp(_ name: String) -> Bool {
    let words = NameWords(name).words
    guard let first = words.first else { return false }
    return lookUps.contains(first) || first == "render" && words.count > 1
  }

  private static let lookUps: Set<String> = [
    "load", "find", "fetch", "query", "select", "create", "save", "open", "send", "post", "lookup",
    "search", "exists", "count", "check", "verify", "compare", "delete", "remove", "insert",
    "login",
    "authenticate", "authorize", "execute", "exec", "run", "call", "request", "connect", "write",
    "log", "print", "hash", "sign", "encrypt", "digest", "md5", "sha1", "sha256", "sha512", "hmac",
    "lock", "register", "subscribe", "publish", "notify", "emit", "dispatch", "use", "is", "has",
    "equals", "get", "list", "retrieve", "upload", "download", "store", "update", "wait",
    "sleep", "spawn", "start", "stop", "close", "generate", "random", "uuid", "invoke", "predict",
    "resolve", "match", "matches", "test", "scan", "all", "one", "filter", "where", "order",
    "group",
    "limit", "validate", "index", "show", "redirect", "scalar", "scalars", "prepare", "bind",
  ]

  /// What a function makes its argument safe for. `path` is its name with what it is called on.
  func cleaning(_ name: String, path: String) -> HarmKind {
    if ownCleaners.contains(where: { path == $0 || path.hasSuffix("." + $0) }) { return .all }
    let text = Array(name.utf8)
    guard scan.matches(Self.anyCleaner, inOther: text) else { return [] }
    if path.hasPrefix("shlex.") { return .shell }
    if path.hasPrefix("html.") || path.hasPrefix("markupsafe.") || path.hasPrefix("xml.") {
      return .html
    }
    if name == "escape" {
      return scan.matches(Self.queryOwner, inOther: Array(path.utf8)) ? .sql : .html
    }
    if path.hasPrefix("urllib.") || path.hasPrefix("url.") { return [.url, .html, .path, .line] }
    for (pattern, kinds) in Self.cleaners where scan.matches(pattern, inOther: text) {
      return kinds
    }
    return []
  }

  private static let queryOwner = KnownPattern(
    #"(?i)(?:^|\.)(?:\w*(?:conn(?:ection)?|pool|mysql|sql\w*|db|database|client))\.escape$"#)

  private static let htmlCleaner =
    #"h|e|esc_(?:html|attr|js|xml|textarea)\w*|html_?special_?chars|html_?entities|\w*escape_?(?:html|xml|markup)\w*|\w*(?:html|xml)_?escape\w*|encodeFor(?:HTML|JavaScript|CSS|XML)\w*|(?:html|xml|javascript|css)_?(?:attribute|string)?_?encode\w*|\w*purif\w*|strip_?(?:tags|html)|clean_?html|bleach|sanitize_?html|sanitizeHtml|wp_kses\w*|linkify|nl2br_escaped|escape_once"#
  private static let shellCleaner =
    #"escapeshell(?:arg|cmd)|shell_?escape|shell_?quote|quoteshell|shellescape|escape_?shell\w*|encodeForOS"#
  private static let sqlCleaner =
    #"\w*real_escape_string|quote_?ident(?:ifier)?|quote_?literal|quotename|esc_sql|\w*escape_?(?:id|identifier|literal|sql|string)|sanitize_sql\w*|sqlescape|QuoteIdentifier|encodeForSQL|bindparams?|quote_?(?:value|string|column_name|table_name)|absint"#
  private static let urlCleaner =
    #"encodeURI(?:Component)?|urlencode|rawurlencode|quote_plus|(?:url|uri|path|form|percent|query)_?(?:path|string|component)?_?encode\w*|QueryEscape|PathEscape|encodeForURL|EscapeDataString|esc_url\w*|escape_?url\w*|urlsafe_quote|UrlPathEncode|cgi_escape"#
  private static let pathCleaner =
    #"basename|secure_filename|safe_join|safeJoin|GetFileName|GetFileNameWithoutExtension|sanitize_?(?:file_?name|path)\w*|file_?basename|Base|getFileName|file_name"#
  private static let ldapCleaner =
    #"encodeFor(?:LDAP|DN)|ldap_escape|escape_filter_chars|escape_dn_chars|escape_?ldap\w*|ldap_?(?:filter_)?encode\w*|LdapFilterEncode|LdapDistinguishedNameEncode|EscapeFilter|EscapeDN"#
  private static let xpathCleaner = #"encodeForXPath|escape_?xpath\w*"#
  private static let anyCleanerOfAll =
    #"\w*escape\w*|\w*sanitiz\w*|\w*sanitis\w*|quote|Quote|QuoteMeta|regexp_quote|preg_quote|parseInt|parseFloat|Number|intval|floatval|doubleval|boolval|Atoi|ParseInt|ParseUint|ParseFloat|ParseBool|int|float|bool|long|Int|Double|Int32|Int64|UInt|UInt64|range|toInt|toLong|toDouble|toInt32|toInteger|ToInt32|ToInt64|parseLong|parseDouble|parseBoolean|to_i|to_f|UUID|uuid4|Guid|ObjectId|number_format|literal_eval|filter_var|\w*validat\w*|assert_\w+|\w*allow_?list\w*|\w*white_?list\w*|hexdigest|digest|sha(?:1|256|384|512)|md5|md5_hex|hash|hmac|blake2b|parameterize|enumerate_index"#

  private static func whole(_ pattern: String) -> KnownPattern {
    KnownPattern("^(?i:" + pattern + ")$")
  }

  private static let cleaners: [(KnownPattern, HarmKind)] = [
    (whole(htmlCleaner), .html), (whole(shellCleaner), .shell), (whole(sqlCleaner), .sql),
    (whole(urlCleaner), [.url, .html, .path, .line]), (whole(pathCleaner), .path),
    (whole(ldapCleaner), .ldap), (whole(xpathCleaner), .xpath),
    (whole(anyCleanerOfAll), HarmKind.all.subtracting(.memory)),
  ]

  private static let anyCleaner = whole(
    [
      htmlCleaner, shellCleaner, sqlCleaner, urlCleaner, pathCleaner, ldapCleaner, xpathCleaner,
      anyCleanerOfAll,
    ].joined(separator: "|"))

  /// Whether a call makes another request of the one that it is given.
  func wraps(_ name: String) -> Bool {
    let words = NameWords(name).words
    return words.contains("request") || words.contains("wrapper") || words.contains("context")
  }

  // MARK: - Sources

  /// Whether a document holds a word at all that outside input comes with; asked once of each.
  static func mayHoldInput(_ scan: DocumentScan) -> Bool { scan.holds(inputWords) }

  private static let inputWords = KnownPattern(
    #"[rR]equest|\breq\b|\bctx\b|argv|os\.Args|\bargs\b|\bparams\b|\bcookies\b|\$_[A-Z]|stdin|STDIN|\bSystem\.in\b|input\s?\(|gets\b|[rR]ead_?[lL](?:ine|n)|nextLine|prompt\(|location\b|URLSearchParams|searchParams|\.referrer|document\.(?:URL|cookie|documentURI)|window\.name|\bevent\b|\bevt\b|(?:message|msg)\.data|get(?:Parameter|Header|Cookies|QueryString|Intent)|\bintent\b|\bc\.[A-Z]|\br\.(?:URL|Form|Post|Header|Body|Host|Path|Cookie|Multipart|Refer|User)|mux\.|chi\.|ByName\(|filter_input|Input::|(?:use|\$)(?:Params|SearchParams|route)|router\.|[pP]aramMap|queryParams|get_\w{0,8}argument|FieldStorage|web\.input|dataTransfer|Storage\.getItem|CommandLine|GetCommandLineArgs|env::args|\$argv|ARGV|ARGF|parse_args|Console\.|cin\b|flag\.|completions?\b|responses\.|messages\.|generate|stream_?[tT]ext|converse|invoke|[lL][lL][mM]|chain|agent|ollama|choices|output_text|ask_|@\w|\[(?:Http|From)|ActionResult|IResult|web::|handler|scanf|recv|read"#
  )

  /// What a chain of names gives that is known to come from outside; nil for others.
  func source(of range: Range<Int>, path: String) -> FlowValue? {
    guard path.utf8.count > 2, path.utf8.count < 200 else { return nil }
    let text = Array(path.utf8)
    guard scan.matches(Self.anySource, inOther: text) else { return nil }
    for (pattern, source) in Self.sources where scan.matches(pattern, inOther: text) {
      if source == .request, isOtherRequest(path) { continue }
      return .outside(
        FlowValue.Sources([source]), FlowValue.Step(token: range.lowerBound, name: path))
    }
    return nil
  }

  /// Requests that the program makes, and parameters where no program for the web has any.
  private func isOtherRequest(_ path: String) -> Bool {
    if ["urllib.", "requests.", "django.http.", "werkzeug.", "http.client.", "axios."]
      .contains(where: path.hasPrefix)
    {
      return true
    }
    if !servesRequests { return true }
    guard path.hasPrefix("params") || path.hasPrefix("cookies") else { return false }
    let language = scan.document.language
    return !["ruby", "groovy", "elixir", "crystal"].contains(language.id)
      && !(language.includes("javascript") && path.contains(".get("))
  }

  /// Whether a document answers requests, as far as that must be asked: what Python calls `request` or
  /// `req` is often one that it makes, or a requirement.
  private var servesRequests: Bool {
    scan.document.language.id != "python" || !scan.holds(Self.clients) || scan.holds(Self.servers)
  }

  private static let clients = KnownPattern(
    #"\b(?:urllib|urllib2|urllib3|httplib|http\.client|requests|httpx|grpc|botocore|boto3|googleapiclient|PreparedRequest|InstallRequirement|pip)\b|\b[Rr]equirement"#
  )

  private static let servers = KnownPattern(
    #"(?i)\b(?:flask|django|fastapi|starlette|aiohttp|bottle|tornado|pyramid|werkzeug|sanic|falcon|webob|cherrypy|quart|litestar|robyn|web\.py|wsgi|asgi|rest_framework|azure\.functions|http\.server|HttpRequest|HttpResponse|jsonify|render_template)\b|\brequest\.(?:args|form|values|files|get_json|GET|POST|COOKIES|META|FILES|query_params|query_string|match_info|rel_url|path_params|cookies)\b|@\w{1,20}\.(?:route|get|post|put|delete)\("#
  )

  private static let requestPattern =
    #"(?:[\w$]{1,30}(?:\(\))?\.){0,3}(?:request|req|\$request|\$req|_request|httpRequest|servletRequest|httpServletRequest|Request)(?:\.(?:args|form|values|json|data|files|cookies|headers|header|get_json|get_data|GET|POST|COOKIES|META|FILES|body|rawBody|query|params|param|query_params|path_params|query_string|full_path|url|path|originalUrl|getParam\w*|getQuery\w*|getHeader\w*|getCookies?|getInputStream|getReader|getPathInfo|getRequestURI|getRequestURL|getPart\w*|getBody|getPost|getUri|match_info|rel_url|post|text|stream|input|all|only|except|cookie|file|route|Query|QueryString|Form|Params|Cookies|Headers|Body|InputStream|RawUrl|Url|Path|parameters|fullpath|path_parameters|query_parameters|request_parameters|raw_post|env|uri|payload|arguments|get_argument|get)\b|\[\])"#
    + #"|ctx\.(?:query|params|body|queryParams|pathParam|queryParam|formParam|cookie|header)\b"#
    + #"|(?:c|ctx|gc|context)\.(?:Query|DefaultQuery|QueryParams?|QueryArray|Param|Params|PostForm|DefaultPostForm|FormValue|FormFile|BodyParser|GetHeader|GetRawData|Cookie|Cookies|GetQuery|GetPostForm|Body|BodyRaw)\(\)"#
    + #"|(?:r|req|request)\.(?:URL|FormValue|PostFormValue|Form|PostForm|MultipartForm|FormFile|Header|Body|Cookie|Cookies|PathValue|RequestURI|Referer|UserAgent)\b"#
    + #"|mux\.Vars\(\)|chi\.URLParam\(\)|httprouter\.ParamsFromContext\(\)"#
    + #"|params(?:\[\]|\.(?:require|permit|fetch|dig|values|to_unsafe_h|slice|key|get)\b)|cookies(?:\[\]|\.(?:signed|encrypted|permanent|get)\b)"#
    + #"|\$_(?:GET|POST|REQUEST|COOKIE|FILES|SERVER)\b|filter_input\(\)|Input\.(?:get|all|only)\(\)"#
    + #"|(?:window\.|document\.|self\.|top\.|parent\.)*location\.(?:hash|search|href|pathname)\b|(?:window\.)?document\.(?:URL|documentURI|referrer|cookie|location)\b|window\.name\b|(?:new )?URLSearchParams\(\)\.get\b|(?:\w+\.)*searchParams\.(?:get|getAll)\(\)|useParams\(\)|useSearchParams\(\)|(?:this\.)?\$route\.(?:query|params)\b|router\.query\b|(?:\w+\.){1,4}(?:queryParamMap|paramMap|queryParams)\b"#
    + #"|(?:event|evt)\.(?:queryStringParameters|pathParameters|body|headers|multiValueQueryStringParameters|rawQueryString)\b|(?:event|evt|message|msg)\.data\b"#
    + #"|self\.get_(?:argument|arguments|query_argument|body_argument|query_arguments|cookie)\(\)|self\.path_kwargs\b|web\.input\(\)|cgi\.FieldStorage\(\)"#
    + #"|(?:getIntent\(\)|intent)\.(?:get\w*Extra\w*|getData\w*|data|extras)\b|(?:request|\w*Request)\.(?:getParameter\w*|getHeader\w*|getQueryString|getCookies|getInputStream|getReader)\(\)"#
    + #"|e\.dataTransfer\.getData\b|(?:window\.)?(?:localStorage|sessionStorage)\.getItem\(\)|ps\.ByName\(\)|c\.(?:Bind\w*|ShouldBind\w*)\(\)|(?:r|req)\.Host\b"#
    + #"|getCookies\(\)|getQueryString\(\)|getTheParameter\(\)"#

  private static let sources: [(KnownPattern, ValueSource)] = [
    (KnownPattern("^(?:" + requestPattern + ")"), .request),
    (KnownPattern("^(?:" + argumentSource + ")"), .argument),
    (KnownPattern("(?:" + modelSource + ")"), .model),
    (KnownPattern("^(?:" + environmentSource + ")"), .environment),
    (KnownPattern("(?:" + networkSource + ")"), .network),
    (KnownPattern("(?:" + fileSource + ")"), .file),
    (KnownPattern("(?:" + databaseSource + ")$"), .database),
  ]

  private static let argumentSource =
    #"sys\.argv\b|argv(?:\[\]|$)|process\.argv\b|os\.Args\b|flag\.(?:Arg|Args|String|Parse)\(\)|sys\.stdin\b|input\(\)|raw_input\(\)|fileinput\.input\(\)|ARGV\b|ARGF\b|STDIN\b|\$stdin\b|gets\(\)|\$argv\b|Console\.ReadLine\(\)|Environment\.GetCommandLineArgs\(\)|CommandLine\.arguments\b|readLine\(\)|readln\(\)|(?:std\.)?env\.args\(\)|(?:\w+\.)*nextLine\(\)|(?:\w+\.)*read_line\(\)|(?:\w+\.)*parse_args\(\)|process\.stdin\b|prompt\(\)|window\.prompt\(\)|std\.cin\b|\$ARGV\b|System\.in\b"#
  private static let environmentSource =
    #"os\.environ\b|os\.getenv\(\)|process\.env\b|System\.getenv\(\)|(?:std\.)?getenv\(\)|secure_getenv\(\)|ENV(?:\[\]|\.fetch\b)|Environment\.GetEnvironmentVariable\(\)|os\.Getenv\(\)|os\.LookupEnv\(\)|(?:std\.)?env\.var\(\)|\$_ENV\b|ProcessInfo\.processInfo\.environment\b|Deno\.env\b"#
  private static let modelSource =
    #"\b(?:chat\.completions|completions|messages|responses|ChatCompletion|Completion)\.(?:create|parse|stream)\(\)|\b(?:createChatCompletion|createCompletion|generateContent|generate_content|generateText|generateObject|streamText|converse|invoke_model|invokeModel)\(\)|^(?:\w+\.)*\w*(?:llm|LLM|chat_model|chatModel|language_model)\w*(?:\.(?:invoke|predict|complete|generate|chat|ask|run|call|ainvoke|apredict|prompt|completion)\w*)?\(\)|^(?:\w+\.)*\w*(?:chain|agent)\w*\.(?:invoke|predict|run|ainvoke|arun)\(\)|^ollama\.(?:chat|generate)\(\)|^litellm\.\w*completion\(\)|\.choices\[\]|^(?:\w+\.)*(?:completion|response|resp|result|reply)\.(?:choices|output_text|generations)\b|\bask_(?:llm|gpt|claude|ai|model)\(\)"#
  private static let networkSource =
    #"^(?:requests|httpx|session|client|http|axios|got|superagent|urllib\.request|urllib2|urllib)\.(?:get|post|put|request|urlopen|patch|Get|Post)\(\)|^(?:urlopen|fetch|axios|got|\$http)\(\)|^http\.(?:Get|Post|PostForm)\(\)|^(?:URI|open-uri|OpenURI)\.open\(\)|^Net\.HTTP\.\w+\(\)|^curl_exec\(\)"#
  private static let fileSource =
    #"^open\(\)\.read\w*\b|\.read_(?:text|bytes)\(\)|^fs(?:\.promises)?\.readFile(?:Sync)?\(\)|^file_get_contents\(\)|^File\.(?:read|readlines|open|ReadAllText|ReadAllBytes)\(\)|^(?:ioutil|os)\.ReadFile\(\)|^Files\.(?:readAllLines|readString|readAllBytes|lines)\(\)|^fread\(\)|^fs\.read_to_string\(\)"#
  private static let databaseSource =
    #"^(?:\w+\.)*(?:db|pool|client|conn|connection|knex|prisma\.\w+|[A-Z]\w*)\.(?:query|findOne|findAll|findById|findMany|findFirst|findUnique|find|aggregate)\(\)|\.(?:fetchone|fetchall|fetchmany|fetch_assoc|fetch_row|fetchColumn|getString|getObject)\(\)"#

  private static let anySource = KnownPattern(
    "^(?:" + requestPattern + "|" + argumentSource + "|" + environmentSource + ")|" + modelSource
      + "|" + networkSource + "|" + fileSource + "|" + databaseSource)

  /// Names that hold a request where nothing in the document gives them a value.
  private static let carriers: Set<String> = [
    "request", "req", "httpRequest", "servletRequest", "httpServletRequest", "$request", "$req",
  ]

  /// A name that nothing in the document gives a value.
  func value(ofUnboundName name: String, at place: Int) -> FlowValue {
    if Self.carriers.contains(name) { return servesRequests ? carrier(name, at: place) : .unknown }
    if name == "argv" || name == "ARGV" {
      return .outside(.argument, FlowValue.Step(token: place, name: name))
    }
    if name == "params" || name == "cookies", scan.document.language.id == "ruby" {
      return .outside(.request, FlowValue.Step(token: place, name: name))
    }
    return .unknown
  }

  private func carrier(_ name: String, at place: Int) -> FlowValue {
    var value = FlowValue.outside(.request, FlowValue.Step(token: place, name: name))
    value.isCarrier = true
    return value
  }

  /// Members of a request that its client does not write.
  private static let ownMembers: Set<String> = [
    "method", "session", "user", "app", "id", "log", "logger", "state", "scheme", "protocol",
    "secure", "ip", "ips", "remote_addr", "is_ajax", "accepts", "is_secure", "route", "endpoint",
    "blueprint", "context", "db", "flash", "login", "logout", "isAuthenticated", "getSession",
    "getMethod", "getContextPath", "getServletContext", "getRequestDispatcher", "setAttribute",
    "setCharacterEncoding", "on", "pipe", "is_json", "content_length", "current_user", "auth",
    "setTimeout", "next", "res", "socket", "connection", "Context", "WithContext", "Method",
    "getRemoteAddr", "getRemoteHost", "getLocale", "getUserPrincipal", "isUserInRole",
    "getAttribute",
    "validate", "validated", "authenticate", "authorize", "isMethod", "ajax", "wantsJson",
    "expectsJson", "bearerToken", "HttpContext", "RequestServices", "User", "IsAuthenticated",
    "application", "services", "container", "tenant", "locale", "csrfToken", "timestamp",
    "requestContext", "identity", "JSON", "AbortWithStatus", "Next", "Status", "Set", "Abort",
    "send", "render", "redirect", "status",
  ]

  /// A member of a request.
  func member(_ name: String, ofCarrier value: FlowValue, at place: Int) -> FlowValue {
    if Self.ownMembers.contains(name) { return .unknown }
    var result = value
    result.isCarrier = false
    result.trace = [
      FlowValue.Step(
        token: place, name: (value.trace.last?.name ?? "request") + (name == "[]" ? "" : "." + name)
      )
    ]
    return result
  }

  // MARK: - Parameters

  private static let carrierTypes = KnownPattern(
    #"\b(?:HttpServletRequest|ServletRequest|HttpRequest|HttpRequestBase|HttpRequestMessage|ServerHttpRequest|ServerRequest|ServerRequestInterface|IncomingMessage|NextApiRequest|NextRequest|FastifyRequest|NativeWebRequest|WebRequest|WSGIRequest|APIGatewayProxyEvent\w*|http\.Request|web\.Request|express\.Request|RequestFacade|MultipartHttpServletRequest|HttpListenerRequest|PortletRequest|ContainerRequestContext|Request)\b"#
  )
  private static let inputMarks = KnownPattern(
    #"@(?:RequestParam|PathVariable|RequestBody|RequestHeader|CookieValue|QueryParam|PathParam|FormParam|HeaderParam|CookieParam|MatrixVariable|ModelAttribute|Query|Body|Param|Headers|Args)\b|\bFrom(?:Query|Body|Route|Form|Header)\b|\bweb::(?:Query|Path|Json|Form|Bytes)\b|\b(?:Query|Path|Json|Form|RawBody|Multipart)<|=\s{0,2}(?:Query|Path|Body|Form|Header|Cookie|File)\("#
  )
  private static let handlerMarks = KnownPattern(
    #"@(?:\w+\.)?(?:route|get|post|put|patch|delete|websocket|api_route|expose|view_config)\s{0,2}\(|@(?:GetMapping|PostMapping|PutMapping|DeleteMapping|PatchMapping|RequestMapping|GET|POST|PUT|DELETE|Path|MessageMapping|KafkaListener|Get|Post|Put|Delete|Patch)\b|\[Http(?:Get|Post|Put|Delete|Patch)|\b(?:IActionResult|ActionResult|JsonResult|ViewResult|IHttpActionResult|ContentResult|IResult|RedirectResult|FileResult)\b"#
  )
  private static let eventHandlers = KnownPattern(
    #"(?i)^(?:lambda_)?handler$|^lambda|_handler$|^main$"#)
  private static let django = KnownPattern(#"\bdjango\b|\burlpatterns\b"#)
  private static let toolMarks = KnownPattern(
    #"@(?:\w+\.)?(?:tool|function_tool|kernel_function|mcp_tool|beta_tool)\b"#)
  private static let commandMarks = KnownPattern(
    #"@(?:\w+\.)?(?:command|group|callback|argument|option)\s{0,2}\("#)

  /// Parameters of handlers that a framework fills with something of its own.
  private static let ownParameters: Set<String> = [
    "self", "cls", "this", "db", "session", "background_tasks", "current_user", "user", "ctx",
    "context", "response", "res", "next", "model", "cancellationToken", "logger", "principal",
    "redirectAttributes", "bindingResult", "result", "settings", "config", "service", "repo",
    "repository", "app", "w", "done", "reply",
  ]

  /// What a framework fills a parameter with; nil where it is not known to.
  func value(
    ofParameter token: Int, _ name: String, of function: FunctionIndex.Function
  ) -> FlowValue? {
    let bytes = declaration(of: token, function)
    let step = FlowValue.Step(token: token, name: name)
    if scan.matches(Self.inputMarks, in: bytes) { return .outside(.request, step) }
    if Self.carriers.contains(name) || scan.matches(Self.carrierTypes, in: bytes) {
      return servesRequests ? carrier(name, at: token) : nil
    }
    if ["c", "ctx", "gc"].contains(name) {
      // The contexts of web frameworks: their methods are told by name.
      return .unknown
    }
    if name == "args" || name == "argv", function.name == "main" || function.name == "Main" {
      return .outside(.argument, step)
    }
    guard !Self.ownParameters.contains(name) else { return nil }
    let head = self.head(of: function)
    if scan.matches(Self.commandMarks, in: head) { return .outside(.argument, step) }
    if name == "event", scan.matches(Self.eventHandlers, inOther: Array(function.name.utf8)) {
      return carrier(name, at: token)
    }
    if scan.document.language.id == "python", scan.holds(Self.django),
      walk.isWord(function.parameters.lowerBound, "request")
    {
      // A view's parameters are parts of the address.
      return holdsCall(bytes) ? nil : .outside(.request, step)
    }
    if scan.matches(Self.handlerMarks, in: head) {
      // What has a default that is made, is made by the program.
      return holdsCall(bytes) ? nil : .outside(.request, step)
    }
    if scan.matches(Self.toolMarks, in: head) {
      return .outside(FlowValue.Sources([.model]), step)
    }
    return nil
  }

  private func holdsCall(_ range: Range<Int>) -> Bool {
    walk.bytes[range].contains(UInt8(ascii: "("))
  }

  /// The bytes of a parameter with its type and marks.
  private func declaration(of token: Int, _ function: FunctionIndex.Function) -> Range<Int> {
    var first = token
    var depth = 0
    while first > function.parameters.lowerBound {
      let before = first - 1
      if walk.isMark(before, [")", "]", ">", "}"]) { depth += 1 }
      if walk.isMark(before, ["(", "[", "<", "{"]) { depth -= 1 }
      if walk.isMark(before, ","), depth <= 0 { break }
      first = before
    }
    var last = token
    depth = 0
    while last + 1 < function.parameters.upperBound {
      let next = last + 1
      if walk.isMark(next, ["(", "[", "<", "{"]) { depth += 1 }
      if walk.isMark(next, [")", "]", ">", "}"]) { depth -= 1 }
      if walk.isMark(next, ","), depth <= 0 { break }
      last = next
    }
    return walk.tokens[first].range.lowerBound..<walk.tokens[last].range.upperBound
  }

  /// The bytes before a function that belong to it: marks and its result, at most 400.
  private func head(of function: FunctionIndex.Function) -> Range<Int> {
    let first = walk.tokens[min(function.start, walk.count - 1)].range.lowerBound
    let end = max(
      first,
      walk.tokens[max(0, min(function.parameters.lowerBound, walk.count) - 1)].range.lowerBound)
    var start = first
    // Up to the end of the statement or block before.
    while start > 0, first - start < 400 {
      let byte = walk.bytes[start - 1]
      if byte == UInt8(ascii: ";") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "{") {
        break
      }
      if byte == 0x0A, start >= 2, walk.bytes[start - 2] == 0x0A { break }
      start -= 1
    }
    return start..<end
  }
}
