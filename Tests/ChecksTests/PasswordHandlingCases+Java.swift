extension PasswordHandlingCase {
  static let java: [PasswordHandlingCase] = [
    PasswordHandlingCase(
      "app.java", .stored,
      #"""
      @PostMapping("/register")
      public ResponseEntity<?> register(@RequestBody RegisterRequest request) {
          User user = new User();
          user.setUsername(request.getUsername());
          user.setPassword(request.getPassword());
          userRepository.save(user);
          return ResponseEntity.ok().build();
      }
      """#),
    PasswordHandlingCase(
      "app.java", .nothing,
      #"""
      @PostMapping("/register")
      public ResponseEntity<?> register(@RequestBody RegisterRequest request) {
          User user = new User();
          user.setUsername(request.getUsername());
          user.setPassword(passwordEncoder.encode(request.getPassword()));
          userRepository.save(user);
          return ResponseEntity.ok().build();
      }
      """#),
    PasswordHandlingCase(
      "app.java", .compared,
      #"""
      public boolean login(String username, String password) {
          User user = userRepository.findByUsername(username);
          return user != null && user.getPassword().equals(password);
      }
      """#),
    PasswordHandlingCase(
      "app.java", .compared,
      #"""
      public boolean login(String username, String password) throws SQLException {
          PreparedStatement stmt = connection.prepareStatement("SELECT * FROM users WHERE username = ? AND password = ?");
          stmt.setString(1, username);
          stmt.setString(2, password);
          return stmt.executeQuery().next();
      }
      """#),
    PasswordHandlingCase(
      "app.java", .stored,
      #"""
      public void register(String username, String password) throws SQLException {
          String sql = "INSERT INTO users (username, password) VALUES (?, ?)";
          try (PreparedStatement ps = connection.prepareStatement(sql)) {
              ps.setString(1, username);
              ps.setString(2, password);
              ps.executeUpdate();
          }
      }
      """#),
    PasswordHandlingCase(
      "app.java", .nothing,
      #"""
      public void register(String username, String password) throws SQLException {
          String hash = BCrypt.hashpw(password, BCrypt.gensalt());
          PreparedStatement ps = connection.prepareStatement("INSERT INTO users (username, password) VALUES (?, ?)");
          ps.setString(1, username);
          ps.setString(2, hash);
          ps.executeUpdate();
      }
      """#),
    PasswordHandlingCase(
      "app.java", .logged,
      #"""
      public void login(String username, String password) {
          log.info("Login attempt for {} with password {}", username, password);
      }
      """#),
    PasswordHandlingCase(
      "app.java", .fastHash,
      #"""
      private String hashPassword(String password) throws Exception {
          MessageDigest md = MessageDigest.getInstance("MD5");
          byte[] digest = md.digest(password.getBytes(StandardCharsets.UTF_8));
          return toHex(digest);
      }
      """#),
    PasswordHandlingCase(
      "app.java", .nothing,
      #"""
      public class LoginRequest {
          private String password;
          public String getPassword() { return password; }
          public void setPassword(String password) { this.password = password; }
      }
      """#),
    PasswordHandlingCase(
      "app.java", .compared,
      #"""
      User user = userRepository.findByUsernameAndPassword(username, password);
      """#),
    PasswordHandlingCase(
      "app.kt", .stored,
      #"""
      fun saveLogin(context: Context, user: String, password: String) {
          val prefs = context.getSharedPreferences("login", Context.MODE_PRIVATE)
          prefs.edit().putString("user", user).putString("password", password).apply()
      }
      """#),
    PasswordHandlingCase(
      "app.kt", .stored,
      #"""
      @PostMapping("/register")
      fun register(@RequestBody request: RegisterRequest): User {
          return userRepository.save(User(username = request.username, password = request.password))
      }
      """#),
    PasswordHandlingCase(
      "app.kt", .compared,
      #"""
      fun login(username: String, password: String): Boolean {
          val user = userDao.findByName(username) ?: return false
          return user.password == password
      }
      """#),
    PasswordHandlingCase(
      "app.java", .stored,
      #"""
      public User register(RegisterRequest request) {
          User user = User.builder()
              .email(request.getEmail())
              .password(request.getPassword())
              .build();
          return userRepository.save(user);
      }
      """#),
    PasswordHandlingCase(
      "app.java", .nothing,
      #"""
      public User register(RegisterRequest request) {
          User user = User.builder()
              .email(request.getEmail())
              .password(passwordEncoder.encode(request.getPassword()))
              .build();
          return userRepository.save(user);
      }
      """#),
    PasswordHandlingCase(
      "app.java", .stored,
      #"""
      jdbcTemplate.update("INSERT INTO users (username, password) VALUES (?, ?)", username, password);
      """#),
    PasswordHandlingCase(
      "app.java", .compared,
      #"""
      String sql = "SELECT * FROM users WHERE username = '" + username + "' AND password = '" + password + "'";
      ResultSet rs = statement.executeQuery(sql);
      """#),
    PasswordHandlingCase(
      "app.java", .compared,
      #"""
      if (rs.next() && rs.getString("password").equals(password)) {
          return true; // login
      }
      """#),
    PasswordHandlingCase(
      "app.java", .nothing,
      #"""
      Connection conn = DriverManager.getConnection(url, user, password);
      UsernamePasswordAuthenticationToken token = new UsernamePasswordAuthenticationToken(request.getEmail(), request.getPassword());
      authenticationManager.authenticate(token);
      """#),
    PasswordHandlingCase(
      "app.java", .logged,
      #"""
      System.out.println("User " + username + " logged in with password " + password);
      """#),
    PasswordHandlingCase(
      "app.java", .stored,
      #"""
      SharedPreferences prefs = getSharedPreferences("login", MODE_PRIVATE);
      prefs.edit().putString("username", username).putString("password", password).apply();
      """#),
    PasswordHandlingCase(
      "app.java", .stored,
      #"""
      ContentValues values = new ContentValues();
      values.put("username", username);
      values.put("password", password);
      db.insert("users", null, values);
      """#),
    PasswordHandlingCase(
      "app.java", .nothing,
      #"""
      @Override
      public boolean equals(Object o) {
          User other = (User) o;
          return username.equals(other.username) && password.equals(other.password);
      }
      """#),
    PasswordHandlingCase(
      "app.java", .nothing,
      #"""
      HikariConfig config = new HikariConfig();
      config.setUsername(user);
      config.setPassword(password);
      """#),
    PasswordHandlingCase(
      "app.kt", .stored,
      #"""
      @Dao
      class Repo(private val userDao: UserDao) {
          suspend fun register(name: String, password: String) {
              userDao.insert(User(name = name, password = password))
          }
      }
      """#),
    PasswordHandlingCase(
      "app.kt", .nothing,
      #"""
      suspend fun register(name: String, password: String) {
          val hash = BCrypt.withDefaults().hashToString(12, password.toCharArray())
          userDao.insert(User(name = name, passwordHash = hash))
      }
      """#),
    PasswordHandlingCase(
      "app.kt", .nothing,
      #"""
      data class LoginRequest(val email: String, val password: String)
      suspend fun login(email: String, password: String) = api.login(LoginRequest(email = email, password = password))
      auth.signInWithEmailAndPassword(email, password)
      """#),
    PasswordHandlingCase(
      "app.kt", .logged,
      #"""
      Log.d(TAG, "login $email $password")
      """#),
    PasswordHandlingCase(
      "app.java", .stored,
      #"""
      Account account = new Account();
      account.setEmail(dto.getEmail());
      account.setPassword(dto.getPassword());
      accountRepository.save(account);
      """#),
    PasswordHandlingCase(
      "app.java", .compared,
      #"""
      if (account.getPassword().equals(loginRequest.getPassword())) {
          return jwt.create(account);
      }
      """#),
    PasswordHandlingCase(
      "app.java", .compared,
      #"""
      Optional<User> user = userRepository.findByEmail(email).filter(u -> u.getPassword().equals(password));
      """#),
    PasswordHandlingCase(
      "app.java", .nothing,
      #"""
      if (!passwordEncoder.matches(request.getPassword(), user.getPassword())) {
          throw new BadCredentialsException("login failed");
      }
      """#),
    PasswordHandlingCase(
      "app.java", .nothing,
      #"""
      if (!request.getPassword().equals(request.getConfirmPassword())) {
          throw new IllegalArgumentException("passwords differ");
      }
      """#),
    PasswordHandlingCase(
      "app.java", .stored,
      #"""
      try (FileWriter writer = new FileWriter("users.txt", true)) {
          writer.write(username + ":" + password + "\n");
      }
      """#),
    PasswordHandlingCase(
      "app.java", .stored,
      #"""
      users.put(username, password);
      """#),
    PasswordHandlingCase(
      "app.java", .compared,
      #"""
      return users.containsKey(username) && users.get(username).equals(password);
      """#),
    PasswordHandlingCase(
      "app.java", .encrypted,
      #"""
      Cipher cipher = Cipher.getInstance("AES");
      cipher.init(Cipher.ENCRYPT_MODE, key);
      user.setPassword(Base64.getEncoder().encodeToString(cipher.doFinal(password.getBytes())));
      """#),
    PasswordHandlingCase(
      "app.kt", .stored,
      #"""
      fun register(call: ApplicationCall, req: RegisterRequest) = transaction {
          Users.insert {
              it[username] = req.username
              it[password] = req.password
          }
      }
      """#),
    PasswordHandlingCase(
      "app.kt", .stored,
      #"""
      val values = ContentValues().apply {
          put("name", name)
          put("password", password)
      }
      db.insert("users", null, values)
      """#),
    PasswordHandlingCase(
      "app.kt", .nothing,
      #"""
      val prefs = EncryptedSharedPreferences.create(context, "s", key, a, b)
      prefs.edit().putString("password", password).apply()
      """#),
  ]
}
