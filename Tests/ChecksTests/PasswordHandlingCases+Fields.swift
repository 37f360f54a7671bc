extension PasswordHandlingCase {
  static let fields: [PasswordHandlingCase] = [
    PasswordHandlingCase(
      "user.py", .column,
      #"""
      class User(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          password: str
      """#),
    PasswordHandlingCase(
      "user.py", .nothing,
      #"""
      class UserCreate(SQLModel):
          password: str

      class Team(SQLModel, table=True):
          name: str
      """#),
    PasswordHandlingCase(
      "User.java", .column,
      #"""
      @Entity
      public class User {
          @Id private Long id;
          private String password;
      }
      """#),
    PasswordHandlingCase(
      "LoginRequest.java", .nothing,
      #"""
      @Entity
      public class Team { private String name; }

      class LoginRequest {
          private String password;
      }
      """#),
    PasswordHandlingCase(
      "User.java", .nothing,
      #"""
      @Entity
      public class User implements UserDetails {
          private String password;
      }
      """#),
    PasswordHandlingCase(
      "User.kt", .column,
      #"""
      @Entity(tableName = "users")
      data class UserEntity(
          @PrimaryKey val id: Int,
          val password: String
      )
      """#),
    PasswordHandlingCase(
      "User.cs", .column,
      #"""
      public class Customer
      {
          public int Id { get; set; }
          public string Password { get; set; } = "";
      }
      """#),
    PasswordHandlingCase(
      "LoginViewModel.cs", .nothing,
      #"""
      public class LoginViewModel
      {
          public int ShopId { get; set; }
          public string Password { get; set; }
      }
      """#),
    PasswordHandlingCase(
      "user.go", .column,
      #"""
      type User struct {
      	gorm.Model
      	Password string
      }
      """#),
    PasswordHandlingCase(
      "user.swift", .column,
      #"""
      @Model
      final class User {
          var password: String = ""
      }
      """#),
    PasswordHandlingCase(
      "user.ts", .column,
      #"""
      @Schema()
      export class User {
        @Prop({ required: true })
        password: string;
      }
      """#),
    PasswordHandlingCase(
      "auth.py", .compared,
      #"""
      class User(db.Model):
          def check_password(self, password):
              return self.password == password
      """#),
    PasswordHandlingCase(
      "auth.js", .compared,
      #"""
      userSchema.methods.comparePassword = function (candidate) {
        return this.password === candidate;
      };
      """#),
    PasswordHandlingCase(
      "bank.cpp", .compared,
      #"""
      class Account {
        bool authenticate(const std::string &input) const { return input == password; }
      };
      """#),
    PasswordHandlingCase(
      "views.py", .compared,
      #"""
      def login(request):
          member = Member.objects.get(email=request.POST["email"], password=request.POST["password"])
      """#),
    PasswordHandlingCase(
      "auth.py", .compared,
      #"""
      user = db.query(models.User).filter(
          models.User.email == payload.email,
          models.User.password == payload.password,
      ).first()
      """#),
    PasswordHandlingCase(
      "users.ts", .compared,
      #"""
      export const login = (email, password) =>
        db.select().from(users).where(and(eq(users.email, email), eq(users.password, password)));
      """#),
    PasswordHandlingCase(
      "auth.rs", .compared,
      #"""
      pub async fn login(db: &Db, email: &str, password: &str) {
          user::Entity::find().filter(user::Column::Password.eq(password)).one(db).await;
      }
      """#),
    PasswordHandlingCase(
      "LoginDao.java", .compared,
      #"""
      Cursor c = db.rawQuery("SELECT * FROM users WHERE username = ? AND password = ?", new String[]{username, password});
      """#),
    PasswordHandlingCase(
      "UserRepository.java", .compared,
      #"""
      Optional<User> findByEmailAndPassword(String email, String password);
      """#),
    PasswordHandlingCase(
      "login.swift", .compared,
      #"""
      let user = try await User.query(on: req.db).filter(\.$password == dto.password).first()
      """#),
    PasswordHandlingCase(
      "procs.sql", .stored,
      #"""
      INSERT INTO Users (Username, Password) VALUES (@Username, @Password);
      """#),
    PasswordHandlingCase(
      "procs.sql", .compared,
      #"""
      SELECT Id FROM Users WHERE Username = @Username AND Password = @Password;
      """#),
    PasswordHandlingCase(
      "login.php", .compared,
      #"""
      <?php
      if ($_POST['old_password'] == $user['password']) { login($user); }
      """#),
    PasswordHandlingCase(
      "login.pl", .compared,
      #"""
      my $user = find_user($name);
      if ($user && $user->{password} eq $password) { login($user); }
      """#),
    PasswordHandlingCase(
      "login.c", .compared,
      #"""
      #define ADMIN_PASS "letM31n-now"
      int login(const char *username, const char *password) {
          return strcmp(password, ADMIN_PASS) == 0;
      }
      """#),
    PasswordHandlingCase(
      "users.c", .stored,
      #"""
      void add_user(const char *username, const char *password) {
          strcpy(users[count].username, username);
          strcpy(users[count].password, password);
      }
      """#),
    PasswordHandlingCase(
      "users.c", .nothing,
      #"""
      void connect(struct options *options, const char *username, const char *password) {
          strcpy(options->password, password);
      }
      """#),
    PasswordHandlingCase(
      "signup.ts", .stored,
      #"""
      async function create(email: string, password: string) {
        const created = new this.userModel({ email, password });
        return created.save();
      }
      """#),
    PasswordHandlingCase(
      "signup.kt", .stored,
      #"""
      val data = hashMapOf("name" to name, "password" to password)
      FirebaseDatabase.getInstance().getReference("users").child(uid).setValue(data)
      """#),
    PasswordHandlingCase(
      "login.js", .stored,
      #"""
      const user = { email, password };
      localStorage.setItem('user', JSON.stringify(user));
      """#),
    PasswordHandlingCase(
      "auth.go", .stored,
      #"""
      func login(w http.ResponseWriter, req LoginRequest) {
      	http.SetCookie(w, &http.Cookie{Name: "password", Value: req.Password})
      }
      """#),
    PasswordHandlingCase(
      "auth.go", .nothing,
      #"""
      func register(db *gorm.DB, data map[string]string) {
      	password, _ := bcrypt.GenerateFromPassword([]byte(data["password"]), 14)
      	user := User{Email: data["email"], Password: string(password)}
      	db.Create(&user)
      }
      """#),
    PasswordHandlingCase(
      "auth.js", .nothing,
      #"""
      exports.signup = async (req, res) => {
        const { email, password } = req.body;
        await User.create({ email, password });
      };
      exports.login = async (req, res) => {
        const user = await User.findOne({ email: req.body.email });
        if (!user || !(await user.matchPassword(req.body.password))) return res.sendStatus(401);
      };
      """#),
  ]
}
