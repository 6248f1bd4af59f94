extension CredentialFinder {
  /// What an address tells that lets anybody in: the password of `scheme://user:password@host`, or
  /// what follows the host of a webhook.
  ///
  /// - Parameter colon: the place of the colon behind the scheme.
  func inAddress(_ colon: Int) -> Range<Int>? {
    let slash = UInt8(ascii: "/")
    guard colon + 3 < bytes.count, bytes[colon + 1] == slash, bytes[colon + 2] == slash else {
      return nil
    }
    let address = bytes[(colon + 3)...].prefix { $0 > 0x20 && !Self.endsAddresses.contains($0) }
    return password(in: address.prefix { $0 != slash }) ?? hook(in: address)
  }

  private static let endsAddresses = ByteSet("\"'`\\<>")

  private func password(in authority: Slice<UnsafeBufferPointer<UInt8>>) -> Range<Int>? {
    guard let at = authority.lastIndex(of: UInt8(ascii: "@")),
      let colon = authority[..<at].firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    let (user, password) = (authority[..<colon], authority[(colon + 1)..<at])
    let form = Form(password)
    // `postgres:postgres@` and `user:password@` are what manuals write.
    let isSecret =
      password.count >= 6 && form.isSecret(isPassword: true) && !form.isNamedAfterSecrets
      && !password.elementsEqual(user)
    return isSecret ? password.startIndex..<at : nil
  }

  private func hook(in address: Slice<UnsafeBufferPointer<UInt8>>) -> Range<Int>? {
    for host in Self.hooks where address.starts(with: host.utf8) {
      let path = address.dropFirst(host.utf8.count)
      let isSecret = path.count >= 20 && Form(path).isSecret(isPassword: false)
      return isSecret ? path.startIndex..<path.endIndex : nil
    }
    return nil
  }

  private static let hooks = [
    "hooks.slack.com/services/", "discord.com/api/webhooks/", "discordapp.com/api/webhooks/",
  ]
}
