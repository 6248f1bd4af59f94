@main struct Arac { static func main() {} }
