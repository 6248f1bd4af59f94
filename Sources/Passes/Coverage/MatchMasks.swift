extension Match {
  /// The words of the demand that stand in the unit, in its scope, beside it.
  struct Masks {
    var own: UInt64 = 0
    var scope: UInt64 = 0
    var near: UInt64 = 0
    /// Those of its name, and whether the name has words that nobody asks for.
    var named: UInt64 = 0
    var isNamedOtherwise = false
    /// Whether its name has a word of a proper name of the question.
    var isNamedProperly = false
    /// The words of the context in the unit and its scope, and in what it stands under.
    var context: UInt64 = 0
    var block: UInt64 = 0
    /// The proper names of the demand that stand anywhere in its file.
    var fileProper: UInt64 = 0
    /// Whether it stands in a type that a question names in full, and by how many words.
    var isAtHome: Bool { home > 0 }
    var home = 0
    var nearNumbers: [Double] = []
    /// What its numbers are of, where its syntax says so.
    var owners: [Owner] = []
    /// What the numbers of the circumstances are worth that stand in its file.
    var marks = 0.0
    /// How many words of its scope nobody asks for.
    var strangers = 0
  }

  /// The name that a number of a unit is of.
  struct Owner {
    let number: Double
    /// Those of its words that are asked for.
    let words: UInt64
    /// Whether it is the name of a call, and the number an argument without a name.
    let isPlace: Bool
    /// Whether it counts how far a training goes.
    let isProgress: Bool
    /// Whether it has words that nobody asks for.
    let isOtherwise: Bool
  }

  /// How much of what a number is of a unit says, from 0 to 1.
  static func agreement(_ value: Question.Value, _ masks: Masks) -> Double {
    var sum = 0.0
    var found = 0.0
    for noun in value.nouns {
      sum += noun.share
      if (masks.own | masks.named) & noun.bit != 0 {
        found += noun.share
      } else if masks.scope & noun.bit != 0 {
        found += scopeShare * noun.share
      }
    }
    guard sum > 0 else { return 0 }
    let others = Double((value.others & masks.own).nonzeroBitCount)
    return min(1, found / (0.8 * sum) + otherShare * others)
  }

  /// What a noun counts that not the line says but what it stands in.
  private static let scopeShare = 0.6
  /// What a word counts that stands on the other side of the number.
  private static let otherShare = 0.18
}
