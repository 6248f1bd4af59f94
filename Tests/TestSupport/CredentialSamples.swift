/// Lines with and without credentials, for the mask of the frontend and the check of the verifier,
/// which have to judge each alike.
package enum CredentialSamples {
  private static let twenty = String(repeating: "a1", count: 10)

  /// Each with what nobody is to see.
  package static let secret: [(line: String, credential: String)] = [
    ("ghp_\(twenty)", "ghp_\(twenty)"), ("token: gho_\(twenty)", "gho_\(twenty)"),
    ("github_pat_\(twenty)", "github_pat_\(twenty)"), ("(sk-\(twenty))", "sk-\(twenty)"),
    ("key=sk-ant-api03-\(twenty)", "sk-ant-api03-\(twenty)"),
    ("login(hf_" + String(repeating: "xY", count: 17) + ")", String(repeating: "xY", count: 17)),
    ("id = AKIAABCDEFGHIJKLMNOP", "AKIAABCDEFGHIJKLMNOP"),
    ("-----BEGIN RSA PRIVATE KEY-----", "RSA PRIVATE KEY"),
    (#"password = "hunter2""#, "hunter2"), (#"PASSWORD='marbles'"#, "marbles"),
    (#""password": "by-night""#, "by-night"), (#""text": "password=\"by-night\"""#, "by-night"),
    (#"password: str = "by-night""#, "by-night"), (#"if password == "by-night":"#, "by-night"),
    (#"password = b"by-night""#, "by-night"), (#"passphrase = "p@ss$word""#, "p@ss$word"),
    (#"password := "by-night""#, "by-night"), (#"password = "83920174""#, "83920174"),
    (#"api_key = "0123456789abcdef""#, "0123456789abcdef"),
    (#"API_KEY = "0123ABCDEF456789""#, "0123ABCDEF456789"),
    ("export API_KEY=abcdefgh12", "abcdefgh12"), ("password=marblesbynight", "marblesbynight"),
    ("password=correct-horse-7", "correct-horse-7"), ("password = marbles2night", "marbles2night"),
    ("https://x.org/?api_key=abcdefgh12", "abcdefgh12"),
    ("  db_password: marbles2night", "marbles2night"),
    ("secret_key: a1b2c3d4e5 # mine", "a1b2c3d4e5"),
    ("postgres://ann:marbles@db.example.org/yard", "marbles"),
    ("git clone https://ann:by%20night@example.org/a.git", "by%20night"),
    ("https://hooks.slack.com/services/T0A1B2C3D/B0A1B2C3D/\(twenty)", twenty),
    ("https://discord.com/api/webhooks/0123456789/\(twenty)", twenty),
  ]

  package static let harmless: [String] = [
    "ghp_short", "risk-\(twenty)", "AKIAabcdefghijklmnop", "AKIAIOSFODNN7EXAMPLE",
    "-----BEGIN PUBLIC KEY-----", "sk-learn-model-of-the-month", "sk-ant-api03-placeholder-0",
    "sk-" + String(repeating: "x", count: 24), #"client(api_key="test-key")"#,
    #"PASSWORD = "123456""#, #"password = """#, #"password = "{secret}""#,
    #"password = "<yours>""#, #"password = "$PASSWORD""#, "password = os.environ",
    #"api_key = os.environ.get("API_KEY")"#, #"api_key=os.getenv("API_KEY2", "none-at-all")"#,
    #"client = Client(api_key="{}".format(os.getenv("API_KEY")))"#,
    #""text": "api_key=\"{}\".format(os.getenv(\"API_KEY\"))""#, "api_key=None",
    "connect(password=restic_password, port=1)", "connect(password=self.pw_of_user1)",
    "    password=marbles_by_night,", "password = marbles_by_night",
    "Vault(password=secrets.token_urlsafe(32))", #"API_KEY = "MARBLE_API_KEY""#,
    #"api_key="not-needed""#, #"pad_token = "[PAD]""#, "password=******", #""password": "*******""#,
    "postgres://postgres:postgres@db/marbles", "https://user:password@example.org",
    "https://ann:${MARBLES}@example.org", "https://example.org:8443/a@b",
    "ssh://git@example.org:22",
    "https://hooks.slack.com/services/T000/B000/XXXXXXXXXXXXXXXXXXXXXXXX", "https://", "a://b:c@",
    "password: string", "password: required2 unless open", "a password: marbles2night",
    "password: settings.password", "      password: marbles2night,", "the password is long",
    "secret: Optional[str] = None", "password: the usual one, 1234567", "",
  ]
}
