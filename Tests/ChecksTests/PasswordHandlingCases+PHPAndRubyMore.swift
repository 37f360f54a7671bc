extension PasswordHandlingCase {
  static let phpAndRubyMore: [PasswordHandlingCase] = [
    PasswordHandlingCase(
      "app.php", .stored,
      #"""
      <?php
      $sql = "INSERT INTO users (username, password) VALUES ('" . $username . "', '" . $password . "')";
      mysqli_query($conn, $sql);
      """#),
    PasswordHandlingCase(
      "app.php", .nothing,
      #"""
      <?php
      $pdo = new PDO($dsn, $user, $password);
      $mysqli = new mysqli($host, $user, $password, $db);
      if ($password !== $password_confirm) { $errors[] = 'Passwords do not match'; }
      """#),
    PasswordHandlingCase(
      "app.php", .stored,
      #"""
      <?php
      $user = new User();
      $user->setEmail($request->get('email'));
      $user->setPassword($request->get('password'));
      $em->persist($user);
      """#),
    PasswordHandlingCase(
      "app.php", .nothing,
      #"""
      <?php
      $user->setPassword($passwordHasher->hashPassword($user, $form->get('plainPassword')->getData()));
      $em->persist($user);
      """#),
    PasswordHandlingCase(
      "app.php", .compared,
      #"""
      <?php
      $user = DB::table('users')->where('email', $request->email)->where('password', $request->password)->first();
      """#),
    PasswordHandlingCase(
      "app.php", .fastHash,
      #"""
      <?php
      $user->password = sha1($salt . $_POST['password']);
      """#),
    PasswordHandlingCase(
      "app.php", .stored,
      #"""
      <?php
      setcookie('password', $password, time() + 3600);
      """#),
    PasswordHandlingCase(
      "app.php", .logged,
      #"""
      <?php
      Log::info('Login attempt', ['email' => $email, 'password' => $password]);
      """#),
    PasswordHandlingCase(
      "app.rb", .stored,
      #"""
      def create
        @user = User.new(name: params[:name])
        @user.password = params[:password]
        @user.save
      end
      """#),
    PasswordHandlingCase(
      "app.rb", .compared,
      #"""
      user = db.execute("SELECT * FROM users WHERE name = ? AND password = ?", [params[:name], params[:password]]).first
      """#),
    PasswordHandlingCase(
      "app.rb", .nothing,
      #"""
      get '/login' do
        user = User.find_by(email: params[:email])
        if user && user.authenticate(params[:password])
          session[:id] = user.id
        end
        if user && BCrypt::Password.new(user.password_hash) == params[:password]
          session[:id] = user.id
        end
      end
      """#),
    PasswordHandlingCase(
      "app.rb", .logged,
      #"""
      puts "Logging in #{username} with #{password}"
      """#),
    PasswordHandlingCase(
      "app.php", .stored,
      #"""
      <?php
      $user = ['email' => $_POST['email'], 'password' => $_POST['password']];
      $users[] = $user;
      file_put_contents('users.json', json_encode($users));
      """#),
    PasswordHandlingCase(
      "app.php", .stored,
      #"""
      <?php
      $query = "INSERT INTO users SET name = '$name', password = '$password'";
      $mysqli->query($query);
      """#),
    PasswordHandlingCase(
      "app.php", .stored,
      #"""
      <?php
      $db->query("UPDATE users SET password = '{$_POST['new_password']}' WHERE id = $id");
      """#),
    PasswordHandlingCase(
      "app.php", .compared,
      #"""
      <?php
      if (isset($users[$username]) && $users[$username] === $password) { login($username); }
      """#),
    PasswordHandlingCase(
      "app.php", .compared,
      #"""
      <?php
      $user = User::where('email', $request->email)->first();
      if ($user && $user->password == $request->password) { Auth::login($user); }
      """#),
    PasswordHandlingCase(
      "app.php", .nothing,
      #"""
      <?php
      $data = $request->validate(['email' => 'required|email', 'password' => 'required|min:12|confirmed']);
      if (Auth::attempt(['email' => $request->email, 'password' => $request->password])) { return redirect('/'); }
      """#),
    PasswordHandlingCase(
      "app.php", .nothing,
      #"""
      <?php
      $user = User::create(['email' => $data['email'], 'password' => bcrypt($data['password'])]);
      """#),
    PasswordHandlingCase(
      "app.php", .sent,
      #"""
      <?php
      $message = "Hello $name,\nYour new password: $newPassword\n";
      mail($email, 'Password reset', $message);
      """#),
    PasswordHandlingCase(
      "app.rb", .stored,
      #"""
      def create
        user = User.new(email: params[:email], password: params[:password])
        user.save
      end
      """#),
    PasswordHandlingCase(
      "app.rb", .nothing,
      #"""
      user.password_digest = BCrypt::Password.create(params[:password])
      """#),
    PasswordHandlingCase(
      "app.rb", .stored,
      #"""
      DB[:users].insert(name: params[:name], password: params[:password])
      """#),
  ]
}
