extension PasswordHandlingCase {
  static let nativeMore: [PasswordHandlingCase] = [
    PasswordHandlingCase(
      "app.swift", .compared,
      #"""
      func login(name: String, password: String) -> Bool {
          guard let user = users.first(where: { $0.name == name }) else { return false }
          return user.password == password
      }
      """#),
    PasswordHandlingCase(
      "app.swift", .nothing,
      #"""
      struct LoginView: View {
          @State private var password = ""
          var body: some View {
              SecureField("Password", text: $password)
              Button("Sign in") { Task { try await session.signIn(email: email, password: password) } }
          }
      }
      """#),
    PasswordHandlingCase(
      "app.swift", .fastHash,
      #"""
      func hashPassword(_ password: String) -> String {
          SHA256.hash(data: Data(password.utf8)).map { String(format: "%02x", $0) }.joined()
      }
      """#),
    PasswordHandlingCase(
      "app.rs", .stored,
      #"""
      let user = User { id: Uuid::new_v4(), email: form.email, password: form.password };
      users.push(user);
      """#),
    PasswordHandlingCase(
      "app.rs", .nothing,
      #"""
      let hash = Argon2::default().hash_password(password.as_bytes(), &salt)?.to_string();
      sqlx::query("INSERT INTO users (email, password_hash) VALUES ($1, $2)").bind(&email).bind(&hash).execute(&pool).await?;
      """#),
    PasswordHandlingCase(
      "app.rs", .logged,
      #"""
      tracing::info!("user {} password {}", form.username, form.password);
      """#),
    PasswordHandlingCase(
      "app.cpp", .stored,
      #"""
      void registerUser(const std::string& username, const std::string& password) {
          std::ofstream file("users.txt", std::ios::app);
          file << username << ":" << password << "\n";
      }
      """#),
    PasswordHandlingCase(
      "app.cpp", .compared,
      #"""
      bool login(const std::string& username, const std::string& password) {
          auto it = users.find(username);
          return it != users.end() && it->second.password == password;
      }
      """#),
    PasswordHandlingCase(
      "app.sql", .column,
      #"""
      CREATE TABLE accounts (
        id SERIAL PRIMARY KEY,
        email TEXT NOT NULL,
        password TEXT NOT NULL
      );
      """#),
    PasswordHandlingCase(
      "app.sql", .nothing,
      #"""
      CREATE TABLE accounts (
        id SERIAL PRIMARY KEY,
        email TEXT NOT NULL,
        password_hash TEXT NOT NULL
      );
      """#),
    PasswordHandlingCase(
      "app.sql", .fastHash,
      #"""
      INSERT INTO users (name, password) VALUES ('anna', MD5('x' || :password));
      """#),
    PasswordHandlingCase(
      "app.dart", .stored,
      #"""
      Future<void> remember(String user, String password) async {
        final prefs = await SharedPreferences.getInstance();
        await prefs.setString('password', password);
      }
      """#),
    PasswordHandlingCase(
      "app.dart", .nothing,
      #"""
      Future<void> remember(String user, String password) async {
        await const FlutterSecureStorage().write(key: 'password', value: password);
      }
      """#),
    PasswordHandlingCase(
      "app.cs", .compared,
      #"""
      if (user.Password.Equals(request.Password)) return Ok(token);
      """#),
    PasswordHandlingCase(
      "app.cs", .compared,
      #"""
      var user = await _context.Users.FirstOrDefaultAsync(u => u.Email == dto.Email && u.Password == dto.Password);
      """#),
    PasswordHandlingCase(
      "app.cs", .nothing,
      #"""
      if (!BCrypt.Net.BCrypt.Verify(dto.Password, user.Password)) return Unauthorized();
      """#),
    PasswordHandlingCase(
      "app.cs", .nothing,
      #"""
      var connection = new SqlConnectionStringBuilder { UserID = user, Password = password }.ConnectionString;
      """#),
    PasswordHandlingCase(
      "app.cs", .sent,
      #"""
      return Ok(new { user.Username, user.Password });
      """#),
    PasswordHandlingCase(
      "app.go", .stored,
      #"""
      _, err = collection.InsertOne(ctx, bson.M{"email": req.Email, "password": req.Password})
      """#),
    PasswordHandlingCase(
      "app.go", .stored,
      #"""
      user := models.User{
        Username: input.Username,
        Password: input.Password,
      }
      db.Save(&user)
      """#),
    PasswordHandlingCase(
      "app.go", .nothing,
      #"""
      user := models.User{
        Username: input.Username,
        Password: string(hashedPassword),
      }
      """#),
    PasswordHandlingCase(
      "app.go", .compared,
      #"""
      if users[creds.Username] != creds.Password {
        w.WriteHeader(http.StatusUnauthorized)
      }
      """#),
    PasswordHandlingCase(
      "app.swift", .stored,
      #"""
      let user = User(context: viewContext)
      user.username = username
      user.password = password
      try viewContext.save()
      """#),
    PasswordHandlingCase(
      "app.swift", .stored,
      #"""
      final class UserStore {
          var users: [String: String] = [:]
          func register(name: String, password: String) { users[name] = password }
      }
      """#),
    PasswordHandlingCase(
      "app.swift", .compared,
      #"""
      func login(name: String, password: String) -> Bool { users[name] == password }
      """#),
    PasswordHandlingCase(
      "app.swift", .nothing,
      #"""
      user.passwordHash = try await req.password.async.hash(create.password)
      try user.save()
      """#),
    PasswordHandlingCase(
      "app.rs", .stored,
      #"""
      conn.execute("INSERT INTO users (name, password) VALUES (?1, ?2)", params![name, password])?;
      """#),
    PasswordHandlingCase(
      "app.rs", .compared,
      #"""
      if user.password != form.password {
          return HttpResponse::Unauthorized().finish(); // login
      }
      """#),
    PasswordHandlingCase(
      "app.rs", .nothing,
      #"""
      if !bcrypt::verify(&form.password, &user.password_hash)? {
          return HttpResponse::Unauthorized().finish();
      }
      """#),
    PasswordHandlingCase(
      "app.c", .stored,
      #"""
      snprintf(sql, sizeof sql, "INSERT INTO users VALUES ('%s', '%s')", user, password);
      sqlite3_exec(db, sql, 0, 0, &err);
      """#),
    PasswordHandlingCase(
      "app.c", .logged,
      #"""
      void login(const char *user, const char *password) { syslog(LOG_INFO, "login %s %s", user, password); }
      """#),
    PasswordHandlingCase(
      "app.c", .nothing,
      #"""
      int check(const char *password, const char *hash) { return strcmp(crypt(password, hash), hash) == 0; }
      """#),
  ]
}
