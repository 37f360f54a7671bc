extension PasswordHandlingCase {
  static let messages: [PasswordHandlingCase] = [
    PasswordHandlingCase(
      "auth.py", .sent,
      #"""
      token = jwt.encode({"sub": user.id, "password": user.password}, key, algorithm="HS256")
      """#),
    PasswordHandlingCase(
      "auth.ts", .sent,
      #"""
      const payload = { sub: user.id, password: user.password };
      return this.jwtService.sign(payload);
      """#),
    PasswordHandlingCase(
      "JwtUtil.java", .sent,
      #"""
      Map<String, Object> claims = new HashMap<>();
      claims.put("password", user.getPassword());
      """#),
    PasswordHandlingCase(
      "auth.go", .sent,
      #"""
      token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"user": username, "password": password})
      """#),
    PasswordHandlingCase(
      "login.js", .sent,
      #"""
      router.push('/home?user=' + username + '&password=' + encodeURIComponent(password));
      """#),
    PasswordHandlingCase(
      "login.js", .sent,
      #"""
      await fetch(`/api/register?email=${form.email}&password=${form.password}`);
      """#),
    PasswordHandlingCase(
      "login.cs", .nothing,
      #"""
      var body = "grant_type=password&username=" + user + "&password=" + password;
      """#),
    PasswordHandlingCase(
      "bot.py", .sent,
      #"""
      await update.message.reply_text(f"Registered! Login: {login}, password: {password}")
      """#),
    PasswordHandlingCase(
      "bot.py", .nothing,
      #"""
      await update.message.reply_text(f"Registered! Login: {login}, password: hidden")
      """#),
    PasswordHandlingCase(
      "StudentController.java", .sent,
      #"""
      Student student = students.findByLogin(login);
      model.addAttribute("message", "Your password is " + student.getPassword());
      """#),
    PasswordHandlingCase(
      "users_controller.rb", .sent,
      #"""
      def show
        user = User.find(params[:id])
        render json: { email: user.email, password: user.password }
      end
      """#),
    PasswordHandlingCase(
      "auth.py", .encrypted,
      #"""
      def register(username, password):
          db.users.insert_one({"name": username, "secret": base64.b64encode(password.encode()).decode()})
      """#),
    PasswordHandlingCase(
      "auth.py", .nothing,
      #"""
      def call(username, password):
          headers = {"Authorization": "Basic " + base64.b64encode(password.encode()).decode()}
          save(username)
      """#),
    PasswordHandlingCase(
      "auth.js", .encrypted,
      #"""
      const signIn = (username, password) => users[username] && atob(users[username].secret) === password;
      """#),
    PasswordHandlingCase(
      "main.js", .nothing,
      #"""
      ipcMain.handle('login:save', (_e, { username, password }) => {
        store.set('user', username);
        store.set('blob', safeStorage.encryptString(password).toString('base64'));
      });
      """#),
    PasswordHandlingCase(
      "auth.php", .stored,
      #"""
      <?php
      session(['member_id' => $member->id, 'member_password' => $request->password]);
      """#),
    PasswordHandlingCase(
      "Login.cs", .stored,
      #"""
      HttpContext.Session.SetString("Password", password);
      """#),
    PasswordHandlingCase(
      "Login.cs", .stored,
      #"""
      if (remember) {
          Properties.Settings.Default.Password = txtPassword.Text;
      }
      """#),
    PasswordHandlingCase(
      "LoginView.swift", .stored,
      #"""
      @AppStorage("password") private var savedPassword = ""
      """#),
    PasswordHandlingCase(
      "LoginView.swift", .nothing,
      #"""
      @AppStorage("showPassword") private var showPassword = false
      """#),
    PasswordHandlingCase(
      "adduser.sh", .stored,
      #"""
      read -rp "Username: " username
      read -rsp "Password: " password
      echo "$username:$password" >> "$USERS_FILE"
      """#),
    PasswordHandlingCase(
      "adduser.sh", .fastHash,
      #"""
      hash=$(echo -n "$password" | sha256sum | cut -d' ' -f1)
      """#),
    PasswordHandlingCase(
      "login.sh", .compared,
      #"""
      if [ "$password" = "$stored" ]; then echo "Welcome"; fi
      """#),
    PasswordHandlingCase(
      "login.sh", .nothing,
      #"""
      if [ "$password" != "$password2" ]; then echo "Passwords do not match"; fi
      """#),
    PasswordHandlingCase(
      "Sha256Register.java", .nothing,
      #"""
      public class Sha256Register {
          public Sha256Register(UserRepository repo) { this.repo = repo; }
          void login(String password) { check(password); }
      }
      """#),
    PasswordHandlingCase(
      "forgot.php", .sent,
      #"""
      <?php
      $message = "Hello " . $user['name'] . ", your password is: " . $user['password'];
      mail($user['email'], "Password recovery", $message);
      """#),
    PasswordHandlingCase(
      "accounts.pl", .logged,
      #"""
      my ($user, $password) = @ARGV;
      print STDERR "failed login: $user $password\n";
      """#),
    PasswordHandlingCase(
      "login.py", .compared,
      #"""
      def login():
          cur.execute("SELECT role FROM staff WHERE username=%s AND password=%s", (user_box.get(), pass_box.get()))
      """#),
    PasswordHandlingCase(
      "tasks.py", .stored,
      #"""
      def reset(subscriber_id, new_password):
          sub = Subscriber.objects.get(pk=subscriber_id)
          sub.password = new_password
          sub.save()
      """#),
    PasswordHandlingCase(
      "TellerService.java", .nothing,
      #"""
      String encoded = encoder.apply(password);
      return tellers.findByLogin(login).filter(t -> t.getPassword().equals(encoded));
      """#),
    PasswordHandlingCase(
      "users.rake", .nothing,
      #"""
      user = User.create!(email: email, password: password, password_confirmation: password)
      """#),
    PasswordHandlingCase(
      "main.go", .logged,
      #"""
      func login(user, password string) {
      	fmt.Fprintf(os.Stderr, "wrong password %s of %s\n", password, user)
      }
      """#),
    PasswordHandlingCase(
      "session.go", .stored,
      #"""
      func signin(sess *sessions.Session, user, password string) {
      	sess.Values["password"] = password
      }
      """#),
    PasswordHandlingCase(
      "users.js", .encrypted,
      #"""
      function register(username, password) {
        const coded = Buffer.from(password).toString('base64');
        users.insertOne({ username, coded });
      }
      """#),
    PasswordHandlingCase(
      "Login.kt", .stored,
      #"""
      dataStore.edit { prefs ->
          prefs[passwordKey] = password
      }
      """#),
  ]
}
