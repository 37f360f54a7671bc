import Checks
import Testing

struct SecretNameTests {
  @Test(arguments: [
    "api_key", "apiKey", "API_KEY", "client-secret", "clientSecret", "authToken", "accesstoken",
    "SECRET_KEY_PROD", "stripeSecretKey", "jwt_secret", "token1", "privateKey", "app.secret",
  ])
  func `names of secrets are strong`(name: String) {
    #expect(CredentialName(Array(name.utf8)).secret == .strong)
  }

  @Test(arguments: [
    "token_type", "secretName", "tokenUrl", "author", "authority", "public_key", "csrf_token",
    "primary_key", "page_token", "LABEL_TOKEN", "keyboard", "monkey", "tokenizer", "path",
    "message",
  ])
  func `names of other things are none`(name: String) {
    #expect(CredentialName(Array(name.utf8)).secret == .none)
  }

  @Test(arguments: [
    "password", "DB_PASSWORD", "dbPass", "passwd", "smtp.pwd", "userPassword", "passphrase",
    "Kennwort", "contraseña", "senha", "пароль", "パスワード", "service_pw", "rootPassword2",
    "clave", "passord", "geslo", "口令", "mật_khẩu", "kata_sandi", "סיסמה", "DB_PASSWORD_PART_1",
  ])
  func `names of passwords are strong`(name: String) {
    #expect(CredentialName(Array(name.utf8)).password == .strong)
  }

  @Test(arguments: ["nkey", "xkey", "sessionCookie", "creds"])
  func `names that may be of a secret are weak`(name: String) {
    #expect(CredentialName(Array(name.utf8)).secret == .weak)
  }

  @Test(arguments: [
    "password_hash", "passwordField", "password_min_length", "PASSWORD_HASHER", "bypass", "compass",
    "password_label", "forgot_password_hint", "passwordResetUrl", "passport", "pass_through",
    "hashedPassword", "encrypted_password",
  ])
  func `names about passwords are none`(name: String) {
    #expect(CredentialName(Array(name.utf8)).password == .none)
  }
}

struct SecretPasswordLiteralTests {
  @Test(arguments: [
    "hunter2", "Sommer2024!", "correct.Horse-7", "p@ss w0rd 9x", "v%40lley#41", "Gleis9dreiviertel",
    "x{y}z$1", "Aa1!aaaa", "zqhnOmkgts(!)Chtiptcb",
  ])
  func `literals with digits, marks or both cases are passwords`(value: String) {
    #expect(PasswordLiteral(Array(value.utf8)) == .mixed)
  }

  @Test(arguments: [
    "letmein", "dragonfly", "kobold", "open_sesame", "SuperSecretPassword", "insecure_pwd",
  ])
  func `a plain word may be one`(value: String) {
    #expect(PasswordLiteral(Array(value.utf8)) == .plain)
  }

  @Test(arguments: [
    "", "Password", "Passwort", "Mot de passe", "Enter your password", "Password: ", "string",
    "required", "${DB_PASSWORD}", "{{ password }}", "<password>", "********", "changeme",
    "new-password", "user_password", "#password", "input[name=password]", "^[a-z]{8,}$",
    "https://example.com/reset", "DB_PASSWORD", "/run/secrets/db", "getpass()", "is too short.",
    "req.body.password", "パスワード", "password1: ", "required|string|min:8", "至少8位字符",
    "8文字以上で入力してください", "$6$rounds$abcdefgh", "Read-Host", "System.get_env(", "base64", ",.:-@*?!",
  ])
  func `labels, messages, names and templates are none`(value: String) {
    #expect(PasswordLiteral(Array(value.utf8), name: Array("password".utf8)) == .other)
  }

  @Test(arguments: [
    ("open sesame", true, PasswordLiteral.plain), ("open sesame", false, .other),
    ("enter your password", true, .other), ("abqd efgx ijkq mnop", false, .plain),
    ("password is required", true, .other), ("is too short", true, .other),
  ])
  func `words are a password where they are assigned and speak to nobody`(
    value: String, isAssigned: Bool, expected: PasswordLiteral
  ) {
    let name = Array("password".utf8)
    #expect(PasswordLiteral(Array(value.utf8), name: name, isAssigned: isAssigned) == expected)
  }

  @Test(arguments: ["password", "secret", "test", "guest", "passw0rd"])
  func `what everyone writes is an example`(value: String) {
    #expect(PasswordLiteral(Array(value.utf8)) == .example)
  }
}
