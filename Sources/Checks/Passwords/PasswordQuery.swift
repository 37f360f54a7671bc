import SourceText

/// Queries that a password goes into, as a parameter or as part of their text.
enum PasswordQuery {
  private static let writes = KnownPattern(
    #"(?i)\b(?:insert\s{1,4}(?:or\s{1,2}\w{1,8}\s{1,2}|ignore\s{1,2})?into|replace\s{1,2}into|merge\s{1,2}into)\b"#
  )
  private static let updates = KnownPattern(
    #"(?i)\bupdate\s{1,4}[^\s]{1,60}\s{1,8}set\b"#)
  private static let asks = KnownPattern(
    #"(?i)\b(?:where|and|or)\s{1,8}[`"\[]?(?:\w{1,20}\.)?[`"]?\w{0,20}(?:pass(?:word|wd|phrase)?|pwd|passwort|senha|contrasena)\w{0,20}[`"\]]?\s{0,3}(?:=|<>|like\b)"#
  )
  private static let asksAnything = KnownPattern(
    #"(?i)\bselect\b[\s\S]{1,300}\bwhere\b"#)
  private static let protects = KnownPattern(
    #"(?i)\b(?:crypt|gen_salt|password|sha1|sha2|sha|md5|hashbytes|digest|aes_encrypt|encode|pgp_sym_encrypt|encryptbypassphrase)\s{0,2}\("#
  )
  private static let accountQuery = KnownPattern(
    #"(?i)\b(?:alter|create)\s{1,3}(?:user|role|login)|identified\s{1,2}by|(?:^|;)\s{0,4}set\s{1,2}password"#
  )

  private static let statement = KnownPattern(
    #"(?i)\bfrom\s{1,3}[A-Z]\w{1,40}\s(?:\w{1,12}\s)?where\s|\b(?:insert\s|update\s|select\s|replace\s|delete\s|merge\s|alter\s|create\s)"#
  )

  /// What a report says of a password that a query asks for.
  static let comparison = "compared in a query"
  static let writing = "written by a query"

  private static let calls: Set<String> = [
    "execute", "exec", "query", "run", "get", "all", "each", "prepare", "raw", "executeUpdate",
    "update",
    "executeQuery", "queryForObject", "setString", "setObject", "bindParam", "bindValue",
    "bind_param",
    "AddWithValue", "Add", "QueryRow", "Exec", "ExecContext", "QueryRowContext", "Query",
    "QueryContext",
    "execSQL", "rawQuery", "fetch", "fetchone", "bind", "push_bind", "execute_batch", "executemany",
    "exec_params", "query_row", "mysqli_query", "mysql_query", "pg_query", "pg_query_params", "one",
    "none",
    "sqlite3_exec", "mysql_real_query", "ExecuteAsync", "QueryAsync", "ExecuteSqlRaw", "FromSqlRaw",
    "ExecuteSqlRawAsync", "bindText", "bindString", "sql", "fetchrow", "fetchval",
    "QueryFirstOrDefault",
    "QuerySingleOrDefault", "get_first_row", "get_first_value", "fetch_row",
    "mysqli_stmt_bind_param", "sqlite3_bind_text", "param", "do",
    "selectOne", "any",
    "scalar", "text", "queryForList", "insert", "queryOne", "Get", "Select", "NamedExec",
    "create_statement",
    "SqlCommand", "MySqlCommand", "SqliteCommand", "NpgsqlCommand", "oneOrNone", "manyOrNone",
    "first",
    "createQuery", "createNativeQuery", "setParameter", "fetch_one", "fetch_optional", "fetch_all",
    "QueryFirstOrDefaultAsync", "ExecuteNonQuery", "ExecuteScalar", "where", "sprintf", "snprintf",
    "format",
    "Sprintf", "append", "selectrow_array", "query_as", "query!", "Parameter", "fetchRow", "select",
    "db",
  ]

  /// Calls that give a value to a query that was prepared before.
  private static let bindings: Set<String> = [
    "execute", "run", "get", "all", "exec", "query", "setString", "bindParam", "bindValue",
    "bind_param",
    "AddWithValue", "Add", "bind", "push_bind", "mysqli_stmt_bind_param", "bindString",
    "sqlite3_bind_text",
    "setParameter", "param", "Exec", "QueryRow", "Query", "bindText", "executeUpdate", "update",
    "text",
    "queryForObject", "mysqli_query", "fetchone", "sql", "pg_query_params", "ExecuteAsync",
    "QueryRowContext",
    "ExecContext", "QueryFirstOrDefault", "setObject", "exec_params", "selectrow_array", "do",
  ]

  /// Whether a call sends a query that keeps or compares the password.
  static func step(_ trace: PasswordTrace, call: PasswordCall) -> PasswordTrace.Step {
    guard calls.contains(call.name) else { return .goOn }
    let view = trace.view
    let close = view.brackets.partner(of: call.open) ?? call.open
    if let query = query(in: call.open..<close, view) {
      return judge(query, trace)
    }
    if trace.value.isInterpolated { return .goOn }
    guard bindings.contains(call.name) else { return .goOn }
    // Prepared before, in the same statement or in a variable above.
    let start = max(0, call.open - 160)
    guard let query = query(in: start..<call.open, view, last: true) else { return .goOn }
    return judge(query, trace)
  }

  /// Whether a text that is put together with the password is a query.
  static func step(_ trace: PasswordTrace, from start: Int) -> PasswordTrace.Step {
    let view = trace.view
    let end = view.statementEnd(trace.value.path.upperBound)
    let range = view.statementStart(start)..<max(end, trace.value.path.upperBound)
    guard let query = query(in: range, view) else { return .goOn }
    return judge(query, trace)
  }

  /// The strings of a stretch of code, from the first or last that is a query on.
  private static func query(in range: Range<Int>, _ view: CodeView, last: Bool = false) -> String? {
    let scan = view.scan
    var found: Int?
    for index in range where view.kind(index) == .string {
      let content = view.tokens[index].content
      guard content.count >= 8, content.count < 4_000 else { continue }
      if scan.matches(statement, in: content) {
        found = index
        if !last { break }
      }
    }
    guard let found else { return nil }
    var text = ""
    for index in found..<min(range.upperBound, found + 40) where view.kind(index) == .string {
      text += view.content(index) + " "
    }
    return text
  }

  private static func judge(_ query: String, _ trace: PasswordTrace) -> PasswordTrace.Step {
    let bytes = Array(query.utf8)
    func holds(_ pattern: KnownPattern) -> Bool { trace.view.scan.matches(pattern, inOther: bytes) }
    if holds(accountQuery) || holds(protects) { return .end }
    if holds(asks) { return trace.made(.compared, .sure, comparison) }
    if holds(writes) || holds(updates) {
      return trace.made(.stored, .sure, writing)
    }
    if holds(asksAnything),
      NameWords(query.split(separator: " ").last.map(String.init) ?? "").isAboutPasswords
    {
      return trace.made(.compared, .likely, comparison)
    }
    return .goOn
  }
}
