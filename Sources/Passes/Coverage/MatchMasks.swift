extension Match {
  /// The words of the demand that stand in the unit, in its scope, beside it.
  struct Masks {
    var own: UInt64 = 0
    var scope: UInt64 = 0
    var near: UInt64 = 0
    /// Those of its name, and whether the name has words that nobody asks for.
    var named: UInt64 = 0
    var isNamedOtherwise = false
    /// The words of the context in the unit and its scope, and in what it stands under.
    var context: UInt64 = 0
    var block: UInt64 = 0
    /// The proper names of the demand that stand anywhere in its file.
    var fileProper: UInt64 = 0
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
}
