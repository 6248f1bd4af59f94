import Testing

@testable import Backend

struct CredentialTests {
  @Test(arguments: [
    #"client = Client(api_key="{}".format(os.getenv("API_KEY")))"#,
    #""text": "api_key=\"{}\".format(os.getenv(\"API_KEY\"))""#,
    #"api_key = os.environ.get("API_KEY")"#, "password=******", "api_key=None",
  ])
  func tellsWhereACredentialIsFound(_ line: String) {
    #expect(CredentialScan(isCode: false).kind(in: line[...]) == nil)
  }

  @Test(arguments: [
    #"api_key = "marbles-by-night""#, #""text": "password=\"marbles-by-night\"""#,
    "password=marblesbynight",
  ])
  func tellsOneThatIsThere(_ line: String) {
    #expect(CredentialScan(isCode: false).kind(in: line[...]) == "a password")
  }
}
