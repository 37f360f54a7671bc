extension PasswordHandlingCase {
  static let script: [PasswordHandlingCase] = [
    PasswordHandlingCase(
      "app.js", .stored,
      #"""
      app.post('/register', async (req, res) => {
        const { email, password } = req.body;
        const user = await User.create({ email, password });
        res.status(201).json({ id: user.id });
      });
      """#),
    PasswordHandlingCase(
      "app.js", .nothing,
      #"""
      app.post('/register', async (req, res) => {
        const { email, password } = req.body;
        const hashed = await bcrypt.hash(password, 12);
        const user = await User.create({ email, password: hashed });
        res.status(201).json({ id: user.id });
      });
      """#),
    PasswordHandlingCase(
      "app.js", .stored,
      #"""
      router.post('/signup', (req, res) => {
        const user = new User({ username: req.body.username, password: req.body.password });
        user.save().then(() => res.sendStatus(201));
      });
      """#),
    PasswordHandlingCase(
      "app.js", .stored,
      #"""
      async function register(email, password) {
        return prisma.user.create({ data: { email, password } });
      }
      """#),
    PasswordHandlingCase(
      "app.js", .stored,
      #"""
      app.post('/register', async (req, res) => {
        await pool.query('INSERT INTO users (email, password) VALUES ($1, $2)', [req.body.email, req.body.password]);
      });
      """#),
    PasswordHandlingCase(
      "app.js", .stored,
      #"""
      app.post('/register', (req, res) => {
        db.run("INSERT INTO users (username, password) VALUES (?, ?)", [req.body.username, req.body.password], function (err) {
          res.json({ ok: !err });
        });
      });
      """#),
    PasswordHandlingCase(
      "app.js", .compared,
      #"""
      app.post('/login', async (req, res) => {
        const { email, password } = req.body;
        const user = await User.findOne({ email });
        if (!user || user.password !== password) return res.status(401).end();
      });
      """#),
    PasswordHandlingCase(
      "app.js", .compared,
      #"""
      app.post('/login', async (req, res) => {
        const user = await User.findOne({ email: req.body.email, password: req.body.password });
        if (!user) return res.sendStatus(401);
      });
      """#),
    PasswordHandlingCase(
      "app.js", .compared,
      #"""
      const user = users.find(u => u.username === username && u.password === password);
      """#),
    PasswordHandlingCase(
      "app.js", .nothing,
      #"""
      app.post('/login', async (req, res) => {
        const { email, password } = req.body;
        const user = await User.findOne({ email });
        if (!user || !(await bcrypt.compare(password, user.password))) return res.status(401).end();
      });
      """#),
    PasswordHandlingCase(
      "app.js", .stored,
      #"""
      const users = [];
      app.post('/register', (req, res) => {
        const { username, password } = req.body;
        users.push({ username, password });
      });
      """#),
    PasswordHandlingCase(
      "app.js", .stored,
      #"""
      app.post('/register', (req, res) => {
        const newUser = { id: Date.now(), username: req.body.username, password: req.body.password };
        users.push(newUser);
        fs.writeFileSync('users.json', JSON.stringify(users));
      });
      """#),
    PasswordHandlingCase(
      "app.js", .stored,
      #"""
      function remember(email, password) {
        localStorage.setItem('email', email);
        localStorage.setItem('password', password);
      }
      """#),
    PasswordHandlingCase(
      "app.js", .logged,
      #"""
      app.post('/login', (req, res) => {
        const { username, password } = req.body;
        console.log('login', username, password);
      });
      """#),
    PasswordHandlingCase(
      "app.js", .logged,
      #"""
      app.post('/login', (req, res) => {
        console.log(`user ${req.body.username} password ${req.body.password}`);
      });
      """#),
    PasswordHandlingCase(
      "app.js", .nothing,
      #"""
      async function signIn(email, password) {
        const res = await fetch('/api/login', { method: 'POST', body: JSON.stringify({ email, password }) });
        return res.json();
      }
      """#),
    PasswordHandlingCase(
      "app.js", .nothing,
      #"""
      const { data, error } = await supabase.auth.signInWithPassword({ email, password });
      await signInWithEmailAndPassword(auth, email, password);
      await axios.post('/login', { email, password });
      """#),
    PasswordHandlingCase(
      "app.js", .nothing,
      #"""
      const pool = new Pool({ host, user, password: process.env.DB_PASSWORD });
      const schema = z.object({ email: z.string().email(), password: z.string().min(12) });
      if (password !== confirmPassword) setError('no match');
      """#),
    PasswordHandlingCase(
      "app.js", .fastHash,
      #"""
      function hashPassword(password) {
        return crypto.createHash('sha256').update(password).digest('hex');
      }
      """#),
    PasswordHandlingCase(
      "app.js", .fastHash,
      #"""
      const hash = CryptoJS.MD5(req.body.password).toString();
      """#),
    PasswordHandlingCase(
      "app.ts", .stored,
      #"""
      @Injectable()
      export class UsersService {
        async create(dto: CreateUserDto): Promise<User> {
          const user = this.usersRepository.create({ email: dto.email, password: dto.password });
          return this.usersRepository.save(user);
        }
      }
      """#),
    PasswordHandlingCase(
      "app.ts", .stored,
      #"""
      export async function register(dto: RegisterDto) {
        const user = new User();
        user.email = dto.email;
        user.password = dto.password;
        await repo.save(user);
      }
      """#),
    PasswordHandlingCase(
      "app.ts", .nothing,
      #"""
      export async function register(dto: RegisterDto) {
        const user = new User();
        user.email = dto.email;
        user.password = await argon2.hash(dto.password);
        await repo.save(user);
      }
      """#),
    PasswordHandlingCase(
      "app.ts", .compared,
      #"""
      async validate(email: string, pass: string) {
        const user = await this.users.findOneBy({ email });
        if (user && user.password === pass) {
          return user;
        }
      }
      """#),
    PasswordHandlingCase(
      "app.js", .stored,
      #"""
      const userSchema = new mongoose.Schema({ email: String, passwordHash: String });
      router.post('/signup', async (req, res) => {
        const { name, email, password } = req.body;
        const account = new Account({ name, email, password });
        await account.save();
      });
      """#),
    PasswordHandlingCase(
      "app.js", .nothing,
      #"""
      const userSchema = new mongoose.Schema({ email: String, password: { type: String, required: true } });
      userSchema.pre('save', async function (next) {
        if (this.isModified('password')) this.password = await bcrypt.hash(this.password, 12);
        next();
      });
      router.post('/signup', async (req, res) => {
        const user = new User({ email: req.body.email, password: req.body.password });
        await user.save();
      });
      """#),
    PasswordHandlingCase(
      "app.js", .stored,
      #"""
      await knex('users').insert({ email: req.body.email, password: req.body.password });
      """#),
    PasswordHandlingCase(
      "app.js", .nothing,
      #"""
      await knex('users').insert({ email: req.body.email, password: await argon2.hash(req.body.password) });
      """#),
  ]
}
