extension PasswordHandlingCase {
  static let scriptMore: [PasswordHandlingCase] = [
    PasswordHandlingCase(
      "app.js", .stored,
      #"""
      app.post('/register', (req, res) => {
        const sql = `INSERT INTO users (name, password) VALUES ('${req.body.name}', '${req.body.password}')`;
        connection.query(sql);
      });
      """#),
    PasswordHandlingCase(
      "app.js", .stored,
      #"""
      const { username, password } = req.body;
      connection.query('INSERT INTO users SET ?', { username: username, password: password }, (err) => {});
      """#),
    PasswordHandlingCase(
      "app.js", .compared,
      #"""
      connection.query('SELECT * FROM users WHERE username = ? AND password = ?', [username, password], (err, rows) => {
        res.json({ ok: rows.length > 0 });
      });
      """#),
    PasswordHandlingCase(
      "app.js", .compared,
      #"""
      const rows = await db.query('SELECT * FROM users WHERE email = $1', [email]);
      if (rows[0].password === password) {
        req.session.user = rows[0].id;
      }
      """#),
    PasswordHandlingCase(
      "app.js", .compared,
      #"""
      passport.use(new LocalStrategy(async (username, password, done) => {
        const user = await User.findOne({ username });
        if (!user) return done(null, false);
        if (user.password != password) return done(null, false);
        return done(null, user);
      }));
      """#),
    PasswordHandlingCase(
      "app.js", .nothing,
      #"""
      export function LoginForm() {
        const [password, setPassword] = useState('');
        const [confirm, setConfirm] = useState('');
        const onSubmit = () => {
          if (password !== confirm) return setError('Passwords differ');
          dispatch(login({ email, password }));
          api.register({ email, password });
        };
        return <input type="password" value={password} onChange={(e) => setPassword(e.target.value)} />;
      }
      """#),
    PasswordHandlingCase(
      "app.js", .stored,
      #"""
      document.cookie = `password=${password}; path=/`;
      """#),
    PasswordHandlingCase(
      "app.js", .logged,
      #"""
      logger.info('login request', { username, password });
      """#),
    PasswordHandlingCase(
      "app.js", .sent,
      #"""
      await transporter.sendMail({
        to: user.email,
        subject: 'Your account',
        text: `Your password is ${password}`,
      });
      """#),
    PasswordHandlingCase(
      "app.js", .sent,
      #"""
      app.get('/users/:id', async (req, res) => {
        const user = await User.findById(req.params.id);
        res.json({ email: user.email, password: user.password });
      });
      """#),
    PasswordHandlingCase(
      "app.js", .encrypted,
      #"""
      const encrypted = CryptoJS.AES.encrypt(req.body.password, SECRET).toString();
      await User.create({ email, password: encrypted });
      """#),
    PasswordHandlingCase(
      "app.js", .nothing,
      #"""
      const transporter = nodemailer.createTransport({ host, auth: { user: process.env.SMTP_USER, pass: process.env.SMTP_PASS } });
      const client = new Client({ host, user, password: config.password });
      """#),
    PasswordHandlingCase(
      "app.ts", .stored,
      #"""
      async register(@Body() dto: CreateUserDto) {
        return this.prisma.user.create({
          data: { email: dto.email, password: dto.password },
        });
      }
      """#),
    PasswordHandlingCase(
      "app.ts", .nothing,
      #"""
      async register(@Body() dto: CreateUserDto) {
        const password = await bcrypt.hash(dto.password, 10);
        return this.prisma.user.create({
          data: { email: dto.email, password },
        });
      }
      """#),
    PasswordHandlingCase(
      "app.ts", .column,
      #"""
      @Entity()
      export class User {
        @PrimaryGeneratedColumn() id: number;
        @Column({ unique: true }) email: string;
        @Column()
        password: string;
      }
      """#),
    PasswordHandlingCase(
      "app.ts", .nothing,
      #"""
      export interface LoginRequest { email: string; password: string; }
      export class AuthService {
        login(email: string, password: string) {
          return this.http.post<Session>('/api/login', { email, password });
        }
      }
      """#),
    PasswordHandlingCase(
      "app.js", .stored,
      #"""
      exports.signup = async (req, res) => {
        try {
          const user = await db.User.create({
            username: req.body.username,
            email: req.body.email,
            password: req.body.password,
            role: 'member',
          });
          res.json(user.id);
        } catch (e) { res.status(500).end(); }
      };
      """#),
    PasswordHandlingCase(
      "app.js", .stored,
      #"""
      exports.updatePassword = async (req, res) => {
        const user = await User.findByPk(req.user.id);
        user.password = req.body.newPassword;
        await user.save();
      };
      """#),
    PasswordHandlingCase(
      "app.js", .stored,
      #"""
      await client.query({ text: 'INSERT INTO members(name, pwd) VALUES($1, $2)', values: [name, pwd] });
      """#),
    PasswordHandlingCase(
      "app.js", .stored,
      #"""
      const stmt = db.prepare('INSERT INTO users (email, password) VALUES (?, ?)');
      stmt.run(email, password);
      """#),
    PasswordHandlingCase(
      "app.js", .compared,
      #"""
      const user = db.prepare('SELECT * FROM users WHERE email = ? AND password = ?').get(email, password);
      """#),
    PasswordHandlingCase(
      "app.js", .compared,
      #"""
      app.post('/login', (req, res) => {
        const user = users[req.body.username];
        if (user && user.password === req.body.password) {
          res.cookie('session', createSession(user));
        }
      });
      """#),
    PasswordHandlingCase(
      "app.js", .stored,
      #"""
      await redis.hset(`user:${id}`, { email, password });
      """#),
    PasswordHandlingCase(
      "app.js", .nothing,
      #"""
      const user = await User.create({ email, passwordHash: await argon2.hash(password) });
      logger.info({ email }, 'user registered');
      """#),
    PasswordHandlingCase(
      "app.js", .nothing,
      #"""
      const { user } = await firebase.auth().createUserWithEmailAndPassword(email, password);
      await admin.auth().createUser({ email, password });
      """#),
    PasswordHandlingCase(
      "app.js", .nothing,
      #"""
      await page.fill('#password', password);
      await this.http.post('/login', { username, password }).toPromise();
      this.form = this.fb.group({ email: ['', Validators.required], password: ['', Validators.required] });
      """#),
    PasswordHandlingCase(
      "app.js", .encrypted,
      #"""
      const cipher = crypto.createCipheriv('aes-256-cbc', key, iv);
      let encrypted = cipher.update(password, 'utf8', 'hex');
      user.password = encrypted + cipher.final('hex');
      """#),
  ]
}
