extension PasswordHandlingCase {
  static let native: [PasswordHandlingCase] = [
    PasswordHandlingCase(
      "app.cs", .stored,
      #"""
      [HttpPost("register")]
      public async Task<IActionResult> Register(RegisterModel model)
      {
          var user = new User { Username = model.Username, Password = model.Password };
          _context.Users.Add(user);
          await _context.SaveChangesAsync();
          return Ok();
      }
      """#),
    PasswordHandlingCase(
      "app.cs", .nothing,
      #"""
      [HttpPost("register")]
      public async Task<IActionResult> Register(RegisterModel model)
      {
          var user = new User { Username = model.Username, PasswordHash = BCrypt.Net.BCrypt.HashPassword(model.Password) };
          _context.Users.Add(user);
          await _userManager.CreateAsync(user, model.Password);
          return Ok();
      }
      """#),
    PasswordHandlingCase(
      "app.cs", .compared,
      #"""
      var user = _context.Users.FirstOrDefault(u => u.Username == model.Username && u.Password == model.Password);
      """#),
    PasswordHandlingCase(
      "app.cs", .stored,
      #"""
      var cmd = new SqlCommand("INSERT INTO Users (Username, Password) VALUES (@u, @p)", conn);
      cmd.Parameters.AddWithValue("@u", username);
      cmd.Parameters.AddWithValue("@p", password);
      cmd.ExecuteNonQuery();
      """#),
    PasswordHandlingCase(
      "app.cs", .fastHash,
      #"""
      public static string HashPassword(string password)
      {
          using var sha = SHA256.Create();
          return Convert.ToHexString(sha.ComputeHash(Encoding.UTF8.GetBytes(password)));
      }
      """#),
    PasswordHandlingCase(
      "app.cs", .logged,
      #"""
      _logger.LogInformation("Login {User} {Password}", model.Username, model.Password);
      """#),
    PasswordHandlingCase(
      "app.go", .stored,
      #"""
      func register(w http.ResponseWriter, r *http.Request) {
        username := r.FormValue("username")
        password := r.FormValue("password")
        _, err := db.Exec("INSERT INTO users (username, password) VALUES (?, ?)", username, password)
        if err != nil {
          http.Error(w, "error", 500)
        }
      }
      """#),
    PasswordHandlingCase(
      "app.go", .nothing,
      #"""
      func register(w http.ResponseWriter, r *http.Request) {
        password := r.FormValue("password")
        hash, err := bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
        _, err = db.Exec("INSERT INTO users (username, password) VALUES (?, ?)", username, string(hash))
      }
      """#),
    PasswordHandlingCase(
      "app.go", .stored,
      #"""
      func createUser(c *gin.Context) {
        var req RegisterRequest
        c.BindJSON(&req)
        user := User{Email: req.Email, Password: req.Password}
        db.Create(&user)
      }
      """#),
    PasswordHandlingCase(
      "app.go", .compared,
      #"""
      func login(req LoginRequest) bool {
        user, ok := users[req.Username]
        if !ok || user.Password != req.Password {
          return false
        }
        return true
      }
      """#),
    PasswordHandlingCase(
      "app.go", .logged,
      #"""
      func login(username, password string) {
        log.Printf("login %s %s", username, password)
      }
      """#),
    PasswordHandlingCase(
      "app.go", .fastHash,
      #"""
      func hashPassword(password string) string {
        sum := sha256.Sum256([]byte(password))
        return hex.EncodeToString(sum[:])
      }
      """#),
    PasswordHandlingCase(
      "app.swift", .stored,
      #"""
      func remember(password: String) {
          UserDefaults.standard.set(password, forKey: "userPassword")
      }
      """#),
    PasswordHandlingCase(
      "app.swift", .nothing,
      #"""
      func login(email: String, password: String) async throws {
          try await api.signIn(email: email, password: password)
          try keychain.set(password, key: "password")
      }
      """#),
    PasswordHandlingCase(
      "app.swift", .stored,
      #"""
      let user = try User(username: input.username, passwordHash: Bcrypt.hash(input.password))
      UserDefaults.standard.setValue(input.password, forKey: "pw")
      """#),
    PasswordHandlingCase(
      "app.swift", .logged,
      #"""
      func login(user: String, password: String) {
          print("Logging in \(user) with \(password)")
      }
      """#),
    PasswordHandlingCase(
      "app.rs", .stored,
      #"""
      async fn register(form: web::Json<Register>, pool: web::Data<PgPool>) -> HttpResponse {
          sqlx::query("INSERT INTO users (username, password) VALUES ($1, $2)")
              .bind(&form.username)
              .bind(&form.password)
              .execute(pool.get_ref())
              .await
              .unwrap();
          HttpResponse::Ok().finish()
      }
      """#),
    PasswordHandlingCase(
      "app.rs", .compared,
      #"""
      fn login(user: &User, password: &str) -> bool {
          user.password == password
      }
      """#),
    PasswordHandlingCase(
      "app.rs", .logged,
      #"""
      fn login(username: &str, password: &str) {
          println!("login {} {}", username, password);
      }
      """#),
    PasswordHandlingCase(
      "app.c", .compared,
      #"""
      int check_login(const char *user, const char *password) {
          struct account *account = find_account(user);
          return account && strcmp(account->password, password) == 0;
      }
      """#),
    PasswordHandlingCase(
      "app.c", .stored,
      #"""
      void save_user(const char *name, const char *password) {
          FILE *f = fopen("users.txt", "a");
          fprintf(f, "%s:%s\n", name, password);
          fclose(f);
      }
      """#),
    PasswordHandlingCase(
      "app.c", .compared,
      #"""
      static const char admin_password[] = "s3rvice-Door-77";
      int login(const char *input) { return strcmp(input, admin_password) == 0; }
      """#),
    PasswordHandlingCase(
      "app.cs", .compared,
      #"""
      public bool Login(string username, string password)
      {
          var user = _db.Users.SingleOrDefault(u => u.Username == username);
          return user != null && user.Password == password;
      }
      """#),
    PasswordHandlingCase(
      "app.cs", .stored,
      #"""
      user.Password = model.Password;
      await _context.SaveChangesAsync();
      """#),
    PasswordHandlingCase(
      "app.cs", .nothing,
      #"""
      user.PasswordHash = _hasher.HashPassword(user, model.Password);
      var result = await _signInManager.PasswordSignInAsync(model.Email, model.Password, false, false);
      client.Credentials = new NetworkCredential(user, password);
      """#),
    PasswordHandlingCase(
      "app.cs", .stored,
      #"""
      var sql = $"INSERT INTO Users (Username, Password) VALUES ('{username}', '{password}')";
      using var cmd = new SqliteCommand(sql, conn);
      """#),
    PasswordHandlingCase(
      "app.cs", .stored,
      #"""
      File.AppendAllText("users.csv", $"{username},{password}\n"); // register
      """#),
    PasswordHandlingCase(
      "app.cs", .logged,
      #"""
      Console.WriteLine($"Login {username} {password}");
      """#),
    PasswordHandlingCase(
      "app.go", .compared,
      #"""
      row := db.QueryRow("SELECT id FROM users WHERE username = $1 AND password = $2", username, password)
      """#),
    PasswordHandlingCase(
      "app.go", .compared,
      #"""
      var stored string
      err := db.QueryRow("SELECT password FROM users WHERE name = ?", name).Scan(&stored)
      if user.Password == password {
        session.Login(user)
      }
      """#),
    PasswordHandlingCase(
      "app.go", .stored,
      #"""
      users[username] = User{Name: username, Password: password}
      """#),
    PasswordHandlingCase(
      "app.go", .nothing,
      #"""
      dsn := fmt.Sprintf("host=%s user=%s password=%s", host, user, password)
      db, err := sql.Open("postgres", dsn)
      auth := smtp.PlainAuth("", user, password, host)
      req.SetBasicAuth(username, password)
      """#),
  ]
}
