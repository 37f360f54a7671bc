extension PasswordHandlingCase {
  static let pythonMore: [PasswordHandlingCase] = [
    PasswordHandlingCase(
      "app.py", .stored,
      #"""
      class User:
          def __init__(self, name, password):
              self.name = name
              self.password = password

          def save(self):
              with open("users.json", "w") as f:
                  json.dump(self.__dict__, f)
      """#),
    PasswordHandlingCase(
      "app.py", .nothing,
      #"""
      class DatabaseConfig:
          def __init__(self, host, user, password):
              self.host = host
              self.user = user
              self.password = password

          def connect(self):
              return pymysql.connect(host=self.host, user=self.user, password=self.password)
      """#),
    PasswordHandlingCase(
      "app.py", .nothing,
      #"""
      def main():
          password = getpass.getpass("Password: ")
          client = paramiko.SSHClient()
          client.connect(host, username=user, password=password)
          print("connected")
      """#),
    PasswordHandlingCase(
      "app.py", .nothing,
      #"""
      def generate_password(length=16):
          password = "".join(secrets.choice(ALPHABET) for _ in range(length))
          print(f"Your password: {password}")
      """#),
    PasswordHandlingCase(
      "app.py", .logged,
      #"""
      def login():
          password = request.form.get("password")
          app.logger.info("Login: user=%s password=%s" % (username, password))
      """#),
    PasswordHandlingCase(
      "app.py", .nothing,
      #"""
      def check(username, password):
          if not username or not password:
              raise ValueError("username and password are required")
          if len(password) < 12:
              raise ValueError("password too short")
      """#),
    PasswordHandlingCase(
      "app.py", .stored,
      #"""
      def signup():
          new_user = {
              "username": request.form["username"],
              "password": request.form["password"],
          }
          users.append(new_user)
      """#),
    PasswordHandlingCase(
      "app.py", .stored,
      #"""
      @app.route("/signup", methods=["POST"])
      def signup():
          username, password = request.form["username"], request.form["password"]
          query = "INSERT INTO accounts (login, passwd) VALUES ('%s', '%s')" % (username, password)
          cursor.execute(query)
      """#),
    PasswordHandlingCase(
      "app.py", .compared,
      #"""
      def authenticate(username, password):
          for line in open("passwd.txt"):
              name, stored_password = line.strip().split(":")
              if name == username and stored_password == password:
                  return True
          return False
      """#),
    PasswordHandlingCase(
      "app.py", .fastHash,
      #"""
      class Account(Base):
          def set_password(self, password):
              self.password_hash = hashlib.md5(password.encode()).hexdigest()
      """#),
    PasswordHandlingCase(
      "app.py", .nothing,
      #"""
      def etag(path):
          return hashlib.md5(open(path, "rb").read()).hexdigest()
      def verify(password, stored):
          return bcrypt.checkpw(password.encode(), stored)
      """#),
    PasswordHandlingCase(
      "app.py", .nothing,
      #"""
      def is_pwned(password):
          digest = hashlib.sha1(password.encode()).hexdigest().upper()
          return requests.get("https://api.pwnedpasswords.com/range/" + digest[:5])
      """#),
    PasswordHandlingCase(
      "app.py", .nothing,
      #"""
      def derive_key(password, salt):
          kdf = PBKDF2HMAC(algorithm=hashes.SHA256(), length=32, salt=salt, iterations=600000)
          return base64.urlsafe_b64encode(kdf.derive(password.encode()))
      """#),
    PasswordHandlingCase(
      "app.py", .encrypted,
      #"""
      def login(username, password):
          user = find_user(username)
          if fernet.decrypt(user.password).decode() == password:
              return user
      """#),
    PasswordHandlingCase(
      "app.py", .sent,
      #"""
      def create_account(email):
          password = secrets.token_hex(6)
          send_mail("Welcome", f"Your password is {password}", "noreply@example.com", [email])
      """#),
    PasswordHandlingCase(
      "app.py", .nothing,
      #"""
      class ProfileSerializer(serializers.ModelSerializer):
          def create(self, validated_data):
              user = User(email=validated_data["email"])
              user.set_password(validated_data["password"])
              user.save()
              return user
      """#),
    PasswordHandlingCase(
      "app.py", .nothing,
      #"""
      @app.post("/login")
      def login(form: OAuth2PasswordRequestForm = Depends()):
          user = authenticate_user(form.username, form.password)
          if not user or not verify_password(form.password, user.hashed_password):
              raise HTTPException(401)
      """#),
    PasswordHandlingCase(
      "app.py", .nothing,
      #"""
      if new_password != confirm_password:
          flash("Passwords do not match")
      if request.form["password"] != request.form["confirm_password"]:
          flash("Passwords do not match")
      """#),
    PasswordHandlingCase(
      "app.py", .stored,
      #"""
      @app.post("/api/users")
      async def create(user: UserCreate):
          await database.execute(users.insert().values(email=user.email, password=user.password))
      """#),
    PasswordHandlingCase(
      "app.py", .stored,
      #"""
      def save(self, username, password):
          entry = {"username": username, "password": password}
          self.users.append(entry)
          with open(self.path, "w") as handle:
              json.dump(self.users, handle, indent=2)
      """#),
    PasswordHandlingCase(
      "app.py", .stored,
      #"""
      @app.route("/register", methods=["POST"])
      def register():
          new_user = User()
          new_user.username = request.json["username"]
          new_user.password = request.json["password"]
          db.session.add(new_user)
      """#),
    PasswordHandlingCase(
      "app.py", .compared,
      #"""
      def login():
          data = request.get_json()
          user = next((u for u in users if u["username"] == data["username"]), None)
          if user is None or user["password"] != data["password"]:
              return {"error": "wrong"}, 401
      """#),
    PasswordHandlingCase(
      "app.py", .compared,
      #"""
      @app.route("/login", methods=["POST"])
      def login():
          name = request.form["name"]
          password = request.form["password"]
          if name in USERS and USERS[name] == password:
              session["name"] = name
      """#),
    PasswordHandlingCase(
      "app.py", .compared,
      #"""
      def login(username, password):
          cur.execute("SELECT password FROM users WHERE username = %s", (username,))
          row = cur.fetchone()
          return row is not None and row[0] == password
      """#),
    PasswordHandlingCase(
      "app.py", .compared,
      #"""
      user = session.query(User).filter_by(username=username, password=password).first()
      """#),
    PasswordHandlingCase(
      "app.py", .compared,
      #"""
      user = db.session.execute(select(User).where(User.name == name, User.password == password)).scalar()
      """#),
    PasswordHandlingCase(
      "app.py", .nothing,
      #"""
      def test_login_page(client):
          pass
      def connect(settings):
          return smtplib.SMTP(settings.host).login(settings.user, settings.password)
      """#),
    PasswordHandlingCase(
      "app.py", .nothing,
      #"""
      password = os.environ["DB_PASSWORD"]
      url = f"postgresql://{user}:{password}@{host}/{name}"
      engine = create_engine(url)
      """#),
    PasswordHandlingCase(
      "app.py", .nothing,
      #"""
      if not hmac.compare_digest(password, os.environ["ADMIN_PASSWORD"]):
          abort(401)
      """#),
    PasswordHandlingCase(
      "app.py", .fastHash,
      #"""
      class User(db.Model):
          def check_password(self, password):
              return self.password_hash == hashlib.sha256(password.encode()).hexdigest()
      """#),
    PasswordHandlingCase(
      "app.py", .nothing,
      #"""
      class Vault:
          def unlock(self, password):
              key = hashlib.scrypt(password.encode(), salt=self.salt, n=2**14, r=8, p=1)
              self.cipher = Fernet(base64.urlsafe_b64encode(key[:32]))
          def put(self, name, value):
              self.entries[name] = self.cipher.encrypt(value.encode())
      """#),
  ]
}
