extension PasswordHandlingCase {
  static let python: [PasswordHandlingCase] = [
    PasswordHandlingCase(
      "app.py", .stored,
      #"""
      @app.post("/signup")
      def signup():
          data = request.get_json()
          user = User(email=data["email"], password=data["password"])
          db.session.add(user)
          db.session.commit()
      """#),
    PasswordHandlingCase(
      "app.py", .nothing,
      #"""
      @app.post("/signup")
      def signup():
          data = request.get_json()
          user = User(email=data["email"])
          user.set_password(data["password"])
          db.session.add(user)
          db.session.commit()
      """#),
    PasswordHandlingCase(
      "app.py", .stored,
      #"""
      def add_user(conn, username, password):
          cur = conn.cursor()
          cur.execute("INSERT INTO users (username, password) VALUES (?, ?)", (username, password))
          conn.commit()
      """#),
    PasswordHandlingCase(
      "app.py", .nothing,
      #"""
      def add_user(conn, username, password):
          hashed = generate_password_hash(password)
          conn.execute("INSERT INTO users (username, password) VALUES (?, ?)", (username, hashed))
      """#),
    PasswordHandlingCase(
      "app.py", .stored,
      #"""
      def register(username, password):
          sql = f"INSERT INTO users (name, password) VALUES ('{username}', '{password}')"
          cursor.execute(sql)
      """#),
    PasswordHandlingCase(
      "app.py", .compared,
      #"""
      def login(username, password):
          row = cursor.execute("SELECT * FROM users WHERE username = ? AND password = ?", (username, password)).fetchone()
          return row is not None
      """#),
    PasswordHandlingCase(
      "app.py", .compared,
      #"""
      def login(username, password):
          row = db.execute("SELECT id, password FROM users WHERE name = ?", (username,)).fetchone()
          if row and row["password"] == password:
              return row["id"]
      """#),
    PasswordHandlingCase(
      "app.py", .compared,
      #"""
      @router.post("/login")
      def login(body: LoginRequest, db: Session = Depends(get_db)):
          user = db.query(User).filter(User.email == body.email).first()
          if not user or user.password != body.password:
              raise HTTPException(401)
      """#),
    PasswordHandlingCase(
      "app.py", .stored,
      #"""
      @router.post("/users")
      def create_user(payload: UserCreate, db: Session = Depends(get_db)):
          user = models.User(email=payload.email, password=payload.password)
          db.add(user)
      """#),
    PasswordHandlingCase(
      "app.py", .nothing,
      #"""
      @router.post("/users")
      def create_user(payload: UserCreate, db: Session = Depends(get_db)):
          user = models.User(email=payload.email, hashed_password=pwd_context.hash(payload.password))
          db.add(user)
      """#),
    PasswordHandlingCase(
      "app.py", .stored,
      #"""
      users = {}
      def register(username, password):
          users[username] = {"password": password, "created": time.time()}
          with open("users.json", "w") as f:
              json.dump(users, f)
      """#),
    PasswordHandlingCase(
      "app.py", .stored,
      #"""
      users = {}
      def register():
          username = request.form["username"]
          password = request.form["password"]
          users[username] = password
      """#),
    PasswordHandlingCase(
      "app.py", .compared,
      #"""
      def login():
          username = request.form["username"]
          if users.get(username) == request.form["password"]:
              session["user"] = username
      """#),
    PasswordHandlingCase(
      "app.py", .stored,
      #"""
      def register(username, password):
          with open("users.txt", "a") as f:
              f.write(f"{username}:{password}\n")
      """#),
    PasswordHandlingCase(
      "app.py", .logged,
      #"""
      def login(request):
          username = request.POST["username"]
          password = request.POST["password"]
          logger.debug("login attempt %s / %s", username, password)
      """#),
    PasswordHandlingCase(
      "app.py", .logged,
      #"""
      def login(username, password):
          logging.info(f"User {username} logged in with {password}")
      """#),
    PasswordHandlingCase(
      "app.py", .nothing,
      #"""
      def login(username, password):
          logging.info("password ok for %s", username)
          user = authenticate(username=username, password=password)
      """#),
    PasswordHandlingCase(
      "app.py", .nothing,
      #"""
      user = User.objects.create_user(username=name, email=email, password=form.cleaned_data["password"])
      """#),
    PasswordHandlingCase(
      "app.py", .stored,
      #"""
      def signup(request):
          Customer.objects.create(email=request.POST["email"], password=request.POST["password"])
      """#),
    PasswordHandlingCase(
      "app.py", .compared,
      #"""
      def signin(request):
          user = Customer.objects.filter(email=request.POST["email"], password=request.POST["password"]).first()
      """#),
    PasswordHandlingCase(
      "app.py", .fastHash,
      #"""
      def hash_pw(password):
          return hashlib.sha1(password.encode()).hexdigest()
      """#),
    PasswordHandlingCase(
      "app.py", .fastHash,
      #"""
      def register(username, password):
          salt = os.urandom(8).hex()
          digest = hashlib.sha256((salt + password).encode()).hexdigest()
          save(username, salt, digest)
      """#),
    PasswordHandlingCase(
      "app.py", .encrypted,
      #"""
      def save_user(username, password):
          token = fernet.encrypt(password.encode())
          db.execute("INSERT INTO users (name, pw) VALUES (?, ?)", (username, token))
      """#),
    PasswordHandlingCase(
      "app.py", .sent,
      #"""
      def send_welcome(user, password):
          msg = MIMEText(f"Hello {user.name}, your password is {password}")
          smtp.send_message(msg)
      """#),
    PasswordHandlingCase(
      "app.py", .nothing,
      #"""
      smtp.login(user, password)
      conn = pymysql.connect(host=host, user=user, password=password)
      session.auth = (username, password)
      resp = requests.post(url, data={"username": user, "password": password})
      """#),
    PasswordHandlingCase(
      "app.py", .nothing,
      #"""
      class LoginForm(FlaskForm):
          password = PasswordField("Password", validators=[DataRequired()])
      class UserIn(BaseModel):
          email: str
          password: str
      """#),
    PasswordHandlingCase(
      "app.py", .sent,
      #"""
      @app.get("/me")
      def me():
          return jsonify({"name": user.name, "password": user.password})
      """#),
    PasswordHandlingCase(
      "app.py", .stored,
      #"""
      from dataclasses import dataclass
      @app.route("/register", methods=["POST"])
      def register():
          body = request.get_json()
          db.users.insert_one({"email": body["email"], "password": body["password"]})
          return "", 201
      """#),
    PasswordHandlingCase(
      "app.py", .nothing,
      #"""
      @app.route("/register", methods=["POST"])
      def register():
          body = request.get_json()
          pw_hash = bcrypt.generate_password_hash(body["password"]).decode()
          db.users.insert_one({"email": body["email"], "password": pw_hash})
          return "", 201
      """#),
    PasswordHandlingCase(
      "app.py", .stored,
      #"""
      def reset_password(user_id, new_password):
          user = User.query.get(user_id)
          user.password = new_password
          db.session.commit()
      """#),
    PasswordHandlingCase(
      "app.py", .stored,
      #"""
      def change(request):
          new_password = request.form["new_password"]
          conn.execute("UPDATE users SET password = ? WHERE id = ?", (new_password, session["uid"]))
      """#),
  ]
}
