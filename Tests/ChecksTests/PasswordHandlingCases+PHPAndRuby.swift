extension PasswordHandlingCase {
  static let phpAndRuby: [PasswordHandlingCase] = [
    PasswordHandlingCase(
      "app.php", .stored,
      #"""
      <?php
      $username = $_POST['username'];
      $password = $_POST['password'];
      $stmt = $pdo->prepare("INSERT INTO users (username, password) VALUES (?, ?)");
      $stmt->execute([$username, $password]);
      """#),
    PasswordHandlingCase(
      "app.php", .nothing,
      #"""
      <?php
      $username = $_POST['username'];
      $password = password_hash($_POST['password'], PASSWORD_DEFAULT);
      $stmt = $pdo->prepare("INSERT INTO users (username, password) VALUES (?, ?)");
      $stmt->execute([$username, $password]);
      """#),
    PasswordHandlingCase(
      "app.php", .stored,
      #"""
      <?php
      $stmt = $conn->prepare("INSERT INTO users (name, password) VALUES (?, ?)");
      $stmt->bind_param("ss", $_POST['name'], $_POST['password']);
      $stmt->execute();
      """#),
    PasswordHandlingCase(
      "app.php", .compared,
      #"""
      <?php
      $result = mysqli_query($conn, "SELECT * FROM users WHERE username='$username' AND password='$password'");
      """#),
    PasswordHandlingCase(
      "app.php", .compared,
      #"""
      <?php
      $row = $stmt->fetch();
      if ($row && $row['password'] === $_POST['password']) {
          $_SESSION['user'] = $row['id'];
      }
      """#),
    PasswordHandlingCase(
      "app.php", .fastHash,
      #"""
      <?php
      $hash = md5($_POST['password']);
      $pdo->prepare("INSERT INTO users (name, password) VALUES (?, ?)")->execute([$name, $hash]);
      """#),
    PasswordHandlingCase(
      "app.php", .fastHash,
      #"""
      <?php
      function check_login($user, $password) { return $user['password'] === hash('sha256', $password); }
      """#),
    PasswordHandlingCase(
      "app.php", .stored,
      #"""
      <?php
      public function register(Request $request)
      {
          $user = User::create([
              'name' => $request->name,
              'email' => $request->email,
              'password' => $request->password,
          ]);
      }
      """#),
    PasswordHandlingCase(
      "app.php", .nothing,
      #"""
      <?php
      public function register(Request $request)
      {
          $user = User::create([
              'name' => $request->name,
              'email' => $request->email,
              'password' => Hash::make($request->password),
          ]);
      }
      """#),
    PasswordHandlingCase(
      "app.php", .stored,
      #"""
      <?php
      $user = new User();
      $user->email = $request->input('email');
      $user->password = $request->input('password');
      $user->save();
      """#),
    PasswordHandlingCase(
      "app.php", .logged,
      #"""
      <?php
      error_log("Login failed for $username with password $password");
      """#),
    PasswordHandlingCase(
      "app.php", .stored,
      #"""
      <?php
      file_put_contents('users.txt', "$username:$password\n", FILE_APPEND);
      """#),
    PasswordHandlingCase(
      "app.php", .sent,
      #"""
      <?php
      mail($email, 'Your account', "Your password is: $password");
      """#),
    PasswordHandlingCase(
      "app.rb", .stored,
      #"""
      post '/register' do
        DB.execute("INSERT INTO users (name, password) VALUES (?, ?)", [params[:name], params[:password]])
      end
      """#),
    PasswordHandlingCase(
      "app.rb", .stored,
      #"""
      post '/signup' do
        user = User.create(email: params[:email], password: params[:password])
      end
      """#),
    PasswordHandlingCase(
      "app.rb", .nothing,
      #"""
      class User < ApplicationRecord
        has_secure_password
      end
      user = User.create(email: params[:email], password: params[:password])
      """#),
    PasswordHandlingCase(
      "app.rb", .compared,
      #"""
      post '/login' do
        user = User.find_by(email: params[:email])
        if user && user.password == params[:password]
          session[:user_id] = user.id
        end
      end
      """#),
    PasswordHandlingCase(
      "app.rb", .logged,
      #"""
      def create
        Rails.logger.info "login #{params[:email]} #{params[:password]}"
      end
      """#),
    PasswordHandlingCase(
      "app.rb", .fastHash,
      #"""
      def encrypt_password(password)
        Digest::SHA256.hexdigest(password)
      end
      """#),
    PasswordHandlingCase(
      "app.php", .compared,
      #"""
      <?php
      $stmt = $pdo->prepare("SELECT * FROM users WHERE email = :email AND password = :password");
      $stmt->execute(['email' => $email, 'password' => $password]);
      """#),
    PasswordHandlingCase(
      "app.php", .stored,
      #"""
      <?php
      $stmt = $pdo->prepare("INSERT INTO users (email, password) VALUES (:email, :password)");
      $stmt->bindParam(':email', $email);
      $stmt->bindParam(':password', $password);
      $stmt->execute();
      """#),
    PasswordHandlingCase(
      "app.php", .nothing,
      #"""
      <?php
      $stmt = $pdo->prepare("INSERT INTO users (email, password) VALUES (:email, :password)");
      $stmt->execute([':email' => $email, ':password' => password_hash($password, PASSWORD_BCRYPT)]);
      """#),
    PasswordHandlingCase(
      "app.php", .nothing,
      #"""
      <?php
      $stmt = $pdo->prepare("SELECT * FROM users WHERE email = ?");
      $stmt->execute([$_POST['email']]);
      $user = $stmt->fetch();
      if ($user && password_verify($_POST['password'], $user['password'])) { $_SESSION['id'] = $user['id']; }
      """#),
  ]
}
