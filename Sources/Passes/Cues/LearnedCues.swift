internal import CLearnedCues
internal import IR

/// What the words and the place of a sentence say of the parts that it may play, as `scripts/learn-cues`
/// learned it from sentences that readers had marked.
///
/// A sum of weights: what spoke for a part can be listed feature by feature.
struct LearnedCues: Sendable {
  static let table = LearnedCues()

  /// Where the cues begin whose keys have some highest bits; keys are spread evenly.
  private let starts: [Int32]
  private static let bits = 12

  private init() {
    var starts: [Int32] = []
    starts.reserveCapacity(1 << Self.bits + 1)
    let cues = Self.cues
    for (index, cue) in cues.enumerated() {
      while starts.count <= Int(cue.key >> UInt64(64 - Self.bits)) { starts.append(Int32(index)) }
    }
    while starts.count <= 1 << Self.bits { starts.append(Int32(cues.count)) }
    self.starts = starts
  }

  private static var cues: UnsafeBufferPointer<learned_cue> {
    var count: Int32 = 0
    let first = learned_cues(&count)
    return UnsafeBufferPointer(start: first, count: Int(count))
  }

  private static let prior = UnsafeRawPointer(learned_prior()).loadUnaligned(
    as: SIMD8<Int16>.self)

  /// For each part, in the order of ``Atom/Leaning``.
  func odds(of features: SentenceFeatures) -> SIMD8<Int16> {
    var odds = Self.prior
    features.visit { feature in odds &+= weights(of: feature) }
    return odds
  }

  /// Zero for what is no cue.
  func weights(of feature: SentenceFeature) -> SIMD8<Int16> {
    let key = feature.key
    let bucket = Int(key >> UInt64(64 - Self.bits))
    let cues = Self.cues
    for index in Int(starts[bucket])..<Int(starts[bucket + 1]) where cues[index].key == key {
      return withUnsafeBytes(of: cues[index].weights) {
        SIMD8(truncatingIfNeeded: $0.loadUnaligned(as: SIMD8<Int8>.self))
      }
    }
    return .zero
  }
}
